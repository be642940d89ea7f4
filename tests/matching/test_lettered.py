"""Texts with one letter a word, and words that a stray space has parted."""

from __future__ import annotations

import pytest

from policyalign.matching.lettered import Lettered, lettered
from policyalign.matching.lexicon import Lexicon
from policyalign.matching.runs import Runs
from policyalign.text import fold


@pytest.fixture
def lexicon() -> Lexicon:
    words = ["safety", "goal", "network", "uncontrolled"]
    return Lexicon([*words, "in", "to"], words)


def _written(lexicon: Lexicon, *texts: str) -> Lettered:
    return lettered(texts, lexicon, Runs(lexicon))


@pytest.mark.parametrize("text", ["saf ety goa ls", "Saf ety goa- ls", "SAFETY goa ls"])
def test_a_word_with_a_space_in_it_is_read_as_one(lexicon: Lexicon, text: str) -> None:
    found = _written(lexicon, text)
    assert found.texts == [lexicon.letter("safety") + lexicon.letter("goal")]


@pytest.mark.parametrize("text", ["net work", "goa, ls", "goa. Ls", "goa xls", "in to"])
def test_words_and_what_makes_none_together_stay_apart(lexicon: Lexicon, text: str) -> None:
    assert _written(lexicon, text).broken == frozenset()


def test_every_text_has_its_words_whole(lexicon: Lexicon) -> None:
    found = _written(lexicon, "The net.", "Two goa ls.", "Safety goa ls")
    assert found.broken == {("goa", "ls")}
    assert [found.words(n).tokens for n in (1, 2)] == [["Two", "goals", "."], ["Safety", "goals"]]


def test_a_word_made_whole_is_led_back_to_its_halves() -> None:
    folded = fold("Two goa ls, and goa- ls; goa lss", broken={("goa", "ls")})
    assert folded.text == "Two goals, and goals; goa lss"
    assert folded.original(4, 9) == (4, 10)
    assert folded.original(15, 20) == (16, 23)
