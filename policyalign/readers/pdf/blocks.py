"""Make blocks of paragraphs: what kind each is and under which headings it stands."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace

from policyalign.model.document import Block, Kind, Place
from policyalign.readers.pdf.fields import Field
from policyalign.readers.pdf.footnotes import split_footnotes, without_mark
from policyalign.readers.pdf.headings import Look, body_of, is_heading, levels_of, look_of
from policyalign.readers.pdf.lines import Line
from policyalign.readers.pdf.paragraphs import BULLET, NUMBER, Paragraph, rebuild
from policyalign.readers.pdf.running import Running
from policyalign.readers.sections import (
    is_contents_heading,
    is_contents_line,
    is_reference_heading,
)

_PAGE_AT_END = re.compile(r"\S\s+(?:\d{1,3}|[ivxl]{1,5})$")


@dataclass(frozen=True, slots=True, kw_only=True)
class Draft:
    """A block to be, before its heading trail and number are known. ``look`` marks headings."""

    kind: Kind
    text: str
    page: int
    y: float
    label: str = ""
    paragraph: Paragraph | None = None
    look: Look | None = None


def make_blocks(running: Running, fields: Sequence[Field]) -> tuple[Block, ...]:
    """Give the blocks of a document in reading order, numbered from 0."""
    body = body_of(line for page in running.body for line in page)
    split = [split_footnotes(page, body) for page in running.body]
    paragraphs = [p for p in rebuild([text for text, _ in split]) if p.text]
    drafts = [
        Draft(
            kind=Kind.PARAGRAPH,
            text=paragraph.text,
            page=paragraph.first.page,
            y=paragraph.first.y,
            paragraph=paragraph,
            look=look_of(paragraph) if _may_head(paragraph) and is_heading(paragraph, body) else None,
        )
        for paragraph in paragraphs
    ]
    drafts = [_kept(draft) for draft in _sectioned(drafts)]
    notes = [_note(p) for _, lines in split if lines for p in rebuild([lines])]
    edges = [_edge(running.headers, Kind.HEADER), _edge(running.footers, Kind.FOOTER)]
    ordered = _with_fields(drafts, fields)
    ordered = _by_page(edges[0], ordered, [*notes, *edges[1]])
    return tuple(_numbered(ordered))


def _may_head(paragraph: Paragraph) -> bool:
    first = paragraph.first
    return first.cell is None and first.box is None and not first.turned


def _sectioned(drafts: Iterable[Draft]) -> Iterator[Draft]:
    """Mark headings, and what stands in contents pages and reference lists."""
    contents, references = False, None
    for draft in drafts:
        text = draft.text
        if is_contents_heading(text) and (draft.look or len(text) < 30):
            contents = True
            yield replace(draft, kind=Kind.HEADING)
        elif is_contents_line(text) or (contents and _PAGE_AT_END.search(text)):
            yield replace(draft, kind=Kind.CONTENTS, look=None)
        elif draft.look:
            contents = False
            if is_reference_heading(text):
                references = draft.look
            elif references and not _is_under(draft.look, references):
                references = None
            yield replace(draft, kind=Kind.HEADING)
        elif references and _is_running_text(draft):
            yield replace(draft, kind=Kind.REFERENCE)
        else:
            contents = False
            yield draft


def _is_under(look: Look, other: Look) -> bool:
    """Tell whether a heading is of a lower rank than another, by size and number."""
    return look[0] < other[0] - 0.5 or (abs(look[0] - other[0]) <= 0.5 and look[3] > other[3])


def _is_running_text(draft: Draft) -> bool:
    return draft.paragraph is not None and draft.paragraph.first.cell is None


def _kept(draft: Draft) -> Draft:
    """Give a paragraph its kind by the cell or box it stands in and by its bullet or number."""
    if draft.kind in {Kind.HEADING, Kind.CONTENTS} or draft.paragraph is None:
        return draft
    first = draft.paragraph.first
    mark = BULLET.match(draft.text) or (None if first.cell else NUMBER.match(draft.text))
    label = mark[1] if mark and len(draft.text) > mark.end() else ""
    text = draft.text[mark.end() :] if mark and label else draft.text
    kind = draft.kind
    if first.cell:
        kind = Kind.TABLE_CELL
    elif first.box and kind is Kind.PARAGRAPH:
        kind = Kind.TEXT_BOX
    elif label and kind is Kind.PARAGRAPH:
        kind = Kind.LIST_ITEM
    return replace(draft, kind=kind, text=text, label=label)


def _note(paragraph: Paragraph) -> Draft:
    label, text = without_mark(paragraph.text)
    first = paragraph.first
    return Draft(kind=Kind.FOOTNOTE, text=text, label=label, page=first.page, y=first.y)


def _edge(lines: Iterable[Line], kind: Kind) -> list[Draft]:
    return [Draft(kind=kind, text=line.text, page=line.page, y=line.y) for line in lines]


def _with_fields(drafts: list[Draft], fields: Sequence[Field]) -> list[Draft]:
    """Put each field value after the last text of its page that stands above or beside it."""
    result = list(drafts)
    for field in fields:
        above = [n for n, d in enumerate(result) if d.page == field.page and d.y >= field.y - 6]
        before = [n for n, d in enumerate(result) if d.page < field.page]
        place = max([*above, *before], default=-1) + 1
        draft = Draft(kind=Kind.FORM_FIELD, text=field.text, page=field.page, y=field.y)
        result.insert(place, draft)
    return result


def _by_page(heads: list[Draft], body: list[Draft], feet: list[Draft]) -> list[Draft]:
    """Put headers before and footnotes and footers after what begins on their page."""
    rank: list[tuple[int, int, int, Draft]] = []
    page = 0
    for order, drafts in enumerate((heads, body, feet)):
        for number, draft in enumerate(drafts):
            page = draft.page if order != 1 else max(page, draft.page) if number else draft.page
            rank.append((page, order, number, draft))
    rank.sort(key=lambda entry: entry[:3])
    return [draft for *_, draft in rank]


def _numbered(drafts: Iterable[Draft]) -> Iterator[Block]:
    """Give the blocks their numbers and their headings above, outermost first."""
    drafts = list(drafts)
    levels = levels_of(d.look for d in drafts if d.look)
    trail: list[tuple[int, str]] = []
    for number, draft in enumerate(drafts):
        level = None
        if draft.kind is Kind.HEADING:
            level = levels[draft.look] if draft.look else 1
            while trail and trail[-1][0] >= level:
                trail.pop()
        first = draft.paragraph.first if draft.paragraph else None
        loose = draft.kind in {Kind.HEADER, Kind.FOOTER}
        place = Place(
            heading=() if loose else tuple(text for _, text in trail),
            page=draft.page,
            block=number,
        )
        yield Block(
            kind=draft.kind,
            text=draft.text,
            place=place,
            level=level,
            label=draft.label,
            cell=first.cell if first else None,
            box=first.box if first else None,
        )
        if level is not None:
            trail.append((level, draft.text))
