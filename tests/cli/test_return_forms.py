"""``policyalign return`` with a Word form, as a user meets it."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest
from click.testing import CliRunner, Result

from policyalign.cli.main import cli
from policyalign.readers.word.markup import W
from policyalign.returns import read_return
from tests.returns.form.form_builder import edited

SAMPLES = Path(__file__).parents[2] / "samples"
SCHOOL = SAMPLES / "pipits-lane-primary-safeguarding-policy.docx"
COUNCIL = SAMPLES / "pellworth-council-supervision-policy.docx"


def run(*arguments: str | Path) -> Result:
    return CliRunner().invoke(cli, ["return", *map(str, arguments)])


@pytest.fixture
def made(tmp_path: Path) -> Path:
    path = tmp_path / "return.docx"
    done = run("new", SCHOOL, "-o", path, "--agency", "Pipits Lane Primary School")
    assert done.exit_code == 0, done.output
    return path


def rate_all(root: Any) -> None:
    for row in root.iter(f"{W}tr"):
        label, control = "".join(row[1].itertext()), next(row.iter(f"{W}sdt"), None)
        if label in {"Your rating", "Comment"} and control is not None:
            text = "Met" if label == "Your rating" else "Our audit shows it."
            next(control.iter(f"{W}t")).text = text


def test_a_form_is_made_checked_filled_in_and_complete(made: Path) -> None:
    first = run("check", made)
    assert first.exit_code == 1
    assert "No question has a rating yet" in first.stdout
    edited(made, rate_all)
    second = run("check", made)
    assert second.exit_code == 0, second.output
    assert "complete" in second.stdout


def test_a_form_that_was_filled_in_is_not_written_over(made: Path) -> None:
    assert run("new", SCHOOL, "-o", made).exit_code == 0
    before = edited(made, rate_all).read_bytes()
    refused = run("new", SCHOOL, "-o", made)
    assert refused.exit_code == 2
    assert "somebody may have filled it in" in refused.stderr
    assert made.read_bytes() == before


def test_a_form_is_refreshed_in_place_and_its_answers_stay(made: Path) -> None:
    edited(made, rate_all)
    before, _ = read_return(made)
    done = run("refresh", made, SCHOOL, COUNCIL)
    assert done.exit_code == 0, done.output
    assert f"New: {COUNCIL.name}." in done.stdout
    after, problems = read_return(made)
    assert before
    assert after
    assert not problems
    assert [row.answer for row in after.rows] == [row.answer for row in before.rows]
    assert [document.path for document in after.documents] == [COUNCIL.name, SCHOOL.name]


def test_a_form_is_not_refreshed_into_a_workbook(made: Path, tmp_path: Path) -> None:
    done = run("refresh", made, SCHOOL, "-o", tmp_path / "new.xlsx")
    assert done.exit_code == 2
    assert "End it in .docx." in done.stderr
    assert not (tmp_path / "new.xlsx").exists()


def test_a_policy_is_no_form_and_says_so(tmp_path: Path) -> None:
    done = run("check", SCHOOL)
    assert done.exit_code == 2
    assert "is no self-assessment return" in " ".join(done.output.split())
    assert run("refresh", SCHOOL, COUNCIL, "-o", tmp_path / "new.docx").exit_code == 2
