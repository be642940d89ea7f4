"""The tables of the form, as XML that can go into a new document or into one that is there."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from docx.oxml import OxmlElement
from docx.oxml.ns import qn
from docx.shared import Cm

from policyalign.renderers import form_wording, wording
from policyalign.renderers.plain import plain
from policyalign.renderers.word.table import CELL_ID
from policyalign.returns.form.controls import add, add_control, add_run, number
from policyalign.returns.form.fields import (
    ABOUT_MARK,
    AGENCY,
    DOCUMENTS_MARK,
    FIELDS,
    item_mark,
    tag,
)

if TYPE_CHECKING:
    from collections.abc import Mapping

    from policyalign.model.returns import Rating, Return, Row

_WIDTHS = (5, 12)
_LABEL, _AUTOMATIC, _PARTNERSHIP = "DCE6F1", "F2F2F2", "FFF2CC"
_LINE = "8EA9C8"
# A row with more letters than this may go on overleaf.
_SHORT = 700


def item_block(row: Row, labels: Mapping[Rating, str], *, gone: bool = False) -> tuple[Any, Any]:
    """Give the heading and the table of an item."""
    table = _table(row.title, form_wording.item_table(row.title))
    _add_row(table, form_wording.QUESTION, row.question, mark=item_mark(row.item), head=True)
    for label, said in automatic(row, gone=gone):
        _add_row(table, label, said, shade=_AUTOMATIC)
    choices = tuple(labels.values())
    for field in FIELDS:
        cell = _add_row(table, field.label, None, shade=_PARTNERSHIP if field.partnership else "")
        said = getattr(row.answer, field.name)
        add_control(
            cell,
            field,
            tag=tag(field, row.item),
            of=row.title,
            said=labels.get(said, said),
            choices=choices,
        )
    _keep_together(table)
    return _heading(row.title), table


def automatic(row: Row, *, gone: bool = False) -> tuple[tuple[str, str], tuple[str, str]]:
    """Give the two rows that the documents fill in: label and words."""
    finding = row.finding
    said = form_wording.GONE if gone else form_wording.finding(finding)
    return (
        (form_wording.FINDING, said),
        (form_wording.EXHIBIT, form_wording.exhibit(finding.exhibit, finding.outcome)),
    )


def about_table(made: Return) -> Any:
    """Give the table that says whose return it is; the agency can be filled in."""
    table = _table(form_wording.TITLE, form_wording.ABOUT_TABLE)
    cell = _add_row(table, form_wording.AGENCY, None, mark=ABOUT_MARK)
    of = form_wording.TITLE
    add_control(cell, AGENCY, tag=tag(AGENCY, ""), of=of, said=made.agency)
    for label, said in about(made):
        _add_row(table, label, said, shade=_AUTOMATIC)
    return table


def about(made: Return) -> tuple[tuple[str, str], tuple[str, str]]:
    """Give what the form says of how it was made: label and words."""
    return (
        (form_wording.CHECKLIST, form_wording.checklist(made.pack, made.pack_version)),
        (form_wording.READ_ON, wording.day(made.made.isoformat())),
    )


def documents_table(made: Return) -> Any:
    """Give the table of the documents read, and of the files that were not."""
    table = _table(form_wording.DOCUMENTS, form_wording.DOCUMENTS_TABLE)
    _add_row(table, form_wording.STATE, form_wording.DOCUMENT, mark=DOCUMENTS_MARK, head=True)
    for document in made.documents:
        _add_row(table, form_wording.READ, form_wording.document(document), shade=_AUTOMATIC)
    for unread in made.unread or (() if made.documents else (form_wording.NONE_READ,)):
        _add_row(table, form_wording.UNREAD, unread, shade=_AUTOMATIC)
    return table


def _heading(words: str) -> Any:
    paragraph: Any = OxmlElement("w:p")
    add(add(paragraph, "pPr"), "pStyle", val="Heading2")
    add_run(paragraph, words)
    return paragraph


def _table(name: str, description: str) -> Any:
    table: Any = OxmlElement("w:tbl")
    properties = add(table, "tblPr")
    add(properties, "tblStyle", val="TableGrid")
    add(properties, "tblW", w=_twips(sum(_WIDTHS)), type="dxa")
    borders = add(properties, "tblBorders")
    for side in ("top", "left", "bottom", "right", "insideH", "insideV"):
        add(borders, side, val="single", sz="4", space="0", color=_LINE)
    add(properties, "tblLayout", type="fixed")
    add(properties, "tblLook", val="00A0", firstRow="1", firstColumn="1", noVBand="1")
    add(properties, "tblCaption", val=plain(name))
    add(properties, "tblDescription", val=plain(description))
    grid = add(table, "tblGrid")
    for width in _WIDTHS:
        add(grid, "gridCol", w=_twips(width))
    return table


def _add_row(
    table: Any, label: str, said: str | None, *, mark: str = "", head: bool = False, shade: str = ""
) -> Any:
    """Add a row, and give its last paragraph. What nobody said yet is for a control."""
    row = add(table, "tr")
    properties = add(row, "trPr")
    if len(said or "") <= _SHORT:
        add(properties, "cantSplit")
    if head:
        add(properties, "tblHeader")
    first = _add_cell(row, _WIDTHS[0], _LABEL)
    if mark:
        add(first, "bookmarkStart", id=number(mark), name=mark)
    add_run(first, label, strong=True)
    if mark:
        add(first, "bookmarkEnd", id=number(mark))
    last = _add_cell(row, _WIDTHS[1], _LABEL if head else shade)
    if said is not None:
        add_run(last, said, strong=head)
    return last


def _add_cell(row: Any, width: float, shade: str) -> Any:
    cell = add(row, "tc")
    properties = add(cell, "tcPr")
    add(properties, "tcW", w=_twips(width), type="dxa")
    if shade:
        add(properties, "shd", val="clear", color="auto", fill=shade)
    paragraph = add(cell, "p")
    add(add(paragraph, "pPr"), "pStyle", val=CELL_ID)
    return paragraph


def _keep_together(table: Any) -> None:
    """Have all rows stand on one page if they can."""
    *rows, _ = table.iterchildren(qn("w:tr"))
    for row in rows:
        for properties in row.iter(qn("w:pPr")):
            add(properties, "keepNext")


def _twips(centimetres: float) -> str:
    return str(Cm(centimetres).twips)
