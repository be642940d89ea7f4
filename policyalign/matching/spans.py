"""Many spans of one text, asked over and over which of them stand where.

A paragraph can hold thousands of cues and thousands of mentions, so each answer costs a look-up
and not a walk through all of them.
"""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Iterable, Iterator
from itertools import accumulate
from operator import itemgetter

Span = tuple[int, int]

_START, _END = itemgetter(0), itemgetter(1)


class Spans:
    """Spans in the order of a text, none of which begins or ends before one in front of it."""

    __slots__ = ("_spans",)

    def __init__(self, spans: list[Span]) -> None:
        self._spans = spans

    def __bool__(self) -> bool:
        return bool(self._spans)

    def __iter__(self) -> Iterator[Span]:
        return iter(self._spans)

    def within(self, low: int, high: int) -> list[Span]:
        """Give the spans that stand wholly between two places."""
        spans = self._spans
        return spans[bisect_left(spans, low, key=_START) : bisect_right(spans, high, key=_END)]

    def touching(self, low: int, high: int) -> list[Span]:
        """Give the spans of which some part, or an edge, stands between two places."""
        spans = self._spans
        return spans[bisect_left(spans, low, key=_END) : bisect_right(spans, high, key=_START)]

    def first_within(self, low: int, high: int) -> Span | None:
        """Give the first span that stands wholly between two places."""
        first = bisect_left(self._spans, low, key=_START)
        found = self._spans[first : first + 1]
        return found[0] if found and found[0][1] <= high else None


class Cover:
    """Spans that may overlap, asked whether one of them holds another span."""

    def __init__(self, spans: Iterable[Span]) -> None:
        ordered = sorted(spans)
        self._starts = [start for start, _ in ordered]
        self._reach = list(accumulate((end for _, end in ordered), max))

    def holds(self, span: Span) -> bool:
        """Tell whether a span lies wholly within one of these."""
        before = bisect_right(self._starts, span[0])
        return before > 0 and span[1] <= self._reach[before - 1]
