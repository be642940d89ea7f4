"""Change some cells of a sheet and leave everything else in its part as it is."""

from __future__ import annotations

import re
from collections.abc import Iterable

from lxml import etree

from policyalign.errors import InputError
from policyalign.returns.cells import place, rows_of
from policyalign.returns.workbook import DAMAGED, Element, bytes_of, named

# A workbook writes a sign that XML cannot hold as such a code.
_LOOKS_ESCAPED = re.compile(r"_(?=x[0-9A-Fa-f]{4}_)")
_SPACE = "{http://www.w3.org/XML/1998/namespace}space"


class Patch:
    """A sheet whose cells are changed one by one."""

    def __init__(self, root: Element) -> None:
        """Look into the part. Raises ``InputError`` if it has no place for cells."""
        self._root = root
        data = next(named(root, "sheetData"), None)
        if data is None:
            raise InputError(DAMAGED)
        self._data: Element = data
        self._ns = self._data.tag.removesuffix("sheetData")
        self._rows: dict[int, Element] = {}
        self._cells: dict[tuple[int, int], Element] = {}
        for number, row, cells in rows_of(root):
            # Both may be left to be counted, which no longer works once something comes between.
            row.set("r", str(number))
            self._rows.setdefault(number, row)
            for column, cell in cells:
                cell.set("r", place(number, column))
                self._cells.setdefault((number, column), cell)
        self.formulas_lost = False

    def set(self, row: int, column: int, text: str) -> None:
        """Put a text into a cell, whose look stays; an empty text empties it."""
        cell = self._cell(row, column) if text else self._cells.get((row, column))
        if cell is None:
            return
        if next(named(cell, "f"), None) is not None:
            self.formulas_lost = True
        for part in list(cell):
            cell.remove(part)
        cell.attrib.pop("t", None)
        if text:
            cell.set("t", "inlineStr")
            holder = etree.SubElement(cell, f"{self._ns}is")
            said: Element = etree.SubElement(holder, f"{self._ns}t")
            said.text = _escaped(text)
            said.set(_SPACE, "preserve")

    def like(self, row: int, model: int) -> None:
        """Make an empty row look as another does, cell by cell."""
        for (number, column), cell in list(self._cells.items()):
            if number == model and (row, column) not in self._cells:
                look = cell.get("s")
                if look is not None:
                    self._cell(row, column).set("s", look)

    def grow(self, row: int, points: float) -> None:
        """Make a row at least this high, unless somebody set its height by hand."""
        line = self._row(row)
        known = line.get("ht", "0")
        if line.get("customHeight", "0") in {"0", "false"} and _points(known) < points:
            line.set("ht", f"{points:g}")

    def clear(self, rows: Iterable[int]) -> None:
        """Take rows away altogether."""
        for number in set(rows) & self._rows.keys():
            row = self._rows.pop(number)
            row.getparent().remove(row)
            self._cells = {at: cell for at, cell in self._cells.items() if at[0] != number}

    def reach(self, last_row: int) -> None:
        """Let the filter of the sheet reach down to this row."""
        for rule in named(self._root, "autoFilter"):
            start, colon, end = rule.get("ref", "").partition(":")
            letters = end.rstrip("0123456789")
            if colon and end[len(letters) :].isdigit() and int(end[len(letters) :]) < last_row:
                rule.set("ref", f"{start}:{letters}{last_row}")

    def done(self) -> bytes:
        """Give the part as it is now."""
        for dimension in list(named(self._root, "dimension")):
            # It may be left out, and would have to be worked out anew.
            dimension.getparent().remove(dimension)
        return bytes_of(self._root)

    def _cell(self, row: int, column: int) -> Element:
        known = self._cells.get((row, column))
        if known is not None:
            return known
        cell = etree.Element(f"{self._ns}c", r=place(row, column))
        line = self._row(row)
        before = [at[1] for at in self._cells if at[0] == row and at[1] < column]
        if before:
            self._cells[row, max(before)].addnext(cell)
        else:
            line.insert(0, cell)
        self._cells[row, column] = cell
        line.attrib.pop("spans", None)
        return cell

    def _row(self, number: int) -> Element:
        if number not in self._rows:
            row = etree.Element(f"{self._ns}row", r=str(number))
            before = [known for known in self._rows if known < number]
            if before:
                self._rows[max(before)].addnext(row)
            else:
                self._data.insert(0, row)
            self._rows[number] = row
        return self._rows[number]


def _points(height: str) -> float:
    try:
        return float(height)
    except ValueError:
        return 0.0


def _escaped(text: str) -> str:
    # Signs that XML cannot hold were replaced when the text was made plain.
    return _LOOKS_ESCAPED.sub("_x005F_", text)
