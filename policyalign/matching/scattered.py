"""Forms whose words need not stand side by side, kept under two words that all of them need."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
from collections.abc import Set as AbstractSet
from itertools import product
from typing import Protocol

from policyalign.matching.hits import Hit, Part
from policyalign.matching.rarity import Letters


class Form(Protocol):
    """A form that knows how to look for itself in one sentence."""

    def hits(self, part: Part) -> Iterator[Hit]:
        """Find the form."""
        ...


class ScatteredIndex:
    """Tells which forms can stand in a sentence by the letters in it."""

    def __init__(self) -> None:
        self._firsts: set[str] = set()
        self._seconds: dict[str, set[str]] = defaultdict(set)
        self._forms: dict[str, list[tuple[Letters, int, Form]]] = defaultdict(list)
        self._count = 0

    def add(self, form: Form, needed: Sequence[Iterable[str]]) -> None:
        """Keep a form of which one letter of each set stands wherever it does, the rarest first."""
        first, second, third, *_ = (*needed, needed[-1], needed[-1])
        for one, other in product(sorted(first), sorted(second)):
            self._firsts.add(one)
            self._seconds[one].add(other)
            self._forms[one + other].append((frozenset(third), self._count, form))
        self._count += 1

    def forms(self, letters: AbstractSet[str]) -> list[Form]:
        """Give the forms that can stand in a sentence with these letters, in the order added."""
        found: dict[int, Form] = {}
        seconds, forms = self._seconds, self._forms
        for first in letters & self._firsts:
            for second in letters & seconds[first]:
                for third, number, form in forms[first + second]:
                    if not third.isdisjoint(letters):
                        found[number] = form
        return [found[number] for number in sorted(found)] if found else []
