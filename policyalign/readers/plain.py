"""Blocks of a plain text, for programs that have the words and no file."""

from __future__ import annotations

import re

from policyalign.model.document import Block, Kind, Place
from policyalign.readers.sections import is_contents_line, is_reference_heading

_ITEM = re.compile(r"\s*(?:[•▪●◦·\uf0b7*–-]|\(?(?:\d{1,2}|[a-z])[.)])\s+(?=\S)")
_SHORT_LINE = 40
# The line at the head or foot of a page, in the middle of text that was copied from several.
_RUNNING = re.compile(
    r"(?:[^.?!]{0,80}?(?:[|–—-]|\s\s|\t|\bv?\d[\d.]*)\s*)?page\s*\d{1,3}\s*(?:of|/)\s*\d{1,3}\Z",
    re.IGNORECASE,
)
_ENDED = re.compile(r"[.?!:;][\"'”’)]*\s*\Z")


def text_blocks(text: str, heading: str | None = None) -> tuple[Block, ...]:
    """Give the blocks of a text under a heading.

    Lines are joined as long as a sentence runs on, even over blank lines, as text taken from
    boxes does, and over the running lines of pages. A new block begins at a list item, a contents
    line, or a blank line after the end of a sentence.
    """
    trail = (heading,) if heading else ()
    cited = Kind.REFERENCE if heading and is_reference_heading(heading) else None
    return tuple(
        Block(kind=cited or kind, text=part, place=Place(heading=trail, block=number))
        for number, (kind, part) in enumerate(_parts(text))
    )


def _parts(text: str) -> list[tuple[Kind, str]]:
    parts: list[tuple[Kind, list[str]]] = []
    blank = False
    for line in text.splitlines(keepends=True):
        if not line.strip() or (parts and _RUNNING.match(line.strip())):
            blank = True
            continue
        kind = _kind(line)
        if (
            parts
            and kind is Kind.PARAGRAPH
            and _runs_on(parts[-1][0], parts[-1][1][-1], line, blank)
        ):
            parts[-1][1].append(f"\n{line}" if blank else line)
        else:
            parts.append((kind, [line]))
        blank = False
    return [(kind, "".join(lines).strip()) for kind, lines in parts]


def _runs_on(kind: Kind, before: str, line: str, blank: bool) -> bool:
    """Tell whether a line goes on with the block whose last line is ``before``."""
    last = before.strip()
    if kind is Kind.CONTENTS or (blank and _ENDED.search(last[-_SHORT_LINE:])):
        return False
    # A short list item followed by a capital is complete: nothing made its line break there.
    return not (kind is Kind.LIST_ITEM and len(last) < _SHORT_LINE and line.lstrip()[0].isupper())


def _kind(line: str) -> Kind:
    if is_contents_line(line.strip()):
        return Kind.CONTENTS
    return Kind.LIST_ITEM if _ITEM.match(line) else Kind.PARAGRAPH
