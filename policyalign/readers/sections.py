"""Recognise the parts of a policy that name things without saying anything about them.

A contents page and a reference list repeat words from elsewhere, so the readers mark them. The
rules work on text alone; a reader that knows more (a style, a field, a position) may use it first.
"""

import re
from functools import lru_cache

_NUMBER = r"(?:\d+(?:\.\d+)*|[A-Z]|[ivxlc]+|[IVXLC]+)[.):]?"
_LEAD = rf"^(?:(?:appendix|annex|section|part|chapter)\s+)?(?:{_NUMBER}\s+)?"
_TAIL = r"\s*:?$"

# Four dots or more (spaced or not, or the ellipsis and leader characters), then a page number.
_LEADERS = re.compile(
    r"(?:\.\s?){4,}\s*(?:\d{1,4}|[ivxlc]{1,7})$|[…‥․·_]{2,}\s*(?:\d{1,4}|[ivxlc]{1,7})$",
    re.IGNORECASE,
)
_LAST = frozenset("0123456789ivxlcIVXLC")
_TAB_NUMBER = re.compile(r"\S.*\t\s*(?:\d{1,4}|[ivxlc]{1,7})$")

_CONTENTS = re.compile(
    rf"{_LEAD}(?:(?:table\s+of\s+)?contents?(?:\s+(?:page|list))?|list\s+of\s+contents"
    rf"|in\s+this\s+(?:policy|document|guidance|strategy)|index){_TAIL}",
    re.IGNORECASE,
)

# A contents line fits on a line; its leaders may be written out far beyond that.
_LONGEST_LINE = 600

_LIST_OF = (
    r"(?:see\s+also|sources?|references?|bibliography|(?:further|wider|background|recommended)\s+reading"
    r"|works\s+cited|citations?|(?:(?:useful|web|related)\s+)?(?:web\s*)?links|(?:useful|related)\s+(?:web\s*)?sites)"
)
_FOR_WHOM = r"(?:\s+for\s+[\w’' -]{3,40})?"
_ABOUT = r"(?:useful|key|other|related|associated|supporting|legal|selected|list\s+of|main)"
_REFERENCES = re.compile(
    rf"{_LEAD}(?:{_ABOUT}\s+)?(?:{_LIST_OF}"
    r"|(?:sources|references|reading)\s+(?:and|&)\s+(?:links|resources|further\s+reading)"
    r"|(?:notes|endnotes|footnotes)\s+(?:and|&)\s+references"
    r"|(?:references|bibliography|further\s+reading)\s+(?:and|&|/)\s+"
    r"(?:references|bibliography|further\s+reading|sources)"
    r"|(?:related|linked|associated|supporting|relevant)\s+(?:policies|documents|procedures)"
    r"(?:\s+(?:and|&)\s+(?:guidance|procedures|documents|policies))?"
    r"|reference\s+list|reading\s+list|(?:sources|documents)\s+(?:used|cited|consulted|checked|read)"
    rf"|references\s+(?:used|cited)|further\s+information\s+and\s+reading){_FOR_WHOM}{_TAIL}",
    re.IGNORECASE,
)


def is_contents_line(text: str) -> bool:
    """Tell a line of a contents page: a title, leaders or a tab, and a page number.

    ``4. Thresholds ........ 7`` is one; so is the same with a tab character for the dots.
    """
    stripped = text.strip()
    if len(stripped) > _LONGEST_LINE or stripped[-1:] not in _LAST:
        return False
    return bool(_LEADERS.search(stripped) or _TAB_NUMBER.match(stripped))


@lru_cache(maxsize=1024)
def is_contents_heading(text: str) -> bool:
    """Tell the heading of a contents page, numbered or not: ``Table of contents``."""
    return bool(_CONTENTS.match(" ".join(text.split())))


@lru_cache(maxsize=1024)
def is_reference_heading(text: str) -> bool:
    """Tell the heading of a list of sources: ``12. References``, ``Further reading``."""
    return bool(_REFERENCES.match(" ".join(text.split())))
