"""What ``--fail-on`` makes of a report: the sentences that say what it found, or none."""

from __future__ import annotations

from typing import TYPE_CHECKING

from policyalign.model.report import Outcome
from policyalign.renderers import comparison_wording as wording
from policyalign.renderers.wording import counted, quoted

if TYPE_CHECKING:
    from collections.abc import Iterator

    from policyalign.model.comparison import Comparison
    from policyalign.model.report import Report

_NAMED = 5


def failures(report: Report, fail_on: str | None) -> tuple[str, ...]:
    """Say what a run fails on; nothing where it does not fail.

    ``new``: what got worse since the baseline. ``any``: whatever there is to do.
    """
    if fail_on == "new" and report.baseline is not None:
        return worse(report.baseline)
    return tuple(_any(report)) if fail_on == "any" else ()


def worse(comparison: Comparison, *, only_items: bool = False) -> tuple[str, ...]:
    """Say how much got worse, and name the first of it; nothing where nothing did."""
    named = list(_lost(comparison))
    said = f"{counted(comparison.lost, 'item')} lost"
    if not only_items:
        named += [*_crept_in(comparison), *(f"{f.path}: not read" for f in comparison.newly_unread)]
        said = wording.worse_line(comparison)
    if not named:
        return ()
    more = f"  and {len(named) - _NAMED} more" if len(named) > _NAMED else ""
    lines = (f"Worse than before: {said}.", *(f"  {one}" for one in named[:_NAMED]), more)
    return tuple(filter(None, (*lines, *wording.causes(comparison))))


def _lost(comparison: Comparison) -> Iterator[str]:
    for change in comparison.documents:
        for item in () if change.same_file else change.items:
            if not item.is_loss:
                continue
            title = wording.title(item.after.id, comparison.pack)
            yield f"{change.after.path}: {title}, {wording.outcomes(item)}"


def _crept_in(comparison: Comparison) -> Iterator[str]:
    changed = ((d.after.path, d.crept_in) for d in comparison.documents if not d.same_file)
    added = ((document.path, document.faults) for document in comparison.added)
    for path, findings in (*changed, *added):
        for finding in findings:
            yield f"{path}: {quoted(finding.quote)}"


def _any(report: Report) -> Iterator[str]:
    gaps = sum(len(d.standing_at(Outcome.NOT_MET, Outcome.PARTLY)) for d in report.documents)
    faults = sum(len(document.faults) for document in report.documents)
    parts = (
        (gaps, counted(gaps, "item") + " missing or partly met"),
        (faults, counted(faults, "discouraged wording")),
        (len(report.unread), counted(len(report.unread), "file") + " not read"),
    )
    if said := ", ".join(words for count, words in parts if count):
        yield f"To do: {said}."
