"""Read one page: its lines in reading order, each with the table cell or box it stands in."""

from __future__ import annotations

import itertools
from collections.abc import Iterable, Iterator
from dataclasses import dataclass

import pypdfium2 as pdfium

from policyalign.readers.pdf.cells import in_cells, middle_of, with_rows, without_rows
from policyalign.readers.pdf.columns import cut, in_reading_order
from policyalign.readers.pdf.drawing import Drawing, Rectangle, read_drawing
from policyalign.readers.pdf.lines import Line, PageText
from policyalign.readers.pdf.tables import Table, find_boxes, find_tables

COVER_PAGES = 2
"""How many of the first pages may carry document control."""

_MOSTLY = 0.6
_ROW = 20.0
_MOST_PARTS = 4
_MOST_BOXES = 400

EDGE = 0.14
"""The share of a page's height, at its top and at its foot, where headers and footers stand."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Page:
    """One page as it was read.

    ``area`` is the sheet, ``pictured`` the share of it, 0 to 1, that pictures cover; ``tables``
    and ``boxes`` count those that hold text; ``note_rules`` are the heights of short rules that may
    stand above footnotes; ``rows`` are lines of the first pages that wide blanks part, as the
    cells of a table without ruled lines. ``complete`` is false where a limit cut it short.
    """

    number: int
    area: Rectangle
    lines: tuple[Line, ...]
    tables: tuple[Table, ...] = ()
    boxes: int = 0
    note_rules: tuple[float, ...] = ()
    rows: tuple[tuple[str, ...], ...] = ()
    pictured: float = 0.0
    drawn: bool = False
    complete: bool = True


def read_page(page: pdfium.PdfPage, number: int, tables: int, boxes: int) -> Page:
    """Read an open page. ``tables`` and ``boxes`` are how many earlier pages had."""
    text = PageText(page)
    try:
        lines = text.lines(number)
        drawing = read_drawing(page)
        area = Rectangle(*page.get_bbox())
        pictured = _share(drawing.pictures, area)
        if text.quarter:
            area = text.levelled(area)
            drawing = _levelled(drawing, text)
        found = find_tables(drawing) if drawing.complete else ()
        panels = (
            _panels(drawing, found, area, lines) if 0 < len(drawing.boxes) <= _MOST_BOXES else []
        )
        lines = [_tabbed(line, area, text) if line.gaps else line for line in lines]
        placed = in_cells(lines, found, tables, text)
        straight = [line for line in placed if not line.turned]
        if found:
            ordered = in_reading_order(without_rows(straight, found, tables), text.words)
            ordered = with_rows(ordered, straight)
        else:
            ordered = in_reading_order(straight, text.words)
        if panels:
            ordered = _with_boxes(ordered, panels, boxes)
        return Page(
            number=number,
            area=area,
            lines=(*ordered, *(line for line in placed if line.turned)),
            tables=found,
            boxes=len(panels),
            rows=tuple(_rows(straight, text)) if number <= COVER_PAGES else (),
            note_rules=tuple(_note_rules(drawing, found, area)),
            pictured=pictured,
            drawn=bool(drawing.objects),
            complete=not text.cut_short,
        )
    finally:
        text.close()


def _share(pictures: Iterable[Rectangle], area: Rectangle) -> float:
    """Give the share of the sheet that pictures cover; tiles of one picture add up."""
    sheet = max(area.width * area.height, 1.0)
    covered = 0.0
    for picture in set(pictures):
        width = min(picture.right, area.right) - max(picture.left, area.left)
        height = min(picture.top, area.top) - max(picture.bottom, area.bottom)
        covered += max(width, 0.0) * max(height, 0.0)
    return min(covered / sheet, 1.0)


def _levelled(drawing: Drawing, text: PageText) -> Drawing:
    return Drawing(
        rules=tuple(map(text.levelled, drawing.rules)),
        boxes=tuple(map(text.levelled, drawing.boxes)),
        pictures=tuple(map(text.levelled, drawing.pictures)),
        objects=drawing.objects,
        complete=drawing.complete,
    )


def _panels(
    drawing: Drawing, tables: Iterable[Table], area: Rectangle, lines: list[Line]
) -> list[Rectangle]:
    """Give the boxes that hold some of the text, smallest first, but not most of it."""
    if len(drawing.boxes) > _MOST_BOXES:
        return []
    found = []
    for box in set(find_boxes(drawing, tables, area)):
        inside = sum(box.holds(line.left, middle_of(line)) for line in lines)
        if 0 < inside <= 0.6 * len(lines):
            found.append(box)
    return sorted(found, key=lambda box: (box.width * box.height, -box.top, box.left))


def _tabbed(line: Line, area: Rectangle, text: PageText) -> Line:
    """Put tab characters in place of the wide blanks of a line that may be a header or footer.

    What stands at the left and at the right of a header are two things and not one phrase.
    """
    margin = EDGE * area.height
    if line.turned or area.bottom + margin < line.y < area.top - margin:
        return line
    wide = [gap[1] for gap in line.gaps if gap[1] - gap[0] > 3 * line.size]
    if not wide:
        return line
    parts: list[list[str]] = [[] for _ in range(len(wide) + 1)]
    for x, word in text.words(line):
        parts[sum(x >= start - 2 for start in wide)].append(word)
    return line._replace(text="\t".join(" ".join(words) for words in parts))


def _rows(lines: Iterable[Line], text: PageText) -> Iterator[tuple[str, ...]]:
    """Give the texts that stand side by side on one height, outside ruled tables."""
    levels: dict[int, list[tuple[float, str]]] = {}
    for line in lines:
        if line.cell is None:
            parts = cut(line, [gap[0] for gap in line.gaps], text.words)
            levels.setdefault(round(line.y / 3), []).extend((p.left, p.text) for p in parts)
    for cells in levels.values():
        if 1 < len(cells) <= _MOST_PARTS:
            yield tuple(words for _, words in sorted(cells))


def _note_rules(drawing: Drawing, tables: Iterable[Table], area: Rectangle) -> Iterator[float]:
    highest = area.bottom + 0.6 * area.height
    for rule in drawing.rules:
        short = 0.05 * area.width < rule.width < 0.45 * area.width and rule.height <= 2
        inside = any(table.area.holds(rule.left, rule.top) for table in tables)
        if short and not inside and rule.top < highest:
            yield rule.top


def _with_boxes(ordered: list[Line], panels: list[Rectangle], before: int) -> list[Line]:
    """Mark the lines in boxes and keep each box together where the page comes to it."""
    boxes: dict[int, list[Line]] = {}
    runs: list[list[Line]] = []
    for line in ordered:
        number = _box_of(line, panels)
        if number is None:
            if not runs or runs[-1][0].box:
                runs.append([])
            runs[-1].append(line)
            continue
        if number not in boxes:
            boxes[number] = []
            runs.append(boxes[number])
        boxes[number].append(line._replace(box=before + number))
    boxed = sum(map(len, boxes.values()))
    if boxed > _MOSTLY * len(ordered) and _are_scattered(runs):
        runs.sort(key=lambda run: (-round(_top(run) / _ROW), min(line.left for line in run)))
    return [line for run in runs for line in run]


def _box_of(line: Line, panels: list[Rectangle]) -> int | None:
    if line.cell:
        return None
    y = middle_of(line)
    return next((n for n, box in enumerate(panels, 1) if box.holds(line.left, y)), None)


def _top(run: list[Line]) -> float:
    return max(line.y for line in run)


def _are_scattered(runs: list[list[Line]]) -> bool:
    """Tell whether a page made of boxes draws them in an order that no reader would follow.

    A page read column by column goes back up the page, but then always further to the right.
    """
    return any(
        _top(after) > _top(before) + _ROW and after[0].left < before[0].left + _ROW
        for before, after in itertools.pairwise(runs)
    )
