"""``policyalign rollup`` as a user meets it."""

from __future__ import annotations

import json
from pathlib import Path

import docx
import openpyxl
import pytest
from click.testing import CliRunner, Result

from policyalign.cli.main import cli
from policyalign.model.report import Outcome
from policyalign.renderers.moderation_layout import SHEET
from tests.gathering.filling import write_return
from tests.partnership.building import MET, PARTLY, held, row

SETTINGS = """
[labels]
met = "Green"
partly = "Amber"
not-met = "Red"
n-a = "Grey"

[agencies]
"Dunstrake Housing" = "housing/**"
"Ostley Police" = "police/**"
"""


@pytest.fixture
def returns(tmp_path: Path) -> Path:
    folder = tmp_path / "returns"
    police = held("Ostley Police", row("scaling", MET, Outcome.NOT_MET), row("network", PARTLY))
    write_return(folder / "police.xlsx", police)
    write_return(folder / "school.xlsx", held("Pipits Lane Primary", row("scaling", PARTLY)))
    (folder / "notes.txt").write_text("call the school", encoding="utf-8")
    return folder


def run(*arguments: object) -> Result:
    return CliRunner().invoke(cli, ["rollup", *map(str, arguments)])


def test_a_summary_answers_the_questions_of_the_meeting(returns: Path) -> None:
    done = run(returns, "--expect", "ostley police", "--expect", "Reedhill Council")
    assert done.exit_code == 0
    lines = [line.strip() for line in done.stdout.splitlines()]
    assert lines[0].endswith("from 2 returns of 2 agencies.")
    assert "Reedhill Council: not returned" in lines
    assert "Ostley Police: Scaling, two steps above" in lines
    assert "notes.txt: is neither a return nor a JSON report" in lines
    assert done.stderr == ""


def test_agencies_and_labels_come_from_the_settings_file_by_the_returns(
    returns: Path, tmp_path: Path
) -> None:
    (returns / "policyalign.toml").write_text(SETTINGS, encoding="utf-8")
    done = run(returns, "-o", tmp_path / "view.json")
    assert "Dunstrake Housing: not returned" in done.stdout
    assert "policyalign.toml" not in done.stdout
    assert json.loads((tmp_path / "view.json").read_bytes())["labels"]["met"] == "Green"
    other = run(returns, "--config", tmp_path / "none.toml")
    assert (other.exit_code, "none.toml" in other.stderr) == (2, True)


@pytest.mark.parametrize("suffix", [".html", ".xlsx", ".docx", ".json"])
def test_the_view_is_written_and_made_anew(returns: Path, tmp_path: Path, suffix: str) -> None:
    target = tmp_path / f"partnership{suffix}"
    assert run(returns, "-o", target).stderr == f"Wrote {target}\n"
    first = target.read_bytes()
    assert run(returns, "-o", target).exit_code == 0
    assert target.read_bytes() == first


def test_several_files_are_written_in_one_run(returns: Path, tmp_path: Path) -> None:
    names = [tmp_path / name for name in ("p.html", "p.xlsx", "p.json")]
    done = run(returns, *(word for name in names for word in ("-o", name)))
    assert done.stderr.splitlines() == [f"Wrote {name}" for name in names]
    assert json.loads(names[2].read_bytes())["schema"] == "policyalign-partnership/1"


def fill_in(workbook: Path) -> None:
    book = openpyxl.load_workbook(workbook)
    sheet = book[SHEET]
    sheet["I2"], sheet["J2"] = "Partly met", "Seen by the panel"
    book.save(workbook)


def test_what_was_moderated_in_the_workbook_comes_into_the_next_roll_up(
    returns: Path, tmp_path: Path
) -> None:
    moderated, view = tmp_path / "moderated.xlsx", tmp_path / "view.json"
    run(returns, "-o", moderated)
    fill_in(moderated)
    assert run(returns, moderated, "-o", view).exit_code == 0
    standing = json.loads(view.read_bytes())["agencies"][0]["standings"][0]
    assert (standing["moderated"], standing["moderation"]) == ("partly", "Seen by the panel")
    assert standing["points"] == 1


def test_a_workbook_above_the_returns_does_not_lead_away_from_their_settings(
    returns: Path, tmp_path: Path
) -> None:
    (returns / "policyalign.toml").write_text(SETTINGS, encoding="utf-8")
    moderated = tmp_path / "moderated.xlsx"
    run(returns, "-o", moderated)
    fill_in(moderated)
    assert "Dunstrake Housing: not returned" in run(returns, moderated).stdout
    assert run(moderated).exit_code == 2


def test_a_workbook_that_was_filled_in_is_not_written_over(returns: Path, tmp_path: Path) -> None:
    moderated = tmp_path / "moderated.xlsx"
    run(returns, "-o", moderated)
    fill_in(moderated)
    before = moderated.read_bytes()
    done = run(returns, "-o", moderated)
    assert done.exit_code == 2
    assert "somebody has filled it in" in done.stderr
    assert moderated.read_bytes() == before
    assert run(returns, moderated, "-o", moderated, "--force").exit_code == 0
    assert "Seen by the panel" in [
        cell.value for cell in openpyxl.load_workbook(moderated)[SHEET][2]
    ]


def test_a_view_among_the_returns_is_made_anew_but_no_return_is_written_over(
    returns: Path,
) -> None:
    for name in ("view.html", "view.xlsx"):
        assert run(returns, "-o", returns / name).exit_code == 0
        assert run(returns, "-o", returns / name).exit_code == 0
    school = (returns / "school.xlsx").read_bytes()
    done = run(returns, "-o", returns / "school.xlsx", "--force")
    assert done.exit_code == 2
    assert "is one of the files to roll up" in done.stderr
    assert (returns / "school.xlsx").read_bytes() == school


@pytest.mark.parametrize(
    ("arguments", "said"),
    [
        (("nowhere",), "There is no file or folder nowhere."),
        (("returns", "-o", "view.pdf"), "Cannot tell the format from the name view.pdf."),
        (("returns", "-o", "v.html", "-o", "v.html"), "Two views cannot be written to the same"),
        (("returns", "-o", "gone/v.html"), "the folder gone does not exist"),
        (("returns/notes.txt",), "There is no return and no JSON report that can be used here."),
    ],
)
def test_a_mistake_is_one_sentence(
    returns: Path, monkeypatch: pytest.MonkeyPatch, arguments: tuple[str, ...], said: str
) -> None:
    monkeypatch.chdir(returns.parent)
    done = run(*arguments)
    assert done.exit_code == 2
    assert said in done.stderr
    assert "Traceback" not in done.stderr


def test_reports_of_two_agencies_let_the_page_compare_their_names(tmp_path: Path) -> None:
    names = {"Council": "A safety goal is set.", "School": "A family goal is set."}
    for agency, text in names.items():
        (tmp_path / agency).mkdir()
        policy = docx.Document()
        policy.add_paragraph(f"We use Signs of Safety with families. {text}")
        policy.save(str(tmp_path / agency / "policy.docx"))
        report = ("-o", tmp_path / f"{agency}.json", "--agency", agency, "--no-cache", "-q")
        checked = ["check", tmp_path / agency, *report]
        assert CliRunner().invoke(cli, [*map(str, checked)]).exit_code == 0
    view = tmp_path / "view.html"
    assert run(tmp_path / "Council.json", tmp_path / "School.json", "-o", view).exit_code == 0
    page = view.read_text(encoding="utf-8")
    assert '<h2 id="language">Common language</h2>' in page
    assert "family goal" in page
