"""Spans of a text, and which of them stand where."""

from __future__ import annotations

import pytest

from policyalign.matching.spans import Cover, Spans

SPANS = Spans([(0, 2), (4, 5), (7, 9)])


@pytest.mark.parametrize(
    ("low", "high", "within", "touching"),
    [
        (0, 9, [(0, 2), (4, 5), (7, 9)], [(0, 2), (4, 5), (7, 9)]),
        (1, 8, [(4, 5)], [(0, 2), (4, 5), (7, 9)]),
        (2, 4, [], [(0, 2), (4, 5)]),
        (5, 6, [], [(4, 5)]),
        (6, 3, [], []),
    ],
)
def test_spans_stand_within_two_places_or_touch_them(
    low: int, high: int, within: list[tuple[int, int]], touching: list[tuple[int, int]]
) -> None:
    assert SPANS.within(low, high) == within
    assert SPANS.touching(low, high) == touching
    assert SPANS.first_within(low, high) == next(iter(within), None)


@pytest.mark.parametrize(
    ("span", "held"), [((3, 4), True), ((1, 9), True), ((9, 11), False), ((0, 1), False)]
)
def test_a_cover_holds_what_lies_in_one_of_its_spans(span: tuple[int, int], held: bool) -> None:
    assert Cover([(2, 5), (1, 10), (9, 10)]).holds(span) is held


def test_nothing_lies_in_no_spans() -> None:
    assert not Cover([]).holds((0, 1))
    assert not Spans([])
