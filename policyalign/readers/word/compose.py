"""Turn lines into the blocks and notices of a document."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field

from policyalign.model.document import Block, Kind, Notice, NoticeKind, Place, State
from policyalign.readers.word.line import Changes, Line, Lost

_ENDS = (".", "?", "!", ":", ";")
_GAP = " … "
_LONGEST_IN_TRAIL = 200
# To look up a member of an enumeration takes a while, and this one is for every line.
_LIVE = State.LIVE
# Makes a named tuple without the call in between that gives names and defaults to its fields,
# which takes as long again; this is done for every line.
_new = tuple.__new__


@dataclass(slots=True)
class Composer:
    """Numbers blocks and keeps the trail of headings while going through a document's lines.

    ``trail`` is the headings above what comes next, outermost first. ``lines`` holds the line that
    each block was made of.
    """

    blocks: list[Block] = field(default_factory=list)
    lines: list[Line] = field(default_factory=list)
    notices: list[Notice] = field(default_factory=list)
    note_trails: dict[str, tuple[str, ...]] = field(default_factory=dict)
    trail: tuple[str, ...] = ()
    _trail: list[tuple[int, str]] = field(default_factory=list)
    _outside: list[tuple[int, str]] | None = None
    _around: tuple[str, ...] = ()
    _box: int | None = None

    def add(self, line: Line, kind: Kind, level: int) -> None:
        """Add one line of the body; ``level`` is its heading level, 0 for none."""
        if line.box != self._box:
            self._enter_box(line.box)
        trail = self._over(level) if level else self.trail
        if line.lost or line.notes:
            self._refer(line, trail)
        self._put(line, kind, level, trail)
        if level and (text := " ".join(line.text.split())):
            label = f"{line.label} " if line.label and line.label[0].isalnum() else ""
            named = f"{label}{text}"[:_LONGEST_IN_TRAIL]
            self._trail = [step for step in self._trail if step[0] < level]
            self._trail.append((level, named))
            self.trail = (*trail, named)

    def add_aside(self, line: Line, kind: Kind, trail: tuple[str, ...] = ()) -> None:
        """Add a line that stands outside the body: a note, a header or a footer."""
        self._put(line, kind, 0, trail)

    def _refer(self, line: Line, trail: tuple[str, ...]) -> None:
        """Keep where something was lost and where notes are referred to."""
        for lost in line.lost:
            self._report(lost)
        for note in line.notes:
            self.note_trails.setdefault(note, trail)

    def _over(self, level: int) -> tuple[str, ...]:
        return self._around + tuple(text for above, text in self._trail if above < level)

    def _enter_box(self, box: int | None) -> None:
        """Keep the headings of a text box inside it, below those it stands among."""
        if self._outside is not None:
            self._trail, self._outside, self._around = self._outside, None, ()
        if box is not None:
            self._around = tuple(text for _, text in self._trail)
            self._trail, self._outside = [], self._trail
        self._box = box
        self.trail = self._around + tuple(text for _, text in self._trail)

    def _put(self, line: Line, kind: Kind, level: int, trail: tuple[str, ...]) -> None:
        blocks = self.blocks
        text = line.text.replace("\t", " ").strip()
        place = _new(Place, (len(blocks), trail, None))
        block = _new(
            Block, (kind, text, place, _LIVE, level or None, line.label, line.cell, line.box, ())
        )
        if line.italics:
            block = block._replace(italics=_moved(line.italics, line.text, text))
        if text:
            blocks.append(block)
            self.lines.append(line)
        if line.inserted:
            parts = (words.replace("\t", " ").strip() for words in line.inserted)
            text = _GAP.join(part for part in parts if part)
            place = Place(len(blocks), trail)
            if text:
                blocks.append(block._replace(text=text, place=place, state=State.PROPOSED))
                self.lines.append(line)

    def _report(self, lost: Lost) -> None:
        where = f"under “{self.trail[-1]}”" if self.trail else "before the first heading"
        reason = f"{lost.what} stands {where}; any words in it were not read."
        notice = Notice(kind=lost.kind, reason=reason)
        if notice not in self.notices:
            self.notices.append(notice)


def _moved(
    spans: Sequence[tuple[int, int]], text: str, stripped: str
) -> tuple[tuple[int, int], ...]:
    """Give the spans of a text in what is left of it without the spaces around it."""
    lead = len(text) - len(text.lstrip())
    moved = ((max(0, start - lead), min(len(stripped), end - lead)) for start, end in spans)
    return tuple((start, end) for start, end in moved if start < end)


def rejoined(lines: Sequence[Line]) -> list[Line]:
    """Join a paragraph of a text box to the one before where it plainly goes on with it.

    ``What are we worried`` and ``about?`` are one question that was broken to fit the box.
    """
    joined: list[Line] = []
    for line in lines:
        before = joined[-1] if joined and line.box is not None else None
        if before is not None and _goes_on(before, line):
            before.text = f"{before.text.rstrip()} {line.text.lstrip()}"
            before.notes += line.notes
            before.joined_with += line.paragraphs
            before.italics = ()
        else:
            joined.append(line)
    return joined


def _goes_on(before: Line, line: Line) -> bool:
    if line.box != before.box or line.cell != before.cell:
        return False
    if line.listed or before.listed or line.inserted or before.inserted or line.lost:
        return False
    first, second = before.text.rstrip(), line.text.lstrip()
    if not first or not second[:1].islower() or first.endswith(_ENDS):
        return False
    return before.look() == line.look()


def once_each(lines: Sequence[Line]) -> Iterator[Line]:
    """Give headers or footers without repetitions; page numbers make no difference."""
    seen: set[str] = set()
    for line in lines:
        words = (line.text + _GAP.join(line.inserted)).split()
        key = " ".join(word for word in words if not word.isdigit()).casefold()
        if (key or words) and key not in seen:
            seen.add(key)
            yield line


def tracked(changes: Changes) -> Iterator[Notice]:
    """Give the notice that a document holds tracked changes, if it does."""
    counts = (
        _counted(changes.insertions, "insertion"),
        _counted(changes.deletions, "deletion"),
        _counted(changes.moves, "move"),
    )
    listed = ", ".join(count for count in counts if count)
    if listed:
        yield Notice(
            kind=NoticeKind.TRACKED_CHANGES,
            reason=f"The document contains tracked changes: {listed}. Inserted words are shown as "
            "proposed and deleted words are left out.",
        )


def _counted(count: int, name: str) -> str:
    return f"{count} {name}{'s' if count > 1 else ''}" if count else ""


def control_rows(lines: Sequence[Line]) -> Mapping[int, list[list[str]]]:
    """Give the texts of the cells of each table, row by row, blank where a cell is empty."""
    tables: dict[int, dict[int, dict[int, str]]] = {}
    for line in lines:
        if line.cell is not None and line.text.strip():
            table, row, column = line.cell
            cells = tables.setdefault(table, {}).setdefault(row, {})
            cells[column] = f"{cells[column]} {line.text}" if column in cells else line.text
    return {name: [_row(rows[number]) for number in sorted(rows)] for name, rows in tables.items()}


def _row(cells: Mapping[int, str]) -> list[str]:
    return [cells.get(column, "") for column in range(1, max(cells) + 1)]
