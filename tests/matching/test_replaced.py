"""Forms with one word replaced."""

from __future__ import annotations

from dataclasses import replace

import pytest

from policyalign.matching.replaced import ReplacedIndex, Window
from policyalign.matching.traces import Tracer
from tests.matching.small_pack import PACK, concept, document

TRACER = Tracer(PACK)
INDEX = ReplacedIndex(TRACER.compiled)


def windows(text: str) -> list[Window]:
    return list(INDEX.windows(TRACER.trace(document(text))))


def near(text: str) -> set[tuple[str, str]]:
    """Give the concepts that words are near to, with the words."""
    return {(w.slot.concept, " ".join(w.words)) for w in windows(text) if w.words}


@pytest.mark.parametrize(
    ("text", "concept", "words"),
    [
        ("Write a danger summary with them.", "danger", "danger summary"),
        ("Write it: a danger summary.", "danger", "danger summary"),
        ("A witness statement is filed.", "danger", "witness statement"),
        ("Ask for the voice of the baby.", "voice", "voice of the baby"),
        ("We have words and drawings.", "pictures", "words and drawings"),
    ],
    ids=lambda value: value if value.endswith(".") else "",
)
def test_one_word_that_is_replaced_is_near_the_form(text: str, concept: str, words: str) -> None:
    assert (concept, words) in near(text)


@pytest.mark.parametrize(
    ("text", "why"),
    [
        ("Write a danger statement with them.", "it is the form"),
        ("Say what the danger is.", "a little word names nothing"),
        ("There is danger, summary or not.", "a comma parts the words"),
        ("There is danger. Summary follows.", "two sentences"),
        ("Write a danger summary sheet.", "the words are part of a longer name"),
        ("Danger followed.", "the word is what somebody did"),
        ("When danger grows, ring us.", "the word is a verb"),
        ("The danger Wrensford knows.", "no English word"),
        ("A fire safety plan hangs here.", "a false friend of the pack"),
        ("The wellbeing plan and the safety plan.", "another concept has this wording"),
    ],
    ids=lambda value: "" if value.endswith(".") else value,
)
def test_words_that_are_no_other_way_of_saying_a_form(text: str, why: str) -> None:
    assert near(text) == set(), why


def test_windows_tell_what_the_kept_words_stand_for() -> None:
    """They are credited in one sentence and not in the other."""
    found = [
        w.credited
        for w in windows("A danger statement. A danger summary.")
        if w.slot.concept == "danger" and w.leads is False
    ]
    assert found == [True, False]


def test_a_word_is_exchangeable_if_it_fills_the_same_hole_elsewhere_in_the_pack() -> None:
    """ "Danger" and "worry" stand for each other in one form, so they may in another."""
    both = concept("danger", "(danger|worry) statement", "worry note")
    tracer = Tracer(replace(PACK, concepts={**PACK.concepts, "danger": both}))
    index = ReplacedIndex(tracer.compiled)
    found = index.windows(tracer.trace(document("A danger note. A danger summary.")))
    exchangeable = {" ".join(w.words): w.exchangeable for w in found if w.words}
    assert exchangeable == {"danger note": True, "danger summary": False}
