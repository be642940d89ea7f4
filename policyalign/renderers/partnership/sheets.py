"""The sheets of the roll-up workbook that are for reading."""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING

from policyalign.model.partnership import Field
from policyalign.renderers import partnership_lines as lines
from policyalign.renderers import partnership_wording as words
from policyalign.renderers.excel.sheet import Cell, Column, Look, Sheet, text
from policyalign.renderers.plain import plain

if TYPE_CHECKING:
    from collections.abc import Iterator

    from policyalign.model.partnership import (
        Action,
        Agency,
        Count,
        ItemSummary,
        Partnership,
        Standing,
    )
    from policyalign.renderers.excel.sheet import Book

# The day that Excel counts from; it holds the year 1900 for a leap year.
_FIRST_DAY = date(1899, 12, 30)
_AGENCY_COLUMNS = (
    Column("Agency", 32),
    Column("Return", 32),
    Column("Items asked", 10),
    Column("Items not rated", 10),
    Column("Documents", 11),
    Column("Alignment of documents", 12),
    Column("Items rated above documents", 14),
    Column("Items compared", 11),
    Column("Overdue actions", 11),
    Column("Files", 70),
)
_ACTION_COLUMNS = (
    Column("Due date", 13),
    Column("Overdue", 10),
    Column("Agency", 28),
    Column("Action", 50),
    Column("Item", 32),
    Column("Owner", 24),
    Column("File", 34),
)
_DISPUTE_COLUMNS = (
    Column("Agency", 28),
    Column("Item", 34),
    Column("About", 24),
    Column("What it says", 50),
    Column("File", 40),
)
_TREND_COLUMNS = (
    Column("Agency", 32),
    Column("Date", 13),
    Column("Alignment of documents", 14),
    Column("Items met, %", 14),
    Column("File", 50),
)
_FILE_COLUMNS = (Column("File or agency", 50), Column("To know about it", 110))
_ABOUT_COLUMNS = (Column("About", 24), Column("What it says", 110))


def agencies_sheet(book: Book, view: Partnership) -> None:
    """Give one row to each agency, and to each that was expected and is not there."""
    sheet = Sheet(book, "Agencies", _AGENCY_COLUMNS, title=words.TITLE)
    for agency in view.agencies:
        sheet.add(_agency_cells(agency, view))
    known = {agency.name for agency in view.agencies}
    for name in view.missing:
        if name not in known:
            sheet.add((text(name), text("Not returned", look=Look.MISSING)))
    sheet.finish(frozen=1)


def _agency_cells(agency: Agency, view: Partnership) -> Iterator[Cell]:
    look = Look.TEXT if agency.is_finished else Look.PARTLY
    yield text(agency.name)
    yield text(words.state(agency), words.several(agency), look=look)
    yield Cell(value=agency.asked)
    yield Cell(value=agency.unrated)
    yield Cell(value=agency.documents)
    yield _score(agency.alignment)
    yield Cell(value=agency.above)
    yield Cell(value=len(agency.differences))
    yield Cell(value=sum(action.agency == agency.name for action in view.overdue))
    yield text(*map(words.file_line, agency.files))


def areas_sheet(book: Book, view: Partnership) -> None:
    """Give mean points, 0 to 2, of each agency in each area."""
    columns = (Column("Agency", 32), *(Column(plain(area), 16) for area in view.areas))
    sheet = Sheet(book, "Areas", columns, title=words.TITLE)
    sheet.add((text("All agencies"), *map(_mean, view.areas.values())))
    for agency in view.agencies:
        sheet.add((text(agency.name), *map(_mean, agency.areas.values())))
    sheet.finish(frozen=1)


def items_sheet(book: Book, view: Partnership) -> None:
    """Give one row to each item, the weakest first, with a column for each agency."""
    columns = (
        Column("Item", 34),
        Column("Area", 24),
        Column("Met", 7),
        Column("Partly", 7),
        Column("Not met", 7),
        Column("Mean points", 9),
        Column("Sign", 14),
        *(Column(plain(agency.name), 16) for agency in view.agencies),
    )
    sheet = Sheet(book, "Items", columns, title=words.TITLE)
    for found in view.weakest:
        sheet.add(_item_cells(found, view))
    sheet.finish("No item counts yet.", frozen=1)


def _item_cells(found: ItemSummary, view: Partnership) -> Iterator[Cell]:
    yield text(found.item.title)
    yield text(found.item.area)
    yield Cell(value=found.count.met)
    yield Cell(value=found.count.partly)
    yield Cell(value=found.count.not_met)
    yield _mean(found.count)
    yield text("weak everywhere" if found.is_weak_everywhere else "")
    for agency in view.agencies:
        standing = agency.standings.get(found.item.key)
        yield text("not asked") if standing is None else _standing(standing, view)


def _standing(standing: Standing, view: Partnership) -> Cell:
    look = {0: Look.MISSING, 1: Look.PARTLY}.get(-1 if standing.points is None else standing.points)
    moderated = words.said(standing, Field.MODERATED, view.labels)
    return text(
        words.said(standing, Field.RATING, view.labels) or "not rated",
        f"documents: {words.said(standing, Field.FINDING, view.labels)}",
        f"moderated: {moderated}" if moderated else "",
        look=look or Look.TEXT,
    )


def actions_sheet(book: Book, view: Partnership) -> None:
    """List what agencies have said they will do, by due date."""
    sheet = Sheet(book, "Actions", _ACTION_COLUMNS, title=words.TITLE)
    late = set(map(id, view.overdue))
    for action in view.actions:
        sheet.add(_action_cells(action, is_late=id(action) in late))
    sheet.finish("No action is named in any return.", frozen=1)


def _action_cells(action: Action, *, is_late: bool) -> Iterator[Cell]:
    yield text(words.NO_DATE) if action.due is None else _day(action.due)
    yield text("overdue", look=Look.MISSING) if is_late else text("")
    yield text(action.agency)
    yield text(action.text)
    yield text(action.item.title)
    yield text(action.owner or words.NOBODY)
    yield text(action.path)


def disputes_sheet(book: Book, view: Partnership) -> None:
    """List what the files of one agency disagree on, one row for each claim."""
    sheet = Sheet(book, "Contradictions", _DISPUTE_COLUMNS, title=words.TITLE)
    titles = {item.key: item.title for item in view.items}
    for dispute in view.disputes:
        for claim in dispute.claims:
            sheet.add(
                (
                    text(dispute.agency),
                    text(titles[dispute.key]),
                    text(words.FIELDS[dispute.field]),
                    text(words.claimed(dispute, claim, view.labels)),
                    text(claim.path),
                )
            )
    sheet.finish("The files of no agency contradict each other.", frozen=1)


def trend_sheet(book: Book, view: Partnership) -> None:
    """List the figures of each agency by day."""
    sheet = Sheet(book, "Development", _TREND_COLUMNS, title=words.TITLE)
    for agency in view.agencies:
        for point in agency.trend:
            sheet.add(
                (
                    text(agency.name),
                    _day(point.day),
                    _score(point.alignment),
                    _score(point.met),
                    text(point.path),
                )
            )
    sheet.finish(frozen=1)


def files_sheet(book: Book, view: Partnership) -> None:
    """List files that could not be used, names that are alike, and what else is to be known."""
    sheet = Sheet(book, "Files", _FILE_COLUMNS, title=words.TITLE)
    for subject, said in lines.oddities(view):
        sheet.add((text(subject), text(said)))
    sheet.finish("There is nothing to know about the files.", frozen=1)


def about_sheet(book: Book, view: Partnership) -> None:
    """Say how the figures come about."""
    sheet = Sheet(book, "About", _ABOUT_COLUMNS, title=words.TITLE)
    for about, said in lines.about(view):
        sheet.add((text(about), text(said)))
    sheet.finish()


def _day(day: date) -> Cell:
    return Cell(value=(day - _FIRST_DAY).days, look=Look.DAY)


def _mean(count: Count) -> Cell:
    return text("–") if count.mean is None else Cell(value=round(count.mean, 2), look=Look.SCORE)


def _score(value: float | None) -> Cell:
    return text("–") if value is None else Cell(value=value, look=Look.SCORE)
