"""What a checklist item can ask for; ``str`` of each is how it is written in a pack."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class AtLeast:
    """At least ``count`` of the concepts are mentioned. ``all of`` and ``any of`` are its cases."""

    count: int
    concepts: tuple[str, ...]

    def __str__(self) -> str:
        listed = f"[{', '.join(self.concepts)}]"
        if self.count == len(self.concepts):
            return f"all of {listed}"
        return f"any of {listed}" if self.count == 1 else f"at least {self.count} of {listed}"


@dataclass(frozen=True, slots=True)
class SameSection:
    """The mentions share a section, or a table, text box or page where there are no headings."""

    def __str__(self) -> str:
        return "in the same section"


@dataclass(frozen=True, slots=True)
class Commitment:
    """At least one mention stands in a sentence that commits the agency."""

    def __str__(self) -> str:
        return "as a commitment"


@dataclass(frozen=True, slots=True)
class BodyText:
    """At least one mention stands in body text, not only in contents or references."""

    def __str__(self) -> str:
        return "not only in contents or references"


@dataclass(frozen=True, slots=True)
class InSentence:
    """At least one mention is said in words of its own, not only listed in a table or a list."""

    def __str__(self) -> str:
        return "said in a sentence"


@dataclass(frozen=True, slots=True)
class ByWhen:
    """At least one mention stands in a sentence that names a time."""

    def __str__(self) -> str:
        return "with a date"


@dataclass(frozen=True, slots=True)
class OwnPractice:
    """At least one mention of what is asked first is no account of what another body does."""

    def __str__(self) -> str:
        return "as its own practice"


@dataclass(frozen=True, slots=True)
class NoDiscouraged:
    """No unexcused discouraged wording of these kinds, or no more than once in so many words."""

    kinds: tuple[str, ...]
    once_in: int | None = None

    def allowed(self, words: int) -> int:
        """Give how often it may stand in a document of this many words."""
        return words // self.once_in if self.once_in else 0

    def __str__(self) -> str:
        beyond = f" beyond 1 in {self.once_in} words" if self.once_in else ""
        return f"no discouraged wording of kind {{{', '.join(self.kinds)}}}{beyond}"


Clause = (
    AtLeast
    | SameSection
    | Commitment
    | BodyText
    | InSentence
    | ByWhen
    | OwnPractice
    | NoDiscouraged
)
