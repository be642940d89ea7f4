"""Returns and roll-ups as files in which somebody filled something in."""

from __future__ import annotations

import io
from pathlib import Path

import openpyxl

from policyalign.model.partnership import Partnership
from policyalign.model.returns import Answer, Return
from policyalign.renderers.excel.return_book import render_return
from policyalign.renderers.moderation_layout import SHEET, Heading
from policyalign.renderers.partnership import render
from policyalign.renderers.return_layout import COLUMNS, ITEMS, RATING_KEYS
from tests.report_builders import pack

_FIRST_ROW = 3


def write_return(path: Path, made: Return) -> Path:
    """Write a return with its answers typed in and saved by another program."""
    book = openpyxl.load_workbook(io.BytesIO(render_return(made, pack())))
    sheet = book[ITEMS]
    for number, row in enumerate(made.rows, start=_FIRST_ROW):
        for place, column in enumerate(COLUMNS, start=1):
            said = getattr(row.answer, column.key) if column.key in Answer.__slots__ else None
            if said:
                label = made.labels[said] if column.key in RATING_KEYS else said
                sheet.cell(number, place).value = label
    path.parent.mkdir(parents=True, exist_ok=True)
    book.save(path)
    return path


def write_moderated(path: Path, view: Partnership, *typed: tuple[str, str, str, str]) -> Path:
    """Write a roll-up in which, for an agency and an item, a rating and a comment are typed in."""
    book = openpyxl.load_workbook(io.BytesIO(render(view, ".xlsx")))
    sheet = book[SHEET]
    columns = {cell.value: number for number, cell in enumerate(sheet[1], start=1)}
    for agency, item, rating, comment in typed:
        (number,) = (
            row
            for row in range(2, sheet.max_row + 1)
            if sheet.cell(row, columns[Heading.AGENCY]).value == agency
            and sheet.cell(row, columns[Heading.REFERENCE]).value == item
        )
        sheet.cell(number, columns[Heading.MODERATED]).value = rating
        sheet.cell(number, columns[Heading.MODERATION]).value = comment
    book.save(path)
    return path
