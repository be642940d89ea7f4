"""From a report on documents to a return that waits to be filled in."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field, replace
from datetime import date
from pathlib import PurePosixPath

from policyalign.errors import InputError
from policyalign.model.document import Unread
from policyalign.model.pack import Pack
from policyalign.model.report import DocumentResult, ItemResult, Outcome, Report, Status
from policyalign.model.returns import (
    LABELS,
    Exhibit,
    Finding,
    Rating,
    Return,
    ReturnedDocument,
    Row,
)
from policyalign.report_mark import NOT_A_POLICY

# What part of a file hides may be there: that is more than to have looked in vain.
_BEST_FIRST = (
    Outcome.MET,
    Outcome.PARTLY,
    Outcome.UNCLEAR,
    Outcome.NOT_MET,
    Outcome.NOT_APPLICABLE,
)
_SHOWN = (Outcome.MET, Outcome.PARTLY)


def make_return(
    report: Report,
    *,
    made: date,
    agency: str | None = None,
    labels: Mapping[Rating, str] = LABELS,
) -> Return:
    """Make the return of one agency from a report on its documents, with nothing filled in.

    ``made`` is the day on which the documents were read. ``agency`` is by default the one that the
    report was made for. ``labels`` are the words for the ratings. Reports and returns that lie
    among the documents are not named among what could not be read: they are no documents.
    """
    tallies: dict[str, _Tally] = defaultdict(_Tally)
    documents = []
    for document in report.documents:
        documents.append(_returned(document))
        for item in document.items:
            tallies[item.id].add(item, document)
    return Return(
        agency=agency or report.settings.agency or "",
        pack=report.pack.id,
        pack_version=report.pack.version,
        made=made,
        documents=tuple(documents),
        unread=tuple(unread_line(one) for one in report.unread if one.reason != NOT_A_POLICY),
        rows=tuple(_rows(report.pack, tallies)),
        labels=labels,
    )


def of_agency(
    report: Report, agency: str | None, unread_of: Mapping[str, str | None] | None = None
) -> Report:
    """Keep the documents of one agency in a report in which each document has its own.

    Capitals and blanks in the name make no difference. Without a name the documents must all be of
    one. ``unread_of`` has the agency of each file that could not be read; those of which none is
    known stay. Raises ``InputError`` where there is no such agency, or where it is not told which
    one is meant.
    """
    whose = unread_of or {}
    silent = [whose.get(one.path) for one in report.unread if one.reason != NOT_A_POLICY]
    owners = (*(document.agency for document in report.documents), *silent)
    known = list(dict.fromkeys(filter(None, owners)))
    if agency is None:
        if len(known) > 1:
            raise InputError(
                f"The documents belong to {len(known)} agencies, and a return is that of one. Name "
                f"it with --agency: {', '.join(known)}."
            )
        return replace(report, settings=replace(report.settings, agency=(*known, None)[0]))
    name = next((one for one in known if _folded(one) == _folded(agency)), None)
    if known and name is None:
        raise InputError(
            f"No document belongs to “{agency}”. There are: {', '.join(known)}. Which documents "
            "are whose stands under [agencies] in the settings file."
        )
    return replace(
        report,
        documents=tuple(d for d in report.documents if d.agency == name or not known),
        unread=tuple(u for u in report.unread if whose.get(u.path) in {name, None}),
        settings=replace(report.settings, agency=name or agency),
    )


def _folded(name: str) -> str:
    return " ".join(name.casefold().split())


def unread_line(unread: Unread) -> str:
    """Give the name of a file that could not be read, and the reason."""
    return f"{unread.path}: {unread.reason}"


def _returned(document: DocumentResult) -> ReturnedDocument:
    return ReturnedDocument(
        path=document.path,
        title=document.title or PurePosixPath(document.path).name,
        sha256=document.sha256,
        type=document.type,
        score=document.score,
    )


def _rows(pack: Pack, tallies: Mapping[str, _Tally]) -> Iterator[Row]:
    for item in pack.checklist.values():
        yield Row(
            item=item.id,
            area=item.area,
            title=item.title,
            question=item.question,
            finding=tallies[item.id].finding(),
        )


@dataclass(slots=True)
class _Tally:
    """What the documents that were gone through so far show of one item."""

    counts: Counter[Outcome] = field(default_factory=Counter)
    # For each outcome that shows words, the best of them: how good they are, and where they stand.
    exhibits: dict[Outcome, tuple[float, Exhibit]] = field(default_factory=dict)

    def add(self, item: ItemResult, document: DocumentResult) -> None:
        self.counts[item.outcome] += 1
        if item.outcome not in _SHOWN:
            return
        for strength, exhibit in _exhibits(item, document):
            known = self.exhibits.get(item.outcome)
            # Of equals the first stays: the checklist puts first what the outcome rests on.
            if known is None or strength > known[0]:
                self.exhibits[item.outcome] = (strength, exhibit)

    def finding(self) -> Finding:
        outcome = _best(self.counts)
        return Finding(
            outcome=outcome,
            documents={one: self.counts[one] for one in _BEST_FIRST if self.counts[one]},
            exhibit=self.exhibits.get(outcome, (0.0, None))[1],
        )


def _best(outcomes: Iterable[Outcome]) -> Outcome:
    """Give the best outcome; where no document was read, nothing can be told."""
    return min(outcomes, key=_BEST_FIRST.index, default=Outcome.UNCLEAR)


def _exhibits(item: ItemResult, document: DocumentResult) -> Iterator[tuple[float, Exhibit]]:
    for found in item.evidence:
        strength = found.similarity + (100 if found.status is Status.AFFIRMED else 0)
        yield (
            strength,
            Exhibit(
                document=document.path,
                quote=found.quote,
                heading=" › ".join(found.place.heading),
                page=found.place.page,
            ),
        )
