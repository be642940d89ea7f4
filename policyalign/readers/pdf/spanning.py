"""Put tables together that run on over the end of a page, and the rows that it cuts."""

from __future__ import annotations

import itertools
from collections.abc import Iterable, Sequence

from policyalign.model.document import Cell
from policyalign.readers.pdf.lines import Line
from policyalign.readers.pdf.pages import Page
from policyalign.readers.pdf.paragraphs import has_ended
from policyalign.readers.pdf.tables import Table

_NEAR = 4.0

Lines = tuple[Line, ...]


def span_tables(pages: Sequence[Page], body: Sequence[Lines]) -> list[Lines]:
    """Give the lines of each page, with tables that run on carrying their number and rows on.

    A header row that is repeated on the next page is taken out. The rest of a cut row is put with
    its beginning.
    """
    result = [list(lines) for lines in body]
    tables = dict(_counted(pages))
    for before, after in itertools.pairwise(result):
        ending = before[-1].cell if before else None
        beginning = after[0].cell if after else None
        if ending and beginning:
            first, second = tables[ending.table], tables[beginning.table]
            if _alike(first, second):
                _carry_on(before, after, ending.table, beginning.table)
    return [tuple(lines) for lines in result]


def _counted(pages: Iterable[Page]) -> Iterable[tuple[int, Table]]:
    return enumerate((table for page in pages for table in page.tables), 1)


def _alike(one: Table, other: Table) -> bool:
    """Tell whether two tables have the same columns in the same places."""
    sides, others = _sides(one), _sides(other)
    return len(sides) == len(others) and all(
        abs(a - b) <= _NEAR for a, b in zip(sides, others, strict=True)
    )


def _sides(table: Table) -> list[float]:
    lefts = {cell.column: cell.area.left for cell in table.cells}
    return [*(lefts[column] for column in sorted(lefts)), table.area.right]


def _carry_on(before: list[Line], after: list[Line], table: int, continued: int) -> None:
    """Move the lines of a table on the later page into the table on the earlier one."""
    earlier = [line for line in before if line.cell and line.cell.table == table]
    later = [line for line in after if line.cell and line.cell.table == continued]
    rest = [line for line in after if not line.cell or line.cell.table != continued]
    rows = sorted({line.cell.row for line in later if line.cell})
    if _words(earlier, 1) == _words(later, rows[0]) and len(rows) > 1:
        later = [line for line in later if line.cell and line.cell.row != rows[0]]
        del rows[0]
    last = max(line.cell.row for line in earlier if line.cell)
    shift = last + 1 - rows[0]
    if _is_cut(earlier, last, later, rows[0]):
        shift -= 1
    moved = [_moved(line, table, shift) for line in later]
    cut = [line for line in moved if line.cell and line.cell.row == last]
    whole = [line for line in moved if line.cell and line.cell.row != last]
    start = before.index(earlier[0])
    before[start:] = sorted([*before[start:], *cut], key=_place)
    after[:] = [*whole, *rest]


def _words(lines: Iterable[Line], row: int) -> list[str]:
    return [line.text for line in lines if line.cell and line.cell.row == row]


def _is_cut(earlier: Sequence[Line], last: int, later: Sequence[Line], first: int) -> bool:
    """Tell whether the first row of the later page goes on with a cell of the last row before."""
    ends = {line.cell.column: line for line in earlier if line.cell and line.cell.row == last}
    begins: dict[int, Line] = {}
    for line in later:
        if line.cell and line.cell.row == first:
            begins.setdefault(line.cell.column, line)
    empty = 1 in ends and 1 not in begins
    return any(
        column in ends and not has_ended(ends[column].text) and (empty or line.text[:1].islower())
        for column, line in begins.items()
    )


def _moved(line: Line, table: int, shift: int) -> Line:
    if line.cell is None:
        return line
    row = line.cell.row + shift
    return line._replace(cell=Cell(table=table, row=row, column=line.cell.column))


def _place(line: Line) -> tuple[int, int]:
    return (line.cell.row, line.cell.column) if line.cell else (0, 0)
