"""Alignment through a series of dated reports: what a chart of progress is drawn from."""

from __future__ import annotations

from collections.abc import Iterable
from itertools import pairwise

from policyalign.comparing.pairing import pairs
from policyalign.comparing.runs import Run
from policyalign.errors import InputError
from policyalign.model.comparison import DocumentTrend, Trend, TrendPoint
from policyalign.model.report import DocumentResult


def trend_of(runs: Iterable[Run]) -> Trend:
    """Follow documents through runs, in the order of their days.

    A document is known again from one run to the next as in a comparison, so that it keeps its line
    when its file is renamed. One that is away for a run and comes back begins a new line.

    Raises ``InputError`` for a run without a day, or two runs of one day.
    """
    ordered = _by_day(runs)
    lines: list[tuple[DocumentResult, list[float | None]]] = []
    ended: list[tuple[DocumentResult, list[float | None]]] = []
    for number, run in enumerate(ordered):
        documents = tuple(run.documents)
        known = {
            pair.after.path: pair.before.path
            for pair in pairs(tuple(last for last, _ in lines), documents)
        }
        scores = {last.path: line for last, line in lines}
        going_on = []
        for document in documents:
            line = scores.pop(known.get(document.path, ""), None) or [None] * number
            going_on.append((document, [*line, document.score]))
        ended += [(last, line) for last, line in lines if last.path in scores]
        lines = going_on
    return Trend(
        points=tuple(map(_point, ordered)),
        documents=tuple(_line(last, line, len(ordered)) for last, line in (*lines, *ended)),
    )


def _by_day(runs: Iterable[Run]) -> list[Run]:
    ordered = sorted(runs, key=lambda run: run.settings.today or "")
    for run in ordered:
        if run.settings.today is None:
            raise InputError(f"{run.name} does not say on which day it was made.")
    for one, other in pairwise(ordered):
        if one.settings.today == other.settings.today:
            raise InputError(
                f"{one.name} and {other.name} were made on the same day ({one.settings.today}). "
                "Leave one of them out."
            )
    return ordered


def _point(run: Run) -> TrendPoint:
    return TrendPoint(
        day=run.settings.today or "",
        pack_version=run.pack_version,
        documents=len(run.documents),
        scored=sum(document.score is not None for document in run.documents),
        mean=run.side.mean_score,
    )


def _line(last: DocumentResult, scores: list[float | None], whole: int) -> DocumentTrend:
    rest: list[float | None] = [None] * (whole - len(scores))
    return DocumentTrend(path=last.path, title=last.title, scores=(*scores, *rest))
