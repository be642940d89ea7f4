"""Whether ambiguous wording is meant in the framework's sense, by what stands around it."""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Sequence
from dataclasses import dataclass
from functools import cached_property

from policyalign.matching.candidates import Candidate, weigh
from policyalign.matching.compiled import CompiledPack
from policyalign.matching.cues import Cues
from policyalign.matching.hits import Hit
from policyalign.matching.lexicon import BLOCK_END
from policyalign.matching.passage import Passage, passage_of
from policyalign.model.document import Block, Kind
from policyalign.model.pack import Sense
from policyalign.text import BETWEEN_BLOCKS, fold, join_blocks, tokens

_BOXES = {Kind.HEADING, Kind.TABLE_CELL, Kind.LIST_ITEM, Kind.TEXT_BOX, Kind.FORM_FIELD}
_NEAR = 3
_COMPANY = 2
_THROUGHOUT = 4


class Reading:
    """One block as the matcher sees it. Its cues are looked for when they are asked for."""

    def __init__(
        self, compiled: CompiledPack, block: Block, passage: Passage, hits: list[Hit]
    ) -> None:
        self.block = block
        self.passage = passage
        self._compiled = compiled
        self.candidates = weigh(hits, passage) if hits else []

    @cached_property
    def cues(self) -> Cues:
        """The cues of the block."""
        return Cues(self._compiled, self.passage)

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
        concepts = self._compiled.pack.concepts
        owners = {
            candidate.hit.wording.owner
            for candidate in self.candidates
            if candidate.hit.wording.role == "concept"
            and concepts[candidate.hit.wording.owner].anchor
        }
        return len(owners - {hit.wording.owner}) >= _COMPANY

    def _stands_with_another(self, hit: Hit) -> bool:
        """Two concepts peculiar to the framework in one passage vouch for each other."""
        concepts = self._compiled.pack.concepts
        return any(
            other.wording.role == "concept"
            and other.wording.owner != hit.wording.owner
            and other.wording.sense != Sense.FRAMEWORK
            and concepts[other.wording.owner].anchor
            and (other.end <= hit.start or hit.end <= other.start)
            for other in (candidate.hit for candidate in self.candidates)
        )


def read_blocks(compiled: CompiledPack, blocks: Sequence[Block]) -> list[Reading]:
    """Search all blocks at once and give each its own words and hits."""
    lexicon = compiled.lexicon
    folded = [fold(block.text, lexicon.knows) for block in blocks]
    joined = tokens(join_blocks(text.text for text in folded))
    letters = list(map(lexicon.__getitem__, joined))
    hits: list[list[Hit]] = [[] for _ in blocks]
    lettered = "".join(letters)
    starts = [0, *(match.end() for match in re.finditer(BLOCK_END, lettered))]
    for hit in compiled.terms.hits(lettered):
        number = bisect_right(starts, hit.start) - 1
        start = starts[number]
        hits[number].append(Hit(hit.wording, hit.start - start, hit.end - start, hit.cost))
    readings: list[Reading] = []
    at = 0
    for block, text, own in zip(blocks, folded, hits, strict=True):
        end = joined.index(BETWEEN_BLOCKS, at) if len(readings) + 1 < len(blocks) else len(joined)
        passage = Passage(text, joined[at:end], letters[at:end], lexicon)
        readings.append(Reading(compiled, block, passage, own))
        at = end + 1
    return readings


@dataclass(frozen=True, slots=True)
class _Surroundings:
    """What the headings above a passage speak of."""

    anchors: bool
    casework: bool
    elsewhere: bool


class Context:
    """What is known of a whole document when one of its mentions is judged."""

    def __init__(self, compiled: CompiledPack, readings: Sequence[Reading]) -> None:
        self._compiled = compiled
        self.readings = readings
        self._headings: dict[str, _Surroundings] = {}
        self._anchored = [bool(reading.anchors) for reading in readings]

    @cached_property
    def _anchored_sections(self) -> frozenset[tuple[str, ...]]:
        return frozenset(
            reading.block.place.heading
            for reading, anchored in zip(self.readings, self._anchored, strict=True)
            if anchored and reading.block.place.heading
        )

    @cached_property
    def _framework_throughout(self) -> bool:
        """The document speaks the framework's language in many of its sections."""
        return len(self._anchored_sections) >= _THROUGHOUT

    def heading_cues(self, index: int) -> Cues | None:
        """Give the cues of the nearest heading above a block, if it has one."""
        trail = self.readings[index].block.place.heading
        return (
            Cues(self._compiled, passage_of(trail[-1], self._compiled.lexicon)) if trail else None
        )

    def column_heading(self, index: int) -> Reading | None:
        """Give the reading of the cell at the head of a cell's column, if there is one above it."""
        cell = self.readings[index].block.cell
        if cell is None or cell.row == 1:
            return None
        return self._column_heads.get((cell.table, cell.column))

    @cached_property
    def _column_heads(self) -> dict[tuple[int, int], Reading]:
        heads: dict[tuple[int, int], Reading] = {}
        for reading in self.readings:
            cell = reading.block.cell
            if cell and cell.row == 1:
                heads.setdefault((cell.table, cell.column), reading)
        return heads

    def allows(self, index: int, candidate: Candidate) -> bool:
        """Tell whether a candidate of the block ``index`` is meant as the pack means it."""
        sense = candidate.hit.wording.sense
        reading = self.readings[index]
        around = self._around(reading.block)
        elsewhere = around.elsewhere or reading.cues.is_elsewhere(candidate.hit)
        if sense == Sense.ANYWHERE:
            return not elsewhere or self._in_casework(index, candidate.hit, around)
        if elsewhere:
            return False
        if sense == Sense.CASEWORK:
            return self._in_casework(index, candidate.hit, around)
        return self._near_anchor(index, candidate.hit, around)

    def _in_casework(self, index: int, hit: Hit, around: _Surroundings) -> bool:
        reading = self.readings[index]
        return (
            around.casework
            or around.anchors
            or reading.cues.in_casework(hit)
            or _other_anchor(reading, hit)
            or (reading.passage.fills(hit) and self._casework_near(index))
        )

    def _near_anchor(self, index: int, hit: Hit, around: _Surroundings) -> bool:
        reading = self.readings[index]
        if _other_anchor(reading, hit) or around.anchors or reading.is_in_company(hit):
            return True
        if reading.block.kind in _BOXES and reading.passage.fills(hit):
            return True
        near = range(max(0, index - _NEAR), min(len(self.readings), index + _NEAR + 1))
        place = reading.block.place.heading
        return (
            any(self._anchored[i] and i != index for i in near)
            or place in self._anchored_sections
            or (self._framework_throughout and self._in_casework(index, hit, around))
        )

    def _casework_near(self, index: int) -> bool:
        near = range(max(0, index - _NEAR), min(len(self.readings), index + _NEAR + 1))
        return any(self.readings[i].cues.in_casework() for i in near if i != index)

    def _around(self, block: Block) -> _Surroundings:
        found = [self._heading(heading) for heading in block.place.heading]
        return _Surroundings(
            any(f.anchors for f in found),
            any(f.casework for f in found),
            bool(found) and found[-1].elsewhere,
        )

    def _heading(self, text: str) -> _Surroundings:
        if text not in self._headings:
            passage = passage_of(text, self._compiled.lexicon)
            cues = Cues(self._compiled, passage)
            concepts = self._compiled.pack.concepts
            anchors = any(
                hit.wording.role == "concept"
                and concepts[hit.wording.owner].anchor
                and hit.wording.sense != Sense.FRAMEWORK
                for hit in self._compiled.terms.hits(passage.lettered)
            )
            self._headings[text] = _Surroundings(anchors, cues.in_casework(), cues.is_elsewhere())
        return self._headings[text]


def _other_anchor(reading: Reading, hit: Hit) -> bool:
    return any(other.end <= hit.start or hit.end <= other.start for other in reading.anchors)
