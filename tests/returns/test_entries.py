"""Ratings and days as people write them."""

from __future__ import annotations

from datetime import date

import pytest

from policyalign.model.returns import LABELS, Rating
from policyalign.returns.entries import day_of_number, day_of_text, nearest_label, rating_of


@pytest.mark.parametrize(
    "text",
    ["30/06/2027", "30.6.27", "30-06-2027", "2027-06-30", "30 June 2027", "30th June, 2027",
     "Wednesday 30 June 2027", "30 Jun 27", "30th of June 2027", "  30  june  2027 "],
)  # fmt: skip
def test_a_day_is_read_as_it_is_written_in_the_uk(text: str) -> None:
    assert day_of_text(text) == date(2027, 6, 30)


@pytest.mark.parametrize(
    "text", ["", "soon", "31/06/2027", "06/2027", "June 2027", "30 Foo 2027", "0/0/0000", "9" * 500]
)
def test_what_is_no_day_is_not_guessed(text: str) -> None:
    assert day_of_text(text) is None


def test_a_workbook_counts_days_from_1900_or_1904() -> None:
    assert day_of_number(46203, from_1904=False) == date(2026, 6, 30)
    assert day_of_number(46203 - 1462, from_1904=True) == date(2026, 6, 30)
    for number in (0.0, -3.0, 1e12, float("inf"), float("nan")):
        assert day_of_number(number, from_1904=False) is None


@pytest.mark.parametrize(
    ("text", "rating"),
    [
        ("Met", Rating.MET),
        (" partly  MET ", Rating.PARTLY),
        ("N/A", Rating.NOT_APPLICABLE),
        ("na", Rating.NOT_APPLICABLE),
        ("Partley met", None),
        ("", None),
    ],
)
def test_a_rating_is_its_label_whatever_its_capitals(text: str, rating: Rating | None) -> None:
    assert rating_of(text, LABELS) is rating


def test_the_nearest_label_is_named() -> None:
    assert nearest_label("Partley met", LABELS) == "Partly met"
    assert nearest_label("notmet", LABELS) == "Not met"
    assert nearest_label("brilliant", LABELS) is None
