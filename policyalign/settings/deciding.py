"""What people decided, put beside what was found, and what became of each decision."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator
from dataclasses import replace
from datetime import date
from pathlib import Path

from policyalign.model.pack import Pack
from policyalign.model.report import (
    Decided,
    DecisionKind,
    DocumentResult,
    ItemResult,
    Outcome,
    Remark,
    RemarkKind,
)
from policyalign.model.settings import SettingsFile, Waiver


class Decisions:
    """The waivers of a settings file in one run.

    A waiver that has run out by ``today`` decides nothing; without a day none has. Of several that
    are for the same item and document the first in the file decides. An item that does not apply
    to a document is left as it is: no decision may bring it into a score.
    """

    def __init__(self, settings: SettingsFile, pack: Pack, today: date | None) -> None:
        self._settings, self._pack, self._today = settings, pack, today
        self._decided: Counter[Waiver] = Counter()
        self._needed: Counter[Waiver] = Counter()

    def put_beside(self, result: DocumentResult, path: Path) -> DocumentResult:
        """Give a result with the decisions that are for it, and the score after these."""
        name = self._settings.name_of(path)
        by_item: dict[str, Waiver] = {}
        for waiver in self._settings.waivers:
            if not self._has_run_out(waiver) and waiver.is_for(name, result.agency):
                by_item.setdefault(waiver.item, waiver)
        if not by_item:
            return result
        items = tuple(self._decide(item, by_item.get(item.id)) for item in result.items)
        if not any(item.decision for item in items):
            return result
        return replace(result, items=items, decided=_score(items, result, self._pack))

    def remarks(self, *, of_all: bool = True) -> Iterator[Remark]:
        """Give a remark on each waiver that decided nothing, or nothing that was not so anyway.

        Where not ``of_all`` documents were put beside, only on those that have run out.
        """
        for waiver in self._settings.waivers:
            about = f"the decision on “{waiver.item}” by {waiver.decision.by}"
            if self._has_run_out(waiver):
                kind = RemarkKind.EXPIRED
                reason = f"{about} held until {waiver.decision.until} and has no effect any more"
            elif not of_all:
                continue
            elif not self._decided[waiver]:
                kind = RemarkKind.UNMATCHED
                reason = (
                    f"{about} matches nothing in this check: no document that was read is meant, "
                    "the item does not apply there, or an earlier entry decides"
                )
            elif not self._needed[waiver]:
                kind = RemarkKind.NEEDLESS
                reason = f"{about} changes nothing in this check: it is so without it"
            else:
                continue
            yield Remark(kind=kind, line=waiver.line, reason=reason)

    def _has_run_out(self, waiver: Waiver) -> bool:
        return self._today is not None and waiver.decision.until < self._today

    def _decide(self, item: ItemResult, waiver: Waiver | None) -> ItemResult:
        if waiver is None or item.outcome is Outcome.NOT_APPLICABLE:
            return item
        decided = replace(item, decision=waiver.decision)
        self._decided[waiver] += 1
        self._needed[waiver] += _is_needed(decided)
        return decided


def _is_needed(item: ItemResult) -> bool:
    """Tell whether a decision changes what counts, or what there is to do."""
    if item.decision is not None and item.decision.kind is DecisionKind.ACCEPTED:
        return item.outcome is not Outcome.MET
    return item.standing is not item.outcome


def _score(items: tuple[ItemResult, ...], result: DocumentResult, pack: Pack) -> Decided:
    # Where nothing was decided, as for most documents, this need not be imported.
    from policyalign.checklist import rating_for, score

    standing = tuple(replace(item, outcome=item.standing) for item in items)
    value = score(standing, pack) if result.words else None
    return Decided(score=value, rating=rating_for(value, standing, pack))
