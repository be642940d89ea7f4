"""Spoilt text is the same each time, and is spoilt as much as was asked for."""

from __future__ import annotations

import re
from random import Random

import pytest
from rapidfuzz.distance import OSA

from benchmarks import noise
from benchmarks.agreement import Found, Mention, Result
from benchmarks.noise import Noise
from benchmarks.planted import Planted
from benchmarks.robustness import (
    MISREAD,
    OTHERS,
    Spoiling,
    errors_per_character,
    noise_lines,
    of_any_status,
    picture,
)
from tests.benchmarks.passage_builder import passage

TEXT = (
    "The warden reads every lantern plan at the morning meeting and returns those unsigned. " * 40
)
EVERY = [
    noise.misread,
    noise.without_spaces,
    noise.letter_spaced,
    noise.broken_lines,
    noise.hyphenated,
]


@pytest.mark.parametrize("spoil", EVERY)
def test_the_same_seed_gives_the_same_text_and_another_seed_another(spoil: Noise) -> None:
    assert spoil(TEXT, 0.3, Random(4)) == spoil(TEXT, 0.3, Random(4))
    assert spoil(TEXT, 0.3, Random(4)) != spoil(TEXT, 0.3, Random(5))


@pytest.mark.parametrize("spoil", [s for s in EVERY if s is not noise.letter_spaced])
def test_no_noise_changes_nothing(spoil: Noise) -> None:
    text = " ".join(TEXT.split())
    assert spoil(text, 0, Random(1)) == text


def test_no_letter_spacing_leaves_every_word_whole() -> None:
    assert noise.letter_spaced(TEXT, 0, Random(1)).split() == TEXT.split()


@pytest.mark.parametrize("share", noise.LEVELS[1:])
def test_about_the_share_asked_for_is_misread(share: float) -> None:
    edits = OSA.distance(TEXT, noise.misread(TEXT, share, Random(2)))
    assert edits / len(TEXT) == pytest.approx(share, rel=0.3)


def test_short_texts_get_their_share_on_average() -> None:
    short = "lantern plan"
    edits = sum(OSA.distance(short, noise.misread(short, 0.02, Random(n))) for n in range(2000))
    assert edits / (2000 * len(short)) == pytest.approx(0.02, rel=0.3)


def test_only_letters_and_digits_are_misread() -> None:
    marks = re.compile(r"[^a-z0-9]", re.IGNORECASE)
    assert marks.findall(noise.misread(TEXT, 0.12, Random(3))) == marks.findall(TEXT)


def test_no_more_is_misread_than_there_is() -> None:
    assert noise.misread("...", 1, Random(1)) == "..."


def test_missing_spaces_are_all_that_is_missing() -> None:
    spoilt = noise.without_spaces(TEXT, 0.25, Random(1))
    assert spoilt.replace(" ", "") == TEXT.replace(" ", "")
    assert TEXT.count(" ") - spoilt.count(" ") == pytest.approx(0.25 * TEXT.count(" "), abs=1)


def test_letters_stand_apart_and_words_further() -> None:
    assert noise.letter_spaced("lamp oil", 1, Random(1)) == "l a m p  o i l"


def test_lines_are_broken_between_words_and_long_words_with_a_hyphen() -> None:
    assert noise.broken_lines("a lantern plan", 1, Random(1)) == "a\nlantern\nplan"
    assert re.fullmatch(r"a [lantern]{2,5}-\n[lantern]{2,5} plan", _hyphenated("a lantern plan"))


def _hyphenated(text: str) -> str:
    return noise.hyphenated(text, 1, Random(1))


def test_noise_for_the_wording_leaves_the_rest_of_the_sentence() -> None:
    sentence = Planted(
        "as written", "A plan, and the lantern plan is read.", frozenset(), "lantern plan"
    )
    spoiling = Spoiling("no spaces", noise.without_spaces, 1, wording_only=True)
    assert spoiling(sentence, 0) == "A plan, and the lanternplan is read."
    nothing = Planted("nothing planted", "Doors are locked.", frozenset())
    assert spoiling(nothing, 0) == nothing.text


def test_edits_are_counted_against_the_clean_sentence() -> None:
    clean = passage("1", "lantern", kind=MISREAD[0].name)
    assert errors_per_character([clean, passage("1", "lantcrn", kind="spoilt")]) == {
        MISREAD[0].name: 0,
        "spoilt": 1 / 7,
    }


def test_where_noise_is_measured_every_status_counts_as_found() -> None:
    given = Found(concepts={"lantern": Mention("negated", ("lantern",))})
    result = of_any_status(Result("ours", "", [passage(lantern="affirmed")], [given]))
    assert [judged.verdict for judged in result.concepts] == ["right"]


def test_the_table_and_the_picture_show_every_level() -> None:
    ways = [*MISREAD, *OTHERS]
    passages = [passage("1", "lantern", kind=way.name, lantern="affirmed") for way in ways]
    given = Found(concepts={"lantern": Mention("affirmed", ("lantern",))})
    results = [Result("ours", "", passages, [given] * len(passages))]
    lines = list(noise_lines(results, errors_per_character(passages)))
    rows = [[cell.strip() for cell in line.strip("|").split("|")] for line in lines[4:]]
    assert rows == [[way.name, "0.0", "100.0, 100.0, 0"] for way in ways]
    assert picture(results).count('<circle class="mark0"') == 2 * len(MISREAD) + 1
