"""All blocks of a document, searched at once, and each read only if something asks for it."""

from __future__ import annotations

import re
from bisect import bisect_right
from collections import defaultdict
from collections.abc import Iterator, Sequence
from functools import cached_property
from itertools import accumulate

from policyalign.matching.compiled import CompiledPack
from policyalign.matching.hits import Hit
from policyalign.matching.lexicon import BLOCK_END, SENTENCE_END
from policyalign.matching.passage import Passage
from policyalign.matching.reading import Reading
from policyalign.model.document import Block, Kind
from policyalign.text import BETWEEN_BLOCKS, fold_blocks, runs

_BETWEEN = SENTENCE_END + BLOCK_END
_SENTENCE_ENDS = re.compile(r"(?<=[.?!])\s+")
_LONGEST_LEAD, _LONGEST_LIST = 300, 100
_LONGEST_ROW, _LONGEST_ANSWER = 30, 40
_SAYS_YES = re.compile(r"\s*(?:yes|always|done|met|green|in\s+(?:place|use))\b", re.IGNORECASE)


class Readings:
    """The readings of a document's ``blocks``, by the block's number."""

    def __init__(self, compiled: CompiledPack, blocks: Sequence[Block]) -> None:
        self._compiled = compiled
        self.blocks = blocks
        alphabet = compiled.runs
        alphabet.tidy()
        found = runs(fold_blocks((block.text for block in blocks), compiled.lexicon.knows))
        self._lettered = "".join(map(alphabet.__getitem__, found)).split(_BETWEEN)
        self._made: dict[int, Reading] = {}
        hits = _hits_by_block(compiled, self._lettered)
        # Where words begin matters only to blocks with hits.
        starts = _starts(found, len(blocks)) if hits else []
        for number, own in hits.items():
            words = alphabet.words(found[starts[number] : starts[number + 1] - 1])
            passage = Passage(blocks[number].text, self._lettered[number], compiled.lexicon, words)
            self._made[number] = self._reading(number, passage, own)

    def __len__(self) -> int:
        return len(self.blocks)

    def __getitem__(self, number: int) -> Reading:
        reading = self._made.get(number)
        if reading is None:
            text, lettered = self.blocks[number].text, self._lettered[number]
            passage = Passage(text, lettered, self._compiled.lexicon)
            reading = self._made[number] = self._reading(number, passage, [])
        return reading

    def __iter__(self) -> Iterator[Reading]:
        return map(self.__getitem__, range(len(self)))

    def with_candidates(self) -> list[tuple[int, Reading]]:
        """Give those that have candidates, with their numbers, in order."""
        return [(number, one) for number, one in sorted(self._made.items()) if one.candidates]

    def _reading(self, number: int, passage: Passage, hits: list[Hit]) -> Reading:
        block = self.blocks[number]
        lead = _lead(self.blocks, number) if block.kind is Kind.LIST_ITEM else ""
        beside = self._beside(number) if block.cell else ()
        return Reading(self._compiled, block, passage, hits, lead=lead, beside=beside)

    def _beside(self, number: int) -> list[str]:
        """Give the short texts in the other cells of a row: "No", and with its heading "In use No".

        There are none where one of the cells says yes, and none for the row of the headings, in
        which "No" is short for "number".
        """
        cell = self.blocks[number].cell
        if cell is None or cell.row == 1:
            return []
        found: list[str] = []
        for block in self.blocks[max(0, number - _LONGEST_ROW) : number + _LONGEST_ROW]:
            other = block.cell
            if (
                other
                and (other.table, other.row) == (cell.table, cell.row)
                and other.column != cell.column
                and len(block.text) <= _LONGEST_ANSWER
            ):
                if _SAYS_YES.match(block.text):
                    return []
                found.append(block.text)
                head = self.column_heads.get((cell.table, other.column))
                if head is not None:
                    found.append(f"{self.blocks[head].text.rstrip('?:. ')} {block.text}")
        return found

    @cached_property
    def column_heads(self) -> dict[tuple[int, int], int]:
        """The number of the block at the head of each column, by table and column."""
        heads: dict[tuple[int, int], int] = {}
        for number, block in enumerate(self.blocks):
            if block.cell and block.cell.row == 1:
                heads.setdefault((block.cell.table, block.cell.column), number)
        return heads


def _starts(found: Sequence[str], blocks: int) -> list[int]:
    """Give the number of the first run of each block, and of the one that would follow."""
    starts = [0]
    for _ in range(blocks - 1):
        starts.append(found.index(BETWEEN_BLOCKS, starts[-1]) + 1)
    return [*starts, len(found) + 1]


def _hits_by_block(compiled: CompiledPack, lettered: Sequence[str]) -> dict[int, list[Hit]]:
    """Give the hits of each block by its number, with positions counted from its beginning."""
    starts = list(accumulate((len(text) + len(_BETWEEN) for text in lettered), initial=0))
    hits: dict[int, list[Hit]] = defaultdict(list)
    for hit in compiled.terms.hits(_BETWEEN.join(lettered)):
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
