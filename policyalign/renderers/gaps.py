"""What there is to do in a document, item by item, as reports other than the terminal's say it."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from policyalign.model.clauses import NoDiscouraged
from policyalign.model.pack import Importance
from policyalign.model.report import Outcome
from policyalign.renderers import wording
from policyalign.renderers.decision_wording import DECIDED, line
from policyalign.renderers.missing import failed_clauses
from policyalign.renderers.wording import Label

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from policyalign.model.document import Place
    from policyalign.model.pack import ChecklistItem, Pack
    from policyalign.model.report import DocumentResult, Evidence, Finding, ItemResult, Since

OPEN = (Outcome.NOT_MET, Outcome.PARTLY)
# The words nearest to an item that wants none of a kind of wording are those at fault.
_AT_FAULT = Label.DISCOURAGED.lower()


@dataclass(frozen=True, slots=True, kw_only=True)
class Words:
    """Words found in a document, where they stand, and what is out of the ordinary about them.

    ``ids`` are those of the concepts that they are evidence of, or of the discouraged wording.
    """

    quote: str
    place: Place
    ids: tuple[str, ...]
    note: str = ""

    def __str__(self) -> str:
        return wording.found_at(self.quote, wording.place(self.place), self.note)


@dataclass(frozen=True, slots=True, kw_only=True)
class Gap:
    """An item that is not met in a document: what is missing, and the nearest words, best first.

    ``decided`` says what a person decided about it, and is empty where nobody did; the outcome is
    that after the decision.
    """

    item: ChecklistItem
    outcome: Outcome
    missing: tuple[str, ...]
    nearest: tuple[Words, ...]
    decided: str = ""
    since: Since | None = None

    def lines(self) -> Iterator[str]:
        """Give all there is to say of the gap, each line with its name."""
        yield self.item.question
        if self.decided:
            yield f"{DECIDED}: {self.decided}"
        for sentence in self.missing:
            yield f"{Label.MISSING}: {sentence}"
        for words in self.nearest[:1]:
            yield f"{Label.NEAREST}: {words}"
        yield f"{Label.SUGGESTED}: {wording.quoted(self.item.suggested_wording)}"


def gaps(
    document: DocumentResult, pack: Pack, *outcomes: Outcome, pointer: str = ""
) -> Iterator[Gap]:
    """Give the items with these outcomes, most important first, then in the order of outcomes.

    The outcomes are those after decisions, and gaps that people accept are left out.
    ``pointer`` is that of :func:`policyalign.renderers.missing.failed_clauses`.
    """
    for importance in Importance:
        for outcome in outcomes:
            for result in document.standing_at(outcome):
                item = pack.checklist[result.id]
                if item.importance is importance:
                    yield _gap(item, result, document, pack, pointer)


def nothing_missing(document: DocumentResult) -> bool:
    """Tell whether items are met and none is missing or partly met, by whatever decision."""
    return bool(document.standing_at(Outcome.MET)) and not any(
        item.standing in OPEN for item in document.items
    )


def shown_title(document: DocumentResult) -> str:
    """Give the title of a document, or the name of its file."""
    return document.title or document.path.rsplit("/", 1)[-1]


def type_name(document: DocumentResult, pack: Pack) -> str:
    """Give the name of a document's type."""
    known = pack.types.get(document.type)
    return known.name if known else document.type


def by_quote(item: ItemResult) -> list[list[Evidence]]:
    """Put together the evidence that quotes the same words, for several concepts."""
    quotes: dict[tuple[str, Place], list[Evidence]] = {}
    for piece in item.evidence:
        quotes.setdefault((piece.quote, piece.place), []).append(piece)
    return list(quotes.values())


def by_wording(findings: Iterable[Finding]) -> dict[str, list[Finding]]:
    """Put together the places of each discouraged wording, by its id."""
    places: dict[str, list[Finding]] = {}
    for finding in findings:
        places.setdefault(finding.id, []).append(finding)
    return places


def evidence_of(item: ItemResult, document: DocumentResult, pack: Pack) -> tuple[Words, ...]:
    """Give the words that an outcome rests on, each once."""
    return tuple(
        Words(
            quote=same[0].quote,
            place=same[0].place,
            ids=tuple(piece.concept for piece in same),
            note=wording.evidence_note(same, document.mentions, pack),
        )
        for same in by_quote(item)
    )


def _gap(
    item: ChecklistItem, result: ItemResult, document: DocumentResult, pack: Pack, pointer: str
) -> Gap:
    counted = result.outcome.counts
    missing = (
        failed_clauses(item, result.clauses, document, pack, pointer=pointer) if counted else ()
    )
    if not missing and result.reason:
        missing = (wording.sentence(result.reason),)
    return Gap(
        item=item,
        outcome=result.standing,
        decided=line(result),
        missing=missing,
        nearest=evidence_of(result, document, pack) or _at_fault(item, document, pack),
        since=result.since,
    )


def _at_fault(item: ChecklistItem, document: DocumentResult, pack: Pack) -> tuple[Words, ...]:
    """Give the discouraged wording of the kinds that an item wants a document to be free of."""
    kinds = {kind for c in item.expected if isinstance(c, NoDiscouraged) for kind in c.kinds}
    return tuple(
        Words(quote=finding.quote, place=finding.place, ids=(finding.id,), note=_AT_FAULT)
        for finding in document.faults
        if pack.discouraged[finding.id].kind in kinds
    )
