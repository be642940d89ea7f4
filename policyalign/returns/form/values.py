"""Ratings and dates from what people typed, with a remark where that had to be made out."""

from __future__ import annotations

import difflib
import re
from collections.abc import Mapping
from datetime import date
from typing import NamedTuple

from policyalign.model.returns import LABELS, Rating
from policyalign.renderers.wording import day, listed, quoted

_MONTHS = "jan feb mar apr may jun jul aug sep oct nov dec".split()
_FIGURES = re.compile(r"(\d{1,2})\s?([./-])\s?(\d{1,2})\s?\2\s?(\d{4}|\d{2})")
_ISO = re.compile(r"(\d{4})-(\d{1,2})-(\d{1,2})(?:T[\d:.]+Z?)?")
_WORDS = re.compile(
    r"(?:[a-z]+day,? )?(?:the )?(\d{1,2})(?:st|nd|rd|th)?(?: of)?[ -]?"
    r"([a-z]+)\.?,?[ -]?(\d{4}|\d{2})",
    re.IGNORECASE,
)
# Of these nobody can think that another day is meant; 1/4/27 may be read in two ways.
_CLEAR = re.compile(r"\d{2}/\d{2}/\d{4}|\d{4}-.*|.*[a-z].*\d{4}", re.IGNORECASE)
_SHORT_YEAR = 100
# Less like than this may be its contrary: "unmet" and "met" are alike to 0.75.
_ALIKE = 0.8
_CENTURY = 2000


class Read(NamedTuple):
    """What was made out of a text, and what to say of that; nothing where it is plain."""

    value: Rating | date | None
    remark: str = ""
    is_wrong: bool = False


def rating_of(text: str, labels: Mapping[Rating, str]) -> Read:
    """Give the rating that a text stands for, or the nearest one with a remark."""
    known = {_folded(said): rating for rating, said in labels.items()}
    if (found := known.get(_folded(text))) is not None:
        return Read(found)
    others = {_folded(said): rating for rating, said in LABELS.items() if rating in labels}
    others |= {_folded(rating.value): rating for rating in labels}
    near = difflib.get_close_matches(_folded(text), [*known, *others], n=1, cutoff=_ALIKE)
    if near:
        rating = known.get(near[0]) or others[near[0]]
        return Read(rating, f"{quoted(text)} was read as {quoted(labels[rating])}")
    choices = listed(map(quoted, labels.values()), "or")
    return Read(None, f"{quoted(text)} is no rating; choose {choices}", is_wrong=True)


def day_of(text: str) -> Read:
    """Give the day that a text stands for, the day of the month before the month."""
    if parts := _FIGURES.fullmatch(text):
        found = _day(parts[4], int(parts[3]), parts[1])
    elif parts := _ISO.fullmatch(text):
        found = _day(parts[1], int(parts[2]), parts[3])
    elif (parts := _WORDS.fullmatch(text)) and parts[2][:3].lower() in _MONTHS:
        found = _day(parts[3], _MONTHS.index(parts[2][:3].lower()) + 1, parts[1])
    else:
        found = None
    if found is None:
        wanted = "give a day such as 31/03/2027"
        return Read(None, f"{quoted(text)} is no date; {wanted}", is_wrong=True)
    if _CLEAR.fullmatch(text):
        return Read(found)
    return Read(found, f"{quoted(text)} was read as {day(found.isoformat())}")


def _day(year: str, month: int, number: str) -> date | None:
    whole = int(year) + (_CENTURY if int(year) < _SHORT_YEAR else 0)
    try:
        return date(whole, month, int(number))
    except ValueError:
        return None


def _folded(text: str) -> str:
    return re.sub(r"[\W_]+", "", text).casefold()
