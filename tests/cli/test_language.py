"""``policyalign language`` as a user meets it."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING

import openpyxl
import pytest
from click.testing import CliRunner, Result

from policyalign.checking import check
from policyalign.cli.main import cli
from policyalign.renderers import render
from tests.matching.small_pack import PACK
from tests.test_checking import write_policy

if TYPE_CHECKING:
    from pathlib import Path


@pytest.fixture(autouse=True)
def small_pack(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    monkeypatch.setattr("policyalign.cli.language_run.load_pack", lambda _: PACK)
    monkeypatch.setattr("policyalign.keeping.folder.cache_folder", lambda: tmp_path / "cache")


@pytest.fixture
def partnership(tmp_path: Path) -> Path:
    folder = tmp_path / "partnership"
    write_policy(folder / "north" / "a.docx", "Each family has a safety goal.")
    write_policy(
        folder / "south" / "deep" / "b.docx", "Under Signs of Safety: what we need to see."
    )
    return folder


def run(*arguments: object) -> Result:
    return CliRunner().invoke(cli, ["language", *map(str, arguments), "--jobs", "1"])


def save_report(file: Path, folder: Path, agency: str | None = None) -> Path:
    """Check a folder, and keep the report as JSON."""
    file.parent.mkdir(exist_ok=True)
    file.write_bytes(render(check(folder, pack=PACK, agency=agency), "json"))
    return file


def names(file: Path) -> dict[str, list[str]]:
    """The names of the first idea by agency."""
    held = json.loads(file.read_bytes())
    (goal,) = [one for one in held["ideas"] if one["concept"] == "goal"]
    return {one["agency"]: [use["quote"] for use in one["uses"]] for one in goal["agencies"]}


def test_folders_below_the_one_given_are_agencies(partnership: Path, tmp_path: Path) -> None:
    done = run(partnership, "-o", tmp_path / "l.json")
    assert (done.exit_code, done.stderr) == (0, f"Wrote {tmp_path / 'l.json'}\n")
    assert names(tmp_path / "l.json") == {
        "north": ["safety goal"],
        "south": ["what we need to see"],
    }


def test_each_of_several_folders_is_an_agency(partnership: Path, tmp_path: Path) -> None:
    run(partnership / "north", partnership / "south", "-o", tmp_path / "l.json")
    assert names(tmp_path / "l.json").keys() == {"north", "south"}


def test_policies_that_lie_in_the_folder_itself_belong_to_it(partnership: Path) -> None:
    done = run(partnership / "north")
    assert done.exit_code == 0
    assert "Common language: 1 agency, 1 document, compared with Small" in done.stdout
    assert "No figure of agreement" in done.stdout
    assert "the name wanted: north (1)" in done.stdout


def test_reports_take_the_place_of_documents(partnership: Path, tmp_path: Path) -> None:
    reports = tmp_path / "reports"
    for agency in ("north", "south"):
        save_report(reports / f"{agency}.json", partnership / agency)
    run(partnership, "-o", tmp_path / "read.json")
    for given in ([reports], [reports / "north.json", reports / "south.json"]):
        done = run(*given, "-o", tmp_path / "l.json", "--force")
        assert done.exit_code == 0, done.output
        assert names(tmp_path / "l.json") == names(tmp_path / "read.json")
    assert "2 documents known from a JSON report alone" in " ".join(run(reports).stdout.split())


def test_a_document_that_is_there_twice_counts_once(partnership: Path, tmp_path: Path) -> None:
    report = save_report(tmp_path / "any.json", partnership / "north", agency="north")
    run(partnership, report, "-o", tmp_path / "l.json")
    assert names(tmp_path / "l.json")["north"] == ["safety goal"]


def test_a_report_of_another_pack_is_refused(tmp_path: Path, partnership: Path) -> None:
    report = save_report(tmp_path / "north.json", partnership / "north")
    held = json.loads(report.read_bytes())
    held["pack"]["id"] = "other"
    report.write_text(json.dumps(held), encoding="utf-8")
    done = run(report)
    assert done.exit_code == 2
    assert "was made with the pack other, and not with small" in done.stderr


def test_a_report_of_another_version_is_used_and_said(tmp_path: Path, partnership: Path) -> None:
    report = save_report(tmp_path / "north.json", partnership / "north")
    held = json.loads(report.read_bytes())
    held["pack"].update(version="2020.1", fingerprint="older")
    report.write_text(json.dumps(held), encoding="utf-8")
    done = run(report)
    assert done.exit_code == 0
    assert "version 2020.1 of the pack" in " ".join(done.stdout.split())


def test_all_formats_at_once(partnership: Path, tmp_path: Path) -> None:
    files = [tmp_path / f"l{ending}" for ending in (".html", ".xlsx", ".json", ".txt")]
    done = run(partnership, *(part for file in files for part in ("-o", file)))
    assert (done.exit_code, done.stdout) == (0, "")
    assert done.stderr.count("Wrote ") == 4
    assert all(file.stat().st_size for file in files)
    again = run(partnership, *(part for file in files for part in ("-o", file)))
    assert again.exit_code == 0, again.output


def test_a_workbook_that_is_filled_in_is_not_written_over(
    partnership: Path, tmp_path: Path
) -> None:
    file = tmp_path / "l.xlsx"
    run(partnership, "-o", file)
    book = openpyxl.load_workbook(file)
    book["Names"]["B2"] = "changed"
    book.save(file)
    done = run(partnership, "-o", file)
    assert done.exit_code == 2
    assert "somebody has filled it in or changed it" in done.stderr
    assert run(partnership, "-o", file, "--force").exit_code == 0


def test_its_own_files_among_the_policies_are_no_policies(partnership: Path) -> None:
    run(partnership, "-o", partnership / "north" / "language.xlsx")
    run(partnership, "-o", partnership / "north" / "language.html")
    again = run(partnership)
    assert "2 agencies, 2 documents" in again.stdout


@pytest.mark.parametrize(
    ("output", "said"),
    [
        ("l.pdf", "End it in .html, .xlsx, .json, .txt."),
        ("nowhere/l.html", "does not exist"),
        ("partnership/north/a.docx", "End it in"),
    ],
)
def test_an_output_that_cannot_be_is_refused_before_anything_is_read(
    partnership: Path, tmp_path: Path, output: str, said: str
) -> None:
    done = run(partnership, "-o", tmp_path / output)
    assert done.exit_code == 2
    assert said in done.stderr
    assert "Traceback" not in done.output


def test_nothing_that_can_be_read_is_said_with_the_reason(tmp_path: Path) -> None:
    (tmp_path / "p").mkdir()
    (tmp_path / "p" / "a.docx").write_bytes(b"no Word file")
    done = run(tmp_path / "p")
    assert done.exit_code == 2
    assert "a.docx" in done.stderr
    assert done.stderr.endswith("No document could be read.\n")


def test_a_path_that_does_not_exist_is_one_sentence(tmp_path: Path) -> None:
    done = run(tmp_path / "none")
    assert done.exit_code == 2
    assert done.stderr.startswith("Error: There is no file or folder")


@pytest.mark.parametrize("width", ["80", "200"])
def test_lines_fit_the_window(
    partnership: Path, monkeypatch: pytest.MonkeyPatch, width: str
) -> None:
    monkeypatch.setenv("COLUMNS", width)
    assert max(map(len, run(partnership).stdout.splitlines())) <= int(width)


def test_the_settings_file_names_agencies_and_leaves_files_out(
    partnership: Path, tmp_path: Path
) -> None:
    write_policy(partnership / "north" / "old" / "c.docx", "Each family has a goal.")
    (partnership / "policyalign.toml").write_text(
        'exclude = ["north/old/*"]\n[agencies]\n"North Council" = "north"\n', encoding="utf-8"
    )
    done = run(partnership, "-o", tmp_path / "l.json")
    assert done.exit_code == 0, done.stderr
    assert names(tmp_path / "l.json") == {
        "North Council": ["safety goal"],
        "south": ["what we need to see"],
    }
    (said,) = json.loads((tmp_path / "l.json").read_bytes())["remarks"]
    assert "1 file excluded by policyalign.toml" in said
    assert "c.docx" in said
