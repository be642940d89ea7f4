"""Find the cells between ruled lines.

Lines are merged as pdfplumber merges them. Where every upright line of a table meets every level
one, as in most tables, the cells follow at once. Other tables, with merged cells as a rule, go to
pdfplumber, whose time grows with the square of the lines and more.
"""

from __future__ import annotations

import importlib
import math
from collections import Counter
from collections.abc import Iterable, Iterator, Mapping, Sequence
from itertools import chain, pairwise
from typing import Any, NamedTuple

_MOST_CROSSINGS = 2_500
_NEAR = 3.0


class Edge(NamedTuple):
    """An upright line at an x, or a level one at a y, and where along the other axis it runs.

    Lengths are in points; y is measured downwards, as pdfplumber does.
    """

    at: float
    start: float
    end: float


Area = tuple[float, float, float, float]
"""Left, top, right and bottom of a cell."""


def find_grids(upright: Sequence[Edge], level: Sequence[Edge]) -> list[list[Area]]:
    """Give the cells of each ruled table of two cells or more, tables from the top down.

    Lines that meet at more places than any table has are a drawing, and give no tables.
    """
    columns, rows = _merged(upright), _merged(level)
    # Upright lines that meet the same level lines belong together.
    groups: dict[tuple[Edge, ...], list[Edge]] = {}
    for column in columns:
        met = tuple(row for row in rows if _meet(column, row))
        groups.setdefault(met, []).append(column)
    if _crossings(groups) > _MOST_CROSSINGS:
        return []
    uses = Counter(row for met in groups for row in met)
    shared = [met for met in groups if any(uses[row] > 1 for row in met)]
    grids = [_cells(group, met) for met, group in groups.items() if met not in shared]
    if shared:
        grids += _irregular((c for met in shared for c in groups[met]), chain.from_iterable(shared))
    return sorted((cells for cells in grids if len(cells) > 1), key=_corner)


def _crossings(groups: Mapping[tuple[Edge, ...], Sequence[Edge]]) -> int:
    """Count the points where lines meet; lines one above the other may share a point."""
    most = sum(len(met) * len(group) for met, group in groups.items())
    if most <= _MOST_CROSSINGS:
        return most
    return len({(c.at, r.at) for met, group in groups.items() for r in met for c in group})


def _corner(cells: Iterable[Area]) -> tuple[float, float]:
    return min((top, left) for left, top, _, _ in cells)


def _meet(column: Edge, row: Edge) -> bool:
    return (
        column.start <= row.at + _NEAR
        and column.end >= row.at - _NEAR
        and row.start - _NEAR <= column.at <= row.end + _NEAR
    )


def _cells(columns: Iterable[Edge], rows: Iterable[Edge]) -> list[Area]:
    """Give the cells of a table all of whose upright lines meet all of its level ones."""
    xs, ys = (sorted({edge.at for edge in edges}) for edges in (columns, rows))
    return [
        (left, top, right, bottom) for left, right in pairwise(xs) for top, bottom in pairwise(ys)
    ]


def _irregular(columns: Iterable[Edge], rows: Iterable[Edge]) -> list[list[Area]]:
    # Loaded only when needed: it takes longer than reading most files does.
    geometry = importlib.import_module("pdfplumber.table")
    edges: list[dict[str, Any]] = []
    for x, top, bottom in columns:
        edges.append({"orientation": "v", "x0": x, "x1": x, "top": top, "bottom": bottom})
    for y, left, right in set(rows):
        edges.append({"orientation": "h", "x0": left, "x1": right, "top": y, "bottom": y})
    crossings = geometry.edges_to_intersections(edges, _NEAR, _NEAR)
    cells = geometry.intersections_to_cells(crossings)
    found: list[list[Area]] = geometry.cells_to_tables(cells)
    return found


def _merged(edges: Sequence[Edge]) -> list[Edge]:
    """Give lines that lie side by side the same place, and join those that touch end to end."""
    joined: list[Edge] = []
    for edge in sorted(_snapped(edges)):
        last = joined[-1] if joined else None
        if last is None or edge.at != last.at or edge.start > last.end + _NEAR:
            joined.append(edge)
        elif edge.end > last.end:
            joined[-1] = last._replace(end=edge.end)
    return joined


def _snapped(edges: Sequence[Edge]) -> Iterator[Edge]:
    """Move lines each within 3 points of the next to the mean of their places."""
    runs: list[list[Edge]] = []
    run_at: dict[float, list[Edge]] = {}
    last = -math.inf
    for place in sorted({edge.at for edge in edges}):
        if place > last + _NEAR:
            runs.append([])
        run_at[place] = runs[-1]
        last = place
    for edge in edges:
        run_at[edge.at].append(edge)
    for run in runs:
        mean = sum(edge.at for edge in run) / len(run)
        # Moved by the difference, as pdfplumber does, for the same numbers to the last digit.
        yield from (edge._replace(at=edge.at + (mean - edge.at)) for edge in run)
