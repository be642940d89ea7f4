"""What people decided, and what the settings file did, in every kind of report."""

from __future__ import annotations

import io
import json
from dataclasses import replace
from typing import TYPE_CHECKING, Any

import docx
import openpyxl
import pytest
from jsonschema import Draft202012Validator

from policyalign.model.report import DecisionKind, DocumentResult, Outcome
from policyalign.renderers import RENDERERS, render
from policyalign.renderers.decision_wording import LEFT_OUT, line
from policyalign.renderers.gaps import OPEN, gaps, nothing_missing
from policyalign.renderers.json_report import schema
from policyalign.renderers.signature import is_report
from tests.renderers.hostile import TEXTS, hostile_settings
from tests.report_builders import (
    decided_report,
    decision,
    document,
    full_report,
    pack,
    report,
    result,
)

if TYPE_CHECKING:
    from tests.conftest import Golden

SIGNED = "by A. Reader until 31 March 2027: It is said in the staff handbook."
TEXT_FORMATS = [name for name in RENDERERS if name not in {"json", "xlsx", "docx"}]


def school() -> DocumentResult:
    return decided_report().documents[2]


def said(name: str) -> str:
    """All words of the report, on one line."""
    data = render(decided_report(), name)
    if name == "xlsx":
        book = openpyxl.load_workbook(io.BytesIO(data))
        text = " ".join(str(c.value) for sheet in book for row in sheet for c in row)
    elif name == "docx":
        page = docx.Document(io.BytesIO(data))
        cells = [c.text for t in page.tables for r in t.rows for c in r.cells]
        text = " ".join([*(p.text for p in page.paragraphs), *cells])
    elif name == "sarif":
        text = json.dumps(json.loads(data), ensure_ascii=False)
    else:
        text = data.decode()
    return " ".join(text.replace("\\n", " ").split())


@pytest.mark.parametrize("name", [name for name in RENDERERS if name != "json"])
def test_every_report_for_people_says_who_decided_what_and_why_and_until_when(name: str) -> None:
    whole = said(name)
    for ruling in (
        "partly met as found; overruled to “met”",
        "missing as found; known and accepted",
        "missing as found; held not to apply",
        "met as found; overruled to “missing”",
    ):
        assert f"{ruling} {SIGNED}" in whole


@pytest.mark.parametrize("name", [name for name in RENDERERS if name != "csv"])
def test_every_report_shows_both_scores_but_the_action_log_which_has_none(name: str) -> None:
    assert "34.6" in said(name)
    assert "40.0" in said(name)


@pytest.mark.parametrize("name", RENDERERS)
def test_every_report_names_what_was_left_out_and_what_did_nothing(name: str) -> None:
    whole = said(name)
    assert "policies/archive/old.docx" in whole or "policies/archive/old_docx" in whole
    assert "he decision on “commits” has no effect any more" in whole


def test_report_as_a_person_reads_it(golden: Golden) -> None:
    golden("decided.txt", render(decided_report(), "terminal").decode())


def test_gaps_to_act_on_are_those_that_stand() -> None:
    assert [(gap.item.id, gap.outcome) for gap in gaps(school(), pack(), *OPEN)] == [
        ("children-tools", Outcome.NOT_MET),
        ("respectful", Outcome.PARTLY),
    ]


def test_what_was_found_stays_as_it_was_found() -> None:
    before, after = full_report().documents[2], school()
    assert [item.outcome for item in after.items] == [item.outcome for item in before.items]
    assert (after.score, after.rating) == (before.score, before.rating)


def test_an_accepted_gap_is_not_said_to_be_no_gap() -> None:
    met = result("commits", Outcome.MET)
    gap = replace(
        result("names-framework", Outcome.NOT_MET), decision=decision(DecisionKind.ACCEPTED)
    )
    overruled = replace(met, decision=decision(DecisionKind.OVERRULED, Outcome.NOT_MET))
    assert nothing_missing(document("a.docx", met))
    assert not nothing_missing(document("a.docx", met, gap))
    assert not nothing_missing(document("a.docx", overruled))


def test_totals_count_what_is_still_missing_and_the_mean_after_decisions() -> None:
    totals = decided_report().totals
    assert totals.missing == (("children-tools", 1),)
    assert (totals.decided, totals.excluded) == (4, 2)
    assert (totals.mean_score, totals.decided_mean_score) == (67.3, 70.0)


def test_without_decisions_both_means_are_the_same() -> None:
    totals = full_report().totals
    assert totals.decided_mean_score == totals.mean_score
    assert line(full_report().documents[0].items[0]) == ""


def test_json_keeps_to_the_schema_and_holds_the_decision_beside_the_outcome() -> None:
    made = json.loads(render(decided_report(), "json"))
    Draft202012Validator(schema()).validate(made)
    item = made["documents"][2]["items"][0]
    assert item["outcome"] == "partly"
    assert item["decision"] == {
        "kind": "overruled",
        "outcome": "met",
        "by": "A. Reader",
        "why": "it is said in the staff handbook",
        "until": "2027-03-31",
    }
    assert made["documents"][2]["decided"] == {"score": 40.0, "rating": "Partly aligned"}
    assert made["documents"][0]["decided"] is None
    assert made["remarks"] == [
        {
            "kind": "expired",
            "line": 12,
            "reason": "the decision on “commits” has no effect any more",
        }
    ]


def test_sarif_suppresses_what_nobody_need_act_on_and_nothing_else() -> None:
    (run,) = json.loads(render(decided_report(), "sarif"))["runs"]
    found: list[Any] = [r for r in run["results"] if r["ruleId"].startswith("item/")]
    assert all("suppressions" in r for r in run["results"])
    suppressed = {r["ruleId"]: bool(r["suppressions"]) for r in found}
    assert suppressed == {
        "item/children-tools": False,
        "item/respectful": False,
        "item/shared-words": False,
        "item/names-framework": True,
        "item/commits": True,
        "item/danger-and-goal": True,
    }


def test_terminal_names_only_some_of_very_many_excluded_files() -> None:
    made = replace(decided_report(), excluded=tuple(f"old/{n}.docx" for n in range(700)))
    text = " ".join(render(made, "terminal").decode().split())
    assert "700 files excluded by policyalign.toml" in text
    assert "and 695 more." in text


@pytest.mark.parametrize("name", ["csv", "xlsx", "docx"])
def test_a_report_with_decisions_may_be_made_anew_until_somebody_fills_it_in(name: str) -> None:
    data = render(decided_report(), name)
    assert is_report(io.BytesIO(data))


def test_a_decided_row_that_somebody_changed_is_theirs() -> None:
    text = render(decided_report(), "csv").decode()
    changed = text.replace("Not needed,,,", "Not needed,,,seen", 1)
    closed = text.replace("Not started", "Not needed", 1)
    assert not is_report(io.BytesIO(changed.encode()))
    assert not is_report(io.BytesIO(closed.encode()))
    assert LEFT_OUT.lower() in text


@pytest.mark.parametrize("name", TEXT_FORMATS)
def test_words_of_a_settings_file_drive_no_terminal(name: str) -> None:
    for text in TEXTS:
        assert not set(render(hostile_settings(text), name).decode()) & set("\x1b\x9b\u202e")


def test_words_of_a_settings_file_are_no_markup() -> None:
    page = render(hostile_settings("<script>alert(1)</script>"), "html").decode()
    assert "<script>alert" not in page
    assert "&lt;script&gt;alert(1)" in page


def test_a_report_without_a_document_still_names_what_was_left_out() -> None:
    made = replace(report(), excluded=("a.docx",), settings=decided_report().settings)
    assert b"a.docx" in render(made, "terminal")
