"""A paragraph as it stands in the file, before its kind and its headings are known."""

from __future__ import annotations

from dataclasses import dataclass, field
from enum import Enum

from policyalign.model.document import Cell, NoticeKind


class Story(Enum):
    """Word's word for the running text that a paragraph belongs to."""

    BODY = "body"
    NOTE = "note"
    HEADER = "header"
    FOOTER = "footer"


@dataclass(frozen=True, slots=True, kw_only=True)
class Lost:
    """Something that may hold words and was not read, such as a picture; ``what`` names it."""

    kind: NoticeKind
    what: str


@dataclass(slots=True, kw_only=True)
class Line:
    """One paragraph with what is needed to tell its kind.

    ``text`` is live text with tab characters still in it; ``inserted`` holds each run of words
    that stands only in a tracked insertion. ``level`` is the outline level (1 to 9, 0 for body
    text). ``size`` is that of its first letters in half points. ``notes`` are the notes it refers
    to. ``lost`` is what stands in the paragraph and could not be read.
    """

    text: str = ""
    inserted: tuple[str, ...] = ()
    story: Story = Story.BODY
    level: int = 0
    title: bool = False
    contents: bool = False
    placeholder: bool = False
    listed: bool = False
    label: str = ""
    bold: bool = False
    size: int = 0
    cell: Cell | None = None
    box: int | None = None
    notes: tuple[str, ...] = ()
    lost: tuple[Lost, ...] = ()

    @property
    def empty(self) -> bool:
        """True where the paragraph shows no words at all."""
        return not self.inserted and not self.text.strip()


@dataclass(slots=True, kw_only=True)
class TableShape:
    """How many cells each row of a table has, and how many of them hold no text."""

    rows: list[tuple[int, int]] = field(default_factory=list)


@dataclass(slots=True, kw_only=True)
class Changes:
    """How many tracked insertions and deletions a document holds."""

    insertions: int = 0
    deletions: int = 0
    moves: int = 0
