"""A document's own text, with the places marked that the report speaks of."""

from __future__ import annotations

from collections import defaultdict
from dataclasses import dataclass
from functools import cached_property
from itertools import groupby
from typing import TYPE_CHECKING

from policyalign.model.document import State
from policyalign.model.report import Status
from policyalign.renderers import wording

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from policyalign.model.document import Block
    from policyalign.model.pack import Pack
    from policyalign.model.report import DocumentResult, Evidence, Finding


@dataclass(frozen=True, slots=True)
class Span:
    """Characters of a block that the report speaks of. ``label`` says in words what they are."""

    start: int
    end: int
    label: str
    discouraged: bool
    counts: bool


@dataclass(frozen=True, slots=True)
class Piece:
    """A run of text: plain where it has no ``id``, else marked with what stands in it."""

    text: str
    id: str = ""
    spans: tuple[Span, ...] = ()

    @property
    def look(self) -> str:
        """How the mark is drawn: what is to be changed goes before what counts."""
        if any(span.discouraged and span.counts for span in self.spans):
            return "reword"
        return "mention" if any(span.counts for span in self.spans) else "passed-over"

    @property
    def label(self) -> str:
        """What the words name, each thing once."""
        return "; ".join(dict.fromkeys(span.label for span in self.spans))


class Source:
    """The text of one document and the addresses in it.

    Every address begins with ``prefix``, so that those of several documents differ.
    """

    def __init__(self, document: DocumentResult, pack: Pack, prefix: str) -> None:
        self.document = document
        self.prefix = prefix
        self._spans: dict[int, list[Span]] = defaultdict(list)
        for mention in document.mentions:
            proposed = mention.state is State.PROPOSED
            note = wording.mention_note(
                mention.status, mention.how, proposed=proposed, planned=mention.planned
            )
            label = "; ".join(filter(None, (pack.concepts[mention.concept].term, note)))
            counts = mention.status is Status.AFFIRMED and not proposed
            span = Span(mention.start, mention.end, label, discouraged=False, counts=counts)
            self._spans[mention.block].append(span)
        for found in document.discouraged:
            label = wording.discouraged(found)
            span = Span(found.start, found.end, label, discouraged=True, counts=not found.excused)
            self._spans[found.block].append(span)

    @cached_property
    def runs(self) -> list[tuple[bool, list[Block]]]:
        """The blocks in reading order, in runs: ``True`` where a run makes a table."""
        runs = groupby(self.document.blocks, key=lambda b: b.cell.table if b.cell else None)
        return [(table is not None, list(blocks)) for table, blocks in runs]

    @cached_property
    def page_starts(self) -> frozenset[int]:
        """The numbers of the blocks with which a page begins."""
        pages: dict[int, int] = {}
        for block in self.document.blocks:
            if block.place.page is not None:
                pages.setdefault(block.place.page, block.place.block)
        return frozenset(pages.values())

    @staticmethod
    def rows(blocks: Iterable[Block]) -> list[list[list[Block]]]:
        """Lay the blocks of a table out in rows, and each row in cells from left to right."""
        cells: dict[int, dict[int, list[Block]]] = defaultdict(lambda: defaultdict(list))
        for block in blocks:
            if block.cell:
                cells[block.cell.row][block.cell.column].append(block)
        return [[cells[row][column] for column in sorted(cells[row])] for row in sorted(cells)]

    def marked(self) -> int:
        """Count the places that are marked."""
        return sum(len(list(_clusters(spans))) for spans in self._spans.values())

    def pieces(self, block: Block) -> Iterator[Piece]:
        """Cut the text of a block where marks begin and end; spans that overlap are one mark."""
        done = 0
        for cluster in _clusters(self._spans.get(block.place.block, ())):
            start, end = cluster[0].start, max(span.end for span in cluster)
            if start > done:
                yield Piece(block.text[done:start])
            spans = tuple(cluster)
            yield Piece(block.text[start:end], self._address(block.place.block, start), spans)
            done = end
        if done < len(block.text):
            yield Piece(block.text[done:])

    def of_evidence(self, piece: Evidence) -> str:
        """Give the address of the words of a piece of evidence, or nothing without a text."""
        mentions = [
            mention
            for mention in self.document.mentions
            if mention.concept == piece.concept and mention.place == piece.place
        ]
        # The same concept may stand in a block more than once.
        nearest = [mention for mention in mentions if mention.quote in piece.quote] or mentions
        return self._mark_at(piece.place.block, nearest[0].start) if nearest else ""

    def of_finding(self, found: Finding) -> str:
        """Give the address of discouraged wording, or nothing without a text."""
        return self._mark_at(found.block, found.start)

    def _mark_at(self, block: int, at: int) -> str:
        if not self.document.blocks:
            return ""
        for cluster in _clusters(self._spans.get(block, ())):
            if cluster[0].start <= at < max(span.end for span in cluster):
                return self._address(block, cluster[0].start)
        return ""

    def _address(self, block: int, start: int) -> str:
        return f"{self.prefix}-b{block}-{start}"


def _clusters(spans: Iterable[Span]) -> Iterator[list[Span]]:
    """Put spans that overlap together, in order."""
    cluster: list[Span] = []
    end = 0
    for span in sorted(spans, key=lambda span: (span.start, -span.end, span.label)):
        if cluster and span.start >= end:
            yield cluster
            cluster = []
        cluster.append(span)
        end = max(end, span.end) if len(cluster) > 1 else span.end
    if cluster:
        yield cluster
