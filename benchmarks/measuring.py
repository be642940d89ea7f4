"""Take times side by side, and say in one line what came out of them."""

from __future__ import annotations

import gc
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from statistics import median
from time import process_time

ROUNDS = 3
Work = Callable[[int], float]
"""Does a piece of work in the round it is told, and gives how much that was (pages, MB, ...)."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Row:
    """One ratio with what it has to be, if anything. ``ours`` and ``theirs`` are in ``unit``.

    ``sense`` says what there are so many times of; by default how much faster or slower ours is.
    """

    what: str
    against: str
    ratio: float
    wanted: float | None = None
    at_least: bool = True
    sense: str = ""
    ours: float
    theirs: float
    unit: str

    @property
    def reached(self) -> str:
        """Whether the ratio is what it has to be, as a word."""
        if self.wanted is None:
            return ""
        fits = self.ratio >= self.wanted if self.at_least else self.ratio <= self.wanted
        return "yes" if fits else "no"

    def cells(self) -> tuple[str, ...]:
        """Give the row as the words of a table."""
        sign, sense = ("≥", "faster") if self.at_least else ("≤", "slower")
        return (
            self.what,
            self.against,
            f"{self.ratio:.3g} times {self.sense or sense}",
            "" if self.wanted is None else f"{sign} {self.wanted:g}",
            self.reached,
            f"{self.ours:.3g} against {self.theirs:.3g} {self.unit}",
        )


HEADINGS = ("what", "against", "ratio", "required", "reached", "figures")


def rates(work: Mapping[str, Work], rounds: int = ROUNDS) -> dict[str, float]:
    """Give the median rate (amount a second of processor time) of each piece of work.

    In every round all are timed one after the other. Everything measured runs in one thread, and
    processor time leaves out what other programs on the machine take for themselves.
    """
    found: dict[str, list[float]] = {name: [] for name in work}
    # What was made before is put out of the collector's sight, so that nobody pays for it here.
    gc.collect()
    gc.freeze()
    for number in range(rounds):
        for name, do in work.items():
            began = process_time()
            amount = do(number)
            found[name].append(amount / (process_time() - began))
    return {name: median(each) for name, each in found.items()}
