"""What is to be done about a document, most pressing first: the lines of an action list."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, NamedTuple

from policyalign.model.pack import Importance, NoDiscouraged
from policyalign.model.report import Outcome
from policyalign.renderers import wording
from policyalign.renderers.missing import failed_clauses

if TYPE_CHECKING:
    from policyalign.model.document import Place
    from policyalign.model.pack import ChecklistItem, Pack
    from policyalign.model.report import DocumentResult, Evidence, Finding, ItemResult

OPEN = (Outcome.NOT_MET, Outcome.PARTLY)
UNSETTLED = (*OPEN, Outcome.UNCLEAR)


class Passage(NamedTuple):
    """Words of a document with their place, the ideas they are evidence of, and what is odd."""

    quote: str
    place: Place
    concepts: tuple[str, ...]
    note: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Gap:
    """An item that a document does not meet, or of which that could not be told.

    ``missing`` holds sentences. ``passages`` are the nearest words. ``faults`` is the discouraged
    wording that keeps the item from being met.
    """

    item: ChecklistItem
    outcome: Outcome
    missing: tuple[str, ...]
    passages: tuple[Passage, ...]
    faults: tuple[Finding, ...]


def gaps(
    document: DocumentResult, pack: Pack, outcomes: tuple[Outcome, ...], *, listed_at: str
) -> tuple[Gap, ...]:
    """Give the items with these outcomes: by importance, then by outcome, then as in the checklist.

    ``listed_at`` says where the report lists discouraged wording.
    """
    results = document.with_outcome(*outcomes)
    rank = {importance: place for place, importance in enumerate(Importance)}
    ordered = sorted(
        results,
        key=lambda r: (rank[pack.checklist[r.id].importance], outcomes.index(r.outcome)),
    )
    return tuple(_gap(result, document, pack, listed_at) for result in ordered)


def passages(item: ItemResult, document: DocumentResult) -> tuple[Passage, ...]:
    """Put together the evidence that quotes the same words, for several concepts."""
    quotes: dict[tuple[str, Place], list[Evidence]] = {}
    for piece in item.evidence:
        quotes.setdefault((piece.quote, piece.place), []).append(piece)
    return tuple(
        Passage(
            quote=quote,
            place=place,
            concepts=tuple(piece.concept for piece in pieces),
            note=wording.evidence_note(pieces, document.mentions),
        )
        for (quote, place), pieces in quotes.items()
    )


def _gap(result: ItemResult, document: DocumentResult, pack: Pack, listed_at: str) -> Gap:
    item = pack.checklist[result.id]
    missing = failed_clauses(item, result.clauses, document, pack, listed_at=listed_at)
    if result.outcome is Outcome.UNCLEAR:
        missing = (wording.sentence(result.reason), *missing)
    return Gap(
        item=item,
        outcome=result.outcome,
        missing=missing,
        passages=passages(result, document),
        faults=_faults(item, result, document, pack),
    )


def _faults(
    item: ChecklistItem, result: ItemResult, document: DocumentResult, pack: Pack
) -> tuple[Finding, ...]:
    failed = {clause.text for clause in result.clauses if not clause.held}
    kinds = {
        kind
        for clause in item.expected
        if isinstance(clause, NoDiscouraged) and str(clause) in failed
        for kind in clause.kinds
    }
    return tuple(f for f in document.faults if pack.discouraged[f.id].kind in kinds)
