"""What was found in documents, and what follows from it.

The attributes carry the names of the keys of the JSON report, and enumerations are strings, so
that ``report.documents[0].items[0].outcome == "met"``.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass, field
from datetime import date
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


class Whose(StrEnum):
    """Who does what a sentence tells of: the agency, some of it, or others.

    ``UNSAID`` is what has no words for it: the rest of the document tells.
    """

    UNSAID = "unsaid"
    OWN = "own"
    SOME = "some"
    SHARED = "shared"
    ANOTHERS = "another's"


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
    ``planned`` whether it is negated because it is not done yet, though hoped for or on its way,
    and ``whose`` practice its sentence tells of, as far as the checklist asks; these four do not
    appear in the JSON report.
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
    whose: Whose = Whose.OWN


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


class DecisionKind(StrEnum):
    """What people can decide about an outcome.

    The item is not applicable here; or the gap is known and accepted, for now; or the outcome is
    overruled by another.
    """

    NOT_APPLICABLE = "not-applicable"
    ACCEPTED = "accepted"
    OVERRULED = "overruled"


@dataclass(frozen=True, slots=True, kw_only=True)
class Decision:
    """What a person decided about an outcome, and why.

    ``outcome`` is the one that counts where the kind is overruled, else ``None``. ``until`` is the
    last day on which the decision holds.
    """

    kind: DecisionKind
    outcome: Outcome | None
    by: str
    why: str
    until: date


@dataclass(frozen=True, slots=True, kw_only=True)
class ItemResult:
    """The outcome of one checklist item, with the clauses and words it rests on.

    ``outcome`` is what the words show, whatever people decided: ``decision`` stands beside it.
    ``since`` is known where the report was compared with a baseline, of an item that is missing,
    partly met or could not be told.
    """

    id: str
    outcome: Outcome
    reason: str
    clauses: tuple[ClauseResult, ...] = ()
    evidence: tuple[Evidence, ...] = ()
    since: Since | None = None
    decision: Decision | None = None

    @property
    def standing(self) -> Outcome:
        """The outcome after the decision, if there is one."""
        if self.decision is None or self.decision.kind is DecisionKind.ACCEPTED:
            return self.outcome
        return self.decision.outcome or Outcome.NOT_APPLICABLE

    @property
    def is_accepted(self) -> bool:
        """True if people know of the outcome and accept it, so that nobody need act on it."""
        return self.decision is not None and self.decision.kind is DecisionKind.ACCEPTED


@dataclass(frozen=True, slots=True, kw_only=True)
class Decided:
    """The score of a document after what people decided, and its word, as ``DocumentResult``."""

    score: float | None
    rating: str | None


@dataclass(frozen=True, kw_only=True)
class DocumentResult:
    """Everything found in one document.

    ``score`` is 0 to 100, or ``None`` where nothing could be scored; ``rating`` is its word.
    Both are of the outcomes as found; ``decided`` is ``None`` where nobody decided otherwise.
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
    decided: Decided | None = None
    blocks: Sequence[Block] = field(default=(), repr=False)

    def with_outcome(self, *outcomes: Outcome) -> tuple[ItemResult, ...]:
        """Give the items with one of these outcomes, in checklist order."""
        return tuple(item for item in self.items if item.outcome in outcomes)

    def standing_at(self, *outcomes: Outcome) -> tuple[ItemResult, ...]:
        """Give the items with one of these outcomes after decisions, without those accepted."""
        return tuple(
            item for item in self.items if item.standing in outcomes and not item.is_accepted
        )

    def undecided(self, *outcomes: Outcome) -> tuple[ItemResult, ...]:
        """Give the items with one of these outcomes about which nobody decided anything."""
        return tuple(item for item in self.with_outcome(*outcomes) if item.decision is None)

    @property
    def decisions(self) -> tuple[ItemResult, ...]:
        """The items about which people decided, in checklist order."""
        return tuple(item for item in self.items if item.decision is not None)

    @property
    def decided_score(self) -> float | None:
        """The score after decisions, which is ``score`` where there are none."""
        return self.decided.score if self.decided else self.score

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
    the date against which review dates are compared, ``None`` for no such comparison. ``file`` is
    the name of the settings file and ``fingerprint`` a hash of what it holds, if there was one.
    """

    type: str | None = None
    agency: str | None = None
    today: str | None = None
    file: str | None = None
    fingerprint: str | None = None


class RemarkKind(StrEnum):
    """What a remark on the settings file is about."""

    EXPIRED = "expired"
    UNMATCHED = "unmatched"
    NEEDLESS = "needless"


@dataclass(frozen=True, slots=True, kw_only=True)
class Remark:
    """An entry of the settings file that did nothing in this run, with its line and the reason."""

    kind: RemarkKind
    line: int
    reason: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Totals:
    """Counts over all documents. ``missing`` pairs item ids with how many documents lack them.

    An item that people accepted, or decided to be met or not applicable, is not among these;
    ``decided`` counts such decisions, and ``decided_mean_score`` is the mean after them. All else
    is as found. ``excluded`` files are in no other count.
    """

    documents: int
    unread: int
    scored: int
    mean_score: float | None
    ratings: tuple[tuple[str, int], ...]
    missing: tuple[tuple[str, int], ...]
    discouraged: int
    decided: int = 0
    decided_mean_score: float | None = None
    excluded: int = 0


@dataclass(frozen=True, kw_only=True)
class Report:
    """The result of a run: documents in order of path, and the files that could not be read.

    The results of very many documents are read back from a file each time they are gone through.
    ``excluded`` are the files that the settings file leaves out, and ``remarks`` are on that file.
    ``baseline`` is how the documents have changed since an earlier report, if that was asked for.
    """

    pack: Pack
    settings: Settings
    documents: Sequence[DocumentResult]
    unread: tuple[Unread, ...] = field(default=())
    excluded: tuple[str, ...] = ()
    remarks: tuple[Remark, ...] = ()
    baseline: Comparison | None = field(default=None, repr=False)

    @cached_property
    def totals(self) -> Totals:
        """Counts over the documents; files that could not be read are in no denominator."""
        scores: list[float] = []
        decided_scores: list[float] = []
        ratings: Counter[str | None] = Counter()
        missing: Counter[str] = Counter()
        discouraged = decided = 0
        for document in self.documents:
            if document.score is not None:
                scores.append(document.score)
            if document.decided_score is not None:
                decided_scores.append(document.decided_score)
            ratings[document.rating] += 1
            missing.update(item.id for item in document.standing_at(Outcome.NOT_MET))
            discouraged += len(document.faults)
            decided += len(document.decisions)
        return Totals(
            documents=len(self.documents),
            unread=len(self.unread),
            scored=len(scores),
            mean_score=_mean(scores),
            ratings=tuple((rating.name, ratings[rating.name]) for rating in self.pack.ratings),
            missing=self._ranked(missing),
            discouraged=discouraged,
            decided=decided,
            decided_mean_score=_mean(decided_scores),
            excluded=len(self.excluded),
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


def _mean(scores: list[float]) -> float | None:
    return round(sum(scores) / len(scores), 1) if scores else None
