"""Every format of the partnership's view: whole, the same each time, and never more than text."""

from __future__ import annotations

import io
import json
import re
import zipfile
from pathlib import Path

import docx
import openpyxl
import pytest
from jsonschema import Draft202012Validator

from policyalign import report_mark
from policyalign.model.partnership import Partnership
from policyalign.renderers.moderation_layout import SHEET, Heading
from policyalign.renderers.partnership import FORMATS, render
from policyalign.renderers.partnership.json_view import schema
from policyalign.renderers.signature import is_report
from tests.renderers.partnership.views import VIEWS, full, hostile


@pytest.mark.parametrize("suffix", FORMATS)
def test_the_same_view_gives_the_same_bytes(suffix: str) -> None:
    assert render(full(), suffix) == render(full(), suffix)


@pytest.mark.parametrize("suffix", FORMATS)
@pytest.mark.parametrize("view", VIEWS.values(), ids=VIEWS)
def test_every_view_is_known_as_ours_whatever_stands_in_it(suffix: str, view: Partnership) -> None:
    made = io.BytesIO(render(view, suffix))
    assert is_report(made)
    made.seek(0)
    assert report_mark.is_view(made)


@pytest.mark.parametrize("view", VIEWS.values(), ids=VIEWS)
def test_json_keeps_to_its_schema(view: Partnership) -> None:
    Draft202012Validator(schema()).validate(json.loads(render(view, ".json")))


def test_the_schema_is_closed_and_described() -> None:
    Draft202012Validator.check_schema(schema())
    waiting = [schema()]
    while waiting:
        node = waiting.pop()
        if isinstance(node, list):
            waiting.extend(node)
        elif isinstance(node, dict):
            waiting.extend(node.values())
            if node.get("type") == "object":
                assert node["additionalProperties"] is False
                assert node["required"] == list(node["properties"])
                assert node["description"]


def keys(node: object) -> set[str]:
    if isinstance(node, list):
        return set().union(*map(keys, node))
    if not isinstance(node, dict):
        return set()
    return set(node.get("properties", ())).union(*map(keys, node.values()))


def test_every_key_is_explained() -> None:
    page = Path(__file__).parents[3] / "docs" / "roll-up.md"
    prose = page.read_text(encoding="utf-8").partition("## The JSON")[2]
    # Every table of items has these two, and the page speaks of the item.
    assert keys(schema()) - {"pack", "item"} - set(re.findall(r"`([\w-]+)`", prose)) == set()


def test_the_picture_is_shown_and_small() -> None:
    docs = Path(__file__).parents[3] / "docs"
    assert "](partnership.png)" in (docs / "roll-up.md").read_text(encoding="utf-8")
    assert 20_000 < (docs / "partnership.png").stat().st_size < 200_000


def test_json_holds_what_was_worked_out() -> None:
    made = json.loads(render(full(), ".json"))
    assert made["missing"] == ["Dunstrake Housing"]
    assert made["near_names"] == [["Reed Hill Trust", "Reedhill Trust"]]
    school = next(a for a in made["agencies"] if a["name"] == "Pipits Lane Primary")
    assert school["standings"][0]["disputed"] == ["moderated-rating", "moderation-comment"]
    assert [file["use"] for file in school["files"]] == ["counted", "earlier"]
    assert {dispute["about"] for dispute in made["disputes"]} >= {"self-rating", "finding"}
    assert [action["action"] for action in made["actions"]] == ["Brief staff", "Rewrite"]


def test_the_workbook_has_a_row_to_moderate_for_each_agency_and_item() -> None:
    view = full()
    sheet = openpyxl.load_workbook(io.BytesIO(render(view, ".xlsx")))[SHEET]
    heading, *rows = sheet.iter_rows(values_only=True)
    assert heading == tuple(Heading)
    assert len(rows) == sum(len(agency.standings) for agency in view.agencies)
    found = {(row[0], row[2]): dict(zip(Heading, row, strict=True)) for row in rows}
    disputed = found["Ostley Police", "Scaling"]
    assert disputed[Heading.RATING] == "files disagree"
    assert "Self-rating: Partly met in police-2.docx, Met in police.xlsx" in str(
        disputed[Heading.CONFLICT]
    )
    assert found["Pipits Lane Primary", "Scaling"][Heading.DIFFERENCE] == "two steps above"
    assert found["Pipits Lane Primary", "Scaling"][Heading.MODERATED] is None


@pytest.mark.parametrize("text", ["=1+1", "+1", "-2", "@SUM(A1)", "=cmd|'/c calc'!A1"])
def test_what_looks_like_a_formula_stays_text_in_every_cell(text: str) -> None:
    book = openpyxl.load_workbook(io.BytesIO(render(hostile(text), ".xlsx")))
    cells = [cell for sheet in book for row in sheet.iter_rows() for cell in row]
    assert {cell.data_type for cell in cells} <= {"s", "n", "d"}
    begin_so = [cell for cell in cells if str(cell.value).startswith(text)]
    assert len({cell.parent.title for cell in begin_so}) > 6
    assert all(cell.quotePrefix for cell in begin_so if cell.parent.title != "Roll-up data")


@pytest.mark.parametrize("suffix", [".xlsx", ".docx"])
@pytest.mark.parametrize("text", ["\x1b[31mred", "\u202edesrever", "<script>alert(1)</script>"])
def test_an_office_file_holds_no_control_character(suffix: str, text: str) -> None:
    with zipfile.ZipFile(io.BytesIO(render(hostile(text), suffix))) as archive:
        parts = b"".join(archive.read(name) for name in archive.namelist())
    assert b"\x1b" not in parts
    assert "\u202e".encode() not in parts
    assert b"<script" not in parts


def test_the_word_file_has_the_answers_and_the_cases() -> None:
    made = docx.Document(io.BytesIO(render(full(), ".docx")))
    lines = [paragraph.text for paragraph in made.paragraphs]
    assert "Returned: 2 of 3 expected agencies have returned; 1 more that was not expected; " in (
        " ".join(lines)
    )
    assert "Not returned: Dunstrake Housing." in lines
    cells = [cell.text for table in made.tables for row in table.rows for cell in row.cells]
    assert "Brief staff" in cells
    assert any("Met in police.xlsx" in cell for cell in cells)
    assert any("may be one agency" in line for line in lines)
