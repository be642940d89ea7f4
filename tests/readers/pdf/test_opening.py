"""Files and pages that cannot be read, and what people typed into a PDF."""

from __future__ import annotations

import re
import time

import pytest
from reportlab.lib.pdfencrypt import StandardEncryption
from reportlab.pdfgen.canvas import Canvas

from policyalign.errors import ReadError
from policyalign.model.document import Kind, NoticeKind
from policyalign.readers.pdf import lines, read_pdf
from tests.readers.pdf.builder import BODY, both, grid, make, picture, read, text, texts


def _shape(canvas: Canvas) -> None:
    canvas.circle(300, 400, 100)


def _blank(canvas: Canvas) -> None:
    canvas.setFont("Helvetica", 11)


@pytest.mark.parametrize(
    ("data", "reason"),
    [
        pytest.param(b"", "empty", id="empty"),
        pytest.param(b"Dear all", "not a PDF", id="another-format"),
        pytest.param(make(text(*BODY))[:600], "damaged", id="cut-short"),
        pytest.param(make(_blank), "blank", id="blank"),
        pytest.param(make(picture(0, 0, 595, 842)), "scan", id="scan"),
        pytest.param(make(_shape), "shapes", id="shapes"),
    ],
)
def test_what_cannot_be_read_is_refused_with_the_reason(data: bytes, reason: str) -> None:
    with pytest.raises(ReadError, match=reason):
        read(data)


def test_a_password_is_named_and_a_way_out_given() -> None:
    locked = make(text(*BODY), encrypt=StandardEncryption("secret", ownerPassword="owner"))
    with pytest.raises(ReadError, match=r"password\. Ask for an unprotected copy"):
        read(locked)


@pytest.mark.parametrize("strength", [40, 128])
def test_a_file_protected_only_against_change_is_read(strength: int) -> None:
    key = StandardEncryption("", ownerPassword="owner", strength=strength)
    assert texts(read(make(text(*BODY), encrypt=key))) == [" ".join(BODY)]


def test_scanned_pages_and_large_pictures_are_named_with_their_page() -> None:
    document = read(
        make(
            text(*BODY),
            picture(0, 0, 595, 842),
            both(text(*BODY), picture(60, 200, 400, 400)),
            both(text(*BODY), picture(60, 200, 50, 50)),
        )
    )
    assert [(n.kind, n.page) for n in document.notices] == [
        (NoticeKind.SCANNED_PAGE, 2),
        (NoticeKind.PICTURE, 3),
    ]
    assert document.notices[0].reason == (
        "page 2 is a picture with no text: looks like a scan; not read"
    )


def test_a_scan_whose_text_was_recognised_is_no_scan() -> None:
    page = both(picture(0, 0, 595, 842), text(*BODY * 3))
    assert read(make(page)).notices == ()


def test_form_values_stand_beside_their_question() -> None:
    def form(canvas: Canvas) -> None:
        canvas.acroForm.textfield(name="worry", x=60, y=690, width=200, height=20,
                                  value="Mum is tired and the house is cold")  # fmt: skip
        canvas.acroForm.checkbox(name="seen", x=60, y=640, checked=True)

    words = both(text("What are we worried about?", y=720), text("What is next?", y=600))
    document = read(make(both(words, form)))
    assert [(b.kind, b.text) for b in document.blocks] == [
        (Kind.PARAGRAPH, "What are we worried about?"),
        (Kind.FORM_FIELD, "Mum is tired and the house is cold"),
        (Kind.PARAGRAPH, "What is next?"),
    ]


def test_text_laid_over_a_page_is_read_and_comments_are_not() -> None:
    def notes(canvas: Canvas) -> None:
        canvas.freeTextAnnotation("Agreed by the network", Rect=(60, 600, 300, 620), DA="/F1 11 Tf")
        canvas.textAnnotation("Is this right?", Rect=(60, 500, 80, 520))

    document = read(make(both(text(*BODY), notes)))
    assert texts(document, Kind.FORM_FIELD) == ["Agreed by the network"]
    assert not any("Is this right" in words for words in texts(document))


def test_document_control_comes_from_its_table() -> None:
    rows = [
        ["Title", "Safeguarding children"],
        ["Version", "2.0 final"],
        ["Owner", "Head of Family Help"],
        ["Review date", "30 June 2027"],
    ]
    document = read(make(both(text("Example Council", size=20), grid(rows), text(*BODY, y=400))))
    assert document.title == "Safeguarding children"
    assert document.control.version == "2.0 final"
    assert document.control.owner == "Head of Family Help"
    assert document.control.review == "30 June 2027"


@pytest.mark.parametrize(
    ("stated", "title"),
    [("Online safety policy", "Online safety policy"), ("Microsoft Word - pol_v3.docx", None)],
)
def test_without_headings_the_title_is_the_stated_one_if_it_is_one(
    stated: str, title: str | None
) -> None:
    assert read(make(text(*BODY), title=stated)).title == title


def test_path_hash_and_pages_are_told() -> None:
    document = read_pdf(make(text(*BODY), text(*BODY)), path="a/b.pdf", sha256="ab")
    assert (document.path, document.sha256, document.pages) == ("a/b.pdf", "ab", 2)


def test_a_page_past_the_limit_of_characters_is_told(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(lines, "MOST_PAGE_CHARACTERS", 50)
    (notice,) = read(make(text(*BODY))).notices
    assert (notice.kind, notice.page) == (NoticeKind.LIMIT, 1)


def test_pages_past_the_limit_are_told(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("policyalign.readers.pdf.MOST_PAGES", 1)
    document = read(make(text(*BODY), text(*BODY)))
    (notice,) = document.notices
    assert notice.reason == "only the first 1 of 2 pages were read"
    assert document.pages == 2


def test_a_page_tree_that_turns_on_itself_is_told() -> None:
    data = make(text(*BODY)).replace(b"/Count 1", b"/Count 2")
    kids = data[data.index(b"/Kids [") :].split(b"]")[0]
    page = kids.split(b"[")[1].strip()
    data = data.replace(kids, b"/Kids [ " + page + b" 99 0 R ", 1)
    document = read(data)
    assert texts(document) == [" ".join(BODY)]


@pytest.mark.parametrize("by_row", [True, False], ids=["row-by-row", "column-by-column"])
def test_control_rows_without_rules_are_read(by_row: bool) -> None:
    labels = ("Policy title", "Version", "Owner", "Review date")
    values = ("Safeguarding children", "3.1", "Head of Service", "30 June 2027")
    if by_row:
        rows = zip(labels, values, strict=True)
        draws = [
            both(text(label, y=700 - 20 * n), text(value, x=250, y=700 - 20 * n))
            for n, (label, value) in enumerate(rows)
        ]
    else:
        draws = [text(*labels, y=700, leading=20), text(*values, x=250, y=700, leading=20)]
    document = read(make(both(*draws, text(*BODY, y=500))))
    assert document.title == "Safeguarding children"
    assert (document.control.version, document.control.owner) == ("3.1", "Head of Service")
    assert document.control.review == "30 June 2027"


def test_type_drawn_so_large_that_it_stands_nowhere_is_read() -> None:
    """PDFium answers with numbers that are none."""

    def draw(canvas: Canvas) -> None:
        text(*BODY)(canvas)
        canvas.addLiteral("594 0 0 840 0 0 cm " * 13)
        text("We use a safety plan.")(canvas)

    assert texts(read(make(draw)))[0].startswith(BODY[0])


@pytest.mark.parametrize("more", [b"", b"6 0 R "], ids=["itself", "its-own-page-too"])
def test_a_page_tree_that_goes_round_ends(more: bytes) -> None:
    data = make(text(*BODY))
    tree = re.search(rb"(\d+) 0 obj\s*<<[^>]*/Kids \[ (\d+ 0 R)", data)
    assert tree
    kids = b"/Kids [ " + tree[2] + b" " + tree[1] + b" 0 R " + more
    data = data.replace(b"/Kids [ " + tree[2], kids).replace(b"/Count 1", b"/Count 2000000")
    document = read(data)
    assert texts(document)[0] == " ".join(BODY)
    assert len(document.blocks) < 5_000


@pytest.mark.parametrize("operator", ["0 0 m 9 9 l S ", "q Q ", "BT ET ", "BT (a) Tj ET "])
def test_a_page_of_a_million_operators_is_read_in_time(operator: str) -> None:
    def draw(canvas: Canvas) -> None:
        text(*BODY)(canvas)
        canvas.addLiteral(operator * (1_000_000 // (operator.count(" ") - 1)))

    began = time.process_time()
    assert texts(read(make(draw)))[0].startswith(BODY[0])
    assert time.process_time() - began < 30


@pytest.mark.parametrize("length", [b"0", b"7", b"999999", b"2147483648", b"-1"])
def test_a_stream_that_lies_about_its_length_is_read_or_refused(length: bytes) -> None:
    honest = make(text(*BODY))
    lying = re.sub(rb"/Length \d+", b"/Length " + length, honest)
    assert lying != honest
    try:
        found = texts(read(lying))
    except ReadError as problem:
        found = [str(problem)]
    assert found[0] == " ".join(BODY) or "blank" in found[0] or "damaged" in found[0]
