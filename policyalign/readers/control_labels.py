"""The words by which policies label their document-control data."""

from __future__ import annotations

import re
from functools import lru_cache

_NOUN = (
    r"(?:policy|policies|document|procedures?|guidance|guide|strategy|protocol|plan|handbook"
    r"|framework|statement)"
)
_OF_THIS = rf"(?: of (?:the |this )?{_NOUN})?"
_MADE = r"(?:approved|ratified|adopted|agreed|authorised|endorsed|signed off)"
_MAKING = r"(?:approval|ratification|adoption|authorisation|sign[- ]off)"

# Each field has its labels from the plainest to the most indirect; the first that is found wins.
_LABELS: dict[str, tuple[str, ...]] = {
    "title": (
        rf"(?:the )?(?:{_NOUN} )?title{_OF_THIS}|{_NOUN} name|name of (?:the |this )?{_NOUN}",
        _NOUN,
    ),
    "version": (
        rf"(?:(?:current|latest|{_NOUN}) )*version(?: (?:no|number|ref|reference))?{_OF_THIS}",
        rf"(?:(?:current|{_NOUN}) )*(?:issue|revision|edition)(?: (?:no|number))?",
    ),
    "owner": (
        rf"(?:(?:{_NOUN}|business) )*owner(?:ship)?{_OF_THIS}|owned by|{_NOUN} (?:lead|holder)"
        rf"|(?:lead|responsible|accountable) (?:officer|person|manager|director|lead|owner|post)"
        rf"|(?:officer|person|manager|director) responsible(?: for (?:the |this )?{_NOUN})?"
        rf"|responsible for (?:the |this )?{_NOUN}|{_NOUN} manager",
        rf"(?:(?:{_NOUN}|lead|main|original) )*author{_OF_THIS}"
        r"|(?:written|prepared|produced|drafted|compiled) by|originator",
        r"lead|(?:executive|strategic|service) lead|responsible (?:service|team|department)"
        rf"|{_NOUN} contact",
    ),
    "approved": (
        rf"date (?:(?:{_NOUN}|first|last) )*{_MADE}(?: by .+)?|date of {_MAKING}(?: by .+)?"
        rf"|{_MADE}(?: by .+)? on|{_MAKING} date|{_MADE} date|date {_MAKING}"
        rf"|{_NOUN} {_MAKING} date",
        rf"(?:{_NOUN} )?(?:{_MADE}|{_MAKING})|{_MADE} by(?: .+)?|{_MAKING} (?:by|body)(?: .+)?",
        r"(?:effective|issue|implementation|publication|published|issued) (?:date|on|from)"
        r"|date (?:effective|issued|published|implemented|in force|of issue|of publication"
        r"|of implementation)|in force from|date of (?:this )?(?:version|policy)",
    ),
    "review": (
        rf"(?:next |{_NOUN} )*review date(?: due)?|next (?:{_NOUN} )?review(?: (?:due|on|by|in))?"
        r"|(?:due )?date (?:for|of) (?:the )?(?:next )?review|date (?:of )?next review(?:ed)?"
        r"|review (?:due|by|on|due date)|due for review(?: (?:on|by|in))?|date (?:for )?review due"
        r"|(?:to be|next) reviewed(?: (?:on|by|in))?|date to be reviewed|planned review(?: date)?"
        rf"|{_NOUN} review(?: date)?",
        r"review|(?:expiry|expires|end) date|expires(?: on)?|valid until",
    ),
    "": (
        r"date|status|applies to|audience|target audience|ref(?:erence)?(?: (?:no|number))?|scope"
        r"|department|directorate|service|team|changes?|what changed|amendments?|comments?"
        r"|summary(?: of changes?)?|description(?: of changes?)?|reasons?(?: for changes?)?"
        r"|details(?: of changes?)?|notes?|distribution|category|classification|role|name"
        r"|job title|position|signed|signature|section|page|reviewed by|last review(?:ed)?"
        r"|last review date|date (?:of )?last review(?:ed)?|review (?:cycle|period|frequency)"
        r"|related documents?|supersedes|replaces|file name|location",
    ),
}
_PATTERNS = tuple(
    (field, rank, re.compile(pattern))
    for field, patterns in _LABELS.items()
    for rank, pattern in enumerate(patterns)
)
# One look at all labels together, since nearly every text is none of them.
_ANY_LABEL = re.compile("|".join(f"(?:{pattern.pattern})" for _, _, pattern in _PATTERNS))
_PARTS = re.compile(r"\s*(?:/|&|\band\b|,)\s*")
_ASIDE = re.compile(r"\(.*?\)|[’']s\b")
_LONGEST_LABEL = 60
_MOST_LABEL_WORDS = 8
# The rank of what has no label of its own, such as "v7" in a footer.
LAST_RANK = 9


def label_of(text: str) -> tuple[str, int] | None:
    """Give the field a cell is the label of ("" for a label of no field we keep), and its rank."""
    if not text or len(text) > _LONGEST_LABEL or text.count(" ") >= _MOST_LABEL_WORDS:
        return None
    return _known_label(text)


# The short cells of one agency's tables come back from policy to policy.
@lru_cache(maxsize=4096)
def _known_label(text: str) -> tuple[str, int] | None:
    plain = text.casefold()
    # Nearly every cell of a table passes here, and has neither an aside nor several labels.
    if "(" in plain or "'s" in plain or "’s" in plain:
        plain = _ASIDE.sub("", plain)
    plain = plain.replace("no.", "no").strip(" :.-–*")
    several = "/" in plain or "&" in plain or "," in plain or "and" in plain
    for part in (plain, *_PARTS.split(plain)) if several else (plain,):
        if not _ANY_LABEL.fullmatch(part):
            continue
        for field, rank, pattern in _PATTERNS:
            if pattern.fullmatch(part):
                return field, rank
    return None
