"""What has changed between two runs over the same policies, or two versions of one.

``before`` and ``after`` are what the earlier and the later side say; a change is told from one to
the other.
"""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum
from functools import cached_property

from policyalign.model.document import Notice, Unread
from policyalign.model.pack import Pack
from policyalign.model.report import DocumentResult, Evidence, Finding, ItemResult, Settings


class KnownBy(StrEnum):
    """By what two documents were taken for versions of one, the surest first.

    ``given``: the user named the two files. ``path``: they have the same path. ``content``: they
    are the same byte for byte. ``title``: they have the same title and some passages in common.
    ``likeness``: most of their passages are the same.
    """

    GIVEN = "given"
    PATH = "path"
    CONTENT = "content"
    TITLE = "title"
    LIKENESS = "likeness"


class Turn(StrEnum):
    """Which way an item went. ``other``: it is counted now and was not, or the other way round."""

    GAINED = "gained"
    LOST = "lost"
    OTHER = "other"


@dataclass(frozen=True, slots=True, kw_only=True)
class Side:
    """One of the two sides: what it was made of and with.

    ``name`` is the report, the file or the folder as the user named it. ``tool`` is the version of
    the program. ``documents`` and ``unread`` are counts; ``mean_score`` is over scored documents.
    """

    name: str
    tool: str
    pack_id: str
    pack_version: str
    fingerprint: str
    settings: Settings
    documents: int
    unread: int
    mean_score: float | None


@dataclass(frozen=True, slots=True, kw_only=True)
class FieldChange:
    """Something that a document says of itself, or is taken for, then and now.

    ``field`` is one of ``title``, ``type``, ``version``, ``owner``, ``approved`` and ``review``.
    """

    field: str
    before: str | None
    after: str | None


@dataclass(frozen=True, slots=True, kw_only=True)
class ItemChange:
    """A checklist item with another outcome than before.

    ``appeared`` is evidence with words that the document did not have as evidence before, and
    ``gone`` evidence whose words it has no more.
    """

    before: ItemResult
    after: ItemResult
    turn: Turn
    appeared: tuple[Evidence, ...] = ()
    gone: tuple[Evidence, ...] = ()

    @property
    def is_loss(self) -> bool:
        """True where the item went down, and nobody decided that it may."""
        return self.turn is Turn.LOST and self.after.decision is None


@dataclass(frozen=True, kw_only=True)
class DocumentChange:
    """What has changed in one document; ``likeness`` (0 to 100) is how many passages are the same.

    ``crept_in`` and ``cleared`` are discouraged wording that nothing excuses.
    """

    before: DocumentResult
    after: DocumentResult
    known_by: KnownBy
    likeness: float
    items: tuple[ItemChange, ...] = ()
    fields: tuple[FieldChange, ...] = ()
    crept_in: tuple[Finding, ...] = ()
    cleared: tuple[Finding, ...] = ()
    new_notices: tuple[Notice, ...] = ()
    settled_notices: tuple[Notice, ...] = ()

    @property
    def same_file(self) -> bool:
        """True where the file is the same byte for byte, so that no change of it made another."""
        return self.before.sha256 == self.after.sha256

    @property
    def renamed(self) -> bool:
        """True where the path is another one."""
        return self.before.path != self.after.path

    @property
    def is_change(self) -> bool:
        """True where there is anything to tell."""
        told = (self.items, self.fields, self.crept_in, self.cleared)
        notices = (self.new_notices, self.settled_notices)
        scored = self.before.score != self.after.score
        return any(told) or any(notices) or scored or self.renamed

    @property
    def score_change(self) -> float | None:
        """How much the alignment rose; less than 0 where it fell, ``None`` without two scores."""
        if self.before.score is None or self.after.score is None:
            return None
        return round(self.after.score - self.before.score, 1)

    def turned(self, turn: Turn) -> tuple[ItemChange, ...]:
        """Give the items that went this way, in checklist order."""
        return tuple(change for change in self.items if change.turn is turn)


@dataclass(frozen=True, kw_only=True)
class Comparison:
    """Two runs compared. ``pack`` gives items and wording their names.

    ``documents`` are those on both sides, changed or not, in the order of the later side.
    ``only_before`` and ``only_after`` are items that one pack has and the other has not.
    ``newly_read`` are paths of added documents that could not be read before. ``newly_unread`` are
    files that could be read before, or were not there.
    """

    before: Side
    after: Side
    pack: Pack
    documents: tuple[DocumentChange, ...]
    added: tuple[DocumentResult, ...] = ()
    removed: tuple[DocumentResult, ...] = ()
    newly_read: tuple[str, ...] = ()
    newly_unread: tuple[Unread, ...] = ()
    only_before: tuple[str, ...] = ()
    only_after: tuple[str, ...] = ()

    @property
    def same_pack(self) -> bool:
        """True where both sides were made with the same pack, to the letter."""
        return self.before.fingerprint == self.after.fingerprint

    @property
    def same_program(self) -> bool:
        """True where both sides were made by the same version of the program."""
        return self.before.tool == self.after.tool

    @cached_property
    def changed(self) -> tuple[DocumentChange, ...]:
        """The documents on both sides of which there is anything to tell."""
        return tuple(document for document in self.documents if document.is_change)

    @cached_property
    def means(self) -> tuple[float, float, int] | None:
        """The mean alignment then and now over the documents scored on both sides, and how many."""
        scored = [
            (document.before.score, document.after.score)
            for document in self.documents
            if document.before.score is not None and document.after.score is not None
        ]
        if not scored:
            return None
        then, now = (round(sum(scores) / len(scored), 1) for scores in zip(*scored, strict=True))
        return then, now, len(scored)

    @cached_property
    def lost(self) -> int:
        """How many items went down because a policy changed, and nobody decided that they may."""
        return sum(sum(i.is_loss for i in d.items) for d in self.documents if not d.same_file)

    @cached_property
    def gained(self) -> int:
        """How many items went up because a policy changed."""
        return sum(len(d.turned(Turn.GAINED)) for d in self.documents if not d.same_file)

    @cached_property
    def crept_in(self) -> int:
        """How much discouraged wording is new in policies that changed, and in new ones."""
        changed = sum(len(d.crept_in) for d in self.documents if not d.same_file)
        return changed + sum(len(document.faults) for document in self.added)

    @cached_property
    def cleared(self) -> int:
        """How much discouraged wording is gone from policies that changed."""
        return sum(len(d.cleared) for d in self.documents if not d.same_file)

    @property
    def regressions(self) -> int:
        """How much is worse: items lost, wording that crept in, files not read any more."""
        return self.lost + self.crept_in + len(self.newly_unread)


@dataclass(frozen=True, slots=True, kw_only=True)
class TrendPoint:
    """One report in a series. ``day`` is the day (ISO) on which it was made.

    ``mean`` is the mean alignment over its ``scored`` documents, ``None`` where none has a score.
    """

    day: str
    pack_version: str
    documents: int
    scored: int
    mean: float | None


@dataclass(frozen=True, slots=True, kw_only=True)
class DocumentTrend:
    """One document through a series of reports, under its last path and title.

    ``scores`` has an entry for each report, ``None`` where it has no score or was not there.
    """

    path: str
    title: str | None
    scores: tuple[float | None, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Trend:
    """Alignment by date: ``points`` from the first report to the last, and each document's line."""

    points: tuple[TrendPoint, ...]
    documents: tuple[DocumentTrend, ...]
