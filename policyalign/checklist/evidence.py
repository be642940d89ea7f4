"""The mentions of a document, sorted by how much they prove."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Hashable, Iterable, Iterator
from dataclasses import dataclass
from functools import cached_property
from operator import attrgetter

from policyalign.checklist.deadlines import goes_on, says_when
from policyalign.checklist.sections import section_keys
from policyalign.checklist.whose import whose_practice
from policyalign.excerpts import window
from policyalign.model.document import Block, Document, Kind, State
from policyalign.model.pack import Pack
from policyalign.model.report import DocumentResult, Evidence, Finding, Mention, Status, Whose

# Seen, but weak: a heading names a subject, a running header repeats a title.
WEAK_KINDS = frozenset({Kind.HEADING, Kind.CONTENTS, Kind.REFERENCE, Kind.HEADER, Kind.FOOTER})
_LISTED = frozenset({Kind.TABLE_CELL, Kind.LIST_ITEM})
_LITTLE_MORE = 15
_OF_CHANGES = frozenset(
    "amendment amendments change changes changed comment comments description summary".split()
)


@dataclass(frozen=True, slots=True)
class Proof:
    """One mention with what the checklist asks of it.

    ``body`` tells whether it stands in the body of the document, ``form`` whether in a blank form,
    ``listed`` whether it is all that its table cell or list item says, and ``whose`` practice it
    tells of, as far as one can tell.
    """

    mention: Mention
    sections: tuple[Hashable, ...]
    body: bool
    form: bool
    listed: bool
    whose: Whose

    @property
    def strong(self) -> bool:
        """True for what is affirmed, in force and in the body of the document."""
        return self.affirmed and self.body and self.mention.state is State.LIVE

    @property
    def weak(self) -> bool:
        """True for what is said, wherever it stands, or at least planned."""
        planned = self.mention.planned and self.body and self.mention.state is State.LIVE
        return self.affirmed or planned

    @property
    def affirmed(self) -> bool:
        """True for what the document says of itself."""
        return self.mention.status is Status.AFFIRMED


class Proofs:
    """All mentions and discouraged wording of one document, by concept.

    ``whose`` tells whose practice a mention of the document tells of.
    """

    def __init__(
        self,
        document: Document,
        mentions: Iterable[Mention],
        discouraged: Iterable[Finding],
        *,
        whose: Callable[[Mention], Whose] = attrgetter("whose"),
    ) -> None:
        self.document = document
        self.discouraged = tuple(discouraged)
        sections = section_keys(document)
        history = _version_histories(document)
        self._by_concept: dict[str, list[Proof]] = defaultdict(list)
        for mention in mentions:
            block = document.blocks[mention.block]
            weak = block.kind in WEAK_KINDS or (block.cell and block.cell.table in history)
            self._by_concept[mention.concept].append(
                Proof(
                    mention,
                    sections[mention.block],
                    body=not weak,
                    form=block.kind is Kind.FORM_FIELD,
                    listed=block.kind in _LISTED and _is_all(block.text, mention),
                    whose=whose(mention),
                )
            )

    def of(self, concepts: Iterable[str]) -> list[Proof]:
        """Give the proofs of these concepts, in document order within each concept."""
        return [proof for concept in concepts for proof in self._by_concept.get(concept, ())]

    def mentions_any(self, concepts: Iterable[str]) -> bool:
        """Tell whether the document affirms any of these concepts."""
        return any(proof.affirmed for proof in self.of(concepts))

    def says_when(self, proof: Proof) -> bool:
        """Tell whether a time is named with a mention.

        It may stand in its sentence, in a next one that speaks of the same ("This will be done by
        July 2027"), or in another cell of its row.
        """
        block = self.document.blocks[proof.mention.block]
        start, end = proof.mention.sentence
        said = (block.text[start:end], goes_on(block.text, end))
        return any(map(says_when, (*said, *self._beside(block))))

    def _beside(self, block: Block) -> Iterator[str]:
        """Give the texts of the other cells in the row of a cell."""
        number = block.place.block
        for step in (-1, 1):
            at = number + step
            while block.cell and 0 <= at < len(self.document.blocks):
                other = self.document.blocks[at]
                same = other.cell and (other.cell.table, other.cell.row)
                if same != (block.cell.table, block.cell.row):
                    break
                yield other.text
                at += step

    @cached_property
    def hidden_text(self) -> bool:
        """True where part of the document could not be read."""
        return any(notice.kind.hides_text for notice in self.document.notices)

    def evidence(self, proof: Proof) -> Evidence:
        """Give a mention in its sentence, cut to a length that a person takes in."""
        mention = proof.mention
        text = self.document.blocks[mention.block].text
        return Evidence(
            concept=mention.concept,
            quote=_quoted(text, mention),
            place=mention.place,
            status=mention.status,
            how=mention.how,
            similarity=mention.similarity,
        )


def proofs_in(document: Document, checked: DocumentResult, pack: Pack) -> Proofs:
    """Give the proofs of a document that has been checked."""
    whose = whose_practice(document, checked.type, checked.mentions, pack)
    return Proofs(document, checked.mentions, checked.discouraged, whose=whose)


def _is_all(text: str, mention: Mention) -> bool:
    """Tell whether a text holds little more than the mention."""
    return len(text) - (mention.end - mention.start) <= _LITTLE_MORE


def _version_histories(document: Document) -> frozenset[int]:
    """Give the tables that list past versions: what they say was done, not what is in force."""
    heads: dict[int, set[str]] = defaultdict(set)
    for block in document.blocks:
        if block.cell and block.cell.row == 1:
            heads[block.cell.table].update(block.text.lower().split())
    return frozenset(
        table
        for table, words in heads.items()
        if words & {"version", "issue", "revision"} and words & _OF_CHANGES
    )


def _quoted(text: str, mention: Mention) -> str:
    """Give the sentence of a mention, or as much of it on both sides as fits."""
    start, end = window(text, (mention.start, mention.end), mention.sentence)
    before = "… " if start > mention.sentence[0] else ""
    after = " …" if end < mention.sentence[1] else ""
    return f"{before}{text[start:end].strip()}{after}"
