"""Discouraged wording is known again by its sentence, wherever it stands."""

from __future__ import annotations

from dataclasses import replace

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

import policyalign
from policyalign.comparing.wording import wording_changes
from policyalign.model.report import Finding
from tests.comparing.made import finding
from tests.sos_pack import sos

PARAGRAPHS = (
    "Parents who fail to engage are written to a second time.",
    "Hard to reach families are discussed at the meeting in the spring.",
    "Mother failed to engage with the service, and the hard to reach father did too.",
    "Our service works with families whom nobody else has met.",
    "Parents who fail to engage are written to a second time.",
)
PLAIN = ("The office is open on weekdays.", "Visitors ring the bell.", "See the list of names.")


def faults(paragraphs: list[str] | tuple[str, ...]) -> tuple[Finding, ...]:
    return policyalign.check_text("\n\n".join(paragraphs), pack=sos()).faults


@pytest.fixture(scope="module", autouse=True)
def _there_is_something_to_find() -> None:
    assert len(faults(PARAGRAPHS)) == 5


@settings(max_examples=30, deadline=None)
@given(st.permutations(PARAGRAPHS))
def test_paragraphs_in_another_order_are_no_change(paragraphs: list[str]) -> None:
    assert wording_changes(faults(PARAGRAPHS), faults(paragraphs)) == ((), ())


@settings(max_examples=30, deadline=None)
@given(st.lists(st.tuples(st.integers(0, 5), st.sampled_from(PLAIN)), max_size=8), st.data())
def test_text_put_in_is_no_change(put_in: list[tuple[int, str]], data: st.DataObject) -> None:
    paragraphs = list(PARAGRAPHS)
    for place, text in put_in:
        if place < len(paragraphs) and data.draw(st.booleans()):
            paragraphs[place] = f"{text} {paragraphs[place]}"
        else:
            paragraphs.insert(place, text)
    assert wording_changes(faults(PARAGRAPHS), faults(paragraphs)) == ((), ())


@settings(max_examples=30, deadline=None)
@given(st.permutations(PARAGRAPHS), st.integers(0, 4))
def test_what_is_taken_out_is_cleared_and_nothing_else(paragraphs: list[str], gone: int) -> None:
    left = [*paragraphs[:gone], *paragraphs[gone + 1 :]]
    crept_in, cleared = wording_changes(faults(PARAGRAPHS), faults(left))
    assert not crept_in
    assert sorted(f.id for f in cleared) == sorted(f.id for f in faults([paragraphs[gone]]))


def test_another_sentence_with_the_same_words_is_one_cleared_and_one_new() -> None:
    before = finding("Mother failed to engage with the offer that we made in May.")
    after = finding("A pupil who failed to engage is sent home by the deputy head.")
    assert wording_changes([before], [after]) == ((after,), (before,))


@pytest.mark.parametrize(
    "revised",
    [
        "The mother failed to engage with the offer of support which we made in May.",
        "Mother failed to engage with the offer of support that we made in May, although a letter "
        "in her own language had been sent twice before that, and the school had rung as well.",
        "MOTHER failed to en-\ngage with the offer of support that we made in May",
    ],
    ids=["reworded", "longer", "other letters"],
)
def test_a_sentence_that_was_revised_is_the_same(revised: str) -> None:
    assert wording_changes([finding()], [finding(revised)]) == ((), ())


def test_one_place_more_is_one_new_place() -> None:
    twice = (finding(block=3), finding(block=9))
    crept_in, cleared = wording_changes([finding(block=5)], twice)
    assert (len(crept_in), cleared) == (1, ())


def test_the_place_under_the_same_heading_is_the_one_that_was_known() -> None:
    old, moved = finding(heading="1 Aims"), finding(heading="2 Duties")
    assert wording_changes([old], [moved, old])[0] == (moved,)


def test_a_report_without_sentences_is_compared_by_the_quoted_words() -> None:
    old = replace(finding(), sentence="")
    assert wording_changes([old], [finding()]) == ((), ())
    crept_in, _ = wording_changes([old], [finding(), finding("Father failed to engage.")])
    assert len(crept_in) == 1
