"""How much faster two workers check 200 files than one, on a machine that does nothing else.

    python benchmarks/sharing.py [--each 100] [--rounds 3]

Each round checks the same files in new processes: without workers, with one and with two. What is
told is the shortest time of each, in seconds on the clock: whole, from the start of Python to the
report, and without the start, from the first result to the last.
"""

from __future__ import annotations

import argparse
import subprocess
import sys
import time
from collections.abc import Iterator
from pathlib import Path
from tempfile import TemporaryDirectory

from benchmarks.corpus import make_corpus
from benchmarks.page import table

_CHECK = """
import sys, time
import policyalign
steps = []
policyalign.check(
    sys.argv[1],
    jobs=int(sys.argv[2]),
    timeout=float(sys.argv[3]) or None,
    progress=lambda *_: steps.append(time.time()),
)
print(time.time() - float(sys.argv[4]), steps[-1] - steps[0])
"""
_WAYS = {"no worker": (1, 0), "one worker": (1, 600), "two workers": (2, 600)}


def main() -> None:
    """Measure and print."""
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0] if __doc__ else None)
    parser.add_argument("--each", type=int, default=100, help="Word files, and as many PDFs")
    parser.add_argument("--rounds", type=int, default=3)
    options = parser.parse_args()
    with TemporaryDirectory() as folder:
        make_corpus(Path(folder), each=options.each)
        print("\n".join(measured(Path(folder), options.rounds)))


def measured(folder: Path, rounds: int) -> Iterator[str]:
    """Give the lines of the table."""
    best = best_times(folder, rounds)
    two = best["two workers"]
    yield from table(
        (
            "",
            "whole, s",
            "two workers are faster",
            "without the start, s",
            "two workers are faster",
        ),
        [
            (way, f"{whole:.2f}", f"{whole / two[0]:.2f}", f"{work:.2f}", f"{work / two[1]:.2f}")
            for way, (whole, work) in best.items()
        ],
    )


def best_times(folder: Path, rounds: int) -> dict[str, tuple[float, float]]:
    """Give the shortest times of each way, in seconds: the whole run, and without the start."""
    times: dict[str, list[tuple[float, float]]] = {way: [] for way in _WAYS}
    for _ in range(rounds):
        for way, (jobs, timeout) in _WAYS.items():
            times[way].append(_seconds(folder, jobs, timeout))
    return {
        way: (min(whole for whole, _ in each), min(work for _, work in each))
        for way, each in times.items()
    }


def _seconds(folder: Path, jobs: int, timeout: float) -> tuple[float, float]:
    command = [sys.executable, "-c", _CHECK, str(folder), str(jobs), str(timeout)]
    done = subprocess.run(
        [*command, str(time.time())],
        check=True,
        capture_output=True,
        text=True,
        cwd=Path(__file__).parents[1],
    )
    whole, work = map(float, done.stdout.split())
    return whole, work


if __name__ == "__main__":
    main()
