"""The good files that are spoilt: the samples, and two in which every kind of thing stands."""

from __future__ import annotations

from functools import cache
from pathlib import Path

from reportlab.pdfgen.canvas import Canvas

from tests.readers import docx_builder as word
from tests.readers.pdf import builder as pdf

_SAMPLES = Path(__file__).parents[2] / "samples"
_NUMBERING = (
    '<w:abstractNum w:abstractNumId="0"><w:lvl w:ilvl="0"><w:start w:val="1"/>'
    '<w:numFmt w:val="lowerRoman"/><w:lvlText w:val="%1."/></w:lvl></w:abstractNum>'
    '<w:num w:numId="1"><w:abstractNumId w:val="0"/></w:num>'
)
_WORDS = "We will write a danger statement and a safety plan with each family."


@cache
def word_files() -> tuple[bytes, ...]:
    """Give the Word files."""
    return (_all_of_word(), *(path.read_bytes() for path in sorted(_SAMPLES.glob("*.docx"))))


@cache
def pdf_files() -> tuple[bytes, ...]:
    """Give the PDFs."""
    return (_all_of_pdf(), *(path.read_bytes() for path in sorted(_SAMPLES.glob("*.pdf"))))


def _all_of_word() -> bytes:
    merged = word.cell("Across", properties='<w:gridSpan w:val="2"/><w:vMerge w:val="restart"/>')
    return word.docx(
        word.p("Safeguarding policy", style="Heading1"),
        word.numbered(_WORDS),
        word.numbered("We do not use a safety plan.", level=0),
        word.table(word.row(merged, "One"), word.row("Two", word.table(word.row("Inner")))),
        word.grid(("Version", "2.0"), ("Owner", "Head of Family Help")),
        word.p(word.text_box("What are we worried about?", _WORDS)),
        word.p(word.field('TOC \\o "1-3"', word.run("Aims 3")), style="TOC1"),
        word.p(word.inserted(word.run(_WORDS)), word.deleted("Service user")),
        word.p(word.content_control(word.run("Chosen"), "<w:dropDownList/>")),
        word.p(word.picture("A map"), '<w:r><w:footnoteReference w:id="2"/></w:r>'),
        word.bold("References", size=32),
        word.p("Working together (2023)."),
        styles=word.HEADINGS + word.heading_style(4, "Mine", based_on="Heading1"),
        numbering=_NUMBERING,
        parts={
            "word/header1.xml": word.p("Example Council"),
            "word/footnotes.xml": f'<w:footnote w:id="2">{word.p(_WORDS)}</w:footnote>',
        },
        links={"rId9": ("header", "header1.xml")},
        section='<w:headerReference w:type="default" r:id="rId9"/>',
    )


def _all_of_pdf() -> bytes:
    def form(canvas: Canvas) -> None:
        canvas.acroForm.textfield(name="worry", x=60, y=690, width=200, height=20, value=_WORDS)
        canvas.freeTextAnnotation("Agreed", Rect=(60, 600, 300, 620), DA="/F1 11 Tf")
        canvas.bookmarkPage("top")

    rows = [["Version", "2.0 final"], ["Owner", "Head of Family Help"]]
    return pdf.make(
        pdf.both(pdf.text("Safeguarding policy", size=20), pdf.grid(rows), pdf.text(_WORDS, y=500)),
        pdf.both(pdf.text(*pdf.BODY), form, pdf.picture(60, 200, 400, 300)),
        pdf.by_turns(pdf.BODY, pdf.BODY),
        title="Safeguarding policy",
    )
