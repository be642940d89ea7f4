"""``policyalign find`` as a user meets it."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from click.testing import CliRunner, Result

from policyalign.cli.main import cli
from policyalign.model.report import Status
from tests.matching.small_pack import PACK
from tests.test_checking import write_policy

if TYPE_CHECKING:
    from pathlib import Path


@pytest.fixture(autouse=True)
def small_pack(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("policyalign.packs.load_pack", lambda _: PACK)


@pytest.fixture
def policies(tmp_path: Path) -> str:
    write_policy(tmp_path / "a.docx", "Each family has a safety goal.", "A fire safety plan.")
    write_policy(tmp_path / "b.docx", "We do not use safety goals.", "Two saftey goals.")
    write_policy(tmp_path / "c.docx", "Lunch is at noon.")
    (tmp_path / "d.docx").write_bytes(b"")
    return str(tmp_path)


def run(*arguments: str) -> Result:
    return CliRunner().invoke(cli, ["find", *arguments])


def test_places_are_marked_and_counted_and_what_was_not_read_is_named(policies: str) -> None:
    done = run("goal", policies)
    assert done.exit_code == 0
    assert done.stdout.splitlines() == [
        "Looked for “goal” (goal) in all wording that the pack small has for it.",
        "",
        "a.docx: 1 place",
        "  Each family has a «safety goal».",
        "    Child Protection Procedures; exact",
        "",
        "b.docx: 2 places",
        "  We do not use «safety goals».",
        "    Child Protection Procedures; inflected – negated: "
        "says that it is not done here, or not yet",
        "  Two «saftey goals».",
        "    Child Protection Procedures; spelling differs, likeness 90.9 of 100",
        "",
        "In all: 3 places in 2 of 3 files",
        "  1  a.docx",
        "  2  b.docx",
        "  0  c.docx",
    ]
    assert done.stderr.splitlines() == [
        "Not read: d.docx: Is empty (0 bytes). Ask for the file again."
    ]


def test_nothing_found_is_said_in_words_and_is_no_error(policies: str) -> None:
    done = run("packed breakfast", policies)
    assert done.exit_code == 0
    assert "Nothing was found in 3 files." in done.stdout
    done = run("voice", policies, "--status", "historical")
    assert "Nothing with the status historical was found in 3 files." in done.stdout


def test_where_nothing_is_found_the_nearest_concepts_are_named(policies: str) -> None:
    done = run("dangerous statement", policies)
    assert done.exit_code == 0
    assert done.stdout.splitlines()[-1] == (
        "Did you mean a concept of the pack small: “danger” (danger)?"
    )
    assert "Did you mean" not in run("dangerous statement", policies, "--exact").stdout
    assert "Did you mean" not in run("packed breakfast", policies).stdout
    assert "Did you mean" not in run("noon lunch", policies).stdout


def test_a_phrase_without_quotes_and_words_in_the_wrong_place_are_understood(policies: str) -> None:
    done = run("safety", "goal", policies)
    assert (done.exit_code, done.stdout) == (2, "")
    assert "There is no file or folder goal." in done.stderr
    assert f'put all of them in quotes: policyalign find "safety goal" {policies}' in done.stderr
    done = run(policies, "safety goal")
    assert (done.exit_code, done.stdout) == (2, "")
    assert f'come first, as in: policyalign find "safety goal" {policies}' in done.stderr


def test_a_form_says_for_which_concept_it_stands_and_exact_does_not(policies: str) -> None:
    done = run("safety goals", policies)
    assert "“safety goals” is wording of the pack small for “goal” (goal)" in done.stdout
    assert "In all: 3 places" in done.stdout
    done = run("safety goals", policies, "--exact")
    assert "In all: 2 places" in done.stdout


def test_places_that_are_passed_over_are_mentioned(policies: str) -> None:
    assert "Not listed: 1 place with such words" in run("plan", policies).stdout


def test_where_no_file_can_be_read_it_could_not_be_done(policies: str) -> None:
    done = run("goal", f"{policies}/d.docx")
    assert (done.exit_code, done.stdout) == (2, "")
    assert done.stderr.splitlines()[-1] == "No document could be read."


@pytest.mark.parametrize(
    ("wanted", "path", "sentence"),
    [
        ("", "{folder}", "Error: There are no words to look for."),
        ("?!", "{folder}", "Error: There are no words to look for."),
        ("plan *", "{folder}", "Error: Cannot look for “plan *”: a gap needs a word on both"),
        ("goal", "nowhere", "Error: There is no file or folder nowhere."),
    ],
)
def test_a_slip_brings_one_sentence(wanted: str, path: str, sentence: str, policies: str) -> None:
    done = run(wanted, path.format(folder=policies))
    assert (done.exit_code, done.stdout) == (2, "")
    assert done.stderr.startswith(sentence)
    assert len(done.stderr.splitlines()) == 1


@pytest.mark.parametrize("status", [status.value for status in Status])
def test_every_status_can_be_asked_for(status: str, policies: str) -> None:
    done = run("goal", policies, "--status", status)
    assert done.exit_code == 0
    assert f"with the status {status} " in done.stdout
