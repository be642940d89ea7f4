"""Write a sample as a PDF in one or two columns, with running lines, boxes and ruled tables."""

from __future__ import annotations

import io
from collections.abc import Iterator
from typing import Any

from reportlab.lib.colors import HexColor
from reportlab.lib.enums import TA_JUSTIFY
from reportlab.lib.pagesizes import A4
from reportlab.lib.styles import ParagraphStyle
from reportlab.lib.units import mm
from reportlab.pdfgen.canvas import Canvas
from reportlab.platypus import (
    BaseDocTemplate,
    Flowable,
    Frame,
    Image,
    NextPageTemplate,
    PageBreak,
    PageTemplate,
    Paragraph,
    Spacer,
    Table,
)

from tools.samples.scan import flowchart
from tools.samples.source import Form, Part, Source, spans

_INK = HexColor("#1F3A5F")
_MARGIN, _TOP, _BOTTOM, _GUTTER = 20 * mm, 25 * mm, 22 * mm, 8 * mm
_BODY = ParagraphStyle(
    "body", fontName="Times-Roman", fontSize=11.5, leading=15, spaceAfter=6, embeddedHyphenation=1
)
_JUSTIFIED = ParagraphStyle("justified", _BODY, alignment=TA_JUSTIFY)
_BULLET = ParagraphStyle("bullet", _BODY, leftIndent=12, bulletIndent=2)
_CELL = ParagraphStyle("cell", _BODY, fontName="Helvetica", fontSize=9, leading=11.5, spaceAfter=0)
_TITLE = ParagraphStyle(
    "title", fontName="Helvetica-Bold", fontSize=22, leading=27, textColor=_INK, spaceAfter=10
)
_HEADINGS = {
    1: ParagraphStyle(
        "h1", _TITLE, fontSize=13.5, leading=17, spaceBefore=9, spaceAfter=4, keepWithNext=1
    ),
    2: ParagraphStyle(
        "h2", _TITLE, fontSize=11, leading=14, spaceBefore=6, spaceAfter=3, keepWithNext=1
    ),
}
_QUOTE = ParagraphStyle(
    "quote",
    _BODY,
    fontName="Times-Italic",
    leftIndent=8,
    rightIndent=8,
    spaceBefore=10,
    spaceAfter=12,
    borderWidth=1,
    borderColor=_INK,
    borderPadding=6,
    backColor=HexColor("#EEF2F6"),
)


def make(source: Source) -> bytes:
    """Give the bytes of the PDF for a text; ``columns`` in its facts is 1 or 2."""
    target = io.BytesIO()
    facts = source.facts
    template = BaseDocTemplate(
        target, pagesize=A4, title=facts["title"], author=facts["author"], invariant=1
    )
    template.addPageTemplates([_page(facts), _bare_page()])
    width = _column_width(facts["columns"])
    template.build([flowable for part in source.parts for flowable in _flow(part, source, width)])
    return target.getvalue()


def _column_width(columns: int) -> float:
    return float((A4[0] - 2 * _MARGIN - (columns - 1) * _GUTTER) / columns)


def _page(facts: dict[str, Any]) -> PageTemplate:
    width = _column_width(facts["columns"])
    frames = [
        Frame(
            _MARGIN + column * (width + _GUTTER),
            _BOTTOM,
            width,
            A4[1] - _TOP - _BOTTOM,
            leftPadding=0,
            rightPadding=0,
        )
        for column in range(facts["columns"])
    ]

    def running(canvas: Canvas, _: BaseDocTemplate) -> None:
        canvas.setFont("Helvetica", 8)
        canvas.drawString(_MARGIN, A4[1] - 15 * mm, facts["header"])
        footer = facts["footer"].replace("{PAGE}", str(canvas.getPageNumber()))
        canvas.drawCentredString(A4[0] / 2, 12 * mm, footer)

    return PageTemplate("page", frames, onPage=running)


def _bare_page() -> PageTemplate:
    """Give a page without running lines, for a picture that fills it."""
    frame = Frame(0, 0, *A4, leftPadding=0, rightPadding=0, topPadding=0, bottomPadding=0)
    return PageTemplate("picture", [frame])


def _flow(part: Part, source: Source, width: float) -> Iterator[Flowable]:
    facts = source.facts
    text = _marked(part.text, facts)
    match part.form:
        case Form.HEADING:
            is_title = part.text == facts["title"]
            yield Paragraph(text, _TITLE if is_title else _HEADINGS[part.level])
        case Form.BULLET | Form.CLAUSE:
            yield Paragraph(text, _BULLET, bulletText="•")
        case Form.QUOTE:
            yield Paragraph(text, _QUOTE)
        case Form.TABLE:
            yield _table(part, facts, width)
            yield Spacer(1, 8)
        case Form.MARK if part.text == "picture":
            yield NextPageTemplate("picture")
            yield PageBreak()
            yield Image(io.BytesIO(flowchart(facts["flowchart"])), A4[0] - 1, A4[1] - 1)
            yield NextPageTemplate("page")
            yield PageBreak()
        case Form.MARK:
            yield PageBreak()
        case _:
            yield Paragraph(text, _JUSTIFIED if facts["columns"] > 1 else _BODY)


def _marked(text: str, facts: dict[str, Any]) -> str:
    """Turn mark-up into reportlab's, with soft hyphens in the words the facts divide."""
    for divided in facts.get("divide", ()):
        text = text.replace(divided.replace("-", ""), divided.replace("-", "\u00ad"))
    marks = {"bold": "<b>{}</b>", "newline": "<br/>"}
    return "".join(
        marks.get(span.mark, "{}").format(span.text.replace("&", "&amp;")) for span in spans(text)
    )


def _table(part: Part, facts: dict[str, Any], width: float) -> Table:
    columns = len(part.rows[0])
    shares = facts.get("shares", {}).get(str(columns), [1] * columns)
    cells = [
        [
            _cell(text, facts, bold=row == 0 if part.headed else column == 0)
            for column, text in enumerate(texts)
        ]
        for row, texts in enumerate(part.rows)
    ]
    table = Table(cells, [width * share / sum(shares) for share in shares], repeatRows=part.headed)
    table.setStyle([("GRID", (0, 0), (-1, -1), 0.5, _INK), ("VALIGN", (0, 0), (-1, -1), "TOP")])
    return table


def _cell(text: str, facts: dict[str, Any], *, bold: bool) -> Paragraph:
    marked = _marked(text, facts)
    return Paragraph(f"<b>{marked}</b>" if bold else marked, _CELL)
