"""The score of a document taken apart, so that a person can work it out again by hand."""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass
from typing import TYPE_CHECKING

from policyalign.model.pack import Importance
from policyalign.model.report import Outcome

if TYPE_CHECKING:
    from policyalign.model.pack import Pack
    from policyalign.model.report import DocumentResult


@dataclass(frozen=True, slots=True, kw_only=True)
class Share:
    """What the items of one importance add to the score; ``applicable`` items are counted."""

    importance: Importance
    met: int
    partly: int
    applicable: int
    points: float
    out_of: float

    @property
    def missing(self) -> int:
        """How many of the applicable items are not met at all."""
        return self.applicable - self.met - self.partly


def shares(document: DocumentResult, pack: Pack, *, decided: bool = False) -> tuple[Share, ...]:
    """Give one share for each importance that has an item which counts for this document.

    They are of the outcomes as found, or after what people decided.
    """
    counts: dict[Importance, Counter[Outcome]] = {
        importance: Counter() for importance in Importance
    }
    for result in document.items:
        outcome = result.standing if decided else result.outcome
        if outcome.counts:
            counts[pack.checklist[result.id].importance][outcome] += 1
    return tuple(
        _share(importance, outcomes, pack) for importance, outcomes in counts.items() if outcomes
    )


def _share(importance: Importance, outcomes: Counter[Outcome], pack: Pack) -> Share:
    met, partly = outcomes[Outcome.MET], outcomes[Outcome.PARTLY]
    weight = pack.weights[importance]
    return Share(
        importance=importance,
        met=met,
        partly=partly,
        applicable=outcomes.total(),
        points=weight * (met + pack.partly * partly),
        out_of=weight * outcomes.total(),
    )


def essentials_open(document: DocumentResult, pack: Pack) -> int | None:
    """Count the essential items to act on: missing or partly met, after what people decided.

    ``None`` if no item counts.
    """
    if not (shares(document, pack) or document.decided):
        return None
    gaps = document.standing_at(Outcome.NOT_MET, Outcome.PARTLY)
    return sum(pack.checklist[item.id].importance is Importance.ESSENTIAL for item in gaps)
