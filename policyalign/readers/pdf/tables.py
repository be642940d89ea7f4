"""Find ruled tables from the lines drawn on a page.

PDFium gives the lines in microseconds. pdfplumber's own reading of a page, which takes a tenth of
a second, is never started.
"""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from typing import NamedTuple

from policyalign.readers.pdf.drawing import Drawing, Rectangle
from policyalign.readers.pdf.grids import Area, Edge, find_grids

_MOST_EDGES = 1_500
_SNAP = 3.0
_NARROWEST = 8.0
_LOWEST = 6.0


class TableCell(NamedTuple):
    """One cell: where it lies and its place in its table, both counted from 1."""

    area: Rectangle
    row: int
    column: int


@dataclass(frozen=True, slots=True, kw_only=True)
class Table:
    """A ruled table of at least two cells, with its cells in reading order."""

    area: Rectangle
    cells: tuple[TableCell, ...]

    def cells_across(self, y: float) -> list[TableCell]:
        """Give the cells that a height runs through, of which a line of text needs no others."""
        return [
            cell for cell in self.cells for _, bottom, _, top in (cell.area,) if bottom <= y <= top
        ]


def cell_at(x: float, across: Iterable[TableCell]) -> TableCell | None:
    """Give the cell, of those at one height, that an x lies in."""
    for cell in across:
        left, _, right, _ = cell.area
        if left <= x <= right:
            return cell
    return None


def find_tables(drawing: Drawing) -> tuple[Table, ...]:
    """Give the ruled tables of a page, from the top down."""
    upright, level = _edges(drawing)
    if len(upright) < 2 or len(level) < 2 or len(upright) + len(level) > _MOST_EDGES:
        return ()
    tables = map(_table, find_grids(upright, level))
    return tuple(table for table in tables if table is not None)


def find_boxes(drawing: Drawing, tables: Iterable[Table], page: Rectangle) -> list[Rectangle]:
    """Give the boxes that set a passage apart: no table's cells and not the page's background."""
    taken = [table.area for table in tables]
    found: list[Rectangle] = []
    for box in drawing.boxes:
        small = box.width < 40 or box.height < 12
        whole = box.width > 0.9 * page.width and box.height > 0.5 * page.height
        x, y = (box.left + box.right) / 2, (box.bottom + box.top) / 2
        if not small and not whole and not any(area.holds(x, y) for area in taken):
            found.append(box)
    return found


def _edges(drawing: Drawing) -> tuple[list[Edge], list[Edge]]:
    """Give the upright and the level lines, the sides of boxes among them."""
    upright: list[Edge] = []
    level: list[Edge] = []
    for left, bottom, right, top in drawing.rules:
        if top - bottom > right - left:
            upright.append(Edge((left + right) / 2, -top, -bottom))
        else:
            level.append(Edge(-(bottom + top) / 2, left, right))
    for left, bottom, right, top in drawing.boxes:
        upright += Edge(left, -top, -bottom), Edge(right, -top, -bottom)
        level += Edge(-bottom, left, right), Edge(-top, left, right)
    return upright, level


def _table(grid: Sequence[Area]) -> Table | None:
    areas = [
        Rectangle(x0, -bottom, x1, -top)
        for x0, top, x1, bottom in grid
        if x1 - x0 >= _NARROWEST and bottom - top >= _LOWEST
    ]
    if len(areas) < 2:
        return None
    tops = _steps({-area.top for area in areas})
    lefts = _steps({area.left for area in areas})
    cells = [TableCell(a, _rank(tops, -a.top), _rank(lefts, a.left)) for a in areas]
    cells.sort(key=lambda cell: (cell.row, cell.column))
    left, bottom, right, top = zip(*areas, strict=True)
    whole = Rectangle(min(left), min(bottom), max(right), max(top))
    return Table(area=whole, cells=tuple(cells))


def _steps(values: Iterable[float]) -> list[float]:
    steps: list[float] = []
    for value in sorted(values):
        if not steps or value - steps[-1] > _SNAP:
            steps.append(value)
    return steps


def _rank(steps: list[float], value: float) -> int:
    return bisect_right(steps, value + 0.01)
