"""``policyalign init`` as a user meets it."""

from __future__ import annotations

from pathlib import Path

import pytest
from click.testing import CliRunner, Result

from policyalign.cli.main import cli
from policyalign.model.returns import Rating
from policyalign.settings import load_settings
from tests.test_checking import SENTENCE, write_policy


@pytest.fixture
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.setenv("POLICYALIGN_CACHE_DIR", str(tmp_path / "cache"))
    policies = tmp_path / "policies"
    write_policy(policies / "hall-primary" / "a.docx", SENTENCE)
    write_policy(policies / "mill" / "b.docx", SENTENCE)
    write_policy(policies / "archive" / "c.docx", SENTENCE)
    return policies


@pytest.fixture
def at_a_terminal(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("policyalign.cli.init_run._can_be_asked", lambda: True)


def run(*arguments: str, answers: str = "") -> Result:
    return CliRunner().invoke(cli, ["init", *arguments], input=answers)


def test_what_is_proposed_is_written_and_the_next_step_named(folder: Path) -> None:
    done = run(str(folder), "--yes")
    assert (done.exit_code, done.stdout) == (0, "")
    assert "Found 3 files: 3 .docx. Types: 3 child-protection-procedures." in done.stderr
    assert f"policyalign check {folder}" in done.stderr
    made = load_settings(folder / "policyalign.toml")
    assert [agency.name for agency in made.agencies] == ["Hall Primary", "Mill"]
    assert made.excludes(folder / "archive" / "c.docx")


@pytest.mark.usefixtures("at_a_terminal")
def test_answers_are_what_is_written(folder: Path) -> None:
    done = run(str(folder), answers="n\nAnytown Council\nn\nhigh\n101\n60\ncolours\n")
    assert done.exit_code == 0
    assert done.stderr.count("Give a number from 0 to 100") == 2
    made = load_settings(folder / "policyalign.toml")
    assert (made.agencies, made.agency) == ((), "Anytown Council")
    assert made.exclude == ()
    assert made.fail_under == 60
    assert made.labels[Rating.PARTLY] == "Amber"


@pytest.mark.usefixtures("at_a_terminal")
def test_only_enter_takes_what_is_proposed(folder: Path) -> None:
    assert run(str(folder), answers="\n" * 4).exit_code == 0
    asked = (folder / "policyalign.toml").read_bytes()
    assert run(str(folder), "--yes", "--force").exit_code == 0
    assert (folder / "policyalign.toml").read_bytes() == asked


@pytest.mark.usefixtures("at_a_terminal")
def test_who_stops_answering_has_no_file(folder: Path) -> None:
    done = run(str(folder), answers="y\n")
    assert done.exit_code == 130
    assert "Nothing was written." in done.stderr
    assert not (folder / "policyalign.toml").exists()


def test_where_nobody_can_be_asked_it_is_said(folder: Path) -> None:
    done = run(str(folder))
    assert done.exit_code == 2
    assert done.stderr == "Error: Nobody can be asked here. Add --yes to take what is proposed.\n"


def test_a_file_that_is_there_is_not_written_over(folder: Path) -> None:
    (folder / "policyalign.toml").write_text("fail_under = 1\n", encoding="utf-8")
    done = run(str(folder), "--yes")
    assert done.exit_code == 2
    assert "is there already. Edit it, or add --force" in done.stderr
    assert load_settings(folder / "policyalign.toml").fail_under == 1
    assert run(str(folder), "--yes", "--force").exit_code == 0
    assert load_settings(folder / "policyalign.toml").fail_under is None


def test_a_folder_without_documents_has_its_file_too(tmp_path: Path) -> None:
    (tmp_path / "notes.txt").touch()
    assert run(str(tmp_path), "--yes").exit_code == 0
    assert load_settings(tmp_path / "policyalign.toml").agencies == ()


def test_a_check_goes_by_what_was_written(folder: Path) -> None:
    run(str(folder), "--yes")
    done = CliRunner().invoke(cli, ["check", str(folder), "-v"])
    assert done.exit_code == 0
    assert f"Settings: {folder / 'policyalign.toml'}" in done.stderr
    assert "Agency           Hall Primary" in done.stdout
    assert "1 file excluded by policyalign.toml" in done.stdout
