"""Passages that a person marked as saying a concept in other words, kept in the settings file."""

from __future__ import annotations

import difflib
from datetime import date, datetime
from typing import TYPE_CHECKING, Any

from policyalign.errors import InputError

if TYPE_CHECKING:
    from pathlib import Path

    from policyalign.model.review import Mark

NOT_DETECTED = "not-detected"

_NEEDED = ("concept", "file", "quote")
_TEXTS = (*_NEEDED, "by", "note")
_KEYS = (*_TEXTS, "date")


def read_marks(path: Path, tables: object) -> tuple[Mark, ...]:
    """Read the marks of a settings file. Raises ``InputError``, which names the first mistake."""
    from policyalign.model.review import Mark

    if not isinstance(tables, list) or not all(isinstance(table, dict) for table in tables):
        raise InputError(f"{path}: begin each mark with [[{NOT_DETECTED}]], in two brackets.")
    marks = []
    for number, table in enumerate(tables, start=1):
        place = f"{path}: {NOT_DETECTED} no. {number}"
        _check(place, table)
        texts = {key: table.get(key, "").strip() for key in _TEXTS}
        marks.append(Mark(**texts, date=table.get("date")))
    return tuple(marks)


def _check(place: str, table: dict[str, Any]) -> None:
    for key, value in table.items():
        if key not in _KEYS:
            raise InputError(f"{place}: there is no key “{key}”.{_nearest(key)}")
        if key == "date":
            _check_date(place, value)
        elif not isinstance(value, str):
            raise InputError(f"{place}: {key} must be text in quotes, not {value!r}.")
    for key in _NEEDED:
        # Words are what is looked for, and a mark without any would be found everywhere.
        if not any(map(str.isalnum, table.get(key, ""))):
            raise InputError(f"{place}: {key} is missing or holds no words.")


def _check_date(place: str, value: object) -> None:
    if not isinstance(value, date) or isinstance(value, datetime):
        raise InputError(f"{place}: date must be a day, 2026-05-01 without quotes, not {value!s}.")


def _nearest(key: str) -> str:
    near = difflib.get_close_matches(key, _KEYS, n=1)
    return f" Did you mean “{near[0]}”?" if near else f" The keys are: {', '.join(_KEYS)}."
