"""The action log as a table for a spreadsheet: one row for each thing to do.

Its last columns are for those who do it.
"""

from __future__ import annotations

import csv
import io
from typing import TYPE_CHECKING

from policyalign.renderers.actions import COLUMNS, actions
from policyalign.renderers.plain import FORMULA, plain

if TYPE_CHECKING:
    from policyalign.model.report import Report


def render(report: Report) -> bytes:
    """Give the table with a byte order mark, without which Excel misreads accents and quotes."""
    file = io.StringIO(newline="")
    rows = csv.writer(file, lineterminator="\r\n")
    rows.writerow(COLUMNS)
    rows.writerows(map(_cell, action.cells) for action in actions(report))
    return file.getvalue().encode("utf-8-sig")


def _cell(text: str) -> str:
    """Give text that stays text: an apostrophe before it keeps a spreadsheet from running it."""
    shown = plain(text)
    return f"'{shown}" if shown.startswith(FORMULA) else shown
