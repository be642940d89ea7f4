"""Where a concept or a phrase occurs in documents."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cached_property

from policyalign.model.document import Kind, Notice, Place, State, Unread
from policyalign.model.excerpt import Excerpt
from policyalign.model.report import How, Status


@dataclass(frozen=True, slots=True, kw_only=True)
class Find:
    """One place where it occurs.

    ``concept`` is the id of the concept that was looked for, and empty for a phrase. ``excerpt``
    holds the words in their sentence; ``start`` and ``end`` are characters of the block's text.
    ``similarity`` (0 to 100) says how like the words are to what was looked for.
    """

    concept: str
    excerpt: Excerpt
    start: int
    end: int
    place: Place
    kind: Kind
    state: State
    status: Status
    how: How
    similarity: float


@dataclass(frozen=True, slots=True, kw_only=True)
class FileFinds:
    """What was found in one file, in its order.

    ``passed_over`` counts places with wording of the concept that means something else there, or
    whose sense nothing around them shows. ``notices`` name what could not be read of the file.
    """

    path: str
    finds: tuple[Find, ...]
    passed_over: int = 0
    notices: tuple[Notice, ...] = ()


@dataclass(frozen=True, kw_only=True)
class Finds:
    """The result of a search: the files that were read, in order of path, and those that were not.

    ``wanted`` is what was asked for. ``concepts`` are the ids of the concepts whose wording was
    looked for, and ``named`` is true if ``wanted`` is the id or the term of one and false if it is
    a form of theirs. Without concepts the words themselves were looked for: ``phrase`` is the form
    that did, with other spellings of a word that is in no list. ``nearest`` are ids of concepts
    with a name or wording like the phrase, where it was found nowhere. ``statuses`` are those that
    were asked for; none stands for all.
    """

    wanted: str
    concepts: tuple[str, ...]
    named: bool
    phrase: str
    statuses: tuple[Status, ...]
    files: tuple[FileFinds, ...]
    unread: tuple[Unread, ...] = ()
    nearest: tuple[str, ...] = ()

    @cached_property
    def total(self) -> int:
        """How many places were found in all files."""
        return sum(len(file.finds) for file in self.files)

    @cached_property
    def passed_over(self) -> int:
        """How many places were passed over in all files."""
        return sum(file.passed_over for file in self.files)
