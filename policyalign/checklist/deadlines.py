"""Whether a text says by when: a day, a month, or so many weeks after something."""

from __future__ import annotations

import re

from policyalign.written_dates import DAY_OR_MONTH, YEAR

_NUMBER = (
    r"(?:\d{1,3}|an?|one|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|fourteen"
    r"|fifteen|eighteen|twenty(?:-four)?|thirty|half a)(?: \(\d+\))?"
)
_UNIT = r"(?:working )?(?:hours?|days?|weeks?|fortnights?|months?|terms?|years?)"
_SEASON = r"(?:spring|summer|autumn|winter|easter|christmas)"
_DEADLINE = re.compile(
    rf"\b(?:{DAY_OR_MONTH}|(?:by|before|from|during|until|than|in) (?:early |late )?{YEAR}\b"
    rf"|(?:within|in|after|every) (?:the |their |(?:his|her) )?"
    rf"(?:(?:first |next |other )?{_NUMBER}(?:[ –-]+(?:to )?\d+)? |first |next |other ){_UNIT}\b"
    r"|(?:every|each) (?:month|term|year)\b"
    rf"|{_NUMBER} {_UNIT} (?:of|after|from) \w+ing\b"
    rf"|(?:by|before|in|during|until) (?:the )?(?:end of (?:the )?)?(?:{_SEASON}(?: term)?"
    r"|(?:the |this |next )(?:month|term|(?:school |financial )?year))\b"
    r"|(?:once|twice) an? (?:month|term|year)|annually|yearly|termly|quarterly|monthly"
    r"|(?:at|during|as part of|on) (?:their |the )?(?:induction|probation|appointment|joining))",
    re.IGNORECASE,
)
# "by May", with its capital letter, and neither "by Ms May" nor "by April Jones".
_MONTH_ALONE = re.compile(
    r"\b(?:[Bb]y|[Bb]efore|[Uu]ntil|[Ii]n|[Dd]uring|[Tt]han|[Ff]rom|[Ee]ach|[Ee]very)"
    r" (?:early |late |the end of )?(?:January|February|March|April|May|June|July|August|September"
    r"|October|November|December|Sept|Dec|Jan|Feb|Oct|Nov)\b(?! [A-Z])"
)
# What is named by a year, and what has been: "the Children Act of 1989", "joined before 2019".
_NO_DEADLINE = re.compile(
    rf"\bAct (?:of )?{YEAR}"
    r"|\b(?:adopted|began|introduced|joined|launched|started|took up|signed up)"
    rf"\b[^.]{{0,60}}?\b(?:in|before|during|from) (?:{DAY_OR_MONTH}|{YEAR})",
    re.IGNORECASE,
)


def says_when(text: str) -> bool:
    """Tell whether a text names a time: ``by July 2027``, ``within six months of starting``."""
    plain = _NO_DEADLINE.sub(" ", " ".join(text.split()))
    return bool(_DEADLINE.search(plain) or _MONTH_ALONE.search(plain))
