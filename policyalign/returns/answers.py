"""Read what people typed into the row of one question."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date
from typing import Any

from policyalign.model.returns import Answer, Rating
from policyalign.renderers.return_layout import COLUMNS, HEADING_OF, RATING_KEYS, Whose
from policyalign.renderers.wording import day
from policyalign.returns.cells import Value
from policyalign.returns.entries import day_of_number, day_of_text, nearest_label, rating_of
from policyalign.returns.problems import Severity
from policyalign.returns.table import Table
from policyalign.returns.workbook import Workbook

_EMPTY = Value(text="")


def read_answer(table: Table, row: int, book: Workbook, labels: Mapping[Rating, str]) -> Answer:
    """Read the answer in a row; what is odd about a cell is noted in the table."""
    read: dict[str, Any] = {}
    for column in COLUMNS:
        if column.whose is Whose.PROGRAM or column.key not in table.columns:
            continue
        value = table.grid.get(row, {}).get(table.columns[column.key], _EMPTY)
        _note_formula(table, row, column.key, value)
        if value.is_error:
            continue
        if column.key in RATING_KEYS:
            read[column.key] = _rating(table, row, column.key, value, labels)
        elif column.key == "due":
            read["due"] = _day(table, row, value, book)
        else:
            read[column.key] = value.text.strip()
    return Answer(**read)


def _note_formula(table: Table, row: int, key: str, value: Value) -> None:
    if value.is_error:
        table.note(
            Severity.ODD,
            f"“{HEADING_OF[key]}” shows the error {value.text} and was not read. Type the words.",
            row,
            key,
        )
    elif value.is_formula:
        table.note(
            Severity.ODD,
            f"“{HEADING_OF[key]}” holds a formula; what it showed was read. Type the words "
            "themselves: a formula may show something else on another computer.",
            row,
            key,
        )


def _rating(
    table: Table, row: int, key: str, value: Value, labels: Mapping[Rating, str]
) -> Rating | None:
    text = value.text.strip()
    found = rating_of(text, labels)
    if text and found is None:
        near = nearest_label(text, labels)
        choice = f"Did you mean “{near}”?" if near else f"Choose one of: {_listed(labels)}."
        table.note(Severity.ODD, f"“{_short(text)}” is no rating. {choice}", row, key)
    return found


def _day(table: Table, row: int, value: Value, book: Workbook) -> date | None:
    text = value.text.strip()
    if value.number is not None:
        found = day_of_number(value.number, from_1904=book.counts_from_1904)
    else:
        found = day_of_text(text)
        if found:
            said = f"“{text}” is text and not a date; it was read as {day(found.isoformat())}."
            table.note(Severity.NOTE, said, row, "due")
    if text and found is None:
        said = f"“{_short(text)}” is no date. Give day, month and year, such as 31/03/2027."
        table.note(Severity.ODD, said, row, "due")
    return found


def _listed(labels: Mapping[Rating, str]) -> str:
    return ", ".join(labels.values())


def _short(text: str) -> str:
    line = " ".join(text.split())
    return line if len(line) <= 60 else f"{line[:59]}…"
