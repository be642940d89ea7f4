"""A vocabulary pack: everything that is known about one practice framework.

A pack is data. It is written as TOML in ``vocab/`` and loaded by :mod:`policyalign.packs`;
nothing about any framework stands in code.
"""

from __future__ import annotations

from dataclasses import dataclass, field
from enum import StrEnum

from policyalign.model.clauses import AtLeast, Clause


class Sense(StrEnum):
    """Where a form counts as a mention of its concept.

    ``anywhere``: wherever it stands. ``casework``: in text about work with children and families.
    ``framework``: only near a concept that is peculiar to the framework.
    """

    ANYWHERE = "anywhere"
    CASEWORK = "casework"
    FRAMEWORK = "framework"


@dataclass(frozen=True, slots=True, kw_only=True)
class Form:
    """One way in which a concept or a discouraged wording is written.

    ``text`` is in the small pattern language of ``vocab/README.md``. ``threshold`` is the lowest
    similarity, 0 to 100, at which its words still count in another order or with words between;
    at 100 its words may not be misspelt either.
    """

    text: str
    sense: Sense = Sense.ANYWHERE
    threshold: float


@dataclass(frozen=True, slots=True, kw_only=True)
class Concept:
    """An idea of the framework and the ways in which policies word it.

    ``anchor`` marks a concept peculiar to the framework: near it, forms of ``Sense.FRAMEWORK``
    count. ``stands_inside`` marks one that keeps its meaning inside the longer name of another
    ("Signs of Safety conference"). ``ordinary`` marks what any agency does, with the framework or
    without: part of what an item may ask, it commits nobody to the rest. ``examples`` must be
    credited, ``counterexamples`` must not.
    """

    id: str
    term: str
    category: str
    definition: str
    forms: tuple[Form, ...]
    false_friends: tuple[str, ...] = ()
    anchor: bool = False
    stands_inside: bool = False
    ordinary: bool = False
    examples: tuple[str, ...] = ()
    counterexamples: tuple[str, ...] = ()
    source: str


@dataclass(frozen=True, slots=True, kw_only=True)
class NamedIdea:
    """The names under which one idea goes in policies.

    ``concepts`` are those whose mentions are mentions of the idea; the first gives it its
    meaning. ``preferred`` is the name wanted. ``same`` are other ways of writing that name, such
    as an abbreviation; ``names`` are other names. Both are forms of plain words; the choices of
    one form are spellings of one name, shown as the first of them. ``note`` is for people.
    """

    concepts: tuple[str, ...]
    preferred: str
    same: tuple[str, ...] = ()
    names: tuple[str, ...] = ()
    note: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Discouraged:
    """Wording at odds with the framework, with what to write instead.

    ``unless`` holds wording which, in the same sentence or heading, shows another sense.
    ``current_in`` names the places where it is the current wording: a passage, a heading above it
    or a title that names one of them is about that place.
    ``in_references`` says that it is at fault as the title of a publication, too.
    ``allowed_when`` says for people what ``unless`` and the pack's general excuses do.
    """

    id: str
    phrase: str
    kind: str
    forms: tuple[Form, ...]
    prefer: str
    why: str
    allowed_when: str
    unless: tuple[str, ...] = ()
    current_in: tuple[str, ...] = ()
    in_references: bool = False
    examples: tuple[str, ...] = ()
    counterexamples: tuple[str, ...] = ()
    source: str


class Importance(StrEnum):
    """How much an item counts; the weights stand in the pack."""

    ESSENTIAL = "essential"
    EXPECTED = "expected"
    ENHANCING = "enhancing"


@dataclass(frozen=True, slots=True, kw_only=True)
class ChecklistItem:
    """One question that a policy is checked against; every clause of ``expected`` must hold.

    ``applies_to`` names document types and is empty where the item applies to all.
    ``applies_where`` names concepts: if it is not empty, the item applies only to documents that
    mention at least one of them.
    """

    id: str
    area: str
    title: str
    question: str
    expected: tuple[Clause, ...]
    importance: Importance
    applies_to: tuple[str, ...] = ()
    applies_where: tuple[str, ...] = ()
    suggested_wording: str
    source: str
    note: str = ""

    @property
    def asked_first(self) -> tuple[str, ...]:
        """The concepts of the first clause that asks for any."""
        return next((c.concepts for c in self.expected if isinstance(c, AtLeast)), ())


class Reach(StrEnum):
    """Which way from its trigger a status spreads, within the sentence unless it says otherwise."""

    AFTER = "after"
    BEFORE = "before"
    SENTENCE = "sentence"
    SENTENCE_BEFORE = "sentence before"
    BLOCK = "block"
    ROW = "row"


@dataclass(frozen=True, slots=True, kw_only=True)
class Trigger:
    """Wording that changes the status of the mentions in its reach, unless a stop comes between.

    ``within`` is how many words it reaches. Where one of ``unless`` stands in the sentence the
    trigger is off. An excuse with ``kinds`` holds only for discouraged wording of these kinds.
    ``across_clauses`` lets it reach into a clause that has a subject of its own.
    ``planned`` marks what is not done yet but is on its way: it is weak evidence, not none.
    ``question`` lets it hold only where the sentence asks.
    The model is ConText (Harkema and others, 2009).
    """

    status: str
    phrases: tuple[str, ...]
    reach: Reach
    within: int
    stops: tuple[str, ...] = ()
    unless: tuple[str, ...] = ()
    kinds: tuple[str, ...] = ()
    planned: bool = False
    across_clauses: bool = False
    question: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class NewClause:
    """Wording that shows where, after a comma or a semicolon, another clause begins.

    ``begins``: its first words, up to its verb. ``verbs``: a clause that has come to its end holds
    one; words set apart by commas that hold none are a list.
    """

    begins: tuple[str, ...] = ()
    verbs: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Commit:
    """Wording that shows whether a sentence commits the agency to something."""

    binding: tuple[str, ...]
    soft: tuple[str, ...]
    others: tuple[str, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Context:
    """Wording that shows what a passage is about.

    ``casework``: work with children and families. ``elsewhere``: another subject altogether.
    """

    casework: tuple[str, ...]
    elsewhere: tuple[str, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class AnotherBody:
    """How documents of some types tell of a body that is not the one they speak for.

    ``wording`` shows in a sentence that another body does what it says, ``things`` that it is of
    another body, ``continues`` that it goes on from such a one, and ``taking_part`` that the
    agency's staff take part. ``own`` in front of a mention, or ``takes_up`` in the sentence or
    further on in the paragraph, shows that the agency does so itself. This is asked of documents of
    these ``types``, unless their title names one of ``leads`` and none of ``partners``, and of any
    that only say of the concepts ``framework`` that they are not used. ``some`` shows in any
    document that only some of the agency does what a sentence says. A table with one of the words
    ``tools`` in a heading of its first row lists what may be chosen.
    """

    types: tuple[str, ...] = ()
    framework: tuple[str, ...] = ()
    leads: tuple[str, ...] = ()
    partners: tuple[str, ...] = ()
    wording: tuple[str, ...] = ()
    things: tuple[str, ...] = ()
    continues: tuple[str, ...] = ()
    taking_part: tuple[str, ...] = ()
    some: tuple[str, ...] = ()
    tools: tuple[str, ...] = ()
    own: tuple[str, ...] = ()
    takes_up: tuple[str, ...] = ()

    @property
    def cues(self) -> tuple[str, ...]:
        """All wording by which sentences are told apart."""
        others = self.wording + self.things + self.continues
        return others + self.taking_part + self.some + self.own + self.takes_up


@dataclass(frozen=True, slots=True, kw_only=True)
class DocumentType:
    """A kind of policy and the wording by which it is recognised, strongest first."""

    id: str
    name: str
    titles: tuple[str, ...]
    content: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Rating:
    """A word for a share of alignment, from ``at_least`` (0 to 100) up to the next rating."""

    name: str
    at_least: float
    needs_essentials: bool = False
    meaning: str = ""


@dataclass(frozen=True, kw_only=True)
class Pack:
    """A whole pack, checked and ready to use. ``fingerprint`` is a hash of its files."""

    id: str
    name: str
    version: str
    fingerprint: str
    nation: str
    notice: str
    concepts: dict[str, Concept]
    checklist: dict[str, ChecklistItem]
    discouraged: dict[str, Discouraged]
    triggers: tuple[Trigger, ...]
    excuses: tuple[Trigger, ...]
    commit: Commit
    context: Context
    types: dict[str, DocumentType]
    default_type: str
    ratings: tuple[Rating, ...]
    weights: dict[Importance, float]
    partly: float
    spellings: tuple[tuple[str, ...], ...] = ()
    areas: tuple[str, ...] = field(default=())
    new_clause: NewClause = NewClause()
    ideas: tuple[NamedIdea, ...] = ()
    another_body: AnotherBody = AnotherBody()
