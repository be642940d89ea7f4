"""Words that come near to a concept and do not count: each rule, and what it says."""

from __future__ import annotations

from dataclasses import replace

import pytest

from policyalign.matching.near import Survey
from policyalign.model.document import Kind
from policyalign.model.explanation import Committing, NearMiss, Obstacle
from policyalign.model.pack import Sense
from tests.matching.small_pack import CONCEPTS, MATCHER, PACK, concept, document, match

NEAR_PACK = replace(
    PACK,
    fingerprint="small-near-pack",
    concepts={
        one.id: one
        for one in (
            *CONCEPTS,
            concept("strict", "voice statement", threshold=100),
            concept("agreed", "suffer significant harm"),
        )
    },
)


def near(*texts: str, heading: str | None = None, unlike: bool = True) -> tuple[NearMiss, ...]:
    survey = Survey(NEAR_PACK, document(*texts, heading=heading))
    return survey.near_misses(NEAR_PACK.concepts, unlike=unlike)


def only(*texts: str, heading: str | None = None) -> NearMiss:
    (found,) = near(*texts, heading=heading)
    return found


def test_what_counts_is_no_near_miss() -> None:
    assert near("We use Signs of Safety.", "The child has a safety plan.") == ()


def test_where_there_is_nothing_there_is_nothing() -> None:
    assert near("Lunch is at noon.") == ()
    assert Survey(NEAR_PACK, document()).near_misses(NEAR_PACK.concepts) == ()


# The text, then the words near to the concept, why they do not count, and what decided it.
REFUSED = {
    "a longer name": (
        "The family network meeting is held.",
        ("network", "family network", "longer-name", "family network meeting"),
    ),
    "a false friend": (
        "Each ward has a fire safety plan.",
        ("plan", "safety plan", "false-friend", "fire safety plan"),
    ),
    "another subject": (
        "A safety plan for the boiler.",
        ("plan", "safety plan", "other-subject", "boiler"),
    ),
    "no framework": (
        "Every club has a safety plan.",
        ("plan", "safety plan", "no-framework", ""),
    ),
    "no casework": (
        "Staff keep professional curiosity.",
        ("curiosity", "professional curiosity", "no-casework", ""),
    ),
    "other capitals": (
        "We use sos in the family.",
        ("framework", "sos", "capitals", ""),
    ),
    "a comma": (
        "They suffer, significant harm follows.",
        ("agreed", "suffer, significant harm", "comma", ""),
    ),
    "a misspelling": (
        "A voice statment is written.",
        ("strict", "voice statment", "misspelt", ""),
    ),
    "words too far apart": (
        "We keep what has long gone well apart.",
        ("apart", "keep what has long gone well apart", "too-far-apart", ""),
    ),
    "too many words between": (
        "A danger notice sheet and sad long statement.",
        ("danger", "danger notice sheet and sad long statement", "too-unlike", ""),
    ),
}


@pytest.mark.parametrize(("text", "expected"), REFUSED.values(), ids=REFUSED)
def test_each_rule_that_drops_words_is_named(
    text: str, expected: tuple[str, str, str, str]
) -> None:
    found = [one for one in near(text) if one.concept == expected[0]]
    assert [(n.concept, n.excerpt.words, n.obstacle, n.because) for n in found] == [expected]
    assert expected[0] not in {mention.concept for mention in match(text).mentions}


def test_a_subject_is_also_seen_in_the_heading() -> None:
    found = only("The safety plan hangs here.", heading="The boiler")
    assert (found.obstacle, found.because) == (Obstacle.OTHER_SUBJECT, "boiler")


def test_the_nearest_words_of_the_framework_are_named_with_their_distance() -> None:
    between = ["Nothing of note."] * 5
    found = only("Every club has a safety plan.", *between, "We use Signs of Safety.")
    assert (found.because, found.other, found.apart) == ("Signs of Safety", "framework", 6)
    found = only("We use Signs of Safety.", *between, "Every club has a safety plan.")
    assert found.apart == -6


def test_a_near_miss_tells_how_like_the_form_it_is_and_what_was_needed() -> None:
    found = only("A danger notice sheet and sad long statement.")
    assert found.form == "danger statement"
    assert found.threshold == 85
    assert found.similarity < 85


def test_what_is_much_too_unlike_is_not_near() -> None:
    assert near("A danger is here and now the bank sends one long dull statement.") == ()


def test_wording_that_is_too_unlike_can_be_left_out() -> None:
    assert near("A danger notice sheet and sad long statement.", unlike=False) == ()


def test_only_the_concepts_asked_for_are_given() -> None:
    survey = Survey(NEAR_PACK, document("A fire safety plan.", "Every club has sos."))
    assert {one.concept for one in survey.near_misses(["plan"])} == {"plan"}


def test_overlapping_words_of_one_concept_are_one_near_miss() -> None:
    pack = replace(
        PACK,
        fingerprint="small-overlap-pack",
        concepts={
            "steps": concept("steps", "next step", "agreed next step", sense=Sense.FRAMEWORK)
        },
    )
    found = Survey(pack, document("The agreed next steps.")).near_misses(["steps"])
    assert [one.excerpt.words for one in found] == ["agreed next steps"]


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("We do not use danger statements.", "do not use"),
        ("Formerly each child had a danger statement.", "Formerly"),
        ("Danger statements used to be written.", "used to be"),
        ("Danger statements must be written.", ""),
    ],
)
def test_the_words_that_give_a_status_are_named(text: str, words: str) -> None:
    (mention,) = match(text).mentions
    assert Survey(PACK, document(text)).because(mention, Obstacle.NEGATED) == words


def test_words_that_lead_into_a_list_are_named() -> None:
    made = document("We do not use:", "danger statements;")
    item = made.blocks[1]._replace(kind=Kind.LIST_ITEM)
    made = replace(made, blocks=(made.blocks[0], item))
    (mention,) = MATCHER.match(made).mentions
    assert mention.status == "negated"
    assert Survey(PACK, made).because(mention, Obstacle.NEGATED) == "do not use"


def test_an_abbreviation_that_a_document_makes_is_no_near_miss() -> None:
    made = document("A danger statement (DS) is written.", "We do not use the DS.")
    survey = Survey(PACK, made)
    mention = MATCHER.match(made).mentions[1]
    assert survey.because(mention, Obstacle.NEGATED) == "do not use"
    assert survey.near_misses(["danger"]) == ()


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Danger statements must be written.", Committing(binding=("must",))),
        (
            "A danger statement is useful. Staff must write one.",
            Committing(binding=("must",), following="Staff must write one"),
        ),
        (
            "Danger statements must be written where possible.",
            Committing(withheld=("must",), soft=("where possible",)),
        ),
        ("A danger statement is useful Where Possible.", Committing(soft=("Where Possible",))),
        (
            "A danger statement is useful. Ofsted will want one.",
            Committing(others=("Ofsted will",)),
        ),
        ("A danger statement is useful.", Committing()),
    ],
)
def test_the_words_that_make_a_commitment_or_take_it_back_are_named(
    text: str, expected: Committing
) -> None:
    (mention,) = match(text).mentions
    assert Survey(PACK, document(text)).committing(mention) == expected
    assert mention.commits is bool(expected.binding)


def test_the_words_that_tell_of_another_body_are_named() -> None:
    text = "The council also uses danger statements."
    (mention,) = match(text).mentions
    shown = Survey(PACK, document(text)).because(mention, Obstacle.ANOTHERS)
    assert shown == "The council also uses"
