"""Short forms whose words stand in another order, or with words between them.

Only noun phrases take part, and only in the ways in which English takes them apart:

* a compound turned round: "safety goal" as "goals for safety", "a statement of the danger";
* a compound that shares a word: "safety and wellbeing goals", "danger or worry statement";
* an *of* phrase: "voice of the child" as "voice of every child" or "child voice";
* a pair: "words and pictures" as "pictures and words".
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from enum import Enum, auto
from typing import NamedTuple

from policyalign.matching.english import AND, FUNCTION_WORDS, LINKS
from policyalign.matching.hits import Commas, Hit, Part, Wording
from policyalign.matching.lexicon import CLAUSE_END, SENTENCE_END, Lexicon
from policyalign.matching.rarity import Rarity

_WIDEST = 6
_COST_OF_CONTENT = 7.0
_COST_OF_FUNCTION = 1.0
_COST_OF_TURNING = 6.0
_MOST_CONTENT = 3
_ENDS = (SENTENCE_END, CLAUSE_END, "")
_ARTICLES = frozenset({"a", "an", "the"})


class Build(Enum):
    """How a noun phrase is made."""

    COMPOUND = auto()
    OF_PHRASE = auto()
    PAIR = auto()


# How alike a form taken apart can be at best; a threshold above that can never be met.
_CLOSEST = 100 - _COST_OF_FUNCTION


class Shape(NamedTuple):
    """The letters of a form's content words, in order, and how it is built."""

    content: str
    build: Build


@dataclass(frozen=True, eq=False, slots=True)
class LooseForm:
    """A form that may be taken apart. ``rarest`` are its letters, the rarest first."""

    wording: Wording
    shape: Shape
    rarest: str
    grammar: Grammar

    def hits(self, part: Part) -> Iterator[Hit]:
        """Find the form where its words stand near each other in one sentence."""
        content, rarest = self.shape.content, self.rarest
        plain = self.shape.build is not Build.OF_PHRASE
        before = content.index(rarest[0])
        for here, window in _meetings(part, rarest[0], rarest[1]):
            if plain and part.text.startswith(content, here - before):
                continue  # with nothing between the words they are a plain form, or none at all
            hit = self._hit_at(part.text, here, window)
            if hit:
                yield hit

    def _hit_at(self, text: str, here: int, window: tuple[int, int]) -> Hit | None:
        """Take the nearest place of each content word and weigh what stands between them."""
        places = [_nearest(text, letter, here, window) for letter in self.shape.content]
        start, end = min(places), max(places) + 1
        if start < 0:
            return None
        if end - start == len(places) and self.shape.build is not Build.OF_PHRASE:
            return None  # side by side in another order they are another phrase
        weighed = self.grammar.weigh(text, places, self.shape)
        if weighed is None or 100 - weighed[0] < self.wording.threshold:
            return None
        return Hit(self.wording, start, end, *weighed)


class Grammar:
    """The little words by which English takes a noun phrase apart, in letters."""

    def __init__(self, lexicon: Lexicon) -> None:
        self._function = lexicon.try_letters(FUNCTION_WORDS)
        self._left_out = dict.fromkeys(map(ord, self._function))
        self._links = lexicon.try_letters(LINKS)
        self._and = lexicon.try_letters(AND)
        self._articles = lexicon.try_letters(_ARTICLES)
        self._of = lexicon.try_letters({"of"})
        self._pair = lexicon.try_letters({"and"})

    def shape(self, letters: str) -> Shape | None:
        """Give the shape of a wording, or ``None`` if it may not be taken apart."""
        content = letters.translate(self._left_out)
        if not 2 <= len(content) <= _MOST_CONTENT or len(set(content)) < len(content):
            return None
        little = (set(letters) & self._function) - self._articles
        if not little:
            return Shape(content, Build.COMPOUND)
        if little == self._of:
            return Shape(content, Build.OF_PHRASE)
        return Shape(content, Build.PAIR) if little == self._pair else None

    def weigh(self, lettered: str, places: list[int], shape: Shape) -> tuple[float, Commas] | None:
        """Weigh what stands between the words; ``None`` where they do not belong together.

        Gives what it costs, and what a comma between them would mean.
        """
        end = max(places)
        between = [lettered[i] for i in range(min(places), end) if i not in places]
        if CLAUSE_END in between or not set(between).isdisjoint(shape.content):
            return None
        turned = places != sorted(places)
        if shape.build is Build.COMPOUND and not turned:
            commas = self._shared_word(between, lettered[end + 1 : end + 3])
        else:
            commas = Commas.CUT if self._belong(between, turned, shape.build) else None
        if commas is None:
            return None
        strange = sum(letter not in self._function for letter in between)
        little = len(between) - strange
        cost = _COST_OF_CONTENT * strange + _COST_OF_FUNCTION * little
        return (cost + _COST_OF_TURNING if turned else cost), commas

    def _belong(self, between: list[str], turned: bool, build: Build) -> bool:
        joined = any(letter in self._and for letter in between)
        if build is Build.PAIR:
            return joined and all(letter in self._function for letter in between)
        if build is Build.OF_PHRASE:
            # "Voice of every child" has its *of*; "the meeting is a family's" is no such phrase.
            linked = any(letter in self._of for letter in between)
            return not joined and (not between if turned else linked)
        return (
            turned
            and not joined
            and any(letter in self._links for letter in between)
            and not self._ends_a_name(between)
        )

    def _ends_a_name(self, between: list[str]) -> bool:
        """Tell whether the last word belongs to another: "the plan for Signs of Safety"."""
        return between[-1] in self._of and len(between) > 1 and between[-2] not in self._function

    def _shared_word(self, between: list[str], after: str) -> Commas | None:
        """Tell whether two compounds share a word, and what commas have to do with it.

        "Danger and worry statement" does; "a danger notice and a statement" does not. In "safety
        plans, goals and networks" it is the commas that make the goals share the safety.
        """
        strange = [letter not in self._function for letter in between]
        if any(letter in self._and for letter in between):
            shares = strange[-1] or between[-1] in self._and
            return Commas.ALLOWED if shares and any(strange) else None
        goes_on = after[:1] in self._and or (
            after[:1] not in _ENDS and after[1:] in self._and and after[0] not in self._function
        )
        return Commas.NEEDED if goes_on and all(strange) else None


def loose_forms(
    lexicon: Lexicon, plain: Iterable[tuple[Wording, list[str]]], rarity: Rarity
) -> Iterator[LooseForm]:
    """Give the forms whose threshold leaves room to take them apart, one for each shape."""
    grammar = Grammar(lexicon)
    for wording, sequences in plain:
        if wording.threshold <= _CLOSEST and not (wording.verbatim or wording.name):
            shapes = filter(None, map(grammar.shape, sequences))
            for shape in dict.fromkeys(shapes):
                yield LooseForm(wording, shape, "".join(rarity.sort(shape.content)), grammar)


def _meetings(part: Part, first: str, second: str) -> Iterator[tuple[int, tuple[int, int]]]:
    """Give each place of a letter that has the other near it, and how far near reaches."""
    text = part.text
    here = text.find(first, part.start, part.end)
    while here >= 0:
        window = max(part.start, here - _WIDEST), min(part.end, here + _WIDEST + 1)
        if text.find(second, *window) >= 0:
            yield here, window
        here = text.find(first, here + 1, part.end)


def _nearest(lettered: str, letter: str, here: int, window: tuple[int, int]) -> int:
    """Give the place of a letter nearest to ``here``, the earlier if two are as near, else -1."""
    before = lettered.rfind(letter, window[0], here + 1)
    after = lettered.find(letter, here, window[1])
    if before < 0 or 0 <= after < 2 * here - before:
        return after
    return before
