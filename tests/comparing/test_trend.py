"""Alignment by the day of each report."""

from __future__ import annotations

import pytest

from policyalign.comparing.trend import trend_of
from policyalign.errors import InputError
from tests.comparing.made import document, run

TEXT = "\n".join(f"Paragraph {n} says what is done in the case of number {n}." for n in range(10))


def test_documents_keep_their_line_through_reports_in_any_order() -> None:
    found = trend_of(
        [
            run(document("a", score=60.0), document("b", score=None, title="B"), day="2026-06-01"),
            run(document("a", score=40.0), day="2026-05-01"),
        ]
    )
    assert [(p.day, p.mean, p.scored, p.documents) for p in found.points] == [
        ("2026-05-01", 40.0, 1, 1),
        ("2026-06-01", 60.0, 1, 2),
    ]
    assert {d.path: d.scores for d in found.documents} == {"a": (40.0, 60.0), "b": (None, None)}


def test_a_renamed_document_keeps_its_line_under_its_last_name() -> None:
    found = trend_of(
        [
            run(document("old", text=TEXT, score=10.0), day="2026-05-01"),
            run(document("new", text=TEXT, score=20.0), day="2026-06-01"),
        ]
    )
    assert [(d.path, d.scores) for d in found.documents] == [("new", (10.0, 20.0))]


def test_a_document_that_went_has_no_score_from_then_on() -> None:
    found = trend_of([run(document("a"), day="2026-05-01"), run(day="2026-06-01")])
    assert [d.scores for d in found.documents] == [(50.0, None)]
    assert found.points[1].mean is None


def test_a_report_without_a_day_is_refused() -> None:
    with pytest.raises(InputError, match="does not say on which day"):
        trend_of([run(day=None)])


def test_two_reports_of_one_day_are_refused() -> None:
    with pytest.raises(InputError, match="on the same day"):
        trend_of([run(), run()])


def test_no_reports_give_no_points() -> None:
    assert trend_of([]).points == ()
