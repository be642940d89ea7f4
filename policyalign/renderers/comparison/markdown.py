"""A comparison as Markdown, to paste into a ticket or a wiki."""

from __future__ import annotations

from typing import TYPE_CHECKING

from policyalign.model.comparison import Turn
from policyalign.renderers import comparison_wording as wording
from policyalign.renderers.comparison.views import around, documents, set_apart
from policyalign.renderers.comparison_wording import Row
from policyalign.renderers.gaps import shown_title
from policyalign.renderers.markdown_text import entries, escaped, heading, table
from policyalign.renderers.wording import Label

if TYPE_CHECKING:
    from collections.abc import Iterator

    from policyalign.model.comparison import Comparison, DocumentChange
    from policyalign.renderers.comparison.views import DocumentView, EntryView, PartView, RowView

_COLUMNS = (
    Label.DOCUMENT,
    Row.THEN,
    Row.NOW,
    Row.CHANGE,
    Row.GAINED,
    Row.LOST,
    Row.CLEARED,
    Row.CREPT_IN,
)


def render(comparison: Comparison) -> bytes:
    """Give the comparison in UTF-8; nothing in it that comes from a document is markup."""
    return ("\n\n".join(_parts(comparison)) + "\n").encode()


def _parts(comparison: Comparison) -> Iterator[str]:
    yield heading(1, wording.compared_line(comparison))
    sides = ((Row.THEN, comparison.before), (Row.NOW, comparison.after))
    yield entries((label, wording.side(side)) for label, side in sides)
    for cause in wording.causes(comparison):
        yield escaped(cause)
    if comparison.documents:
        yield table(_COLUMNS, map(_row, comparison.documents))
    for view in documents(comparison):
        yield from _document(view)
    for part in around(comparison):
        yield from _part(part, 2)
    if apart := set_apart(comparison):
        yield heading(2, wording.SET_APART)
        yield _rows(apart)
    yield heading(2, Label.TOTALS)
    yield escaped(wording.totals_line(comparison))
    yield escaped(wording.names_line(comparison))
    yield escaped(comparison.pack.notice)


def _row(change: DocumentChange) -> tuple[str, ...]:
    return (
        shown_title(change.after),
        wording.figure(change.before.score),
        wording.figure(change.after.score),
        wording.difference(change),
        str(len(change.turned(Turn.GAINED))),
        str(len(change.turned(Turn.LOST))),
        str(len(change.cleared)),
        str(len(change.crept_in)),
    )


def _document(view: DocumentView) -> Iterator[str]:
    yield f"## {view.number}. {escaped(view.name)}"
    yield _rows(view.facts)
    if view.note:
        yield escaped(view.note)
    for part in view.parts:
        yield from _part(part, 3)


def _part(part: PartView, level: int) -> Iterator[str]:
    yield heading(level, part.heading)
    plain = [f"- {escaped(_named(entry))}" for entry in part.entries if not entry.rows]
    if plain:
        yield "\n".join(plain)
    for entry in part.entries:
        if entry.rows:
            yield heading(level + 1, _named(entry))
            yield _rows(entry.rows)


def _named(entry: EntryView) -> str:
    return f"{entry.title}: {entry.state}" if entry.state else entry.title


def _rows(rows: tuple[RowView, ...]) -> str:
    return entries(
        (row.label, f"{row.words} ({row.aside})" if row.aside else row.words) for row in rows
    )
