"""Find ruled tables from the lines drawn on a page.

PDFium gives the lines in microseconds; pdfplumber's table geometry makes cells of them. Its own
reading of a page, which takes a tenth of a second, is never started.
"""

from __future__ import annotations

import importlib
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from typing import Any

from policyalign.readers.pdf.drawing import Drawing, Rectangle

_MOST_EDGES = 1_500
_MOST_CROSSINGS = 2_500
_SNAP = 3.0
_NARROWEST = 8.0
_LOWEST = 6.0


@dataclass(frozen=True, slots=True, kw_only=True)
class TableCell:
    """One cell: where it lies and its place in its table, both counted from 1."""

    area: Rectangle
    row: int
    column: int


@dataclass(frozen=True, slots=True, kw_only=True)
class Table:
    """A ruled table of at least two cells, with its cells in reading order."""

    area: Rectangle
    cells: tuple[TableCell, ...]

    def cell_at(self, x: float, y: float) -> TableCell | None:
        """Give the cell that a point lies in."""
        for cell in self.cells:
            left, bottom, right, top = cell.area
            if left <= x <= right and bottom <= y <= top:
                return cell
        return None


def find_tables(drawing: Drawing) -> tuple[Table, ...]:
    """Give the ruled tables of a page, from the top down."""
    edges = list(_edges(drawing))
    upright = sum(edge["orientation"] == "v" for edge in edges)
    if upright < 2 or len(edges) - upright < 2 or len(edges) > _MOST_EDGES:
        return ()
    # Loaded when a file first has ruled lines: it takes longer than reading most files does.
    geometry = importlib.import_module("pdfplumber.table")
    merged = geometry.merge_edges(edges, _SNAP, _SNAP, _SNAP, _SNAP)
    crossings = geometry.edges_to_intersections(merged, _SNAP, _SNAP)
    if len(crossings) > _MOST_CROSSINGS:
        return ()
    cells = geometry.intersections_to_cells(crossings)
    groups = geometry.cells_to_tables(cells)
    return tuple(table for group in groups for table in _table(group))


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


def _edges(drawing: Drawing) -> Iterator[dict[str, Any]]:
    for rule in drawing.rules:
        yield _edge(rule, upright=rule.height > rule.width)
    for box in drawing.boxes:
        left, bottom, right, top = box
        yield _edge(Rectangle(left, bottom, left, top), upright=True)
        yield _edge(Rectangle(right, bottom, right, top), upright=True)
        yield _edge(Rectangle(left, bottom, right, bottom), upright=False)
        yield _edge(Rectangle(left, top, right, top), upright=False)


def _edge(rule: Rectangle, *, upright: bool) -> dict[str, Any]:
    """Describe a line as pdfplumber does, which measures downwards."""
    left, bottom, right, top = rule
    x, y = (left + right) / 2, -(bottom + top) / 2
    return {
        "orientation": "v" if upright else "h",
        "x0": x if upright else left,
        "x1": x if upright else right,
        "top": -top if upright else y,
        "bottom": -bottom if upright else y,
        "doctop": -top if upright else y,
        "width": 0 if upright else right - left,
        "height": top - bottom if upright else 0,
    }


def _table(group: list[tuple[float, float, float, float]]) -> Iterator[Table]:
    areas = [Rectangle(x0, -bottom, x1, -top) for x0, top, x1, bottom in group]
    areas = [a for a in areas if a.width >= _NARROWEST and a.height >= _LOWEST]
    if len(areas) < 2:
        return
    tops = _steps(-area.top for area in areas)
    lefts = _steps(area.left for area in areas)
    cells = [TableCell(area=a, row=_rank(tops, -a.top), column=_rank(lefts, a.left)) for a in areas]
    cells.sort(key=lambda cell: (cell.row, cell.column))
    whole = Rectangle(
        min(a.left for a in areas),
        min(a.bottom for a in areas),
        max(a.right for a in areas),
        max(a.top for a in areas),
    )
    yield Table(area=whole, cells=tuple(cells))


def _steps(values: Iterable[float]) -> list[float]:
    steps: list[float] = []
    for value in sorted(values):
        if not steps or value - steps[-1] > _SNAP:
            steps.append(value)
    return steps


def _rank(steps: list[float], value: float) -> int:
    return sum(step <= value + 0.01 for step in steps)
