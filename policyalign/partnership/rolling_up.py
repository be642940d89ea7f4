"""The use case: what the files of all agencies hold, rolled up into one view."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence
from datetime import date
from itertools import chain

from policyalign.model.language import SharedLanguage
from policyalign.model.partnership import Agency, Dispute, Item, Partnership, Use
from policyalign.model.report import Outcome
from policyalign.model.returns import LABELS, Rating
from policyalign.model.submissions import Gathered, ItemKey, Ruling, Source, Submission
from policyalign.partnership.actions import actions_of, in_order, owners
from policyalign.partnership.choosing import Chosen, choose
from policyalign.partnership.figures import counts_by_area, differences, point, summaries
from policyalign.partnership.items import all_items, partial_items, reworded_items, versions_of
from policyalign.partnership.names import folded, near_names
from policyalign.partnership.standings import standings


def roll_up(
    gathered: Gathered,
    *,
    today: date,
    expected: Iterable[str] = (),
    labels: Mapping[Rating, str] | None = None,
    language: SharedLanguage | None = None,
) -> Partnership:
    """Roll up what files hold. ``expected`` names the agencies that should have returned.

    ``labels`` are the words for ratings; by default those of the returns, if all have the same.
    ``language`` is put into the view as it is.
    """
    groups = {name: choose(theirs) for name, theirs in _by_agency(gathered.submissions).items()}
    counted = [c.submission for c in chain(*groups.values()) if c.use is Use.COUNTED]
    items = all_items(counted)
    versions = versions_of(counted)
    made = [_agency(chosen, items, gathered) for chosen in groups.values()]
    agencies = tuple(sorted((agency for agency, _ in made), key=lambda one: folded(one.name)))
    wanted = tuple({folded(name): " ".join(name.split()) for name in expected}.values())
    known = {item.key: item for item in items}
    actions = in_order(chain(*(actions_of(_name(c), _counted(c), known) for c in groups.values())))
    return Partnership(
        today=today,
        labels=labels or _labels(counted),
        expected=wanted,
        missing=tuple(_missing(wanted, agencies)),
        near_names=tuple(near_names(_names(wanted, agencies))),
        agencies=agencies,
        items=items,
        areas=counts_by_area(items, (agency.standings for agency in agencies)),
        weakest=summaries(items, agencies),
        differences=differences(items, agencies),
        actions=actions,
        owners=owners(actions, today),
        disputes=_in_order(chain(*(disputes for _, disputes in made)), items),
        versions=tuple(versions.items()),
        partial=partial_items(items, versions),
        reworded=reworded_items(counted),
        unread=gathered.unread,
        remarks=tuple(sorted({*_remarks(gathered), *_unused_rulings(gathered.rulings, agencies)})),
        language=language,
    )


def _by_agency(submissions: Iterable[Submission]) -> dict[str, list[Submission]]:
    """Group files by the folded name of their agency; gathering has named those that name none."""
    groups: dict[str, list[Submission]] = defaultdict(list)
    for one in sorted(submissions, key=lambda found: found.path):
        groups[folded(one.held.agency)].append(one)
    return groups


def _name(chosen: Iterable[Chosen]) -> str:
    """Give the name as the newest file that counts writes it."""
    return " ".join(_counted(chosen)[0].held.agency.split())


def _counted(chosen: Iterable[Chosen]) -> list[Submission]:
    return [one.submission for one in chosen if one.use is Use.COUNTED]


def _agency(
    chosen: Sequence[Chosen], items: Sequence[Item], gathered: Gathered
) -> tuple[Agency, tuple[Dispute, ...]]:
    name, counted = _name(chosen), _counted(chosen)
    rulings = [r for r in gathered.rulings if folded(r.agency) == folded(name)]
    found, disputes = standings(name, counted, rulings)
    ordered = {item.key: found[item.key] for item in items if item.key in found}
    asked, rated = _asked_and_rated(counted)
    points = [point(one.submission) for one in chosen if one.use is not Use.SAME]
    trend = tuple(sorted(points, key=lambda p: (p.day, p.path)))
    agency = Agency(
        name=name,
        spellings=tuple(dict.fromkeys(one.submission.held.agency for one in chosen)),
        files=tuple(one.as_file() for one in chosen),
        standings=ordered,
        areas=counts_by_area(items, (ordered,)),
        trend=trend,
        alignment=_agreed({point(one).alignment for one in counted}),
        documents=max((len(one.held.documents) for one in counted), default=0),
        unread=tuple(dict.fromkeys(chain(*(one.held.unread for one in counted)))),
        asked=len(asked),
        unrated=len(asked - rated),
    )
    return agency, disputes


def _asked_and_rated(counted: Iterable[Submission]) -> tuple[set[ItemKey], set[ItemKey]]:
    """Give the items that the returns among files ask for, and those that they have rated."""
    asked, rated = set(), set()
    for one in counted:
        for row in one.held.rows if one.source is Source.RETURN else ():
            key = (one.held.pack, row.item)
            if row.answer.rating:
                rated.add(key)
            # Nobody need rate what is not for an agency's documents.
            if row.answer.rating or row.finding.outcome is not Outcome.NOT_APPLICABLE:
                asked.add(key)
    return asked, rated


def _agreed(values: Collection[float | None]) -> float | None:
    """Give the one value there is; where files differ, there is none."""
    return next(iter(values)) if len(values) == 1 else None


def _missing(wanted: Iterable[str], agencies: Iterable[Agency]) -> Iterator[str]:
    there = {folded(agency.name) for agency in agencies if agency.has_returned}
    return (name for name in wanted if folded(name) not in there)


def _names(wanted: Iterable[str], agencies: Iterable[Agency]) -> Iterator[str]:
    names = chain((agency.name for agency in agencies), wanted)
    return iter({folded(name): name for name in names}.values())


def _labels(counted: Iterable[Submission]) -> Mapping[Rating, str]:
    found = [one.held.labels for one in counted if one.source is Source.RETURN]
    return found[0] if found and all(labels == found[0] for labels in found) else LABELS


def _in_order(disputes: Iterable[Dispute], items: Sequence[Item]) -> tuple[Dispute, ...]:
    place = {item.key: number for number, item in enumerate(items)}
    return tuple(sorted(disputes, key=lambda d: (folded(d.agency), place[d.key])))


def _remarks(gathered: Gathered) -> Iterator[tuple[str, str]]:
    yield from gathered.remarks
    for one in gathered.submissions:
        for said in one.remarks:
            yield one.path, said


def _unused_rulings(
    rulings: Iterable[Ruling], agencies: Iterable[Agency]
) -> Iterator[tuple[str, str]]:
    """Name what was moderated that stands in no file that counts, so that it is not lost unseen."""
    known = {folded(agency.name): agency for agency in agencies}
    for ruling in rulings:
        agency = known.get(folded(ruling.agency))
        if agency is None:
            yield ruling.path, f"moderates {ruling.agency}, of which no file was read"
        elif ruling.key not in agency.standings:
            what = f"“{ruling.key[1]}” for {agency.name}"
            yield ruling.path, f"moderates {what}, which is in none of its files that count"
