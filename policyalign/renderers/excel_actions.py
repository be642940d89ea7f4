"""The first sheet of the workbook: one row for each thing to do about a document."""

from __future__ import annotations

import datetime
from dataclasses import dataclass
from typing import TYPE_CHECKING

from policyalign.model.report import Outcome
from policyalign.renderers import wording
from policyalign.renderers.excel_lists import DISCOURAGED, MENTIONS, file_cell
from policyalign.renderers.excel_sheet import Book, Cell, Column, Look, Sheet, text
from policyalign.renderers.gaps import UNSETTLED, Gap, gaps

if TYPE_CHECKING:
    from collections.abc import Iterator

    from policyalign.model.document import Place
    from policyalign.model.pack import Pack
    from policyalign.model.report import DocumentResult, Report
    from policyalign.renderers.excel_lists import Rows

ACTIONS = "Action log"
_STATUS, _DUE = "Status", "Due date"
_COLUMNS = (
    Column("Agency", 14),
    Column("Document", 24),
    Column("Type", 16),
    Column("Area", 16),
    Column("Item", 20),
    Column("Importance", 12),
    Column("Outcome", 12),
    Column("What is missing", 34),
    Column("Nearest words", 38),
    Column("Place", 22),
    Column("Listed at", 26),
    Column("You could write", 40),
    Column(_STATUS, 12),
    Column("Owner", 14),
    Column(_DUE, 12),
    Column("Comment", 20),
)
_LOOKS = {
    Outcome.NOT_MET: Look.MISSING,
    Outcome.PARTLY: Look.PARTLY,
    Outcome.UNCLEAR: Look.UNCLEAR,
}
_QUOTES = 2
_LISTED_AT = f"the sheet {wording.quoted(DISCOURAGED)}"
_PROGRESS = {
    "validate": "list",
    "source": list(wording.PROGRESS),
    "error_message": wording.WANTS_PROGRESS,
}
_DATE = {
    "validate": "date",
    "criteria": ">=",
    "value": datetime.date(2000, 1, 1),
    "error_message": wording.WANTS_DATE,
}


@dataclass(frozen=True, slots=True)
class ActionSheet:
    """The sheet of actions: it stands first, and is filled last, when its links are known."""

    sheet: Sheet

    def fill(self, report: Report, mentions: Rows, findings: Rows) -> None:
        """Add the rows; the links lead to these rows of the other sheets."""
        for number, document in enumerate(report.documents):
            for gap in gaps(document, report.pack, UNSETTLED, listed_at=_LISTED_AT):
                said = _said(gap, number, mentions, findings)
                self.sheet.add(_row(document, gap, said, report.pack))
        self.sheet.allow(_STATUS, _PROGRESS)
        self.sheet.allow(_DUE, _DATE)
        self.sheet.finish(wording.no_gaps(report.documents), frozen=2)


def actions_sheet(book: Book, report: Report) -> ActionSheet:
    """Put the sheet in its place in the workbook."""
    return ActionSheet(Sheet(book, ACTIONS, _COLUMNS, title=report.pack.name))


def _row(document: DocumentResult, gap: Gap, said: Iterator[Cell], pack: Pack) -> Iterator[Cell]:
    yield text(document.agency or "")
    yield file_cell(document)
    yield text(wording.type_name(document, pack))
    yield text(gap.item.area)
    yield text(gap.item.title)
    yield text(wording.IMPORTANCES[gap.item.importance])
    yield text(wording.OUTCOMES[gap.outcome], look=_LOOKS[gap.outcome])
    yield text(*gap.missing)
    yield from said
    yield text(gap.item.suggested_wording)
    yield text(wording.PROGRESS[0], look=Look.ENTRY)
    yield text(look=Look.ENTRY)
    yield text(look=Look.DATE)
    yield text(look=Look.ENTRY)


def _said(gap: Gap, number: int, mentions: Rows, findings: Rows) -> Iterator[Cell]:
    """Give the nearest words, their places, and a link to the row where the first is listed."""
    if gap.passages:
        first = gap.passages[0]
        yield from _quoted([(p.quote, p.place, p.note) for p in gap.passages])
        yield _link(MENTIONS, mentions.get((number, first.concepts[0], first.place)))
    elif gap.faults:
        fault = gap.faults[0]
        yield from _quoted([(f.quote, f.place, "") for f in gap.faults])
        yield _link(DISCOURAGED, findings.get((number, fault.id, fault.place)))
    else:
        yield from (text(), text(), text())


def _quoted(found: list[tuple[str, Place, str]]) -> Iterator[Cell]:
    shown = found[:_QUOTES]
    words = [wording.quoted(quote) + (f" – {note}" if note else "") for quote, _, note in shown]
    if len(found) > len(shown):
        words.append(f"and {len(found) - len(shown)} more")
    yield text(*words)
    yield text(*dict.fromkeys(wording.place(place) for _, place, _ in shown))


def _link(sheet: str, row: int | None) -> Cell:
    if row is None:
        return text()
    return Cell(value=f"{sheet}, row {row}", look=Look.LINK, to=(sheet, row))
