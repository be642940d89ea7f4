"""All blocks of a document, searched at once, and each read only if something asks for it."""

from __future__ import annotations

import re
from bisect import bisect_right
from collections import defaultdict
from collections.abc import Iterator, Sequence
from functools import partial
from itertools import accumulate

from policyalign.matching.compiled import CompiledPack
from policyalign.matching.hits import Hit
from policyalign.matching.lettered import BETWEEN, lettered
from policyalign.matching.passage import Passage
from policyalign.matching.patterns import Cue
from policyalign.matching.reading import Reading
from policyalign.matching.tables import Tables
from policyalign.model.document import Block, Kind

_SENTENCE_ENDS = re.compile(r"(?<=[.?!])\s+")
_LONGEST_LEAD, _LONGEST_LIST = 300, 100


class Readings:
    """The readings of a document's ``blocks``, by the block's number."""

    def __init__(self, compiled: CompiledPack, blocks: Sequence[Block]) -> None:
        self._compiled = compiled
        self.blocks = blocks
        compiled.runs.tidy()
        self._lettered = lettered([b.text for b in blocks], compiled.lexicon, compiled.runs)
        self.tables = Tables(blocks, self._lettered.texts)
        self._hits = _hits_by_block(compiled, self._lettered.texts)
        self._made: dict[int, Reading] = {}
        for number, hits in self._hits.items():
            # A false friend by itself gives nothing to judge.
            if any(hit.wording.role != "false friend" for hit in hits):
                self._made[number] = self._reading(number)

    def __len__(self) -> int:
        return len(self.blocks)

    def __getitem__(self, number: int) -> Reading:
        reading = self._made.get(number)
        if reading is None:
            reading = self._made[number] = self._reading(number)
        return reading

    def __iter__(self) -> Iterator[Reading]:
        return map(self.__getitem__, range(len(self)))

    def lettered(self, most: int) -> str:
        """Give the first so many blocks in letters."""
        return BETWEEN.join(self._lettered.texts[:most])

    def naming(self, cue: Cue) -> list[int]:
        """Give the numbers of the blocks in which a cue stands."""
        return [number for number, text in enumerate(self._lettered.texts) if cue.search(text)]

    def with_candidates(self) -> list[tuple[int, Reading]]:
        """Give those that have candidates, with their numbers, in order."""
        return [(number, one) for number, one in sorted(self._made.items()) if one.candidates]

    def _reading(self, number: int) -> Reading:
        block, hits = self.blocks[number], self._hits.get(number, [])
        passage = Passage(
            block.text,
            self._lettered.texts[number],
            self._compiled.lexicon,
            words=self._lettered.words(number) if hits else None,
            broken=self._lettered.broken,
        )
        lead = _lead(self.blocks, number) if block.kind is Kind.LIST_ITEM else ""
        beside = partial(self.tables.beside, number) if block.cell else tuple
        return Reading(self._compiled, block, passage, hits, lead=lead, beside=beside)


def _hits_by_block(compiled: CompiledPack, texts: Sequence[str]) -> dict[int, list[Hit]]:
    """Give the hits of each block by its number, with positions counted from its beginning."""
    starts = list(accumulate((len(text) + len(BETWEEN) for text in texts), initial=0))
    hits: dict[int, list[Hit]] = defaultdict(list)
    for hit in compiled.terms.hits(BETWEEN.join(texts)):
        number = bisect_right(starts, hit.start) - 1
        start = starts[number]
        wording, first, last, cost, commas = hit
        hits[number].append(Hit(wording, first - start, last - start, cost, commas))
    return hits


def _lead(blocks: Sequence[Block], number: int) -> str:
    """Give the words that lead into the list of an item: "Staff will not:"."""
    under = blocks[number].place.heading
    for before in range(number - 1, max(-1, number - _LONGEST_LIST), -1):
        block = blocks[before]
        if block.place.heading != under:
            return ""
        if block.kind is not Kind.LIST_ITEM:
            text = block.text.rstrip()
            return _last_sentence(text) if text.endswith(":") else ""
    return ""


def _last_sentence(text: str) -> str:
    sentence = _SENTENCE_ENDS.split(text[-_LONGEST_LEAD - 2 :])[-1]
    return sentence if len(sentence) <= _LONGEST_LEAD else ""
