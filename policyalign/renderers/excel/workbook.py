"""The report as a workbook: a log of actions to filter, share out and print."""

from __future__ import annotations

import datetime
import io
from typing import TYPE_CHECKING

from xlsxwriter import Workbook

from policyalign.renderers.excel.actions import ActionSheet
from policyalign.renderers.excel.lists import (
    about_sheet,
    discouraged_sheet,
    documents_sheet,
    mentions_sheet,
    unread_sheet,
)
from policyalign.renderers.excel.sheet import Book
from policyalign.renderers.office_file import NO_DAY, UNSEALED, sealed
from policyalign.renderers.office_wording import ACTION_LOG
from policyalign.renderers.plain import plain
from policyalign.report_mark import MARK

if TYPE_CHECKING:
    from policyalign.model.report import Report


def render(report: Report) -> bytes:
    """Give the report as the bytes of an ``.xlsx`` file; the same report gives the same bytes."""
    file = io.BytesIO()
    workbook = Workbook(file, {"in_memory": True})
    workbook.set_properties(
        {
            "title": plain(f"{ACTION_LOG}: {report.pack.name}"),
            "created": datetime.datetime.fromisoformat(report.settings.today or NO_DAY),
        }
    )
    workbook.set_custom_property(MARK, UNSEALED)
    book = Book(workbook)
    # It stands first, and is filled last, when it is known where its links lead.
    actions = ActionSheet(book, report)
    documents_sheet(book, report)
    mentions = mentions_sheet(book, report)
    findings = discouraged_sheet(book, report)
    unread_sheet(book, report)
    about_sheet(book, report)
    actions.fill({**findings, **mentions})
    workbook.close()
    return sealed(file.getvalue())
