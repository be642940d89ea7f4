"""The first sheet of the workbook: one row for each thing to do about a document."""

from __future__ import annotations

import datetime
from typing import TYPE_CHECKING

from policyalign.model.report import Outcome
from policyalign.renderers.actions import TO_FILL_IN, Action, actions, columns
from policyalign.renderers.comparison_wording import Row
from policyalign.renderers.excel.sheet import Cell, Column, Look, Sheet, text
from policyalign.renderers.headings import Column as Name
from policyalign.renderers.office_wording import (
    ACTION_LOG,
    PROGRESS,
    WANTS_DATE,
    WANTS_PROGRESS,
    no_gaps,
)
from policyalign.renderers.wording import Label

if TYPE_CHECKING:
    from collections.abc import Iterator

    from policyalign.model.report import Report
    from policyalign.renderers.excel.lists import Rows
    from policyalign.renderers.excel.sheet import Book

_WIDTHS: dict[str, int] = {
    Label.DOCUMENT: 28,
    Label.AGENCY: 14,
    Label.TYPE: 16,
    Label.AREA: 16,
    Label.ITEM: 14,
    Label.ITEM_TITLE: 20,
    Label.IMPORTANCE: 12,
    Label.OUTCOME: 12,
    Label.MISSING: 34,
    Label.NEAREST: 38,
    Label.PLACE: 24,
    Label.SUGGESTED: 40,
    Row.SINCE: 16,
    Label.STATUS: 12,
    Label.OWNER: 14,
    Label.DUE: 12,
    Label.COMMENT: 20,
}
# A link stands in a column of its own, as wide as it is: LibreOffice does not wrap the text of one.
_LINK_AFTER, _LISTED_AT = Label.PLACE, Column(Name.LISTED_AT, 26)
_LOOKS = {
    Outcome.NOT_MET: Look.MISSING,
    Outcome.PARTLY: Look.PARTLY,
    Outcome.UNCLEAR: Look.UNCLEAR,
    Outcome.NOT_APPLICABLE: Look.UNCLEAR,
    None: Look.UNCLEAR,
}
_PROGRESS = {
    "validate": "list",
    "source": list(PROGRESS),
    "error_message": WANTS_PROGRESS,
}
_DATE = {
    "validate": "date",
    "criteria": ">=",
    "value": datetime.date(2000, 1, 1),
    "error_message": WANTS_DATE,
}


class ActionSheet:
    """The sheet of actions."""

    def __init__(self, book: Book, report: Report) -> None:
        self._report = report
        self._names = columns(report)
        self._sheet = Sheet(book, ACTION_LOG, tuple(_columns(self._names)), title=report.pack.name)

    def fill(self, rows: Rows) -> None:
        """Add the actions; places lead to these rows of the other sheets."""
        for action in actions(self._report):
            self._sheet.add(_cells(self._names, action, rows))
        self._sheet.allow(Label.STATUS, _PROGRESS)
        self._sheet.allow(Label.DUE, _DATE)
        self._sheet.finish(no_gaps(self._report.documents), frozen=1)


def _columns(names: tuple[str, ...]) -> Iterator[Column]:
    for heading in names:
        yield Column(heading, _WIDTHS[heading])
        if heading == _LINK_AFTER:
            yield _LISTED_AT


def _cells(names: tuple[str, ...], action: Action, rows: Rows) -> Iterator[Cell]:
    for heading, said in zip(names, action.cells, strict=True):
        yield text(said, look=_look(heading, action))
        if heading == _LINK_AFTER:
            yield _link(action, rows)


def _look(column: str, action: Action) -> Look:
    if column == Label.OUTCOME:
        is_wording = action.outcome is None and action.document is not None
        return Look.PARTLY if is_wording else _LOOKS[action.outcome]
    if column == Label.DUE:
        return Look.DATE
    return Look.ENTRY if column in TO_FILL_IN else Look.TEXT


def _link(action: Action, rows: Rows) -> Cell:
    """Give a link to the row where the nearest words are listed, if they are."""
    if action.nearest is None or action.document is None:
        return text()
    target = rows.get((action.document, action.nearest.ids[0], action.nearest.place))
    if target is None:
        return text()
    sheet, row = target
    return Cell(value=f"{sheet}, row {row}", look=Look.LINK, to=target)
