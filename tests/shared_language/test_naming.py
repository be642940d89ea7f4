"""Wordings that differ only in form are one name, and what holds no name is none."""

from __future__ import annotations

import pytest

from policyalign.model.pack import NamedIdea
from policyalign.model.report import How
from policyalign.shared_language.naming import Namer, name_key, named_ideas
from tests.matching.small_pack import PACK
from tests.shared_language.speaking import sos

GOAL = Namer(
    NamedIdea(
        concepts=("safety-goal",),
        preferred="Safety goal",
        same=("=SG",),
        names=(
            "family goal",
            "(safety and|safety or) wellbeing goal",
            "what (we|they) need to see",
        ),
    ),
    "Safety goal",
)


@pytest.mark.parametrize(
    ("quote", "name"),
    [
        ("safety goal", "Safety goal"),
        ("Safety Goals", "Safety goal"),
        ("SAFETY-GOAL", "Safety goal"),
        ("safety  goal's", "Safety goal"),
        ("SG", "Safety goal"),
        ("agency safety goals", "Safety goal"),
        ("Family Goals", "family goal"),
        ("safety/wellbeing goals", "safety and wellbeing goal"),
        ("safety & wellbeing goal", "safety and wellbeing goal"),
        ("What we need to see", "what we need to see"),
        ("what they need to see", "what we need to see"),
        ("notes of what we need to see", ""),
        ("what the parents will be doing", ""),
        ("", ""),
    ],
)
def test_words_give_the_name_that_they_hold(quote: str, name: str) -> None:
    assert GOAL.name(quote, How.EXACT) == name


def test_a_misspelt_name_is_the_name() -> None:
    assert GOAL.name("saftey gaol", How.FUZZY) == ""
    assert GOAL.name("safty goals", How.FUZZY) == "Safety goal"


def test_a_name_in_another_order_is_the_name() -> None:
    assert GOAL.name("goals for the family", How.REORDERED) == "family goal"
    assert GOAL.name("goals for the village", How.REORDERED) == ""


def test_another_name_than_the_term_may_be_wanted() -> None:
    namer = Namer(NamedIdea(concepts=("a",), preferred="worry statement"), "Danger statement")
    assert namer.name("worry statements", How.EXACT) == "worry statement"
    assert namer.name("danger statements", How.EXACT) == "Danger statement"


def test_numbers_and_spellings_make_no_difference() -> None:
    assert name_key("3 columns") == name_key("Three Columns")
    assert name_key("organised networks") == name_key("organized network")


def test_a_pack_without_names_has_the_terms_of_its_own_concepts() -> None:
    assert [idea.preferred for idea in named_ideas(PACK)] == ["framework", "danger", "goal"]


def test_the_pack_that_comes_with_policyalign_has_names() -> None:
    assert named_ideas(sos()) == sos().ideas
    assert len(sos().ideas) > 20
