"""What is told of a return that came back: all of it at once, by sheet and cell."""

from __future__ import annotations

from dataclasses import replace
from datetime import date, datetime
from pathlib import Path

import pytest
from openpyxl.workbook.workbook import Workbook

from policyalign.model.document import Block, Document, Kind
from policyalign.model.report import Outcome
from policyalign.renderers.return_layout import ITEMS, START
from policyalign.returns import Severity, check, read_filled
from tests.report_builders import pack, place, result
from tests.returns.filling import (
    DAY,
    answered,
    cell,
    checked,
    complete,
    new_return,
    saved,
    sentences,
    sheet_of,
    small_report,
)


def policy(text: str) -> Document:
    block = Block(kind=Kind.PARAGRAPH, text=text, place=place())
    return Document(path="school.docx", sha256="", title=None, blocks=(block,))


def test_nothing_is_said_of_a_complete_return(tmp_path: Path) -> None:
    assert checked(tmp_path, complete) == ()


def test_an_untouched_return_is_told_once_and_not_in_every_row(tmp_path: Path) -> None:
    problems = checked(tmp_path)
    assert [(p.sheet, p.cell, p.severity) for p in problems] == [(ITEMS, "I3", Severity.UNFINISHED)]
    assert "No question has a rating yet: 7 questions to rate." in problems[0].sentence


def test_a_question_without_a_rating_is_named_once_others_have_one(tmp_path: Path) -> None:
    problems = checked(tmp_path, complete, answered(commits={"rating": None}))
    assert sentences(problems) == {
        cell("commits", "rating"): ["No rating for “Commits to using the framework”."]
    }


@pytest.mark.parametrize(
    ("said", "key", "words"),
    [
        ({"comment": None}, "comment", "nothing of it was found in the documents"),
        ({"rating": "Not met"}, "action", "is rated “Not met”, but there is no action"),
        ({"rating": "Partly met"}, "action", "is rated “Partly met”, but there is no action"),
        ({"rating": "Not applicable"}, "reason", "Say why it does not apply"),
        ({"action": "Do it", "due": datetime(2027, 1, 31)}, "owner", "has no owner"),
        ({"action": "Do it", "owner": "A. Wren"}, "due", "has no due date"),
        ({"due": datetime(2026, 11, 2)}, "due", "2 November 2026 has passed"),
    ],
)
def test_what_is_missing_or_odd_is_named_at_its_cell(
    tmp_path: Path, said: dict[str, object], key: str, words: str
) -> None:
    problems = checked(tmp_path, complete, answered(danger_and_goal=said))
    assert len(problems) == 1
    assert problems[0].cell == cell("danger-and-goal", key)
    assert words in problems[0].sentence


def test_what_is_not_for_documents_of_these_kinds_need_not_be_rated(tmp_path: Path) -> None:
    whole = small_report()
    items = whole.documents[0].items
    away = result("supervision", Outcome.NOT_APPLICABLE)
    documents = (replace(whole.documents[0], items=(*items[:-1], away)),)
    new = new_return(replace(whole, documents=documents))
    for rating in (None, "Not applicable"):
        path = saved(tmp_path, complete, answered(supervision={"rating": rating}), of=new)
        assert check(read_filled(path), today=DAY) == ()


def test_a_day_is_not_past_until_it_is_over(tmp_path: Path) -> None:
    due = {"due": datetime(2026, 11, 3)}
    assert checked(tmp_path, complete, answered(commits=due)) == ()


def test_a_better_rating_needs_no_comment_where_something_was_found(tmp_path: Path) -> None:
    assert checked(tmp_path, complete, answered(commits={"comment": None})) == ()


def test_an_agency_without_a_name_is_asked_for_it(tmp_path: Path) -> None:
    def forget(book: Workbook) -> None:
        sheet_of(book, START)["B4"] = None

    path = saved(tmp_path, complete, forget, of=new_return(small_report(agency="")))
    problems = check(read_filled(path), today=DAY)
    assert [(p.sheet, p.cell, p.sentence) for p in problems] == [
        (START, "B4", "The agency has no name.")
    ]


def test_evidence_in_quotation_marks_must_stand_in_the_documents(tmp_path: Path) -> None:
    evidence = (
        'See “We   use IT, every day”, "to keep … children safe", “one word” and “never said '
        "by anybody here”."
    )
    path = saved(tmp_path, complete, answered(commits={"evidence": evidence}))
    documents = (policy("We use it every day."), policy("Staff work to keep all children safe."))
    problems = check(read_filled(path), today=DAY, documents=documents)
    assert sentences(problems) == {
        cell("commits", "evidence"): [
            "“never said by anybody here” was not found in 2 documents. Check the words, and "
            "which document they are from."
        ]
    }


def test_another_version_of_the_pack_or_another_pack_is_named(tmp_path: Path) -> None:
    filled = read_filled(saved(tmp_path, complete))
    assert check(filled, today=DAY, pack=pack()) == ()
    newer = replace(pack(), version="2", fingerprint="fedcba9876543210")
    said = check(filled, today=DAY, pack=newer)
    assert "with version 1 of the pack small, which has changed since. It is version 2 now." in (
        said[0].sentence
    )
    other = check(filled, today=DAY, pack=replace(pack(), id="other"))
    assert "made with the pack small, not with other" in other[0].sentence


def test_a_workbook_edited_badly_is_answered_with_all_at_once_in_the_order_of_its_rows(
    tmp_path: Path,
) -> None:
    def badly(book: Workbook) -> None:
        items = sheet_of(book)
        items["A12"] = "made-up"
        items["C1"] = None

    problems = checked(
        tmp_path,
        answered(
            names_framework={"rating": "Mett", "due": "31/02/2027"},
            commits={"rating": "Not met", "action": "Rewrite", "due": "1 May 2026"},
            respectful={"rating": "Met", "comment": "=1+1"},
            supervision={"rating": "Not applicable"},
        ),
        badly,
    )
    found = [(p.cell, p.severity) for p in problems]
    assert found == [
        ("I3", Severity.ODD),
        ("N3", Severity.ODD),
        ("N4", Severity.NOTE),
        ("M4", Severity.UNFINISHED),
        ("N4", Severity.ODD),
        ("I5", Severity.UNFINISHED),
        ("K6", Severity.ODD),
        ("K6", Severity.ODD),
        ("I7", Severity.UNFINISHED),
        ("I8", Severity.UNFINISHED),
        ("O9", Severity.UNFINISHED),
        ("A12", Severity.ODD),
    ]


def test_the_day_is_an_argument(tmp_path: Path) -> None:
    path = saved(tmp_path, complete, answered(commits={"due": datetime(2026, 12, 1)}))
    assert check(read_filled(path), today=DAY) == ()
    assert len(check(read_filled(path), today=date(2027, 1, 1))) == 1
