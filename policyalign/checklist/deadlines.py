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
    rf" {MONTH}(?!\w)(?! (?:be|also|not|then|have|need)\b)"
    rf"|(?:by|before|from|during|until|than|in) (?:early |late )?{YEAR}\b"
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
# What has been: "joined before 2019", "attended on 5 May". What "will have been completed in July
# 2027" has not been yet.
_TO_COME = re.compile(r"\b(?:will|must|shall|should|to (?:be|have))\b", re.IGNORECASE)
_SOME_DAY = rf"(?:{DAY_OR_MONTH}|{YEAR}|\d{{1,2}}(?:st|nd|rd|th)?(?: of)? {MONTH}(?!\w))"
_HAS_BEEN = re.compile(
    r"\b(?:adopted|agreed|approved|began|introduced|joined|launched|published|signed up|started"
    rf"|took up|updated)\b[^.;]{{0,60}}?\b(?:in|before|during|from|on) {_SOME_DAY}"
    rf"|\b(?:attended|completed|trained|was held)\b[^.;]{{0,60}}?\b(?:in|during|on) {_SOME_DAY}",
    re.IGNORECASE,
)
_SO_FAR_BEFORE = 80
# What a next sentence says of the same: "This will be done by July". It may be of another thing.
_GOES_ON = re.compile(
    r"\s*(?:This|That|It|These|They|Both|All)(?: (?:course|training|work))?"
    r" (?:of (?:this|these|them)|will|must|shall|should|is|are|has|have)\b"
    r"(?=(?:[^.!?]|\.\d)*\b(?:will|must|shall|should|to be|by)\b)(?:[^.!?]|\.\d)*"
)


def says_when(text: str) -> bool:
    """Tell whether a text names a time: ``by July 2027``, ``within six months of starting``."""
    plain = _HAS_BEEN.sub(_unless_to_come, " ".join(text.split()))
    return bool(_DEADLINE.search(plain) or _MONTH_ALONE.search(plain))


def _unless_to_come(past: re.Match[str]) -> str:
    """Take out what has been; "will have attended by July" stands."""
    before = past.string[max(0, past.start() - _SO_FAR_BEFORE) : past.start()]
    before = re.split(r"[.;]", before)[-1]
    return past[0] if _TO_COME.search(before + past[0]) else " "


def goes_on(text: str, end: int) -> str:
    """Give the sentence after one that ends at ``end``, if it says what will be done about it."""
    found = _GOES_ON.match(text, end)
    return found[0] if found else ""
