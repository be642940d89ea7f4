"""What is handed in for a roll-up: what each file says of an agency, before it is counted."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum

from policyalign.model.document import Unread
from policyalign.model.report import DocumentResult
from policyalign.model.returns import Rating, Return

ItemKey = tuple[str, str]
"""The id of a pack and of an item in it: what an item is known by in packs of all versions."""


class Source(StrEnum):
    """What kind of file an agency's answers come from. A report holds automatic findings only."""

    RETURN = "return"
    REPORT = "report"


@dataclass(frozen=True, slots=True, kw_only=True)
class Submission:
    """What one file says of one agency.

    ``documents`` is what a report holds of them. ``remarks`` are sentences on what is odd about it.
    """

    path: str
    source: Source
    held: Return
    documents: tuple[DocumentResult, ...] = ()
    remarks: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Ruling:
    """What an earlier roll-up workbook says of one item of one agency; an empty comment is none."""

    path: str
    agency: str
    key: ItemKey
    rating: Rating | None
    comment: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Gathered:
    """All that the files hold which a roll-up is made of.

    ``remarks`` pairs a file with what is odd about it. ``unread`` are the files that hold nothing
    which can be used, each with its reason.
    """

    submissions: tuple[Submission, ...]
    rulings: tuple[Ruling, ...] = ()
    unread: tuple[Unread, ...] = ()
    remarks: tuple[tuple[str, str], ...] = ()
