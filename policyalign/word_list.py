"""The English words that symspellpy ships, read once and shared by all who ask."""

from __future__ import annotations

from functools import cache
from importlib.resources import files

_BEFORE_NOUNS = ("the", "a", "an", "of")
_BEFORE_VERBS = ("to", "not", "they", "you", "we", "he", "she", "it")
_FAR_OFTENER = 4


@cache
def english_words() -> dict[str, int]:
    """Give the words in lower case, and how often each was counted in a large body of texts."""
    listed = files("symspellpy").joinpath("frequency_dictionary_en_82_765.txt")
    entries = listed.read_text(encoding="utf-8-sig").split()
    return dict(zip(entries[::2], map(int, entries[1::2]), strict=True))


def is_english(word: str) -> bool:
    """Tell whether a lower-case word is English, with or without its possessive ending."""
    return word in english_words() or word.removesuffix("'s") in english_words()


@cache
def english_pairs() -> dict[tuple[str, str], int]:
    """Give the pairs of words that often stand side by side in English, and how often.

    Words are in lower case. A pair that is not here is rare.
    """
    listed = files("symspellpy").joinpath("frequency_bigramdictionary_en_243_342.txt")
    entries = listed.read_text(encoding="utf-8-sig").split()
    pairs = zip(entries[::3], entries[1::3], strict=True)
    return dict(zip(pairs, map(int, entries[2::3]), strict=True))


@cache
def is_chiefly_verb(word: str) -> bool:
    """Guess whether an English word says what somebody does: "to ask" and "they ask" are common.

    "To view" is commoner than "the view" too, but not by far, so that ``view`` is no such word.
    """
    pairs = english_pairs()
    done = sum(pairs.get((before, word), 0) for before in _BEFORE_VERBS)
    named = sum(pairs.get((before, word), 0) for before in _BEFORE_NOUNS)
    return done > _FAR_OFTENER * named
