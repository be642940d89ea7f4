"""One block as the matcher sees it: the wording found in it, weighed but not yet judged."""

from __future__ import annotations

import re
from bisect import bisect_right
from collections import defaultdict
from collections.abc import Sequence
from functools import cached_property
from itertools import accumulate

from policyalign.matching.candidates import weigh
from policyalign.matching.compiled import CompiledPack
from policyalign.matching.cues import Cues
from policyalign.matching.hits import Hit
from policyalign.matching.lexicon import BLOCK_END, SENTENCE_END
from policyalign.matching.passage import Passage, passage_of
from policyalign.matching.quotation import others_words, quoted_spans
from policyalign.matching.spans import Cover
from policyalign.model.document import Block, Kind
from policyalign.model.pack import Sense
from policyalign.model.report import Status
from policyalign.text import BETWEEN_BLOCKS, fold_blocks, runs

# What stands in these kinds of block names things and says nothing of them.
CITED = frozenset({Kind.CONTENTS, Kind.REFERENCE})
# How many other concepts of the framework must stand around ambiguous wording to vouch for it.
_COMPANY = 2
_SENTENCE_ENDS = re.compile(r"(?<=[.?!])\s+")
_LONGEST_LEAD, _LONGEST_LIST = 300, 100


class Reading:
    """One block as the matcher sees it. Its cues are looked for when they are asked for."""

    def __init__(
        self, compiled: CompiledPack, block: Block, hits: list[Hit], passage: Passage | None
    ) -> None:
        self.block = block
        self.hits = hits
        self.lead = ""
        self._compiled = compiled
        self._passage = passage
        self.candidates = weigh(hits, self.passage) if hits else []

    @property
    def passage(self) -> Passage:
        """The block's text, one letter a word."""
        if self._passage is None:
            self._passage = passage_of(self.block.text, self._compiled.lexicon)
        return self._passage

    @cached_property
    def cues(self) -> Cues:
        """The cues of the block, those of the words that lead into its list included."""
        if not self.lead:
            return Cues(self._compiled, self.passage)
        passage = passage_of(f"{self.lead} {self.block.text}", self._compiled.lexicon)
        return Cues(self._compiled, passage, len(passage.lettered) - len(self.passage.lettered))

    @cached_property
    def anchors(self) -> list[Hit]:
        """Give the hits of concepts that are peculiar to the framework."""
        return [candidate.hit for candidate in self.candidates if self._is_anchor(candidate.hit)]

    def _is_anchor(self, hit: Hit) -> bool:
        if hit.wording.role != "concept":
            return False
        if not self._compiled.pack.concepts[hit.wording.owner].anchor:
            return False
        if hit.wording.sense == Sense.CASEWORK:
            return self.cues.in_casework(hit) or self._stands_with_another(hit)
        return hit.wording.sense == Sense.ANYWHERE

    def is_in_company(self, hit: Hit) -> bool:
        """Tell whether wording of several concepts peculiar to the framework stands around a hit.

        Each may be ambiguous alone ("what is going well?"); together they are not.
        """
        return len(self._peculiar.keys() - {hit.wording.owner}) >= _COMPANY

    @cached_property
    def _peculiar(self) -> dict[str, list[Hit]]:
        """The hits of the concepts peculiar to the framework, by concept, however ambiguous."""
        concepts = self._compiled.pack.concepts
        found: dict[str, list[Hit]] = defaultdict(list)
        for hit in (candidate.hit for candidate in self.candidates):
            if hit.wording.role == "concept" and concepts[hit.wording.owner].anchor:
                found[hit.wording.owner].append(hit)
        return dict(found)

    @cached_property
    def quoted(self) -> Cover:
        """What stands in quotation marks in the block's text."""
        return Cover(quoted_spans(self.block.text))

    @cached_property
    def others_words(self) -> Cover:
        """What is a title, a reference or somebody's speech in the block's text."""
        return Cover(others_words(self.block.text, self.block.italics))

    def status(self, hit: Hit) -> tuple[Status, bool]:
        """Give what the document says of a mention, and whether it is at least planned."""
        span = self.passage.offsets(hit.start, hit.end)
        if self.block.kind in CITED or self.others_words.holds(span):
            return Status.CITED, False
        trigger = self.cues.trigger(hit)
        return (Status(trigger.status), trigger.planned) if trigger else (Status.AFFIRMED, False)

    def _stands_with_another(self, hit: Hit) -> bool:
        """Two concepts peculiar to the framework in one passage vouch for each other."""
        return any(
            other.end <= hit.start or hit.end <= other.start
            for owner, others in self._vouching.items()
            if owner != hit.wording.owner
            for other in others
        )

    @cached_property
    def _vouching(self) -> dict[str, list[Hit]]:
        """Those of the peculiar hits that need no word of the framework beside them."""
        return {
            owner: [hit for hit in hits if hit.wording.sense != Sense.FRAMEWORK]
            for owner, hits in self._peculiar.items()
        }


def read_blocks(compiled: CompiledPack, blocks: Sequence[Block]) -> list[Reading]:
    """Search all blocks at once and give each its own hits."""
    if not blocks:
        return []
    alphabet = compiled.runs
    alphabet.tidy()
    found = runs(fold_blocks((block.text for block in blocks), compiled.lexicon.knows))
    lettered = "".join(map(alphabet.__getitem__, found)).split(SENTENCE_END + BLOCK_END)
    hits = _hits_by_block(compiled, lettered)
    readings = []
    start = 0
    found.append(BETWEEN_BLOCKS)
    for number, block in enumerate(blocks):
        end = found.index(BETWEEN_BLOCKS, start)
        own = hits.get(number, [])
        # Most blocks hold nothing; their words are looked at again only if a neighbour asks.
        words = alphabet.words(found[start:end]) if own else None
        passage = Passage(block.text, lettered[number], words, compiled.lexicon) if words else None
        readings.append(Reading(compiled, block, own, passage))
        start = end + 1
    _lead_into_lists(readings)
    return readings


def _lead_into_lists(readings: Sequence[Reading]) -> None:
    """Give each list item the words that lead into its list: "Staff will not:"."""
    for number, reading in enumerate(readings):
        if reading.hits and reading.block.kind is Kind.LIST_ITEM:
            reading.lead = _lead(readings, number)


def _lead(readings: Sequence[Reading], number: int) -> str:
    under = readings[number].block.place.heading
    for before in range(number - 1, max(-1, number - _LONGEST_LIST), -1):
        block = readings[before].block
        if block.place.heading != under:
            return ""
        if block.kind is not Kind.LIST_ITEM:
            text = block.text.rstrip()
            return _last_sentence(text) if text.endswith(":") else ""
    return ""


def _last_sentence(text: str) -> str:
    sentence = _SENTENCE_ENDS.split(text[-_LONGEST_LEAD - 2 :])[-1]
    return sentence if len(sentence) <= _LONGEST_LEAD else ""


def _hits_by_block(compiled: CompiledPack, lettered: Sequence[str]) -> dict[int, list[Hit]]:
    """Give the hits of each block by its number, with positions counted from its beginning."""
    between = SENTENCE_END + BLOCK_END
    starts = list(accumulate((len(text) + len(between) for text in lettered), initial=0))
    hits: dict[int, list[Hit]] = defaultdict(list)
    for hit in compiled.terms.hits(between.join(lettered)):
        number = bisect_right(starts, hit.start) - 1
        start = starts[number]
        wording, first, last, cost, commas = hit
        hits[number].append(Hit(wording, first - start, last - start, cost, commas))
    return hits
