"""Take footnotes out of the pages, so that text which runs on past them is not cut."""

from __future__ import annotations

import re
from collections.abc import Sequence

from policyalign.readers.pdf.headings import Body
from policyalign.readers.pdf.lines import Line

_SMALLER = 0.9
_MARK = re.compile(r"^(\d{1,3}|[*†‡§]+)\s*(?=[^\W\d]|[“‘\"'(])")


def split_footnotes(
    lines: Sequence[Line], body: Body, rules: Sequence[float]
) -> tuple[list[Line], list[Line]]:
    """Give the text of a page and, apart, its footnotes.

    Footnotes are the last lines of a page from a mark on, in smaller type or under a short rule;
    ``rules`` gives the heights of such rules.
    """
    small = _SMALLER * body.size
    first = len(lines)
    for position in range(len(lines) - 1, -1, -1):
        line = lines[position]
        ruled = any(line.y < rule for rule in rules)
        if line.cell or line.box or line.turned or (line.size > small and not ruled):
            break
        if _MARK.match(line.text):
            first = position
    above = [line.y for line in lines[:first] if not line.turned]
    if first == len(lines) or not above or lines[first].y > min(above):
        return list(lines), []
    return list(lines[:first]), list(lines[first:])


def without_mark(text: str) -> tuple[str, str]:
    """Give the mark of a footnote and the text after it."""
    mark = _MARK.match(text)
    return (mark[1], text[mark.end() :]) if mark else ("", text)
