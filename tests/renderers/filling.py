"""Fill in an office report as the person does who was sent it."""

from __future__ import annotations

import io

import docx
import openpyxl


def filled_log(data: bytes, column: str, entry: str) -> bytes:
    """The workbook, with an entry in the first row of the action log."""
    book = openpyxl.load_workbook(io.BytesIO(data))
    log = book["Action log"]
    log.cell(2, [cell.value for cell in log[1]].index(column) + 1).value = entry
    saved = io.BytesIO()
    book.save(saved)
    return saved.getvalue()


def filled_report(data: bytes, column: str, entry: str) -> bytes:
    """The Word report, with an entry in the first row of its first table of actions."""
    report = docx.Document(io.BytesIO(data))
    for table in report.tables:
        headings = [cell.text for cell in table.rows[0].cells]
        if column in headings:
            table.rows[1].cells[headings.index(column)].text = entry
            break
    saved = io.BytesIO()
    report.save(saved)
    return saved.getvalue()
