"""What kept words from counting, and the words that decided it."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import replace
from typing import NamedTuple

from policyalign.excerpts import Span, excerpt
from policyalign.matching.candidates import Candidate, weigh
from policyalign.matching.hits import Commas, Hit
from policyalign.matching.passage import Passage
from policyalign.matching.reading import Reading
from policyalign.model.explanation import NearMiss, Obstacle
from policyalign.text import words


class Refusal(NamedTuple):
    """What kept a candidate from counting; see :class:`~policyalign.model.explanation.NearMiss`."""

    obstacle: Obstacle
    because: str = ""
    other: str = ""
    apart: int | None = None


class Sighting(NamedTuple):
    """A candidate that does not count, in the block as it was read when it was seen."""

    reading: Reading
    candidate: Candidate
    refusal: Refusal

    @property
    def concept(self) -> str:
        """The concept that the candidate looks like."""
        return self.candidate.hit.wording.owner

    @property
    def span(self) -> Span:
        """The characters of the block's text in which it stands."""
        return span_of(self.reading, self.candidate.hit)

    def near_miss(self) -> NearMiss:
        """Give it in the words of the document."""
        reading, candidate, refusal = self
        hit, block = candidate.hit, reading.block
        sentence = reading.passage.sentence_offsets(hit.start)
        return NearMiss(
            concept=self.concept,
            obstacle=refusal.obstacle,
            excerpt=excerpt(block.text, self.span, sentence),
            start=self.span[0],
            end=self.span[1],
            place=block.place,
            kind=block.kind,
            how=candidate.how(reading.passage),
            similarity=candidate.similarity,
            form=hit.wording.form,
            threshold=hit.wording.threshold,
            because=refusal.because,
            other=refusal.other,
            apart=refusal.apart,
        )


def span_of(reading: Reading, hit: Hit) -> Span:
    """Give the characters of a block's text in which a hit stands."""
    return reading.passage.offsets(hit.start, hit.end)


def original(reading: Reading, hit: Hit) -> str:
    """Give the words of a hit as they stand in the document."""
    start, end = span_of(reading, hit)
    return reading.block.text[start:end]


def too_unlike(candidate: Candidate) -> Refusal | None:
    """Say why words are too unlike their form to count, or ``None`` where they are not."""
    wording = candidate.hit.wording
    if candidate.fuzzy and wording.verbatim:
        return Refusal(Obstacle.MISSPELT)
    if candidate.hit.cost and candidate.similarity < wording.threshold:
        return Refusal(Obstacle.TOO_UNLIKE)
    return None


def too_far_apart(found: Candidate, kept: Candidate) -> Refusal | None:
    """Say that words were found only by a form with wider gaps than their own, if they were."""
    wider = not found.hit.cost and found.hit.wording.form != kept.hit.wording.form
    return Refusal(Obstacle.TOO_FAR_APART) if wider else None


def within_longer_name(
    reading: Reading, candidate: Candidate, others: Iterable[Candidate]
) -> Refusal:
    """Name the longer name that the words of a candidate are part of."""
    around = (other.hit for other in others if _is_around(other.hit, candidate.hit))
    longer = next(around, None)
    if longer is None:
        return Refusal(Obstacle.LONGER_NAME)
    return Refusal(Obstacle.LONGER_NAME, original(reading, longer), longer.wording.owner)


def cancelled(reading: Reading, wanted: frozenset[str]) -> Iterator[Sighting]:
    """Give the hits of a block that were found and not even weighed, with the reason."""
    weighed = {candidate.hit for candidate in reading.candidates}
    for hit in reading.hits:
        wording = hit.wording
        asked = wording.role == "concept" and wording.owner in wanted
        # What shares a word by means of commas is part of a list, and near to nothing without one.
        if asked and hit.commas is not Commas.NEEDED and hit not in weighed:
            yield from _why_cancelled(reading, hit)


def _why_cancelled(reading: Reading, hit: Hit) -> Iterator[Sighting]:
    passage = reading.passage
    alone = weigh([hit], passage)
    if alone:
        yield Sighting(reading, alone[0], _false_friend(reading, hit))
        return
    at_any = weigh([hit._replace(wording=replace(hit.wording, threshold=0.0))], passage)
    if at_any:
        unlike = at_any[0]._replace(hit=hit)
        yield Sighting(reading, unlike, too_unlike(unlike) or Refusal(Obstacle.TOO_UNLIKE))
        return
    candidate = Candidate(hit, 100 - hit.cost, fuzzy=False)
    if passage.has_comma(hit.start, hit.end):
        yield Sighting(reading, candidate, Refusal(Obstacle.COMMA))
    elif _has_same_letters(hit, passage):
        yield Sighting(reading, candidate, Refusal(Obstacle.CAPITALS))


def _false_friend(reading: Reading, hit: Hit) -> Refusal:
    """Name the false friend that cancels a hit, as it stands in the text."""
    friends = (
        friend
        for friend in reading.hits
        if friend.wording.role == "false friend" and friend.wording.owner == hit.wording.owner
    )
    cancelling = (f for f in friends if not weigh([hit, f], reading.passage))
    friend = next(cancelling, None)
    return Refusal(Obstacle.FALSE_FRIEND, original(reading, friend) if friend else "")


def _has_same_letters(hit: Hit, passage: Passage) -> bool:
    """Tell whether words differ from a form in their capitals alone: "sos" and ``=SoS``."""
    written = "".join(passage.written(hit.start, hit.end)).lower()
    form = "".join(words(hit.wording.form)).lower()
    return written.removesuffix("s") == form.removesuffix("s")


def _is_around(longer: Hit, hit: Hit) -> bool:
    return (
        longer.wording.role == "concept"
        and longer.wording.owner != hit.wording.owner
        and longer.start <= hit.start
        and hit.end <= longer.end
        and longer.end - longer.start > hit.end - hit.start
    )
