"""The comparison of names as a workbook: who uses which name, what to change, and every place."""

from __future__ import annotations

import datetime
import io
from typing import TYPE_CHECKING

from xlsxwriter import Workbook

from policyalign.model.language import Standing
from policyalign.renderers import language_wording as said
from policyalign.renderers import wording
from policyalign.renderers.excel.sheet import Book, Cell, Column, Look, Sheet, text
from policyalign.renderers.office_file import NO_DAY, UNSEALED, sealed
from policyalign.renderers.office_wording import PROGRESS, WANTS_DATE, WANTS_PROGRESS
from policyalign.renderers.plain import plain
from policyalign.report_mark import MARK

if TYPE_CHECKING:
    from collections.abc import Iterator

    from policyalign.model.language import AgencyUse, Idea, SharedLanguage, Use

_NAMES, _CHANGES, _PLACES = "Names", said.CHANGES, "Places"
_DEFINITIONS, _OWN, _ABOUT = "Definitions", "Names not tied", "About"
_LOOKS = {Standing.MIXED: Look.PARTLY, Standing.OTHER: Look.MISSING, Standing.SILENT: Look.UNCLEAR}
_STATUS, _DUE = "Status", "Due date"
_ENTRIES = (Column(_STATUS, 12), Column("Owner", 16), Column(_DUE, 12), Column("Comment", 24))
_CHANGE_COLUMNS = (
    Column("Agency", 24),
    Column("Document", 32),
    Column("Place", 36),
    Column("It says", 60),
    Column("Name used", 22),
    Column("Name wanted", 22),
    *_ENTRIES,
)
_PLACE_COLUMNS = (
    Column("Idea", 24),
    Column("Agency", 24),
    Column("Name used", 24),
    Column("Document", 34),
    Column("Place", 40),
    Column("It says", 70),
)
_DEFINITION_COLUMNS = (
    Column("Idea", 24),
    Column("Agency", 24),
    Column("Name used", 22),
    Column("What it says", 70),
    Column("Document", 34),
    Column("Place", 40),
    Column("Compared with the others", 18),
)
_OWN_COLUMNS = (
    Column("Agency", 24),
    Column("Idea, by the name wanted", 28),
    Column("Names used", 36),
    Column("Documents", 60),
    Column("Tied elsewhere", 30),
)


def render(found: SharedLanguage) -> bytes:
    """Give the comparison as the bytes of an ``.xlsx`` file, the same for the same comparison."""
    file = io.BytesIO()
    workbook = Workbook(file, {"in_memory": True})
    workbook.set_properties(
        {
            "title": plain(said.headline(found)),
            "created": datetime.datetime.fromisoformat(NO_DAY),
        }
    )
    workbook.set_custom_property(MARK, UNSEALED)
    book = Book(workbook)
    # It stands first, and is filled last, when it is known where its links lead.
    names = Sheet(book, _NAMES, tuple(_name_columns(found)), title=found.framework)
    _changes_sheet(book, found)
    _definitions_sheet(book, found)
    _own_sheet(book, found)
    places = _places_sheet(book, found)
    _about_sheet(book, found)
    for idea in found.ideas:
        names.add(_name_row(idea, places.get(idea.concept)))
    names.finish(frozen=1)
    workbook.close()
    return sealed(file.getvalue())


def _name_columns(found: SharedLanguage) -> Iterator[Column]:
    yield Column("Idea, by the name wanted", 28)
    for agency in found.agencies:
        documents = wording.counted(len(agency.documents), "document")
        yield Column(plain(f"{agency.name} ({documents})"), 28)
    yield Column("Agreement (0 to 1)", 11)
    yield Column("Places", 16)


def _name_row(idea: Idea, row: int | None) -> Iterator[Cell]:
    yield text(idea.preferred)
    for one in idea.agencies:
        yield _name_cell(one)
    yield text("–") if idea.agreement is None else Cell(value=round(idea.agreement, 2))
    yield Cell(value=f"{_PLACES}, row {row}", look=Look.LINK, to=(_PLACES, row)) if row else text()


def _name_cell(one: AgencyUse) -> Cell:
    look = _LOOKS.get(one.standing, Look.TEXT)
    heading = f"{said.SIGNS[one.standing]} {said.STANDINGS[one.standing]}"
    names = [f"{name} ({count})" for name, count in one.names]
    if one.described:
        names.append(f"{said.OTHER_WORDS.lower()} ({len(one.described)})")
    return text(heading, *names, look=look)


def _changes_sheet(book: Book, found: SharedLanguage) -> None:
    sheet = Sheet(book, _CHANGES, _CHANGE_COLUMNS, title=found.framework)
    rows = [(use, idea.preferred) for idea in found.ideas for use in idea.to_change]
    rows.sort(key=lambda pair: (pair[0].agency, pair[0].document, pair[0].place.block))
    for use, preferred in rows:
        sheet.add(
            (
                text(use.agency),
                text(said.document(use.agency, use.document)),
                text(wording.place(use.place)),
                text(said.shown(use)),
                text(use.name),
                text(preferred),
                text(PROGRESS[0], look=Look.ENTRY),
                text(look=Look.ENTRY),
                text(look=Look.DATE),
                text(look=Look.ENTRY),
            )
        )
    sheet.allow(
        _STATUS, {"validate": "list", "source": list(PROGRESS), "error_message": WANTS_PROGRESS}
    )
    day = {"criteria": ">=", "value": datetime.date(2000, 1, 1)}
    sheet.allow(_DUE, {"validate": "date", **day, "error_message": WANTS_DATE})
    sheet.finish(said.NOTHING_TO_CHANGE, frozen=1)


def _definitions_sheet(book: Book, found: SharedLanguage) -> None:
    sheet = Sheet(book, _DEFINITIONS, _DEFINITION_COLUMNS, title=found.framework)
    for idea in found.ideas:
        compared = said.compared(idea)
        for one in idea.definitions:
            sheet.add(
                (
                    text(idea.preferred),
                    text(one.agency),
                    text(one.name),
                    text(one.text),
                    text(said.document(one.agency, one.document)),
                    text(wording.place(one.place)),
                    text(compared, look=Look.PARTLY if idea.defined_differently else Look.TEXT),
                )
            )
    sheet.finish(said.NONE_FOUND_DEFINED, frozen=1)


def _own_sheet(book: Book, found: SharedLanguage) -> None:
    sheet = Sheet(book, _OWN, _OWN_COLUMNS, title=found.framework)
    for one in found.untied:
        sheet.add(
            (
                text(one.agency),
                text(one.preferred),
                text(*(f"{name} ({count})" for name, count in one.names)),
                text(*(said.document(one.agency, path) for path in one.documents)),
                text(f"yes: {said.TIED_ELSEWHERE}" if one.elsewhere else "no"),
            )
        )
    sheet.finish(said.NONE_UNTIED, frozen=1)


def _places_sheet(book: Book, found: SharedLanguage) -> dict[str, int]:
    """List every place, and give the row of the first of each idea."""
    sheet = Sheet(book, _PLACES, _PLACE_COLUMNS, title=found.framework)
    first: dict[str, int] = {}
    for idea in found.ideas:
        for use in (use for one in idea.agencies for use in one.uses):
            row = sheet.add(_place_row(idea, use))
            if row is not None:
                first.setdefault(idea.concept, row)
    sheet.finish(frozen=1)
    return first


def _place_row(idea: Idea, use: Use) -> Iterator[Cell]:
    differs = use.name and use.name != idea.preferred
    yield text(idea.preferred)
    yield text(use.agency)
    yield text(use.name or said.OTHER_WORDS, look=Look.PARTLY if differs else Look.TEXT)
    yield text(said.document(use.agency, use.document))
    yield text(wording.place(use.place))
    yield text(said.shown(use))


def _about_sheet(book: Book, found: SharedLanguage) -> None:
    sheet = Sheet(
        book, _ABOUT, (Column("About", 24), Column("What it says", 110)), title=found.framework
    )
    for label, sentence in said.about(found):
        sheet.add((text(label), text(sentence)))
    sheet.finish()
