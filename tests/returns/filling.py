"""Returns that came back: made from a small report, and edited as people edit workbooks."""

from __future__ import annotations

import io
from collections.abc import Callable, Mapping
from dataclasses import replace
from datetime import date
from pathlib import Path
from typing import Any

import openpyxl
from openpyxl.workbook.workbook import Workbook
from openpyxl.worksheet.worksheet import Worksheet

from policyalign.model.report import Outcome, Report, Settings
from policyalign.renderers.excel.return_book import render_return
from policyalign.renderers.return_layout import COLUMNS, ITEMS
from policyalign.returns import Problem, make_return, read_filled
from policyalign.returns.checking import check
from tests.report_builders import CHECKLIST, document, evidence, place, report, result

DAY = date(2026, 11, 3)
LETTER = {column.key: chr(ord("A") + number) for number, column in enumerate(COLUMNS)}
ROW = {item.id: number for number, item in enumerate(CHECKLIST, start=3)}

Edit = Callable[[Workbook], None]


def small_report(names: Outcome = Outcome.MET, agency: str = "Pipits Lane Primary") -> Report:
    """A report on one document: the first item as asked for, the second met, others missing."""
    named = evidence("signs-of-safety", "We use it every day.", place("2 Approach", page=4))
    others = [result(item.id, Outcome.NOT_MET) for item in CHECKLIST[2:]]
    made = report(
        document(
            "policies/school.docx",
            result("names-framework", names, named),
            result("commits", Outcome.MET, named),
            *others,
            score=34.6,
        )
    )
    return replace(made, settings=Settings(agency=agency))


def new_return(whole: Report | None = None) -> bytes:
    made_of = whole or small_report()
    return render_return(make_return(made_of, made=DAY), made_of.pack)


def cell(item: str, key: str) -> str:
    """The name of the cell of an item where nothing was moved."""
    return f"{LETTER[key]}{ROW[item]}"


def sheet_of(book: Workbook, name: str = ITEMS) -> Worksheet:
    found = book[name]
    assert isinstance(found, Worksheet)
    return found


Typed = Mapping[str, Any]


def answered(**entries: Typed) -> Edit:
    """Type into the cells of items, which are named with underscores."""

    def edit(book: Workbook) -> None:
        for item, said in entries.items():
            for key, value in said.items():
                sheet_of(book)[cell(item.replace("_", "-"), key)] = value

    return edit


def complete(book: Workbook) -> None:
    """Rate every item, with a comment."""
    for item in ROW:
        sheet_of(book)[cell(item, "rating")] = "Met"
        sheet_of(book)[cell(item, "comment")] = "We do this; see the audit."


def saved(folder: Path, *edits: Edit, of: bytes | None = None, name: str = "return.xlsx") -> Path:
    """Write a return as a person's program saves it after these edits."""
    book = openpyxl.load_workbook(io.BytesIO(of or new_return()))
    for edit in edits:
        edit(book)
    path = folder / name
    book.save(path)
    return path


def sentences(problems: tuple[Problem, ...]) -> dict[str, list[str]]:
    """The sentences by cell."""
    said: dict[str, list[str]] = {}
    for problem in problems:
        said.setdefault(problem.cell, []).append(problem.sentence)
    return said


def checked(folder: Path, *edits: Edit) -> tuple[Problem, ...]:
    return check(read_filled(saved(folder, *edits)), today=DAY)
