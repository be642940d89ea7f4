"""The few shapes of which the Word report is made: headings, paragraphs, lists and tables."""

from __future__ import annotations

import io
from datetime import datetime
from typing import TYPE_CHECKING, Any

import docx
from docx.enum.style import WD_STYLE_TYPE
from docx.enum.text import WD_ALIGN_PARAGRAPH
from docx.opc.constants import CONTENT_TYPE, RELATIONSHIP_TYPE
from docx.opc.packuri import PackURI
from docx.opc.part import Part
from docx.oxml import OxmlElement
from docx.oxml.ns import qn
from docx.shared import Cm, Pt, RGBColor

from policyalign.renderers.office_file import UNSEALED, sealed
from policyalign.renderers.plain import plain, plain_span
from policyalign.renderers.word.table import CELL, fill, parts
from policyalign.report_mark import MARK, PROPERTIES

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from docx.text.paragraph import Paragraph

    from policyalign.renderers.word.table import Grid, Words

LANGUAGE = "en-GB"
_FONT = "Calibri"
_DARK = RGBColor(0x1F, 0x38, 0x64)
_TYPED = "Heading 1", "Heading 2", "Title", "Subtitle"
_PROPERTIES = (
    '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n'
    '<Properties xmlns="http://schemas.openxmlformats.org/officeDocument/2006/custom-properties" '
    'xmlns:vt="http://schemas.openxmlformats.org/officeDocument/2006/docPropsVTypes">'
    '<property fmtid="{D5CDD505-2E9C-101B-9397-08002B2CF9AE}" pid="2" '
    f'name="{MARK}"><vt:lpwstr>{UNSEALED}</vt:lpwstr></property>'
    "%s</Properties>"
)
_SECOND_MARK = (
    '<property fmtid="{D5CDD505-2E9C-101B-9397-08002B2CF9AE}" pid="3" name="%s">'
    "<vt:lpwstr>1</vt:lpwstr></property>"
)


class Page:
    """A document in the making; ``mark`` is a property besides that of all reports."""

    def __init__(self, *, title: str, footer: str, day: str, mark: str = "") -> None:
        self._document = docx.Document()
        self._set_properties(title, day)
        self._set_mark(mark)
        self._set_styles()
        section = self._document.sections[0]
        section.page_width, section.page_height = Cm(21), Cm(29.7)
        section.left_margin = section.right_margin = Cm(2)
        section.top_margin = section.bottom_margin = Cm(2)
        self._fill_footer(section.footer.paragraphs[0], footer)

    def title(self, title: str, *below: str) -> None:
        """Write the title of the document, and lines of a subtitle."""
        self._document.add_paragraph(plain(title), "Title")
        for line in filter(None, below):
            self._document.add_paragraph(plain(line), "Subtitle")

    def heading(self, words: str, level: int = 1, *, new_page: bool = False) -> None:
        """Write a heading of level 1 or 2, at the top of a page if that is wanted."""
        made = self._document.add_heading(plain(words), level)
        made.paragraph_format.page_break_before = new_page or None

    def line(self, *words: Words) -> None:
        """Write a paragraph for each of the texts that say something."""
        for said in words:
            if said:
                _fill(self._document.add_paragraph(), said)

    def bullets(self, lines: Iterable[Words]) -> None:
        """Write a list."""
        for said in lines:
            _fill(self._document.add_paragraph(style="List Bullet"), said)

    def table(self, grid: Grid, rows: Iterable[Sequence[Sequence[Words]]]) -> None:
        """Write a table; each cell is a sequence of paragraphs."""
        table = self._document.add_table(rows=0, cols=len(grid.columns), style="Table Grid")
        table.autofit = False
        for made, column in zip(table.columns, grid.columns, strict=True):
            made.width = Cm(column.width)
        fill(table, grid, rows)

    def data(self) -> bytes:
        """Give the bytes of the file: the same for the same contents."""
        made = io.BytesIO()
        self._document.save(made)
        return sealed(made.getvalue())

    def _set_mark(self, mark: str) -> None:
        # The library knows no properties of one's own.
        package = self._document.part.package
        name, kind = PackURI(f"/{PROPERTIES}"), CONTENT_TYPE.OFC_CUSTOM_PROPERTIES
        properties = _PROPERTIES % (_SECOND_MARK % mark if mark else "")
        part = Part(name, kind, properties.encode(), package)
        package.relate_to(part, RELATIONSHIP_TYPE.CUSTOM_PROPERTIES)

    def _set_properties(self, title: str, day: str) -> None:
        # The library's template brings an author, a remark, a time and a picture of its own.
        properties = self._document.core_properties
        properties.title, properties.language = plain(title)[:255], LANGUAGE
        properties.author = properties.comments = properties.last_modified_by = ""
        properties.created = properties.modified = datetime.fromisoformat(day)
        links = self._document.part.package.rels
        for name in [n for n, link in links.items() if link.reltype == RELATIONSHIP_TYPE.THUMBNAIL]:
            del links[name]

    def _set_styles(self) -> None:
        styles = self._document.styles
        for element in (styles.element, self._document.settings.element):
            for language in element.iter(qn("w:lang"), qn("w:themeFontLang")):
                language.set(qn("w:val"), LANGUAGE)
        for name in _TYPED:
            style = styles[name]
            style.element.rPr.rFonts.attrib.clear()  # the theme's fonts would win
            style.font.name, style.font.color.rgb = _FONT, _DARK
        normal = styles["Normal"]
        normal.font.name, normal.font.size = _FONT, Pt(11)
        normal.paragraph_format.space_before = normal.paragraph_format.space_after = Pt(4)
        normal.paragraph_format.line_spacing = 1.1
        for name, before in (("Heading 1", 18), ("Heading 2", 14)):
            styles[name].paragraph_format.space_before = Pt(before)
            styles[name].paragraph_format.space_after = Pt(6)
        cell = styles.add_style(CELL, WD_STYLE_TYPE.PARAGRAPH)
        cell.base_style, cell.font.size = normal, Pt(9)
        cell.paragraph_format.space_before = cell.paragraph_format.space_after = Pt(2)
        cell.paragraph_format.line_spacing = 1.0

    def _fill_footer(self, paragraph: Paragraph, footer: str) -> None:
        paragraph.alignment = WD_ALIGN_PARAGRAPH.RIGHT
        paragraph.add_run(f"{plain(footer)} – page ")
        _add_field(paragraph, "PAGE")
        paragraph.add_run(" of ")
        _add_field(paragraph, "NUMPAGES")


def _fill(paragraph: Paragraph, words: Words) -> None:
    for said in parts(words):
        run = paragraph.add_run(plain_span(said.text))
        run.bold = said.strong or None


def _add_field(paragraph: Paragraph, code: str) -> None:
    field: Any = OxmlElement("w:fldSimple")
    field.set(qn("w:instr"), code)
    field.append(paragraph.add_run("1")._r)
    paragraph._p.append(field)
