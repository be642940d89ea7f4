"""The action log as a table for a spreadsheet: one row for each thing to do.

Its last columns are for those who do it.
"""

from __future__ import annotations

import codecs
import csv
import io
from typing import TYPE_CHECKING

from policyalign.renderers.actions import actions, columns
from policyalign.renderers.plain import FORMULA, plain

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from policyalign.model.report import Report


def render(report: Report) -> bytes:
    """Give the table with a byte order mark, without which Excel misreads accents and quotes."""
    return b"".join(render_pieces(report))


def render_pieces(report: Report) -> Iterator[bytes]:
    """Give the same bytes, an action at a time."""
    yield codecs.BOM_UTF8 + _line(columns(report))
    for action in actions(report):
        yield _line(map(_cell, action.cells))


def _line(cells: Iterable[str]) -> bytes:
    text = io.StringIO(newline="")
    csv.writer(text, lineterminator="\r\n").writerow(cells)
    return text.getvalue().encode()


def _cell(text: str) -> str:
    """Give text that stays text: an apostrophe before it keeps a spreadsheet from running it."""
    shown = plain(text)
    return f"'{shown}" if shown.startswith(FORMULA) else shown
