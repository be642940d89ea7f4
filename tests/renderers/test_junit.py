"""The JUnit report: its schema, and what passes, fails and is skipped."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING, Any

import pytest
from lxml import etree

from policyalign.renderers import render
from policyalign.renderers.plain import plain
from tests.renderers.hostile import REPORTS, TEXTS, hostile_report
from tests.report_builders import full_report

if TYPE_CHECKING:
    from policyalign.model.report import Report
    from tests.conftest import Golden

SCHEMA = etree.XMLSchema(etree.parse(Path(__file__).parent / "schemas" / "junit-10.xsd"))


def suites(made: Report) -> Any:
    return etree.fromstring(render(made, "junit"))


def case(item: str) -> Any:
    """The test that stands for an item in the document of the full report that has gaps."""
    (found,) = suites(full_report()).xpath(
        f"testsuite[@name='policies/school.docx']/testcase[starts-with(@name, '{item}:')]"
    )
    return found


@pytest.mark.parametrize("made", REPORTS.values(), ids=REPORTS)
def test_report_keeps_to_the_published_schema(made: Report) -> None:
    SCHEMA.assertValid(suites(made))


def test_report_as_a_pipeline_gets_it(golden: Golden) -> None:
    golden("report.xml", render(full_report(), "junit").decode())


@pytest.mark.parametrize("made", REPORTS.values(), ids=REPORTS)
def test_counts_are_those_of_the_tests(made: Report) -> None:
    whole = suites(made)
    for part in (whole, *whole):
        assert int(part.get("tests")) == len(part.findall(".//testcase"))
        assert int(part.get("failures")) == len(part.findall(".//failure"))
        assert int(part.get("errors")) == len(part.findall(".//error"))
    for suite in whole:
        assert int(suite.get("skipped", "0")) == len(suite.findall(".//skipped"))


def test_missing_item_fails_with_what_is_missing_and_what_to_write() -> None:
    (failure,) = case("danger-and-goal")
    assert (failure.tag, failure.get("type")) == ("failure", "not-met")
    assert "Not found: “Safety goal”." in failure.get("message")
    assert "You could write: “We will write this down with the family.”" in failure.text


def test_item_partly_met_fails_with_a_type_of_its_own() -> None:
    (failure,) = case("names-framework")
    assert (failure.tag, failure.get("type")) == ("failure", "partly")


@pytest.mark.parametrize(
    ("item", "kind", "reason"),
    [
        ("shared-words", "unclear", "Could not tell: Page 7 could not be read."),
        ("supervision", "n-a", "Does not apply: Asked of procedures for social workers only."),
    ],
)
def test_item_that_does_not_count_is_skipped_with_its_reason(
    item: str, kind: str, reason: str
) -> None:
    (skipped,) = case(item)
    assert (skipped.tag, skipped.get("type"), skipped.get("message")) == ("skipped", kind, reason)


def test_item_that_is_met_passes() -> None:
    assert len(case("children-tools")) == 0


def test_file_that_could_not_be_read_is_a_suite_with_an_error() -> None:
    suite = suites(full_report())[-1]
    assert suite.get("name") == "policies/old.doc"
    assert suite.find("testcase/error").get("message") == "Save it as .docx and run again."


def test_notices_and_discouraged_wording_stand_at_the_end_of_the_suite() -> None:
    said = suites(full_report())[2].findtext("system-out")
    assert "Notices: Page 7: A picture without text" in said
    assert "“failure to engage” (Forms)" in said


@pytest.mark.parametrize("text", TEXTS, ids=ascii)
def test_words_of_a_document_stay_words(text: str) -> None:
    suite = suites(hostile_report(text))[0]
    assert suite.find("properties/property[@name='title']").get("value") == plain(text)
    assert {one.tag for one in suite.iter()} <= {
        *("testsuite", "properties", "property", "testcase"),
        *("failure", "skipped", "system-out"),
    }
