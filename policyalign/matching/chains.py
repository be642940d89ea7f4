"""Forms with mentions of other concepts in them: "referral form ** <three-columns>"."""

from __future__ import annotations

from bisect import bisect_left
from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from itertools import product
from operator import attrgetter

from policyalign.forms import Phrase, Ref
from policyalign.matching.hits import FalseFriends, Hit, Part, Wording
from policyalign.matching.lexicon import Lexicon
from policyalign.matching.patterns import compiled, phrase_pattern
from policyalign.matching.rarity import Letters, Rarity

# How far apart the parts of a form can stand: no form has longer gaps.
_LEAD = 30
_START = attrgetter("start")
_PLACE = attrgetter("start", "end")

# Stands for any letter where a form holds no word that it cannot do without.
_ANY = ""

_Mentions = Mapping[str, Sequence[Hit]]


@dataclass(frozen=True, slots=True)
class _Chain:
    """A form as mentions, with words before, between and after them."""

    wording: Wording
    concepts: tuple[tuple[str, ...], ...]
    lead: str
    joints: tuple[str, ...]
    tail: str
    needed: tuple[Letters, ...]


class ChainIndex:
    """The forms with concepts in them, kept under their first concept and their rarest letters."""

    def __init__(
        self, lexicon: Lexicon, wordings: Iterable[tuple[Wording, Phrase]], rarity: Rarity
    ) -> None:
        self._chains: dict[str, list[_Chain]] = defaultdict(list)
        self._letters: dict[str, set[str]] = defaultdict(set)
        for wording, phrase in wordings:
            chain = _chain(wording, phrase, lexicon, rarity)
            letters = sorted(chain.needed[0]) if chain.needed else [_ANY]
            for concept, letter in product(chain.concepts[0], letters):
                self._letters[concept].add(letter)
                self._chains[concept + letter].append(chain)

    def hits(self, part: Part, found: Sequence[Hit]) -> Iterator[Hit]:
        """Find the forms that build on the mentions found in one sentence."""
        if self._letters.keys().isdisjoint([hit.wording.owner for hit in found]):
            return
        mentions = _mentions(found)
        letters = part.letters | {_ANY}
        for concept in sorted(mentions.keys() & self._letters.keys()):
            for letter in sorted(letters & self._letters[concept]):
                for chain in self._chains[concept + letter]:
                    if part.has_one_of_each(chain.needed) and all(
                        any(c in mentions for c in concepts) for concepts in chain.concepts
                    ):
                        yield from _chain_hits(part, chain, mentions[concept], mentions)


def _chain(wording: Wording, phrase: Phrase, lexicon: Lexicon, rarity: Rarity) -> _Chain:
    pieces: list[Phrase] = [()]
    concepts: list[tuple[str, ...]] = []
    for element in phrase:
        if isinstance(element, Ref):
            concepts.append(element.concepts)
            pieces.append(())
        else:
            pieces[-1] = (*pieces[-1], element)
    lead, *joints, tail = (phrase_pattern(piece, lexicon) for piece in pieces)
    needed = tuple(rarity.needed(phrase))
    return _Chain(wording, tuple(concepts), rf"(?:{lead})\Z", tuple(joints), tail, needed)


def _mentions(found: Sequence[Hit]) -> _Mentions:
    """Give the hits of each concept, in order, without those that a false friend cancels."""
    friends = FalseFriends(hit for hit in found if hit.wording.role == "false friend")
    mentions: dict[str, list[Hit]] = defaultdict(list)
    for hit in sorted(found, key=_PLACE):
        if hit.wording.role == "concept" and not friends.cancel(hit):
            mentions[hit.wording.owner].append(hit)
    return mentions


def _chain_hits(
    part: Part, chain: _Chain, first: Iterable[Hit], mentions: _Mentions
) -> Iterator[Hit]:
    for hit in first:
        lead = compiled(chain.lead).search(part.text, max(part.start, hit.start - _LEAD), hit.start)
        ends = _ends(part.text, chain, 1, hit.end, mentions) if lead else ()
        for end in sorted(ends):
            tail = compiled(chain.tail).match(part.text, end, part.end)
            if lead and tail:
                yield Hit(chain.wording, lead.start(), tail.end())
                break


def _ends(lettered: str, chain: _Chain, index: int, at: int, mentions: _Mentions) -> Iterator[int]:
    """Give the places where the mentions of a chain can end, if it goes on at ``at``."""
    if index == len(chain.concepts):
        yield at
        return
    joint = compiled(chain.joints[index - 1])
    for concept in chain.concepts[index]:
        hits = mentions.get(concept, ())
        for number in range(bisect_left(hits, at, key=_START), len(hits)):
            hit = hits[number]
            if hit.start - at > _LEAD:
                break
            if joint.fullmatch(lettered, at, hit.start):
                yield from _ends(lettered, chain, index + 1, hit.end, mentions)
