"""What a run amounts to: the exit code, decided from the report and nothing else."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from policyalign.model.report import Report

DONE = 0
BELOW = 1
NOT_DONE = 2
STOPPED = 130

_NAMED = 5


def exit_code(report: Report, fail_under: float | None) -> int:
    """Give 2 if no document could be read, 1 if one scores below ``fail_under``, else 0.

    The score is that after decisions, and a document without one is not below anything.
    """
    if not report.documents:
        return NOT_DONE
    return BELOW if _below(report, fail_under) else DONE


def sentences(report: Report, fail_under: float | None) -> tuple[str, ...]:
    """Say in words why the exit code is what it is; nothing where all is well."""
    if not report.documents:
        return ("No document could be read.",)
    if fail_under is None:
        return ()
    said = []
    below = _below(report, fail_under)
    if below:
        named = ", ".join(below[:_NAMED]) + (", and others" if len(below) > _NAMED else "")
        after = " after decisions" if report.totals.decided else ""
        said.append(
            f"{len(below)} of {len(report.documents)} below {fail_under:g}{after}: {named}."
        )
    unscored = sum(document.decided_score is None for document in report.documents)
    if unscored:
        said.append(f"Not compared with {fail_under:g}, having no score: {unscored}.")
    return tuple(said)


def _below(report: Report, fail_under: float | None) -> list[str]:
    if fail_under is None:
        return []
    scores = ((document.path, document.decided_score) for document in report.documents)
    return [path for path, score in scores if score is not None and score < fail_under]
