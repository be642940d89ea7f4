"""The Word report: its parts, what makes it fit for all readers, and hostile text."""

from __future__ import annotations

import io
import zipfile
from dataclasses import replace
from typing import TYPE_CHECKING

import docx
import pytest
from docx.oxml.ns import qn
from docx.table import Table
from docx.text.paragraph import Paragraph

from policyalign.model.document import Unread
from policyalign.model.report import Outcome, Settings
from policyalign.readers.word.file import WordFile
from policyalign.renderers import office_wording, render, wording
from tests.report_builders import document, evidence, finding, full_report, report, result

if TYPE_CHECKING:
    from collections.abc import Iterator

    from docx.document import Document

    from policyalign.model.report import Report
    from tests.conftest import Golden

NAMES = ["Outcomes", "Documents", "Items in figures", "Evidence", "Items in figures", "Actions",
         "Evidence", "Discouraged wording"]  # fmt: skip


def opened(made: Report) -> Document:
    return docx.Document(io.BytesIO(render(made, "docx")))


def named(table: Table, what: str = "tblCaption") -> str:
    (found,) = table._tbl.tblPr.findall(qn(f"w:{what}"))
    return str(found.get(qn("w:val")))


def the_table(made: Report, name: str) -> Table:
    """The last table of this name."""
    return [table for table in opened(made).tables if named(table) == name][-1]


def headings(made: Document, level: int) -> list[str]:
    return [p.text for p in made.paragraphs if p.style and p.style.name == f"Heading {level}"]


def shown(made: Document) -> Iterator[str]:
    for part in made.iter_inner_content():
        if isinstance(part, Paragraph):
            yield f"{part.style.name if part.style else ''}: {part.text}"
        else:
            yield f"[{named(part)}: {named(part, 'tblDescription')}]"
            for row in part.rows:
                yield " | ".join(cell.text.replace("\n", " / ") for cell in row.cells).rstrip()


def test_every_paragraph_and_cell(golden: Golden) -> None:
    golden("report-docx.txt", "\n".join(shown(opened(full_report()))) + "\n")


def test_each_document_has_its_parts_on_pages_of_its_own() -> None:
    made = opened(full_report())
    assert headings(made, 1) == ["How to read this report", "Summary", "neglect-strategy.pdf",
                                 "scan.pdf", "Safeguarding children policy"]  # fmt: skip
    assert headings(made, 2)[-5:] == ["What was found, in figures", "Actions, most important first",
                                      "Evidence", "Discouraged wording",
                                      "What was not read"]  # fmt: skip
    fresh = [p.text for p in made.paragraphs if p.paragraph_format.page_break_before]
    assert fresh == headings(made, 1)[1:]
    assert [named(table) for table in made.tables] == NAMES


def test_actions_are_ordered_and_leave_room_for_owner_and_date() -> None:
    rows = [[cell.text for cell in row.cells] for row in the_table(full_report(), "Actions").rows]
    assert rows[0] == ["Item", "What is missing", "You could write", "Owner", "Due date"]
    titles = [row[0].split("\n")[0] for row in rows[1:]]
    assert titles == ["Commits to using the framework", "Danger statements and safety goals",
                      "Names the framework", "Respectful wording"]  # fmt: skip
    assert all(row[0].split("\n")[1].endswith("?") for row in rows[1:])
    assert {(row[3], row[4]) for row in rows[1:]} == {("", "")}
    assert all(row[1] and row[2] for row in rows[1:])


def test_tables_have_a_description_a_repeated_heading_and_whole_rows() -> None:
    for table in opened(full_report()).tables:
        assert len(named(table, "tblDescription")) > 20
        properties = [row._tr.trPr for row in table.rows]
        heads = [p is not None and p.find(qn("w:tblHeader")) is not None for p in properties]
        assert heads == [True] + [False] * (len(heads) - 1)
        assert all(p is not None and p.find(qn("w:cantSplit")) is not None for p in properties)
        widths = sum(cell.width or 0 for cell in table.rows[0].cells)
        assert widths / 360_000 == pytest.approx(17, abs=0.1)


def test_a_row_longer_than_most_may_go_on_overleaf() -> None:
    long = result("commits", Outcome.MET, evidence("signs-of-safety", "word " * 400))
    _, row = the_table(report(document("a.docx", long)), "Evidence").rows
    assert row._tr.trPr is None


def test_no_paragraph_is_empty_and_the_last_is_no_table() -> None:
    made = opened(full_report())
    assert all(paragraph.text.strip() for paragraph in made.paragraphs)
    assert isinstance(list(made.iter_inner_content())[-1], Paragraph)


def test_language_title_day_and_page_numbers() -> None:
    made = opened(replace(full_report(), settings=Settings(today="2026-11-03")))
    properties = made.core_properties
    assert (properties.title, properties.language) == ("Gap report: Signs of Safety", "en-GB")
    assert (properties.author, properties.comments) == ("", "")
    assert properties.created is not None
    assert properties.created.date().isoformat() == "2026-11-03"
    languages = {e.get(qn("w:val")) for e in made.styles.element.iter(qn("w:lang"))}
    languages |= {e.get(qn("w:val")) for e in made.settings.element.iter(qn("w:themeFontLang"))}
    assert languages == {"en-GB"}
    fields = made.sections[0].footer._element.iter(qn("w:fldSimple"))
    assert [field.get(qn("w:instr")) for field in fields] == ["PAGE", "NUMPAGES"]
    assert "Date: 3 November 2026" in [p.text for p in made.paragraphs]
    assert not any(p.text.startswith("Date:") for p in opened(full_report()).paragraphs)


def test_nothing_of_the_librarys_own_document_is_left() -> None:
    with zipfile.ZipFile(io.BytesIO(render(full_report(), "docx"))) as package:
        assert [name for name in package.namelist() if name.startswith("docProps/")] == [
            "docProps/core.xml",
            "docProps/app.xml",
            "docProps/custom.xml",
        ]


def test_the_cover_says_what_it_cannot_show() -> None:
    lines = " ".join(p.text for p in opened(full_report()).paragraphs[:8])
    assert office_wording.ONLY_WORDS in lines
    assert "This report measures wording and coverage only." in lines


def test_hostile_words_are_plain_letters() -> None:
    words = "=cmd|' /C calc'!A0 <script>alert(1)</script>\x1b[31m\x00\u202e\ud800\ufffe end"
    made = document(
        f"{words}.docx",
        result("commits", Outcome.NOT_MET, evidence("signs-of-safety", words), failed=(1,)),
        title=words,
        agency=words,
        discouraged=(finding(words),),
    )
    data = render(report(made, unread=(Unread(path=words, reason=words),)), "docx")
    text = "\n".join(shown(docx.Document(io.BytesIO(data))))
    plainly = "=cmd|' /C calc'!A0 <script>alert(1)</script>\ufffd[31m\ufffd\ufffd\ufffd\ufffd end"
    assert text.count(plainly) >= 7
    assert not set(text) & set("\x1b\x00\u202e\ud800\ufffe")
    with zipfile.ZipFile(io.BytesIO(data)) as package:
        assert b"<script" not in b"".join(map(package.read, package.namelist()))


def test_very_long_text_is_whole() -> None:
    words = "x" * 40_000
    made = report(document("a.docx", result("commits", Outcome.MET,
                                            evidence("signs-of-safety", words))))  # fmt: skip
    assert words in the_table(made, "Evidence").rows[1].cells[1].text


def test_places_of_one_wording_stand_together() -> None:
    table = the_table(full_report(), "Discouraged wording")
    (row,) = [[cell.text for cell in row.cells] for row in table.rows[1:]]
    assert row[0] == "“failed to engage”\n“failure to engage”"
    assert row[1] == "page 9, 7 Reviews\nForms"


def test_a_document_of_which_nothing_could_be_checked_is_not_called_complete() -> None:
    unclear = result("commits", Outcome.UNCLEAR, reason="page 1 could not be read")
    for items in ((), (unclear,)):
        lines = [p.text for p in opened(report(document("a.pdf", *items))).paragraphs]
        assert wording.NONE_CHECKED in lines
        assert wording.NOTHING_MISSING not in lines


def test_a_run_that_read_nothing_still_names_the_files() -> None:
    made = opened(report(unread=(Unread(path="old.doc", reason="save it as .docx"),)))
    assert "old.doc: Save it as .docx." in [p.text for p in made.paragraphs]
    assert headings(made, 1) == ["How to read this report", "Summary"]


def test_the_same_report_gives_the_same_bytes() -> None:
    first = render(full_report(), "docx")
    assert first == render(full_report(), "docx")
    with zipfile.ZipFile(io.BytesIO(first)) as package:
        assert {entry.date_time for entry in package.infolist()} == {(1980, 1, 1, 0, 0, 0)}


def test_our_own_reader_finds_the_headings() -> None:
    read = WordFile(render(full_report(), "docx")).document(path="gaps.docx", sha256="")
    found = [block.text for block in read.blocks if block.kind == "heading"]
    assert [text for text in headings(opened(full_report()), 2) if text not in found] == []
