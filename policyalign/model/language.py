"""Which names agencies use for the ideas of a framework, and where these differ."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass, field
from enum import StrEnum
from functools import cached_property

from policyalign.model.document import Place, Unread
from policyalign.model.excerpt import Excerpt


class Standing(StrEnum):
    """How an agency names an idea, compared with the name wanted.

    ``preferred``: by that name alone. ``mixed``: by it and by others. ``other``: only by others.
    ``described``: by no name, only in other words. ``silent``: not at all.
    """

    PREFERRED = "preferred"
    MIXED = "mixed"
    OTHER = "other"
    DESCRIBED = "described"
    SILENT = "silent"

    @property
    def differs(self) -> bool:
        """True where a name other than the one wanted is in use."""
        return self in {self.MIXED, self.OTHER}


@dataclass(frozen=True, slots=True, kw_only=True)
class Use:
    """One affirmed mention of an idea in text that is in force.

    ``name`` is the name it goes by there, and empty where it is said in other words. ``excerpt``
    holds the words in their sentence, and is ``None`` where the text is not at hand.
    """

    agency: str
    document: str
    name: str
    quote: str
    place: Place
    excerpt: Excerpt | None = None


def ranked_names(uses: Iterable[Use]) -> tuple[tuple[str, int], ...]:
    """Count the names that are used: the commonest first, equal ones by alphabet."""
    counts = Counter(use.name for use in uses if use.name)
    return tuple(sorted(counts.items(), key=lambda pair: (-pair[1], pair[0])))


@dataclass(frozen=True, kw_only=True)
class AgencyUse:
    """How one agency speaks of one idea; the uses are in order of document and place."""

    agency: str
    preferred: str
    uses: tuple[Use, ...] = ()

    @cached_property
    def names(self) -> tuple[tuple[str, int], ...]:
        """The names with how often each is used: the commonest first, equal ones by alphabet."""
        return ranked_names(self.uses)

    @cached_property
    def described(self) -> tuple[Use, ...]:
        """The places where the idea is there in other words, without a name."""
        return tuple(use for use in self.uses if not use.name)

    @cached_property
    def standing(self) -> Standing:
        """How the names compare with the one wanted."""
        names = {name for name, _ in self.names}
        if not names:
            return Standing.DESCRIBED if self.uses else Standing.SILENT
        if self.preferred not in names:
            return Standing.OTHER
        return Standing.MIXED if len(names) > 1 else Standing.PREFERRED


@dataclass(frozen=True, slots=True, kw_only=True)
class Definition:
    """What a document says that an idea is, as it stands there."""

    agency: str
    document: str
    name: str
    text: str
    place: Place


@dataclass(frozen=True, slots=True, kw_only=True)
class Untied:
    """Names of an agency's own for an idea that are not tied to the name wanted where they stand.

    ``documents`` are those in which these names stand and the name wanted does not, and ``names``
    counts the names there. ``elsewhere`` tells whether another document of the agency has both the
    idea and the name wanted.
    """

    agency: str
    concept: str
    preferred: str
    names: tuple[tuple[str, int], ...]
    documents: tuple[str, ...]
    elsewhere: bool = False


@dataclass(frozen=True, kw_only=True)
class Idea:
    """One idea of the framework that is mentioned, with an entry for each agency, in their order.

    ``preferred`` is the name wanted; ``meaning`` and ``note`` are what the pack says of it.
    ``agreement`` is the probability (0 to 1) that two agencies use the same name; ``None`` where
    fewer than two name it. ``definitions`` are what documents say that it is.
    """

    concept: str
    preferred: str
    meaning: str
    note: str
    agencies: tuple[AgencyUse, ...]
    agreement: float | None
    definitions: tuple[Definition, ...] = ()
    defined_differently: bool = False

    @cached_property
    def naming(self) -> tuple[AgencyUse, ...]:
        """The agencies that use a name for it."""
        return tuple(one for one in self.agencies if one.names)

    @cached_property
    def is_divided(self) -> bool:
        """True where agencies that name it do not all use the same names."""
        return len({frozenset(name for name, _ in one.names) for one in self.naming}) > 1

    @cached_property
    def to_change(self) -> tuple[Use, ...]:
        """The places with another name than the one wanted."""
        return tuple(
            use
            for one in self.agencies
            for use in one.uses
            if use.name and use.name != self.preferred
        )


@dataclass(frozen=True, slots=True, kw_only=True)
class Agreement:
    """How far agencies use the same names.

    ``value`` is the mean over the ideas that at least two agencies name (``compared``) of the
    probability that two mentions, drawn at random from two agencies, carry the same name: 0 to 1,
    ``None`` where there is no such idea. ``left_out`` are ideas that only one agency names.
    """

    value: float | None
    compared: int
    left_out: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Agency:
    """An agency and its documents. ``without_text`` are those known from a report alone."""

    name: str
    documents: tuple[str, ...]
    without_text: tuple[str, ...] = ()


@dataclass(frozen=True, kw_only=True)
class SharedLanguage:
    """The whole comparison. Ideas are in the order of the pack; ``silent`` are mentioned nowhere.

    ``remarks`` are sentences on what a reader must know, such as reports of another pack version.
    """

    framework: str
    pack: str
    pack_version: str
    fingerprint: str
    notice: str
    agencies: tuple[Agency, ...]
    ideas: tuple[Idea, ...]
    silent: tuple[str, ...]
    agreement: Agreement
    untied: tuple[Untied, ...]
    unread: tuple[Unread, ...] = ()
    remarks: tuple[str, ...] = field(default=())

    @cached_property
    def divided(self) -> tuple[Idea, ...]:
        """The ideas that go by different names."""
        return tuple(idea for idea in self.ideas if idea.is_divided)

    @cached_property
    def tied_nowhere(self) -> tuple[Untied, ...]:
        """The names of an agency's own that none of its documents ties to the name wanted."""
        return tuple(one for one in self.untied if not one.elsewhere)

    @cached_property
    def defined_differently(self) -> tuple[Idea, ...]:
        """The ideas that agencies define in different words."""
        return tuple(idea for idea in self.ideas if idea.defined_differently)

    @cached_property
    def documents(self) -> int:
        """How many documents were compared."""
        return sum(len(agency.documents) for agency in self.agencies)
