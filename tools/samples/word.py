"""Write a sample as a Word file with styles, fields, numbered clauses and tables."""

from __future__ import annotations

from collections.abc import Iterable
from typing import TYPE_CHECKING

import docx
from docx.enum.style import WD_STYLE_TYPE
from docx.enum.text import WD_BREAK, WD_TAB_ALIGNMENT, WD_TAB_LEADER
from docx.shared import Cm, Pt, RGBColor
from docx.table import Table, _Cell
from docx.text.paragraph import Paragraph

from tools.samples.boxes import add_boxes
from tools.samples.source import Form, Part, Source
from tools.samples.word_file import packed
from tools.samples.word_marks import Marks, add_field, end_field, new_element, numbering

if TYPE_CHECKING:
    from docx.document import Document

_BOLD_SIZES = {1: 13, 2: 11}


def make(source: Source) -> bytes:
    """Give the bytes of the Word file for a text."""
    document = docx.Document()
    _set_up(document, source)
    _Writer(document, source).write()
    return packed(document, source.facts)


def _set_up(document: Document, source: Source) -> None:
    facts = source.facts
    section = document.sections[0]
    section.page_width, section.page_height = Cm(21), Cm(29.7)
    section.left_margin = section.right_margin = Cm(2.2)
    font = document.styles["Normal"].font
    font.name, font.size = "Arial", Pt(11)
    for level in (1, 2):
        style = document.styles[f"Heading {level}"]
        style.element.rPr.rFonts.attrib.clear()  # the theme's fonts would win
        style.font.name, style.font.color.rgb = "Arial", RGBColor(0x1F, 0x3A, 0x5F)
    contents = document.styles.add_style("toc 1", WD_STYLE_TYPE.PARAGRAPH)
    contents.base_style = document.styles["Normal"]
    contents.paragraph_format.tab_stops.add_tab_stop(
        Cm(16), WD_TAB_ALIGNMENT.RIGHT, WD_TAB_LEADER.DOTS
    )
    if "header" in facts:
        section.header.paragraphs[0].text = facts["header"]
    if "footer" in facts:
        _fill_footer(section.footer.paragraphs[0], facts["footer"])


def _fill_footer(paragraph: Paragraph, text: str) -> None:
    """Write the footer; ``{PAGE}`` and ``{NUMPAGES}`` become fields."""
    for piece in text.replace("{", "}").split("}"):
        if piece in {"PAGE", "NUMPAGES"}:
            add_field(paragraph, piece, "1")
        else:
            paragraph.add_run(piece)


class _Writer:
    """Adds the parts of a text to a document, one after the other."""

    def __init__(self, document: Document, source: Source) -> None:
        self._document = document
        self._source = source
        self._marks = Marks(document, source.facts)
        self._numbered = bool(source.facts.get("numbered"))
        self._list = numbering(document) if self._numbered else ""

    def write(self) -> None:
        if "box" in self._source.facts:
            add_boxes(self._document, self._source, self._marks)
            return
        for part in self._source.parts:
            self._add(part)
        self._marks.finish()

    def _add(self, part: Part) -> None:
        match part.form:
            case Form.HEADING:
                self._heading(part)
            case Form.TABLE:
                self._table(part)
            case Form.MARK:
                self._mark(part.text)
            case Form.CLAUSE if self._numbered:
                self._number(self._paragraph(part.text), 1)
            case Form.CLAUSE:
                self._paragraph(part.text, "List Number")
            case Form.BULLET:
                self._paragraph(part.text, "List Bullet")
            case Form.QUOTE:
                self._paragraph(part.text, "Intense Quote")
            case _:
                self._paragraph(part.text)

    def _paragraph(self, text: str, style: str | None = None) -> Paragraph:
        paragraph = self._document.add_paragraph(style=style)
        self._marks.fill(paragraph, text)
        return paragraph

    def _heading(self, part: Part) -> None:
        if self._source.facts.get("headings") == "bold":
            run = self._document.add_paragraph().add_run(part.text)
            run.bold, run.font.size = True, Pt(_BOLD_SIZES[part.level])
            return
        style = "Title" if part.level == 1 and part.text == self._source.facts["title"] else None
        paragraph = self._paragraph(part.text, style or f"Heading {part.level}")
        if self._numbered and part.numbered and part.level == 1 and not style:
            self._number(paragraph, 0)

    def _number(self, paragraph: Paragraph, level: int) -> None:
        numbers = new_element("w:numPr")
        numbers.append(new_element("w:ilvl", val=str(level)))
        numbers.append(new_element("w:numId", val=self._list))
        paragraph._p.get_or_add_pPr().append(numbers)

    def _mark(self, name: str) -> None:
        if name == "page":
            self._document.add_paragraph().add_run().add_break(WD_BREAK.PAGE)
        else:
            self._contents()

    def _contents(self) -> None:
        """Write a contents field with the lines that Word kept from its last update."""
        headings = [p for p in self._source.parts if p.form is Form.HEADING and p.level == 1]
        shown = [p for p in headings if p.text != self._source.facts["title"]]
        lines = list(_contents_lines(shown, self._source.facts["pages"]))
        paragraphs = [self._document.add_paragraph(style="toc 1") for _ in lines]
        add_field(paragraphs[0], r'TOC \o "1-1" \h \z \u', lines[0], ended=False)
        for paragraph, line in zip(paragraphs[1:], lines[1:], strict=True):
            paragraph.add_run(line)
        end_field(paragraphs[-1])

    def _table(self, part: Part) -> None:
        table = self._document.add_table(len(part.rows), len(part.rows[0]), style="Table Grid")
        for row, cells in enumerate(part.rows):
            for column, text in enumerate(cells):
                if text not in {"<", "^"}:
                    cell = _joined(table, part.rows, row, column)
                    bold = row == 0 if part.headed else column == 0
                    self._marks.fill(cell.paragraphs[0], text)
                    if bold:
                        _mark_as_label(cell)
        self._document.add_paragraph()


def _contents_lines(headings: list[Part], pages: list[int]) -> Iterable[str]:
    number = 0
    for heading, page in zip(headings, pages, strict=True):
        number += heading.numbered
        yield f"{number}. {heading.text}\t{page}" if heading.numbered else f"{heading.text}\t{page}"


def _joined(table: Table, rows: tuple[tuple[str, ...], ...], row: int, column: int) -> _Cell:
    """Give the cell, merged with those on its right and below that belong to it."""
    last_row, last_column = row, column
    while last_column + 1 < len(rows[row]) and rows[row][last_column + 1] == "<":
        last_column += 1
    while last_row + 1 < len(rows) and rows[last_row + 1][column] == "^":
        last_row += 1
    cell: _Cell = table.cell(row, column).merge(table.cell(last_row, last_column))
    return cell


def _mark_as_label(cell: _Cell) -> None:
    """Make the words of a cell bold and its ground grey."""
    for run in cell.paragraphs[0].runs:
        run.bold = True
    shade = new_element("w:shd", val="clear", color="auto", fill="D9E2EC")
    cell._tc.get_or_add_tcPr().append(shade)
