"""What a comparison says, document by document, in the order in which people read it.

Every format for people lays these same parts, entries and rows out.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from enum import StrEnum
from typing import TYPE_CHECKING

from policyalign.model.clauses import NoDiscouraged
from policyalign.model.comparison import Turn
from policyalign.model.document import State
from policyalign.model.report import Outcome
from policyalign.renderers import comparison_wording as wording
from policyalign.renderers.comparison_wording import Part, Row
from policyalign.renderers.gaps import by_wording, shown_title
from policyalign.renderers.missing import failed_clauses
from policyalign.renderers.wording import (
    Label,
    alignment,
    counted,
    notice,
    place,
    quoted,
    sentence,
)

if TYPE_CHECKING:
    from policyalign.model.comparison import Comparison, DocumentChange, ItemChange
    from policyalign.model.pack import Pack
    from policyalign.model.report import DocumentResult, Evidence, Finding

_QUOTES = 3


class Tone(StrEnum):
    """Whether something is for the better; a word always says the same."""

    BETTER = "better"
    WORSE = "worse"
    PLAIN = "plain"


_TONES = {Turn.LOST: Tone.WORSE, Turn.GAINED: Tone.BETTER, Turn.OTHER: Tone.PLAIN}


@dataclass(frozen=True, slots=True, kw_only=True)
class RowView:
    """A name and what is said under it; ``aside`` is a place or the like."""

    label: str
    words: str
    aside: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class EntryView:
    """One item or wording: its name, what became of it, and the words behind that."""

    title: str
    state: str = ""
    rows: tuple[RowView, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class PartView:
    """Entries of one kind, with a heading that counts them."""

    heading: str
    tone: Tone
    entries: tuple[EntryView, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class DocumentView:
    """One document on both sides."""

    number: int
    name: str
    change: DocumentChange
    facts: tuple[RowView, ...]
    parts: tuple[PartView, ...]
    note: str


def documents(comparison: Comparison) -> tuple[DocumentView, ...]:
    """Give the documents of which there is anything to tell."""
    return tuple(
        DocumentView(
            number=number,
            name=shown_title(change.after),
            change=change,
            facts=tuple(_facts(change, comparison.pack)),
            parts=tuple(_parts(change, comparison.pack)),
            note=wording.SAME_FILE if change.same_file and change.items else "",
        )
        for number, change in enumerate(comparison.documents, start=1)
        if change.is_change
    )


def around(comparison: Comparison) -> tuple[PartView, ...]:
    """Give the documents that came, went, or cannot be read any more."""
    newly_read = frozenset(comparison.newly_read)
    unread = tuple(
        EntryView(title=file.path, rows=(RowView(label=Label.WHY, words=sentence(file.reason)),))
        for file in comparison.newly_unread
    )
    parts = (
        (Part.ADDED, Tone.PLAIN, tuple(_stood(d, newly_read) for d in comparison.added)),
        (Part.REMOVED, Tone.PLAIN, tuple(_stood(d, frozenset()) for d in comparison.removed)),
        (Part.UNREAD, Tone.WORSE, unread),
    )
    return tuple(
        PartView(heading=f"{part}: {len(entries)}", tone=tone, entries=entries)
        for part, tone, entries in parts
        if entries
    )


def set_apart(comparison: Comparison) -> tuple[RowView, ...]:
    """Give the items that only one pack has."""
    rows = (
        (wording.ONLY_AFTER, comparison.only_after),
        (wording.ONLY_BEFORE, comparison.only_before),
    )
    return tuple(
        RowView(label=label, words=wording.named(items, comparison.pack))
        for label, items in rows
        if items
    )


def _stood(document: DocumentResult, newly_read: frozenset[str]) -> EntryView:
    faults = counted(len(document.faults), "discouraged wording")
    note = "it could not be read before; " if document.path in newly_read else ""
    return EntryView(
        title=shown_title(document),
        rows=(
            RowView(label=Label.FILE, words=document.path),
            RowView(label=Label.ALIGNMENT, words=f"{note}{alignment(document)}; {faults}"),
        ),
    )


def _facts(change: DocumentChange, pack: Pack) -> Iterator[RowView]:
    yield RowView(label=Label.FILE, words=change.after.path)
    if change.renamed:
        yield RowView(label=Row.WAS, words=change.before.path)
    if known := wording.known_by(change):
        yield RowView(label=Row.KNOWN_BY, words=sentence(known))
    yield RowView(label=Label.ALIGNMENT, words=wording.alignment(change))
    for field in change.fields:
        before, after = field.before, field.after
        if field.field == "type":
            before, after = (_type(name, pack) for name in (before, after))
        said = wording.then_now(before, after)
        yield RowView(label=wording.FIELDS[field.field], words=said)


def _type(name: str | None, pack: Pack) -> str | None:
    known = pack.types.get(name or "")
    return known.name if known else name


def _parts(change: DocumentChange, pack: Pack) -> Iterator[PartView]:
    for turn, part in wording.TURNS.items():
        items = tuple(_item(item, change, pack) for item in change.turned(turn))
        yield from _part(part, _TONES[turn], items)
    crept_in = tuple(_wordings(change.crept_in, pack, advice=True))
    yield from _part(Part.CREPT_IN, Tone.WORSE, crept_in, len(change.crept_in))
    cleared = tuple(_wordings(change.cleared, pack, advice=False))
    yield from _part(Part.CLEARED, Tone.BETTER, cleared, len(change.cleared))
    new = tuple(EntryView(title=notice(found)) for found in change.new_notices)
    yield from _part(Part.NEW_NOTICES, Tone.WORSE, new)
    settled = tuple(EntryView(title=notice(found)) for found in change.settled_notices)
    yield from _part(Part.SETTLED_NOTICES, Tone.BETTER, settled)


def _part(
    part: Part, tone: Tone, entries: tuple[EntryView, ...], count: int | None = None
) -> Iterator[PartView]:
    if entries:
        heading = f"{part}: {len(entries) if count is None else count}"
        yield PartView(heading=heading, tone=tone, entries=entries)


def _item(item: ItemChange, change: DocumentChange, pack: Pack) -> EntryView:
    return EntryView(
        title=wording.title(item.after.id, pack),
        state=wording.outcomes(item),
        rows=tuple(_item_rows(item, change, pack)),
    )


def _item_rows(item: ItemChange, change: DocumentChange, pack: Pack) -> Iterator[RowView]:
    known = pack.checklist.get(item.after.id)
    if item.turn is not Turn.GAINED:
        yield from _quotes(Row.GONE, item.gone)
        if item.after.outcome.counts and known:
            for said in failed_clauses(known, item.after.clauses, change.after, pack):
                yield RowView(label=Label.MISSING, words=said)
        if item.turn is Turn.OTHER and item.after.outcome in {Outcome.MET, Outcome.PARTLY}:
            yield from _quotes(Label.FOUND, item.after.evidence)
    elif item.appeared:
        yield from _quotes(Row.APPEARED, item.appeared)
    elif item.after.evidence:
        yield from _quotes(Label.FOUND, item.after.evidence)
        said = wording.IN_FORCE if _came_into_force(item, change) else wording.SAME_WORDS
        yield RowView(label=Row.NOTE, words=said)
    elif change.cleared and known and any(isinstance(c, NoDiscouraged) for c in known.expected):
        yield RowView(label=Row.NOTE, words=wording.FREED)
    if not item.after.outcome.counts and item.after.reason:
        yield RowView(label=Label.WHY, words=sentence(item.after.reason))


def _came_into_force(item: ItemChange, change: DocumentChange) -> bool:
    """Tell whether the words behind an item stood only in tracked insertions before."""
    concepts = {piece.concept for piece in item.after.evidence}
    then, now = (
        {mention.state for mention in document.mentions if mention.concept in concepts}
        for document in (change.before, change.after)
    )
    return then == {State.PROPOSED} and State.LIVE in now


def _quotes(label: str, evidence: tuple[Evidence, ...]) -> Iterator[RowView]:
    places = dict.fromkeys((piece.quote, piece.place) for piece in evidence)
    for quote, where in list(places)[:_QUOTES]:
        yield RowView(label=label, words=quoted(quote), aside=place(where))
    if len(places) > _QUOTES:
        yield RowView(label=label, words=f"and {len(places) - _QUOTES} more")


def _wordings(findings: tuple[Finding, ...], pack: Pack, *, advice: bool) -> Iterator[EntryView]:
    for wording_id, same in by_wording(findings).items():
        known = pack.discouraged.get(wording_id)
        rows = [
            RowView(
                label=Label.FOUND if advice else Row.GONE,
                words=quoted(found.sentence or found.quote),
                aside=place(found.place),
            )
            for found in same
        ]
        if advice:
            rows.append(RowView(label=Label.BETTER, words=same[0].prefer))
        yield EntryView(
            title=wording.phrase(wording_id, pack),
            state=known.kind if known else "",
            rows=tuple(rows),
        )
