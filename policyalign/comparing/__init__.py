"""What has changed since: two reports, two versions of a policy, or two folders compared.

``runs`` turns what is given into two runs, ``pairing`` finds each document again, ``items`` and
``wording`` tell what went up, down, crept in or was cleared, ``documents`` puts it together,
``baseline`` marks a report with it, and ``trend`` follows alignment through a series of reports.
"""

from __future__ import annotations

from collections.abc import Iterable
from functools import partial
from pathlib import Path

from policyalign import checking
from policyalign.comparing.baseline import marked
from policyalign.comparing.documents import compared
from policyalign.comparing.runs import Check, Run, is_saved, run_of
from policyalign.comparing.trend import trend_of
from policyalign.model.comparison import Comparison, Trend
from policyalign.model.pack import Pack
from policyalign.model.report import Report
from policyalign.packs import load_pack
from policyalign.saved_report import SavedReport

__all__ = ["compare", "is_saved", "since", "trend"]

Given = Report | SavedReport | str | Path


def compare(
    old: Given, new: Given, *, pack: Pack | str | Path = "sos", check: Check | None = None
) -> Comparison:
    """Tell what has changed from ``old`` to ``new``.

    Each is a report, a saved report, or a path: of a JSON report, a policy, or a folder of
    policies. Policies are checked with ``pack``, which also gives items and wording their names;
    where a side is a report, it stays as it was made. Two policies are taken for versions of one;
    otherwise documents are known again by path, content, title, or likeness. ``check`` makes a
    report of a path in another way than :func:`policyalign.check` does by default.

    Raises ``InputError`` for what is not there, is no report, or holds nothing that can be read,
    and ``PackError`` for a bad pack.
    """
    loaded = pack if isinstance(pack, Pack) else load_pack(pack)
    how = check or partial(checking.check, pack=loaded)
    return compared(_run(old, how), _run(new, how), loaded)


def since(report: Report, baseline: Given) -> Report:
    """Give a report in which each gap and discouraged wording is marked as new or known.

    ``baseline`` is an earlier report, or where one was saved as JSON. Raises ``InputError`` for
    what is no report.
    """
    return marked(report, compare(baseline, report, pack=report.pack))


def trend(reports: Iterable[Given], *, pack: Pack | str | Path = "sos") -> Trend:
    """Give the alignment of each document, and the mean, by the day of each report.

    Raises ``InputError`` for a report that does not say its day, or two of one day.
    """
    check = partial(checking.check, pack=pack)
    return trend_of([_run(report, check) for report in reports])


def _run(given: Given, check: Check) -> Run:
    return run_of(Path(given) if isinstance(given, str) else given, check)
