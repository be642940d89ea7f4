"""What became of every wording found in a document, with the form that found it.

The same functions decide as in :meth:`policyalign.matching.Matcher.match`, which keeps less of it
and is quicker. Authors of packs need to know which form was at work, and what was refused.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from enum import Enum, auto
from functools import cached_property

from policyalign.matching import Matcher
from policyalign.matching.candidates import Candidate, settle
from policyalign.matching.compiled import CompiledPack
from policyalign.matching.context import read_document
from policyalign.matching.cues import Cues
from policyalign.matching.passage import Passage
from policyalign.matching.readings import Readings
from policyalign.model.document import Document, State
from policyalign.model.pack import Form, Pack, Sense
from policyalign.model.report import Status
from policyalign.model.review import Sighting

_NEAR = 3


class Fate(Enum):
    """What became of wording that was found.

    ``COVERED``: other wording in the same place was chosen. ``UNVOUCHED``: nothing around shows
    that it is meant in the framework's sense. ``ELSEWHERE``: the text is about another subject.
    """

    COUNTED = auto()
    COVERED = auto()
    UNVOUCHED = auto()
    ELSEWHERE = auto()


@dataclass(frozen=True, slots=True)
class Trace:
    """Wording of a concept at one place of a document, and what became of it."""

    candidate: Candidate
    fate: Fate
    block: int

    @property
    def concept(self) -> str:
        """The id of the concept."""
        return self.candidate.hit.wording.owner

    @property
    def form(self) -> Form:
        """The form that found it."""
        wording = self.candidate.hit.wording
        return Form(text=wording.form, sense=Sense(wording.sense), threshold=wording.threshold)


class TracedDocument:
    """A document with what became of the wording found in it."""

    def __init__(self, compiled: CompiledPack, document: Document) -> None:
        self.document = document
        self._context = read_document(compiled, document)
        self.readings: Readings = self._context.readings
        self._concepts = compiled.pack.concepts
        self.traces: tuple[Trace, ...] = tuple(self._traced(compiled.pack))

    def _traced(self, pack: Pack) -> Iterator[Trace]:
        for index, reading in self.readings.with_candidates():
            allowed = [c for c in reading.candidates if self._context.allows(index, c)]
            counted = set(map(id, settle(allowed, pack)))
            kept = set(map(id, allowed))
            for candidate in reading.candidates:
                if candidate.hit.wording.role == "concept":
                    fate = Fate.COUNTED if id(candidate) in counted else Fate.COVERED
                    if id(candidate) not in kept:
                        fate = self._refusal(index, candidate)
                    yield Trace(candidate, fate, index)

    def _refusal(self, index: int, candidate: Candidate) -> Fate:
        heading = self._context.heading_cues(index)
        elsewhere = self.readings[index].cues.is_elsewhere(candidate.hit)
        return (
            Fate.ELSEWHERE
            if elsewhere or (heading and heading.is_elsewhere())
            else (Fate.UNVOUCHED)
        )

    def heading_cues(self, index: int) -> Cues | None:
        """Give the cues of the nearest heading above a block, if it has one."""
        return self._context.heading_cues(index)

    def status(self, trace: Trace) -> Status:
        """Give what the document says of a mention."""
        return self.readings[trace.block].status(trace.candidate.hit)[0]

    def sighting(self, index: int, start: int, end: int) -> Sighting:
        """Give the words between two positions of a block in their sentence."""
        reading = self.readings[index]
        text, passage = reading.block.text, reading.passage
        words, sentence = passage.offsets(start, end), passage.sentence_offsets(start)
        return Sighting(
            path=self.document.path,
            quote=text[slice(*words)],
            sentence=text[slice(*sentence)],
            place=reading.block.place,
            proposed=reading.block.state is State.PROPOSED,
        )

    def speaks_of_framework_near(self, index: int) -> bool:
        """Tell whether a concept peculiar to the framework is mentioned near a block."""
        return any(number in self._anchored for number in range(index - _NEAR, index + _NEAR + 1))

    @cached_property
    def _anchored(self) -> frozenset[int]:
        return frozenset(
            trace.block
            for trace in self.traces
            if trace.fate is Fate.COUNTED and self._concepts[trace.concept].anchor
        )


class Tracer(Matcher):
    """Finds the wording of one pack and tells which form found it."""

    def trace(self, document: Document) -> TracedDocument:
        """Find all wording of concepts in a document."""
        return TracedDocument(self.compiled, document)


def sentences(passage: Passage) -> Iterator[tuple[int, int]]:
    """Give the original characters of every sentence of a passage that holds words."""
    position = 0
    while position < len(passage.lettered):
        start, end = passage.sentence(position)
        if end > start:
            yield passage.sentence_offsets(start)
        position = end + 1
