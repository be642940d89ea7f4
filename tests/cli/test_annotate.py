"""``policyalign annotate`` as a user meets it."""

from __future__ import annotations

import datetime
import shutil
from pathlib import Path

import docx
import pytest
from click.testing import CliRunner, Result

from policyalign.annotating import Annotated, annotate
from policyalign.cli.main import cli
from policyalign.model.document import Unread
from tests.annotating.word.read_back import comments_of
from tests.matching.small_pack import PACK
from tests.readers.pdf.builder import BODY, make, text
from tests.test_checking import write_policy


@pytest.fixture(autouse=True)
def small_pack(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("policyalign.cli.annotate_run.load_pack", lambda _: PACK)


@pytest.fixture
def policies(tmp_path: Path) -> Path:
    folder = tmp_path / "policies"
    write_policy(folder / "a.docx", "A hard to reach family.")
    write_policy(folder / "schools" / "b.docx", "Lunch is at noon.")
    (folder / "c.pdf").write_bytes(make(text("Our aims", size=18, bold=True), text(*BODY)))
    return folder


def run(*arguments: object) -> Result:
    return CliRunner().invoke(cli, ["annotate", *map(str, arguments)])


def test_copies_are_written_with_their_sub_folders_and_the_policies_stay(
    policies: Path, tmp_path: Path
) -> None:
    before = {path: path.read_bytes() for path in policies.rglob("*.*")}
    copies = tmp_path / "new" / "copies"
    done = run(policies, "-o", copies)
    assert done.exit_code == 0
    assert done.stdout == ""
    names = ("a.docx", "c.pdf", "schools/b.docx")
    assert [line.partition(": ")[0] for line in done.stderr.splitlines()] == [
        f"Wrote {copies / name}" for name in names
    ]
    assert all((copies / name).is_file() for name in names)
    assert {path: path.read_bytes() for path in policies.rglob("*.*")} == before


def test_a_file_by_itself_keeps_its_name(policies: Path, tmp_path: Path) -> None:
    done = run(policies / "schools" / "b.docx", "-o", tmp_path)
    assert done.stderr == f"Wrote {tmp_path / 'b.docx'}: 1 remark\n"


def test_remarks_carry_the_day(policies: Path, tmp_path: Path) -> None:
    run(policies / "a.docx", "-o", tmp_path)
    (first, *_) = comments_of((tmp_path / "a.docx").read_bytes()).values()
    assert first.date == f"{datetime.date.today().isoformat()}T00:00:00Z"


def test_an_untouched_copy_is_made_anew_to_the_same_bytes(policies: Path, tmp_path: Path) -> None:
    names = ("a.docx", "c.pdf")
    assert run(policies, "-o", tmp_path).exit_code == 0
    first = [(tmp_path / name).read_bytes() for name in names]
    assert run(policies, "-o", tmp_path).exit_code == 0
    assert [(tmp_path / name).read_bytes() for name in names] == first


def test_a_copy_that_somebody_worked_in_is_written_over_only_by_force(
    policies: Path, tmp_path: Path
) -> None:
    copy = tmp_path / "a.docx"
    assert run(policies / "a.docx", "-o", tmp_path).exit_code == 0
    document = docx.Document(str(copy))
    document.add_paragraph("Somebody's work.")
    document.save(str(copy))
    worked_in = copy.read_bytes()
    done = run(policies / "a.docx", "-o", tmp_path)
    assert done.exit_code == 2
    assert "is not an annotated copy as policyalign wrote it" in done.stderr
    assert copy.read_bytes() == worked_in
    assert run(policies / "a.docx", "-o", tmp_path, "--force").exit_code == 0
    assert copy.read_bytes() != worked_in


def test_another_file_of_the_name_stops_the_run_before_anything_is_written(
    policies: Path, tmp_path: Path
) -> None:
    copies = tmp_path / "copies"
    copies.mkdir()
    (copies / "c.pdf").write_bytes(b"%PDF-1.4 somebody's own")
    done = run(policies, "-o", copies)
    assert done.exit_code == 2
    assert [path.name for path in copies.iterdir()] == ["c.pdf"]


@pytest.mark.parametrize("options", [[], ["--force"]])
def test_a_policy_is_never_written_over(policies: Path, options: list[str]) -> None:
    before = (policies / "a.docx").read_bytes()
    done = run(policies, "-o", policies, *options)
    assert done.exit_code == 2
    assert "is one of the policies themselves" in done.stderr
    assert (policies / "a.docx").read_bytes() == before


def test_a_policy_behind_a_link_is_never_written_over(policies: Path, tmp_path: Path) -> None:
    copies = tmp_path / "copies"
    copies.mkdir()
    (copies / "a.docx").hardlink_to(policies / "a.docx")
    done = run(policies / "a.docx", "-o", copies, "--force")
    assert done.exit_code == 2
    assert "is one of the policies themselves" in done.stderr


def test_copies_in_a_folder_among_the_policies_are_not_annotated_again(policies: Path) -> None:
    copies = policies / "annotated"
    assert run(policies, "-o", copies).exit_code == 0
    again = run(policies, "-o", copies)
    assert again.exit_code == 0
    assert len(again.stderr.splitlines()) == 3
    assert not (copies / "annotated").exists()


def test_an_annotated_copy_is_no_policy(policies: Path, tmp_path: Path) -> None:
    run(policies, "-o", tmp_path / "copies")
    done = run(tmp_path / "copies", "-o", tmp_path / "more")
    assert done.exit_code == 2
    assert done.stderr.count("Is itself an annotated copy.") == 3
    assert not (tmp_path / "more").exists()


def test_what_cannot_be_annotated_is_named_and_the_others_are_done(
    policies: Path, tmp_path: Path
) -> None:
    (policies / "empty.docx").write_bytes(b"")
    (policies / "old.doc").write_bytes(b"x")
    done = run(policies, "-o", tmp_path / "copies")
    assert done.exit_code == 0
    assert done.stderr.splitlines()[-2:] == [
        "Not annotated: empty.docx: Is empty (0 bytes). Ask for the file again.",
        "Not annotated: old.doc: Is an old Word file (.doc). "
        "Open it in Word and save it as .docx, then check it again.",
    ]


def test_a_fault_in_the_program_costs_one_file_and_is_named(
    policies: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def faulty(path: Path, *rest: object) -> Annotated | Unread:
        if path.name == "a.docx":
            raise ZeroDivisionError
        return annotate(path, *rest)  # type: ignore[arg-type]

    monkeypatch.setattr("policyalign.cli.annotate_run.annotate", faulty)
    done = run(policies, "-o", tmp_path / "copies")
    assert done.exit_code == 0
    assert {path.name for path in (tmp_path / "copies").rglob("*.*")} == {"b.docx", "c.pdf"}
    assert "Not annotated: a.docx: Met a fault in policyalign: ZeroDivisionError" in done.stderr


def test_nothing_annotated_is_an_error_and_makes_no_folder(tmp_path: Path) -> None:
    (tmp_path / "empty.docx").write_bytes(b"")
    done = run(tmp_path / "empty.docx", "-o", tmp_path / "copies")
    assert done.exit_code == 2
    assert done.stderr.splitlines()[-1] == "No document could be annotated."
    assert not (tmp_path / "copies").exists()


@pytest.mark.parametrize(
    ("arguments", "sentence"),
    [
        (["missing.docx", "-o", "copies"], "There is no file or folder"),
        (["{policies}", "-o", "copies", "--type", "nonsense"], "There is no document type"),
        (["{policies}", "-o", "{policies}/a.docx/copies"], "Cannot write into"),
        (["{policies}"], "Missing option '-o'"),
    ],
)
def test_a_mistake_is_answered_in_a_sentence(
    policies: Path,
    tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
    arguments: list[str],
    sentence: str,
) -> None:
    monkeypatch.chdir(tmp_path)
    done = run(*(argument.format(policies=policies) for argument in arguments))
    assert done.exit_code == 2
    assert sentence in done.stderr
    assert "Traceback" not in done.stderr


def test_escape_sequences_in_a_name_do_nothing(policies: Path, tmp_path: Path) -> None:
    shutil.copy(policies / "a.docx", tmp_path / "a\x1b[31m[b].docx")
    done = run(tmp_path / "a\x1b[31m[b].docx", "-o", tmp_path / "copies")
    assert done.exit_code == 0
    assert "\x1b" not in done.stderr
    assert "[b].docx" in done.stderr


def test_what_the_settings_file_excludes_is_not_copied_and_is_counted(
    policies: Path, tmp_path: Path
) -> None:
    (policies / "policyalign.toml").write_text("exclude = 'schools'\n", encoding="utf-8")
    done = run(policies, "-o", tmp_path / "copies")
    assert done.exit_code == 0
    assert f"Excluded by {policies / 'policyalign.toml'}: 1 file." in done.stderr
    assert not (tmp_path / "copies" / "schools").exists()
    assert not (tmp_path / "copies" / "policyalign.toml").exists()
