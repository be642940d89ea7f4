"""Workbook and Word form: the same return, checked and refreshed in the same way."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from pathlib import Path
from typing import Any

import pytest

from policyalign.model.report import Outcome
from policyalign.model.returns import Answer, Rating
from policyalign.returns import Severity, check, make_return, read_filled, read_return
from policyalign.returns.kinds import ENDINGS, refresh, render
from tests.report_builders import document, report, result
from tests.returns.form.form_builder import a_return, answered, edited, form, type_in

DAY = date(2026, 11, 3)
BEFORE = report(document("help.docx", result("names-framework", Outcome.NOT_MET)))
AFTER = report(document("help.docx", result("names-framework", Outcome.MET)))


@pytest.fixture(params=ENDINGS)
def path(request: pytest.FixtureRequest, tmp_path: Path) -> Path:
    made = make_return(BEFORE, made=DAY, agency="Reedhill Council")
    path = tmp_path / f"return{request.param}"
    path.write_bytes(render(made, BEFORE.pack, path.suffix))
    return path


def test_a_new_return_is_read_back_as_it_was_made(path: Path) -> None:
    made = make_return(BEFORE, made=DAY, agency="Reedhill Council")
    assert read_return(path) == (made, ())


def test_a_new_return_is_all_to_be_filled_in(path: Path) -> None:
    (problem,) = check(read_filled(path), today=DAY, pack=BEFORE.pack)
    assert problem.severity is Severity.UNFINISHED
    assert problem.sentence.startswith("No question has a rating yet")


def test_findings_are_refreshed_and_the_change_is_said_in_the_same_words(path: Path) -> None:
    refreshed = refresh(read_filled(path), AFTER, made=DAY)
    title = AFTER.pack.checklist["names-framework"].title
    assert refreshed.changes == (f"“{title}” was missing and is now met.",)
    path.write_bytes(refreshed.data)
    assert read_return(path) == (make_return(AFTER, made=DAY, agency="Reedhill Council"), ())


@pytest.mark.parametrize("ending", ENDINGS)
def test_a_file_that_is_no_return_is_a_problem_and_no_error(tmp_path: Path, ending: str) -> None:
    path = tmp_path / f"notes{ending}"
    path.write_bytes(b"notes")
    made, (problem,) = read_return(path)
    assert made is None
    assert problem.severity is Severity.UNUSABLE
    assert str(path) in problem.sentence


def test_what_is_unfinished_in_a_form_is_told_under_the_titles_of_items_in_their_order(
    tmp_path: Path,
) -> None:
    answers = {
        "names": Answer(rating=Rating.PARTLY, action="Write it", due=date(2026, 1, 1)),
        "trains": Answer(rating=Rating.NOT_APPLICABLE),
    }

    def edit(root: Any) -> None:
        type_in(root, "maps", "Your rating", "Parly met")

    path = edited(form(tmp_path, answered(replace(a_return(), agency=""), **answers)), edit)
    found = check(read_filled(path), today=DAY)
    assert [(one.severity.value, one.sheet, one.sentence) for one in found] == [
        ("unfinished", "Self-assessment return", "The agency has no name."),
        ("unfinished", "Title of names", "The action for “Title of names” has no owner."),
        ("odd", "Title of names", "The due date 1 January 2026 has passed."),
        (
            "odd",
            "Title of maps",
            "Your rating: “Parly met” is no rating. Did you mean “Partly met”?",
        ),
        (
            "unfinished",
            "Title of trains",
            "“Title of trains” is rated “Not applicable”. Say why it does not apply.",
        ),
    ]
