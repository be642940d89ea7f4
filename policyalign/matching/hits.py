"""What is looked for, where, and what is found of it."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from policyalign.forms import is_case_exact


@dataclass(frozen=True, slots=True)
class Wording:
    """One form of one owner, as the indexes know it. ``role`` says what the owner is."""

    role: str
    owner: str
    form: str
    threshold: float = 100.0
    sense: str = "anywhere"

    @property
    def verbatim(self) -> bool:
        """True if no word may be misspelt and the words may not be taken apart."""
        return self.threshold >= 100 or self.case_exact

    @property
    def case_exact(self) -> bool:
        """True if the letters must be the same, capitals and all."""
        return is_case_exact(self.form)


@dataclass(frozen=True, slots=True)
class Hit:
    """Wording found between two positions of the lettered text; ``cost`` counts against it."""

    wording: Wording
    start: int
    end: int
    written: tuple[str, ...] = ()
    cost: float = 0.0

    def shifted(self, by: int) -> Hit:
        """Give the same hit for a text that begins elsewhere."""
        return Hit(self.wording, self.start + by, self.end + by, self.written, self.cost)


@dataclass(frozen=True, slots=True)
class Part:
    """One sentence of a lettered text, with the letters that stand in it."""

    text: str
    start: int
    end: int
    letters: frozenset[str]

    def has_one_of_each(self, needed: Iterable[frozenset[str]]) -> bool:
        """Tell whether a letter of every set stands in the sentence."""
        for letters in needed:  # noqa: SIM110  a generator here costs a tenth of all matching
            if self.letters.isdisjoint(letters):
                return False
        return True
