"""Words that come near to a concept and do not count, and what kept them from it.

Matching throws away what does not count. Here the same steps are taken once more, for a person
who asks, and what each of them drops is kept with the reason.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable
from dataclasses import replace

from policyalign.excerpts import Span
from policyalign.matching import matcher_for
from policyalign.matching.candidates import Candidate, settle
from policyalign.matching.compiled import CompiledPack
from policyalign.matching.context import read_document
from policyalign.matching.deciding import (
    committing,
    elsewhere_words,
    practice_words,
    status_words,
    words_of,
)
from policyalign.matching.hits import Hit
from policyalign.matching.passage import passage_of
from policyalign.matching.reading import Reading
from policyalign.matching.refusals import (
    Refusal,
    Sighting,
    cancelled,
    original,
    span_of,
    too_far_apart,
    too_unlike,
    within_longer_name,
)
from policyalign.matching.relaxed import relaxed_alone, relaxed_form
from policyalign.model.document import Document
from policyalign.model.explanation import Committing, NearMiss, Obstacle
from policyalign.model.pack import Pack, Sense
from policyalign.model.report import Mention

_OF_STATUS = frozenset({Obstacle.NEGATED, Obstacle.PLANNED, Obstacle.HISTORICAL, Obstacle.CITED})


class Survey:
    """Everything in one document that looks like a concept of the pack."""

    def __init__(self, pack: Pack, document: Document) -> None:
        self._pack = pack
        self._document = document
        self._compiled = compiled_pack(pack)
        self._context = read_document(self._compiled, document)
        self._readings = self._context.readings

    def because(self, mention: Mention, obstacle: Obstacle) -> str:
        """Give the words that show what keeps a mention from counting, if words do."""
        if obstacle is Obstacle.ANOTHERS:
            return practice_words(self._compiled, *self._hit_of(mention))
        if obstacle in _OF_STATUS:
            return status_words(self._compiled, *self._hit_of(mention))
        return ""

    def committing(self, mention: Mention) -> Committing:
        """Give the words that decide whether a mention is a commitment."""
        return committing(self._compiled, *self._hit_of(mention))

    def _hit_of(self, mention: Mention) -> tuple[Reading, Hit]:
        reading = self._readings[mention.block]
        wanted = mention.concept, (mention.start, mention.end)
        hits = (candidate.hit for candidate in reading.candidates)
        return reading, next(h for h in hits if (h.wording.owner, span_of(reading, h)) == wanted)

    def near_misses(self, concepts: Iterable[str], *, unlike: bool = True) -> tuple[NearMiss, ...]:
        """Give the words that are no mention of these concepts and nearly are one.

        They stand in the order of the document. Of words that overlap only those that came
        nearest are given, and none that overlap a mention of the same concept. With ``unlike``
        wording is among them that is a little too unlike the forms of the pack, or whose words
        stand a little too far apart.
        """
        wanted = frozenset(concepts)
        nearly = self._nearly(wanted) if unlike else {}
        return tuple(
            near
            for index, reading in enumerate(self._readings)
            if reading.hits or reading.candidates or index in nearly
            for near in self._in_block(index, wanted, nearly.get(index, []))
        )

    def _in_block(
        self, index: int, wanted: frozenset[str], nearly: list[Sighting]
    ) -> list[NearMiss]:
        reading = self._readings[index]
        allowed = [c for c in reading.candidates if self._context.allows(index, c)]
        counted = settle(allowed, self._pack)
        taken = _Taken()
        for hit in (candidate.hit for candidate in counted):
            taken.take(hit.wording.owner, span_of(reading, hit))
        dropped = _asked_for(_without(allowed, counted), wanted)
        unfit = _asked_for(_without(reading.candidates, allowed), wanted)
        seen = (
            *(
                Sighting(reading, c, within_longer_name(reading, c, [*counted, *allowed]))
                for c in dropped
            ),
            *(Sighting(reading, c, self._out_of_context(index, c.hit)) for c in unfit),
            *cancelled(reading, wanted),
            *nearly,
        )
        found = [one.near_miss() for one in seen if taken.take(one.concept, one.span)]
        return sorted(found, key=lambda near: (near.start, near.end, near.concept))

    def _out_of_context(self, index: int, hit: Hit) -> Refusal:
        subject = self._other_subject(index, hit)
        if subject:
            return Refusal(Obstacle.OTHER_SUBJECT, subject)
        if hit.wording.sense == Sense.FRAMEWORK:
            return self._far_from_framework(index)
        return Refusal(Obstacle.NO_CASEWORK)

    def _other_subject(self, index: int, hit: Hit) -> str:
        """Give the words that show that a passage, or its heading, is about something else."""
        reading = self._readings[index]
        words = elsewhere_words(self._compiled, reading, hit)
        if words or not reading.block.place.heading:
            return words
        heading = passage_of(reading.block.place.heading[-1], self._compiled.lexicon)
        return words_of(self._compiled.elsewhere, heading)

    def _far_from_framework(self, index: int) -> Refusal:
        """Name the nearest words that would vouch for ambiguous ones, and how far off they are."""
        anchored = [
            number
            for number, reading in self._readings.with_candidates()
            if number != index and reading.anchors
        ]
        if not anchored:
            return Refusal(Obstacle.NO_FRAMEWORK)
        nearest = min(anchored, key=lambda number: (abs(number - index), number))
        anchor = self._readings[nearest].anchors[0]
        words = original(self._readings[nearest], anchor)
        return Refusal(Obstacle.NO_FRAMEWORK, words, anchor.wording.owner, nearest - index)

    def _nearly(self, wanted: frozenset[str]) -> dict[int, list[Sighting]]:
        """Find, by block, wording that only lower thresholds or wider gaps would let count."""
        originals = {
            (concept, relaxed_form(form).text): form
            for concept in wanted
            for form in self._pack.concepts[concept].forms
        }
        context = read_document(compiled_pack(relaxed_alone(self._pack, wanted)), self._document)
        found: dict[int, list[Sighting]] = defaultdict(list)
        for index, reading in context.readings.with_candidates():
            for candidate in _asked_for(reading.candidates, wanted):
                wording = candidate.hit.wording
                # An abbreviation is a form that the document makes, and that no pack relaxes.
                form = originals.get((wording.owner, wording.form))
                # What vouches for wording is what the pack itself finds around it.
                if form and self._context.allows(index, candidate):
                    own = replace(wording, form=form.text, threshold=form.threshold)
                    kept = candidate._replace(hit=candidate.hit._replace(wording=own))
                    refusal = too_unlike(kept) or too_far_apart(candidate, kept)
                    if refusal:
                        found[index].append(Sighting(reading, kept, refusal))
        return found


class _Taken:
    """The characters of a block that are spoken for, by concept."""

    def __init__(self) -> None:
        self._spans: dict[str, list[Span]] = defaultdict(list)

    def take(self, concept: str, span: Span) -> bool:
        """Speak for a span; false where part of it is taken already."""
        spans = self._spans[concept]
        if any(start < span[1] and span[0] < end for start, end in spans):
            return False
        spans.append(span)
        return True


def compiled_pack(pack: Pack) -> CompiledPack:
    """Give a pack ready for searching, as its matcher has it: made once for each fingerprint."""
    return matcher_for(pack).compiled


def _asked_for(candidates: Iterable[Candidate], wanted: frozenset[str]) -> list[Candidate]:
    """Give the candidates for these concepts, the longest first."""
    concepts = (c for c in candidates if c.hit.wording.role == "concept")
    return sorted((c for c in concepts if c.hit.wording.owner in wanted), key=_longest_first)


def _without(candidates: Iterable[Candidate], others: Iterable[Candidate]) -> list[Candidate]:
    rest = set(others)
    return [candidate for candidate in candidates if candidate not in rest]


def _longest_first(candidate: Candidate) -> tuple[int, int, str]:
    hit = candidate.hit
    return hit.start - hit.end, hit.start, hit.wording.form
