"""Find the headings of a document among its lines, and their levels."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Sequence

from policyalign.readers.sections import is_contents_heading
from policyalign.readers.word.line import Line, Story

_LONGEST = 200
_LONGEST_BOLD = 100
_MOST_BOLD_WORDS = 14
_SENTENCE_WORDS = 12
# Sizes that differ by less than this, in half points, are one size.
_SAME_SIZE = 2
_NUMBER = re.compile(r"(\d{1,2}(?:\.\d{1,2}){0,4})[.):]?\s")
_LIST_MARK = re.compile(r"[•▪●○◦‣⁃\-–*]\s")
_LAST_LEVEL = 9
# One stray heading style among this many bold headings does not make a styled document.
_FEW = 3


def heading_levels(lines: Sequence[Line]) -> list[int]:
    """Give for each line its level as a heading, 1 to 9, or 0 if it is none.

    Levels come from the styles. A document that uses no heading styles is taken to use short bold
    paragraphs instead; in its text boxes as well, but never in table cells.
    """
    styled = [_styled_level(line) if line.level or line.title else 0 for line in lines]
    used = sum(1 for level, line in zip(styled, lines, strict=True) if level and not line.title)
    if used > 1:
        return styled
    bold = [line for line in lines if _is_bold_heading(line)]
    if used and len(bold) < _FEW:
        return styled
    bands = _size_bands(bold)
    chosen = {id(line) for line in bold}
    return [
        level or (_bold_level(line, bands) if id(line) in chosen else 0)
        for level, line in zip(styled, lines, strict=True)
    ]


def _styled_level(line: Line) -> int:
    text = line.text.strip() or " ".join(line.inserted).strip()
    if line.contents or line.story is not Story.BODY or not text or is_contents_heading(text):
        return 0
    # Some policies give the styles of headings to whole clauses; a sentence is no heading.
    if len(text) > _LONGEST or (text.endswith(".") and len(text.split()) > _SENTENCE_WORDS):
        return 0
    return 1 if line.title else line.level


def _is_bold_heading(line: Line) -> bool:
    if line.cell is not None or line.story is not Story.BODY:
        return False
    text = line.text.strip()
    if not text or line.contents or line.placeholder or line.label == "•":
        return False
    if len(text) > _LONGEST_BOLD or len(text.split()) > _MOST_BOLD_WORDS:
        return False
    if text.endswith((".", ";", ",")) or _LIST_MARK.match(text) or is_contents_heading(text):
        return False
    return any(mark.isalpha() for mark in text) and line.bold


def _size_bands(bold: Sequence[Line]) -> list[int]:
    """Give the sizes that several bold headings share, largest first."""
    counts = Counter(line.size for line in bold)
    bands: list[int] = []
    for size in sorted((size for size, count in counts.items() if count > 1), reverse=True):
        if not bands or bands[-1] - size > _SAME_SIZE:
            bands.append(size)
    return bands


def _bold_level(line: Line, bands: Sequence[int]) -> int:
    """Take the level from a typed or automatic number, else from the size of the letters."""
    numbered = _NUMBER.match(f"{line.label} {line.text.strip()}".strip())
    if numbered:
        return min(numbered.group(1).removesuffix(".0").count(".") + 1, _LAST_LEVEL)
    larger = sum(band - line.size > _SAME_SIZE for band in bands)
    return min(larger + 1, _LAST_LEVEL)
