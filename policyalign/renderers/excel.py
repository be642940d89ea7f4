"""The report as a workbook: a log of actions to filter, share out and print."""

from __future__ import annotations

import datetime
import io
from typing import TYPE_CHECKING

from xlsxwriter import Workbook

from policyalign.renderers.excel_actions import ACTIONS, actions_sheet
from policyalign.renderers.excel_lists import (
    about_sheet,
    discouraged_sheet,
    documents_sheet,
    mentions_sheet,
    unread_sheet,
)
from policyalign.renderers.excel_sheet import Book
from policyalign.renderers.office_text import plain

if TYPE_CHECKING:
    from policyalign.model.report import Report

# A workbook must say when it was made; without a day this stands there, and not the clock.
_NO_DAY = "2000-01-01"


def render(report: Report) -> bytes:
    """Give the report as the bytes of an ``.xlsx`` file; the same report gives the same bytes."""
    file = io.BytesIO()
    # Written in memory, the files in the zip bear a fixed time.
    workbook = Workbook(file, {"in_memory": True})
    workbook.set_properties(
        {
            "title": plain(f"{ACTIONS}: {report.pack.name}"),
            "created": datetime.datetime.fromisoformat(report.settings.today or _NO_DAY),
        }
    )
    book = Book(workbook)
    actions = actions_sheet(book, report)
    documents_sheet(book, report)
    mentions = mentions_sheet(book, report)
    findings = discouraged_sheet(book, report)
    unread_sheet(book, report)
    about_sheet(book, report)
    actions.fill(report, mentions, findings)
    workbook.close()
    return file.getvalue()
