"""Answer each item of the checklist for one document, from the mentions found in it."""

from __future__ import annotations

from policyalign.checklist.evidence import Proofs
from policyalign.checklist.items import answer
from policyalign.checklist.scoring import rating_for, score
from policyalign.checklist.whose import whose_practice
from policyalign.model.document import Document
from policyalign.model.pack import Pack
from policyalign.model.report import Finding, ItemResult, Mention


def check_items(
    document: Document,
    pack: Pack,
    document_type: str,
    mentions: tuple[Mention, ...],
    discouraged: tuple[Finding, ...],
) -> tuple[ItemResult, ...]:
    """Answer every item of the pack's checklist, in its order."""
    whose = whose_practice(document, document_type, mentions, pack)
    proofs = Proofs(document, mentions, discouraged, whose=whose)
    return tuple(answer(item, proofs, document_type, pack) for item in pack.checklist.values())


__all__ = ["check_items", "rating_for", "score"]
