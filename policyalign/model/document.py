"""A policy as a reader found it: blocks of text with their place, in reading order.

Blocks and what belongs to them are named tuples and not dataclasses, because a policy has hundreds
of them and a frozen dataclass takes twice as long to make.
"""

from __future__ import annotations

from dataclasses import dataclass, field
from enum import StrEnum
from functools import cached_property
from typing import NamedTuple


class Kind(StrEnum):
    """The container a block of text stands in."""

    HEADING = "heading"
    PARAGRAPH = "paragraph"
    LIST_ITEM = "list-item"
    TABLE_CELL = "table-cell"
    TEXT_BOX = "text-box"
    FOOTNOTE = "footnote"
    HEADER = "header"
    FOOTER = "footer"
    CONTENTS = "contents"
    REFERENCE = "reference"
    FORM_FIELD = "form-field"


class State(StrEnum):
    """Whether the text is in force, or stands only in a tracked insertion."""

    LIVE = "live"
    PROPOSED = "proposed"


class Place(NamedTuple):
    """Enough for a person to find a passage again.

    ``heading`` is the trail of headings from the outermost to the nearest, ``page`` counts from 1
    and is ``None`` where the format has no pages (Word), ``block`` is the running number of the
    block in its document, from 0.
    """

    block: int
    heading: tuple[str, ...] = ()
    page: int | None = None


class Cell(NamedTuple):
    """Where a block stands in a table: all three count from 1; merged cells have their first."""

    table: int
    row: int
    column: int


class Block(NamedTuple):
    """One paragraph, list item, heading or table-cell paragraph of a document.

    ``text`` holds the original characters. ``label`` is the visible list or clause number that
    Word adds and the text does not hold. ``level`` is 1 to 9 for headings. ``cell`` and ``box``
    say which table cell or which text box (counted from 1) the block stands in, if any.
    ``italics`` are the spans of the text that stand out in italics, where the reader tells.
    """

    kind: Kind
    text: str
    place: Place
    state: State = State.LIVE
    level: int | None = None
    label: str = ""
    cell: Cell | None = None
    box: int | None = None
    italics: tuple[tuple[int, int], ...] = ()


class NoticeKind(StrEnum):
    """What a notice is about."""

    SCANNED_PAGE = "scanned-page"
    PICTURE = "picture"
    UNREAD_PART = "unread-part"
    LIMIT = "limit"
    TRACKED_CHANGES = "tracked-changes"
    REVIEW_OVERDUE = "review-overdue"

    @property
    def hides_text(self) -> bool:
        """True where words of the policy may stand in what could not be read."""
        return self in {self.SCANNED_PAGE, self.PICTURE, self.UNREAD_PART, self.LIMIT}


@dataclass(frozen=True, slots=True, kw_only=True)
class Notice:
    """Something a reader of the report must know about a document that was read."""

    kind: NoticeKind
    reason: str
    page: int | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Control:
    """What the document says of itself, as written: ``30 June 2027`` stays ``30 June 2027``."""

    version: str | None = None
    owner: str | None = None
    approved: str | None = None
    review: str | None = None


@dataclass(frozen=True, kw_only=True)
class Document:
    """A policy that was read.

    ``path`` has forward slashes. It is as given to ``read``; in a report it is the path below the
    folder that all checked files share. ``sha256`` is of the file's bytes; ``pages`` is ``None``
    where the format has none.
    """

    path: str
    sha256: str
    title: str | None
    blocks: tuple[Block, ...]
    control: Control = field(default_factory=Control)
    pages: int | None = None
    notices: tuple[Notice, ...] = ()

    @cached_property
    def words(self) -> int:
        """How many words were read, by white space, in all blocks."""
        return sum(len(block.text.split()) for block in self.blocks)


@dataclass(frozen=True, slots=True, kw_only=True)
class Unread:
    """A file that could not be read, with the reason and what to do, for a person.

    ``sha256`` is of the file's bytes where the reason lies in these, as in a damaged file: the
    same bytes will not be read another time either. It is ``None`` where it lies elsewhere.
    """

    path: str
    reason: str
    sha256: str | None = None
