"""One letter a word: which words share a letter, and which are taken for errors."""

from __future__ import annotations

import pytest

from policyalign.matching.lexicon import FRAGMENT, OTHER, Lexicon

WORDS = ["danger", "safety", "goal", "family", "organised", "child", "network", "dna", "eip2"]


@pytest.fixture
def lexicon() -> Lexicon:
    made = Lexicon(WORDS, [word for word in WORDS if word not in {"dna", "eip2"}])
    made.add_compounds([("safety", "goal")])
    return made


@pytest.mark.parametrize(
    ("written", "word"),
    [
        ("Danger", "danger"),
        ("dangers", "danger"),
        ("families", "family"),
        ("family's", "family"),
        ("childs", "child"),
        ("children's", "child"),
        ("organized", "organised"),
        ("dagner", "danger"),
        ("saftey", "safety"),
        ("goa1", "goal"),
        ("farnily", "family"),
        ("goals¹", "goal"),
        ("network4", "network"),
        ("2Network", "network"),
    ],
)
def test_a_word_has_the_letter_of_the_word_it_is(lexicon: Lexicon, written: str, word: str) -> None:
    assert lexicon[written] == lexicon.letter(word)


@pytest.mark.parametrize(
    "written", ["ranger", "safely", "coal", "goat", "DNS", "dnas1", "eip3", "EIP", "2x", "nework1"]
)
def test_real_words_codes_and_short_words_are_never_taken_for_errors(
    lexicon: Lexicon, written: str
) -> None:
    assert lexicon[written] == OTHER


def test_only_a_misspelt_word_is_less_than_certain(lexicon: Lexicon) -> None:
    assert [lexicon["danger"], lexicon["dagner"]] == [lexicon.letter("danger")] * 2
    assert 80 < lexicon.certainty["dagner"] < 100
    assert "danger" not in lexicon.certainty


def test_a_letter_typed_three_times_is_typed_once_too_often() -> None:
    lexicon = Lexicon(["needs", "needed"], ["needs", "needed"])
    assert lexicon["neeeds"] == lexicon.letter("needs")
    assert lexicon["needded"] == lexicon.letter("needed")


def test_a_prefix_is_joined_to_its_word_where_the_vocabulary_writes_it_so() -> None:
    lexicon = Lexicon(["reunification", "re", "scale"], ["reunification", "scale"])
    assert lexicon["Re-unification"] == lexicon.letter("reunification")
    assert lexicon["re\u2010unification"] == lexicon.letter("reunification")
    assert lexicon["re-scale"] == lexicon.letter("re") + lexicon.letter("scale")
    assert lexicon["re-scalle"] == lexicon["re-scale"]
    assert lexicon.certainty["re-scalle"] == lexicon.certainty["scalle"] < 100
    assert lexicon["re-heat"] == lexicon.letter("re") + OTHER


def test_an_apostrophe_may_be_left_out_where_that_makes_no_other_word() -> None:
    lexicon = Lexicon(["don't", "what's", "we're", "were"], [])
    assert lexicon["dont"] == lexicon.letter("don't")
    assert lexicon["were"] == lexicon.letter("were") != lexicon.letter("we're")


def test_neighbours_may_be_written_solid(lexicon: Lexicon) -> None:
    assert lexicon["Safetygoals"] == lexicon.letter("safety") + lexicon.letter("goal")


def test_words_run_together_are_parted() -> None:
    lexicon = Lexicon(["danger", "safety", "goal", "and"], ["danger", "safety", "goal"])
    letters = "".join(map(lexicon.letter, ("danger", "and", "safety", "goal")))
    assert lexicon["dangerandsafetygoals"] == letters
    assert lexicon["Dangerbourne"] == OTHER
    assert lexicon["councilwithmeeting"] == FRAGMENT


def test_two_letters_of_a_short_or_little_word_may_have_changed_places() -> None:
    lexicon = Lexicon(["help", "about", "goal"], ["help", "goal"])
    assert lexicon["hepl"] == lexicon["help"]
    assert lexicon["abuot"] == lexicon.letter("about")
    assert lexicon.certainty["hepl"] == 75
    # It may be a name; and another letter in so short a word makes another word.
    assert lexicon["Hepl"] == OTHER
    assert lexicon["halp"] == FRAGMENT


def test_a_word_without_end_is_no_word(lexicon: Lexicon) -> None:
    """Were each pair of its letters changed round, this would not be done in a day."""
    assert lexicon["rn" * 2_000_000] == FRAGMENT


@pytest.mark.parametrize(("written", "word"), [("leaming", "learning"), ("Farnily", "family")])
def test_what_a_scanner_takes_for_another_letter_is_read(written: str, word: str) -> None:
    lexicon = Lexicon([word], [word])
    assert lexicon[written] == lexicon.letter(word)


def test_a_word_in_small_letters_that_is_none_may_be_half_of_one(lexicon: Lexicon) -> None:
    assert [lexicon["ls"], lexicon["Ls"], lexicon["l5"]] == [FRAGMENT, OTHER, OTHER]
