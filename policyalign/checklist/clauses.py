"""The clauses of one item for one document: what speaks for each, and what bears on none."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence

from policyalign.checklist.evidence import WEAK_KINDS, Proof, Proofs
from policyalign.checklist.items import Question
from policyalign.checklist.sections import in_words
from policyalign.excerpts import excerpt
from policyalign.model.clauses import (
    AtLeast,
    ByWhen,
    Clause,
    Commitment,
    InSentence,
    NoDiscouraged,
    OwnPractice,
    SameSection,
)
from policyalign.model.document import State
from policyalign.model.explanation import ClauseExplanation, Obstacle, Support
from policyalign.model.pack import ChecklistItem, Pack
from policyalign.model.report import Mention, Status, Whose

_OF_STATUS = {
    Status.NEGATED: Obstacle.NEGATED,
    Status.HISTORICAL: Obstacle.HISTORICAL,
    Status.CITED: Obstacle.CITED,
}


class Reasons:
    """Why each clause of an item holds or does not."""

    def __init__(self, item: ChecklistItem, proofs: Proofs, pack: Pack) -> None:
        self._item = item
        self._proofs = proofs
        self._pack = pack
        self._question = Question(item, proofs, pack)
        results = self._question.result().clauses
        self._held = [
            (clause, result.held) for clause, result in zip(item.expected, results, strict=True)
        ]
        self._strong = frozenset(map(id, self._question.strong))
        self._chosen = frozenset(map(id, self._question.chosen))
        self._failed = {type(clause) for clause, held in self._held if not held}

    @property
    def concepts(self) -> tuple[str, ...]:
        """The concepts that the item asks for, and those that it applies only with."""
        return tuple(dict.fromkeys((*self._question.concepts, *self._item.applies_where)))

    def clauses(self) -> tuple[ClauseExplanation, ...]:
        """Explain the clauses, in the order of the item."""
        return tuple(self._explained(clause, held) for clause, held in self._held)

    def _explained(self, clause: Clause, held: bool) -> ClauseExplanation:
        if isinstance(clause, NoDiscouraged):
            return self._against(clause, held)
        mine = self._speaking_for(clause)
        return ClauseExplanation(
            clause=clause,
            held=held,
            support=self._supports(mine),
            lacking=self._lacking(clause),
            section=_section(mine) if isinstance(clause, SameSection) else "",
        )

    def _speaking_for(  # noqa: PLR0911  one for each sort of clause
        self, clause: Clause
    ) -> list[Proof]:
        strong, chosen = self._question.strong, self._question.chosen
        own = self._question.own
        match clause:
            case AtLeast():
                return [proof for proof in strong if proof.mention.concept in clause.concepts]
            case SameSection():
                return chosen
            case Commitment():
                return [proof for proof in own(chosen) if proof.mention.commits]
            case InSentence():
                return [proof for proof in own(strong) if not proof.listed]
            case ByWhen():
                return list(filter(self._proofs.says_when, chosen))
            case OwnPractice():
                return [p for p in own(chosen) if p.mention.concept in self._item.asked_first]
        return strong

    def _lacking(self, clause: Clause) -> tuple[str, ...]:
        if isinstance(clause, AtLeast):
            return _without(clause.concepts, self._question.strong)
        if isinstance(clause, SameSection):
            chosen = self._question.chosen
            short = [one for one in self._question.asked if not _is_enough(one, chosen)]
            return _without([name for one in short for name in one.concepts], chosen)
        return ()

    def _against(self, clause: NoDiscouraged, held: bool) -> ClauseExplanation:
        found = [
            finding
            for finding in self._proofs.discouraged
            if self._pack.discouraged[finding.id].kind in clause.kinds
        ]
        return ClauseExplanation(
            clause=clause,
            held=held,
            faults=tuple(finding for finding in found if not finding.excused),
            excused=tuple(finding for finding in found if finding.excused),
        )

    def _supports(self, proofs: Iterable[Proof]) -> tuple[Support, ...]:
        ordered = sorted((proof.mention for proof in proofs), key=_in_document_order)
        return tuple(self.support(mention) for mention in ordered)

    def support(self, mention: Mention) -> Support:
        """Give a mention in its sentence, with the kind of its block."""
        block = self._proofs.document.blocks[mention.block]
        span = (mention.start, mention.end)
        return Support(
            mention=mention,
            excerpt=excerpt(block.text, span, mention.sentence),
            kind=block.kind,
        )

    def held_back(self) -> Iterator[tuple[Mention, Obstacle]]:
        """Give the mentions that do not speak for the item, each with what keeps it from that."""
        for proof in self._proofs.of(self.concepts):
            obstacle = self._obstacle(proof)
            if obstacle:
                yield proof.mention, obstacle

    def _obstacle(self, proof: Proof) -> Obstacle | None:
        mention = proof.mention
        weak = self._proofs.document.blocks[mention.block].kind in WEAK_KINDS
        if mention.status is not Status.AFFIRMED:
            return _of_status(mention, weak=weak)
        if mention.state is State.PROPOSED:
            return Obstacle.PROPOSED
        if not proof.body:
            return Obstacle.WEAK_PLACE if weak else Obstacle.PAST_VERSION
        if mention.concept not in self._question.concepts:
            return None
        if id(proof) not in self._strong:
            return Obstacle.BLANK_FORM
        return self._beside_the_others(proof)

    def _beside_the_others(self, proof: Proof) -> Obstacle | None:
        """Tell what keeps a strong mention from making the failed clauses hold.

        While words are missing altogether it is no use to say that others stand elsewhere.
        """
        chosen = id(proof) in self._chosen
        apart = SameSection in self._failed and AtLeast not in self._failed
        if apart and not chosen:
            return Obstacle.OTHER_SECTION
        if InSentence in self._failed:
            return Obstacle.ONLY_LISTED
        if Commitment in self._failed and not proof.mention.commits:
            ordinary = self._pack.concepts[proof.mention.concept].ordinary
            return Obstacle.ORDINARY if ordinary else Obstacle.NO_COMMITMENT
        if ByWhen in self._failed and not self._proofs.says_when(proof):
            return Obstacle.NO_DATE
        if OwnPractice in self._failed and proof.whose is not Whose.OWN:
            return Obstacle.ANOTHERS
        failed = self._failed & {Commitment, ByWhen}
        return Obstacle.OTHER_SECTION if failed and not chosen else None


def _of_status(mention: Mention, *, weak: bool) -> Obstacle:
    if mention.planned:
        return Obstacle.PLANNED
    if weak and mention.status is Status.CITED:
        return Obstacle.WEAK_PLACE
    return _OF_STATUS[mention.status]


def _in_document_order(mention: Mention) -> tuple[int, int, str]:
    return mention.block, mention.start, mention.concept


def _without(concepts: Iterable[str], proofs: Sequence[Proof]) -> tuple[str, ...]:
    found = {proof.mention.concept for proof in proofs}
    return tuple(dict.fromkeys(concept for concept in concepts if concept not in found))


def _is_enough(clause: AtLeast, proofs: Sequence[Proof]) -> bool:
    return len({p.mention.concept for p in proofs} & set(clause.concepts)) >= clause.count


def _section(proofs: Sequence[Proof]) -> str:
    """Name the first part of the document that all of these mentions share."""
    if not proofs:
        return ""
    shared = set.intersection(*(set(proof.sections) for proof in proofs))
    return next((in_words(key) for key in proofs[0].sections if key in shared), "")
