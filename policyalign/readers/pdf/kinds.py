"""Decide what kind of block each paragraph is."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from typing import NamedTuple

from policyalign.model.document import Cell, Kind
from policyalign.readers.pdf.footnotes import without_mark
from policyalign.readers.pdf.headings import Body, Look, is_heading, look_of
from policyalign.readers.pdf.lines import Line
from policyalign.readers.pdf.paragraphs import BULLET, NUMBER, Paragraph
from policyalign.readers.sections import (
    is_contents_heading,
    is_contents_line,
    is_reference_heading,
)

_PAGE_AT_END = re.compile(r"\S\s+(?:\d{1,3}|[ivxl]{1,5})$")
_LONGEST_CONTENTS_HEADING = 30
_UNLABELLED = (Kind.HEADING, Kind.CONTENTS)
_PRIVATE_USE = range(0xE000, 0xF900)


class Draft(NamedTuple):
    """A block to be, before its headings above and its number are known.

    ``y`` is its height on the page in points; ``look`` is how a heading looks, ``None`` for all
    else. A named tuple for the same reason as ``Line``.
    """

    kind: Kind
    text: str
    page: int
    y: float
    label: str = ""
    cell: Cell | None = None
    box: int | None = None
    look: Look | None = None


def drafts_of(paragraphs: Iterable[Paragraph], body: Body) -> list[Draft]:
    """Give each paragraph its kind; ``body`` is how running text looks in the document."""
    found = [_draft(paragraph, body) for paragraph in paragraphs]
    return [_labelled(draft) for draft in _sectioned(_unboxed(found))]


def note_of(paragraph: Paragraph) -> Draft:
    """Make a footnote of a paragraph at the foot of a page."""
    label, text = without_mark(paragraph.text)
    first = paragraph.first
    return Draft(kind=Kind.FOOTNOTE, text=text, label=label, page=first.page, y=first.y)


def edge_of(line: Line, kind: Kind) -> Draft:
    """Make a header or footer of a line."""
    return Draft(kind=kind, text=line.text, page=line.page, y=line.y)


def _draft(paragraph: Paragraph, body: Body) -> Draft:
    first = paragraph.first
    heads = first.cell is None and not first.turned and is_heading(paragraph, body)
    kind = Kind.PARAGRAPH
    if first.cell:
        kind = Kind.TABLE_CELL
    elif heads:
        kind = Kind.HEADING
    elif first.box:
        kind = Kind.TEXT_BOX
    return Draft(
        kind=kind,
        text=paragraph.text,
        page=first.page,
        y=first.y,
        cell=first.cell,
        box=None if first.cell else first.box,
        look=look_of(paragraph) if heads else None,
    )


def _unboxed(drafts: Sequence[Draft]) -> Iterator[Draft]:
    """Take headings out of boxes that hold nothing else: a band of colour is no text box."""
    filled = {draft.box for draft in drafts if draft.kind is not Kind.HEADING}
    for draft in drafts:
        yield draft if draft.box is None or draft.box in filled else draft._replace(box=None)


def _sectioned(drafts: Iterable[Draft]) -> Iterator[Draft]:
    """Mark what stands in contents pages and in reference lists."""
    contents, references = False, None
    for draft in drafts:
        text = draft.text
        if _heads_contents(draft):
            contents = True
            yield draft._replace(kind=Kind.HEADING)
        elif (draft.cell is None and is_contents_line(text)) or (
            contents and _PAGE_AT_END.search(text)
        ):
            yield draft._replace(kind=Kind.CONTENTS, look=None)
        elif draft.look:
            contents = False
            if is_reference_heading(text):
                references = draft.look
            elif references and not _is_under(draft.look, references):
                references = None
            yield draft
        else:
            contents = False
            listed = references and draft.kind in (Kind.PARAGRAPH, Kind.TEXT_BOX)
            yield draft._replace(kind=Kind.REFERENCE) if listed else draft


def _heads_contents(draft: Draft) -> bool:
    short = len(draft.text) <= _LONGEST_CONTENTS_HEADING and draft.cell is None
    return (draft.look is not None or short) and is_contents_heading(draft.text)


def _is_under(look: Look, other: Look) -> bool:
    """Tell whether a heading is of a lower rank than another, by size, weight or number."""
    if look.size != other.size:
        return look.size < other.size
    if look.depth != other.depth:
        return look.depth > other.depth
    return other.bold and not look.bold


def _labelled(draft: Draft) -> Draft:
    """Part a bullet or number from the text of a list item."""
    if draft.kind in _UNLABELLED:
        return draft
    # In a table a number is a value: "2.0 final".
    mark = BULLET.match(draft.text) or (None if draft.cell else NUMBER.match(draft.text))
    if mark is None or len(draft.text) == mark.end():
        return draft
    # Word's bullets are signs of a private font, which no other font can show.
    label = "•" if ord(mark[1][0]) in _PRIVATE_USE else mark[1]
    kind = Kind.LIST_ITEM if draft.kind is Kind.PARAGRAPH else draft.kind
    return draft._replace(kind=kind, text=draft.text[mark.end() :], label=label)
