"""Which names are one, and which are pointed out."""

from __future__ import annotations

import pytest

from policyalign.partnership.names import folded, near_names


@pytest.mark.parametrize(
    "other", ["reedhill council", " Reedhill  Council ", "REEDHILL\u00a0COUNCIL"]
)
def test_capitals_and_blanks_make_no_other_name(other: str) -> None:
    assert folded(other) == folded("Reedhill Council")


@pytest.mark.parametrize(
    "other", ["Reed Hill Council", "Reedhil Council", "Reed-hill Council", "Reedhill Councli"]
)
def test_names_that_are_nearly_one_are_pointed_out(other: str) -> None:
    assert list(near_names(["Reedhill Council", other])) == [("Reedhill Council", other)]


def test_very_long_names_are_compared_by_their_beginning() -> None:
    one, other = "Reedhill " * 4000, "Reed hill " * 4000
    assert list(near_names([one, other])) == [(one, other)]


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("Northwold Primary School", "Southwold Primary School"),
        ("Wing Road Ward 1", "Wing Road Ward 2"),
        ("Reedhill Council", "Reedhill Police"),
        ("St Anne's School", "St Mary's School"),
    ],
)
def test_names_of_two_agencies_are_not(one: str, other: str) -> None:
    assert not list(near_names([one, other]))
