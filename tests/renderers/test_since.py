"""A report that is held against a baseline, in each format that marks what is new."""

from __future__ import annotations

import csv
import io
import json
from dataclasses import replace
from pathlib import Path
from typing import Any

import openpyxl
import pytest
from jsonschema import Draft4Validator, Draft202012Validator
from lxml import etree

from policyalign.comparing import since
from policyalign.model.report import Outcome, Report
from policyalign.renderers import RENDERERS, render, render_pieces
from policyalign.renderers.json_report import schema
from policyalign.renderers.signature import is_report
from policyalign.renderers.since import gravest, mark
from tests.renderers.filling import filled_log
from tests.renderers.hostile import TEXTS, hostile_report
from tests.report_builders import document, finding, full_report, report

SCHEMAS = Path(__file__).parent / "schemas"
NEW, KNOWN = "new since the baseline", "known from the baseline"
COLUMN = "Since the baseline"


def held() -> Report:
    """The full report, whose school had fewer gaps and another wording before."""
    made = full_report()
    strategy, scan, school = made.documents
    before = replace(
        school,
        sha256="cd" * 32,
        items=(replace(school.items[0], outcome=Outcome.MET), *school.items[1:]),
        discouraged=(finding(), finding("never engages", school.discouraged[1].place)),
    )
    return since(made, report(strategy, scan, before))


MARKED = {
    "held": held(),
    "nothing before": since(full_report(), report()),
    **{ascii(text): since(hostile_report(text), full_report()) for text in TEXTS},
}


def text(name: str) -> str:
    return " ".join(render(held(), name).decode().split())


@pytest.mark.parametrize("name", ["terminal", "markdown", "html"])
def test_people_read_of_each_gap_whether_it_is_new(name: str) -> None:
    said = text(name)
    assert COLUMN in said
    assert "Compared with the baseline this run" in said.replace("\\", "")
    assert said.count(KNOWN) >= 4
    assert "cleared" in said


def test_a_new_place_of_a_known_wording_is_new_in_the_terminal() -> None:
    said = text("terminal")
    assert f"“failure to engage” Forms – {NEW}" in said
    assert f"“failed to engage” page 9, 7 Reviews – {KNOWN}" in said


@pytest.mark.parametrize("made", MARKED.values(), ids=MARKED)
def test_json_keeps_to_its_schema(made: Report) -> None:
    Draft202012Validator(schema()).validate(json.loads(render(made, "json")))


def test_json_says_what_was_closed_and_how_each_gap_stands() -> None:
    made = json.loads(render(held(), "json"))
    assert list(made)[-1] == "baseline"
    school = made["documents"][2]
    assert [item.get("since") for item in school["items"]][1:4] == ["known"] * 3
    assert "since" not in school["items"][4], "it is met"
    assert [found.get("since") for found in school["discouraged"]] == ["known", "new", None]


@pytest.mark.parametrize("name", RENDERERS)
def test_without_a_baseline_nothing_is_said_of_one(name: str) -> None:
    data = render(full_report(), name)
    assert b"aseline" not in data
    assert b'"since"' not in data


def sarif(made: Report) -> Any:
    return json.loads(render(made, "sarif"))


@pytest.mark.parametrize("made", MARKED.values(), ids=MARKED)
def test_sarif_gives_each_result_its_state_and_keeps_to_the_published_schema(made: Report) -> None:
    published = json.loads((SCHEMAS / "sarif-2.1.0.schema.json").read_text(encoding="utf-8"))
    Draft4Validator(published).validate(sarif(made))
    results = sarif(made)["runs"][0]["results"]
    assert {result["baselineState"] for result in results} <= {"new", "unchanged"}


@pytest.mark.parametrize("made", MARKED.values(), ids=MARKED)
def test_junit_keeps_to_the_published_schema(made: Report) -> None:
    whole = etree.fromstring(render(made, "junit"))
    etree.XMLSchema(etree.parse(SCHEMAS / "junit-10.xsd")).assertValid(whole)


def test_junit_says_of_each_failure_whether_it_is_new() -> None:
    whole = etree.fromstring(render(held(), "junit"))
    messages = [found.get("message", "") for found in whole.findall(".//failure")]
    assert messages
    assert all(message.endswith((f"({NEW})", f"({KNOWN})")) for message in messages)


def test_the_spreadsheet_has_a_column_before_those_to_fill_in() -> None:
    rows = list(csv.DictReader(io.StringIO(render(held(), "csv").decode("utf-8-sig"))))
    assert list(rows[0])[-5:] == [COLUMN, "Status", "Owner", "Due date", "Comment"]
    assert {row[COLUMN] for row in rows} >= {NEW, KNOWN}
    assert all(row["Status"] == rows[0]["Status"] != "" for row in rows)


def test_the_workbook_has_the_same_column() -> None:
    book = openpyxl.load_workbook(io.BytesIO(render(held(), "xlsx")))
    names, *rows = book["Action log"].iter_rows(values_only=True)
    at = names.index(COLUMN)
    assert {row[at] for row in rows} >= {NEW, KNOWN}


@pytest.mark.parametrize("name", RENDERERS)
def test_a_marked_report_is_known_as_ours_until_it_is_filled_in(name: str) -> None:
    assert is_report(io.BytesIO(render(held(), name)))


def test_a_marked_table_that_was_filled_in_is_theirs() -> None:
    table = render(held(), "csv")
    assert not is_report(io.BytesIO(table.replace(b",,,\r\n", b",Jo,,\r\n", 1)))
    workbook = filled_log(render(held(), "xlsx"), "Owner", "Jo")
    assert not is_report(io.BytesIO(workbook))


@pytest.mark.parametrize("name", RENDERERS)
def test_the_pieces_are_the_report(name: str) -> None:
    assert b"".join(render_pieces(held(), name)) == render(held(), name)


def test_several_places_are_as_new_as_the_newest() -> None:
    marks = [found.since for found in held().documents[2].discouraged]
    assert mark(gravest(marks)) == NEW
    assert mark(gravest([None])) == ""


def test_a_report_without_documents_can_be_held_against_one() -> None:
    made = since(report(), report(document("a.docx")))
    assert b"not checked now" in render(made, "terminal")
