"""The sheet in which the partnership moderates: one row for each agency and item."""

from __future__ import annotations

from collections import defaultdict
from typing import TYPE_CHECKING

from policyalign.model.partnership import Field
from policyalign.model.returns import Rating
from policyalign.renderers import partnership_wording as words
from policyalign.renderers.excel.sheet import Cell, Column, Look, Sheet, text
from policyalign.renderers.moderation_layout import LABELS_RANGE, SHEET, Heading

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping, Sequence

    from policyalign.model.partnership import Agency, Dispute, Item, Partnership
    from policyalign.model.submissions import ItemKey
    from policyalign.renderers.excel.sheet import Book

_COLUMNS = (
    Column(Heading.AGENCY, 24),
    Column(Heading.AREA, 22),
    Column(Heading.ITEM, 30),
    Column(Heading.RATING, 14),
    Column(Heading.FINDING, 16),
    Column(Heading.EVIDENCE, 44),
    Column(Heading.DIFFERENCE, 16),
    Column(Heading.CONFLICT, 36),
    Column(Heading.MODERATED, 18),
    Column(Heading.MODERATION, 40),
    Column(Heading.PACK, 8),
    Column(Heading.REFERENCE, 22),
)
_LOOKS: dict[str, Look] = {Rating.NOT_MET: Look.MISSING, Rating.PARTLY: Look.PARTLY}
_Conflicts = dict[tuple[str, "ItemKey"], list["Dispute"]]


def moderation_sheet(book: Book, view: Partnership) -> None:
    """Give every standing a row, its last columns but two to be filled in by the partnership."""
    sheet = Sheet(book, SHEET, _COLUMNS, title=words.TITLE)
    conflicts: _Conflicts = defaultdict(list)
    for dispute in view.disputes:
        conflicts[dispute.agency, dispute.key].append(dispute)
    for agency in view.agencies:
        for item in view.items:
            if item.key in agency.standings:
                found = conflicts.get((agency.name, item.key), ())
                sheet.add(_cells(agency, item, found, view.labels))
    sheet.allow(
        Heading.MODERATED,
        {"validate": "list", "source": LABELS_RANGE, "error_message": words.WANTS_RATING},
    )
    sheet.finish(frozen=3)


def _cells(
    agency: Agency, item: Item, found: Sequence[Dispute], labels: Mapping[Rating, str]
) -> Iterator[Cell]:
    standing = agency.standings[item.key]
    yield text(agency.name)
    yield text(item.area)
    yield text(item.title)
    yield text(words.said(standing, Field.RATING, labels), look=_look(standing.rating))
    yield text(words.said(standing, Field.FINDING, labels), look=_look(standing.finding))
    yield text(words.exhibit(standing.exhibit))
    yield text(words.difference(standing.difference))
    yield text(*(words.conflict_line(one, labels) for one in found))
    yield text(words.rating(standing.moderated, labels), look=Look.ENTRY)
    yield text(standing.moderation, look=Look.ENTRY)
    yield text(item.key[0])
    yield text(item.key[1])


def _look(value: str | None) -> Look:
    return _LOOKS.get(value or "", Look.TEXT)
