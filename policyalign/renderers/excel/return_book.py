"""A return as a workbook: where to start, the questions, the documents, and a hidden record."""

from __future__ import annotations

import datetime
import io
import zipfile
from typing import TYPE_CHECKING, Any

from xlsxwriter import Workbook

from policyalign.model.returns import Answer
from policyalign.renderers import return_record, return_wording
from policyalign.renderers.excel.return_looks import Looks
from policyalign.renderers.excel.return_start import draw_start
from policyalign.renderers.excel.sheet import fitted, height
from policyalign.renderers.office_file import UNSEALED, ZIP_TIME, sealed
from policyalign.renderers.plain import plain
from policyalign.renderers.return_layout import (
    COLUMNS,
    DATA,
    DOCUMENT_COLUMNS,
    DOCUMENTS,
    ITEMS,
    RATING_KEYS,
    SPARE_ROWS,
    START,
    Column,
    Whose,
    answer_cells,
    document_cells,
    item_cells,
    unread_cells,
)
from policyalign.renderers.return_record import Record
from policyalign.report_mark import MARK

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from policyalign.model.pack import Pack
    from policyalign.model.returns import Return

# Rows of the sheet of questions, counted from 0.
_HEADING_ROW = 1
_FIRST_ROW = 2
_A4 = 9
_PRINT_SCALE = 68
# What may be done with a sheet whose other cells are locked.
_ALLOWED = {
    "objects": True,
    "format_cells": True,
    "format_columns": True,
    "format_rows": True,
    "sort": True,
    "autofilter": True,
    "insert_hyperlinks": True,
}
_DATE = {
    "validate": "date",
    "criteria": ">=",
    "value": datetime.date(2000, 1, 1),
    "error_message": return_wording.WANTS_DATE,
}
_LABELS_COLUMN = "B"


def render_return(made: Return, pack: Pack) -> bytes:
    """Give a return, and what has been filled in already, as the bytes of an ``.xlsx`` file.

    ``pack`` is the one that the return was made with. The same return gives the same bytes. One in
    which nothing is filled in bears the seal that lets it be written over.
    """
    file = io.BytesIO()
    workbook = Workbook(file, {"in_memory": True})
    created = datetime.datetime.combine(made.made, datetime.time())
    workbook.set_properties({"title": plain(return_wording.title(pack)), "created": created})
    workbook.set_custom_property(MARK, UNSEALED)
    looks = Looks(workbook)
    sheets: dict[str, Any] = {
        name: workbook.add_worksheet(name) for name in (START, ITEMS, DOCUMENTS, DATA)
    }
    draw_start(sheets[START], looks, made, pack)
    _draw_items(sheets[ITEMS], looks, made)
    _draw_documents(sheets[DOCUMENTS], looks, made, pack)
    _draw_record(sheets[DATA], Record(made=made, fingerprint=pack.fingerprint))
    for name in (START, ITEMS, DOCUMENTS):
        _set_up_page(sheets[name], name, made)
    workbook.close()
    whole = _growing(file.getvalue())
    return whole if any(row.answer != Answer() for row in made.rows) else sealed(whole)


def _growing(made: bytes) -> bytes:
    """Let rows grow with what is typed into them: their heights were worked out, not set by hand.

    XlsxWriter writes every height as if a person had set it.
    """
    result = io.BytesIO()
    with zipfile.ZipFile(io.BytesIO(made)) as old, zipfile.ZipFile(result, "w") as new:
        for name in old.namelist():
            data = old.read(name)
            if name.startswith("xl/worksheets/"):
                data = data.replace(b' customHeight="1"', b"")
            entry = zipfile.ZipInfo(name, ZIP_TIME)
            entry.compress_type = zipfile.ZIP_DEFLATED
            new.writestr(entry, data)
    return result.getvalue()


def _draw_items(sheet: Any, looks: Looks, made: Return) -> None:
    for number, column in enumerate(COLUMNS):
        sheet.set_column(number, number, column.width)
        sheet.write_string(0, number, column.whose.value, looks.band(column.whose))
        sheet.write_string(_HEADING_ROW, number, column.heading, looks.heading(column.whose))
    bands, headings = [c.whose.value for c in COLUMNS], [c.heading for c in COLUMNS]
    for at, words in enumerate((bands, headings)):
        sheet.set_row(at, height((f"{one} ▼ " for one in words), (c.width for c in COLUMNS)))
    for at, row in enumerate(made.rows, start=_FIRST_ROW):
        answers = answer_cells(row.answer, made.labels)
        _write_row(sheet, looks, at, COLUMNS, {**item_cells(row), **answers})
    last = _FIRST_ROW + max(len(made.rows), 1) - 1
    sheet.autofilter(_HEADING_ROW, 0, last, len(COLUMNS) - 1)
    sheet.freeze_panes(_FIRST_ROW, _keys(COLUMNS).index("area"))
    sheet.repeat_rows(0, _HEADING_ROW)
    _set_rules(sheet, looks, made, last + SPARE_ROWS)
    # On paper what is filled in has a page of its own beside that of the findings.
    keys = _keys(COLUMNS)
    sheet.repeat_columns(0, keys.index("title"))
    sheet.set_v_pagebreaks([keys.index("rating")])
    sheet.set_print_scale(_PRINT_SCALE)
    sheet.print_across()


def _write_row(
    sheet: Any,
    looks: Looks,
    at: int,
    columns: Sequence[Column],
    cells: Mapping[str, str | datetime.date],
) -> None:
    for number, column in enumerate(columns):
        value = cells.get(column.key, "")
        said = fitted(value) if isinstance(value, str) else ""
        look = looks.cell(column, said)
        if isinstance(value, datetime.date):
            sheet.write_datetime(at, number, value, look)
        elif said:
            sheet.write_string(at, number, said, look)
        else:
            sheet.write_blank(at, number, None, look)
    texts = (value if isinstance(value, str) else None for value in map(cells.get, _keys(columns)))
    sheet.set_row(at, height(texts, (column.width for column in columns)))


def _keys(columns: Sequence[Column]) -> list[str]:
    return [column.key for column in columns]


def _set_rules(sheet: Any, looks: Looks, made: Return, last: int) -> None:
    """Set what may be chosen or entered, and colour the findings by their words."""
    rating = {
        "validate": "list",
        "source": f"='{DATA}'!${_LABELS_COLUMN}$1:${_LABELS_COLUMN}${len(made.labels)}",
        "error_title": "Rating",
        "error_message": return_wording.wants_rating(made.labels),
    }
    for number, column in enumerate(COLUMNS):
        if column.key in RATING_KEYS:
            sheet.data_validation(_FIRST_ROW, number, last, number, rating)
        elif column.key == "due":
            sheet.data_validation(_FIRST_ROW, number, last, number, _DATE)
        elif column.key == "outcome":
            for outcome, look in looks.of_outcomes.items():
                word = return_wording.outcome_word(outcome)
                rule = {"type": "cell", "criteria": "==", "value": f'"{word}"', "format": look}
                sheet.conditional_format(_FIRST_ROW, number, last, number, rule)


def _draw_documents(sheet: Any, looks: Looks, made: Return, pack: Pack) -> None:
    for number, column in enumerate(DOCUMENT_COLUMNS):
        sheet.set_column(number, number, column.width)
        sheet.write_string(0, number, column.heading, looks.heading(Whose.PROGRAM))
    # Beside its words a heading has the arrow of the filter.
    headings = (f"{column.heading} ▼▼ " for column in DOCUMENT_COLUMNS)
    sheet.set_row(0, height(headings, (column.width for column in DOCUMENT_COLUMNS)))
    types = {name: kind.name for name, kind in pack.types.items()}
    rows = [document_cells(one, types.get(one.type, one.type)) for one in made.documents]
    rows += map(unread_cells, made.unread)
    for at, cells in enumerate(rows, start=1):
        _write_row(sheet, looks, at, DOCUMENT_COLUMNS, cells)
    sheet.autofilter(0, 0, max(len(rows), 1), len(DOCUMENT_COLUMNS) - 1)
    sheet.freeze_panes(1, 1)
    sheet.repeat_rows(0)


def _draw_record(sheet: Any, record: Record) -> None:
    """Keep the words for the ratings, from which cells are chosen, and what is read back."""
    labels = list(record.made.labels.values())
    for at, label in enumerate(labels):
        sheet.write_string(at, 1, plain(label))
    for at, texts in enumerate(return_record.cells(record), start=len(labels)):
        for number, text in enumerate(texts):
            sheet.write_string(at, number, text)
    sheet.protect()
    sheet.very_hidden()


def _set_up_page(sheet: Any, name: str, made: Return) -> None:
    sheet.protect("", _ALLOWED)
    sheet.set_landscape()
    sheet.set_paper(_A4)
    sheet.set_margins(left=0.4, right=0.4, top=0.7, bottom=0.6)
    if name != ITEMS:
        sheet.fit_to_pages(1, 0)
    # An ampersand begins a code in a header, and a header holds 255 letters.
    shown = plain(" – ".join(filter(None, (name, made.agency))))[:100].replace("&", "&&")
    sheet.set_header(f"&L{shown}")
    sheet.set_footer("&RPage &P of &N")
    if name == START:
        sheet.activate()
