"""The English words that symspellpy ships, read once and shared by all who ask."""

from __future__ import annotations

from functools import cache
from importlib.resources import files


@cache
def english_words() -> dict[str, int]:
    """Give the words in lower case, and how often each was counted in a large body of texts."""
    listed = files("symspellpy").joinpath("frequency_dictionary_en_82_765.txt")
    entries = listed.read_text(encoding="utf-8-sig").split()
    return dict(zip(entries[::2], map(int, entries[1::2]), strict=True))


def is_english(word: str) -> bool:
    """Tell whether a lower-case word is English, with or without its possessive ending."""
    return word in english_words() or word.removesuffix("'s") in english_words()
