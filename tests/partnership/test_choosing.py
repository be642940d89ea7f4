"""Which files of an agency count."""

from __future__ import annotations

from datetime import date, timedelta

from policyalign.model.partnership import Use
from policyalign.model.submissions import Submission
from policyalign.partnership.choosing import ROUND, choose
from tests.partnership.building import DAY, MET, NOT_MET, held, reported, row, sent

BEFORE = DAY - timedelta(days=20)


def uses(*submissions: Submission) -> dict[str, Use]:
    return {one.submission.path: one.use for one in choose(submissions)}


def returned(path: str, *rows: object, made: date = DAY) -> Submission:
    return sent(held("A", *rows, made=made), path)  # type: ignore[arg-type]


def test_two_returns_of_one_round_both_count_because_the_later_is_not_taken_to_be_right() -> None:
    found = uses(returned("b", row("x", MET)), returned("a", row("x", NOT_MET), made=BEFORE))
    assert found == {"b": Use.COUNTED, "a": Use.COUNTED}


def test_the_same_return_sent_twice_is_counted_once() -> None:
    assert uses(returned("a", row("x", MET)), returned("b", row("x", MET))) == {
        "a": Use.COUNTED,
        "b": Use.SAME,
    }


def test_a_return_of_the_round_before_does_not_count() -> None:
    last_day = uses(returned("a"), returned("b", row("x"), made=DAY - ROUND + timedelta(days=1)))
    assert last_day == {"a": Use.COUNTED, "b": Use.COUNTED}
    day_before = uses(returned("a"), returned("b", row("x"), made=DAY - ROUND))
    assert day_before == {"a": Use.COUNTED, "b": Use.EARLIER}


def test_a_report_counts_only_where_there_is_no_return() -> None:
    report = reported(held("A", row("x"), made=DAY + timedelta(days=9)), "r")
    assert uses(report) == {"r": Use.COUNTED}
    assert uses(report, returned("a", row("x", MET))) == {"r": Use.BESIDE, "a": Use.COUNTED}


def test_of_reports_only_those_of_the_newest_day_count() -> None:
    new, other = (reported(held("A", row(item)), item) for item in ("x", "y"))
    old = reported(held("A", row("x"), made=BEFORE), "old")
    assert uses(new, other, old) == {"x": Use.COUNTED, "y": Use.COUNTED, "old": Use.EARLIER}
