"""The tables of the form, as XML that can go into a new document or into one that is there."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from docx.oxml import OxmlElement
from docx.oxml.ns import qn
from docx.shared import Cm

from policyalign.renderers import form_wording, return_wording, wording
from policyalign.renderers.plain import plain
from policyalign.renderers.return_layout import Whose
from policyalign.renderers.word.table import CELL_ID
from policyalign.returns.form.cells import text_of
from policyalign.returns.form.controls import add, add_control, add_run, number
from policyalign.returns.form.fields import (
    ABOUT_MARK,
    AGENCY,
    DOCUMENTS_MARK,
    FIELDS,
    item_mark,
    tag,
)
from policyalign.returns.form.programs_words import sum_of

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

    from policyalign.model.pack import Pack
    from policyalign.model.returns import Rating, Return, Row

_WIDTHS = (5, 12)
_LABEL, _AUTOMATIC = "DCE6F1", "F2F2F2"
_SHADES = {Whose.PARTNERSHIP: "FFF2CC"}
_LINE = "8EA9C8"
# A row with more letters than this may go on overleaf.
_SHORT = 700


def item_block(row: Row, labels: Mapping[Rating, str], note: str = "") -> tuple[Any, Any]:
    """Give the heading and the table of an item; ``note`` is what is new about its finding."""
    table = _table(row.title, form_wording.item_table(row.title))
    (label, question), *found = program_rows(row, note)
    _add_row(table, label, question, mark=item_mark(row.item), head=True)
    for label, said in found:
        _add_row(table, label, said, shade=_AUTOMATIC)
    choices = tuple(labels.values())
    for field in FIELDS:
        cell = _add_row(table, field.label, None, shade=_SHADES.get(field.whose, ""))
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
    return heading(row.title, 2), table


def program_rows(row: Row, note: str = "") -> tuple[tuple[str, str], ...]:
    """Give the rows of an item that nobody is to change: label and words, the question first."""
    return (
        (form_wording.QUESTION, row.question),
        (form_wording.FINDING, form_wording.finding(row.finding, note)),
        (form_wording.EXHIBIT, "\n".join(return_wording.exhibit(row.finding))),
    )


def known_words(made: Return, notes: Mapping[str, str] | None = None) -> Iterator[str]:
    """Give the sums of the words that nobody is to change; ``notes`` are those on findings."""
    yield sum_of(text_of(documents_table(made)))
    for row in made.rows:
        yield sum_of(row.title)
        for _, said in program_rows(row, (notes or {}).get(row.item, "")):
            yield sum_of(said)


def about_table(made: Return, pack: Pack) -> Any:
    """Give the table that says whose return it is; the agency can be filled in."""
    of = return_wording.TITLE
    table = _table(of, form_wording.ABOUT_TABLE)
    cell = _add_row(table, form_wording.AGENCY, None, mark=ABOUT_MARK)
    add_control(cell, AGENCY, tag=tag(AGENCY, ""), of=of, said=made.agency)
    for label, said in about(made, pack):
        _add_row(table, label, said, shade=_AUTOMATIC)
    return table


def about(made: Return, pack: Pack) -> tuple[tuple[str, str], tuple[str, str]]:
    """Give what the form says of how it was made: label and words."""
    return (
        (form_wording.COMPARED, return_wording.compared_with(pack)),
        (form_wording.READ_ON, wording.day(made.made.isoformat())),
    )


def ratings_table(labels: Mapping[Rating, str]) -> Any:
    """Give the table of what the ratings mean."""
    table = _table(return_wording.RATINGS_HEADING, form_wording.RATINGS_TABLE)
    _add_row(table, form_wording.RATING, form_wording.MEANING, head=True)
    for rating, label in labels.items():
        _add_row(table, label, return_wording.RATINGS[rating])
    return table


def documents_table(made: Return) -> Any:
    """Give the table of the documents read, and of the files that were not."""
    table = _table(form_wording.DOCUMENTS, form_wording.DOCUMENTS_TABLE)
    _add_row(table, form_wording.STATE, form_wording.DOCUMENT, mark=DOCUMENTS_MARK, head=True)
    for document in made.documents:
        _add_row(table, form_wording.READ, form_wording.document(document), shade=_AUTOMATIC)
    for unread in made.unread or (() if made.documents else (return_wording.NO_DOCUMENT,)):
        _add_row(table, form_wording.UNREAD, unread, shade=_AUTOMATIC)
    return table


def heading(words: str, level: int) -> Any:
    """Give a heading of level 1, for an area, or 2, for an item."""
    paragraph: Any = OxmlElement("w:p")
    add(add(paragraph, "pPr"), "pStyle", val=f"Heading{level}")
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
    add(properties, "tblLook", val="04A0", firstRow="1", firstColumn="1", noVBand="1")
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
