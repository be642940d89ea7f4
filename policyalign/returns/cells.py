"""The cells of one sheet: where they stand and what they hold."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

from policyalign.returns.workbook import Element, Workbook, named, text_of

_PLACE = re.compile(r"([A-Z]{1,3})([0-9]{1,7})")
_ROW = re.compile(r"[0-9]{1,7}")
_NUMBER_TYPES = frozenset({"", "n"})


@dataclass(frozen=True, slots=True, kw_only=True)
class Value:
    """What a cell holds. ``number`` is set where it is one, and then ``text`` is that number.

    Of a formula it is what the program that saved the file worked out.
    """

    text: str
    number: float | None = None
    is_formula: bool = False
    is_error: bool = False


Grid = dict[int, dict[int, Value]]


def read_cells(root: Element, book: Workbook) -> Grid:
    """Give the cells that hold something, by row and column, both counted from 1."""
    grid: Grid = {}
    for row, _, cells in rows_of(root):
        for column, cell in cells:
            value = _value(cell, book)
            if value.text or value.is_formula:
                grid.setdefault(row, {})[column] = value
    return grid


def rows_of(root: Element) -> Iterator[tuple[int, Element, list[tuple[int, Element]]]]:
    """Give each row with its number and its cells with theirs; either may be left to be counted."""
    row_number = 0
    for row in named(root, "row"):
        said = row.get("r", "")
        row_number = int(said) if _ROW.fullmatch(said) else row_number + 1
        cells = []
        column = 0
        for cell in row:
            if isinstance(cell.tag, str) and cell.tag.endswith("}c"):
                match = _PLACE.fullmatch(cell.get("r", ""))
                column = column_number(match[1]) if match else column + 1
                cells.append((column, cell))
        yield row_number, row, cells


def column_number(letters: str) -> int:
    """Give 1 for ``A`` and 27 for ``AA``."""
    number = 0
    for letter in letters:
        number = number * 26 + ord(letter) - ord("A") + 1
    return number


def place(row: int, column: int) -> str:
    """Give the name of a cell, such as ``I5``."""
    letters = ""
    while column:
        column, rest = divmod(column - 1, 26)
        letters = chr(ord("A") + rest) + letters
    return f"{letters}{row}"


def _value(cell: Element, book: Workbook) -> Value:
    kind = cell.get("t", "")
    raw = next((v.text or "" for v in named(cell, "v")), "")
    is_formula = next(named(cell, "f"), None) is not None
    if kind == "inlineStr":
        return Value(text=text_of(cell))
    if kind == "s":
        known = _ROW.fullmatch(raw) and int(raw) < len(book.strings)
        return Value(text=book.strings[int(raw)] if known else "", is_formula=is_formula)
    if kind in _NUMBER_TYPES and raw:
        return _number(raw, is_formula=is_formula)
    return Value(text=raw, is_formula=is_formula, is_error=kind == "e")


def _number(raw: str, *, is_formula: bool) -> Value:
    try:
        number = float(raw)
    except ValueError:
        return Value(text=raw, is_formula=is_formula)
    return Value(text=f"{number:.15g}", number=number, is_formula=is_formula)
