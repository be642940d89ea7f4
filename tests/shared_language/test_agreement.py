"""The figure of agreement is a probability, and says what it promises to say."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from policyalign.shared_language.agreement import agreement_on
from tests.shared_language.speaking import compared

COUNTS = st.dictionaries(st.sampled_from("abcde"), st.integers(0, 50), max_size=5)
AGENCIES = st.lists(COUNTS, max_size=6)


def test_a_pair_worked_out_by_hand() -> None:
    # 3 of 4 and 1 of 2 for one name, 1 of 4 and 1 of 2 for the other.
    assert agreement_on([{"a": 3, "b": 1}, {"a": 1, "b": 1}]) == pytest.approx(3 / 8 + 1 / 8)


def test_the_mean_is_over_all_pairs() -> None:
    assert agreement_on([{"a": 1}, {"a": 9}, {"b": 2}]) == pytest.approx(1 / 3)


@given(AGENCIES)
def test_it_lies_between_nought_and_one_or_is_not_to_be_had(agencies: list[dict[str, int]]) -> None:
    value = agreement_on(agencies)
    naming = sum(1 for counts in agencies if sum(counts.values()))
    assert (value is None) == (naming < 2)
    assert value is None or 0 <= value <= 1


@given(AGENCIES, st.randoms(use_true_random=False))
def test_the_order_of_agencies_makes_no_difference(
    agencies: list[dict[str, int]], chance: object
) -> None:
    shuffled = list(agencies)
    chance.shuffle(shuffled)  # type: ignore[attr-defined]
    assert agreement_on(shuffled) == pytest.approx(agreement_on(agencies))


@given(AGENCIES, st.integers(2, 9))
def test_who_says_more_weighs_no_more(agencies: list[dict[str, int]], times: int) -> None:
    louder = [
        {name: count * (times if number else 1) for name, count in counts.items()}
        for number, counts in enumerate(agencies)
    ]
    assert agreement_on(louder) == pytest.approx(agreement_on(agencies))


@given(st.lists(st.integers(1, 50), min_size=2, max_size=6))
def test_one_name_for_all_is_full_agreement(counts: list[int]) -> None:
    assert agreement_on([{"a": count} for count in counts]) == 1


@given(st.lists(st.integers(1, 50), min_size=2, max_size=6))
def test_a_name_for_each_is_none(counts: list[int]) -> None:
    assert agreement_on([{str(n): count} for n, count in enumerate(counts)]) == 0


@given(COUNTS, COUNTS)
def test_it_is_full_only_where_both_have_the_same_single_name(
    one: dict[str, int], other: dict[str, int]
) -> None:
    used = [{name for name, count in counts.items() if count} for counts in (one, other)]
    full = agreement_on([one, other]) == 1
    assert full == (used[0] == used[1] and len(used[0]) == 1)


def test_ideas_that_fewer_than_two_agencies_name_are_left_out_and_said() -> None:
    found = compared(
        North="Each family has a danger statement and a safety goal.",
        South="Each family has a danger statement.",
    )
    assert found.agreement.value == 1
    assert found.agreement.compared == 1
    assert found.agreement.left_out == ("Safety goal",)


def test_every_idea_weighs_the_same() -> None:
    found = compared(
        North="Each danger statement and danger statement and danger statement. A safety goal.",
        South="Each danger statement. A family goal is written with the parents.",
    )
    assert found.agreement.value == pytest.approx(0.5)


def test_one_agency_alone_has_no_figure() -> None:
    found = compared(North="Each family has a danger statement.")
    assert (found.agreement.value, found.agreement.compared) == (None, 0)
