"""Compare the review date that a document states with a given day."""

from __future__ import annotations

import re
from calendar import monthrange
from datetime import date

from policyalign.model.document import Control, Notice, NoticeKind

_MONTHS = ("jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec")
_NAMED = re.compile(
    r"(?:(\d{1,2})(?:st|nd|rd|th)?\s+)?([a-z]{3,9})\.?,?\s+(\d{4})\b", re.IGNORECASE
)
_NUMBERED = re.compile(r"\b(\d{1,2})[./-](\d{1,2})[./-](\d{4}|\d{2})\b")
_ISO = re.compile(r"\b(\d{4})-(\d{2})-(\d{2})\b")
_MONTH_AND_YEAR = re.compile(r"(?<![\d/])(\d{1,2})/(\d{4})\b")
# The last month that a season, or the school term called after it, can mean.
_SEASONS = {"spring": 5, "summer": 8, "autumn": 12}
_SEASON = re.compile(r"\b(spring|summer|autumn)(?:\s+term)?\s+(\d{4})\b", re.IGNORECASE)
_YEAR = re.compile(r"\s*((?:19|20)\d\d)\s*\Z")


def last_day_meant(text: str) -> date | None:
    """Give the last day that a written date can mean, or ``None`` if it is no date.

    Days come before months, as written in the United Kingdom. ``September 2026`` means its last
    day and ``2026`` the last day of the year; ``Spring 2027`` ends with May.
    """
    return _in_figures(text) or _in_words(text)


def _in_figures(text: str) -> date | None:
    if match := _ISO.search(text):
        return _day(*map(int, match.groups()))
    if match := _NUMBERED.search(text):
        day, month, year = map(int, match.groups())
        return _day(year + 2000 if year < 100 else year, month, day)
    if match := _MONTH_AND_YEAR.search(text):
        return _day(int(match[2]), int(match[1]), None)
    match = _YEAR.match(text)
    return date(int(match[1]), 12, 31) if match else None


def _in_words(text: str) -> date | None:
    if match := _SEASON.search(text):
        return _day(int(match[2]), _SEASONS[match[1].lower()], None)
    for match in _NAMED.finditer(text):
        name = match[2][:3].lower()
        if name in _MONTHS:
            return _day(int(match[3]), _MONTHS.index(name) + 1, int(match[1]) if match[1] else None)
    return None


def overdue_notice(control: Control, today: date) -> tuple[Notice, ...]:
    """Give a notice if the stated review date lies before today, and otherwise nothing."""
    due = last_day_meant(control.review) if control.review else None
    if due is None or due >= today:
        return ()
    reason = f"its review date, {control.review}, has passed"
    return (Notice(kind=NoticeKind.REVIEW_OVERDUE, reason=reason),)


def _day(year: int, month: int, day: int | None) -> date | None:
    try:
        return date(year, month, day or monthrange(year, month)[1])
    except ValueError:  # 31/02/2026 is a slip of the pen, not a date
        return None
