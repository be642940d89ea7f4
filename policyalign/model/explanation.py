"""Why one checklist item has its outcome for one document, down to the words that did not count."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum

from policyalign.model.clauses import Clause
from policyalign.model.document import Document, Kind, Place
from policyalign.model.excerpt import Excerpt
from policyalign.model.pack import ChecklistItem, Pack
from policyalign.model.report import (
    DocumentResult,
    Finding,
    How,
    ItemResult,
    Mention,
    Outcome,
)


class Obstacle(StrEnum):
    """Why words that come near to what an item asks for do not count for it."""

    NEGATED = "negated"
    PLANNED = "planned"
    HISTORICAL = "historical"
    CITED = "cited"
    PROPOSED = "proposed"
    WEAK_PLACE = "weak-place"
    PAST_VERSION = "past-version"
    BLANK_FORM = "blank-form"
    ONLY_LISTED = "only-listed"
    NO_COMMITMENT = "no-commitment"
    ORDINARY = "ordinary"
    NO_DATE = "no-date"
    ANOTHERS = "anothers"
    OTHER_SECTION = "other-section"
    LONGER_NAME = "longer-name"
    OTHER_SUBJECT = "other-subject"
    NO_CASEWORK = "no-casework"
    NO_FRAMEWORK = "no-framework"
    FALSE_FRIEND = "false-friend"
    TOO_UNLIKE = "too-unlike"
    TOO_FAR_APART = "too-far-apart"
    MISSPELT = "misspelt"
    CAPITALS = "capitals"
    COMMA = "comma"


@dataclass(frozen=True, slots=True, kw_only=True)
class Committing:
    """By which words a mention is a commitment, or what keeps it from being one.

    ``binding`` are the words that commit, and ``following`` the next sentence, where they stand in
    that. Without any, ``soft`` are the words that take a commitment back, ``withheld`` those that
    would commit but for them, and ``others`` those by which something is said of others; where all
    are empty, no word commits.
    """

    binding: tuple[str, ...] = ()
    following: str = ""
    withheld: tuple[str, ...] = ()
    soft: tuple[str, ...] = ()
    others: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class NearMiss:
    """Words that come near to a concept, with the first thing that kept them from counting.

    ``because`` holds what decided, where a few words did: those that negate, the longer name, the
    false friend, the nearest words of the framework. ``other`` is the concept that ``because``
    belongs to, if it is one, and ``apart`` how many paragraphs away it stands (less than 0:
    before). ``start`` and ``end`` are characters of the block's text. ``form`` is the wording in
    the pack that the words are like; ``similarity`` (0 to 100) says how much, and ``threshold``
    how much they would have to be where the form is taken apart. Words that are a mention, but do
    not help the item, carry no form and no threshold. ``committing`` is known where all that a
    mention lacks is that it commits.
    """

    concept: str
    obstacle: Obstacle
    excerpt: Excerpt
    start: int
    end: int
    place: Place
    kind: Kind
    how: How
    similarity: float
    form: str = ""
    threshold: float | None = None
    because: str = ""
    other: str = ""
    apart: int | None = None
    committing: Committing | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Support:
    """A mention that counts, with its sentence and the kind of block it stands in.

    ``committing`` is known where the clause asks for a commitment.
    """

    mention: Mention
    excerpt: Excerpt
    kind: Kind
    committing: Committing | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class ClauseExplanation:
    """One clause of an item, whether it held, and on what.

    ``support`` are the mentions that speak for it, in document order, whether they are enough or
    not. ``lacking`` are the concepts of the clause without any. ``section`` says in words which
    part of the document was looked at, where the clause asks for one section. ``faults`` and
    ``excused`` are the discouraged wording that a clause against it found.
    """

    clause: Clause
    held: bool
    support: tuple[Support, ...] = ()
    lacking: tuple[str, ...] = ()
    section: str = ""
    faults: tuple[Finding, ...] = ()
    excused: tuple[Finding, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Weight:
    """How an item weighs in the score of a document.

    ``points`` of ``out_of`` are what it brings, ``total`` what all items that count could bring;
    all are ``None`` where the item does not count. ``if_met`` and ``if_missing`` are the score
    that the document would have if only this item were so; ``None`` where it would have none.
    """

    weight: float
    points: float | None
    total: float | None
    if_met: float | None
    if_missing: float | None


@dataclass(frozen=True, kw_only=True)
class Explanation:
    """One checklist item and one document, with everything that bears on the outcome.

    ``result`` is the item's outcome as a report has it. Where the item does not apply, ``clauses``
    and ``near`` tell what it would find if it did. ``near`` is in the order of obstacles, then of
    the document. ``with_suggestion`` is the outcome if the item's suggested wording stood in the
    document as a paragraph of its own at the end; ``None`` where the item does not apply, and
    where it only asks that wording is absent, which no added sentence can bring about.
    """

    pack: Pack
    item: ChecklistItem
    document: Document
    checked: DocumentResult
    result: ItemResult
    clauses: tuple[ClauseExplanation, ...]
    near: tuple[NearMiss, ...]
    weight: Weight
    with_suggestion: Outcome | None
