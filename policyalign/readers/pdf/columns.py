"""Put the lines of a page in reading order.

The order of the file is right for most pages, two columns included, and is kept. It is wrong
where lines are drawn across two columns one by one, and where text is drawn in no order at all.
"""

from __future__ import annotations

import itertools
from collections import Counter
from collections.abc import Callable, Iterable, Iterator
from statistics import median

from policyalign.readers.pdf.lines import Line

Words = Callable[[Line], list[tuple[float, str]]]

_FEWEST_ROWS = 4
_GRID = 4
_WIDEST = 1_000.0
_MOST_COLUMNS = 4


def in_reading_order(lines: list[Line], words: Words) -> list[Line]:
    """Give the lines, cut at the blank between columns, with each column read to its end.

    ``words`` gives the words of a line with the x where each begins.
    """
    gutters: list[float] = []
    while len(gutters) < _MOST_COLUMNS - 1:
        gutter = _gutter_in_lines(lines)
        if gutter is None:
            break
        gutters.append(gutter)
        lines = [part for line in lines for part in cut(line, [gutter], words)]
    if not gutters:
        alternating = _gutter_between_lines(lines)
        gutters = [alternating] if alternating is not None else []
    if gutters:
        return list(_by_column(lines, sorted(gutters)))
    if _is_shuffled(lines):
        return sorted(lines, key=lambda line: (-round(line.y / 2), line.left))
    return lines


def cut(line: Line, at: list[float], words: Words) -> Iterator[Line]:
    """Cut a line where its blanks hold one of the given x; else give it whole."""
    places = [gap for gap in line.gaps if any(gap[0] - 1 <= x <= gap[1] + 1 for x in at)]
    if not places:
        yield line
        return
    starts = [line.left, *(gap[1] for gap in places)]
    ends = [*(gap[0] for gap in places), line.right]
    groups: list[list[str]] = [[] for _ in starts]
    for x, word in words(line):
        groups[sum(x >= gap[1] - 2 for gap in places)].append(word)
    offset = 0
    for number, group in enumerate(groups):
        text = " ".join(group)
        if text:
            last = number == len(groups) - 1
            yield line._replace(
                text=text,
                left=starts[number],
                right=ends[number],
                hyphen=line.hyphen and last,
                gaps=tuple(g for g in line.gaps if starts[number] <= g[0] < ends[number] - 1),
                start=line.start + max(line.text.find(text, offset), offset),
            )
            offset += len(text) + 1


def _gutter_in_lines(lines: list[Line]) -> float | None:
    """Find the x of a blank that runs down the middle of many lines with prose on both sides."""
    wide = [line for line in lines if line.gaps]
    if len(wide) < _FEWEST_ROWS:
        return None
    counts = Counter(
        x * _GRID
        for line in wide
        for x in {
            x
            for begin, end in line.gaps
            for x in range(int(begin // _GRID) + 1, int(min(end, begin + _WIDEST) // _GRID) + 1)
        }
    )
    most = max(counts.values(), default=0)
    if most < _FEWEST_ROWS:
        return None
    x = float(median(place for place, count in counts.items() if count == most))
    rows = [line for line in wide if any(begin <= x <= end for begin, end in line.gaps)]
    return x if rows and _is_prose(rows, x) else None


def _is_prose(rows: list[Line], x: float) -> bool:
    """Tell whether both sides of a blank are filled as columns of print are, and no table is."""
    ends = [next(gap for gap in row.gaps if gap[0] <= x <= gap[1]) for row in rows]
    if len(rows) < _FEWEST_ROWS:
        return False
    first, last = min(row.left for row in rows), max(row.right for row in rows)
    edge = max(gap[0] for gap in ends)
    begin = min(gap[1] for gap in ends)
    before = median(
        (gap[0] - row.left) / max(edge - first, 1) for row, gap in zip(rows, ends, strict=False)
    )
    after = median(
        (row.right - gap[1]) / max(last - begin, 1) for row, gap in zip(rows, ends, strict=False)
    )
    longest = min(edge - first, last - begin)
    return before >= 0.6 and after >= 0.55 and longest >= 12 * median(r.size for r in rows)


def _gutter_between_lines(lines: list[Line]) -> float | None:
    """Find the x between two columns whose lines the file draws by turns."""
    if len(lines) < 2 * _FEWEST_ROWS:
        return None
    lefts = Counter(round(line.left / _GRID) for line in lines).most_common(2)
    if len(lefts) < 2 or lefts[1][1] < max(_FEWEST_ROWS, len(lines) // 8):
        return None
    one, other = sorted(place * _GRID for place, _ in lefts)
    x = other - _GRID
    left = [line for line in lines if line.right <= x]
    if len(left) < _FEWEST_ROWS or median(line.right for line in left) - one < 0.6 * (x - one):
        return None
    sides = [side for side in (_side(line, [x]) for line in lines) if side is not None]
    turns = sum(a != b for a, b in itertools.pairwise(sides))
    return float(x) if turns >= 6 and turns > len(sides) / 4 else None


def _by_column(lines: Iterable[Line], gutters: list[float]) -> Iterator[Line]:
    """Give the lines column by column, down to the next line that runs across them."""
    columns: list[list[Line]] = [[] for _ in range(len(gutters) + 1)]
    for line in lines:
        side = _side(line, gutters)
        if side is not None:
            columns[side].append(line)
            continue
        for column in columns:
            yield from column
            column.clear()
        yield line
    for column in columns:
        yield from column


def _side(line: Line, gutters: list[float]) -> int | None:
    """Give the number of the column a line stands in, or None if it runs across two."""
    first = sum(line.left + 2 >= x for x in gutters)
    last = sum(line.right - 2 >= x for x in gutters)
    return first if first == last else None


def _is_shuffled(lines: list[Line]) -> bool:
    """Tell whether the file jumps back up the page so often that its order means nothing."""
    climbs = sum(below.y > above.y + above.size for above, below in itertools.pairwise(lines))
    return climbs > 4 and climbs > len(lines) / 6
