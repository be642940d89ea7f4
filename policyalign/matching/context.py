"""Whether ambiguous wording is meant in the framework's sense, by what stands around it."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from functools import cached_property

from policyalign.matching.abbreviations import add_abbreviated
from policyalign.matching.candidates import Candidate
from policyalign.matching.compiled import CompiledPack
from policyalign.matching.cues import Cues
from policyalign.matching.hits import Hit
from policyalign.matching.passage import passage_of
from policyalign.matching.reading import Reading
from policyalign.matching.readings import Readings
from policyalign.matching.redefined import drop_redefined
from policyalign.model.document import Block, Document, Kind
from policyalign.model.pack import Sense

_BOXES = {Kind.HEADING, Kind.TABLE_CELL, Kind.LIST_ITEM, Kind.TEXT_BOX, Kind.FORM_FIELD}
_NEAR = 3
_THROUGHOUT = 4
_SHARE_OF_PLACE = 0.05


class _Heading:
    """What a heading speaks of, found out when it is asked for."""

    def __init__(self, compiled: CompiledPack, text: str, reading: Reading | None) -> None:
        self._compiled = compiled
        self._reading = reading
        passage = reading.passage if reading else passage_of(text, compiled.lexicon)
        self.cues = Cues(compiled, passage)

    @cached_property
    def anchors(self) -> bool:
        """It names something peculiar to the framework."""
        if self._reading:
            return any(map(self._is_anchor, self._reading.hits))
        return any(map(self._is_anchor, self._compiled.terms.hits(self.cues.passage.lettered)))

    @cached_property
    def casework(self) -> bool:
        """It speaks of work with families."""
        return self.cues.in_casework()

    @cached_property
    def elsewhere(self) -> bool:
        """It is about another subject altogether."""
        return self.cues.is_elsewhere()

    def _is_anchor(self, hit: Hit) -> bool:
        return (
            hit.wording.role == "concept"
            and hit.wording.sense != Sense.FRAMEWORK
            and self._compiled.pack.concepts[hit.wording.owner].anchor
        )


class _Surroundings:
    """What the headings above a passage speak of, the nearest last."""

    def __init__(self, headings: Sequence[_Heading]) -> None:
        self._headings = headings

    @cached_property
    def anchors(self) -> bool:
        """One of them names something peculiar to the framework."""
        return any(heading.anchors for heading in self._headings)

    @cached_property
    def casework(self) -> bool:
        """One of them speaks of work with families."""
        return any(heading.casework for heading in self._headings)

    @property
    def elsewhere(self) -> bool:
        """The nearest is about another subject altogether."""
        return bool(self._headings) and self._headings[-1].elsewhere


class Context:
    """What is known of a whole document when one of its mentions is judged."""

    def __init__(
        self,
        compiled: CompiledPack,
        readings: Readings,
        title: str | None = None,
    ) -> None:
        self._compiled = compiled
        self._title = title or ""
        self.readings = readings
        self._headings: dict[str, _Heading] = {}
        self._places: dict[str, str | None] = {}
        self._trails: dict[tuple[str, ...], _Surroundings] = {}
        self._anchored = {
            number for number, reading in readings.with_candidates() if reading.anchors
        }

    @cached_property
    def _anchored_sections(self) -> frozenset[tuple[str, ...]]:
        return frozenset(
            self.readings.blocks[number].place.heading
            for number in self._anchored
            if self.readings.blocks[number].place.heading
        )

    @cached_property
    def _about_framework(self) -> bool:
        """The document's title names the framework, or something peculiar to it."""
        return bool(self._title) and self._heading(self._title).anchors

    @cached_property
    def _framework_throughout(self) -> bool:
        """The document speaks the framework's language in many of its sections."""
        return len(self._anchored_sections) >= _THROUGHOUT

    def heading_cues(self, index: int) -> Cues | None:
        """Give the cues of the nearest heading above a block, if it has one."""
        trail = self.readings.blocks[index].place.heading
        return self._heading(trail[-1]).cues if trail else None

    def headings(self, index: int) -> Iterator[Cues]:
        """Give the cues of the headings above a block, the nearest first, but not the title's."""
        for text in reversed(self.readings.blocks[index].place.heading):
            if text != self._title:
                yield self._heading(text).cues

    def place(self, index: int, owner: str) -> str | None:
        """Give a place where discouraged wording of a block is current, if the block is about it.

        The block, a heading above it or the document's title names the place, or the document does
        so again and again: a policy that rests on Scottish law is about Scotland throughout.
        """
        if not self._compiled.pack.discouraged[owner].current_in:
            return None
        reading = self.readings[index]
        above = (self._heading(text).cues for text in (*reading.block.place.heading, self._title))
        here = next(filter(None, (cues.place(owner) for cues in (reading.cues, *above))), None)
        return here or self._place_throughout(owner)

    def _place_throughout(self, owner: str) -> str | None:
        if owner not in self._places:
            named = self.readings.naming(self._compiled.current_in[owner])
            text = sum(block.cell is None for block in self.readings.blocks)
            enough = max(_THROUGHOUT, text * _SHARE_OF_PLACE)
            often = len(named) >= enough
            self._places[owner] = self.readings[named[0]].cues.place(owner) if often else None
        return self._places[owner]

    def column_heading(self, index: int) -> Reading | None:
        """Give the reading of the cell at the head of a cell's column, if there is one above it."""
        head = self.readings.tables.head(index)
        return None if head is None else self.readings[head]

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
            or self._goes_on_from_anchor(index)
            or (reading.passage.fills(hit) and self._casework_near(index))
        )

    def _goes_on_from_anchor(self, index: int) -> bool:
        """Tell whether the paragraph before, under the same heading, speaks of the framework."""
        if index - 1 not in self._anchored:
            return False
        before, here = (self.readings.blocks[n].place for n in (index - 1, index))
        return before.heading == here.heading

    def _near_anchor(self, index: int, hit: Hit, around: _Surroundings) -> bool:
        reading = self.readings[index]
        if _other_anchor(reading, hit) or around.anchors or reading.is_in_company(hit):
            return True
        if self._about_framework:
            return True
        if reading.block.kind in _BOXES and reading.passage.fills(hit):
            return True
        near = range(max(0, index - _NEAR), min(len(self.readings), index + _NEAR + 1))
        place = reading.block.place.heading
        return (
            any(i in self._anchored and i != index for i in near)
            or place in self._anchored_sections
            or (self._framework_throughout and self._in_casework(index, hit, around))
        )

    def _casework_near(self, index: int) -> bool:
        near = range(max(0, index - _NEAR), min(len(self.readings), index + _NEAR + 1))
        return any(self.readings[i].cues.in_casework() for i in near if i != index)

    def _around(self, block: Block) -> _Surroundings:
        trail = block.place.heading
        if trail not in self._trails:
            self._trails[trail] = _Surroundings([self._heading(heading) for heading in trail])
        return self._trails[trail]

    def _heading(self, text: str) -> _Heading:
        if text not in self._headings:
            number = self._own_headings.get(text)
            reading = None if number is None else self.readings[number]
            self._headings[text] = _Heading(self._compiled, text, reading)
        return self._headings[text]

    @cached_property
    def _own_headings(self) -> dict[str, int]:
        """The numbers of the blocks that are the document's headings, by their text."""
        return {b.text: n for n, b in enumerate(self.readings.blocks) if b.kind is Kind.HEADING}


def read_document(compiled: CompiledPack, document: Document) -> Context:
    """Search a document and give what is known of it when its mentions are judged."""
    readings = Readings(compiled, document.blocks)
    drop_redefined(readings, compiled.pack)
    add_abbreviated(readings)
    return Context(compiled, readings, document.title)


def _other_anchor(reading: Reading, hit: Hit) -> bool:
    return any(other.end <= hit.start or hit.end <= other.start for other in reading.anchors)
