"""The SARIF report: its schema, its places, and marks that stay the same."""

from __future__ import annotations

import json
from pathlib import Path
from typing import TYPE_CHECKING, Any

import pytest
from jsonschema import Draft4Validator

from policyalign.renderers import render
from tests.renderers.hostile import REPORTS
from tests.report_builders import document, finding, full_report, place, report

if TYPE_CHECKING:
    from policyalign.model.report import Report
    from tests.conftest import Golden

PUBLISHED = Path(__file__).parent / "schemas" / "sarif-2.1.0.schema.json"


def log(made: Report) -> Any:
    return json.loads(render(made, "sarif"))


def run(made: Report) -> Any:
    return log(made)["runs"][0]


@pytest.mark.parametrize("made", REPORTS.values(), ids=REPORTS)
def test_report_holds_what_sarif_asks_for_and_nothing_else(made: Report) -> None:
    schema = json.loads(PUBLISHED.read_text(encoding="utf-8"))
    Draft4Validator.check_schema(schema)
    Draft4Validator(schema).validate(log(made))


def test_the_published_schema_refuses_what_is_no_sarif() -> None:
    made = log(full_report())
    made["runs"][0]["results"][0]["level"] = "grave"
    made["runs"][0]["tool"]["driver"]["colour"] = "blue"
    schema = json.loads(PUBLISHED.read_text(encoding="utf-8"))
    assert len(list(Draft4Validator(schema).iter_errors(made))) == 2


def test_report_as_a_pipeline_gets_it(golden: Golden) -> None:
    golden("report.sarif", render(full_report(), "sarif").decode())


def test_there_is_a_rule_for_every_item_and_every_wording_that_was_used() -> None:
    found = run(full_report())
    rules = [rule["id"] for rule in found["tool"]["driver"]["rules"]]
    assert len(rules) == 8
    assert rules[-1] == "wording/failed-to-engage"
    for result in found["results"]:
        assert rules[result["ruleIndex"]] == result["ruleId"]


def test_level_follows_importance_and_what_could_not_be_told_has_none() -> None:
    levels = [(r["ruleId"], r["kind"], r["level"]) for r in run(full_report())["results"]]
    assert levels == [
        ("item/commits", "fail", "error"),
        ("item/danger-and-goal", "fail", "error"),
        ("item/names-framework", "fail", "error"),
        ("item/respectful", "fail", "warning"),
        ("item/shared-words", "open", "none"),
        ("wording/failed-to-engage", "fail", "warning"),
        ("wording/failed-to-engage", "fail", "warning"),
    ]


def test_place_is_the_headings_the_page_and_the_paragraph() -> None:
    (where,) = run(full_report())["results"][5]["locations"]
    assert where["logicalLocations"] == [
        {
            "fullyQualifiedName": "page 9, 7 Reviews",
            "properties": {"paragraph": 81, "page": 9, "charOffset": 0, "charLength": 16},
        }
    ]


def test_file_is_a_relative_address_in_plain_letters() -> None:
    made = run(report(document("Über uns/c:a b#1?%.docx")))
    assert made["artifacts"][0]["location"]["uri"] == "%C3%9Cber%20uns/c%3Aa%20b%231%3F%25.docx"


def test_files_and_parts_that_were_not_read_are_notifications() -> None:
    (invocation,) = run(full_report())["invocations"]
    said = [(n["descriptor"]["id"], n["level"]) for n in invocation["toolExecutionNotifications"]]
    assert invocation["executionSuccessful"] is True
    assert said == [("unread", "error"), ("scanned-page", "warning"), ("scanned-page", "warning")]
    assert run(report())["invocations"][0]["executionSuccessful"] is False


def test_words_are_no_placeholders_and_no_links() -> None:
    made = run(report(document("a", discouraged=(finding("{0} [x](https://example.org)"),))))
    (result,) = made["results"]
    assert "“{{0}} [x] (https://example.org)”" in result["message"]["text"]


def marks(*places: Any) -> list[str]:
    made = run(report(document("a.docx", discouraged=tuple(finding(where=p) for p in places))))
    return [result["partialFingerprints"]["policyalign/v1"] for result in made["results"]]


def test_mark_outlives_a_move_and_tells_two_places_apart() -> None:
    early, late = place("Reviews", block=4), place("Reviews", block=90)
    assert marks(early) == marks(late)
    assert len(set(marks(early, late))) == 2
    assert marks(place("Roles")) != marks(early)
