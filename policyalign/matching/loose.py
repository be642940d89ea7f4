"""Short forms whose words stand in another order, or with words between them.

Only noun phrases take part, and only in the ways in which English takes them apart:

* a compound turned round: "safety goal" as "goals for safety", "a statement of the danger";
* a compound that shares a word: "safety and wellbeing goals", "danger or worry statement";
* an *of* phrase: "voice of the child" as "voice of every child" or "child voice";
* a pair: "words and pictures" as "pictures and words".
"""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from enum import Enum, auto

from policyalign.matching.english import AND, FUNCTION_WORDS, LINKS
from policyalign.matching.hits import Hit, Wording
from policyalign.matching.lexicon import CLAUSE_END, SENTENCE_END, Lexicon

_WIDEST = 6
_COST_OF_CONTENT = 7.0
_COST_OF_FUNCTION = 1.0
_COST_OF_TURNING = 4.0
_PART = re.compile(rf"[^{SENTENCE_END}{CLAUSE_END}]{{2,}}")
_ARTICLES = frozenset({"a", "an", "the"})


class _Build(Enum):
    COMPOUND = auto()
    OF_PHRASE = auto()
    PAIR = auto()


@dataclass(frozen=True, slots=True)
class Shape:
    """The letters of a form's content words, in order, and how it is built."""

    content: str
    build: _Build


class LooseIndex:
    """The short forms of a pack, keyed by their rarest word."""

    def __init__(
        self,
        lexicon: Lexicon,
        plain: Iterable[tuple[tuple[str, ...], Wording]],
        commonness: Mapping[str, int],
    ) -> None:
        self._lexicon = lexicon
        self._function = lexicon.try_letters(FUNCTION_WORDS)
        self._links = lexicon.try_letters(LINKS)
        self._and = lexicon.try_letters(AND)
        self._anchored: dict[str, list[tuple[Shape, Wording]]] = defaultdict(list)
        for words, wording in plain:
            shape = self._shape(words) if not wording.verbatim else None
            if shape:
                anchor = min(shape.content, key=lambda letter: (commonness[letter], letter))
                self._anchored[anchor].append((shape, wording))

    def hits(self, lettered: str) -> Iterator[Hit]:
        """Find the forms whose words stand near each other, in the same part of a sentence."""
        for part in _PART.finditer(lettered):
            present = set(part[0])
            for anchor in sorted(present & self._anchored.keys()):
                for shape, wording in self._anchored[anchor]:
                    if present.issuperset(shape.content):
                        yield from self._in_part(lettered, part.span(), anchor, shape, wording)

    def _in_part(
        self, lettered: str, part: tuple[int, int], anchor: str, shape: Shape, wording: Wording
    ) -> Iterator[Hit]:
        here = lettered.find(anchor, *part)
        while here >= 0:
            window = max(part[0], here - _WIDEST), min(part[1], here + _WIDEST + 1)
            places = [_nearest(lettered, letter, here, window) for letter in shape.content]
            cost = self._cost(lettered, places, shape.build) if min(places) >= 0 else None
            if cost is not None and 100 - cost >= wording.threshold:
                yield Hit(wording, min(places), max(places) + 1, (), cost)
            here = lettered.find(anchor, here + 1, part[1])

    def _shape(self, words: tuple[str, ...]) -> Shape | None:
        """Give the shape of a form, or ``None`` if it may not be taken apart."""
        content = [word for word in words if word not in FUNCTION_WORDS]
        little = {word for word in words if word in FUNCTION_WORDS} - _ARTICLES
        letters = "".join(map(self._lexicon.letter, content))
        if not 2 <= len(set(letters)) == len(letters) <= 3:
            return None
        if not little:
            return Shape(letters, _Build.COMPOUND)
        if little == {"of"}:
            return Shape(letters, _Build.OF_PHRASE)
        return Shape(letters, _Build.PAIR) if little == {"and"} else None

    def _cost(self, lettered: str, places: list[int], build: _Build) -> float | None:
        """Weigh what stands between the words; ``None`` where they do not belong together."""
        between = [lettered[i] for i in range(min(places), max(places)) if i not in places]
        turned = places != sorted(places)
        if not self._belong(between, turned, build):
            return None
        strange = sum(letter not in self._function for letter in between)
        little = len(between) - strange
        return (
            _COST_OF_CONTENT * strange
            + _COST_OF_FUNCTION * little
            + (_COST_OF_TURNING if turned else 0)
        )

    def _belong(self, between: list[str], turned: bool, build: _Build) -> bool:
        joined = any(letter in self._and for letter in between)
        if build is _Build.PAIR:
            return joined and all(letter in self._function for letter in between)
        if build is _Build.OF_PHRASE:
            return not joined and bool(between) is not turned
        if turned:
            return not joined and any(letter in self._links for letter in between)
        return joined and any(letter not in self._function for letter in between)


def _nearest(lettered: str, letter: str, here: int, window: tuple[int, int]) -> int:
    """Give the place of a letter nearest to ``here``, the earlier if two are as near, else -1."""
    before = lettered.rfind(letter, window[0], here + 1)
    after = lettered.find(letter, here, window[1])
    if before < 0 or 0 <= after < 2 * here - before:
        return after
    return before
