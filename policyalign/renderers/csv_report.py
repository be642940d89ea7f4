"""The action log as a table for a spreadsheet: one row for each thing to do.

Its last columns are empty, for those who do it.
"""

from __future__ import annotations

import codecs
import csv
import io
from typing import TYPE_CHECKING

from policyalign.model.report import Outcome
from policyalign.renderers import wording
from policyalign.renderers.gaps import OPEN, Gap, gaps, type_name
from policyalign.renderers.plain import plain
from policyalign.renderers.wording import Label

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

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
    return b"".join(render_pieces(report))


def render_pieces(report: Report) -> Iterator[bytes]:
    """Give the same bytes, a document at a time."""
    yield codecs.BOM_UTF8 + _lines([COLUMNS])
    for document in report.documents:
        found = gaps(document, report.pack, *OPEN, Outcome.UNCLEAR)
        yield _lines(map(_cell, _row(document, gap, report.pack)) for gap in found)
    yield _lines(map(_cell, _unread(file)) for file in report.unread)


def _lines(rows: Iterable[Iterable[str]]) -> bytes:
    text = io.StringIO(newline="")
    csv.writer(text, lineterminator="\r\n").writerows(rows)
    return text.getvalue().encode()


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
