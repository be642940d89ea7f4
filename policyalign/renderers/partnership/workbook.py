"""The partnership's view as a workbook, with columns in which the partnership moderates."""

from __future__ import annotations

import datetime
import io
from typing import TYPE_CHECKING

from xlsxwriter import Workbook

from policyalign.renderers import partnership_wording as words
from policyalign.renderers.excel.sheet import Book
from policyalign.renderers.moderation_layout import DATA, SCHEMA
from policyalign.renderers.office_file import UNSEALED, sealed
from policyalign.renderers.partnership import sheets
from policyalign.renderers.partnership.moderation import moderation_sheet
from policyalign.renderers.plain import plain
from policyalign.report_mark import MARK, VIEW

if TYPE_CHECKING:
    from policyalign.model.partnership import Partnership


def render(view: Partnership) -> bytes:
    """Give the view as the bytes of an ``.xlsx`` file; the same view gives the same bytes."""
    file = io.BytesIO()
    workbook = Workbook(file, {"in_memory": True})
    created = datetime.datetime.combine(view.today, datetime.time())
    workbook.set_properties({"title": plain(words.TITLE), "created": created})
    workbook.set_custom_property(MARK, UNSEALED)
    workbook.set_custom_property(VIEW, SCHEMA)
    book = Book(workbook)
    sheets.agencies_sheet(book, view)
    sheets.areas_sheet(book, view)
    sheets.items_sheet(book, view)
    moderation_sheet(book, view)
    sheets.actions_sheet(book, view)
    sheets.disputes_sheet(book, view)
    sheets.trend_sheet(book, view)
    sheets.files_sheet(book, view)
    sheets.about_sheet(book, view)
    _keep(workbook, view)
    workbook.close()
    return sealed(file.getvalue())


def _keep(workbook: Workbook, view: Partnership) -> None:
    """Keep out of sight what is needed to read the moderated ratings back."""
    sheet = workbook.add_worksheet(DATA)
    sheet.write_row(0, 0, ("schema", SCHEMA))
    for row, (rating, label) in enumerate(view.labels.items(), start=1):
        sheet.write_string(row, 0, rating)
        sheet.write_string(row, 1, plain(label))
    sheet.protect()
    sheet.very_hidden()
