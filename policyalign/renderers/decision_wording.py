"""What reports say of decisions that people took about outcomes, and of the settings file."""

from __future__ import annotations

from typing import TYPE_CHECKING

from policyalign.model.report import DecisionKind
from policyalign.renderers import wording

if TYPE_CHECKING:
    from collections.abc import Iterator

    from policyalign.model.report import (
        DocumentResult,
        ItemResult,
        Remark,
        Report,
        Settings,
    )

DECIDED = "Decided"
DECISIONS = "Decided by people"
AFTER = "After decisions"
LEFT_OUT = "Left out"
REMARKS = "Settings file"
SETTINGS = "Settings"
LEGEND = "Decided: alignment after what people decided about outcomes."
BESIDE = "The outcome stays as it was found; what people decided about it stands beside it."
_KINDS = {
    DecisionKind.NOT_APPLICABLE: "held not to apply",
    DecisionKind.ACCEPTED: "known and accepted",
    DecisionKind.OVERRULED: "overruled",
}
# Parts in a cell what was found from what was decided.
AS_FOUND = " as found; "
_MOST_NAMED = 5


def outcome(item: ItemResult) -> str:
    """Give what was found and, where anything was decided, what: ``missing as found; …``."""
    found, decision = wording.OUTCOMES[item.outcome], item.decision
    if decision is None:
        return found
    said = _KINDS[decision.kind]
    instead = (
        f" to {wording.quoted(wording.OUTCOMES[decision.outcome])}" if decision.outcome else ""
    )
    return f"{found}{AS_FOUND}{said}{instead}"


def line(item: ItemResult) -> str:
    """Give all there is to say of a decision, beside what was found; empty where there is none."""
    decision = item.decision
    if decision is None:
        return ""
    day = wording.day(decision.until.isoformat())
    why = wording.sentence(decision.why)
    return f"{outcome(item)} by {decision.by} until {day}: {why}"


def after(document: DocumentResult) -> str:
    """Give the score after decisions with its word; empty where there are none."""
    if document.decided is None:
        return ""
    parts = (wording.score(document.decided.score), document.decided.rating)
    count = wording.counted(len(document.decisions), "decision")
    return f"{' '.join(part for part in parts if part)} ({count})"


def remark(found: Remark, settings: Settings) -> str:
    """Give a remark on the settings file, with its line."""
    return f"{settings.file}, line {found.line}: {wording.sentence(found.reason)}"


def left_out(report: Report, most: int | None = _MOST_NAMED) -> str:
    """Count and name the files that the settings file excludes; empty where there are none."""
    if not report.excluded:
        return ""
    files = wording.counted(len(report.excluded), "file")
    named = ", ".join(report.excluded[:most])
    others = len(report.excluded) - len(report.excluded[:most])
    more = f" and {others} more" if others else ""
    return f"{files} excluded by {report.settings.file} and in no figure: {named}{more}"


def settings_line(settings: Settings) -> str:
    """Name the settings file, so that a run can be repeated; empty where there is none."""
    if settings.file is None:
        return ""
    return f"Settings of {settings.file}, fingerprint {settings.fingerprint}."


def of_report(report: Report) -> Iterator[tuple[str, str]]:
    """Give what the settings file did to a report as a whole, each sentence with a name."""
    if files := left_out(report):
        yield LEFT_OUT, wording.sentence(files)
    for found in report.remarks:
        yield REMARKS, remark(found, report.settings)
