"""``policyalign check`` as a user meets it, with the assessment itself replaced."""

from __future__ import annotations

import datetime
import io
import json
import sys
from pathlib import Path
from typing import TYPE_CHECKING, Any

import pytest
from click.testing import CliRunner, Result

from policyalign.cli import deliver
from policyalign.cli.main import cli
from policyalign.cli.targets import targets
from policyalign.errors import InputError
from policyalign.model.document import Unread
from policyalign.model.settings import SettingsFile
from policyalign.renderers import BINARY, SUFFIXES, render
from tests.renderers.filling import filled_report
from tests.report_builders import document, full_report, report

if TYPE_CHECKING:
    from collections.abc import Iterator

    from policyalign.model.report import Report


class Assessment:
    """Stands for ``assess.check``: gives a report, and remembers what it was asked."""

    def __init__(self, made: Report) -> None:
        self.made = made
        self.problem: BaseException | None = None
        self.asked: dict[str, Any] = {}

    def __call__(self, paths: tuple[Path, ...], **asked: Any) -> Report:
        self.asked = {"paths": paths, **asked}
        if self.problem:
            raise self.problem
        return self.made


@pytest.fixture
def assessment(monkeypatch: pytest.MonkeyPatch) -> Assessment:
    stands_in = Assessment(full_report())
    monkeypatch.setattr("policyalign.checking.check", stands_in)
    return stands_in


def run(*arguments: str) -> Result:
    return CliRunner().invoke(cli, ["check", *arguments])


def test_report_goes_to_standard_output(assessment: Assessment) -> None:
    done = run("policies")
    assert done.exit_code == 0
    assert "3 documents checked against Signs of Safety" in done.stdout
    assert done.stderr == ""


def test_json_goes_to_standard_output_and_the_summary_beside_it(assessment: Assessment) -> None:
    done = run("policies", "--format", "json")
    assert json.loads(done.stdout)["schema"] == "policyalign-report/1"
    assert "3 documents read" in done.stderr


def test_report_goes_to_a_file(assessment: Assessment, tmp_path: Path) -> None:
    target = tmp_path / "gaps.json"
    done = run("policies", "-o", str(target))
    assert done.exit_code == 0
    assert done.stdout == ""
    assert f"Wrote {target}" in done.stderr
    assert json.loads(target.read_bytes())["totals"]["documents"] == 3


def test_two_files_and_two_formats(assessment: Assessment, tmp_path: Path) -> None:
    done = run("p", "-o", str(tmp_path / "a.json"), "-o", str(tmp_path / "a.txt"), "-q")
    assert done.exit_code == 0
    assert {path.name for path in tmp_path.iterdir()} == {"a.json", "a.txt"}
    assert "What is missing" not in (tmp_path / "a.txt").read_text(encoding="utf-8")


def test_options_reach_the_assessment(assessment: Assessment) -> None:
    options = "--pack mine --type strategy --agency Hall --jobs 2 --timeout 9"
    run("a", "b", *options.split())
    asked = assessment.asked
    assert [str(path) for path in asked["paths"]] == ["a", "b"]
    assert (asked["pack"], asked["type"], asked["agency"], asked["jobs"], asked["timeout"]) == (
        "mine",
        "strategy",
        "Hall",
        2,
        9,
    )
    assert asked["today"] == datetime.date.today()


def test_a_cluster_and_an_address_reach_the_assessment_as_they_are(
    assessment: Assessment,
) -> None:
    run("s3://bucket/policies", "--dask", "tcp://host:8786")
    assert assessment.asked["paths"] == ("s3://bucket/policies",)
    assert assessment.asked["dask"] == "tcp://host:8786"
    assert assessment.asked["jobs"] is None


def test_options_default_to_the_file_and_the_file_to_the_defaults(
    assessment: Assessment, tmp_path: Path
) -> None:
    file = tmp_path / "policyalign.toml"
    file.write_text('agency = "Hall"\ntype = "strategy"\nfail_under = 50\n', encoding="utf-8")
    done = run("a", "--config", str(file), "--type", "school-policy")
    assert done.exit_code == 1
    kept = assessment.asked["settings"]
    assert isinstance(kept, SettingsFile)
    assert (kept.agency, kept.type, kept.pack) == ("Hall", "strategy", None)
    assert assessment.asked["type"] == "school-policy"
    assert assessment.asked["agency"] is None
    assert run("a", "--config", str(file), "--fail-under", "0").exit_code == 0


def test_score_below_the_limit_exits_with_one_and_still_reports(assessment: Assessment) -> None:
    done = run("policies", "--fail-under", "60")
    assert done.exit_code == 1
    assert "3 documents checked" in done.stdout
    assert "1 of 3 below 60: policies/school.docx." in done.stderr
    assert "having no score: 1" in done.stderr


def test_nothing_readable_exits_with_two_and_still_reports(assessment: Assessment) -> None:
    assessment.made = report(unread=(Unread(path="a.pdf", reason="It is locked."),))
    done = run("a.pdf")
    assert done.exit_code == 2
    assert "a.pdf: It is locked." in done.stdout
    assert "No document could be read." in done.stderr


def test_mistake_is_one_sentence_and_writes_nothing(assessment: Assessment, tmp_path: Path) -> None:
    assessment.problem = InputError("There is no file called \x1b[31mnone.docx.")
    done = run("none.docx", "-o", str(tmp_path / "a.json"))
    assert done.exit_code == 2
    assert done.stderr == "Error: There is no file called \ufffd[31mnone.docx.\n"
    assert list(tmp_path.iterdir()) == []


def test_fault_is_not_taken_for_a_mistake(assessment: Assessment) -> None:
    assessment.problem = ZeroDivisionError("a fault")
    assert isinstance(run("a").exception, ZeroDivisionError)


def test_interruption_is_one_sentence(assessment: Assessment, tmp_path: Path) -> None:
    assessment.problem = KeyboardInterrupt()
    done = run("a", "-o", str(tmp_path / "a.json"))
    assert done.exit_code == 130
    assert done.stderr.startswith("Stopped before the first file was finished.")
    assert list(tmp_path.iterdir()) == []


@pytest.mark.parametrize(
    ("arguments", "sentence"),
    [
        (("a", "-o", "a.xyz"), "Cannot tell the report format from the name a.xyz"),
        (("a", "--format", "papyrus"), "'papyrus' is not one of 'terminal', 'json'"),
        (("a", "--fail-under", "101"), "101"),
        (("a", "--jobs", "0"), "0"),
        (("a", "--timeout", "0"), "0"),
        (("a", "--dask", "tcp://h:1", "--jobs", "2"), "--dask and --jobs cannot go together"),
        (("a", "-q", "-v"), "-q and -v cannot go together"),
        (("a", "-o", "none/a.json"), "the folder none does not exist"),
        (("a", "--config", "none.toml"), "Cannot read the settings file none.toml"),
        ((), "Missing argument"),
    ],
    ids=lambda value: value if isinstance(value, str) else "",
)
def test_options_that_cannot_be_used_exit_with_two_before_anything_is_read(
    assessment: Assessment, arguments: tuple[str, ...], sentence: str
) -> None:
    done = run(*arguments)
    assert done.exit_code == 2
    assert sentence in done.stderr
    assert assessment.asked == {}


def test_policy_is_never_written_over(assessment: Assessment, tmp_path: Path) -> None:
    policy = tmp_path / "policy.txt"
    policy.write_bytes(b"We use Signs of Safety.")
    assessment.made = report(document(policy.as_posix(), score=1.0, rating="Not aligned"))
    done = run(str(policy), "-o", str(policy))
    assert done.exit_code == 2
    assert "is one of the documents to check" in done.stderr
    assert policy.read_bytes() == b"We use Signs of Safety."


def test_policy_is_not_even_written_over_by_force(assessment: Assessment, tmp_path: Path) -> None:
    policy = tmp_path / "policy.txt"
    policy.write_bytes(b"We use Signs of Safety.")
    done = run(str(policy), "-o", str(policy), "--force")
    assert done.exit_code == 2
    assert policy.read_bytes() == b"We use Signs of Safety."


@pytest.mark.parametrize("suffix", SUFFIXES)
def test_report_is_made_anew(assessment: Assessment, tmp_path: Path, suffix: str) -> None:
    (tmp_path / "policy.docx").touch()
    target = tmp_path / f"gaps{suffix}"
    assert run(str(tmp_path), "-o", str(target)).exit_code == 0
    first = target.read_bytes()
    done = run(str(tmp_path), "-o", str(target))
    assert done.exit_code == 0
    assert target.read_bytes() == first


@pytest.mark.parametrize("suffix", SUFFIXES)
def test_file_of_somebody_else_is_written_over_by_force_alone(
    assessment: Assessment, tmp_path: Path, suffix: str
) -> None:
    policy = tmp_path / "policy.docx"
    policy.touch()
    target = tmp_path / f"notes{suffix}"
    target.write_bytes(b"Notes of the meeting")
    done = run(str(policy), "-o", str(target))
    assert done.exit_code == 2
    assert done.stderr.count("\n") == 1
    assert "is not a report as policyalign wrote it" in done.stderr
    assert assessment.asked == {}
    assert target.read_bytes() == b"Notes of the meeting"
    assert run(str(policy), "-o", str(target), "--force").exit_code == 0
    assert target.read_bytes() != b"Notes of the meeting"


def test_word_file_in_a_checked_folder_is_written_over_only_if_it_is_a_report(
    assessment: Assessment, tmp_path: Path
) -> None:
    policy = tmp_path / "policy.docx"
    policy.write_bytes(b"PK")
    done = run(str(tmp_path), "-o", str(policy), "--force")
    assert (done.exit_code, policy.read_bytes()) == (2, b"PK")
    assert "is one of the documents to check" in done.stderr


def test_word_report_that_is_filled_in_is_written_over_by_force_alone(
    assessment: Assessment, tmp_path: Path
) -> None:
    target = tmp_path / "gaps.docx"
    (tmp_path / "policy.pdf").touch()
    assert run(str(tmp_path), "-o", str(target)).exit_code == 0
    filled_in = filled_report(target.read_bytes(), "Owner", "Jo")
    target.write_bytes(filled_in)
    done = run(str(tmp_path), "-o", str(target))
    assert done.exit_code == 2
    assert "is not a report as policyalign wrote it" in done.stderr
    assert target.read_bytes() == filled_in
    assert run(str(tmp_path), "-o", str(target), "--force").exit_code == 0


@pytest.mark.parametrize("name", sorted(BINARY))
def test_report_that_is_no_text_goes_to_a_pipe_but_not_to_a_screen(
    assessment: Assessment, monkeypatch: pytest.MonkeyPatch, name: str
) -> None:
    assert run("policies", "--format", name).stdout_bytes == render(full_report(), name)
    screen = io.StringIO()
    monkeypatch.setattr(screen, "isatty", lambda: True)
    monkeypatch.setattr(sys, "stdout", screen)
    with pytest.raises(InputError, match=f"Name a file for it: -o gaps.{name}"):
        deliver.check_screen(targets((name,), ()))
    deliver.check_screen(targets((name, "terminal"), (Path(f"gaps.{name}"),)))


def test_no_file_is_written_if_one_report_cannot_be_made(
    assessment: Assessment, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def broken(*_: object, **__: object) -> Iterator[bytes]:
        yield b"the first half"
        raise InputError("cannot")

    monkeypatch.setattr(deliver, "terminal_pieces", broken)
    done = run("p", "-o", str(tmp_path / "a.json"), "-o", str(tmp_path / "b.txt"))
    assert done.exit_code == 2
    assert list(tmp_path.iterdir()) == []


def test_verbosity_reaches_the_report(assessment: Assessment) -> None:
    quiet, normal, verbose = (run("a", *flag).stdout for flag in (["-q"], [], ["-v"]))
    assert len(quiet) < len(normal) < len(verbose)
