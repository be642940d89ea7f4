"""The return as a workbook that waits to be filled in."""

from __future__ import annotations

import io
import zipfile
from dataclasses import replace
from datetime import date, datetime
from types import MappingProxyType

import openpyxl
import pytest
from openpyxl.workbook.workbook import Workbook
from openpyxl.worksheet.worksheet import Worksheet

from policyalign.model.report import Outcome
from policyalign.model.returns import Answer, Rating
from policyalign.renderers.excel.return_book import render_return
from policyalign.renderers.return_layout import COLUMNS, DATA, DOCUMENTS, ITEMS, START, Whose
from policyalign.renderers.signature import is_report
from policyalign.report_mark import is_report as bears_mark
from policyalign.returns.making import make_return
from tests.renderers.hostile import REPORTS
from tests.report_builders import CHECKLIST, full_report

DAY = date(2026, 11, 3)
COLOURS = MappingProxyType(
    {
        Rating.MET: "Green, all of it",
        Rating.PARTLY: "Amber",
        Rating.NOT_MET: "Red",
        Rating.NOT_APPLICABLE: "0",
    }
)


def made(name: str = "full") -> bytes:
    report = REPORTS[name]
    return render_return(make_return(report, made=DAY), report.pack)


def opened(data: bytes) -> Workbook:
    return openpyxl.load_workbook(io.BytesIO(data))


def sheet(data: bytes, name: str = ITEMS) -> Worksheet:
    found = opened(data)[name]
    assert isinstance(found, Worksheet)
    return found


def column(key: str) -> int:
    return [column.key for column in COLUMNS].index(key) + 1


def test_it_starts_with_a_page_that_explains_and_keeps_its_record_out_of_sight() -> None:
    book = opened(made())
    assert book.sheetnames == [START, ITEMS, DOCUMENTS, DATA]
    assert book.active is not None
    assert book.active.title == START
    assert [one.sheet_state for one in book] == ["visible", "visible", "visible", "veryHidden"]
    words = " ".join(str(c.value) for row in sheet(made(), START).iter_rows() for c in row)
    for said in ("Step 1", "Choose your rating", "says nothing of how safe any child is",
                 "Nothing is sent anywhere", "1 file could not be read"):  # fmt: skip
        assert said in words


def test_what_does_not_apply_is_not_counted_among_what_is_to_be_rated() -> None:
    report = REPORTS["full"]
    held = make_return(report, made=DAY)
    first, *others = held.rows
    nobodys = replace(first, finding=replace(first.finding, outcome=Outcome.NOT_APPLICABLE))
    data = render_return(replace(held, rows=(nobodys, *others)), report.pack)
    book = openpyxl.load_workbook(io.BytesIO(data), data_only=True)
    assert f"0 of {len(others)}" in [cell.value for cell in book[START]["B"]]
    assert "COUNTIFS(" in str([cell.value for cell in sheet(made(), START)["B"]])


def test_each_item_has_a_row_with_its_question_and_what_the_documents_show() -> None:
    items = sheet(made())
    assert [items.cell(2, at).value for at in range(1, len(COLUMNS) + 1)] == [
        one.heading for one in COLUMNS
    ]
    first = {one.key: items.cell(3, at).value for at, one in enumerate(COLUMNS, start=1)}
    assert first["item"] == CHECKLIST[0].id
    assert first["question"] == CHECKLIST[0].question
    assert first["outcome"] == "Met"
    assert first["documents"] == "met in 1, partly met in 1"
    assert first["exhibit"] == "“We do.”\nneglect-strategy.pdf, 3 Roles › 3.2 Training"
    assert first["rating"] is None
    assert items.max_row == len(CHECKLIST) + 2


def test_only_the_cells_of_people_are_unlocked_and_a_word_above_says_whose_they_are() -> None:
    items = sheet(made())
    assert items.protection.sheet
    assert items.protection.password is None
    forbidden = (items.protection.sort, items.protection.autoFilter, items.protection.formatColumns)
    assert not any(forbidden)
    for at, one in enumerate(COLUMNS, start=1):
        assert items.cell(1, at).value == one.whose.value
        assert items.cell(3, at).protection.locked == (one.whose is Whose.PROGRAM)
    framed = {items.cell(3, column(key)).border.left.style for key in ("question", "action")}
    assert len(framed) == 2, "colour is not the only sign"


def test_headings_stay_in_sight_and_it_prints_landscape() -> None:
    items = sheet(made())
    assert items.freeze_panes == "C3"
    assert items.auto_filter.ref == f"A2:Q{len(CHECKLIST) + 2}"
    assert (items.page_setup.orientation, items.print_title_rows) == ("landscape", "$1:$2")
    assert items.print_title_cols == "$A:$B"


def test_a_rating_is_chosen_from_the_labels_whatever_signs_are_in_them() -> None:
    report = full_report()
    data = render_return(make_return(report, made=DAY, labels=COLOURS), report.pack)
    rules = sheet(data).data_validations.dataValidation
    lists = [rule for rule in rules if rule.type == "list"]
    assert {str(rule.formula1) for rule in lists} == {f"'{DATA}'!$B$1:$B$4"}
    record = sheet(data, DATA)
    assert [record.cell(row, 2).value for row in range(1, 5)] == list(COLOURS.values())
    assert [rule.type for rule in rules].count("date") == 1


def test_rows_grow_with_what_is_typed_into_them() -> None:
    with zipfile.ZipFile(io.BytesIO(made())) as archive:
        part = archive.read("xl/worksheets/sheet2.xml")
    assert b' ht="' in part
    assert b"customHeight" not in part


@pytest.mark.parametrize("name", REPORTS)
def test_words_of_documents_are_text_and_never_formulas(name: str) -> None:
    for one in opened(made(name)):
        formulas = [cell for row in one.iter_rows() for cell in row if cell.data_type == "f"]
        assert len(formulas) == (one.title == START), "the count of ratings alone is worked out"


def test_the_same_return_gives_the_same_bytes_and_is_known_as_ours_until_it_is_saved() -> None:
    data = made()
    assert data == made()
    assert is_report(io.BytesIO(data))
    saved = io.BytesIO()
    opened(data).save(saved)
    assert not is_report(io.BytesIO(saved.getvalue()))
    assert bears_mark(io.BytesIO(saved.getvalue()))


def test_answers_that_are_there_already_are_written_and_the_file_is_no_longer_ours() -> None:
    report = full_report()
    fresh = make_return(report, made=DAY)
    answer = Answer(
        rating=Rating.PARTLY, evidence="one\ntwo", due=date(2027, 6, 30), moderation="=1"
    )
    rows = (replace(fresh.rows[0], answer=answer), *fresh.rows[1:])
    data = render_return(replace(fresh, rows=rows), report.pack)
    assert data == render_return(replace(fresh, rows=rows), report.pack)
    items = sheet(data)
    assert items.cell(3, column("rating")).value == "Partly met"
    assert items.cell(3, column("evidence")).value == "one\ntwo"
    assert items.cell(3, column("due")).value == datetime(2027, 6, 30)
    assert items.cell(3, column("moderation")).value == "=1"
    assert items.cell(3, column("moderation")).data_type == "s"
    assert not is_report(io.BytesIO(data))
    assert bears_mark(io.BytesIO(data))
