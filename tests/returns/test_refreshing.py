"""A refresh changes what the program wrote, and nothing that people did."""

from __future__ import annotations

import io
import re
import zipfile
from dataclasses import replace
from datetime import date
from pathlib import Path

import openpyxl
import pytest
from openpyxl.comments import Comment
from openpyxl.workbook.workbook import Workbook

from policyalign.errors import InputError
from policyalign.model.document import Unread
from policyalign.model.report import Outcome, Report
from policyalign.renderers import return_wording
from policyalign.renderers.return_layout import COLUMNS, DOCUMENTS, ITEMS, START, Whose
from policyalign.returns import Refreshed, check, read_filled, read_return, refresh
from tests.report_builders import CHECKLIST, document, item, pack, result
from tests.returns.filling import (
    ROW,
    answered,
    cell,
    complete,
    new_return,
    saved,
    sheet_of,
    small_report,
)

LATER = date(2027, 3, 1)
MINE = {"rating": "Partly met", "action": "Say so", "owner": "A. Wren", "comment": "1 < 2 & 3"}
OF_PROGRAM = [column.key for column in COLUMNS if column.whose is Whose.PROGRAM]


def refreshed(path: Path, report: Report) -> Refreshed:
    done = refresh(read_filled(path), report, made=LATER)
    path.write_bytes(done.data)
    return done


def opened(path: Path) -> Workbook:
    return openpyxl.load_workbook(path)


def untouched(book: Workbook) -> dict[tuple[str, str], object]:
    """All that stands in cells which the program does not fill."""
    return {
        (sheet.title, one.coordinate): one.value
        for sheet in book
        for row in sheet.iter_rows()
        for one in row
        if one.value is not None and not (sheet.title == ITEMS and one.column <= len(OF_PROGRAM))
        and sheet.title not in {DOCUMENTS, START, "Return data"}
    }  # fmt: skip


def test_findings_change_and_what_was_typed_stays(tmp_path: Path) -> None:
    path = saved(tmp_path, answered(names_framework=MINE, commits={"rating": "Met"}))
    before = untouched(opened(path))
    done = refreshed(path, small_report(Outcome.PARTLY))
    items = sheet_of(opened(path))
    assert items[cell("names-framework", "outcome")].value == "Partly met"
    assert items[cell("names-framework", "change")].value == "Was: met"
    assert untouched(opened(path)) == before
    assert done.changes == ("“Names the framework” was met and is now partly met.",)
    made, problems = read_return(path)
    assert not problems
    assert made == done.made
    assert made.made == LATER
    assert made.rows[0].answer.owner == "A. Wren"


def test_a_refresh_without_changes_says_so_and_a_second_is_the_same(tmp_path: Path) -> None:
    path = saved(tmp_path, answered(names_framework=MINE))
    assert refreshed(path, small_report()).changes == ()
    once = path.read_bytes()
    refreshed(path, small_report())
    assert path.read_bytes() == once


def test_notes_extra_columns_and_sheets_widths_order_and_hidden_columns_stay(
    tmp_path: Path,
) -> None:
    def live_in(book: Workbook) -> None:
        items = sheet_of(book)
        items["S7"] = "a note in an odd place"
        items["B40"] = "below the table"
        items["L4"].comment = Comment("Ask the governors", "A. Wren")
        items.column_dimensions["K"].width = 55.5
        items.column_dimensions["H"].hidden = True
        items.row_dimensions[5].height = 99
        items.insert_cols(9)
        items["I2"], items["I4"] = "Ours", "=1+1"
        notes = book.create_sheet("Our notes")
        notes["C3"] = "remember"
        items["A3"].value, items["A4"].value = items["A4"].value, items["A3"].value

    path = saved(tmp_path, live_in)
    before = untouched(opened(path))
    refreshed(path, small_report(Outcome.PARTLY))
    book = opened(path)
    items = sheet_of(book)
    assert untouched(book) == before
    comment = items["L4"].comment or items["M4"].comment
    assert comment is not None
    assert comment.text == "Ask the governors"
    assert items.column_dimensions["K"].width == 55.5
    assert items.column_dimensions["H"].hidden
    assert items.row_dimensions[5].height == 99
    assert items["E4"].value == "Partly met", "the row is known by its reference"


def test_all_other_parts_of_the_file_stay_byte_for_byte(tmp_path: Path) -> None:
    """Pictures, threaded comments and the rest of what nobody but Excel understands."""
    path = saved(tmp_path)
    odd = {"xl/media/image1.png": b"\x89PNG", "xl/threadedComments/one.xml": b"<x/>"}
    with zipfile.ZipFile(path, "a") as archive:
        for name, data in odd.items():
            archive.writestr(name, data)
    before = parts(path.read_bytes())
    after = parts(refresh(read_filled(path), small_report(Outcome.PARTLY), made=LATER).data)
    assert before.keys() == after.keys()
    changed = {name for name in before if before[name] != after[name]}
    assert changed == {f"xl/worksheets/sheet{number}.xml" for number in (1, 2, 3, 4)}


def parts(data: bytes) -> dict[str, bytes]:
    with zipfile.ZipFile(io.BytesIO(data)) as archive:
        return {name: archive.read(name) for name in archive.namelist()}


def with_items(*, without: str = "", more: bool = False) -> Report:
    """The small report with another checklist."""
    known = pack()
    checklist = {name: one for name, one in known.checklist.items() if name != without}
    report = small_report()
    results = [one for one in report.documents[0].items if one.id != without]
    if more:
        new = item("trajectory", "Trajectory", "Does the document say how work ends?")
        checklist["trajectory"] = new
        results.append(replace(result("commits", Outcome.NOT_MET), id="trajectory"))
    return replace(
        report,
        pack=replace(known, checklist=checklist, version="2", fingerprint="f" * 16),
        documents=(replace(report.documents[0], items=tuple(results)),),
    )


def test_a_new_question_is_added_below_and_can_be_filled_in(tmp_path: Path) -> None:
    path = saved(tmp_path, lambda book: sheet_of(book).__setitem__("B30", "a note"))
    done = refreshed(path, with_items(more=True))
    items = sheet_of(opened(path))
    assert items["B30"].value == "a note"
    assert items["A31"].value == "trajectory"
    assert items["G31"].value == return_wording.NEW_ITEM
    assert not items["I31"].protection.locked
    assert items["A31"].protection.locked
    assert items.auto_filter.ref == "A2:Q31"
    assert "“Trajectory” is a new question." in done.changes
    made, problems = read_return(path)
    assert made is not None
    assert [row.item for row in made.rows] == [*(one.id for one in CHECKLIST), "trajectory"]
    assert [problem.cell for problem in problems] == ["A30"]


def test_a_question_that_is_no_longer_asked_is_kept_and_marked(tmp_path: Path) -> None:
    path = saved(tmp_path, complete, answered(commits=MINE))
    report = with_items(without="commits")
    done = refreshed(path, report)
    items = sheet_of(opened(path))
    assert items[cell("commits", "change")].value == return_wording.GONE_ITEM
    assert items[cell("commits", "owner")].value == "A. Wren"
    assert "“Commits to using the framework” is no longer asked. Its row was kept." in done.changes
    problems = check(read_filled(path), today=LATER, pack=report.pack)
    assert not problems, "nobody has to finish it"
    back = refreshed(path, small_report())
    assert "“Commits to using the framework” is a new question." in back.changes
    assert sheet_of(opened(path))[cell("commits", "owner")].value == "A. Wren"


def test_a_row_that_was_deleted_comes_back(tmp_path: Path) -> None:
    path = saved(tmp_path, lambda book: sheet_of(book).delete_rows(ROW["supervision"]))
    done = refreshed(path, small_report())
    assert not read_return(path)[1]
    assert [one for one in done.changes if "had been taken out of the return" in one]


def test_documents_are_listed_anew_and_notes_beside_them_stay(tmp_path: Path) -> None:
    path = saved(tmp_path, lambda book: sheet_of(book, DOCUMENTS).__setitem__("F2", "our note"))
    report = small_report()
    other = replace(document("policies/new.docx", *report.documents[0].items), sha256="0" * 64)
    unread = (Unread(path="scan.pdf", reason="has no text"),)
    done = refreshed(path, replace(report, documents=(other,), unread=unread))
    listed = sheet_of(opened(path), DOCUMENTS)
    rows = [[c.value for c in row] for row in listed.iter_rows(min_row=2, max_col=6)]
    assert [(row[0], row[4], row[5]) for row in rows] == [
        ("policies/school.docx", return_wording.GONE_DOCUMENT, "our note"),
        ("policies/new.docx", "Read", None),
        ("scan.pdf", "Not read: has no text", None),
    ]
    assert done.changes[:3] == (
        "New: policies/new.docx.",
        "Gone: policies/school.docx.",
        "Not read: scan.pdf: has no text.",
    )
    words = [c.value for row in sheet_of(opened(path), START).iter_rows() for c in row]
    assert "1 March 2027" in words
    assert "1 document read; 1 file could not be read" in words


def test_a_revised_document_is_named(tmp_path: Path) -> None:
    path = saved(tmp_path)
    report = small_report()
    revised = replace(report.documents[0], sha256="0" * 64)
    done = refreshed(path, replace(report, documents=(revised,)))
    assert done.changes == ("Revised: policies/school.docx.",)


def test_a_return_of_another_pack_is_not_refreshed(tmp_path: Path) -> None:
    filled = read_filled(saved(tmp_path))
    report = replace(small_report(), pack=replace(pack(), id="other"))
    with pytest.raises(InputError, match="made with the pack small, not with other"):
        refresh(filled, report, made=LATER)


def test_a_formula_over_a_finding_goes_and_with_it_the_order_of_formulas(tmp_path: Path) -> None:
    path = saved(tmp_path, answered(commits={"outcome": "=A1"}))
    chain = b'<calcChain xmlns="x"><c r="E4" i="2"/></calcChain>'
    types = b'<Override PartName="/xl/calcChain.xml" ContentType="y"/></Types>'
    link = b'<Relationship Id="r99" Type="z/calcChain" Target="calcChain.xml"/></Relationships>'
    known = parts(path.read_bytes())
    known["xl/calcChain.xml"] = chain
    known["[Content_Types].xml"] = known["[Content_Types].xml"].replace(b"</Types>", types)
    rels = "xl/_rels/workbook.xml.rels"
    known[rels] = known[rels].replace(b"</Relationships>", link)
    with zipfile.ZipFile(path, "w") as archive:
        for name, data in known.items():
            archive.writestr(name, data)
    refreshed(path, small_report())
    after = parts(path.read_bytes())
    assert "xl/calcChain.xml" not in after
    assert not any(re.search(b"calcChain", data) for data in after.values())
    assert sheet_of(opened(path))["E4"].value == "Met"


def test_words_of_a_document_stay_words(tmp_path: Path) -> None:
    path = tmp_path / "return.xlsx"
    path.write_bytes(new_return())
    report = small_report(agency="")
    title = "=cmd|'/c calc'!A1 _x0041_ </t> \x1b[31m"
    hostile = replace(report.documents[0], path=title, title=title)
    refreshed(path, replace(report, documents=(hostile,)))
    listed = sheet_of(opened(path), DOCUMENTS)
    assert listed["A3"].data_type != "f"
    # The library that reads here leaves the escape which Excel and LibreOffice undo.
    assert (
        str(listed["A3"].value).replace("_x005F_", "_")
        == "=cmd|'/c calc'!A1 _x0041_ </t> \ufffd[31m"
    )
    assert not read_return(path)[1]


def test_a_column_of_ones_own_in_the_place_of_one_of_the_programs_stays(tmp_path: Path) -> None:
    """By its place alone it would pass for the column that was deleted, and be written over."""
    area = ord(cell("commits", "area")[0]) - ord("A") + 1

    def instead(book: Workbook) -> None:
        items = sheet_of(book)
        items.delete_cols(area)
        items.insert_cols(area)
        items.cell(2, area).value = "Our notes"
        items.cell(ROW["commits"], area).value = "Ask the governors"

    path = saved(tmp_path, instead)
    refreshed(path, small_report(Outcome.PARTLY))
    assert sheet_of(opened(path)).cell(ROW["commits"], area).value == "Ask the governors"
