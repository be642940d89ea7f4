"""Review dates as people write them."""

from __future__ import annotations

from datetime import date

import pytest

from policyalign.control_dates import last_day_meant, overdue_notice
from policyalign.model.document import Control, NoticeKind


@pytest.mark.parametrize(
    ("written", "day"),
    [
        ("30 June 2027", date(2027, 6, 30)),
        ("1st Sept. 2026", date(2026, 9, 1)),
        ("September 2026", date(2026, 9, 30)),
        ("Next review: February 2028", date(2028, 2, 29)),
        ("05/04/2026", date(2026, 4, 5)),
        ("5.4.26", date(2026, 4, 5)),
        ("2026-04-05", date(2026, 4, 5)),
        ("2026", date(2026, 12, 31)),
        ("31/02/2026", None),
        ("when the law changes", None),
        ("summer term 2026", date(2026, 8, 31)),
        ("Spring 2027", date(2027, 5, 31)),
        ("03/2027", date(2027, 3, 31)),
        ("13/2027", None),
    ],
)
def test_the_last_day_that_a_date_can_mean(written: str, day: date | None) -> None:
    assert last_day_meant(written) == day


def test_a_review_date_that_has_passed_gives_a_notice() -> None:
    control = Control(review="September 2026")
    (notice,) = overdue_notice(control, date(2026, 10, 1))
    assert (notice.kind, notice.reason) == (
        NoticeKind.REVIEW_OVERDUE,
        "its review date, September 2026, has passed",
    )
    assert overdue_notice(control, date(2026, 9, 30)) == ()
    assert overdue_notice(Control(), date(2026, 9, 30)) == ()
