"""What a safeguarding partnership sees when the returns of its agencies are laid beside each other.

Nothing of one agency is merged in silence: a value on which its own files disagree is a
:class:`Dispute`, counts nowhere, and is shown with the file behind each claim.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date
from enum import StrEnum
from functools import cached_property

from policyalign.model.document import Unread
from policyalign.model.language import SharedLanguage
from policyalign.model.report import Outcome
from policyalign.model.returns import LABELS, Exhibit, Rating
from policyalign.model.submissions import ItemKey, Source

# Ratings and outcomes on one scale; what is not on it ("n-a", "unclear") is in no figure.
SCALE: Mapping[str, int] = {Rating.MET: 2, Rating.PARTLY: 1, Rating.NOT_MET: 0}
MOST_POINTS = max(SCALE.values())


def _points(value: str | None) -> int | None:
    return None if value is None else SCALE.get(value)


class Use(StrEnum):
    """What became of a file: counted, or shown for the reason given here.

    ``same``: it says what another counted file says. ``earlier``: from an earlier round.
    ``beside``: a report, where the agency has sent a return.
    """

    COUNTED = "counted"
    SAME = "same"
    EARLIER = "earlier"
    BESIDE = "beside"


@dataclass(frozen=True, slots=True, kw_only=True)
class AgencyFile:
    """One file of an agency and what became of it; ``made`` is when its documents were read."""

    path: str
    source: Source
    made: date
    pack: str
    pack_version: str
    use: Use


@dataclass(frozen=True, slots=True, kw_only=True)
class Item:
    """A checklist item in the wording of the newest file, and the versions that have it."""

    key: ItemKey
    area: str
    title: str
    question: str
    versions: tuple[str, ...]


class Field(StrEnum):
    """What of an item the files of one agency can disagree on."""

    RATING = "self-rating"
    FINDING = "finding"
    MODERATED = "moderated-rating"
    MODERATION = "moderation-comment"


@dataclass(frozen=True, slots=True, kw_only=True)
class Claim:
    """What one file says: the id of a rating or an outcome, or a comment."""

    value: str
    path: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Dispute:
    """A thing on which the files of one agency disagree. None of the claims is counted."""

    agency: str
    key: ItemKey
    field: Field
    claims: tuple[Claim, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Standing:
    """Where one agency stands on one item; ``None`` where nothing is said or files disagree.

    ``disputed`` names what they disagree on.
    """

    rating: Rating | None = None
    finding: Outcome | None = None
    exhibit: Exhibit | None = None
    moderated: Rating | None = None
    moderation: str = ""
    disputed: frozenset[Field] = frozenset()

    @property
    def points(self) -> int | None:
        """Points from 0 to 2, or ``None`` where the item does not count for the agency.

        A moderated rating decides. Without one it is the lower of what the agency says and what
        its documents show, and nothing while either is disputed.
        """
        if self.moderated is not None:
            return _points(self.moderated)
        if self.disputed & {Field.RATING, Field.FINDING, Field.MODERATED}:
            return None
        if self.rating is Rating.NOT_APPLICABLE:
            return None
        said = (_points(self.rating), _points(self.finding))
        return min((points for points in said if points is not None), default=None)

    @property
    def difference(self) -> int | None:
        """Self-rating less finding, from -2 to 2; above 0 the agency rates itself higher."""
        rated, found = _points(self.rating), _points(self.finding)
        return None if rated is None or found is None else rated - found


@dataclass(frozen=True, slots=True, kw_only=True)
class Count:
    """How many standings have 2 points, 1 and 0. Those that do not count are in none."""

    met: int = 0
    partly: int = 0
    not_met: int = 0

    @property
    def counted(self) -> int:
        """How many there are."""
        return self.met + self.partly + self.not_met

    @property
    def mean(self) -> float | None:
        """Mean points, 0 to 2; ``None`` where nothing counts."""
        points = SCALE[Rating.MET] * self.met + SCALE[Rating.PARTLY] * self.partly
        return points / self.counted if self.counted else None


@dataclass(frozen=True, slots=True, kw_only=True)
class Point:
    """An agency on one day: the mean score of its documents, and the share of items met.

    Both are 0 to 100 and come from automatic findings alone; ``None`` where there is no score or no
    item that counts.
    """

    day: date
    path: str
    alignment: float | None
    met: float | None


@dataclass(frozen=True, kw_only=True)
class Agency:
    """One agency: its files, where it stands on each item, and its figures over time.

    ``spellings`` are the ways its name is written that differ in capitals and blanks only.
    ``alignment`` is the mean score of its documents, 0 to 100. ``unrated`` counts the items of its
    return without a self-rating, of ``asked``: those that are for its documents.
    """

    name: str
    spellings: tuple[str, ...]
    files: tuple[AgencyFile, ...]
    standings: Mapping[ItemKey, Standing]
    areas: Mapping[str, Count]
    trend: tuple[Point, ...]
    documents: int
    alignment: float | None = None
    unread: tuple[str, ...] = ()
    asked: int = 0
    unrated: int = 0

    @property
    def has_returned(self) -> bool:
        """True if a return of its own counts, and not only a report on its documents."""
        return any(f.use is Use.COUNTED and f.source is Source.RETURN for f in self.files)

    @property
    def is_finished(self) -> bool:
        """True if it has returned and rated every item."""
        return self.has_returned and not self.unrated

    @cached_property
    def differences(self) -> tuple[int, ...]:
        """Every difference between self-rating and finding, in checklist order."""
        return tuple(d for s in self.standings.values() if (d := s.difference) is not None)

    @property
    def above(self) -> int:
        """How many items it rates above what its documents show."""
        return sum(difference > 0 for difference in self.differences)


@dataclass(frozen=True, slots=True, kw_only=True)
class ItemSummary:
    """One item over all agencies; ``above`` counts those that rate themselves above the finding."""

    item: Item
    count: Count
    above: int
    compared: int

    @property
    def is_weak_everywhere(self) -> bool:
        """True if it counts for two agencies or more, and none of them has it met."""
        return self.count.counted > 1 and not self.count.met


@dataclass(frozen=True, slots=True, kw_only=True)
class Difference:
    """A self-rating that is not what the documents show; see :attr:`Standing.difference`."""

    agency: str
    item: Item
    standing: Standing
    points: int


@dataclass(frozen=True, slots=True, kw_only=True)
class Action:
    """Something that an agency has said it will do. A return does not say when it is done."""

    agency: str
    item: Item
    text: str
    owner: str
    due: date | None
    path: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Owner:
    """The open actions of one owner of one agency; ``name`` is empty for those without one."""

    name: str
    agency: str
    actions: int
    overdue: int
    next_due: date | None


@dataclass(frozen=True, slots=True, kw_only=True)
class Reworded:
    """An item whose question is not the same in all versions, with the versions of each wording."""

    key: ItemKey
    questions: tuple[tuple[str, tuple[str, ...]], ...]


@dataclass(frozen=True, kw_only=True)
class Partnership:
    """The roll-up of all agencies on one day.

    ``missing`` are expected agencies without a return. ``near_names`` are pairs that may be one
    agency under two names. ``versions`` are packs with the versions that were used; ``partial``
    the items that not all of them have. ``remarks`` pairs files with what is odd about them.
    ``weakest`` has all items that count, the weakest first.
    ``differences`` begin where agencies rate themselves furthest above their documents.
    ``actions`` are in order of due date, those without one last. ``language`` compares the names
    that agencies use, where reports on the documents of two or more tell.
    """

    today: date
    labels: Mapping[Rating, str] = field(default_factory=lambda: LABELS)
    expected: tuple[str, ...]
    missing: tuple[str, ...]
    near_names: tuple[tuple[str, str], ...]
    agencies: tuple[Agency, ...]
    items: tuple[Item, ...]
    areas: Mapping[str, Count]
    weakest: tuple[ItemSummary, ...]
    differences: tuple[Difference, ...]
    actions: tuple[Action, ...]
    owners: tuple[Owner, ...]
    disputes: tuple[Dispute, ...]
    versions: tuple[tuple[str, tuple[str, ...]], ...]
    partial: tuple[Item, ...]
    reworded: tuple[Reworded, ...]
    unread: tuple[Unread, ...]
    remarks: tuple[tuple[str, str], ...]
    language: SharedLanguage | None = None

    @property
    def returned(self) -> tuple[Agency, ...]:
        """The agencies that have sent a return, finished or not."""
        return tuple(agency for agency in self.agencies if agency.has_returned)

    @property
    def unfinished(self) -> tuple[Agency, ...]:
        """The agencies whose return leaves items without a self-rating."""
        return tuple(agency for agency in self.returned if not agency.is_finished)

    @cached_property
    def weak(self) -> tuple[ItemSummary, ...]:
        """The items that some agency does not have met, the weakest first."""
        return tuple(found for found in self.weakest if found.count.met < found.count.counted)

    @cached_property
    def above(self) -> tuple[Difference, ...]:
        """Where agencies rate themselves above what their documents show, the furthest first."""
        return tuple(found for found in self.differences if found.points > 0)

    @cached_property
    def overdue(self) -> tuple[Action, ...]:
        """Actions whose date has passed, the longest ago first."""
        return tuple(a for a in self.actions if a.due is not None and a.due < self.today)
