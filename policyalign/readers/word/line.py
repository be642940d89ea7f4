"""A paragraph as it stands in the file, before its kind and its headings are known."""

from __future__ import annotations

from dataclasses import dataclass, field
from enum import Enum

from policyalign.model.document import Cell, NoticeKind
from policyalign.readers.word.look import Look
from policyalign.readers.word.markup import Element
from policyalign.readers.word.quick import appearance
from policyalign.readers.word.styles import Styles

Dress = tuple[Element, Look, Styles]
"""A paragraph, how its style looks, and all the styles that letters in it may wear."""


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


class Line:
    """One paragraph with what is needed to tell its kind.

    ``text`` is live text with tab characters still in it; ``inserted`` holds each run of words
    that stands only in a tracked insertion. ``level`` is the outline level (1 to 9, 0 for body
    text). ``notes`` are the notes it refers to.
    ``lost`` is what stands in the paragraph and could not be read. ``italics`` are the spans of
    the text that stand out in italics; they are told of ordinary paragraphs only.
    ``carried_from`` and ``joined_with`` are further paragraphs that the text was read from.

    What few lines say stands here as it is for the others, and is set on those few: a policy has
    hundreds of lines, and to set everything on each takes three times as long. For the same reason
    what the letters look like is worked out from the line's dress only where it is asked for.
    """

    inserted: tuple[str, ...] = ()
    level: int = 0
    title: bool = False
    contents: bool = False
    placeholder: bool = False
    listed: bool = False
    label: str = ""
    notes: tuple[str, ...] = ()
    lost: tuple[Lost, ...] = ()
    italics: tuple[tuple[int, int], ...] = ()
    carried_from: tuple[Element, ...] = ()
    joined_with: tuple[Element, ...] = ()

    def __init__(
        self,
        text: str,
        story: Story,
        cell: Cell | None,
        box: int | None,
        dress: Dress | None = None,
    ) -> None:
        """Make a line with its words and where they stand; those of a diagram have no dress."""
        self.text = text
        self.story = story
        self.cell = cell
        self.box = box
        self._dress = dress

    def look(self) -> tuple[bool, int]:
        """Tell whether all of it is bold, and the size of its first letters in half points."""
        return appearance(*self._dress) if self._dress else (False, 0)

    @property
    def paragraphs(self) -> tuple[Element, ...]:
        """The elements that the text was read from, in order; words of a diagram have none."""
        own = (self._dress[0],) if self._dress else ()
        return (*self.carried_from, *own, *self.joined_with)

    @property
    def bold(self) -> bool:
        """True where all words are bold."""
        return self.look()[0]

    @property
    def size(self) -> int:
        """The size of the first letters in half points."""
        return self.look()[1]

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
