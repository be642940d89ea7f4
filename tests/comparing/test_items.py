"""Items that went up or down, and the words behind it."""

from __future__ import annotations

import pytest

from policyalign.comparing.items import item_changes, turn
from policyalign.model.comparison import Turn
from policyalign.model.report import Outcome
from tests.comparing.made import document, item

MET, PARTLY, MISSING = Outcome.MET, Outcome.PARTLY, Outcome.NOT_MET
UNCLEAR, ASIDE = Outcome.UNCLEAR, Outcome.NOT_APPLICABLE


@pytest.mark.parametrize(
    ("before", "after", "way"),
    [
        (MISSING, PARTLY, Turn.GAINED),
        (PARTLY, MET, Turn.GAINED),
        (UNCLEAR, MET, Turn.GAINED),
        (MET, PARTLY, Turn.LOST),
        (PARTLY, MISSING, Turn.LOST),
        (MET, UNCLEAR, Turn.LOST),
        (UNCLEAR, MISSING, Turn.OTHER),
        (MISSING, UNCLEAR, Turn.OTHER),
        (ASIDE, MISSING, Turn.OTHER),
        (MET, ASIDE, Turn.OTHER),
    ],
)
def test_an_item_goes_up_down_or_is_counted_otherwise(
    before: Outcome, after: Outcome, way: Turn
) -> None:
    assert turn(before, after) is way


def test_an_item_with_the_same_outcome_is_no_change() -> None:
    old, new = document("a", item(MET, "We do.")), document("a", item(MET, "We always do."))
    assert not list(item_changes(old, new))


def test_an_item_that_one_side_does_not_ask_for_is_no_change() -> None:
    asked = item(MISSING, item_id="commits")
    assert not list(item_changes(document("a"), document("a", asked)))
    assert not list(item_changes(document("a", asked), document("a")))


def test_words_that_appeared_and_words_that_went_are_told_apart() -> None:
    (change,) = item_changes(
        document("a", item(PARTLY, "We may use it.")), document("a", item(MET, "We will use it."))
    )
    assert [piece.quote for piece in change.appeared] == ["We will use it."]
    assert [piece.quote for piece in change.gone] == ["We may use it."]


def test_words_that_stand_in_the_other_text_are_neither_new_nor_gone() -> None:
    both = "We may use it.\nWe will use it."
    (change,) = item_changes(
        document("a", item(PARTLY, "We may use it."), text=both),
        document("a", item(MET, "We will use it."), text=both),
    )
    assert (change.appeared, change.gone) == ((), ())


def test_a_line_end_or_a_hyphen_makes_no_other_words() -> None:
    (change,) = item_changes(
        document("a", item(PARTLY, "Safety plan-\nning is done here.")),
        document("a", item(MET, "Safety planning is done here")),
    )
    assert (change.appeared, change.gone) == ((), ())
