"""Counts over standings, and the development of one agency from file to file."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from statistics import fmean

from policyalign.model.partnership import (
    SCALE,
    Agency,
    Count,
    Difference,
    Item,
    ItemSummary,
    Point,
    Standing,
)
from policyalign.model.report import Outcome
from policyalign.model.submissions import Submission


def count(standings: Iterable[Standing]) -> Count:
    """Count standings by their points."""
    points = [standing.points for standing in standings]
    met, partly, not_met = (points.count(value) for value in (2, 1, 0))
    return Count(met=met, partly=partly, not_met=not_met)


def counts_by_area(
    items: Sequence[Item], standings: Iterable[Mapping[tuple[str, str], Standing]]
) -> dict[str, Count]:
    """Count the standings of one agency or several on the items of each area."""
    found = tuple(standings)
    areas = dict.fromkeys(item.area for item in items)
    return {
        area: count(
            one[item.key] for item in items if item.area == area for one in found if item.key in one
        )
        for area in areas
    }


def summaries(items: Iterable[Item], agencies: Sequence[Agency]) -> tuple[ItemSummary, ...]:
    """Sum every item that counts anywhere up over the agencies, the weakest first."""
    made = []
    for item in items:
        here = [a.standings[item.key] for a in agencies if item.key in a.standings]
        differences = [d for standing in here if (d := standing.difference) is not None]
        summary = ItemSummary(
            item=item,
            count=count(here),
            above=sum(difference > 0 for difference in differences),
            compared=len(differences),
        )
        if summary.count.counted:
            made.append(summary)
    # Of two that are equally weak, the one that more agencies are asked goes before.
    return tuple(sorted(made, key=lambda one: (one.count.mean or 0, -one.count.counted)))


def differences(items: Iterable[Item], agencies: Sequence[Agency]) -> tuple[Difference, ...]:
    """Give every self-rating that is not what the documents show, from 2 above to 2 below."""
    found = [
        Difference(agency=agency.name, item=item, standing=standing, points=points)
        for item in items
        for agency in agencies
        if (standing := agency.standings.get(item.key)) and (points := standing.difference)
    ]
    return tuple(sorted(found, key=lambda one: -one.points))


def point(submission: Submission) -> Point:
    """Give the figures of one file, from its automatic side alone."""
    # A file may have been changed by hand: a score that is none, such as NaN, is left out.
    scores = [
        document.score
        for document in submission.held.documents
        if document.score is not None and 0 <= document.score <= 100
    ]
    outcomes = [row.finding.outcome for row in submission.held.rows if row.finding.outcome in SCALE]
    met = outcomes.count(Outcome.MET)
    return Point(
        day=submission.held.made,
        path=submission.path,
        alignment=round(fmean(scores), 1) if scores else None,
        met=round(100 * met / len(outcomes), 1) if outcomes else None,
    )
