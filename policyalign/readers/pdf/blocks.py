"""Make the blocks of a document from its lines: in order, numbered, each under its headings."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence

from policyalign.model.document import Block, Cell, Kind, Place
from policyalign.readers.pdf.fields import Field
from policyalign.readers.pdf.footnotes import split_footnotes
from policyalign.readers.pdf.headings import Look, body_of, levels_of
from policyalign.readers.pdf.kinds import Draft, drafts_of, edge_of, note_of
from policyalign.readers.pdf.pages import Page
from policyalign.readers.pdf.paragraphs import rebuild
from policyalign.readers.pdf.running import Running
from policyalign.readers.pdf.spanning import span_tables

_BESIDE = 6.0
# Tuples, since to hash a member of an enumeration takes longer than to compare it with three.
_EDGES = (Kind.HEADER, Kind.FOOTER)
_LOOSE = (*_EDGES, Kind.FOOTNOTE)


def make_blocks(
    pages: Sequence[Page], running: Running, fields: Sequence[Field]
) -> tuple[Block, ...]:
    """Give the blocks of a document in reading order, numbered from 0."""
    texts = span_tables(pages, running.body)
    body = body_of(line for lines in texts for line in lines)
    split = [
        split_footnotes(lines, body, page.note_rules)
        for page, lines in zip(pages, texts, strict=True)
    ]
    drafts = drafts_of(rebuild([text for text, _ in split]), body)
    notes = [note_of(p) for _, lines in split if lines for p in rebuild([lines])]
    heads = [edge_of(line, Kind.HEADER) for line in running.headers]
    feet = [edge_of(line, Kind.FOOTER) for line in running.footers]
    ordered = _by_page(heads, _with_fields(drafts, fields), [*notes, *feet])
    return tuple(_numbered(ordered))


def _with_fields(drafts: Sequence[Draft], fields: Sequence[Field]) -> list[Draft]:
    """Put each field value after the last text of its page that stands above or beside it."""
    if not fields:
        return list(drafts)
    pages: dict[int, list[tuple[int, float]]] = {}
    for position, draft in enumerate(drafts):
        pages.setdefault(draft.page, []).append((position, draft.y))
    ends = {page: found[-1][0] for page, found in pages.items()}
    placed = [(position, 0, draft) for position, draft in enumerate(drafts)]
    for field in fields:
        above = [at for at, y in pages.get(field.page, ()) if y >= field.y - _BESIDE]
        before = max((end for page, end in ends.items() if page < field.page), default=-1)
        draft = Draft(kind=Kind.FORM_FIELD, text=field.text, page=field.page, y=field.y)
        placed.append((max([before, *above]), 1, draft))
    placed.sort(key=lambda entry: entry[:2])
    return [draft for *_, draft in placed]


def _by_page(heads: list[Draft], body: list[Draft], feet: list[Draft]) -> list[Draft]:
    """Put headers before, and footnotes and footers after, what begins on their page."""
    ranked = [(draft.page, 0, draft) for draft in heads]
    page = 0
    for draft in body:
        page = max(page, draft.page)
        ranked.append((page, 1, draft))
    ranked.extend((draft.page, 2, draft) for draft in feet)
    ranked.sort(key=lambda entry: entry[:2])
    return [draft for *_, draft in ranked]


class _Counter:
    """Numbers tables and boxes from 1 in the order in which they come."""

    def __init__(self) -> None:
        self._seen: dict[int, int] = {}

    def __call__(self, number: int) -> int:
        return self._seen.setdefault(number, len(self._seen) + 1)


class _Trail:
    """The headings above a place, outermost first."""

    def __init__(self, levels: dict[Look, int]) -> None:
        self._levels = levels
        self._open: list[tuple[int, str]] = []
        self._outside: list[tuple[int, str]] = []
        self._box: int | None = None
        # Made when first asked for, and kept until a heading opens or closes.
        self._texts: tuple[str, ...] | None = ()

    def above(self) -> tuple[str, ...]:
        if self._texts is None:
            self._texts = tuple(text for _, text in self._open)
        return self._texts

    def come_to(self, draft: Draft) -> int | None:
        """Close the headings that end where this stands, and give its level if it is one."""
        if draft.box != self._box:
            # A heading in a box heads the box, not what follows it.
            if self._box is None:
                self._outside = list(self._open)
            self._open = list(self._outside)
            self._box = draft.box
            self._texts = None
        if draft.kind is not Kind.HEADING:
            return None
        level = self._levels[draft.look] if draft.look else 1
        while self._open and self._open[-1][0] >= level:
            self._open.pop()
        self._texts = None
        return level

    def enter(self, level: int, text: str) -> None:
        self._open.append((level, text))
        self._texts = None


def _numbered(drafts: Iterable[Draft]) -> Iterator[Block]:
    drafts = list(drafts)
    trail = _Trail(levels_of(draft.look for draft in drafts if draft.look))
    table, box = _Counter(), _Counter()
    for number, draft in enumerate(drafts):
        level = None if draft.kind in _LOOSE else trail.come_to(draft)
        yield Block(
            kind=draft.kind,
            text=draft.text,
            place=Place(
                heading=() if draft.kind in _EDGES else trail.above(),
                page=draft.page,
                block=number,
            ),
            level=level,
            label=draft.label,
            cell=_renumbered(draft.cell, table) if draft.cell else None,
            box=box(draft.box) if draft.box else None,
        )
        if level is not None:
            trail.enter(level, draft.text)


def _renumbered(cell: Cell, table: _Counter) -> Cell:
    return Cell(table=table(cell.table), row=cell.row, column=cell.column)
