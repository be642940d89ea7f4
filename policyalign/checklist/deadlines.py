"""Whether a text says by when: a day, a month, or so many weeks after something."""

from __future__ import annotations

import re

from policyalign.written_dates import DAY_OR_MONTH, MONTH, YEAR

_NUMBER = (
    r"(?:\d{1,3}|an?|one|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|fourteen"
    r"|fifteen|eighteen|twenty(?:-four)?|thirty|half a)(?: \(\d+\))?"
)
_UNIT = r"(?:working )?(?:hours?|days?|weeks?|fortnights?|months?|terms?|years?)"
_SEASON = r"(?:spring|summer|autumn|winter|easter|christmas)"
_DEADLINE = re.compile(
    rf"\b(?:{DAY_OR_MONTH}|(?:by|before|on|until|from) (?:the )?\d{{1,2}}(?:st|nd|rd|th)?(?: of)?"
    rf" {MONTH}(?!\w)|(?:by|before|from|during|until|than|in) (?:early |late )?{YEAR}\b"
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
# What is named by a year, and what has been: "the Children Act of 1989", "joined before 2019",
# "attended in 2024". What "will have been completed in July 2027" has not been yet.
_TO_COME = r"\b(?:will|must|shall|should|to)\b"
_ON = rf"\b(?:(?!{_TO_COME})[^.;]){{0,60}}?\b(?:%s) (?:{DAY_OR_MONTH}|{YEAR})"
_NO_DEADLINE = re.compile(
    rf"\bAct (?:of )?{YEAR}"
    r"|\b(?:adopted|began|introduced|joined|launched|started|took up|signed up)"
    rf"{_ON % 'in|before|during|from|on'}"
    r"|(?<!will have )(?<!must have )(?<!should have )(?<!\bbe )(?<!been )"
    r"\b(?:attended|completed|held|ran|trained|were trained|(?:has|have|had) been trained)"
    rf"{_ON % 'in|during|on'}",
    re.IGNORECASE,
)
# What a next sentence says of the same: "This will be done by July". It may be of another thing.
_GOES_ON = re.compile(
    r"\s*(?:(?:This|That|It)(?! (?:document|guidance|plan|policy|procedure|strategy)\b)"
    r"|These|They|Both|All)\b"
    rf"(?=(?:[^.!?]|\.\d)*{_TO_COME})(?:[^.!?]|\.\d)*"
)


def says_when(text: str) -> bool:
    """Tell whether a text names a time: ``by July 2027``, ``within six months of starting``."""
    plain = _NO_DEADLINE.sub(" ", " ".join(text.split()))
    return bool(_DEADLINE.search(plain) or _MONTH_ALONE.search(plain))


def goes_on(text: str, end: int) -> str:
    """Give the sentence after one that ends at ``end``, if it says what will be done about it."""
    found = _GOES_ON.match(text, end)
    return found[0] if found else ""
