"""What is wrong with a return that somebody filled in, in words for that person."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum


class Severity(StrEnum):
    """How much a problem matters, the gravest first.

    ``unusable``: the file cannot be read as a return. ``odd``: something is wrong, or was not read.
    ``unfinished``: something is not filled in yet. ``note``: it was read, and how is worth knowing.
    """

    UNUSABLE = "unusable"
    ODD = "odd"
    UNFINISHED = "unfinished"
    NOTE = "note"


@dataclass(frozen=True, slots=True, kw_only=True)
class Problem:
    """One thing to look at. ``sheet`` and ``cell`` (such as ``I5``) are empty for the whole file.

    In a Word form, which has neither, ``sheet`` is the title of the item.

    ``row`` is the number of the row, from 1, by which problems of a sheet are put in order.
    """

    sentence: str
    severity: Severity
    sheet: str = ""
    cell: str = ""
    row: int = 0
