"""Answer one checklist item: which clauses hold, on what evidence, and what follows."""

from __future__ import annotations

from collections.abc import Callable, Hashable, Sequence

from policyalign.checklist.evidence import Proof, Proofs
from policyalign.model.clauses import (
    AtLeast,
    BodyText,
    ByWhen,
    Clause,
    Commitment,
    InSentence,
    NoDiscouraged,
    OwnPractice,
    SameSection,
)
from policyalign.model.document import State
from policyalign.model.pack import ChecklistItem, Pack
from policyalign.model.report import ClauseResult, Evidence, ItemResult, Outcome, Whose

_MOST_EVIDENCE = 6


def answer(item: ChecklistItem, proofs: Proofs, document_type: str, pack: Pack) -> ItemResult:
    """Answer an item for a document of this type."""
    reason = _why_not_applicable(item, proofs, document_type, pack)
    if reason:
        return ItemResult(id=item.id, outcome=Outcome.NOT_APPLICABLE, reason=reason)
    return Question(item, proofs, pack).result()


def _why_not_applicable(item: ChecklistItem, proofs: Proofs, document_type: str, pack: Pack) -> str:
    if item.applies_to and document_type not in item.applies_to:
        return f"does not apply to a document of the type “{pack.types[document_type].name}”"
    if item.applies_where and not proofs.mentions_any(item.applies_where):
        terms = ", ".join(pack.concepts[concept].term for concept in item.applies_where)
        return f"applies only where one of these is used: {terms}"
    return ""


class Question:
    """An item that applies, with the proofs that bear on it.

    ``strong`` are the proofs that count; ``chosen`` are those of them on which the outcome rests:
    where the item asks for one section, the proofs of the section that satisfies most.
    """

    def __init__(self, item: ChecklistItem, proofs: Proofs, pack: Pack) -> None:
        self._item = item
        self._proofs = proofs
        self._pack = pack
        self.asked = [clause for clause in item.expected if isinstance(clause, AtLeast)]
        self.concepts = list(dict.fromkeys(c for clause in self.asked for c in clause.concepts))
        # A blank form shows what is recorded; it commits nobody to anything.
        forms_count = Commitment() not in item.expected
        self.strong = [
            proof
            for proof in proofs.of(self.concepts)
            if proof.strong and (forms_count or not proof.form)
        ]
        self.chosen = self.strong
        if SameSection() in item.expected:
            dated = proofs.says_when if ByWhen() in item.expected else None
            self.chosen = _best_section(self.asked, self.strong, self.own, dated)
        self._preferred = frozenset(map(id, self.chosen))

    def result(self) -> ItemResult:
        """Give the outcome with its clauses and evidence."""
        held = [(clause, self._holds(clause)) for clause in self._item.expected]
        outcome, reason = self._outcome(held)
        return ItemResult(
            id=self._item.id,
            outcome=outcome,
            reason=reason,
            clauses=tuple(ClauseResult(text=str(clause), held=holds) for clause, holds in held),
            evidence=self._evidence(),
        )

    def _holds(self, clause: Clause) -> bool:  # noqa: PLR0911  one for each sort of clause
        match clause:
            case AtLeast():
                return _count(clause, self.strong) >= clause.count
            case SameSection():
                return all(_count(one, self.chosen) >= one.count for one in self.asked)
            case Commitment():
                return any(proof.mention.commits for proof in self.own(self.chosen))
            case BodyText():
                return bool(self.strong)
            case InSentence():
                return any(not proof.listed for proof in self.own(self.strong))
            case ByWhen():
                return any(map(self._proofs.says_when, self.chosen))
            case OwnPractice():
                return all(_count(one, self.own(self.chosen)) >= one.count for one in self.asked)
            case NoDiscouraged():
                return self._is_free(clause)

    def own(self, proofs: Sequence[Proof]) -> Sequence[Proof]:
        """Give those of the agency's own practice, where the item asks for that."""
        if OwnPractice() not in self._item.expected:
            return proofs
        return [proof for proof in proofs if proof.whose is Whose.OWN]

    def _is_free(self, clause: NoDiscouraged) -> bool:
        faults = [f.id for f in self._proofs.discouraged if not f.excused]
        found = sum(self._pack.discouraged[f].kind in clause.kinds for f in faults)
        return found <= clause.allowed(self._proofs.document.words)

    def _outcome(self, held: Sequence[tuple[Clause, bool]]) -> tuple[Outcome, str]:
        failed = [str(clause) for clause, holds in held if not holds]
        if not failed:
            asks_freedom = any(isinstance(clause, NoDiscouraged) for clause, _ in held)
            if self._proofs.hidden_text and asks_freedom:
                return Outcome.UNCLEAR, "nothing found, but part of the document could not be read"
            return Outcome.MET, "every clause holds"
        if self._is_partly():
            return Outcome.PARTLY, f"does not hold: {'; '.join(failed)}"
        if self._proofs.hidden_text and self.asked:
            return Outcome.UNCLEAR, "not found, but part of the document could not be read"
        return Outcome.NOT_MET, f"does not hold: {'; '.join(failed)}"

    def _is_partly(self) -> bool:
        """Tell whether what the item asks first is there, if only weakly, proposed or planned."""
        if not self.asked:
            return False
        first = self.asked[0]
        weak = [proof for proof in self._proofs.of(first.concepts) if proof.weak]
        if OwnPractice() in self._item.expected:
            # What another body has taken on commits nobody else, not even in part.
            none = {Whose.ANOTHERS}
            if Commitment() in self._item.expected:
                none.add(Whose.SHARED)
            weak = [proof for proof in weak if proof.whose not in none]
        return 2 * _count(first, weak) >= first.count

    def _evidence(self) -> tuple[Evidence, ...]:
        """Give the best proof of each concept asked for, the strongest first."""
        best: dict[str, Proof] = {}
        for proof in sorted(self._proofs.of(self.concepts), key=self._rank):
            best.setdefault(proof.mention.concept, proof)
        return tuple(self._proofs.evidence(proof) for proof in list(best.values())[:_MOST_EVIDENCE])

    def _rank(self, proof: Proof) -> tuple[bool, bool, bool, bool, bool, float, int]:
        mention = proof.mention
        return (
            not proof.strong,
            not proof.affirmed,
            mention.state is not State.LIVE,
            id(proof) not in self._preferred,
            not mention.commits,
            -mention.similarity,
            mention.block,
        )


def _count(clause: AtLeast, proofs: Sequence[Proof]) -> int:
    return len({proof.mention.concept for proof in proofs} & set(clause.concepts))


def _best_section(
    asked: Sequence[AtLeast],
    strong: Sequence[Proof],
    own: Callable[[Sequence[Proof]], Sequence[Proof]],
    dated: Callable[[Proof], bool] | None,
) -> list[Proof]:
    """Give the proofs of the section that satisfies most clauses, and commits if any does.

    ``own`` gives those of the agency's own practice, and ``dated`` tells whether a proof says by
    when, where the item asks for that.
    """
    sections: dict[Hashable, list[Proof]] = {}
    for proof in strong:
        for key in proof.sections:
            sections.setdefault(key, []).append(proof)

    def worth(proofs: list[Proof]) -> tuple[int, int, int, int]:
        held = sum(_count(clause, proofs) >= clause.count for clause in asked)
        owned = sum(_count(clause, own(proofs)) >= clause.count for clause in asked)
        commits = any(proof.mention.commits for proof in proofs)
        return held, owned, commits + bool(dated and any(map(dated, proofs))), len(proofs)

    return max(sections.values(), key=worth, default=[])
