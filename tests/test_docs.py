"""The pages in ``docs`` about matching, outcomes and the JSON report are true."""

from __future__ import annotations

import json
import re
from pathlib import Path
from typing import Any

import jsonschema
import pytest

import policyalign
from policyalign.checklist import rating_for, score
from policyalign.model.pack import Importance, Pack
from policyalign.model.report import How, ItemResult, Outcome, Status
from policyalign.renderers import wording
from policyalign.renderers.json_report import schema
from policyalign.renderers.language.json_report import schema as language_schema

DOCS = Path(__file__).parents[1] / "docs"
CHECKLIST = (DOCS / "checklist.md").read_text(encoding="utf-8")
LANGUAGE = (DOCS / "language.md").read_text(encoding="utf-8")
JSON_REPORT = (DOCS / "json-report.md").read_text(encoding="utf-8")
MATCHING = (DOCS / "matching.md").read_text(encoding="utf-8")


def test_the_picture_of_the_word_report_is_shown_and_small() -> None:
    assert "](word-report.png)" in (DOCS / "command-line.md").read_text(encoding="utf-8")
    assert 20_000 < (DOCS / "word-report.png").stat().st_size < 150_000


def test_the_picture_of_the_return_as_a_word_form_is_shown_and_small() -> None:
    assert "](return-form.png)" in (DOCS / "return-form.md").read_text(encoding="utf-8")
    assert 20_000 < (DOCS / "return-form.png").stat().st_size < 150_000


@pytest.mark.parametrize("part", ["overview", "document", "text"])
def test_the_pictures_of_the_web_page_are_shown_and_small(part: str) -> None:
    assert f"](web-page-{part}.png)" in (DOCS / "web-page.md").read_text(encoding="utf-8")
    assert 20_000 < (DOCS / f"web-page-{part}.png").stat().st_size < 200_000


def test_the_picture_of_the_common_language_is_shown_and_small() -> None:
    assert "](language.png)" in LANGUAGE
    assert 20_000 < (DOCS / "language.png").stat().st_size < 150_000


def test_every_key_of_the_comparison_of_names_is_explained() -> None:
    known = language_schema()
    keys = _keys(known) | _keys(known["$defs"])
    assert not {key for key in keys if f"`{key}`" not in LANGUAGE}


def _rows(text: str, heading: str) -> list[list[str]]:
    """Give the cells of the table whose heading begins so, without their marks of code."""
    table = text.partition(f"| {heading}")[2].partition("\n\n")[0]
    lines = table.splitlines()[2:]
    assert lines, f"there is no table {heading}"
    return [[c.strip().replace("`", "") for c in line.strip("|").split("|")] for line in lines]


def _keys(node: Any) -> set[str]:
    """Give every key that a JSON Schema knows, at any depth."""
    if isinstance(node, list):
        return set().union(*map(_keys, node))
    if not isinstance(node, dict):
        return set()
    return set(node.get("properties", ())).union(*map(_keys, node.values()))


@pytest.fixture(scope="module")
def pack() -> Pack:
    return policyalign.load_pack("sos")


@pytest.mark.parametrize("row", _rows(MATCHING, "In a policy"), ids=lambda row: row[0])
def test_examples_of_matching_are_true(row: list[str], pack: Pack) -> None:
    text, concept, how, status = row
    mentions = policyalign.check_text(text, pack=pack).mentions
    if concept == "none":
        assert not mentions
    else:
        assert (concept, how, status) in {(m.concept, m.how, m.status) for m in mentions}


def test_every_way_of_being_found_and_every_status_has_an_example() -> None:
    rows = _rows(MATCHING, "In a policy")
    assert set(How) <= {row[2] for row in rows}
    assert set(Status) <= {row[3] for row in rows}


def test_every_key_of_the_json_report_is_explained() -> None:
    prose = JSON_REPORT.partition("## Example")[0]
    assert not {key for key in _keys(schema()) if f"`{key}`" not in prose}


def test_the_example_of_the_json_report_is_valid() -> None:
    (example,) = re.findall(r"```json\n(.*?)```", JSON_REPORT, re.DOTALL)
    checked = json.loads(example)
    jsonschema.validate(checked, schema())
    assert checked["schema"] == "policyalign-report/1"


def test_every_outcome_has_its_words() -> None:
    rows = _rows(CHECKLIST, "In the JSON report")
    assert {row[0]: row[1] for row in rows} == {str(k): v for k, v in wording.OUTCOMES.items()}


def test_the_worked_example_gives_what_the_program_gives(pack: Pack) -> None:
    """Items of the pack stand in for those that the table counts."""
    results: list[ItemResult] = []
    for name, weight, met, partly, missing, *_ in _rows(CHECKLIST, "Importance")[:3]:
        assert pack.weights[Importance(name)] == float(weight)
        of_this = next(i.id for i in pack.checklist.values() if i.importance == name)
        counts = {Outcome.MET: met, Outcome.PARTLY: partly, Outcome.NOT_MET: missing}
        for outcome, count in counts.items():
            results += [ItemResult(id=of_this, outcome=outcome, reason="")] * int(count)
    value = score(results, pack)
    assert f"= {value}. The report shows this sum" in CHECKLIST
    assert rating_for(value, results, pack) == "Mostly aligned"


def test_the_ratings_shown_are_those_of_the_pack(pack: Pack) -> None:
    rows = _rows(CHECKLIST, "Rating")
    assert [
        (r.name, f"{r.at_least:g}", "yes" if r.needs_essentials else "") for r in pack.ratings
    ] == [tuple(row) for row in rows]
