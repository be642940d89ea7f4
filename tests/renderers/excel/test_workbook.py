"""The workbook: its sheets, what may be entered, its links, and text that would like to act."""

from __future__ import annotations

import csv
import io
import zipfile
from dataclasses import replace
from typing import TYPE_CHECKING

import openpyxl
import pytest

from policyalign.model.document import Unread
from policyalign.model.report import Outcome, Settings
from policyalign.renderers import office_wording, render, wording
from policyalign.renderers.excel import sheet as excel_sheet
from tests.renderers.hostile import REPORTS
from tests.report_builders import (
    document,
    evidence,
    finding,
    full_report,
    mention,
    pack,
    report,
    result,
)

if TYPE_CHECKING:
    from openpyxl.cell.cell import Cell, MergedCell
    from openpyxl.workbook.workbook import Workbook
    from openpyxl.worksheet.worksheet import Worksheet

    from policyalign.model.report import Report
    from tests.conftest import Golden

SHEETS = [
    "Action log",
    "Documents",
    "Mentions",
    "Discouraged wording",
    "Not read",
    "About this report",
]


def opened(made: Report) -> Workbook:
    return openpyxl.load_workbook(io.BytesIO(render(made, "xlsx")))


def headed(sheet: Worksheet, heading: str) -> list[Cell | MergedCell]:
    """The cells below a heading."""
    column = [cell.value for cell in sheet[1]].index(heading) + 1
    return [sheet.cell(row, column) for row in range(2, sheet.max_row + 1)]


def values(sheet: Worksheet, heading: str) -> list[object]:
    return [cell.value for cell in headed(sheet, heading)]


def without_formulas(cell: str) -> str:
    """A cell of the CSV table without the apostrophe that keeps it from running."""
    return cell[1:] if cell.startswith(("'=", "'+", "'-", "'@", "'＝")) else cell


def hostile(words: str) -> Report:
    """A report with these words wherever a document can put words of its own."""
    made = document(
        f"policies/{words}.docx",
        result("commits", Outcome.NOT_MET, evidence("signs-of-safety", words), failed=(1,)),
        title=words,
        agency=words,
        mentions=(mention("signs-of-safety", words),),
        discouraged=(finding(words, excuse=words),),
    )
    unread = Unread(path=words, reason=words)
    return report(made, unread=(unread,), made_of=pack(item_title=words))


def test_every_cell_of_every_sheet(golden: Golden) -> None:
    lines: list[str] = []
    for sheet in opened(full_report()):
        lines.append(f"## {sheet.title}")
        for row in sheet.iter_rows(values_only=True):
            cells = ("" if value is None else str(value) for value in row)
            lines.append(" | ".join(cell.replace("\n", " / ") for cell in cells).rstrip())
    golden("report-xlsx.txt", "\n".join(lines) + "\n")


def test_the_actions_are_what_is_not_met_what_to_reword_and_what_could_not_be_told() -> None:
    book = opened(full_report())
    assert book.sheetnames == SHEETS
    log = book["Action log"]
    assert values(log, "Outcome") == ["missing", "missing", "partly met", "partly met",
                                      "could not tell", "discouraged wording",
                                      "could not be read"]  # fmt: skip
    assert values(log, "Importance") == ["Essential"] * 3 + ["Expected", "Enhancing", None, None]
    assert set(values(log, "Status")) == {office_wording.PROGRESS[0]}
    assert set(values(log, "Owner") + values(log, "Due date")) == {None}


@pytest.mark.parametrize("name", REPORTS)
def test_the_log_agrees_with_the_table_for_any_spreadsheet(name: str) -> None:
    log = opened(REPORTS[name])["Action log"]
    text = render(REPORTS[name], "csv").decode("utf-8-sig")
    head, *rows = csv.reader(io.StringIO(text, newline=""))
    assert [cell.value for cell in log[1] if cell.value != "Listed at"] == head
    for at, heading in enumerate(head):
        shown = [str(value or "") for value in values(log, heading)[: len(rows)]]
        assert shown == [without_formulas(row[at]) for row in rows]


def test_status_is_chosen_from_a_list_and_a_due_date_is_a_date() -> None:
    log = opened(full_report())["Action log"]
    status, due = log.data_validations.dataValidation
    assert (status.type, status.formula1) == ("list", f'"{",".join(office_wording.PROGRESS)}"')
    assert (due.type, due.operator) == ("date", "greaterThanOrEqual")
    assert [str(rule.sqref) for rule in (status, due)] == ["N2:N8", "P2:P8"]
    assert [log["N1"].value, log["P1"].value] == ["Status", "Due date"]


@pytest.mark.parametrize("name", SHEETS)
def test_a_sheet_is_ready_to_filter_scroll_and_print(name: str) -> None:
    sheet = opened(full_report())[name]
    assert sheet.auto_filter.ref == sheet.dimensions
    assert sheet.freeze_panes is not None
    assert str(sheet.freeze_panes).endswith("2")
    assert (sheet.page_setup.orientation, sheet.print_title_rows) == ("landscape", "$1:$1")
    assert sheet.sheet_properties.pageSetUpPr is not None
    assert sheet.sheet_properties.pageSetUpPr.fitToPage
    assert sheet.page_setup.fitToHeight == 0
    assert all(cell.alignment.wrap_text for row in sheet.iter_rows() for cell in row)
    widths = [size.width for size in sheet.column_dimensions.values()]
    assert max(size.max or 0 for size in sheet.column_dimensions.values()) == len(sheet[1])
    assert all(8 < width < 120 for width in widths)


def test_a_row_is_as_high_as_its_text() -> None:
    log = opened(full_report())["Action log"]
    heights = [log.row_dimensions[row].height for row in range(2, 7)]
    lengths = [max(len(str(cell.value or "")) for cell in log[row]) for row in range(2, 7)]
    assert heights[lengths.index(max(lengths))] == max(heights) > 40


def test_an_action_leads_to_the_row_of_its_evidence() -> None:
    book = opened(full_report())
    links = {cell.value: cell.hyperlink.location
             for cell in headed(book["Action log"], "Listed at") if cell.hyperlink}  # fmt: skip
    assert links == {
        "Mentions, row 2": "'Mentions'!A2",
        "Mentions, row 3": "'Mentions'!A3",
        "Discouraged wording, row 2": "'Discouraged wording'!A2",
    }
    assert book["Mentions"]["D3"].value == "Signs of Safty"
    assert book["Discouraged wording"]["D2"].value == "failed to engage"


@pytest.mark.parametrize("start", ["=", "+", "-", "@", "\t=", "\n=", "\x1b="])
def test_text_that_begins_like_a_formula_stays_text(start: str) -> None:
    words = f"{start}cmd|' /C calc'!A0"
    for sheet in opened(hostile(words)):
        for row in sheet.iter_rows():
            for cell in row:
                assert cell.data_type != "f"
                if str(cell.value).startswith(("=", "+", "-", "@")):
                    assert cell.quotePrefix, "it would become a formula when it is edited"
    assert b"<f>" not in b"".join(parts(hostile(words)).values())


def test_markup_and_controls_are_plain_letters_or_signs_that_do_nothing() -> None:
    words = "<script>alert(1)</script>\x1b[31m\x00\u202eevil\ud800\ufffe _x0041_"
    book = opened(hostile(words))
    for sheet in book:
        shown = "".join(str(cell.value) for row in sheet.iter_rows() for cell in row)
        assert not set(shown) & set("\x1b\x00\u202e\ud800\ufffe")
    expected = "<script>alert(1)</script>\ufffd[31m\ufffd\ufffdevil\ufffd\ufffd _x0041_"
    assert values(book["Action log"], "Agency") == [expected, None]
    assert values(book["Action log"], "Item") != [expected]  # the title belongs to another item
    assert values(book["Mentions"], "Words found") == [expected]


@pytest.mark.parametrize("letter", ["x", "\U0001f600"])
def test_text_longer_than_a_cell_is_cut_and_says_so(letter: str) -> None:
    book = opened(hostile(letter * 40_000))
    for sheet in book:
        for row in sheet.iter_rows():
            assert all(units(str(cell.value)) <= 32_767 for cell in row)
    heights = [size.height for sheet in book for size in sheet.row_dimensions.values()]
    assert 400 < max(height for height in heights if height) <= 409
    (shown,) = values(book["Mentions"], "Words found")
    assert str(shown).startswith(letter * 16_000)
    assert str(shown).endswith(office_wording.CUT)


def units(shown: str) -> int:
    return len(shown.encode("utf-16-le")) // 2


def test_a_full_sheet_says_how_many_rows_it_leaves_out(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(excel_sheet, "MOST_ROWS", 4)
    log = opened(full_report())["Action log"]
    assert log.max_row == 4
    assert log["A4"].value == office_wording.left_out(5)


def test_links_beyond_what_excel_allows_are_plain_text(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(excel_sheet, "MOST_LINKS", 1)
    cells = headed(opened(full_report())["Action log"], "Listed at")
    assert sum(cell.hyperlink is not None for cell in cells) == 1
    assert sum(bool(cell.value) for cell in cells) == 4


def test_a_document_without_a_score_has_no_figure() -> None:
    sheet = opened(full_report())["Documents"]
    assert values(sheet, "Alignment") == [100, wording.NO_SCORE, 34.6]
    assert values(sheet, "Essential missing") == [0, 0, 2]
    assert values(sheet, "Discouraged wording") == [0, 0, 2]


def test_nothing_to_do_and_nothing_read_are_said_in_words() -> None:
    met = result("commits", Outcome.MET)
    book = opened(report(document("a.docx", met), document("b.docx", met)))
    assert book["Action log"]["A2"].value == wording.NOTHING_MISSING
    unchecked = opened(report(document()))
    assert unchecked["Action log"]["A2"].value == wording.NONE_CHECKED
    assert book["Not read"]["A2"].value == office_wording.ALL_READ
    only_unread = opened(report(unread=(Unread(path="a.doc", reason="is old"),)))
    assert values(only_unread["Action log"], "What is missing") == ["Is old."]
    assert values(only_unread["Not read"], "Reason") == ["Is old."]


def parts(made: Report) -> dict[str, bytes]:
    with zipfile.ZipFile(io.BytesIO(render(made, "xlsx"))) as package:
        return {name: package.read(name) for name in package.namelist()}


def test_the_same_report_gives_the_same_bytes_and_bears_its_day() -> None:
    made = replace(full_report(), settings=Settings(today="2026-11-03"))
    first = render(made, "xlsx")
    assert first == render(made, "xlsx")
    with zipfile.ZipFile(io.BytesIO(first)) as package:
        assert {entry.date_time for entry in package.infolist()} == {(1980, 1, 1, 0, 0, 0)}
    assert b"2026-11-03T00:00:00Z" in parts(made)["docProps/core.xml"]
    assert b">Action log: Signs of Safety<" in parts(made)["docProps/core.xml"]
    about = opened(made)["About this report"].iter_rows(values_only=True)
    assert ("Date", "3 November 2026") in about
