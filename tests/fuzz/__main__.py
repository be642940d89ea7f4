"""Spoil files, packs and texts for as long as is wanted, and name what should not happen.

    python -m tests.fuzz [--minutes 5] [--seed 1] [--only word|pdf|pack|text] [--jobs 1]
    python -m tests.fuzz --again "pdf 1 4711"

Each case runs in a worker process with limits on its time and memory, so that neither a crash in a
library nor a case that hangs ends the run. What failed is named by its seed, and ``--again`` does
it once more in this process, with its traceback.
"""

from __future__ import annotations

import argparse
import time
from collections import Counter
from itertools import count

from tests.fuzz.cases import Case, outcomes, tried
from tests.fuzz.holding import TARGETS

_AT_ONCE = 400


def main() -> int:
    """Fuzz, and give the exit code: 1 if something happened that should not."""
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0] if __doc__ else None)
    parser.add_argument("--minutes", type=float, default=5)
    parser.add_argument("--seed", type=int, default=1)
    parser.add_argument("--only", choices=TARGETS, action="append")
    parser.add_argument("--jobs", type=int, default=1)
    parser.add_argument("--again", metavar="CASE")
    options = parser.parse_args()
    if options.again:
        target, seed, number = options.again.split()
        print(tried(Case(target, int(seed), int(number))))
        return 0
    targets = options.only or list(TARGETS)
    return _fuzz(targets, options.seed, time.monotonic() + 60 * options.minutes, options.jobs)


def _fuzz(targets: list[str], seed: int, until: float, jobs: int) -> int:
    became: Counter[tuple[str, str]] = Counter()
    faults = 0
    for start in count(0, _AT_ONCE // len(targets)):
        numbers = range(start, start + _AT_ONCE // len(targets))
        cases = [Case(target, seed, number) for number in numbers for target in targets]
        for outcome in outcomes(cases, jobs):
            became[outcome.case.target, outcome.became] += 1
            if outcome.fault:
                faults += 1
                print(f"{outcome.case.name}: {outcome.became}: {outcome.fault}", flush=True)
            if time.monotonic() > until:
                break
        if time.monotonic() > until:
            break
    for (target, what), times in sorted(became.items()):
        print(f"{target}: {what}: {times:,}")
    return 1 if faults else 0


if __name__ == "__main__":
    raise SystemExit(main())
