"""``policyalign return`` as a user meets it."""

from __future__ import annotations

import shutil
from pathlib import Path

import openpyxl
import pytest
from click.testing import CliRunner, Result

from policyalign.cli.main import cli
from policyalign.renderers.return_layout import COLUMNS, ITEMS
from policyalign.returns import read_return

SAMPLES = Path(__file__).parents[2] / "samples"
SCHOOL = SAMPLES / "pipits-lane-primary-safeguarding-policy.docx"


def run(*arguments: str | Path) -> Result:
    return CliRunner().invoke(cli, ["return", *map(str, arguments)])


@pytest.fixture
def made(tmp_path: Path) -> Path:
    path = tmp_path / "return.xlsx"
    done = run("new", SCHOOL, "-o", path, "--agency", "Pipits Lane Primary School")
    assert done.exit_code == 0, done.output
    return path


def fill_in(path: Path, *, all_met: bool = True, **first: str) -> None:
    """Rate every question, and type more into the row of the first."""
    book = openpyxl.load_workbook(path)
    items = book[ITEMS]
    column = {one.key: number for number, one in enumerate(COLUMNS, start=1)}
    for row in range(3, items.max_row + 1) if all_met else ():
        items.cell(row, column["rating"]).value = "Met"
        items.cell(row, column["comment"]).value = "Our audit shows it."
    for key, value in first.items():
        items.cell(3, column[key]).value = value
    book.save(path)


def test_new_makes_a_return_of_the_agency(made: Path) -> None:
    returned, problems = read_return(made)
    assert returned is not None
    assert not problems
    assert returned.agency == "Pipits Lane Primary School"
    assert [document.path for document in returned.documents] == [SCHOOL.name]


def test_new_says_what_was_written_and_what_not_read(tmp_path: Path) -> None:
    scan = SAMPLES / "kestrel-reach-homes-safeguarding-policy-scan.pdf"
    done = run("new", SCHOOL, scan, "-o", tmp_path / "return.xlsx")
    assert done.exit_code == 0
    assert f"Not read: {scan.name}: Has no text" in done.stderr
    assert "45 questions (22 to rate), 1 document read." in done.stderr
    alone = run("new", scan, "-o", tmp_path / "none.xlsx")
    assert alone.exit_code == 2
    assert "no return was made" in alone.stderr
    assert not (tmp_path / "none.xlsx").exists()


def test_new_writes_over_its_own_return_but_not_over_one_that_was_filled_in(made: Path) -> None:
    assert run("new", SCHOOL, "-o", made).exit_code == 0
    fill_in(made)
    before = made.read_bytes()
    refused = run("new", SCHOOL, "-o", made)
    assert refused.exit_code == 2
    assert "somebody may have filled it in" in refused.stderr
    assert "policyalign return refresh" in refused.stderr
    assert made.read_bytes() == before
    assert run("new", SCHOOL, "-o", made, "--force").exit_code == 0


def test_new_wants_a_name_that_excel_or_word_opens(tmp_path: Path) -> None:
    done = run("new", SCHOOL, "-o", tmp_path / "return.pdf")
    assert done.exit_code == 2
    assert "ends in .xlsx or .docx" in done.stderr


def test_new_never_writes_over_a_policy(tmp_path: Path) -> None:
    policy = tmp_path / "policy.docx"
    shutil.copy(SCHOOL, policy)
    done = run("new", tmp_path, "-o", policy, "--force")
    assert done.exit_code == 2
    assert "is one of the documents to check" in done.stderr
    assert policy.read_bytes() == SCHOOL.read_bytes()


def test_check_tells_what_is_left_and_exits_with_1_then_with_0(made: Path) -> None:
    first = run("check", made)
    assert first.exit_code == 1
    assert "School): 1 to fill in" in " ".join(first.stdout.split())
    fill_in(made, rating="Partly met")
    second = run("check", made)
    assert second.exit_code == 1
    assert "L3 to fill in: “Names the framework” is rated" in " ".join(second.stdout.split())
    fill_in(made)
    third = run("check", made)
    assert third.exit_code == 0
    assert "return.xlsx (Pipits Lane Primary School): complete" in " ".join(third.stdout.split())


def test_check_reads_all_files_and_names_those_it_cannot_read(made: Path, tmp_path: Path) -> None:
    fill_in(made)
    (tmp_path / "notes.xlsx").write_bytes(b"hello")
    done = run("check", tmp_path / "notes.xlsx", made)
    assert done.exit_code == 2
    assert "notes.xlsx: is no Excel workbook" in " ".join(done.stdout.split())
    assert "complete" in done.stdout


def test_check_takes_a_folder_and_names_what_is_no_return(made: Path, tmp_path: Path) -> None:
    fill_in(made)
    (tmp_path / "notes.txt").write_text("call the school", encoding="utf-8")
    CliRunner().invoke(cli, ["rollup", str(made), "-o", str(tmp_path / "moderated.xlsx")])
    done = run("check", tmp_path)
    assert done.exit_code == 0
    assert "complete" in done.stdout
    assert [line.partition(": is")[0] for line in done.stderr.splitlines()] == [
        f"Not checked: {tmp_path / name}" for name in ("moderated.xlsx", "notes.txt")
    ]
    made.unlink()
    assert run("check", tmp_path).exit_code == 2


def test_check_looks_for_quoted_evidence(made: Path) -> None:
    fill_in(made, evidence="Our policy says “the moon is made of green cheese”.")
    assert run("check", made).exit_code == 0
    done = run("check", made, "--documents", SCHOOL)
    assert done.exit_code == 1
    assert "“the moon is made of green cheese” was not found in 1 document" in (
        " ".join(done.stdout.split())
    )


def test_words_of_a_return_do_nothing_to_the_screen(made: Path) -> None:
    fill_in(made, rating="[red]x[/red]\x7f", owner="A. Wren")
    done = run("check", made)
    assert "“[red]x[/red]" in done.stdout
    assert "\x7f" not in done.stdout


def test_refresh_keeps_what_was_typed_and_says_what_changed(made: Path, tmp_path: Path) -> None:
    fill_in(made, owner="A. Wren")
    policies = tmp_path / "policies"
    policies.mkdir()
    shutil.copy(SCHOOL, policies)
    shutil.copy(SAMPLES / "ellowmere-council-child-protection-procedures.docx", policies)
    # A return that lies among the policies is not one of them.
    shutil.copy(made, policies)
    done = run("refresh", made, policies)
    assert done.exit_code == 0
    assert "New: ellowmere-council-child-protection-procedures.docx." in done.stdout
    returned, _ = read_return(made)
    assert returned is not None
    assert returned.rows[0].answer.owner == "A. Wren"
    assert len(returned.documents) == 2
    assert returned.unread == ()


def test_refresh_writes_elsewhere_and_leaves_the_first_as_it_is(made: Path, tmp_path: Path) -> None:
    before = made.read_bytes()
    new = tmp_path / "new.xlsx"
    assert run("refresh", made, SCHOOL, "-o", new).exit_code == 0
    assert made.read_bytes() == before
    assert read_return(new)[0] is not None
    new.write_bytes(b"somebody's work")
    assert run("refresh", made, SCHOOL, "-o", new).exit_code == 2
    assert new.read_bytes() == b"somebody's work"


def test_refresh_without_a_document_leaves_the_return_alone(made: Path, tmp_path: Path) -> None:
    before = made.read_bytes()
    (tmp_path / "broken.docx").write_bytes(b"PK")
    done = run("refresh", made, tmp_path / "broken.docx")
    assert done.exit_code == 2
    assert "was left as it is" in done.stderr
    assert made.read_bytes() == before


def test_refresh_of_what_is_no_return_is_one_sentence(tmp_path: Path) -> None:
    (tmp_path / "a.xlsx").write_bytes(b"hello")
    done = run("refresh", tmp_path / "a.xlsx", SCHOOL)
    assert done.exit_code == 2
    assert "is no Excel workbook" in done.stderr


def test_labels_and_agencies_come_from_the_settings_file(tmp_path: Path) -> None:
    policies = tmp_path / "policies"
    policies.mkdir()
    shutil.copy(SCHOOL, policies / "school.docx")
    shutil.copy(SAMPLES / "ellowmere-council-child-protection-procedures.docx", policies)
    (policies / "policyalign.toml").write_text(
        '[labels]\nmet = "Green"\npartly = "Amber"\nnot-met = "Red"\n\n'
        '[agencies]\n"Pipits Lane" = ["school.docx"]\n"Ellowmere" = ["ellowmere*"]\n',
        encoding="utf-8",
    )
    path = tmp_path / "return.xlsx"
    unsaid = run("new", policies, "-o", path)
    assert unsaid.exit_code == 2
    assert "Name it with --agency" in unsaid.stderr
    assert run("new", policies, "-o", path, "--agency", "Pipits Lane").exit_code == 0
    returned, _ = read_return(path)
    assert returned is not None
    assert list(returned.labels.values()) == ["Green", "Amber", "Red", "Not applicable"]
    assert [document.path for document in returned.documents] == ["school.docx"]
    assert returned.unread == ()
    done = run("refresh", path, policies)
    assert (done.exit_code, done.stdout) == (0, "Nothing has changed.\n")


def test_new_names_nothing_of_other_agencies_and_counts_reports_among_the_documents(
    tmp_path: Path,
) -> None:
    policies = tmp_path / "policies"
    (policies / "school").mkdir(parents=True)
    (policies / "home").mkdir()
    shutil.copy(SCHOOL, policies / "school" / "policy.docx")
    (policies / "home" / "scan.pdf").write_bytes(b"hello")
    (policies / "policyalign.toml").write_text(
        '[agencies]\n"Pipits Lane" = "school"\n"Kestrel Reach" = "home"\n', encoding="utf-8"
    )
    first = run("new", policies, "-o", policies / "school.xlsx", "--agency", "pipits lane")
    assert first.exit_code == 0
    assert "scan.pdf" not in first.stderr
    assert "45 questions (22 to rate), 1 document read." in first.stderr
    returned, _ = read_return(policies / "school.xlsx")
    assert returned is not None
    assert (returned.agency, returned.unread) == ("Pipits Lane", ())
    second = run("new", policies, "-o", tmp_path / "home.xlsx", "--agency", "Kestrel Reach")
    assert second.exit_code == 2
    assert "Not read: home/scan.pdf: Is not a PDF" in second.stderr
    assert "Passed over: 1 report or return.\nNo document could be read" in second.stderr
