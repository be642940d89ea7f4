"""What needs words that need not stand side by side, kept under two words that it needs."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Sequence
from collections.abc import Set as AbstractSet
from itertools import product
from typing import Generic, TypeVar

from policyalign.matching.rarity import Letters

One = TypeVar("One")
# How many of what it needs are looked for before anything is given as likely.
KEPT_UNDER = 3


class ScatteredIndex(Generic[One]):
    """Tells what can stand in a text, such as a form in a sentence, by the letters in it."""

    def __init__(self) -> None:
        self._firsts: set[str] = set()
        # By the first letter: all second ones, and what is kept under each of them.
        self._under: dict[str, tuple[set[str], dict[str, list[tuple[Letters, int, One]]]]] = {}
        self._count = 0

    def add(self, one: One, needed: Sequence[Iterable[str]]) -> None:
        """Keep what is only there if one letter of each set is, the rarest set first."""
        first, second, third, *_ = (*needed, needed[-1], needed[-1])
        for rarest, other in product(sorted(first), sorted(second)):
            self._firsts.add(rarest)
            seconds, kept = self._under.setdefault(rarest, (set(), defaultdict(list)))
            seconds.add(other)
            kept[other].append((frozenset(third), self._count, one))
        self._count += 1

    def gather(self) -> None:
        """Keep under fewer letters what was added, so that fewer are looked up.

        What is kept under a letter moves to the other letters that it needs, where these have
        other things under them already; letters with little under them are emptied first.
        """
        for first in sorted(self._under, key=self._size):
            seconds, kept = self._under[first]
            if not all(other != first and other in self._under for other in seconds):
                continue
            for other in seconds:
                others, kept_there = self._under[other]
                others.add(first)
                kept_there[first] += kept[other]
            del self._under[first]
        self._firsts = set(self._under)

    def _size(self, first: str) -> tuple[int, str]:
        return sum(map(len, self._under[first][1].values())), first

    def within(self, letters: AbstractSet[str]) -> list[One]:
        """Give what can stand in a text with these letters, in the order added."""
        found: dict[int, One] = {}
        under = self._under
        for first in letters & self._firsts:
            seconds, kept = under[first]
            if seconds.isdisjoint(letters):
                continue  # as with most, and quicker told than which of them stand there
            for second in letters & seconds:
                for third, number, one in kept[second]:
                    if not third.isdisjoint(letters):
                        found[number] = one
        return [found[number] for number in sorted(found)] if found else []
