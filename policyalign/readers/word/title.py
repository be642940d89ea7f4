"""Find the title of a document, and the line it stands in."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Callable, Sequence
from itertools import takewhile

from policyalign.model.document import Kind
from policyalign.readers.word.line import Line, Story

_MOST_COVER_LINES = 15
_LONGEST = 150
_OPENING = 40
_LARGER = 1.2
_POLICY_NOUN = re.compile(
    r"\b(?:polic(?:y|ies)|procedures?|guidance|guidelines?|strategy|framework|protocol|briefing"
    r"|handbook|code of (?:conduct|practice)|manual|standards?|toolkit|plan)\b",
    re.IGNORECASE,
)
# A line that names only the series or the sort of document; the title stands next to it.
_SERIES = re.compile(
    r"(?:(?:\d{1,2}|one|two|three|five|seven|ten)[- ]minute (?:briefing|guide|read|summary)"
    r"|(?:policy|procedures?|guidance|briefing|practice guidance|multi-agency guidance|newsletter"
    r"|bulletin|leaflet|fact ?sheet|strategy|draft|final|toolkit))(?: (?:no|number)?\.? ?\d+)?:?",
    re.IGNORECASE,
)
_DATED_TAIL = re.compile(r"\s*(?:\||\s[–—-])\s*[^|]{0,20}\b(?:19|20)\d{2}\s*$")
_NO_TITLE = re.compile(
    r"microsoft word|untitled|^document ?\d*$|^slide|^title$|\.(?:docx?|dotx?|pdf)$|^template$"
    r"|powerpoint",
    re.IGNORECASE,
)


def find_title(
    lines: Sequence[Line],
    kinds: Sequence[Kind],
    in_table: str | None,
    in_properties: Callable[[], str],
) -> tuple[str | None, int | None]:
    """Give the title and the number of its line on the cover, each ``None`` if not found.

    In this order: the control table, the Title style, the title in the file's properties if the
    opening of the document has the same words, the largest line of the cover, the largest of a
    table that the document opens with, the first heading.
    ``in_properties`` is asked only where it is needed.
    """
    cover = _cover(lines, kinds)
    title = in_table or _styled(lines, kinds)
    if title is None:
        properties = " ".join(in_properties().split())
        properties = "" if _NO_TITLE.search(properties) else properties
        title = (
            _confirmed(properties, lines)
            or _largest(lines, cover)
            or _in_banner(lines, kinds)
            or _first_heading(lines, kinds)
            or properties
        )
    if not title:
        return None, None
    tidy = _tidy(title)
    wanted = _folded(tidy)
    place = next((n for n in cover if _folded(_tidy(lines[n].text)) == wanted), None)
    return tidy, place


def _cover(lines: Sequence[Line], kinds: Sequence[Kind]) -> list[int]:
    """Give the numbers of the short lines before the first heading, contents or running text."""
    found: list[int] = []
    for position, line in enumerate(lines):
        stops = kinds[position] is Kind.CONTENTS or len(line.text) > _LONGEST
        if line.story is not Story.BODY or stops or len(found) == _MOST_COVER_LINES:
            break
        if kinds[position] is Kind.HEADING and line.level:
            break
        if line.cell is None and line.box is None and line.text.strip():
            found.append(position)
    return found


def _styled(lines: Sequence[Line], kinds: Sequence[Kind]) -> str | None:
    styled = [
        line.text
        for line, kind in zip(lines, kinds, strict=True)
        if line.title and kind is Kind.HEADING and line.text.strip()
    ]
    return next((text for text in styled if _POLICY_NOUN.search(text)), next(iter(styled), None))


def _confirmed(title: str, lines: Sequence[Line]) -> str | None:
    """Trust the properties only where the document says the same: templates leave old titles."""
    if not title:
        return None
    wanted = _folded(title)
    opening = [line for line in lines if line.text.strip()][:_OPENING]
    furniture = [line for line in lines if line.story in {Story.HEADER, Story.FOOTER}]
    return title if any(wanted in _folded(line.text) for line in (*opening, *furniture)) else None


def _largest(lines: Sequence[Line], cover: Sequence[int]) -> str | None:
    if not cover:
        return None
    weights: Counter[int] = Counter()
    for line in [line for line in lines if line.cell is None][:_OPENING]:
        weights[line.size] += len(line.text)
    usual = weights.most_common(1)[0][0] if weights else 0
    large = [lines[n] for n in cover if lines[n].size >= usual * _LARGER]
    if not large:
        return None
    best = max(large, key=lambda line: (_POLICY_NOUN.search(line.text) is not None, line.size))
    return best.text


def _in_banner(lines: Sequence[Line], kinds: Sequence[Kind]) -> str | None:
    """Find the title that a form has in a table at its top, where it has no cover."""
    opening = [(line, kind) for line, kind in zip(lines, kinds, strict=True) if line.text.strip()]
    opening = opening[:_OPENING]
    if not opening or opening[0][0].cell is None:
        return None
    weights: Counter[int] = Counter()
    for line, _ in opening:
        weights[line.size] += len(line.text)
    usual = weights.most_common(1)[0][0]
    first = list(takewhile(lambda pair: pair[0].cell and pair[1] is not Kind.HEADING, opening))
    if not first:
        return None
    best = max((line for line, _ in first[:_MOST_COVER_LINES]), key=lambda line: line.size)
    return best.text if best.size >= usual * _LARGER and len(best.text) <= _LONGEST else None


def _first_heading(lines: Sequence[Line], kinds: Sequence[Kind]) -> str | None:
    for position, (line, kind) in enumerate(zip(lines, kinds, strict=True)):
        if kind is not Kind.HEADING or not line.text.strip():
            continue
        following = lines[position + 1 : position + 2]
        if _SERIES.fullmatch(_folded(line.text)) and following:
            beside = following[0]
            if beside.box == line.box and 0 < len(beside.text.strip()) <= _LONGEST:
                return beside.text
        return line.text
    return None


def _tidy(title: str) -> str:
    return _DATED_TAIL.sub("", " ".join(title.split()))


def _folded(text: str) -> str:
    return " ".join(text.replace("’", "'").replace("\u00ad", "").casefold().split())
