"""A self-assessment return: what the documents show of each item, and what people say of it.

The habit is that of section 11 and section 175/157 returns in England: standard, self-rating,
evidence, action, lead, date, and later a moderated rating.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date
from enum import StrEnum
from types import MappingProxyType

from policyalign.model.report import Outcome


class Rating(StrEnum):
    """What a person says of an item, whatever words the partnership has for it."""

    MET = "met"
    PARTLY = "partly"
    NOT_MET = "not-met"
    NOT_APPLICABLE = "n-a"


# The words people choose from, unless the settings have others such as Green, Amber and Red.
LABELS: Mapping[Rating, str] = MappingProxyType(
    {
        Rating.MET: "Met",
        Rating.PARTLY: "Partly met",
        Rating.NOT_MET: "Not met",
        Rating.NOT_APPLICABLE: "Not applicable",
    }
)


@dataclass(frozen=True, slots=True, kw_only=True)
class Exhibit:
    """The words in a document on which an automatic finding rests best."""

    document: str
    quote: str
    heading: str = ""
    page: int | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Finding:
    """What the documents of an agency show of one item.

    ``outcome`` is the best of all documents that the item applies to; ``documents`` says, for each
    outcome that occurs, in how many of them.
    """

    outcome: Outcome
    documents: Mapping[Outcome, int] = field(default_factory=dict)
    exhibit: Exhibit | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Answer:
    """What people filled in for one item; an empty text or ``None`` where they did not.

    ``reason`` is why the item does not apply. ``moderated`` and ``moderation`` are the
    partnership's rating and its comment.
    """

    rating: Rating | None = None
    evidence: str = ""
    comment: str = ""
    action: str = ""
    owner: str = ""
    due: date | None = None
    reason: str = ""
    moderated: Rating | None = None
    moderation: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Row:
    """One checklist item of a return. The question is kept as it was asked."""

    item: str
    area: str
    title: str
    question: str
    finding: Finding
    answer: Answer = Answer()


@dataclass(frozen=True, slots=True, kw_only=True)
class ReturnedDocument:
    """A document that the automatic findings rest on; ``score`` is 0 to 100 or ``None``."""

    path: str
    title: str
    sha256: str
    type: str
    score: float | None


@dataclass(frozen=True, slots=True, kw_only=True)
class Return:
    """A return of one agency. ``made`` is the day on which the documents were last read."""

    agency: str
    pack: str
    pack_version: str
    made: date
    documents: tuple[ReturnedDocument, ...]
    unread: tuple[str, ...]
    rows: tuple[Row, ...]
    labels: Mapping[Rating, str] = field(default_factory=lambda: LABELS)
