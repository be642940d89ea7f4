"""``policyalign explain`` as a user meets it."""

from __future__ import annotations

from pathlib import Path

import pytest
from click.testing import CliRunner, Result

from policyalign.cli.main import cli
from tests.settings.made import waiver
from tests.test_checking import write_policy
from tests.test_explaining import PACK

NEAR = "We do not use danger statements."


@pytest.fixture(autouse=True)
def small_pack(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("policyalign.explaining.load_pack", lambda _: PACK)


@pytest.fixture
def policy(tmp_path: Path) -> str:
    write_policy(tmp_path / "a.docx", "We must write a safety goal.", "A safety goal helps.", NEAR)
    return str(tmp_path / "a.docx")


def run(*arguments: str) -> Result:
    return CliRunner().invoke(cli, ["explain", *arguments])


def test_everything_that_bears_on_an_item_is_shown(policy: str) -> None:
    done = run("pair", policy, "--agency", "Hall")
    assert (done.exit_code, done.stderr) == (0, "")
    single_spaced = " ".join(done.stdout.split())
    for shown in (
        "Danger and goal in pairs partly met",
        "Agency Hall",
        "1 not held: All of these are mentioned: “danger” and “goal”.",
        "We must write a «safety goal».",
        "and in 1 more place",
        "We do not use «danger statements».",
        "shown by “do not use”",
        "Tried: with this sentence in a paragraph of its own the item is met.",
    ):
        assert shown in single_spaced


def test_verbose_shows_every_place(policy: str) -> None:
    done = run("pair", policy, "-v")
    assert "A «safety goal» helps." in done.stdout
    assert "more place" not in done.stdout


def test_what_the_pack_could_change_is_only_for_those_who_ask(policy: str) -> None:
    assert "Or in the pack" not in run("pair", policy).stdout
    assert "Or in the pack" in run("pair", policy, "-v").stdout


def test_it_can_be_kept_in_a_file_and_made_anew(policy: str, tmp_path: Path) -> None:
    kept = tmp_path / "why.TXT"
    for arguments in ((), ("-v",)):
        done = run("pair", policy, "-o", str(kept), *arguments)
        assert (done.exit_code, done.stdout, done.stderr) == (0, "", f"Wrote {kept}\n")
    assert kept.read_bytes() == run("pair", policy, "-v").stdout.encode()


def test_what_somebody_else_wrote_is_not_written_over(policy: str, tmp_path: Path) -> None:
    notes = tmp_path / "notes.txt"
    notes.write_text("Danger and goal  met\nwas what I wrote", encoding="utf-8")
    done = run("pair", policy, "-o", str(notes))
    assert done.exit_code == 2
    assert "add --force" in done.stderr
    assert notes.read_text(encoding="utf-8").startswith("Danger and goal")
    assert run("pair", policy, "-o", str(notes), "--force").exit_code == 0
    assert "Danger and goal in pairs  partly met" in notes.read_text(encoding="utf-8")


def test_a_type_can_be_given(policy: str) -> None:
    assert "does not apply" in run("in-schools", policy).stdout
    assert "missing" in run("in-schools", policy, "--type", "school").stdout


@pytest.mark.parametrize(
    ("arguments", "sentence"),
    [
        (("pears", "{file}"), "Error: The checklist of small has no item “pears”; the nearest"),
        (("danger", "{file}"), "Error: “danger” is a concept and no item of the checklist"),
        (("pair", "nowhere.docx"), "Error: There is no file or folder nowhere.docx."),
        (("pair", "{folder}"), "is a folder. Give one file in it."),
        (("pair", "{file}", "--type", "x"), "Error: There is no document type 'x'."),
        (("pair", "{file}", "-o", "why.docx"), "Error: An explanation is plain text: end the name"),
        (("pair", "{file}", "-o", "{folder}/none/why.txt"), "does not exist. Make it first."),
    ],
)
def test_a_slip_brings_one_sentence(arguments: tuple[str, ...], sentence: str, policy: str) -> None:
    folder = str(Path(policy).parent)
    done = run(*(a.format(file=policy, folder=folder) for a in arguments))
    assert (done.exit_code, done.stdout) == (2, "")
    assert sentence in done.stderr
    assert len(done.stderr.splitlines()) == 1


def test_the_settings_file_by_the_document_is_used_or_the_one_that_is_named(
    policy: str, tmp_path: Path
) -> None:
    text = waiver(item="'pair'", decision="'not-applicable'", until="2999-12-31")
    (tmp_path / "policyalign.toml").write_text(f"agency = 'Hall'\n{text}", encoding="utf-8")
    shown = " ".join(run("pair", policy).stdout.split())
    assert "Agency Hall" in shown
    assert "held not to apply by A. Reader until 31 December 2999" in shown
    other = tmp_path / "other.toml"
    other.write_text("agency = 'Mill'\n", encoding="utf-8")
    shown = " ".join(run("pair", policy, "--config", str(other)).stdout.split())
    assert "Agency Mill" in shown
    assert "Decided" not in shown
