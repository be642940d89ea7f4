"""The exit code follows from the report."""

from __future__ import annotations

from dataclasses import replace

import pytest

from policyalign.cli.verdict import exit_code, sentences
from policyalign.model.document import Unread
from policyalign.model.report import Report
from tests.report_builders import decided_report, document, report

LOW = document("low.docx", score=40.0, rating="Partly aligned")
HIGH = document("high.docx", score=90.0, rating="Aligned")
BLANK = document("blank.docx")


@pytest.mark.parametrize(
    ("made", "limit", "code"),
    [
        (report(LOW, HIGH), None, 0),
        (report(LOW, HIGH), 40.0, 0),
        (report(LOW, HIGH), 40.1, 1),
        (report(BLANK, HIGH), 60.0, 0),
        (report(BLANK), 60.0, 0),
        (report(), None, 2),
        (report(unread=(Unread(path="a", reason="b"),)), 60.0, 2),
    ],
    ids=["no-limit", "at-limit", "below", "no-score", "only-no-score", "nothing", "only-unread"],
)
def test_exit_code(made: Report, limit: float | None, code: int) -> None:
    assert exit_code(made, limit) == code


def test_the_score_that_counts_is_that_after_decisions() -> None:
    whole = decided_report()
    made = replace(whole, documents=whole.documents[2:])
    assert exit_code(made, 39.0) == 0
    assert exit_code(made, 41.0) == 1
    assert sentences(made, 41.0) == ("1 of 1 below 41 after decisions: policies/school.docx.",)


def test_documents_below_the_limit_are_named() -> None:
    assert sentences(report(LOW, HIGH), 60.0) == ("1 of 2 below 60: low.docx.",)


def test_many_documents_below_the_limit_are_not_all_named() -> None:
    many = report(*(document(f"{n}.docx", score=1.0, rating="Not aligned") for n in range(9)))
    (said,) = sentences(many, 60.0)
    assert said.startswith("9 of 9 below 60: 0.docx")
    assert said.endswith("4.docx, and others.")


def test_documents_without_a_score_are_not_passed_over_in_silence() -> None:
    assert sentences(report(BLANK, HIGH), 60.0) == ("Not compared with 60, having no score: 1.",)
    assert sentences(report(BLANK, HIGH), None) == ()


def test_nothing_read_is_said() -> None:
    assert sentences(report(), None) == ("No document could be read.",)
