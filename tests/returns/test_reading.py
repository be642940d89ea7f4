"""A return is read back by its references and headings, whatever people did to the workbook."""

from __future__ import annotations

from datetime import date, datetime
from pathlib import Path

from openpyxl.workbook.workbook import Workbook

from policyalign.model.returns import Answer, Rating
from policyalign.renderers.return_layout import DOCUMENTS, ITEMS, START
from policyalign.returns import Problem, Severity, read_return
from tests.report_builders import CHECKLIST
from tests.returns.filling import (
    DAY,
    LETTER,
    ROW,
    Edit,
    answered,
    cell,
    new_return,
    saved,
    sentences,
    sheet_of,
    small_report,
)

ALL = {
    "rating": "Partly met",
    "evidence": "Policy, page 4",
    "comment": "Since May.",
    "action": "Say so in section 2",
    "owner": "A. Wren",
    "due": datetime(2027, 6, 30),
    "reason": "",
    "moderated": "Not met",
    "moderation": "Nothing was shown.",
}


def answers(folder: Path, *edits: Edit) -> tuple[dict[str, Answer], tuple[Problem, ...]]:
    made, problems = read_return(saved(folder, *edits))
    assert made is not None, problems
    return {row.item: row.answer for row in made.rows}, problems


def test_a_return_comes_back_as_it_was_made(tmp_path: Path) -> None:
    path = tmp_path / "return.xlsx"
    path.write_bytes(new_return())
    made, problems = read_return(path)
    assert not problems
    assert made is not None
    assert (made.agency, made.pack, made.made) == ("Pipits Lane Primary", "small", DAY)
    assert [row.item for row in made.rows] == [item.id for item in CHECKLIST]
    assert [document.path for document in made.documents] == ["policies/school.docx"]
    exhibit = made.rows[0].finding.exhibit
    assert exhibit is not None
    assert (exhibit.quote, exhibit.page) == ("We use it every day.", 4)


def test_everything_that_was_filled_in_is_read(tmp_path: Path) -> None:
    said, problems = answers(tmp_path, answered(commits=ALL))
    assert not problems
    assert said["commits"] == Answer(
        rating=Rating.PARTLY,
        evidence="Policy, page 4",
        comment="Since May.",
        action="Say so in section 2",
        owner="A. Wren",
        due=date(2027, 6, 30),
        moderated=Rating.NOT_MET,
        moderation="Nothing was shown.",
    )
    assert said["names-framework"] == Answer()


def test_the_agency_is_what_stands_on_the_first_sheet(tmp_path: Path) -> None:
    def rename(book: Workbook) -> None:
        sheet_of(book, START)["B4"] = "Pipits Lane Academy"

    made, _ = read_return(saved(tmp_path, rename))
    assert made is not None
    assert made.agency == "Pipits Lane Academy"


def test_rows_are_known_by_their_reference_in_any_order(tmp_path: Path) -> None:
    def turn_over(book: Workbook) -> None:
        items = sheet_of(book)
        rows = [[c.value for c in items[number]] for number in ROW.values()]
        for number, values in zip(ROW.values(), reversed(rows), strict=True):
            for column, value in enumerate(values, start=1):
                items.cell(number, column).value = value

    said, problems = answers(tmp_path, answered(commits={"rating": "Met"}), turn_over)
    assert said["commits"].rating is Rating.MET
    assert not problems


def test_a_misspelt_rating_is_not_guessed_but_the_nearest_is_named(tmp_path: Path) -> None:
    said, problems = answers(tmp_path, answered(commits={"rating": "Partley met"}))
    assert said["commits"].rating is None
    assert sentences(problems) == {
        cell("commits", "rating"): ["“Partley met” is no rating. Did you mean “Partly met”?"]
    }


def test_a_date_that_is_text_is_read_and_it_is_said_how(tmp_path: Path) -> None:
    said, problems = answers(
        tmp_path, answered(commits={"due": "3/4/2027"}, respectful={"due": "after Easter"})
    )
    assert said["commits"].due == date(2027, 4, 3)
    assert said["respectful"].due is None
    assert [(p.cell, p.severity) for p in problems] == [
        (cell("commits", "due"), Severity.NOTE),
        (cell("respectful", "due"), Severity.ODD),
    ]
    assert "it was read as 3 April 2027" in problems[0].sentence


def test_a_formula_in_a_comment_is_named(tmp_path: Path) -> None:
    _, problems = answers(tmp_path, answered(commits={"comment": '=A1&"x"'}))
    assert "“Comment” holds a formula" in sentences(problems)[cell("commits", "comment")][0]


def test_rows_that_are_gone_doubled_or_new_are_all_named(tmp_path: Path) -> None:
    def mix_up(book: Workbook) -> None:
        items = sheet_of(book)
        items.delete_rows(ROW["supervision"])
        items["A20"], items["I20"] = "commits", "Not met"
        items["A21"] = "our-own-question"
        items["J22"] = "a note below the table"

    said, problems = answers(tmp_path, answered(commits={"rating": "Met"}), mix_up)
    assert said["commits"].rating is Rating.MET
    by_cell = sentences(problems)
    assert "The row of “Group supervision” (supervision) is gone." in by_cell[""][0]
    assert f"stands in row {ROW['commits']} already" in by_cell["A20"][0]
    assert "No question has the reference “our-own-question”" in by_cell["A21"][0]
    assert "belongs to no question" in by_cell["A22"][0]


def test_a_row_without_its_reference_is_read_by_its_title(tmp_path: Path) -> None:
    def lose(book: Workbook) -> None:
        sheet_of(book)[cell("commits", "item")] = None

    said, problems = answers(tmp_path, answered(commits={"rating": "Met"}), lose)
    assert said["commits"].rating is Rating.MET
    assert "The reference is missing" in sentences(problems)[cell("commits", "item")][0]


def test_a_reference_is_known_whatever_its_capitals(tmp_path: Path) -> None:
    """Excel sets a capital where somebody types one again."""

    def retype(book: Workbook) -> None:
        sheet_of(book)[cell("commits", "item")] = "Commits"

    said, problems = answers(tmp_path, answered(commits={"rating": "Met"}), retype)
    assert said["commits"].rating is Rating.MET
    assert not problems


def test_columns_that_were_inserted_moved_or_renamed_are_still_read(tmp_path: Path) -> None:
    def shift(book: Workbook) -> None:
        items = sheet_of(book)
        items.insert_cols(3)
        items["C2"] = "Our own thoughts"
        owner, due = (chr(ord(LETTER[key]) + 1) for key in ("owner", "due"))
        for number in (2, *ROW.values()):
            a, b = f"{owner}{number}", f"{due}{number}"
            items[a].value, items[b].value = items[b].value, items[a].value
        rating = chr(ord(LETTER["rating"]) + 1)
        items[f"{rating}2"] = "RAG"

    said, problems = answers(tmp_path, answered(commits=ALL), shift)
    assert said["commits"].rating is Rating.PARTLY
    assert said["commits"].owner == "A. Wren"
    assert said["commits"].due == date(2027, 6, 30)
    words = " ".join(problem.sentence for problem in problems)
    assert "The column “Our own thoughts” is not part of the return" in words
    assert "The column “RAG” was read as “Your rating”" in words
    assert "Columns were moved" in words
    assert {problem.severity for problem in problems} == {Severity.NOTE}


def test_a_column_that_is_gone_is_named(tmp_path: Path) -> None:
    def lose(book: Workbook) -> None:
        sheet_of(book).delete_cols(ord(LETTER["owner"]) - ord("A") + 1)

    said, problems = answers(tmp_path, answered(commits=ALL), lose)
    assert said["commits"].owner == ""
    assert said["commits"].due == date(2027, 6, 30)
    assert "The column “Owner” is missing; nothing was read for it." in sentences(problems)[""]


def test_sheets_may_have_other_names(tmp_path: Path) -> None:
    def rename(book: Workbook) -> None:
        book[ITEMS].title = "Sheet1"
        book[DOCUMENTS].title = "Old"
        book["Return data"].title = "x"

    said, problems = answers(tmp_path, answered(commits={"rating": "Met"}), rename)
    assert said["commits"].rating is Rating.MET
    assert [p.sentence for p in problems] == [
        "The sheet “Self-assessment” has another name now; it was read."
    ]


def test_a_finding_that_was_changed_by_hand_is_named_and_not_believed(tmp_path: Path) -> None:
    made, problems = read_return(saved(tmp_path, answered(respectful={"outcome": "Met"})))
    assert made is not None
    assert next(row for row in made.rows if row.item == "respectful").finding.outcome == "not-met"
    said = sentences(problems)[cell("respectful", "outcome")]
    assert said == ["“Finding” was changed by hand. What the program found counts: “Missing”."]


def test_columns_sorted_apart_are_noticed(tmp_path: Path) -> None:
    def sort_apart(book: Workbook) -> None:
        items = sheet_of(book)
        items["A3"].value, items["A4"].value = items["A4"].value, items["A3"].value

    _, problems = answers(tmp_path, sort_apart)
    assert len(problems) == 2
    assert all("sorted without all its columns" in problem.sentence for problem in problems)


def test_an_agency_with_words_that_would_like_to_be_more(tmp_path: Path) -> None:
    path = tmp_path / "return.xlsx"
    path.write_bytes(new_return(small_report(agency='=HYPERLINK("x") _x0041_ \x1b[31m')))
    made, problems = read_return(path)
    assert not problems
    assert made is not None
    assert made.agency == '=HYPERLINK("x") _x0041_ \ufffd[31m'
