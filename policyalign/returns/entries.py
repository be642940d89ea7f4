"""What people wrote into a cell, taken for a rating or a day."""

from __future__ import annotations

import difflib
import math
import re
from collections.abc import Mapping
from datetime import date, timedelta

from policyalign.model.returns import Rating

_MONTHS = "jan feb mar apr may jun jul aug sep oct nov dec".split()
_NUMERIC = re.compile(r"(\d{1,2})\s*[./\-]\s*(\d{1,2})\s*[./\-]\s*(\d{4}|\d{2})")
_ISO = re.compile(r"(\d{4})-(\d{1,2})-(\d{1,2})(?:[T ][\d:.]*)?")
_WORDED = re.compile(
    r"(?:[a-z]+,?\s+)?(\d{1,2})(?:st|nd|rd|th)?(?:\s+of)?[\s\-/]+([a-z]{3,9})\.?,?[\s\-/]+"
    r"(\d{4}|\d{2})",
    re.IGNORECASE,
)
_NOT_APPLICABLE = frozenset({"na", "notapplicable"})
_LONGEST_DATE = 60
_DAY_ZERO, _DAY_ZERO_1904 = date(1899, 12, 30), date(1904, 1, 1)
# Days from 1900 to 2200: a number outside of this is no day that anybody means.
_DAYS = range(1, 110_000)


def rating_of(text: str, labels: Mapping[Rating, str]) -> Rating | None:
    """Give the rating that has this label, whatever its capitals and blanks, if one has."""
    wanted = folded(text)
    found = next((one for one, label in labels.items() if folded(label) == wanted), None)
    if found is None and re.sub(r"\W", "", wanted) in _NOT_APPLICABLE:
        return Rating.NOT_APPLICABLE
    return found


def nearest_label(text: str, labels: Mapping[Rating, str]) -> str | None:
    """Give the label that was most likely meant, if one is near."""
    by_folded = {folded(label): label for label in labels.values()}
    near = difflib.get_close_matches(folded(text), by_folded, n=1, cutoff=0.6)
    return by_folded[near[0]] if near else None


def day_of_number(number: float, *, from_1904: bool) -> date | None:
    """Give the day that a workbook keeps as this number, if it can be one."""
    if not (math.isfinite(number) and int(number) in _DAYS):
        return None
    return (_DAY_ZERO_1904 if from_1904 else _DAY_ZERO) + timedelta(days=int(number))


def day_of_text(text: str) -> date | None:
    """Give the day that was written as text in a way usual in the UK: the day before the month."""
    text = " ".join(text[:_LONGEST_DATE].split())
    if match := _ISO.fullmatch(text):
        year, month, day = map(int, match.groups())
    elif match := _NUMERIC.fullmatch(text):
        day, month, year = map(int, match.groups())
    elif match := _WORDED.fullmatch(text):
        name = match[2].lower()[:3]
        if name not in _MONTHS:
            return None
        day, month, year = int(match[1]), _MONTHS.index(name) + 1, int(match[3])
    else:
        return None
    try:
        return date(year + 2000 if year < 100 else year, month, day)
    except ValueError:  # the 31st of June
        return None


def folded(text: str) -> str:
    """Give what people mean by a word of the return, whatever its capitals and blanks."""
    return " ".join(text.split()).casefold()
