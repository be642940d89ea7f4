"""What a word was meant to be that is neither in the vocabulary nor English.

It was read wrongly by a scanner, typed wrongly, or lost the space before the next.
"""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping
from typing import NamedTuple

from policyalign.matching.english import FUNCTION_WORDS
from policyalign.word_list import english_words

_SHORTEST_FUZZY = 5
_SHORTEST_SWAPPED, _LONGEST_SWAPPED = 4, 10
_SHORTEST_WITH_M = 6
_TWO_ERRORS_FROM = 8
_SHORTEST_SOLID, _LONGEST_SOLID = 8, 80
_SHORTEST_PART, _LONGEST_PART = 4, 16
# Rarer words than this in English at large are left out where words are told apart.
_COMMON = 10_000_000
_REPEATED = re.compile(r"(.)\1+")
_MIXED = re.compile(r"(?=.*\d)(?=.*[a-z])[a-z0-9']+\Z")
# What scanners read wrongly: digits in words, and letters in numbers.
_LETTER_FOR_DIGIT = (str.maketrans("01589", "olsbg"), str.maketrans("01589", "oisbg"))
_DIGIT_FOR_LETTER = str.maketrans("oil", "011")
# Of little words only those that say neither yes nor no: "1f" may be the number of a clause.
_LITTLE_WITH_ZERO = {"0f": "of", "t0": "to", "0r": "or", "0n": "on", "f0r": "for"}


class Guess(NamedTuple):
    """The letters of what was meant, and how alike it is to what is written (0 to 100)."""

    letters: str
    certainty: float


class Speller:
    """Guesses what was meant by a lower-case word.

    ``letters`` has the letter of each word of the vocabulary. Those ``meant`` are the letters of
    words that may be misspelt by more than two letters that changed places.
    """

    def __init__(self, letters: Mapping[str, str], meant: Iterable[str]) -> None:
        self._letters = letters
        meant = frozenset(meant)
        self._targets: dict[str, list[str]] = defaultdict(list)
        for word, letter in sorted(letters.items()):
            if letter in meant and len(word) >= _SHORTEST_FUZZY:
                self._targets[word[0]].append(word)

    def misread(self, lower: str) -> Guess | None:
        """Undo what scanning does: ``goa1``, ``1O``, ``farnily``, ``leaming``."""
        for reading in _readings(lower):
            found = self._letters.get(reading)
            if found:
                # A misread letter is less of an error than a wrong one: it looks alike.
                return Guess(found, 100 * (1 - 0.5 / len(lower)))
        return None

    def misspelt(self, word: str, lower: str) -> Guess | None:
        """Undo up to two errors of typing, where the word is long enough to bear them.

        A short ``word`` that is not written small is rather a name or an abbreviation.
        """
        if len(lower) < _SHORTEST_SWAPPED or not lower.replace("'", "").isalpha():
            return None
        swapped = self._swapped(lower) if word.islower() or len(word) > _SHORTEST_SWAPPED else None
        return swapped or self._nearest(lower)

    def apart(self, lower: str) -> list[str]:
        """Part words that have lost the spaces between them: ``safetygoalsandplans``.

        All parts must be words, and one of them a word of the vocabulary that says something.
        Otherwise there are none.
        """
        if not _SHORTEST_SOLID <= len(lower) <= _LONGEST_SOLID or not lower.isalpha():
            return []
        parts: list[list[str] | None] = [[], *(None for _ in lower)]
        for end in range(2, len(lower) + 1):
            found = (
                [*before, lower[start:end]]
                for start in range(max(0, end - _LONGEST_PART), end - 1)
                if (before := parts[start]) is not None and self._is_part(lower[start:end])
            )
            parts[end] = min(found, key=len, default=None)
        words = parts[-1] or []
        says = any(word in self._letters and word not in FUNCTION_WORDS for word in words)
        return words if says else []

    def _is_part(self, word: str) -> bool:
        if len(word) < _SHORTEST_PART:
            return word in FUNCTION_WORDS
        return word in self._letters or english_words().get(word, 0) > _COMMON

    def _swapped(self, lower: str) -> Guess | None:
        """Change two letters back: ``wrok``, ``abuot``. Longer words of the pack bear any error."""
        if len(lower) > _LONGEST_SWAPPED:
            return None  # longer than any little word
        for at in range(len(lower) - 1):
            swapped = lower[:at] + lower[at + 1] + lower[at] + lower[at + 2 :]
            if swapped in self._letters and (
                len(lower) == _SHORTEST_SWAPPED or swapped in FUNCTION_WORDS
            ):
                return Guess(self._letters[swapped], 100 * (1 - 1 / len(lower)))
        return None

    def _nearest(self, lower: str) -> Guess | None:
        # Imported here because most runs of the command line never need it.
        from rapidfuzz import process
        from rapidfuzz.distance import OSA

        # The first letter is seldom wrong, unless it has changed places with the second.
        targets = self._targets[lower[0]]
        if lower[1] != lower[0]:
            targets = targets + [w for w in self._targets[lower[1]] if w[1] == lower[0]]
        near = [
            (target, errors)
            for target, errors, _ in process.extract(
                lower, targets, scorer=OSA.distance, score_cutoff=2, limit=None
            )
            if errors < 2 or max(len(target), len(lower)) >= _TWO_ERRORS_FROM
        ]
        if not near:
            return None
        target, errors = min(near, key=lambda n: (n[1], _unlikeliness(n[0], lower), n[0]))
        certainty = 100 * (1 - errors / max(len(lower), len(target)))
        return Guess(self._letters[target], certainty)


def _readings(lower: str) -> Iterator[str]:
    if _MIXED.match(lower):
        if len(lower) <= 3:
            yield lower.translate(_DIGIT_FOR_LETTER)
            yield _LITTLE_WITH_ZERO.get(lower, "")
        else:
            yield from (lower.translate(table) for table in _LETTER_FOR_DIGIT)
        return
    if "rn" in lower:
        yield lower.replace("rn", "m")
    # Names of a few letters have an m: "Leam", "Bom".
    if "m" in lower and len(lower) >= _SHORTEST_WITH_M:
        yield lower.replace("m", "rn")


def _unlikeliness(target: str, written: str) -> tuple[bool, bool, int, int]:
    """Rank words as near: letters changed places, a letter doubled, the longest, the commonest."""
    return (
        sorted(target) != sorted(written),
        _undoubled(target) != _undoubled(written),
        -len(target),
        -english_words().get(target, 0),
    )


def _undoubled(word: str) -> str:
    return _REPEATED.sub(r"\1", word)
