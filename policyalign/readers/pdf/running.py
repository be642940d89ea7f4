"""Recognise headers and footers: lines that stand at the edge of page after page."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from policyalign.readers.pdf.lines import Line
from policyalign.readers.pdf.pages import Page

_MARGIN = 0.14
_NEAR = 8
_DEEPEST = 6
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


def split_running(pages: Sequence[Page]) -> Running:
    """Take the repeated headers and footers out of the pages."""
    edges = [(_edge(page, top=True), _edge(page, top=False)) for page in pages]
    heads = _repeated([top for top, _ in edges], len(pages))
    feet = _repeated([bottom for _, bottom in edges], len(pages))
    headers: dict[str, Line] = {}
    footers: dict[str, Line] = {}
    body: list[tuple[Line, ...]] = []
    for page, (top, bottom) in zip(pages, edges, strict=True):
        taken: set[int] = set()
        for lines, repeated, found in ((top, heads, headers), (bottom, feet, footers)):
            for position, line in lines:
                if _key(line) in repeated:
                    taken.add(position)
                    found.setdefault(_folded(line.text), line)
        rest = (line for at, line in enumerate(page.lines) if at not in taken)
        body.append(tuple(rest) if taken else page.lines)
    return Running(headers=tuple(headers.values()), footers=tuple(footers.values()), body=tuple(body))


def _edge(page: Page, *, top: bool) -> list[tuple[int, Line]]:
    """Give the few lines nearest an edge of the page, with their positions, outermost first."""
    height = page.area.height * _MARGIN
    limit = page.area.top - height if top else page.area.bottom + height
    if top:
        near = [(at, line) for at, line in enumerate(page.lines) if line.y > limit or line.turned]
        near.sort(key=lambda pair: -pair[1].y)
    else:
        near = [(at, line) for at, line in enumerate(page.lines) if line.y < limit]
        near.sort(key=lambda pair: pair[1].y)
    return near[: _DEEPEST + 4]


def _folded(text: str) -> str:
    return _DIGITS.sub("#", " ".join(text.split())).casefold()


def _key(line: Line) -> _Key:
    if line.turned:
        return _folded(line.text), -1
    if _PAGE_NUMBER.match(line.text):
        return "#", round(line.y / _NEAR)
    return _folded(line.text), round(line.y / _NEAR)


def _repeated(edges: Iterable[list[tuple[int, Line]]], pages: int) -> frozenset[_Key]:
    """Give the lines that stand at one height on enough pages.

    Enough is a third of the pages and at least two of them; a header may differ between left and
    right pages, between chapters and on the first page.
    """
    counts = Counter[_Key]()
    for lines in edges:
        counts.update({_key(line) for _, line in lines})
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
