"""Whose practice a document tells of: its own agency's, or that of another body."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Callable, Collection

from policyalign.model.document import Document, State
from policyalign.model.pack import AnotherBody, Pack
from policyalign.model.report import Mention, Status, Whose

# What only some teams do is a part in every document; of the rest, what these say is another's.
_AS_SAID = {whose: whose for whose in Whose} | {Whose.UNSAID: Whose.OWN}
_DISCLAIMED = _AS_SAID | {Whose.UNSAID: Whose.ANOTHERS}
_IN_PART = _AS_SAID | {Whose.ANOTHERS: Whose.SHARED}
_OWN = dict.fromkeys(Whose, Whose.OWN) | {Whose.SOME: Whose.SOME}
_DENIED = frozenset({Status.NEGATED, Status.HISTORICAL})
_ITS_OWN = frozenset({Whose.OWN, Whose.UNSAID})
# So many tools in a table are a choice of them, and none is how the agency works.
_SEVERAL = 3
# What heads a column is short; a longer text in the first row is no heading.
_HEAD = 6
_WORDS = re.compile(r"\w+")


def whose_practice(
    document: Document, document_type: str, mentions: Collection[Mention], pack: Pack
) -> Callable[[Mention], Whose]:
    """Give what tells whose practice a mention of a document tells of.

    A partner who tells of what the council does has not taken it up by that; and one who says that
    the framework is not used tells of others in words peculiar to it, wherever it does not say
    otherwise. Where anybody else says that the framework is not used, or no more, and nowhere that
    it is, what is done at conferences, or was learnt on a course, is done in part; and so is what
    is peculiar to a framework that is only named as that of a pilot or of some teams, and what a
    table says of it as one tool of several.
    """
    another = pack.another_body
    said = [m for m in mentions if m.concept in another.framework and m.state is State.LIVE]
    affirmed = [m for m in said if m.status is Status.AFFIRMED]
    denied = [m for m in said if m.status in _DENIED]
    everyday = peculiar = _OWN
    if document_type in another.types and not _leads(document, another):
        used = any(m.whose is Whose.OWN for m in affirmed)
        everyday = _AS_SAID
        disclaimed = any(m.status is Status.NEGATED for m in denied) and not used
        peculiar = _DISCLAIMED if disclaimed else _AS_SAID
    elif denied and not any(map(_is_used, said)):
        everyday = peculiar = _IN_PART
    if affirmed and all(m.whose is Whose.SOME for m in affirmed):
        peculiar = peculiar | {Whose.UNSAID: Whose.SOME}
    choices = _choices(document, mentions, another)

    def whose(mention: Mention) -> Whose:
        anchor = pack.concepts[mention.concept].anchor
        found = (peculiar if anchor else everyday)[mention.whose]
        cell = document.blocks[mention.block].cell
        is_choice = cell is not None and (cell.table, cell.row) in choices
        # "We use it with every child" says so of one tool of several, too.
        undecided = found is Whose.OWN and mention.whose is Whose.UNSAID
        return Whose.SOME if is_choice and undecided else found

    return whose


def _choices(
    document: Document, mentions: Collection[Mention], another: AnotherBody
) -> frozenset[tuple[int, int]]:
    """Give the rows, as table and row, that name the framework as one tool of several."""
    tools = set(another.tools)
    listing: set[int] = set()
    rows: dict[int, set[int]] = defaultdict(set)
    for block in document.blocks:
        if block.cell is None:
            continue
        if block.cell.row > 1:
            rows[block.cell.table].add(block.cell.row)
        elif len(words := _WORDS.findall(block.text.lower())) <= _HEAD and tools & set(words):
            listing.add(block.cell.table)
    named: dict[int, set[int]] = defaultdict(set)
    for mention in mentions:
        cell = document.blocks[mention.block].cell
        if cell and cell.table in listing and mention.concept in another.framework:
            named[cell.table].add(cell.row)
    return frozenset(
        (table, row)
        for table, found in named.items()
        if len(rows[table]) >= _SEVERAL and 2 * len(found) < len(rows[table])
        for row in found
    )


def _leads(document: Document, another: AnotherBody) -> bool:
    title = (document.title or "").lower()
    partner = any(body in title for body in another.partners)
    return not partner and any(body in title for body in another.leads)


def _is_used(mention: Mention) -> bool:
    used = mention.whose in {*_ITS_OWN, Whose.ANOTHERS}
    return mention.status is Status.AFFIRMED and mention.commits and used
