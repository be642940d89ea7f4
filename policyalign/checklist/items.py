"""Answer one checklist item: which clauses hold, on what evidence, and what follows."""

from __future__ import annotations

from collections.abc import Hashable, Iterable, Sequence

from policyalign.checklist.evidence import Proof, Proofs
from policyalign.model.document import State
from policyalign.model.pack import (
    AtLeast,
    BodyText,
    ChecklistItem,
    Clause,
    Commitment,
    NoDiscouraged,
    Pack,
    SameSection,
)
from policyalign.model.report import ClauseResult, Evidence, ItemResult, Outcome

_MOST_EVIDENCE = 6


def answer(item: ChecklistItem, proofs: Proofs, document_type: str, pack: Pack) -> ItemResult:
    """Answer an item for a document of this type."""
    reason = _why_not_applicable(item, proofs, document_type, pack)
    if reason:
        return ItemResult(id=item.id, outcome=Outcome.NOT_APPLICABLE, reason=reason)
    asked = [clause for clause in item.expected if isinstance(clause, AtLeast)]
    strong = [p for p in proofs.of(_concepts(asked)) if p.strong]
    chosen = _best_section(asked, strong) if SameSection() in item.expected else strong
    clauses = tuple(
        ClauseResult(text=str(clause), held=_holds(clause, asked, strong, chosen, proofs, pack))
        for clause in item.expected
    )
    outcome, reason = _outcome(item, clauses, asked, proofs)
    return ItemResult(
        id=item.id,
        outcome=outcome,
        reason=reason,
        clauses=clauses,
        evidence=_evidence(item, asked, chosen or strong, proofs, pack),
    )


def _why_not_applicable(item: ChecklistItem, proofs: Proofs, document_type: str, pack: Pack) -> str:
    if item.applies_to and document_type not in item.applies_to:
        return f"does not apply to a document of the type “{pack.types[document_type].name}”"
    if item.applies_where and not proofs.mentions_any(item.applies_where):
        terms = ", ".join(pack.concepts[concept].term for concept in item.applies_where)
        return f"applies only where one of these is used: {terms}"
    return ""


def _concepts(asked: Iterable[AtLeast]) -> list[str]:
    return list(dict.fromkeys(concept for clause in asked for concept in clause.concepts))


def _count(clause: AtLeast, proofs: Iterable[Proof]) -> int:
    return len({p.mention.concept for p in proofs} & set(clause.concepts))


def _best_section(asked: Sequence[AtLeast], strong: Sequence[Proof]) -> list[Proof]:
    """Give the proofs of the one section that satisfies most clauses, and commits if any does."""
    sections: dict[Hashable, list[Proof]] = {}
    for proof in strong:
        for key in proof.sections:
            sections.setdefault(key, []).append(proof)
    if not sections:
        return []

    def worth(proofs: list[Proof]) -> tuple[int, bool, int]:
        held = sum(_count(clause, proofs) >= clause.count for clause in asked)
        return held, any(p.mention.commits for p in proofs), len(proofs)

    return max(sections.values(), key=worth)


def _holds(
    clause: Clause,
    asked: Sequence[AtLeast],
    strong: Sequence[Proof],
    chosen: Sequence[Proof],
    proofs: Proofs,
    pack: Pack,
) -> bool:
    match clause:
        case AtLeast():
            return _count(clause, strong) >= clause.count
        case SameSection():
            return all(_count(one, chosen) >= one.count for one in asked)
        case Commitment():
            return any(proof.mention.commits for proof in chosen)
        case BodyText():
            return bool(strong)
        case NoDiscouraged():
            kinds = {f.id: pack.discouraged[f.id].kind for f in proofs.discouraged if not f.excused}
            return not any(kind in clause.kinds for kind in kinds.values())


def _outcome(
    item: ChecklistItem,
    clauses: Sequence[ClauseResult],
    asked: Sequence[AtLeast],
    proofs: Proofs,
) -> tuple[Outcome, str]:
    if all(clause.held for clause in clauses):
        return Outcome.MET, "every clause holds"
    failed = "; ".join(clause.text for clause in clauses if not clause.held)
    if _is_partly(item, clauses, asked, proofs):
        return Outcome.PARTLY, f"not found: {failed}"
    if proofs.hidden_text:
        return Outcome.UNCLEAR, "not found, but part of the document could not be read"
    return Outcome.NOT_MET, f"not found: {failed}"


def _is_partly(
    item: ChecklistItem,
    clauses: Sequence[ClauseResult],
    asked: Sequence[AtLeast],
    proofs: Proofs,
) -> bool:
    """Some of what the item asks first is there, if only weakly or as a proposal."""
    if not asked:
        return False
    first = asked[0]
    held = {clause: result.held for clause, result in zip(item.expected, clauses, strict=True)}
    if held[first]:
        return True
    found = [proof for proof in proofs.of(first.concepts) if proof.affirmed]
    return 2 * _count(first, found) >= first.count


def _evidence(
    item: ChecklistItem,
    asked: Sequence[AtLeast],
    chosen: Sequence[Proof],
    proofs: Proofs,
    pack: Pack,
) -> tuple[Evidence, ...]:
    """Give the best proof of each concept asked for, the strongest first."""
    best: dict[str, Proof] = {}
    preferred = set(map(id, chosen))
    for proof in proofs.of(_concepts(asked)):
        concept = proof.mention.concept
        if concept not in best or _rank(proof, preferred) < _rank(best[concept], preferred):
            best[concept] = proof
    ranked = sorted(best.values(), key=lambda proof: _rank(proof, preferred))
    return tuple(proofs.evidence(proof) for proof in ranked[:_MOST_EVIDENCE])


def _rank(proof: Proof, preferred: set[int]) -> tuple[bool, bool, bool, bool, bool, float, int]:
    mention = proof.mention
    return (
        not proof.strong,
        not proof.affirmed,
        mention.state is not State.LIVE,
        id(proof) not in preferred,
        not mention.commits,
        -mention.similarity,
        mention.block,
    )
