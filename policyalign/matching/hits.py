"""What is looked for, where, and what is found of it."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable
from dataclasses import dataclass, fields
from enum import Enum, auto
from functools import cached_property
from typing import Any, NamedTuple

from policyalign.forms import Phrase, is_case_exact, is_plain, parse_phrase
from policyalign.matching.patterns import phrase_words


@dataclass(frozen=True, eq=False)
class Wording:
    """One form of one owner. ``role`` says what the owner is: concept, false friend, ..."""

    role: str
    owner: str
    form: str
    threshold: float = 100.0
    sense: str = "anywhere"

    def __getstate__(self) -> dict[str, Any]:
        """Give what is not worked out from the rest, which is soon done again."""
        return {each.name: getattr(self, each.name) for each in fields(self)}

    @cached_property
    def phrase(self) -> Phrase:
        """The form as it is read."""
        return parse_phrase(self.form)

    @cached_property
    def gapped(self) -> bool:
        """True if the form holds gaps or other concepts."""
        return not is_plain(self.phrase)

    @cached_property
    def tells(self) -> bool:
        """True if the form says what is done ("~write a safety plan") and so is no name."""
        return "~" in self.form

    @cached_property
    def case_exact(self) -> bool:
        """True if capitals count."""
        return is_case_exact(self.form)

    @cached_property
    def acronym(self) -> bool:
        """True for one case-exact word, such as ``=SoS``: every letter counts."""
        return self.case_exact and " " not in self.form

    @cached_property
    def name(self) -> bool:
        """True for several case-exact words, such as ``=Future House``: their capitals count."""
        return self.case_exact and " " in self.form

    @cached_property
    def verbatim(self) -> bool:
        """True if no word may be misspelt and the words may not be taken apart."""
        return self.threshold >= 100 or self.acronym

    @cached_property
    def words(self) -> frozenset[str]:
        """Every word that the form can hold, as it is written there."""
        return frozenset(phrase_words(self.phrase))


class Commas(Enum):
    """What a comma between the words of a form means, unless the form has one itself."""

    CUT = auto()
    ALLOWED = auto()
    NEEDED = auto()


class Hit(NamedTuple):
    """Wording found between two positions of the lettered text; ``cost`` counts against it."""

    wording: Wording
    start: int
    end: int
    cost: float = 0.0
    commas: Commas = Commas.CUT


@dataclass(slots=True)
class Part:
    """One sentence of a lettered text, with the letters that stand in it."""

    text: str
    start: int
    end: int
    letters: set[str]

    def has_one_of_each(self, needed: Iterable[frozenset[str]]) -> bool:
        """Tell whether a letter of every set stands in the sentence."""
        for letters in needed:  # noqa: SIM110  a generator here costs a tenth of all matching
            if self.letters.isdisjoint(letters):
                return False
        return True


class FalseFriends:
    """The false friends found in a text, by where they stand."""

    def __init__(self, friends: Iterable[Hit]) -> None:
        self._at: dict[tuple[str, int], list[Hit]] = defaultdict(list)
        for friend in friends:
            for position in range(friend.start, friend.end):
                self._at[friend.wording.owner, position].append(friend)

    def cancel(self, hit: Hit) -> bool:
        """Tell whether a false friend of the same concept covers or cuts into the wording."""
        owner = hit.wording.owner
        return any(
            _cancels(friend, hit)
            for position in range(hit.start, hit.end)
            for friend in self._at.get((owner, position), ())
        )


def _cancels(friend: Hit, hit: Hit) -> bool:
    """Tell whether one false friend that overlaps a hit cancels it.

    A friend shorter than the wording cancels it only where the wording has gaps, or is taken
    apart, and begins or ends with words of the friend. A name with its capitals has no false
    friends without them.
    """
    if hit.wording.name and not friend.wording.case_exact:
        return False
    open_ = hit.wording.gapped or hit.cost > 0
    return friend.end - friend.start >= hit.end - hit.start or (
        open_ and (friend.start <= hit.start or hit.end <= friend.end)
    )
