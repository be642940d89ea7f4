"""A PDF is copied as it is, with highlights on words and notes beside headings."""

from __future__ import annotations

import io
from dataclasses import replace
from datetime import date

import pytest
from pypdf import PdfReader, PdfWriter
from pypdf.generic import ArrayObject, DictionaryObject, NameObject, NumberObject
from reportlab.lib.pdfencrypt import StandardEncryption
from reportlab.pdfgen.canvas import Canvas

from policyalign.annotating.pdf import annotated_pdf
from policyalign.errors import ReadError
from tests.annotating.making import pdf_copy, remark
from tests.annotating.pdf.read_back import Annotation, annotations_of
from tests.readers.pdf.builder import BODY, both, by_turns, grid, make, read, text

HEADED = both(text("Our approach", size=18, bold=True), text(*BODY, y=720))


def _only(copy: bytes) -> Annotation:
    (found,) = annotations_of(copy)
    return found


def _letters(words: str) -> str:
    return "".join(letter for letter in words if letter.isalnum())


def test_a_highlight_covers_its_words_and_says_what_is_to_be_said() -> None:
    copy, _ = pdf_copy(make(HEADED), "plain English")
    found = _only(copy)
    assert found.is_highlight
    assert found.words.strip() == "plain English"
    assert found.author == "policyalign"
    assert found.contents.splitlines() == ["Title of the remark", "What it says."]


def test_words_over_a_line_end_have_an_area_on_each_line() -> None:
    copy, _ = pdf_copy(make(HEADED), "happened and about what")
    found = _only(copy)
    assert len(found.areas) == 2
    assert _letters(found.words) == "happenedandaboutwhat"
    assert found.areas[0][1] > found.areas[1][1]


def test_a_word_cut_by_a_line_end_is_covered_whole() -> None:
    copy, document = pdf_copy(make(text("We write a danger state-", "ment for all.")), "danger")
    assert "danger statement" in document.blocks[0].text
    copy, _ = pdf_copy(make(text("We write a danger state-", "ment for all.")), "danger statement")
    assert _letters(_only(copy).words) == "dangerstatement"


def test_words_over_a_page_end_have_an_annotation_on_each_page() -> None:
    first = text(*BODY, "The workers always ask about the danger", y=150)
    copy, document = pdf_copy(make(first, text("statement and the goal.", *BODY)), "always ask")
    assert any("danger statement" in block.text for block in document.blocks)
    copy, _ = pdf_copy(make(first, text("statement and the goal.", *BODY)), "danger statement")
    found = annotations_of(copy)
    assert [(one.page, one.words.strip()) for one in found] == [(1, "danger"), (2, "statement")]
    assert len({one.contents for one in found}) == 1


def test_words_of_columns_and_cells_are_found_where_they_stand() -> None:
    left = [
        "The left column speaks",
        "of the danger and goes",
        "on for some lines now",
        "to its end.",
    ]
    right = [
        "The right column has a",
        "word on the danger too",
        "and goes on for lines",
        "to its end.",
    ]
    columns = make(by_turns(left, right))
    copy, document = pdf_copy(columns, "word on the danger")
    assert _only(copy).words.strip() == "word on the danger"
    table = make(grid([["Who", "What"], ["All staff", "Write a\ndanger statement"]]))
    copy, document = pdf_copy(table, "Write a danger statement")
    assert [block.cell.column for block in document.blocks if block.cell] == [1, 2, 1, 2]
    assert _letters(_only(copy).words) == "Writeadangerstatement"


def test_of_words_that_stand_several_times_those_of_the_block_are_covered() -> None:
    lines = (
        "First, a danger to note.",
        "",
        "Then, a danger to tell.",
        "",
        "Last, a danger to end.",
    )
    document = read(make(text(*lines, leading=20)))
    found = [one for one in document.blocks if "danger" in one.text]
    assert len(found) == 3
    for number, top in enumerate((760, 720, 680)):
        one = remark(document, "danger", occurrence=number)
        copy, _ = annotated_pdf(make(text(*lines, leading=20)), document, [one], None)
        assert abs(_only(copy).areas[0][1] - top) < 8


def test_blocks_with_the_same_text_have_each_their_own_highlight() -> None:
    page = make(grid([["Same words", "Other"], ["Same words", "More"]]))
    document = read(page)
    remarks = [remark(document, "Same words", occurrence=n) for n in (0, 1)]
    copy, _ = annotated_pdf(page, document, remarks, None)
    first, second = annotations_of(copy)
    assert first.words == second.words == "Same words"
    assert first.areas[0][1] - second.areas[0][1] == pytest.approx(40, abs=1)


def test_words_on_a_turned_page_are_covered() -> None:
    copy, _ = pdf_copy(make(HEADED, rotate=90), "plain English")
    assert _only(copy).words.strip() == "plain English"


def _beside(number: int) -> bytes:
    document = read(make(HEADED))
    one = replace(remark(document, "Our approach"), at_words=False)
    return annotated_pdf(make(HEADED), document, [one] * number, None)[0]


def test_what_is_missing_is_noted_beside_the_heading() -> None:
    found = _only(_beside(1))
    assert not found.is_highlight
    left, bottom, right, top = found.rect
    assert 0 < left < right <= 60
    assert abs(top - 778) < 24
    assert top - bottom == 20
    assert found.contents.splitlines()[0] == "Title of the remark"


def test_no_note_lies_upon_another() -> None:
    places = [found.rect[:2] for found in annotations_of(_beside(60))]
    assert len(set(places)) == 60
    assert all(x >= 0 and y >= -5 for x, y in places)


def test_words_whose_place_is_not_known_are_noted_on_their_page() -> None:
    def form(canvas: Canvas) -> None:
        text(*BODY)(canvas)
        canvas.acroForm.textfield(name="a", value="typed by hand", x=60, y=300, width=200)

    copy, _ = pdf_copy(make(form), "typed by hand")
    found = [one for one in annotations_of(copy) if one.author == "policyalign"]
    assert [one.is_highlight for one in found] == [False]
    assert "The words stand on this page." in found[0].contents


def test_the_file_itself_stays_byte_for_byte_and_reads_the_same() -> None:
    data = make(HEADED, HEADED, title="A policy")
    copy, document = pdf_copy(data, "plain English")
    assert copy.startswith(data)
    assert read(copy).blocks == document.blocks


def test_the_copy_has_the_title_and_the_author_where_programs_look_for_them() -> None:
    data = make(HEADED, title="A policy")
    copy, _ = pdf_copy(data, "plain English")
    before, after = PdfReader(io.BytesIO(data)), PdfReader(io.BytesIO(copy))
    assert after.metadata == before.metadata
    # Many programs take the last trailer alone.
    assert b"/Info %d 0 R" % before.trailer.raw_get("/Info").idnum in copy[len(data) :]


def test_annotations_that_are_there_stay() -> None:
    def linked(canvas: Canvas) -> None:
        HEADED(canvas)
        canvas.linkURL("https://policy.example", (60, 700, 200, 720))

    data = make(linked)
    before = annotations_of(data)
    copy, _ = pdf_copy(data, "plain English")
    after = annotations_of(copy)
    assert [one.kind for one in after[: len(before)]] == [one.kind for one in before]
    assert len(after) == len(before) + 1


def test_the_same_file_gives_the_same_bytes_and_the_day_is_that_of_the_run() -> None:
    data = make(HEADED)
    assert pdf_copy(data, "plain English")[0] == pdf_copy(data, "plain English")[0]
    document = read(data)
    dates = []
    for today in (date(2026, 5, 4), None):
        copy, _ = annotated_pdf(data, document, [remark(document, "plain")], today)
        found = PdfReader(io.BytesIO(copy)).pages[0].annotations or ArrayObject()
        dates += [annotation.get_object().get("/M") for annotation in found]
    assert dates == ["D:20260504", None]


def test_a_protected_file_is_refused() -> None:
    locked = make(HEADED, encrypt=StandardEncryption("", ownerPassword="owner"))
    with pytest.raises(ReadError, match="protected against changes"):
        pdf_copy(locked, "plain English")


def test_a_signature_is_told_of() -> None:
    writer = PdfWriter(io.BytesIO(make(HEADED)))
    form = DictionaryObject({NameObject("/SigFlags"): NumberObject(3)})
    form[NameObject("/Fields")] = ArrayObject()
    writer.root_object[NameObject("/AcroForm")] = form
    file = io.BytesIO()
    writer.write(file)
    document = read(file.getvalue())
    _, notices = annotated_pdf(file.getvalue(), document, [remark(document, "plain")], None)
    assert len(notices) == 1
    assert "holds for the policy as it was signed" in notices[0]


@pytest.mark.parametrize("fault", [IndexError, AssertionError, NotImplementedError, OverflowError])
def test_a_file_that_the_library_fails_on_is_refused(
    fault: type[Exception], monkeypatch: pytest.MonkeyPatch
) -> None:
    def fails(*_: object, **__: object) -> None:
        raise fault

    data = make(HEADED)
    document = read(data)
    monkeypatch.setattr("policyalign.annotating.pdf.writing.PdfWriter", fails)
    with pytest.raises(ReadError, match="faults of its own"):
        annotated_pdf(data, document, [remark(document, "plain")], None)


def test_a_file_that_cannot_be_added_to_is_refused() -> None:
    data = make(HEADED)
    document = read(data)
    cut = data[: data.rindex(b"startxref")]
    with pytest.raises(ReadError, match="faults of its own"):
        annotated_pdf(cut, document, [remark(document, "plain")], None)
