"""What was found in documents, and what follows from it.

The attributes carry the names of the keys of the JSON report, and enumerations are strings, so
that ``report.documents[0].items[0].outcome == "met"``.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass, field
from enum import StrEnum
from functools import cached_property
from typing import TYPE_CHECKING

from policyalign.model.document import Block, Control, Notice, Place, State, Unread
from policyalign.model.pack import Importance, Pack

if TYPE_CHECKING:
    from policyalign.model.comparison import Comparison


class Since(StrEnum):
    """How something that is wrong stands to an earlier report, the baseline.

    ``new``: it was not there. ``known``: it was. ``not-the-policy``: it is new, but the baseline
    did not ask for it, or the file is the same byte for byte: no change of the policy made it.
    """

    NEW = "new"
    KNOWN = "known"
    NOT_THE_POLICY = "not-the-policy"


class Status(StrEnum):
    """What the document says of a mentioned concept. Only ``affirmed`` is evidence."""

    AFFIRMED = "affirmed"
    NEGATED = "negated"
    HISTORICAL = "historical"
    CITED = "cited"


class How(StrEnum):
    """How the words found compare with the form in the pack."""

    EXACT = "exact"
    INFLECTED = "inflected"
    FUZZY = "fuzzy"
    REORDERED = "reordered"


@dataclass(frozen=True, slots=True, kw_only=True)
class Mention:
    """Words of a document that name a concept.

    ``quote`` is the original text from ``start`` to ``end`` (characters of the block's text).
    ``block`` is the block's running number. ``similarity`` is 0 to 100. ``sentence`` is the span
    of the sentence it stands in, ``commits`` tells whether that sentence binds the agency, and
    ``planned`` whether it is negated because it is not done yet, though hoped for or on its way;
    these three do not appear in the JSON report.
    """

    concept: str
    quote: str
    start: int
    end: int
    block: int
    place: Place
    state: State
    status: Status
    how: How
    similarity: float
    sentence: tuple[int, int]
    commits: bool
    planned: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class Finding:
    """Discouraged wording found in a document; ``excuse`` says why it may stand, if it may.

    ``sentence`` is the sentence it stands in, on one line, cut where it is long. ``since`` is known
    where the report was compared with a baseline, of wording that nothing excuses.
    """

    id: str
    quote: str
    prefer: str
    excused: bool
    excuse: str
    start: int
    end: int
    block: int
    place: Place
    sentence: str = ""
    since: Since | None = None


class Outcome(StrEnum):
    """The answer to one checklist item for one document."""

    MET = "met"
    PARTLY = "partly"
    NOT_MET = "not-met"
    UNCLEAR = "unclear"
    NOT_APPLICABLE = "n-a"

    @property
    def counts(self) -> bool:
        """True if the item stands in the denominator of the score."""
        return self in {self.MET, self.PARTLY, self.NOT_MET}


@dataclass(frozen=True, slots=True, kw_only=True)
class ClauseResult:
    """One clause of an item as written in the pack, and whether it held."""

    text: str
    held: bool


@dataclass(frozen=True, slots=True, kw_only=True)
class Evidence:
    """The words on which an outcome rests. ``quote`` is the mention in its sentence."""

    concept: str
    quote: str
    place: Place
    status: Status
    how: How
    similarity: float


@dataclass(frozen=True, slots=True, kw_only=True)
class ItemResult:
    """The outcome of one checklist item, with the clauses and words it rests on.

    ``since`` is known where the report was compared with a baseline, of an item that is missing,
    partly met or could not be told.
    """

    id: str
    outcome: Outcome
    reason: str
    clauses: tuple[ClauseResult, ...] = ()
    evidence: tuple[Evidence, ...] = ()
    since: Since | None = None


@dataclass(frozen=True, kw_only=True)
class DocumentResult:
    """Everything found in one document.

    ``score`` is 0 to 100, or ``None`` where nothing could be scored; ``rating`` is its word.
    ``type_source`` says in words how the document type was arrived at. ``blocks`` is the text that
    was read, for reports that show it; it does not appear in the JSON report.
    """

    path: str
    sha256: str
    title: str | None
    type: str
    type_source: str
    agency: str | None
    control: Control
    score: float | None
    rating: str | None
    pages: int | None
    words: int
    items: tuple[ItemResult, ...]
    mentions: tuple[Mention, ...]
    discouraged: tuple[Finding, ...]
    notices: tuple[Notice, ...]
    blocks: Sequence[Block] = field(default=(), repr=False)

    def with_outcome(self, *outcomes: Outcome) -> tuple[ItemResult, ...]:
        """Give the items with one of these outcomes, in checklist order."""
        return tuple(item for item in self.items if item.outcome in outcomes)

    @cached_property
    def faults(self) -> tuple[Finding, ...]:
        """Discouraged wording that nothing excuses."""
        return tuple(finding for finding in self.discouraged if not finding.excused)

    @cached_property
    def concepts(self) -> frozenset[str]:
        """The concepts that the document affirms."""
        return frozenset(m.concept for m in self.mentions if m.status is Status.AFFIRMED)


@dataclass(frozen=True, slots=True, kw_only=True)
class Settings:
    """What the user asked for; it stands in the report so that a run can be repeated.

    ``type`` and ``agency`` are ``None`` where they were left to be inferred. ``today`` (ISO) is
    the date against which review dates are compared, ``None`` for no such comparison.
    """

    type: str | None = None
    agency: str | None = None
    today: str | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Totals:
    """Counts over all documents. ``missing`` pairs item ids with how many documents lack them."""

    documents: int
    unread: int
    scored: int
    mean_score: float | None
    ratings: tuple[tuple[str, int], ...]
    missing: tuple[tuple[str, int], ...]
    discouraged: int


@dataclass(frozen=True, kw_only=True)
class Report:
    """The result of a run: documents in order of path, and the files that could not be read.

    The results of very many documents are read back from a file each time they are gone through.
    ``baseline`` is how the documents have changed since an earlier report, if that was asked for.
    """

    pack: Pack
    settings: Settings
    documents: Sequence[DocumentResult]
    unread: tuple[Unread, ...] = field(default=())
    baseline: Comparison | None = field(default=None, repr=False)

    @cached_property
    def totals(self) -> Totals:
        """Counts over the documents; files that could not be read are in no denominator."""
        scores: list[float] = []
        ratings: Counter[str | None] = Counter()
        missing: Counter[str] = Counter()
        discouraged = 0
        for document in self.documents:
            if document.score is not None:
                scores.append(document.score)
            ratings[document.rating] += 1
            missing.update(item.id for item in document.with_outcome(Outcome.NOT_MET))
            discouraged += len(document.faults)
        return Totals(
            documents=len(self.documents),
            unread=len(self.unread),
            scored=len(scores),
            mean_score=round(sum(scores) / len(scores), 1) if scores else None,
            ratings=tuple((rating.name, ratings[rating.name]) for rating in self.pack.ratings),
            missing=self._ranked(missing),
            discouraged=discouraged,
        )

    def _ranked(self, missing: Counter[str]) -> tuple[tuple[str, int], ...]:
        order = {importance: rank for rank, importance in enumerate(Importance)}
        checklist = self.pack.checklist.values()
        return tuple(
            sorted(
                ((item.id, missing[item.id]) for item in checklist if missing[item.id]),
                key=lambda pair: (-pair[1], order[self.pack.checklist[pair[0]].importance]),
            )
        )
