"""The first sheet of a return: whose it is, how it is filled in, and what it can show."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from policyalign.model.report import Outcome
from policyalign.model.returns import Rating
from policyalign.renderers import return_wording
from policyalign.renderers.excel.return_looks import Look, Looks
from policyalign.renderers.excel.sheet import height
from policyalign.renderers.plain import plain
from policyalign.renderers.return_layout import (
    AGENCY,
    COLUMNS,
    COMPARED,
    DOCUMENTS,
    ITEMS,
    LAST_READ,
    RATED,
    READ,
    SPARE_ROWS,
)
from policyalign.renderers.wording import day

if TYPE_CHECKING:
    from policyalign.model.pack import Pack
    from policyalign.model.returns import Return

_WIDTHS = (26, 108)
_FOR_PEOPLE = ("Filled in by", "Job title", "Date", "Approved by")
_LETTERS = {column.key: chr(ord("A") + number) for number, column in enumerate(COLUMNS)}
_DATE_CELLS = frozenset({"Date"})


def draw_start(sheet: Any, looks: Looks, made: Return, pack: Pack) -> None:
    """Fill the first sheet."""
    for number, width in enumerate(_WIDTHS):
        sheet.set_column(number, number, width)
    sheet.hide_gridlines(2)
    page = _Page(sheet, looks)
    page.title(return_wording.title(pack), return_wording.HINT)
    page.entry(AGENCY, made.agency)
    for label in _FOR_PEOPLE:
        page.entry(label, "", look=Look.DATE if label in _DATE_CELLS else Look.ENTRY)
    page.rated(made)
    page.line(LAST_READ, day(made.made.isoformat()))
    page.line(READ, return_wording.documents_read(made))
    page.line(COMPARED, return_wording.compared_with(pack))
    page.section(return_wording.STEPS_HEADING)
    for number, step in enumerate(return_wording.steps(made.labels, ITEMS, DOCUMENTS), start=1):
        page.line(f"Step {number}", step)
    page.section(return_wording.RATINGS_HEADING)
    for rating in Rating:
        page.line(made.labels[rating], return_wording.RATINGS[rating])
    page.section(return_wording.FINDINGS_HEADING)
    for outcome, meaning in return_wording.FINDINGS.items():
        page.line(return_wording.outcome_word(outcome), meaning)
    page.section(return_wording.CLAIMS_HEADING)
    for claim in (*return_wording.CLAIMS, pack.notice):
        page.line("", claim)


class _Page:
    """The sheet while it is filled from its top."""

    def __init__(self, sheet: Any, looks: Looks) -> None:
        self._sheet = sheet
        self._looks = looks
        self._at = 0

    def title(self, title: str, below: str) -> None:
        self._sheet.write_string(0, 0, plain(title), self._looks[Look.TITLE])
        self._sheet.set_row(0, 30)
        self._sheet.write_string(1, 0, below, self._looks[Look.SUBTITLE])
        self._sheet.set_row(2, 6)
        self._at = 3

    def entry(self, label: str, value: str, look: Look = Look.ENTRY) -> None:
        self._sheet.set_row(self._at, 20)
        self._sheet.write_string(self._at, 0, label, self._looks[Look.LABEL])
        if value:
            self._sheet.write_string(self._at, 1, plain(value), self._looks[look])
        else:
            self._sheet.write_blank(self._at, 1, None, self._looks[look])
        self._at += 1

    def rated(self, made: Return) -> None:
        """Count the questions that have a rating, as it is filled in, and all that need one."""
        item, finding, rating = (
            f"'{ITEMS}'!${_LETTERS[key]}$3:${_LETTERS[key]}${len(made.rows) + SPARE_ROWS}"
            for key in ("item", "outcome", "rating")
        )
        nobodys = return_wording.outcome_word(Outcome.NOT_APPLICABLE)
        may_stay_empty = f'COUNTIFS({finding},"{nobodys}",{rating},"")'
        formula = f'=COUNTA({rating})&" of "&COUNTA({item})-{may_stay_empty}'
        answered = sum(row.answer.rating is not None for row in made.rows)
        asked = sum(
            row.answer.rating is not None or row.finding.outcome is not Outcome.NOT_APPLICABLE
            for row in made.rows
        )
        shown = f"{answered} of {asked}"
        self._sheet.write_string(self._at, 0, RATED, self._looks[Look.LABEL])
        self._sheet.write_formula(self._at, 1, formula, self._looks[Look.TEXT], shown)
        self._at += 1

    def section(self, heading: str) -> None:
        self._sheet.set_row(self._at, 8)
        self._at += 1
        for number in range(len(_WIDTHS)):
            self._sheet.write_string(
                self._at, number, "" if number else heading, self._looks[Look.SECTION]
            )
        self._sheet.set_row(self._at, 20)
        self._at += 1

    def line(self, label: str, text: str) -> None:
        self._sheet.write_string(self._at, 0, plain(label), self._looks[Look.LABEL])
        self._sheet.write_string(self._at, 1, plain(text), self._looks[Look.TEXT])
        self._sheet.set_row(self._at, height((label, text), _WIDTHS, line=15.0))
        self._at += 1
