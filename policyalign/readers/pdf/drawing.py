"""What is drawn on a page beside its text: ruled lines, boxes and pictures."""

from __future__ import annotations

import ctypes
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any, NamedTuple

from pypdfium2 import raw

from policyalign.limits import MOST_OBJECTS
from policyalign.readers.pdf.calls import by_reference, object_kind, page_object

_DEEPEST = 6
_MOST_SEGMENTS = 400
_THINNEST = 3.0
_SHORTEST = 6.0


class Rectangle(NamedTuple):
    """A rectangle in points, ``bottom`` to ``top`` upwards. A ruled line is a very thin one."""

    left: float
    bottom: float
    right: float
    top: float

    @property
    def width(self) -> float:
        """From the left side to the right, in points."""
        return self.right - self.left

    @property
    def height(self) -> float:
        """From the bottom to the top, in points."""
        return self.top - self.bottom

    def holds(self, x: float, y: float) -> bool:
        """Tell whether a point lies in the rectangle."""
        return self.left <= x <= self.right and self.bottom <= y <= self.top


@dataclass(frozen=True, slots=True, kw_only=True)
class Drawing:
    """The rules (thin, level or upright), boxes and pictures of one page.

    ``objects`` is how many things the page has and ``complete`` whether all were looked at.
    """

    rules: tuple[Rectangle, ...] = ()
    boxes: tuple[Rectangle, ...] = ()
    pictures: tuple[Rectangle, ...] = ()
    objects: int = 0
    complete: bool = True


_Matrix = tuple[float, float, float, float, float, float]
_SAME: _Matrix = (1.0, 0.0, 0.0, 1.0, 0.0, 0.0)


def read_drawing(page: Any) -> Drawing:
    """Look through the objects of a page, an open ``pypdfium2`` page."""
    handle = page.raw
    hand = _Hand()
    count = raw.FPDFPage_CountObjects(handle)
    page_handle, words = by_reference(handle), raw.FPDF_PAGEOBJ_TEXT
    for index in range(min(count, MOST_OBJECTS)):
        item = page_object(page_handle, index)
        kind = object_kind(item)
        # Nearly every object is text; to pass it by here is worth a tenth of the time.
        if kind != words:
            hand.take(item, kind, _SAME, 0)
        if hand.seen >= MOST_OBJECTS:
            break
    return Drawing(
        rules=tuple(hand.rules),
        boxes=tuple(hand.boxes),
        pictures=tuple(hand.pictures),
        objects=count,
        complete=count < MOST_OBJECTS and hand.seen < MOST_OBJECTS,
    )


class _Hand:
    """Takes page objects one by one and sorts them."""

    def __init__(self) -> None:
        self.rules: list[Rectangle] = []
        self.boxes: list[Rectangle] = []
        self.pictures: list[Rectangle] = []
        self.seen = 0
        self._bounds = [ctypes.c_float() for _ in range(4)]
        self._matrix = raw.FS_MATRIX()

    def take(self, item: Any, kind: int, matrix: _Matrix, depth: int) -> None:
        self.seen += 1
        if kind == raw.FPDF_PAGEOBJ_PATH:
            self._take_path(item, matrix)
        elif kind == raw.FPDF_PAGEOBJ_IMAGE:
            self.pictures.append(self._rectangle(item, matrix))
        elif kind == raw.FPDF_PAGEOBJ_FORM and depth < _DEEPEST:
            self._take_form(item, matrix, depth)

    def _take_form(self, item: Any, matrix: _Matrix, depth: int) -> None:
        raw.FPDFPageObj_GetMatrix(item, self._matrix)
        own = self._matrix
        inner = _product((own.a, own.b, own.c, own.d, own.e, own.f), matrix)
        for index in range(raw.FPDFFormObj_CountObjects(item)):
            if self.seen >= MOST_OBJECTS:
                return
            part = raw.FPDFFormObj_GetObject(item, index)
            self.take(part, raw.FPDFPageObj_GetType(part), inner, depth + 1)

    def _rectangle(self, item: Any, matrix: _Matrix) -> Rectangle:
        raw.FPDFPageObj_GetBounds(item, *self._bounds)
        left, bottom, right, top = (number.value for number in self._bounds)
        if matrix is _SAME:
            return Rectangle(left, bottom, right, top)
        corners = (_moved(left, bottom, matrix), _moved(right, top, matrix))
        xs, ys = zip(*corners, strict=True)
        return Rectangle(min(xs), min(ys), max(xs), max(ys))

    def _take_path(self, item: Any, matrix: _Matrix) -> None:
        whole = self._rectangle(item, matrix)
        if min(whole.width, whole.height) <= _THINNEST:
            if max(whole.width, whole.height) >= _SHORTEST:
                self.rules.append(whole)
            return
        count = raw.FPDFPath_CountSegments(item)
        if count > _MOST_SEGMENTS:
            return
        points = list(self._points(item, matrix, count))
        if _is_rectangle(points, whole):
            self.boxes.append(whole)
        else:
            self.rules.extend(_straight(points))

    def _points(
        self, item: Any, matrix: _Matrix, count: int
    ) -> Iterator[tuple[float, float, int, bool]]:
        x, y = self._bounds[:2]
        own = raw.FS_MATRIX()
        raw.FPDFPageObj_GetMatrix(item, own)
        whole = _product((own.a, own.b, own.c, own.d, own.e, own.f), matrix)
        for index in range(count):
            segment = raw.FPDFPath_GetPathSegment(item, index)
            raw.FPDFPathSegment_GetPoint(segment, x, y)
            moved = _moved(x.value, y.value, whole)
            closes = bool(raw.FPDFPathSegment_GetClose(segment))
            yield (*moved, raw.FPDFPathSegment_GetType(segment), closes)


def _product(first: _Matrix, second: _Matrix) -> _Matrix:
    """Give the matrix that does the first and then the second."""
    a, b, c, d, e, f = first
    p, q, r, s, t, u = second
    return (a * p + b * r, a * q + b * s, c * p + d * r, c * q + d * s,
            e * p + f * r + t, e * q + f * s + u)  # fmt: skip


def _moved(x: float, y: float, matrix: _Matrix) -> tuple[float, float]:
    a, b, c, d, e, f = matrix
    return a * x + c * y + e, b * x + d * y + f


def _is_rectangle(points: list[tuple[float, float, int, bool]], whole: Rectangle) -> bool:
    """Tell whether every point is a corner of the bounds, with rounded corners allowed."""
    corners = [p for p in points if p[2] != raw.FPDF_SEGMENT_BEZIERTO]
    if not 3 <= len(corners) <= 10:
        return False
    near = 0.12 * min(whole.width, whole.height) + 1
    on_sides = all(
        min(abs(x - whole.left), abs(x - whole.right)) <= near
        or min(abs(y - whole.bottom), abs(y - whole.top)) <= near
        for x, y, *_ in corners
    )
    return on_sides and sum(p[2] == raw.FPDF_SEGMENT_MOVETO for p in points) == 1


def _straight(points: list[tuple[float, float, int, bool]]) -> Iterator[Rectangle]:
    """Give the level and upright strokes of a path that draws several."""
    first = last = (0.0, 0.0)
    for x, y, kind, closes in points:
        if kind == raw.FPDF_SEGMENT_MOVETO:
            first = (x, y)
        elif kind == raw.FPDF_SEGMENT_LINETO:
            yield from _stroke(last, (x, y))
        last = (x, y)
        if closes:
            yield from _stroke(last, first)
            last = first


def _stroke(one: tuple[float, float], other: tuple[float, float]) -> Iterator[Rectangle]:
    (x0, y0), (x1, y1) = one, other
    thin, long = sorted((abs(x1 - x0), abs(y1 - y0)))
    if thin <= 1 and long >= _SHORTEST:
        yield Rectangle(min(x0, x1), min(y0, y1), max(x0, x1), max(y0, y1))
