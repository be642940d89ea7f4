"""Put the lines of ruled tables into their cells, cut where they run through several."""

from __future__ import annotations

from collections.abc import Iterator

from policyalign.model.document import Cell
from policyalign.readers.pdf.lines import Line, PageText
from policyalign.readers.pdf.tables import Table, TableCell, cell_at


def middle_of(line: Line) -> float:
    """Give the height of the middle of the small letters of a line."""
    return line.y + 0.3 * line.size


def in_cells(
    lines: list[Line], tables: tuple[Table, ...], before: int, text: PageText
) -> list[Line]:
    """Mark the lines of tables with their cell, cut where they run through several cells."""
    if not tables:
        return lines
    placed: list[Line] = []
    for line in lines:
        y = middle_of(line)
        for number, table in enumerate(tables, before + 1):
            left, bottom, right, top = table.area
            if bottom <= y <= top and line.left < right - 2 and line.right > left + 2:
                placed.extend([line] if line.turned else _parts(line, table, number, text))
                break
        else:
            placed.append(line)
    return placed


def _parts(line: Line, table: Table, number: int, text: PageText) -> Iterator[Line]:
    y = middle_of(line)
    across = table.cells_across(y)
    first, last = cell_at(line.left + 1, across), cell_at(line.right - 1, across)
    overflows = not line.gaps and (first is None or last is None)
    if first is last or overflows:
        whole = first or last
        yield line._replace(cell=_cell(whole, number), gaps=() if whole else line.gaps)
        return
    parts: list[tuple[TableCell | None, list[tuple[float, str]]]] = []
    for x, word in text.words(line):
        cell = cell_at(x + 1, across)
        if not parts or parts[-1][0] is not cell:
            parts.append((cell, []))
        parts[-1][1].append((x, word))
    for position, (cell, words) in enumerate(parts):
        final = position == len(parts) - 1
        end = line.right if final else parts[position + 1][1][0][0] - 0.25 * line.size
        end = min([gap[0] for gap in line.gaps if words[-1][0] < gap[0] <= end], default=end)
        yield line._replace(
            text=" ".join(word for _, word in words),
            left=words[0][0],
            right=end,
            hyphen=line.hyphen and final,
            gaps=(),
            cell=_cell(cell, number),
        )


def _cell(cell: TableCell | None, table: int) -> Cell | None:
    return Cell(table=table, row=cell.row, column=cell.column) if cell else None


def without_rows(lines: list[Line], tables: tuple[Table, ...], before: int) -> list[Line]:
    """Put one line as wide as the table in place of all the lines of each table."""
    seen: set[int] = set()
    result: list[Line] = []
    for line in lines:
        if line.cell is None:
            result.append(line)
        elif line.cell.table not in seen:
            seen.add(line.cell.table)
            area = tables[line.cell.table - before - 1].area
            result.append(line._replace(left=area.left, right=area.right, y=area.top))
    return result


def with_rows(ordered: list[Line], lines: list[Line]) -> list[Line]:
    """Give each table's lines, row by row, where the line stands that was put in their place."""
    tables: dict[int, list[Line]] = {}
    for line in lines:
        if line.cell:
            tables.setdefault(line.cell.table, []).append(line)
    result: list[Line] = []
    for line in ordered:
        rows = sorted(tables[line.cell.table], key=_row_and_column) if line.cell else [line]
        result.extend(rows)
    return result


def _row_and_column(line: Line) -> tuple[int, int]:
    return (line.cell.row, line.cell.column) if line.cell else (0, 0)
