"""``policyalign diff`` and ``check --baseline`` as a user meets them."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING

import pytest
from click.testing import CliRunner, Result

from policyalign.cli.main import cli
from policyalign.report_mark import NOT_A_POLICY
from tests.readers.docx_builder import docx, p, t

if TYPE_CHECKING:
    from pathlib import Path

FRAMEWORK = "We use Signs of Safety as our practice framework with every family."
HARSH = "Hard to reach families are discussed at the meeting in the spring."
BOTH = "Visitors ring the bell and wait in the hall until somebody comes."


def run(*arguments: object) -> Result:
    return CliRunner().invoke(cli, list(map(str, arguments)))


def policy(folder: Path, *paragraphs: str, name: str = "school.docx") -> Path:
    folder.mkdir(exist_ok=True)
    (folder / name).write_bytes(docx(*(p(t(text)) for text in paragraphs)))
    return folder


@pytest.fixture
def good(tmp_path: Path) -> Path:
    return policy(tmp_path / "good", BOTH, FRAMEWORK)


@pytest.fixture
def bad(tmp_path: Path) -> Path:
    return policy(tmp_path / "bad", BOTH, HARSH)


@pytest.fixture
def base(good: Path, tmp_path: Path) -> Path:
    file = tmp_path / "base.json"
    assert run("check", good, "-o", file).exit_code == 0
    return file


def test_what_was_lost_and_crept_in_is_printed_and_the_exit_code_is_0(
    good: Path, bad: Path
) -> None:
    done = run("diff", good, bad)
    assert done.exit_code == 0
    assert "1 document compared with an earlier version" in done.stdout
    assert "Names the framework  partly met → missing" in done.stdout
    assert f"“{HARSH}”" in done.stdout.replace("\n", " ").replace("  ", "")
    assert done.stderr == ""


def test_every_format_goes_to_its_file(good: Path, bad: Path, tmp_path: Path) -> None:
    files = [tmp_path / f"changes.{ending}" for ending in ("txt", "json", "md", "html")]
    done = run("diff", good, bad, *(word for file in files for word in ("-o", file)))
    assert done.exit_code == 0
    assert done.stdout == ""
    assert all(f"Wrote {file}" in done.stderr for file in files)
    assert json.loads(files[1].read_bytes())["totals"]["crept_in"] == 1
    assert run("diff", good, bad, "-o", files[0], "-o", files[3]).exit_code == 0, "ours"


def test_somebody_elses_file_is_not_written_over(good: Path, bad: Path, tmp_path: Path) -> None:
    file = tmp_path / "notes.md"
    file.write_text("mine")
    done = run("diff", good, bad, "-o", file)
    assert (done.exit_code, file.read_text()) == (2, "mine")
    assert run("diff", good, bad, "-o", file, "--force").exit_code == 0


def test_a_comparison_among_the_policies_is_no_policy(good: Path, bad: Path) -> None:
    for ending in ("txt", "json", "md", "html"):
        run("diff", good, bad, "-o", good / f"changes.{ending}")
    done = run("check", good)
    assert "Not read: 4 files" in done.stdout
    assert NOT_A_POLICY in " ".join(done.stdout.split())


def test_one_of_the_two_is_never_written_over(good: Path, base: Path) -> None:
    done = run("diff", base, good, "-o", base)
    assert done.exit_code == 2
    assert "is one of the two to compare" in done.stderr


@pytest.mark.parametrize("fail_on", ["lost", "new"])
def test_a_comparison_can_fail(good: Path, bad: Path, fail_on: str) -> None:
    worse = run("diff", good, bad, "--fail-on", fail_on, "-q")
    assert worse.exit_code == 1
    assert "Worse than before: " in worse.stderr
    assert "school.docx: Names the framework, partly met → missing" in worse.stderr
    assert run("diff", bad, good, "--fail-on", fail_on).exit_code == 0


def test_wording_that_crept_in_is_no_item_lost(bad: Path, tmp_path: Path) -> None:
    more = policy(tmp_path / "more", BOTH, HARSH, "Hard to reach fathers are sent a letter.")
    assert run("diff", bad, more, "--fail-on", "lost").exit_code == 0
    assert run("diff", bad, more, "--fail-on", "new").exit_code == 1


def test_a_settings_file_by_the_policies_is_gone_by(good: Path, bad: Path) -> None:
    (good.parent / "policyalign.toml").write_text('type = "supervision-policy"\n')
    done = run("diff", good, bad, "--format", "json")
    changes = json.loads(done.stdout)
    assert not {field["field"] for d in changes["documents"] for field in d["fields"]} & {"type"}


def test_quiet_leaves_the_documents_out(good: Path, bad: Path) -> None:
    done = run("diff", good, bad, "-q")
    assert "Crept in" in done.stdout
    assert "Items lost" not in done.stdout


@pytest.mark.parametrize("name", ["none.json", "none"])
def test_what_is_not_there_is_one_sentence_and_2(good: Path, tmp_path: Path, name: str) -> None:
    done = run("diff", tmp_path / name, good)
    assert done.exit_code == 2
    assert len(done.stderr.splitlines()) == 1
    assert name in done.stderr


def test_json_that_is_no_report_is_one_sentence_and_2(good: Path, tmp_path: Path) -> None:
    file = tmp_path / "other.json"
    file.write_text("{}")
    done = run("diff", file, good)
    assert (done.exit_code, len(done.stderr.splitlines())) == (2, 1)


def test_a_check_marks_what_is_new_since_the_baseline(bad: Path, base: Path) -> None:
    done = run("check", bad, "--baseline", base)
    assert done.exit_code == 0
    text = " ".join(done.stdout.split())
    assert "Names the framework missing new since the baseline" in text
    assert "missing known from the baseline" in text
    assert f"“Hard to reach families” {BOTH} – new since the baseline" in text


def test_a_check_fails_on_what_is_new_and_not_on_what_was_known(
    good: Path, bad: Path, base: Path
) -> None:
    same = run("check", good, "--baseline", base, "--fail-on", "new")
    assert same.exit_code == 0
    worse = run("check", bad, "--baseline", base, "--fail-on", "new")
    assert worse.exit_code == 1
    assert "school.docx: “Hard to reach families”" in worse.stderr


def test_a_file_that_is_not_read_any_more_fails(good: Path, base: Path) -> None:
    policy(good, BOTH, name="other.docx")
    (good / "school.docx").write_text("no Word file")
    done = run("check", good, "--baseline", base, "--fail-on", "new")
    assert done.exit_code == 1
    assert "1 file newly not read" in done.stderr


def test_a_moved_paragraph_does_not_fail(bad: Path, tmp_path: Path) -> None:
    base = tmp_path / "bad.json"
    run("check", bad, "-o", base)
    policy(bad, "A paragraph that was put in before all others.", HARSH, BOTH)
    assert run("check", bad, "--baseline", base, "--fail-on", "new").exit_code == 0


def test_a_baseline_of_another_pack_is_said(good: Path, base: Path) -> None:
    held = json.loads(base.read_bytes())
    held["pack"]["version"], held["pack"]["fingerprint"] = "2025.1", "0" * 12
    base.write_text(json.dumps(held))
    done = run("check", good, "--baseline", base)
    assert "different packs: sos 2025.1 (000000000000) then" in " ".join(done.stdout.split())


def test_a_check_can_fail_on_anything(good: Path) -> None:
    done = run("check", good, "--fail-on", "any", "-q")
    assert done.exit_code == 1
    assert "To do: " in done.stderr


def test_new_needs_a_baseline(good: Path) -> None:
    done = run("check", good, "--fail-on", "new")
    assert done.exit_code == 2
    assert "needs --baseline" in done.stderr


def test_a_baseline_that_is_no_report_ends_before_anything_is_read(good: Path) -> None:
    done = run("check", good, "--baseline", good / "school.docx")
    assert done.exit_code == 2
    assert "is not a JSON report" in done.stderr


def test_a_policy_in_a_folder_that_is_compared_is_never_written_over(good: Path, bad: Path) -> None:
    theirs = bad / "school.docx"
    before = theirs.read_bytes()
    done = run("diff", good, bad, "--format", "html", "-o", theirs, "--force")
    assert (done.exit_code, theirs.read_bytes()) == (2, before)
    assert "is one of the documents" in done.stderr
