"""Forms with gaps, or with mentions of other concepts in them."""

from __future__ import annotations

import re
from bisect import bisect_left
from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import cache
from operator import attrgetter

from policyalign.forms import Choice, Phrase, Ref, Word, reference_choices
from policyalign.matching.hits import FalseFriends, Hit, Part, Wording
from policyalign.matching.lexicon import Lexicon
from policyalign.matching.patterns import phrase_pattern

# Most forms of a pack are never met in a run, so an expression is compiled when it is first used.
_compiled = cache(re.compile)

# How far apart the parts of a form can stand: no form has longer gaps.
_LEAD = 30
_START = attrgetter("start")

# Stands for any letter where a form holds no word that it cannot do without.
_ANY = ""

_Mentions = Mapping[str, Sequence[Hit]]


@dataclass(frozen=True, slots=True)
class _Gapped:
    """A form of words with gaps.

    One letter of ``second`` and one of each set of ``needed`` stand wherever it matches, besides
    the letter under which it is kept.
    """

    wording: Wording
    source: str
    second: frozenset[str]
    needed: tuple[frozenset[str], ...]


@dataclass(frozen=True, slots=True)
class _Chain:
    """A form as mentions, with words before, between and after them."""

    wording: Wording
    concepts: tuple[tuple[str, ...], ...]
    lead: str
    joints: tuple[str, ...]
    tail: str
    needed: tuple[frozenset[str], ...]


class LinkedIndex:
    """Forms that are looked for after the plain ones, because they may build on them."""

    def __init__(
        self,
        lexicon: Lexicon,
        wordings: Iterable[Wording],
        commonness: Mapping[str, int],
    ) -> None:
        self._lexicon = lexicon
        self._commonness = commonness
        # Keyed by the rarest letters of each form, so that few forms are looked at in vain.
        self._gapped: dict[str, list[_Gapped]] = defaultdict(list)
        self._chains: dict[str, dict[str, list[_Chain]]] = defaultdict(lambda: defaultdict(list))
        for wording in wordings:
            for variant in reference_choices(wording.phrase):
                self._add(variant, wording)

    def rarest(self) -> set[str]:
        """Give the letters of which one stands wherever a form without concepts does."""
        return set(self._gapped)

    def gapped_hits(self, part: Part) -> Iterator[Hit]:
        """Find the forms of words with gaps in one sentence."""
        letters = part.letters
        tried: set[int] = set()
        for first in letters & self._gapped.keys():
            for form in self._gapped[first]:
                if letters.isdisjoint(form.second) or id(form) in tried:
                    continue
                tried.add(id(form))
                if part.has_one_of_each(form.needed):
                    found = _compiled(form.source).finditer(part.text, part.start, part.end)
                    yield from (Hit(form.wording, *match.span()) for match in found)

    def chain_hits(self, part: Part, found: Sequence[Hit]) -> Iterator[Hit]:
        """Find the forms that build on the mentions found in one sentence."""
        friends = FalseFriends(hit for hit in found if hit.wording.role == "false friend")
        mentions: dict[str, list[Hit]] = defaultdict(list)
        for hit in sorted(found, key=lambda h: (h.start, h.end)):
            if hit.wording.role == "concept" and not friends.cancel(hit):
                mentions[hit.wording.owner].append(hit)
        letters = part.letters | {_ANY}
        for concept in mentions.keys() & self._chains.keys():
            chains = self._chains[concept]
            for letter in letters & chains.keys():
                for chain in chains[letter]:
                    possible = all(any(c in mentions for c in cs) for cs in chain.concepts)
                    if possible and part.has_one_of_each(chain.needed):
                        yield from _chain_hits(part, chain, mentions[concept], mentions)

    def _add(self, phrase: Phrase, wording: Wording) -> None:
        pieces: list[Phrase] = [()]
        concepts: list[tuple[str, ...]] = []
        for element in phrase:
            if isinstance(element, Ref):
                concepts.append(element.concepts)
                pieces.append(())
            else:
                pieces[-1] = (*pieces[-1], element)
        sources = [phrase_pattern(piece, self._lexicon) for piece in pieces]
        needed = tuple(sorted(self._needed(phrase), key=self._how_common))
        if not concepts:
            rest = needed[1:] or needed
            form = _Gapped(wording, sources[0], rest[0], rest[1:])
            for letter in needed[0]:
                self._gapped[letter].append(form)
            return
        lead = rf"(?:{sources[0]})\Z"
        chain = _Chain(wording, tuple(concepts), lead, tuple(sources[1:-1]), sources[-1], needed)
        for letter in needed[0] if needed else {_ANY}:
            for concept in concepts[0]:
                self._chains[concept][letter].append(chain)

    def _needed(self, phrase: Phrase) -> Iterator[frozenset[str]]:
        """Give, for each element that cannot be left out, the letters of which one must stand."""
        for element in phrase:
            if isinstance(element, Word):
                yield frozenset(self._lexicon.letters_of(element.text, verb=element.verb))
            elif isinstance(element, Choice):
                options = [list(self._needed(option)) for option in element.options]
                if all(options):
                    rarest = (min(option, key=self._how_common) for option in options)
                    yield frozenset().union(*rarest)

    def _how_common(self, letters: frozenset[str]) -> tuple[int, list[str]]:
        return sum(self._commonness.get(letter, 0) for letter in letters), sorted(letters)


def _chain_hits(
    part: Part, chain: _Chain, first: Iterable[Hit], mentions: _Mentions
) -> Iterator[Hit]:
    for hit in first:
        lead = _compiled(chain.lead).search(
            part.text, max(part.start, hit.start - _LEAD), hit.start
        )
        ends = _ends(part.text, chain, 1, hit.end, mentions) if lead else ()
        for end in sorted(ends):
            tail = _compiled(chain.tail).match(part.text, end, part.end)
            if lead and tail:
                yield Hit(chain.wording, lead.start(), tail.end())
                break


def _ends(lettered: str, chain: _Chain, index: int, at: int, mentions: _Mentions) -> Iterator[int]:
    """Give the places where the mentions of a chain can end, if it goes on at ``at``."""
    if index == len(chain.concepts):
        yield at
        return
    joint = _compiled(chain.joints[index - 1])
    for concept in chain.concepts[index]:
        hits = mentions.get(concept, ())
        for hit in hits[bisect_left(hits, at, key=_START) :]:
            if hit.start - at > _LEAD:
                break
            if joint.fullmatch(lettered, at, hit.start):
                yield from _ends(lettered, chain, index + 1, hit.end, mentions)
