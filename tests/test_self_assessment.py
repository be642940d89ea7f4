"""The year's round as docs/self-assessment.md tells it, command by command."""

from __future__ import annotations

import re
import shlex
import shutil
from collections.abc import Callable, Iterator
from datetime import date
from pathlib import Path

import docx
import openpyxl
import pytest
from click.testing import CliRunner

from policyalign.cli.main import cli
from policyalign.renderers.moderation_layout import SHEET, Heading
from policyalign.renderers.return_layout import COLUMNS, ITEMS

DOCS = Path(__file__).parents[1] / "docs"
_STEP = re.compile(r"^## (\d) (\w+)", re.MULTILINE)
_BLOCK = re.compile(r"^```sh\n(.*?)^```$", re.MULTILINE | re.DOTALL)
_COMMAND = "python -m policyalign "
_FIRST_ROW = 3


def _steps() -> Iterator[tuple[str, list[str]]]:
    """Give each step of the page with its commands."""
    parts = _STEP.split((DOCS / "self-assessment.md").read_text(encoding="utf-8"))
    for name, text in zip(parts[2::3], parts[3::3], strict=True):
        blocks = "".join(_BLOCK.findall(text))
        commands = blocks.splitlines()
        assert all(command.startswith(_COMMAND) for command in commands)
        yield name, [command.removeprefix(_COMMAND) for command in commands]


def _fill_in() -> None:
    """Ashcombe rates everything and sets an action; the hospitals rate one question."""
    column = {one.key: number for number, one in enumerate(COLUMNS, start=1)}
    for name, rows in (("ashcombe", None), ("brindle-vale", 1)):
        path = f"Partnership/returns/{name}.xlsx"
        book = openpyxl.load_workbook(path)
        sheet = book[ITEMS]
        last = sheet.max_row if rows is None else _FIRST_ROW + rows - 1
        for row in range(_FIRST_ROW, last + 1):
            sheet.cell(row, column["rating"]).value = "Met"
            sheet.cell(row, column["comment"]).value = "See the audit of May."
        book.save(path)


def _moderate() -> None:
    book = openpyxl.load_workbook("moderation.xlsx")
    sheet = book[SHEET]
    column = {cell.value: number for number, cell in enumerate(sheet[1], start=1)}
    sheet.cell(2, column[Heading.MODERATED]).value = "Partly met"
    sheet.cell(2, column[Heading.MODERATION]).value = "Agreed at the panel."
    book.save("moderation.xlsx")


def _revise() -> None:
    """A year later one policy has lost a commitment and has words that are to be avoided."""
    path = "Partnership/ashcombe-council/safety-planning.docx"
    policy = docx.Document(path)
    policy.add_paragraph("Families who fail to engage are closed.")
    policy.save(path)


_BEFORE: dict[str, Callable[[], None]] = {
    "Check": _fill_in,
    "Moderate": _moderate,
    "Compare": _revise,
}


@pytest.fixture(scope="module")
def told(tmp_path_factory: pytest.TempPathFactory) -> dict[str, list[tuple[int, str]]]:
    """What each command of each step said, and its exit code."""
    folder = tmp_path_factory.mktemp("round")
    shutil.copytree(DOCS / "sample-partnership", folder / "Partnership")
    (folder / "Partnership" / "returns").mkdir()
    said: dict[str, list[tuple[int, str]]] = {}
    with pytest.MonkeyPatch.context() as patch:
        patch.chdir(folder)
        patch.setenv("POLICYALIGN_CACHE_DIR", str(folder / "cache"))
        for step, commands in _steps():
            _BEFORE.get(step, lambda: None)()
            results = [CliRunner().invoke(cli, shlex.split(command)) for command in commands]
            said[step] = [(result.exit_code, result.output) for result in results]
    return said


def test_every_command_of_the_round_does_what_the_page_says(
    told: dict[str, list[tuple[int, str]]],
) -> None:
    codes = {step: [code for code, _ in results] for step, results in told.items()}
    assert codes == {
        "Prepare": [0, 0],
        "Send": [0, 0, 0, 0],
        "Fill": [],
        "Check": [1, 0],  # the returns are not all filled in
        "Collate": [0, 0],
        "Moderate": [0],
        "Act": [0],
        "Compare": [0, 1],  # discouraged wording has crept in
    }, told


def test_what_is_unfinished_is_named_by_file(told: dict[str, list[tuple[int, str]]]) -> None:
    said = told["Check"][0][1]
    assert "corran.docx" in said
    assert "brindle-vale.xlsx" in said


def test_the_meeting_sees_who_rates_itself_above_its_documents(
    told: dict[str, list[tuple[int, str]]],
) -> None:
    said = told["Collate"][0][1]
    assert "3 of 3 expected agencies have returned; 2 unfinished." in said
    assert re.search(r"Rated above documents: .*Ashcombe Council", said, re.DOTALL)


def test_next_year_what_crept_in_is_told(told: dict[str, list[tuple[int, str]]]) -> None:
    assert "fail to engage" in told["Compare"][0][1]


def test_the_day_of_the_round_is_today(told: dict[str, list[tuple[int, str]]]) -> None:
    assert f"{date.today():%Y}" in told["Collate"][0][1]
