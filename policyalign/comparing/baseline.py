"""A report marked with what is new in it since an earlier one."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import replace
from typing import overload

from policyalign.comparing.items import turn
from policyalign.model.comparison import Comparison, DocumentChange, Turn
from policyalign.model.report import (
    DocumentResult,
    Finding,
    ItemResult,
    Outcome,
    Report,
    Since,
)

_WRONG = frozenset({Outcome.NOT_MET, Outcome.PARTLY, Outcome.UNCLEAR})


def marked(report: Report, comparison: Comparison) -> Report:
    """Say of each gap and of each discouraged wording whether the baseline had it."""
    changes = {change.after.path: change for change in comparison.documents}

    def mark(document: DocumentResult) -> DocumentResult:
        change = changes.get(document.path)
        return replace(
            document,
            items=tuple(_item(item, change) for item in document.items),
            discouraged=tuple(_finding(finding, change) for finding in document.discouraged),
        )

    return replace(report, documents=_Marked(report.documents, mark), baseline=comparison)


class _Marked(Sequence[DocumentResult]):
    """Results that are marked when they are asked for: very many are never in memory at once."""

    def __init__(
        self,
        documents: Sequence[DocumentResult],
        mark: Callable[[DocumentResult], DocumentResult],
    ) -> None:
        self._documents = documents
        self._mark = mark

    def __len__(self) -> int:
        """Give how many results there are."""
        return len(self._documents)

    @overload
    def __getitem__(self, index: int) -> DocumentResult: ...
    @overload
    def __getitem__(self, index: slice) -> tuple[DocumentResult, ...]: ...
    def __getitem__(self, index: int | slice) -> DocumentResult | tuple[DocumentResult, ...]:
        """Mark one result, or several."""
        if isinstance(index, slice):
            return tuple(map(self._mark, self._documents[index]))
        return self._mark(self._documents[index])


def _item(item: ItemResult, change: DocumentChange | None) -> ItemResult:
    if item.outcome not in _WRONG:
        return item
    return replace(item, since=_since(item, change))


def _since(item: ItemResult, change: DocumentChange | None) -> Since:
    """Tell whether a gap is new: it was none, or it was a smaller one."""
    if change is None:
        return Since.NEW
    before = next((was.outcome for was in change.before.items if was.id == item.id), None)
    if before is None:
        return Since.NOT_THE_POLICY
    was_wrong = before in _WRONG and turn(before, item.outcome) is not Turn.LOST
    if was_wrong:
        return Since.KNOWN
    return Since.NOT_THE_POLICY if change.same_file else Since.NEW


def _finding(finding: Finding, change: DocumentChange | None) -> Finding:
    if finding.excused:
        return finding
    if change is None:
        return replace(finding, since=Since.NEW)
    if finding not in change.crept_in:
        return replace(finding, since=Since.KNOWN)
    return replace(finding, since=Since.NOT_THE_POLICY if change.same_file else Since.NEW)
