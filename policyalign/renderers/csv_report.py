"""The action log as a table for a spreadsheet: one row for each thing to do.

Its last columns are empty, for those who do it.
"""

from __future__ import annotations

import csv
import io
from typing import TYPE_CHECKING

from policyalign.model.report import Outcome
from policyalign.renderers import wording
from policyalign.renderers.gaps import OPEN, Gap, gaps, type_name
from policyalign.renderers.plain import plain
from policyalign.renderers.wording import Label

if TYPE_CHECKING:
    from collections.abc import Iterator

    from policyalign.model.document import Unread
    from policyalign.model.pack import Pack
    from policyalign.model.report import DocumentResult, Report

TO_FILL_IN = (Label.STATUS, Label.OWNER, Label.DUE, Label.COMMENT)
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

# A spreadsheet takes a cell that begins so for a formula; some do with the wide signs of Asian
# keyboards too.
_FORMULA = ("=", "+", "-", "@", "\t", "\r", "＝", "＋", "－", "＠")


def render(report: Report) -> bytes:
    """Give the table with a byte order mark, without which Excel misreads accents and quotes."""
    file = io.StringIO(newline="")
    rows = csv.writer(file, lineterminator="\r\n")
    rows.writerow(COLUMNS)
    for document in report.documents:
        for gap in gaps(document, report.pack, *OPEN, Outcome.UNCLEAR):
            rows.writerow(map(_cell, _row(document, gap, report.pack)))
    rows.writerows(map(_cell, _unread(file_)) for file_ in report.unread)
    return file.getvalue().encode("utf-8-sig")


def _row(document: DocumentResult, gap: Gap, pack: Pack) -> Iterator[str]:
    best = gap.nearest[0] if gap.nearest else None
    yield document.path
    yield document.agency or ""
    yield type_name(document, pack)
    yield gap.item.area
    yield gap.item.id
    yield gap.item.title
    yield wording.IMPORTANCES[gap.item.importance]
    yield wording.OUTCOMES[gap.outcome]
    yield " ".join(gap.missing)
    yield best.quote if best else ""
    yield wording.place(best.place) if best else ""
    yield gap.item.suggested_wording
    yield from [""] * len(TO_FILL_IN)


def _unread(file: Unread) -> list[str]:
    """Give a row for a file that could not be read, which is something to do as well."""
    said = {
        Label.DOCUMENT: file.path,
        Label.OUTCOME: wording.NOT_READ,
        Label.MISSING: wording.sentence(file.reason),
    }
    return [said.get(column, "") for column in COLUMNS]


def _cell(text: str) -> str:
    """Give text that stays text: an apostrophe before it keeps a spreadsheet from running it."""
    shown = plain(text)
    return f"'{shown}" if shown.startswith(_FORMULA) else shown
