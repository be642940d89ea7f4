"""The tables of the Word report.

Their rows are written as XML: reports have thousands of cells, and the library takes several times
as long to make them.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Any, NamedTuple

from docx.oxml import OxmlElement
from docx.oxml.ns import qn
from docx.shared import Cm
from lxml.etree import SubElement

from policyalign.renderers.plain import plain, plain_span

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from docx.table import Table

# The style of the words in cells.
CELL, CELL_ID = "Table Text", "TableText"
_SHADE = "DCE6F1"
# A row whose fullest cell has more letters than this may go on overleaf.
_SHORT = 700


class Column(NamedTuple):
    """A heading and a width in centimetres; the widths of a table add up to 17."""

    heading: str
    width: float


class Said(NamedTuple):
    """Words in a cell or a paragraph, and whether they stand out."""

    text: str
    strong: bool = False


# A cell holds paragraphs; each is one text, or parts of which some stand out.
Words = str | tuple[Said, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Grid:
    """What a table is: its columns, a name, and what it shows for those who cannot see it."""

    columns: Sequence[Column]
    name: str
    description: str


def parts(words: Words) -> tuple[Said, ...]:
    """Give the parts of a paragraph."""
    return (Said(words),) if isinstance(words, str) else words


def fill(table: Table, grid: Grid, rows: Iterable[Sequence[Sequence[Words]]]) -> None:
    """Describe a table that has no rows, and give it a heading that is repeated, and these rows."""
    for name, words in (("w:tblCaption", grid.name), ("w:tblDescription", grid.description)):
        _add(table._tbl.tblPr, name, val=plain(words))
    headings = [((Said(column.heading, strong=True),),) for column in grid.columns]
    heading = _add_row(table, grid, headings, "w:cantSplit", "w:tblHeader")
    for properties in heading.iter(qn("w:tcPr")):
        _add(properties, "w:shd", val="clear", fill=_SHADE)
    for cells in rows:
        whole = max(map(_length, cells)) <= _SHORT
        _add_row(table, grid, cells, *(["w:cantSplit"] if whole else []))


def _add_row(table: Table, grid: Grid, cells: Sequence[Sequence[Words]], *marks: str) -> Any:
    row: Any = OxmlElement("w:tr")
    if marks:
        properties = _add(row, "w:trPr")
        for mark in marks:
            _add(properties, mark)
    for column, paragraphs in zip(grid.columns, cells, strict=True):
        cell = _add(row, "w:tc")
        _add(_add(cell, "w:tcPr"), "w:tcW", w=str(Cm(column.width).twips), type="dxa")
        # A cell that says nothing still needs a paragraph.
        for said in [said for said in paragraphs if said] or [()]:
            _add_paragraph(cell, parts(said))
    table._tbl.append(row)
    return row


def _add_paragraph(cell: Any, said: tuple[Said, ...]) -> None:
    paragraph = _add(cell, "w:p")
    _add(_add(paragraph, "w:pPr"), "w:pStyle", val=CELL_ID)
    for part in said:
        run = _add(paragraph, "w:r")
        if part.strong:
            _add(_add(run, "w:rPr"), "w:b")
        text = _add(run, "w:t")
        text.set(qn("xml:space"), "preserve")
        text.text = plain_span(part.text)


def _length(cell: Sequence[Words]) -> int:
    return sum(len(part.text) for words in cell for part in parts(words))


def _add(parent: Any, name: str, **attributes: str) -> Any:
    made = SubElement(parent, qn(name))
    for key, value in attributes.items():
        made.set(qn(f"w:{key}"), value)
    return made
