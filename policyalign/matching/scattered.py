"""What needs words that need not stand side by side, kept under two words that it needs."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Sequence
from collections.abc import Set as AbstractSet
from itertools import product
from typing import Generic, TypeVar

from policyalign.matching.rarity import Letters

One = TypeVar("One")


class ScatteredIndex(Generic[One]):
    """Tells what can stand in a text, such as a form in a sentence, by the letters in it."""

    def __init__(self) -> None:
        self._firsts: set[str] = set()
        self._seconds: dict[str, set[str]] = defaultdict(set)
        self._kept: dict[str, list[tuple[Letters, int, One]]] = defaultdict(list)
        self._count = 0

    def add(self, one: One, needed: Sequence[Iterable[str]]) -> None:
        """Keep what is only there if one letter of each set is, the rarest set first."""
        first, second, third, *_ = (*needed, needed[-1], needed[-1])
        for rarest, other in product(sorted(first), sorted(second)):
            self._firsts.add(rarest)
            self._seconds[rarest].add(other)
            self._kept[rarest + other].append((frozenset(third), self._count, one))
        self._count += 1

    def within(self, letters: AbstractSet[str]) -> list[One]:
        """Give what can stand in a text with these letters, in the order added."""
        found: dict[int, One] = {}
        seconds, kept = self._seconds, self._kept
        for first in letters & self._firsts:
            for second in letters & seconds[first]:
                for third, number, one in kept[first + second]:
                    if not third.isdisjoint(letters):
                        found[number] = one
        return [found[number] for number in sorted(found)] if found else []
