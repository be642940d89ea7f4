"""The settings file as a user of ``policyalign check`` meets it."""

from __future__ import annotations

from pathlib import Path

import pytest
from click.testing import CliRunner, Result

from policyalign.cli.main import cli
from tests.settings.made import waiver, written
from tests.test_checking import SENTENCE, write_policy


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    write_policy(tmp_path / "policies" / "a.docx", SENTENCE)
    return tmp_path / "policies"


def run(*arguments: object) -> Result:
    return CliRunner().invoke(cli, ["check", "--no-cache", *map(str, arguments)])


def test_the_file_above_the_documents_is_found_and_named_with_verbose(folder: Path) -> None:
    file = written(folder.parent, "fail_under = 100\n")
    done = run(folder, "-q")
    assert done.exit_code == 1
    assert "1 of 1 below 100: a.docx." in done.stderr
    assert str(file) not in done.stderr
    assert f"Settings: {file}" in run(folder, "-v").stderr
    assert "Settings of policyalign.toml, fingerprint " in done.stdout


def test_a_file_that_is_named_goes_before_the_one_that_is_found(folder: Path) -> None:
    written(folder, "fail_under = 100\n")
    other = folder.parent / "other.toml"
    other.write_text("fail_under = 0\n", encoding="utf-8")
    assert run(folder, "-q", "--config", other).exit_code == 0


def test_decisions_lift_a_document_over_the_limit(folder: Path) -> None:
    keys = {"item": "'common-language'", "decision": "'not-applicable'", "until": "2999-12-31"}
    written(folder, waiver(**keys))
    shown = run(folder).stdout
    assert "missing as found; held not to apply by A. Reader until 31 December 2999" in " ".join(
        shown.split()
    )
    assert "After decisions" in shown


def test_all_mistakes_are_told_and_nothing_is_read(folder: Path) -> None:
    written(folder, "fail_under = 'high'\n[types]\nno-such-type = 'a'\n[[waiver]]\n")
    done = run(folder)
    assert done.exit_code == 2
    assert done.stdout == ""
    lines = done.stderr.splitlines()
    assert lines[0].startswith("Error: The settings file ")
    assert "line 1: fail_under must be a number" in lines[1]
    assert "line 3: [types] no-such-type: the pack sos has no type" in lines[2]
    assert {line.split(":")[0] for line in lines[3:]} == {"  line 4"}


def test_words_of_the_file_drive_no_terminal(folder: Path) -> None:
    written(folder, 'agency = "\\u001b[31mred"\n"\\u001b[2J" = 1\n')
    done = run(folder)
    assert done.exit_code == 2
    assert "\x1b" not in done.stderr
