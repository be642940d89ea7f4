"""Cases by their seed, and what becomes of each in a worker process."""

from __future__ import annotations

import time
import traceback
from collections.abc import Iterator, Sequence
from contextlib import closing
from dataclasses import dataclass
from functools import cache
from random import Random
from typing import NamedTuple

from policyalign import load_pack
from policyalign.matching import matcher_for
from policyalign.model.pack import Pack
from policyalign.working.pool import Terms, spread
from tests.fuzz.holding import TARGETS

_SECONDS, _SLOW = 30.0, 4.0
_MEGABYTES = 600


class Case(NamedTuple):
    """One thing to spoil; its name is the seed of all that is done to it."""

    target: str
    seed: int
    number: int

    @property
    def name(self) -> str:
        """What ``--again`` takes."""
        return f"{self.target} {self.seed} {self.number}"


class Outcome(NamedTuple):
    """What became of a case, in a word or two; ``fault`` is empty if that may happen."""

    case: Case
    became: str
    fault: str = ""


@dataclass(frozen=True)
class Fuzz:
    """Tries cases in a worker."""

    def prepare(self) -> None:
        """Compile the pack."""
        matcher_for(_pack())

    def __call__(self, case: Case, /) -> Outcome:
        """Try one case."""
        began = time.process_time()
        try:
            became = tried(case)
        except Exception:  # all of them are what is looked for
            return Outcome(case, "failed", traceback.format_exc(limit=-6))
        seconds = time.process_time() - began
        slow = f"took {seconds:.1f} s of processor time" if seconds > _SLOW else ""
        return Outcome(case, became, slow)


def tried(case: Case) -> str:
    """Try a case here; raise what should not have happened."""
    return TARGETS[case.target](_pack(), Random(case.name))


def outcomes(cases: Sequence[Case], jobs: int) -> Iterator[Outcome]:
    """Give what became of each case, in their order."""
    terms = Terms(workers=jobs, seconds=_SECONDS, megabytes=_MEGABYTES, modules=(__name__,))
    with closing(spread(Fuzz, cases, terms, lambda c, why: Outcome(c, "lost", why))) as stream:
        yield from stream


@cache
def _pack() -> Pack:
    return load_pack()
