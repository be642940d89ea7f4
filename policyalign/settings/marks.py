"""Passages that a person marked as saying a concept in other words."""

from __future__ import annotations

from datetime import date

from policyalign.model.review import Mark
from policyalign.settings.days import read_day
from policyalign.settings.table import LinedTable

NOT_DETECTED = "not-detected"


def read_marks(main: LinedTable) -> tuple[Mark, ...]:
    """Read all marks."""
    return tuple(_mark(table) for table in main.entries_headed(NOT_DETECTED))


def _mark(table: LinedTable) -> Mark:
    mark = Mark(
        concept=_words(table, "concept"),
        file=_words(table, "file"),
        quote=_words(table, "quote"),
        by=table.text("by", ""),
        date=_day(table),
        note=table.text("note", ""),
    )
    table.close()
    return mark


def _words(table: LinedTable, key: str) -> str:
    """Give text that holds words: a mark without any would be found everywhere."""
    value = table.value(key, required=True)
    if value is None:
        return ""
    text = value.text()
    if text and not any(map(str.isalnum, text)):
        value.wrong("holds no words")
    return text


def _day(table: LinedTable) -> date | None:
    value = table.value("date")
    return read_day(value) if value else None
