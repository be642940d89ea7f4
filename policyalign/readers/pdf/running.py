"""Recognise headers and footers: lines that stand at the edge of page after page."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from policyalign.readers.pdf.lines import Line
from policyalign.readers.pdf.pages import EDGE, Page

_NEAR = 8
_MOST_LINES = 8
_TIGHT = 1.4
_DIGITS = re.compile(r"\d+")
_PAGE_NUMBER = re.compile(
    r"^[-–—|\s]*(?:page\s*)?(?:\d{1,4}|[ivxl]{1,6})(?:\s*(?:of|/)\s*\d{1,4})?[-–—|.\s]*$",
    re.IGNORECASE,
)


@dataclass(frozen=True, slots=True, kw_only=True)
class Running:
    """The repeated lines of a document, each once, as they stand on the first page with them.

    ``body`` holds the other lines of each page, in the order of ``pages``.
    """

    headers: tuple[Line, ...]
    footers: tuple[Line, ...]
    body: tuple[tuple[Line, ...], ...]


_Key = tuple[str, int]
_Placed = tuple[int, Line]
"""A line and its position in the lines of its page."""
_Keyed = tuple[int, Line, _Key]
"""The same with what tells whether the line repeats, which is slow to make and needed twice."""


@dataclass(frozen=True, slots=True, kw_only=True)
class _Edge:
    """The lines nearest the top or foot of a page, outermost first, and the line beyond them."""

    near: list[_Keyed]
    beyond: Line | None


def split_running(pages: Sequence[Page]) -> Running:
    """Take the repeated headers and footers out of the pages."""
    edges = [_edges(page) for page in pages]
    repeated = (
        _repeated([top.near for top, _ in edges], len(pages)),
        _repeated([bottom.near for _, bottom in edges], len(pages)),
    )
    found: tuple[dict[str, Line], dict[str, Line]] = ({}, {})
    body: list[tuple[Line, ...]] = []
    for page, sides in zip(pages, edges, strict=True):
        taken: set[int] = set()
        for edge, keys, lines in zip(sides, repeated, found, strict=True):
            for position, line in _taken(edge, keys):
                taken.add(position)
                for part in _parts(line):
                    lines.setdefault(_folded(part.text), part)
        body.append(tuple(_plain(line) for at, line in enumerate(page.lines) if at not in taken))
    headers, footers = found
    return Running(
        headers=tuple(headers.values()), footers=tuple(footers.values()), body=tuple(body)
    )


def _taken(edge: _Edge, repeated: frozenset[_Key]) -> list[_Placed]:
    """Give the repeated lines from the edge of the page inwards, up to the first other line.

    Lines that the text runs on from without a blank are text, though they repeat: two pages of
    one form may begin alike.
    """
    taken = [(at, line) for at, line, key in edge.near if line.turned and key in repeated]
    level = [keyed for keyed in edge.near if not keyed[1].turned]
    found: list[_Placed] = []
    for at, line, key in level:
        if key not in repeated:
            break
        found.append((at, line))
    following = level[len(found)][1] if len(found) < len(level) else edge.beyond
    while found and following and _is_tight(found[-1][1], following):
        following = found.pop()[1]
    return [*taken, *found]


def _is_tight(line: Line, following: Line) -> bool:
    distance = abs(line.y - following.y)
    alike = abs(line.size - following.size) < 0.5 and line.colour == following.colour
    return alike and distance < _TIGHT * line.size and not _PAGE_NUMBER.match(line.text)


def _plain(line: Line) -> Line:
    return line._replace(text=line.text.replace("\t", " ")) if "\t" in line.text else line


def _parts(line: Line) -> list[Line]:
    """Give what stands at the left, in the middle and at the right of one line each for itself."""
    pieces = line.text.split("\t")
    return [line._replace(text=piece.strip()) for piece in pieces if piece.strip()]


def _edges(page: Page) -> tuple[_Edge, _Edge]:
    """Give the top and the foot of a page. Lines that run up its side count with the top."""
    level = list(enumerate(page.lines))
    turned = [pair for pair in level if pair[1].turned]
    if turned:
        level = [pair for pair in level if not pair[1].turned]
        turned = sorted(turned, key=_height, reverse=True)[:_MOST_LINES]
    margin = page.area.height * EDGE
    highest, lowest = page.area.top - margin, page.area.bottom + margin
    down, up = sorted(level, key=_height, reverse=True), sorted(level, key=_height)
    high = sum(line.y > highest for _, line in down[:_MOST_LINES])
    low = sum(line.y < lowest for _, line in up[:_MOST_LINES])
    return _edge(down, high, turned), _edge(up, low, [])


def _edge(ordered: list[_Placed], near: int, turned: list[_Placed]) -> _Edge:
    beyond = ordered[near][1] if near < len(ordered) else None
    keyed = [(at, line, _key(line)) for at, line in (*turned, *ordered[:near])]
    return _Edge(near=keyed, beyond=beyond)


def _height(pair: _Placed) -> float:
    return pair[1].y


def _folded(text: str) -> str:
    return _DIGITS.sub("#", " ".join(text.split())).casefold()


def _key(line: Line) -> _Key:
    if line.turned:
        return _folded(line.text), -1
    text = "#" if _PAGE_NUMBER.match(line.text) else _folded(line.text)
    return text, round(line.y / _NEAR)


def _repeated(edges: Iterable[list[_Keyed]], pages: int) -> frozenset[_Key]:
    """Give the lines that stand at one height on enough pages.

    Enough is a third of the pages and at least two of them; a header may differ between left and
    right pages, between chapters and on the first page.
    """
    counts: Counter[_Key] = Counter()
    for lines in edges:
        counts.update({key for _, _, key in lines})
    enough = max(2, (pages + 2) // 3)
    found = {key for key, count in counts.items() if count >= enough}
    # The height is rounded, so a line may lie just across a step on some of the pages.
    for (text, step), count in counts.items():
        beside = counts.get((text, step + 1), 0)
        if beside and count + beside >= enough:
            found |= {(text, step), (text, step + 1)}
    if pages == 1:
        return frozenset(key for key in counts if key[0] == "#")
    return frozenset(found)
