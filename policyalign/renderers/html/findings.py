"""What the page says of one document: rows for the templates, in the order of reading."""

from __future__ import annotations

import json
from collections import Counter, defaultdict
from dataclasses import dataclass
from typing import TYPE_CHECKING

from policyalign.model.pack import Importance
from policyalign.model.report import Outcome
from policyalign.renderers import wording
from policyalign.renderers.arithmetic import shares
from policyalign.renderers.decision_wording import AFTER, after, line
from policyalign.renderers.gaps import (
    by_quote,
    by_wording,
    nothing_missing,
    shown_title,
    type_name,
)
from policyalign.renderers.html.rows import address
from policyalign.renderers.html.source import Source
from policyalign.renderers.missing import failed_clauses
from policyalign.renderers.since import mark
from policyalign.renderers.wording import Label

if TYPE_CHECKING:
    from collections.abc import Iterator

    from policyalign.model.pack import ChecklistItem, Discouraged, Pack
    from policyalign.model.report import DocumentResult, Evidence, Finding, ItemResult

_ACTED_ON = (Outcome.NOT_MET, Outcome.PARTLY, Outcome.MET)
Link = tuple[str, str]


@dataclass(frozen=True, slots=True, kw_only=True)
class QuoteView:
    """Words found, where, for which concepts, and the address of their mark in the text."""

    words: str
    block: int
    place: str
    terms: str
    note: str
    address: str


@dataclass(frozen=True, slots=True, kw_only=True)
class ItemView:
    """One checklist item as it came out, after what people decided. ``missing`` are sentences."""

    id: str
    known: ChecklistItem
    outcome: Outcome
    decided: str
    missing: tuple[str, ...]
    quotes: tuple[QuoteView, ...]
    since: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class GroupView:
    """The items of one importance that count; the heading sums their outcomes up."""

    heading: str
    items: tuple[ItemView, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class AsideView:
    """The items that do not count, by the reason for it."""

    outcome: Outcome
    count: int
    reasons: tuple[tuple[str, tuple[ChecklistItem, ...]], ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class RewordView:
    """One discouraged wording, and every place where it was found."""

    id: str
    known: Discouraged
    prefer: str
    places: tuple[tuple[Finding, str, str], ...]


@dataclass(frozen=True, kw_only=True)
class DocumentView:
    """One document.

    ``answers`` counts the outcomes for the script that filters, as JSON. ``head`` holds what is
    known of the document, ``decisions`` what people decided about items, by their titles, and
    ``is_complete`` whether nothing is missing. ``links`` lead from the blocks of its text, by
    number, back to what rests on them.
    """

    id: str
    number: int
    answers: str
    result: DocumentResult
    name: str
    kind: str
    head: tuple[Link, ...]
    groups: tuple[GroupView, ...]
    asides: tuple[AsideView, ...]
    decisions: tuple[Link, ...]
    is_complete: bool
    rewords: tuple[RewordView, ...]
    source: Source
    links: dict[int, tuple[Link, ...]]

    @classmethod
    def of(cls, document: DocumentResult, pack: Pack, number: int) -> DocumentView:
        """Work everything out that the page shows of a document."""
        key = address(number)
        source = Source(document, pack, key)
        groups = tuple(_groups(document, pack, source))
        rewords = tuple(_rewords(document, pack, source))
        return cls(
            id=key,
            number=number,
            answers=_answers(document, pack),
            result=document,
            name=shown_title(document),
            kind=type_name(document, pack),
            head=tuple(_head(document, pack)),
            groups=groups,
            asides=tuple(_asides(document, pack)),
            decisions=tuple(
                (pack.checklist[item.id].title, line(item)) for item in document.decisions
            ),
            is_complete=nothing_missing(document),
            rewords=rewords,
            source=source,
            links=_links_back(groups, rewords),
        )


def _answers(document: DocumentResult, pack: Pack) -> str:
    counts = Counter(
        f"{pack.checklist[item.id].importance} {item.standing}"
        for item in document.items
        if item.decision is None or (item.standing in _ACTED_ON and not item.is_accepted)
    )
    return json.dumps(sorted(counts.items()))


def _head(document: DocumentResult, pack: Pack) -> Iterator[Link]:
    yield Label.FILE, document.path
    yield Label.TYPE, f"{type_name(document, pack)} ({document.type_source})"
    if document.agency:
        yield Label.AGENCY, document.agency
    if control := wording.control_line(document):
        yield Label.CONTROL, control
    pages = f"{wording.counted(document.pages, 'page')}, " if document.pages else ""
    yield Label.LENGTH, f"{pages}{wording.counted(document.words, 'word')}"
    yield Label.ALIGNMENT, wording.alignment(document)
    if meaning := wording.rating_meaning(document, pack):
        yield Label.MEANING, meaning
    parts = shares(document, pack)
    if document.score is not None and parts:
        unclear = len(document.with_outcome(Outcome.UNCLEAR))
        yield Label.ITEMS, wording.share_line(parts, unclear)
        yield Label.POINTS, wording.points_line(parts, pack, document.score)
    if decided := after(document):
        yield AFTER, decided
    if document.decided and document.decided.score is not None:
        parts = shares(document, pack, decided=True)
        yield Label.POINTS, wording.points_line(parts, pack, document.decided.score)
    if reason := wording.held_back(document, pack):
        yield Label.RATING, reason


def _groups(document: DocumentResult, pack: Pack, source: Source) -> Iterator[GroupView]:
    numbers = {item.id: count for count, item in enumerate(document.items, start=1)}
    for importance in Importance:
        items = [
            item
            for outcome in _ACTED_ON
            for item in document.standing_at(outcome)
            if pack.checklist[item.id].importance is importance
        ]
        if items:
            said = wording.items_line(importance, (item.standing for item in items))
            views = tuple(
                _item(f"{source.prefix}-i{numbers[item.id]}", item, pack, source) for item in items
            )
            yield GroupView(heading=said, items=views)


def _item(key: str, item: ItemResult, pack: Pack, source: Source) -> ItemView:
    known = pack.checklist[item.id]
    named = len(item.evidence) > 1
    return ItemView(
        id=key,
        known=known,
        outcome=item.standing,
        decided=line(item),
        missing=failed_clauses(known, item.clauses, source.document, pack),
        quotes=tuple(_quote(same, pack, source, named=named) for same in by_quote(item)),
        since=mark(item.since),
    )


def _quote(pieces: list[Evidence], pack: Pack, source: Source, *, named: bool) -> QuoteView:
    terms = wording.listed(wording.quoted(pack.concepts[p.concept].term) for p in pieces)
    return QuoteView(
        words=pieces[0].quote,
        block=pieces[0].place.block,
        place=wording.place(pieces[0].place),
        terms=terms if named else "",
        note=wording.evidence_note(pieces, source.document.mentions, pack),
        address=source.of_evidence(pieces[0]),
    )


def _asides(document: DocumentResult, pack: Pack) -> Iterator[AsideView]:
    for outcome in wording.ASIDES:
        items = document.undecided(outcome)
        reasons: dict[str, list[ChecklistItem]] = defaultdict(list)
        for item in items:
            reasons[wording.sentence(item.reason)].append(pack.checklist[item.id])
        if items:
            by_reason = tuple((reason, tuple(known)) for reason, known in reasons.items())
            yield AsideView(outcome=outcome, count=len(items), reasons=by_reason)


def _rewords(document: DocumentResult, pack: Pack, source: Source) -> Iterator[RewordView]:
    groups = by_wording(document.discouraged)
    for count, (finding_id, findings) in enumerate(groups.items(), start=1):
        yield RewordView(
            id=f"{source.prefix}-w{count}",
            known=pack.discouraged[finding_id],
            prefer=findings[0].prefer,
            places=tuple((f, wording.place(f.place), source.of_finding(f)) for f in findings),
        )


def _links_back(
    groups: tuple[GroupView, ...], rewords: tuple[RewordView, ...]
) -> dict[int, tuple[Link, ...]]:
    """Give for each block the entries of the report that rest on it."""
    links: dict[int, dict[Link, None]] = defaultdict(dict)
    for group in groups:
        for item in group.items:
            for quote in item.quotes:
                links[quote.block][item.id, item.known.title] = None
    for reword in rewords:
        for found, _, _ in reword.places:
            links[found.block][reword.id, reword.known.phrase] = None
    return {block: tuple(entries) for block, entries in links.items()}
