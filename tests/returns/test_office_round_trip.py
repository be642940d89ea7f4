"""A return that is really opened, filled in and saved by LibreOffice, and nothing of it lost."""

from __future__ import annotations

from datetime import date
from pathlib import Path

import openpyxl
import pytest
from openpyxl.workbook.workbook import Workbook
from openpyxl.worksheet.worksheet import Worksheet

from policyalign.gathering import gather
from policyalign.model.report import Outcome
from policyalign.model.returns import Answer, Rating
from policyalign.partnership import roll_up
from policyalign.renderers.return_layout import COLUMNS, DATA, DOCUMENTS, ITEMS, START, Whose
from policyalign.returns import Severity, check, read_filled, read_return, refresh
from tests.report_builders import CHECKLIST
from tests.returns.filling import DAY, LETTER, ROW, cell, new_return, sentences, small_report
from tests.returns.office import Office, needs_office

pytestmark = needs_office

LAST = LETTER["moderation"]
JUNE_30_2027 = 46568
HARD = "“quoted” – 1 < 2 & 3\nsecond line, naïve ☃ 😀 _x0041_ '= no formula"


@pytest.fixture(scope="module")
def folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A return filled in by LibreOffice, saved as .xlsx and through .ods, and one spoilt by it."""
    folder = tmp_path_factory.mktemp("returns")
    (folder / "new.xlsx").write_bytes(new_return())
    Office(folder).does(
        ("open", str(folder / "new.xlsx")),
        *_fill_in(),
        ("save", str(folder / "filled.xlsx")),
        ("save", str(folder / "filled.ods")),
        ("close",),
        ("open", str(folder / "filled.ods")),
        ("save", str(folder / "back.xlsx")),
        ("close",),
        ("open", str(folder / "new.xlsx")),
        *_spoil(),
        ("save", str(folder / "spoilt.xlsx")),
        ("close",),
    )
    return folder


def _fill_in() -> list[tuple[object, ...]]:
    """Fill in two items, write and change things elsewhere, and turn the rows over."""
    return [
        ("text", START, "B5", "A. Wren"),
        ("text", ITEMS, cell("names-framework", "rating"), "Met"),
        ("text", ITEMS, cell("names-framework", "evidence"), HARD),
        ("text", ITEMS, cell("commits", "rating"), "Partly met"),
        ("text", ITEMS, cell("commits", "action"), "Say so in section 2"),
        ("type", ITEMS, cell("commits", "owner"), "A. Wren"),
        ("date", ITEMS, cell("commits", "due"), JUNE_30_2027),
        ("text", ITEMS, cell("commits", "moderated"), "Not met"),
        ("note", ITEMS, cell("commits", "action"), "Ask the governors"),
        ("hide_column", ITEMS, LETTER["exhibit"]),
        ("width", ITEMS, LETTER["comment"], 9000),
        ("add_sheet", "Our notes"),
        ("text", "Our notes", "C3", "remember"),
        ("unprotect", ITEMS),
        ("text", ITEMS, "S7", "a note in an odd place"),
        ("sort", ITEMS, f"A3:{LAST}{len(ROW) + 2}", 0, "descending"),
    ]


def _spoil() -> list[tuple[object, ...]]:
    return [
        ("text", ITEMS, cell("names-framework", "rating"), "Mett"),
        ("text", ITEMS, cell("commits", "rating"), "Not met"),
        ("text", ITEMS, cell("commits", "due"), "30th June 2027"),
        ("type", ITEMS, cell("danger-and-goal", "comment"), "=1+1"),
        ("unprotect", ITEMS),
        ("copy_row", ITEMS, ROW["commits"], 15, LAST),
        ("delete_row", ITEMS, ROW["supervision"]),
        ("insert_column", ITEMS, 2),
        ("rename", ITEMS, "Sheet2"),
    ]


def sheet(path: Path, name: str = ITEMS) -> Worksheet:
    found = openpyxl.load_workbook(path)[name]
    assert isinstance(found, Worksheet)
    return found


def typed(book: Workbook) -> dict[tuple[str, str], object]:
    """All that stands in cells which the program does not fill."""
    ours = sum(column.whose is Whose.PROGRAM for column in COLUMNS)
    return {
        (one.title, known.coordinate): known.value
        for one in book
        for row in one.iter_rows()
        for known in row
        if known.value is not None
        and one.title not in {DOCUMENTS, DATA}
        and (one.title != START or known.coordinate in {"B4", "B5"})
        and (one.title != ITEMS or known.column > ours)
    }


@pytest.mark.parametrize("name", ["filled.xlsx", "back.xlsx"])
def test_what_was_filled_in_is_read_from_rows_in_another_order(folder: Path, name: str) -> None:
    made, problems = read_return(folder / name)
    assert made is not None
    assert problems == ()
    assert [row.item for row in made.rows] == [item.id for item in CHECKLIST]
    answers = {row.item: row.answer for row in made.rows}
    assert sheet(folder / name)["A3"].value == "supervision", "the rows were turned over"
    assert answers["names-framework"] == Answer(rating=Rating.MET, evidence=HARD)
    assert answers["commits"] == Answer(
        rating=Rating.PARTLY,
        action="Say so in section 2",
        owner="A. Wren",
        due=date(2027, 6, 30),
        moderated=Rating.NOT_MET,
    )


@pytest.mark.parametrize("name", ["filled.xlsx", "back.xlsx"])
def test_lists_locks_and_hidden_sheets_outlive_another_program(folder: Path, name: str) -> None:
    items = sheet(folder / name)
    rules = {rule.type for rule in items.data_validations.dataValidation}
    assert rules == {"list", "date"}
    assert items.freeze_panes == "C3"
    assert items[f"{LETTER['question']}4"].protection.locked
    assert not items[f"{LETTER['action']}4"].protection.locked
    assert sheet(folder / name, DATA).sheet_state != "visible"
    assert sheet(folder / name, START).protection.sheet


@pytest.mark.parametrize("name", ["filled.xlsx", "back.xlsx"])
def test_a_refresh_leaves_every_typed_cell_note_width_and_order(
    folder: Path, name: str, tmp_path: Path
) -> None:
    done = refresh(read_filled(folder / name), small_report(Outcome.PARTLY), made=DAY)
    path = tmp_path / "refreshed.xlsx"
    path.write_bytes(done.data)
    before, after = openpyxl.load_workbook(folder / name), openpyxl.load_workbook(path)
    assert typed(after) == typed(before)
    assert ("Our notes", "C3") in typed(after)
    assert (ITEMS, "S7") in typed(after)
    items, was = sheet(path), sheet(folder / name)
    assert items.column_dimensions[LETTER["exhibit"]].hidden
    widths = [one.column_dimensions[LETTER["comment"]].width for one in (items, was)]
    assert widths[0] == widths[1] > 30
    notes = {cell.coordinate: cell.comment.text for row in items for cell in row if cell.comment}
    assert list(notes.values()) == ["Ask the governors"]
    found = {
        row[0].value: row[ord(LETTER["outcome"]) - ord("A")].value for row in items.iter_rows()
    }
    assert found["names-framework"] == "Partly met"
    assert read_return(path) == (done.made, ())


def test_a_refreshed_return_opens_and_is_saved_again(folder: Path, tmp_path: Path) -> None:
    done = refresh(read_filled(folder / "back.xlsx"), small_report(Outcome.PARTLY), made=DAY)
    (tmp_path / "refreshed.xlsx").write_bytes(done.data)
    Office(tmp_path).does(
        ("open", str(tmp_path / "refreshed.xlsx")),
        ("save", str(tmp_path / "again.xlsx")),
        ("close",),
    )
    assert read_return(tmp_path / "again.xlsx") == (done.made, ())
    view = roll_up(gather([tmp_path / "again.xlsx"]), today=DAY)
    (agency,) = view.agencies
    standings = {item: standing for (_, item), standing in agency.standings.items()}
    assert standings["names-framework"].rating is Rating.MET
    assert standings["names-framework"].finding is Outcome.PARTLY
    assert standings["commits"].moderated is Rating.NOT_MET
    assert [action.text for action in view.actions] == ["Say so in section 2"]


def test_all_that_was_spoilt_is_told_at_once(folder: Path) -> None:
    problems = check(read_filled(folder / "spoilt.xlsx"), today=DAY)
    said = sentences(problems)
    assert {problem.sheet for problem in problems} == {"Sheet2"}
    assert "has another name now" in said[""][0]
    assert "The row of “Group supervision” (supervision) is gone." in said[""][1]
    assert "“Mett” is no rating. Did you mean “Met”?" in said["J3"][0]
    assert "there is no action" in said["M4"][0]
    assert "it was read as 30 June 2027" in said["O4"][0]
    assert "“Comment” holds a formula" in said["L5"][0]
    assert "stands in row 4 already" in said["A14"][0]
    assert sum(problem.severity is Severity.UNFINISHED for problem in problems) == 5
