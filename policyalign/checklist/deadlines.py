"""Whether a sentence says by when: a day, a month, a year, or so many weeks."""

from __future__ import annotations

import re

_COUNT = r"(?:\d{1,3}|an?|one|two|three|four|five|six|seven|eight|nine|ten|twelve|their|the)"
_MONTH = (
    r"(?:january|february|march|april|may|june|july|august|september|october|november|december)"
)
_TIME = (
    rf"(?:(?:19|20)\d\d|{_MONTH}|\d{{1,2}}/\d{{1,2}}/\d{{2,4}}"
    rf"|{_COUNT}\s(?:first\s|next\s)?(?:\w+\s)?(?:working\s)?(?:days?|weeks?|months?|years?|terms?)"
    r"|(?:the\s)?(?:spring|summer|autumn|winter|easter|christmas|end\sof)|induction)"
)
_DEADLINE = re.compile(
    rf"\b(?:by|before|within|until|in|during|from|on|at|no\slater\sthan|every|each)"
    rf"\s(?:\w+\s){{0,3}}?{_TIME}\b",
    re.IGNORECASE,
)


def says_when(sentence: str) -> bool:
    """Tell whether a sentence names a time: ``by July 2027``, ``within six months of starting``."""
    return _DEADLINE.search(" ".join(sentence.split())) is not None
