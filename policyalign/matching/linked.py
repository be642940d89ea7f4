"""Forms with gaps, or with mentions of other concepts in them."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import cache

from policyalign.forms import Choice, Phrase, Ref, Word, reference_choices
from policyalign.matching.hits import Hit, Wording
from policyalign.matching.lexicon import Lexicon
from policyalign.matching.patterns import phrase_pattern

# How far in front of the first mention of a form its words can begin.
_LEAD = 30


# Most forms of a pack are never met in a run, so an expression is compiled when it is first used.
_compiled = cache(re.compile)


@dataclass(frozen=True, slots=True)
class _Chain:
    """A form as mentions with words before, between and after them."""

    wording: Wording
    concepts: tuple[tuple[str, ...], ...]
    lead: str
    joints: tuple[str, ...]
    tail: str


@dataclass(frozen=True, slots=True)
class _Gapped:
    """A form of words alone, with gaps between them."""

    wording: Wording
    source: str


class LinkedIndex:
    """Forms that are looked for after the plain ones, because they may build on them."""

    def __init__(
        self,
        lexicon: Lexicon,
        forms: Iterable[tuple[Phrase, Wording]],
        commonness: Mapping[str, int],
    ) -> None:
        self._lexicon = lexicon
        self._commonness = commonness
        self._gapped: dict[str, list[_Gapped]] = defaultdict(list)
        self._chains: dict[str, list[_Chain]] = defaultdict(list)
        for phrase, wording in forms:
            for variant in reference_choices(phrase):
                self._add(variant, wording)

    def hits(self, lettered: str, found: Sequence[Hit]) -> Iterator[Hit]:
        """Find linked forms in a lettered text in which ``found`` was found already."""
        present = set(lettered)
        gapped = {
            id(g): g for letter in present & self._gapped.keys() for g in self._gapped[letter]
        }
        for form in sorted(gapped.values(), key=lambda g: g.wording.form):
            for match in _compiled(form.source).finditer(lettered):
                yield Hit(form.wording, match.start(), match.end())
        mentions: dict[str, list[Hit]] = defaultdict(list)
        for hit in found:
            if hit.wording.role == "concept":
                mentions[hit.wording.owner].append(hit)
        for concept, first in mentions.items():
            for chain in self._chains.get(concept, ()):
                if all(any(c in mentions for c in cs) for cs in chain.concepts):
                    yield from _chain_hits(lettered, chain, first, mentions)

    def _add(self, phrase: Phrase, wording: Wording) -> None:
        parts: list[Phrase] = [()]
        concepts: list[tuple[str, ...]] = []
        for element in phrase:
            if isinstance(element, Ref):
                concepts.append(element.concepts)
                parts.append(())
            else:
                parts[-1] = (*parts[-1], element)
        sources = [phrase_pattern(part, self._lexicon) for part in parts]
        if not concepts:
            form = _Gapped(wording, sources[0])
            for letter in self._required(phrase):
                self._gapped[letter].append(form)
            return
        chain = _Chain(
            wording,
            tuple(concepts),
            rf"(?:{sources[0]})\Z",
            tuple(sources[1:-1]),
            sources[-1],
        )
        for concept in concepts[0]:
            self._chains[concept].append(chain)

    def _required(self, phrase: Phrase) -> set[str]:
        """Give the smallest set of letters of which one must stand in the text."""
        options = [self._letters_of(e) for e in phrase if isinstance(e, Word | Choice)]
        return min(
            filter(None, options),
            key=lambda letters: (sum(map(self._commonness.__getitem__, letters)), sorted(letters)),
        )

    def _letters_of(self, element: Word | Choice) -> set[str]:
        """Give the letters of which one stands for the element; none if it may be left out."""
        if isinstance(element, Word):
            return self._lexicon.letters_of(element.text, verb=element.verb)
        if not all(element.options):
            return set()
        return set().union(*map(self._required, element.options))


def _chain_hits(
    lettered: str, chain: _Chain, first: Iterable[Hit], mentions: Mapping[str, Sequence[Hit]]
) -> Iterator[Hit]:
    for hit in first:
        lead = _compiled(chain.lead).search(lettered, max(0, hit.start - _LEAD), hit.start)
        for end in _ends(lettered, chain, 1, hit.end, mentions) if lead else ():
            tail = _compiled(chain.tail).match(lettered, end)
            if lead and tail:
                yield Hit(chain.wording, lead.start(), tail.end())
                break


def _ends(
    lettered: str, chain: _Chain, index: int, at: int, mentions: Mapping[str, Sequence[Hit]]
) -> Iterator[int]:
    """Give the places where the mentions of a chain can end, if it goes on at ``at``."""
    if index == len(chain.concepts):
        yield at
        return
    for concept in chain.concepts[index]:
        for hit in mentions.get(concept, ()):
            joint = _compiled(chain.joints[index - 1])
            if hit.start >= at and joint.fullmatch(lettered, at, hit.start):
                yield from _ends(lettered, chain, index + 1, hit.end, mentions)
