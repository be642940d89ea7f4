"""Recognise headings by how they look beside the body text, and rank them."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass
from typing import NamedTuple

from policyalign.readers.pdf.lines import Line
from policyalign.readers.pdf.paragraphs import BULLET, Paragraph
from policyalign.readers.sections import is_contents_line

_LARGER = 1.1
_MOST_WORDS = 22
_MOST_BOLD_WORDS = 14
_DEEPEST = 9
_NUMBERED = re.compile(r"^(?:\d{1,2}(?:\.\d{1,2})*|[A-Z]|[IVX]{1,5})[.)]?\s+\S")
_DEPTH = re.compile(r"^\d{1,2}((?:\.\d{1,2})*)")
_LABELLED = re.compile(r"^[^:]{2,40}:\s+\S")
_ADDRESS = re.compile(r"https?:|www\.|@|\.gov\.uk|\.org\.uk")
_LINK_INKS = frozenset({0x0000FF, 0x0563C1, 0x0000EE, 0x1155CC, 0x467886, 0x0070C0})


class Look(NamedTuple):
    """What tells the ranks of headings apart; ``depth`` counts the points in its number."""

    size: float
    bold: bool
    capitals: bool
    depth: int


@dataclass(frozen=True, slots=True, kw_only=True)
class Body:
    """How the running text of a document looks: the commonest size, ink and weight."""

    size: float
    colour: int
    bold: bool


def body_of(lines: Iterable[Line]) -> Body:
    """Give the look in which most of the characters are set."""
    looks: Counter[tuple[float, int, bool]] = Counter()
    for line in lines:
        looks[line.size, line.colour, line.bold] += len(line.text)
    sizes: Counter[float] = Counter()
    for (size, _, _), count in looks.items():
        sizes[size] += count
    if not sizes:
        return Body(size=0.0, colour=0, bold=False)
    size = sizes.most_common(1)[0][0]
    (_, colour, bold), _ = max(
        ((look, count) for look, count in looks.items() if look[0] == size), key=lambda p: p[1]
    )
    return Body(size=size, colour=colour, bold=bold)


def is_heading(paragraph: Paragraph, body: Body) -> bool:
    """Tell whether a paragraph outside tables is a heading."""
    text, first = paragraph.text, paragraph.first
    words = text.count(" ") + 1
    if (
        words > _MOST_WORDS
        or len(paragraph.lines) > 4
        or sum(map(str.isalpha, text)) < 2
        or text[0] in "“‘\"'"
        or BULLET.match(text)
        or is_contents_line(text)
    ):
        return False
    if first.size >= _LARGER * body.size:
        return not (words > 10 and text.endswith((".", ";", ",")))
    return _stands_out(paragraph, body, words)


def _stands_out(paragraph: Paragraph, body: Body, words: int) -> bool:
    """Tell whether text no larger than the body is set apart by weight, capitals or ink."""
    text, first = paragraph.text, paragraph.first
    starts = text[0].isupper() or _NUMBERED.match(text) is not None
    if (
        first.size < 0.95 * body.size
        or words > _MOST_BOLD_WORDS
        or not starts
        or text.endswith((".", ";", ",", ":"))
        or _LABELLED.match(text)
        or _ADDRESS.search(text)
    ):
        return False
    if not body.bold and all(line.bold for line in paragraph.lines):
        return True
    if text.isupper() and sum(map(str.isalpha, text)) > 5:
        return True
    inked = first.colour != body.colour and first.colour not in _LINK_INKS
    return inked and len(paragraph.lines) == 1 and words <= 10


def look_of(paragraph: Paragraph) -> Look:
    """Give the look of a heading."""
    first = paragraph.first
    number = _DEPTH.match(paragraph.text)
    depth = number[1].count(".") if number else 0
    size = round(first.size * 2) / 2
    return Look(size, first.bold, paragraph.text.isupper(), depth)


def _rank(look: Look) -> tuple[float, int, bool, bool]:
    return -look.size, look.depth, not look.bold, not look.capitals


def levels_of(looks: Iterable[Look]) -> dict[Look, int]:
    """Give each look of a heading its level, from 1 for the largest."""
    ranked = sorted(set(looks), key=_rank)
    return {look: min(rank, _DEEPEST) for rank, look in enumerate(ranked, 1)}
