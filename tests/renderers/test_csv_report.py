"""The action log: its rows, and that a spreadsheet takes every cell for text."""

from __future__ import annotations

import csv
import io
from typing import TYPE_CHECKING

import pytest

from policyalign.model.report import Outcome
from policyalign.renderers import render
from policyalign.renderers.actions import COLUMNS, FRESH
from tests.renderers.hostile import TEXTS, hostile_report
from tests.report_builders import document, finding, full_report, place, report, result

if TYPE_CHECKING:
    from policyalign.model.report import Report
    from tests.conftest import Golden


def rows(made: Report) -> list[dict[str, str]]:
    text = render(made, "csv").decode("utf-8-sig")
    return list(csv.DictReader(io.StringIO(text, newline=""), strict=True))


def test_table_as_it_is_opened(golden: Golden) -> None:
    golden("report.csv", render(full_report(), "csv").decode("utf-8-sig").replace("\r\n", "\n"))


def test_excel_is_told_the_encoding_and_gets_its_line_ends() -> None:
    data = render(full_report(), "csv")
    assert data.startswith(b"\xef\xbb\xbfDocument,Agency,")
    assert data.count(b"\n") == data.count(b"\r\n") == 8
    assert "“never” will –".encode() in data


def test_a_row_stands_for_an_item_that_is_not_met_or_wording_to_change() -> None:
    made = [(row["Document"], row["Item"], row["Outcome"]) for row in rows(full_report())]
    assert made == [
        ("policies/school.docx", "commits", "missing"),
        ("policies/school.docx", "danger-and-goal", "missing"),
        ("policies/school.docx", "names-framework", "partly met"),
        ("policies/school.docx", "respectful", "partly met"),
        ("policies/school.docx", "shared-words", "could not tell"),
        ("policies/school.docx", "failed-to-engage", "discouraged wording"),
        ("policies/old.doc", "", "could not be read"),
    ]


def test_a_row_says_what_to_do_and_where() -> None:
    row = next(row for row in rows(full_report()) if row["Item"] == "respectful")
    assert row["What is missing"] == "It uses discouraged wording (blaming or judgement)."
    assert (row["Nearest words"], row["Place"]) == (
        "failed to engage (discouraged wording)",
        "page 9, 7 Reviews",
    )
    assert row["You could write"] == "We will write this down with the family."
    assert row["Importance"] == "Expected"


def test_discouraged_wording_has_one_row_with_all_its_places() -> None:
    twice = (finding("failed to engage"), finding("fail to engage", place("8 Closing")))
    excused = finding("failed to engage", place("9 Sources"), excuse="title of a document")
    (row,) = rows(report(document("a.docx", discouraged=(*twice, excused))))
    assert row["Item title"] == "“failed to engage”"
    assert row["What is missing"].startswith("Reword: Puts the whole")
    assert row["Nearest words"] == "“failed to engage”; “fail to engage”"
    assert row["Place"] == "page 9, 7 Reviews; 8 Closing"
    assert row["You could write"].startswith("Better: say what was offered")
    assert row["Status"] == FRESH[0]


def test_columns_for_those_who_do_it_are_last_and_not_filled_in() -> None:
    assert COLUMNS[-4:] == ("Status", "Owner", "Due date", "Comment")
    made = {tuple(row[column] for column in COLUMNS[-4:]) for row in rows(full_report())}
    assert made == {FRESH} == {("Not started", "", "", "")}


@pytest.mark.parametrize("text", TEXTS, ids=ascii)
def test_no_cell_is_a_formula_or_breaks_the_table(text: str) -> None:
    made = rows(hostile_report(text))
    assert len(made) == 5
    for row in made:
        assert tuple(row) == COLUMNS
        for cell in row.values():
            assert not cell.startswith(("=", "+", "-", "@", "＝", "\t", "\r"))
            assert not set(cell) & set("\n\r\t\x1b\x9b\0\u202e")


@pytest.mark.parametrize("sign", ["=", "+", "-", "@", "＝"])
def test_an_apostrophe_keeps_a_formula_from_running(sign: str) -> None:
    item = result("commits", Outcome.UNCLEAR, reason=f"{sign}cmd|'/c calc'!A1")
    (row,) = rows(report(document("a.docx", item)))
    assert row["What is missing"] == f"'{sign}cmd|'/c calc'!A1."
