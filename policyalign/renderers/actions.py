"""The action log: one row for each thing to do, with the same columns in every spreadsheet."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from policyalign.model.report import Outcome, Since
from policyalign.renderers import wording
from policyalign.renderers.comparison_wording import Row
from policyalign.renderers.decision_wording import (
    DECIDED,
    LEFT_OUT,
    REMARKS,
    line,
    outcome,
    remark,
)
from policyalign.renderers.gaps import OPEN, Words, by_wording, gaps, type_name
from policyalign.renderers.office_wording import PROGRESS
from policyalign.renderers.since import gravest, mark
from policyalign.renderers.wording import Label

if TYPE_CHECKING:
    from collections.abc import Iterator

    from policyalign.model.document import Unread
    from policyalign.model.pack import Pack
    from policyalign.model.report import DocumentResult, Finding, ItemResult, Report
    from policyalign.renderers.gaps import Gap

TO_FILL_IN = (Label.STATUS, Label.OWNER, Label.DUE, Label.COMMENT)
# What stands in the columns to fill in before anybody has done so.
FRESH = (PROGRESS[0], "", "", "")
# The same where there is nothing to do.
CLOSED = (PROGRESS[-1], "", "", "")
COLUMNS = (
    Label.DOCUMENT,
    Label.AGENCY,
    Label.TYPE,
    Label.AREA,
    Label.ITEM,
    Label.ITEM_TITLE,
    Label.IMPORTANCE,
    Label.OUTCOME,
    Label.MISSING,
    Label.NEAREST,
    Label.PLACE,
    Label.SUGGESTED,
    *TO_FILL_IN,
)


def columns(report: Report) -> tuple[str, ...]:
    """Give the columns of a report: one that has a baseline says how each row stands to it."""
    return COLUMNS_WITH_BASELINE if report.baseline else COLUMNS


def _with_since(cells: tuple[str, ...], since: str) -> tuple[str, ...]:
    first = len(cells) - len(TO_FILL_IN)
    return (*cells[:first], since, *cells[first:])


COLUMNS_WITH_BASELINE = _with_since(COLUMNS, Row.SINCE)


class Action(NamedTuple):
    """One thing to do; ``cells`` has the text of each column.

    ``document`` counts the documents of the report from 0. ``outcome`` is ``n-a`` where people
    decided that there is nothing to do, and ``None`` for discouraged wording; all are ``None`` for
    a file that could not be read, and for what is said of the settings file.
    """

    cells: tuple[str, ...]
    document: int | None = None
    outcome: Outcome | None = None
    nearest: Words | None = None


def actions(report: Report) -> Iterator[Action]:
    """Give what there is to do: by document, its items, most important first, and its wording.

    After these come the items on which people decided that there is nothing to do. What could not
    be read comes last, and then what the settings file left out or did in vain.
    """

    def told(cells: tuple[str, ...], since: Since | None) -> tuple[str, ...]:
        return _with_since(cells, mark(since)) if report.baseline else cells

    for number, document in enumerate(report.documents):
        for gap in gaps(document, report.pack, *OPEN, Outcome.UNCLEAR):
            yield Action(
                cells=told(tuple(_cells(document, gap, report.pack)), gap.since),
                document=number,
                outcome=gap.outcome,
                nearest=gap.nearest[0] if gap.nearest else None,
            )
        for found in by_wording(document.faults).values():
            yield Action(
                cells=told(
                    _reword(document, found, report.pack), gravest(one.since for one in found)
                ),
                document=number,
                nearest=Words(quote=found[0].quote, place=found[0].place, ids=(found[0].id,)),
            )
        for item in document.decisions:
            if item.is_accepted or item.standing not in OPEN:
                yield Action(
                    cells=told(_decided(document, item, report.pack), item.since),
                    document=number,
                    outcome=Outcome.NOT_APPLICABLE,
                )
    for file in report.unread:
        new = report.baseline is not None and file in report.baseline.newly_unread
        yield Action(cells=told(_unread(file), Since.NEW if new else None))
    yield from (Action(cells=told(cells, None)) for cells in _of_settings(report))


def _cells(document: DocumentResult, gap: Gap, pack: Pack) -> Iterator[str]:
    best = gap.nearest[0] if gap.nearest else None
    yield document.path
    yield document.agency or ""
    yield type_name(document, pack)
    yield gap.item.area
    yield gap.item.id
    yield gap.item.title
    yield wording.IMPORTANCES[gap.item.importance]
    yield wording.OUTCOMES[gap.outcome]
    yield " ".join((f"{DECIDED}: {gap.decided}", *gap.missing) if gap.decided else gap.missing)
    yield (f"{best.quote} ({best.note})" if best.note else best.quote) if best else ""
    yield wording.place(best.place) if best else ""
    yield gap.item.suggested_wording
    yield from FRESH


def _reword(document: DocumentResult, found: list[Finding], pack: Pack) -> tuple[str, ...]:
    """Give a row for discouraged wording, with all its places in the document."""
    known = pack.discouraged[found[0].id]
    quotes = dict.fromkeys(wording.quoted(one.quote) for one in found)
    places = dict.fromkeys(wording.place(one.place) for one in found)
    return _row(
        {
            Label.DOCUMENT: document.path,
            Label.AGENCY: document.agency or "",
            Label.TYPE: type_name(document, pack),
            Label.ITEM: known.id,
            Label.ITEM_TITLE: wording.quoted(known.phrase),
            Label.OUTCOME: Label.DISCOURAGED.lower(),
            Label.MISSING: f"{Label.REWORD}: {known.why}",
            Label.NEAREST: "; ".join(quotes),
            Label.PLACE: "; ".join(places),
            Label.SUGGESTED: f"{Label.BETTER}: {found[0].prefer}",
        }
    )


def _decided(document: DocumentResult, item: ItemResult, pack: Pack) -> tuple[str, ...]:
    """Give a row for an item about which people decided that nothing need be done."""
    known = pack.checklist[item.id]
    return _row(
        {
            Label.DOCUMENT: document.path,
            Label.AGENCY: document.agency or "",
            Label.TYPE: type_name(document, pack),
            Label.AREA: known.area,
            Label.ITEM: known.id,
            Label.ITEM_TITLE: known.title,
            Label.IMPORTANCE: wording.IMPORTANCES[known.importance],
            Label.OUTCOME: outcome(item),
            Label.MISSING: f"{DECIDED}: {line(item)}",
        },
        CLOSED,
    )


def _of_settings(report: Report) -> Iterator[tuple[str, ...]]:
    for path in report.excluded:
        yield _row(
            {
                Label.DOCUMENT: path,
                Label.OUTCOME: LEFT_OUT.lower(),
                Label.MISSING: f"Excluded by {report.settings.file}.",
            },
            CLOSED,
        )
    for found in report.remarks:
        yield _row(
            {
                Label.DOCUMENT: report.settings.file or "",
                Label.OUTCOME: REMARKS.lower(),
                Label.MISSING: remark(found, report.settings),
            }
        )


def _unread(file: Unread) -> tuple[str, ...]:
    """Give a row for a file that could not be read, which is something to do as well."""
    return _row(
        {
            Label.DOCUMENT: file.path,
            Label.OUTCOME: wording.NOT_READ,
            Label.MISSING: wording.sentence(file.reason),
        }
    )


def _row(said: dict[Label, str], filled: tuple[str, ...] = FRESH) -> tuple[str, ...]:
    whole = said | dict(zip(TO_FILL_IN, filled, strict=True))
    return tuple(whole.get(column, "") for column in COLUMNS)
