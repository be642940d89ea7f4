"""How fast a Dask cluster checks 200 files, beside worker processes without one.

    python -m benchmarks.cluster [--each 100] [--rounds 3]

The cluster stands on this machine: a scheduler, and one or two Dask workers of one thread, each a
process. Each round checks the same files in each way. What is told is the shortest time of each, in
seconds on the clock: whole, and from the first result to the last, with the files a second of that;
then the same as a ratio to as many workers without Dask.
"""

from __future__ import annotations

import argparse
import time
from collections.abc import Iterator
from contextlib import ExitStack
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Any

from distributed import LocalCluster

import policyalign
from benchmarks.corpus import make_corpus
from benchmarks.page import table


def main() -> None:
    """Measure and print."""
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0] if __doc__ else None)
    parser.add_argument("--each", type=int, default=100, help="Word files, and as many PDFs")
    parser.add_argument("--rounds", type=int, default=3)
    options = parser.parse_args()
    with ExitStack() as stack:
        folder = Path(stack.enter_context(TemporaryDirectory()))
        make_corpus(folder, each=options.each)
        clusters = [stack.enter_context(_cluster(workers)) for workers in (1, 2)]
        ways = {
            "one worker": {"jobs": 1},
            "one worker, Dask": {"dask": clusters[0].scheduler_address},
            "two workers": {"jobs": 2},
            "two workers, Dask": {"dask": clusters[1].scheduler_address},
        }
        print("\n".join(measured(folder, options.rounds, ways)))


def measured(folder: Path, rounds: int, ways: dict[str, dict[str, Any]]) -> Iterator[str]:
    """Give the lines of the table."""
    times: dict[str, list[tuple[float, float, int]]] = {way: [] for way in ways}
    for _ in range(rounds):
        for way, asked in ways.items():
            times[way].append(_seconds(folder, asked))
    best = {way: tuple(map(min, zip(*each, strict=True))) for way, each in times.items()}
    rows = []
    for way, (whole, work, files) in best.items():
        beside = best[way.removesuffix(", Dask")]
        ratios = (f"{whole / beside[0]:.2f}", f"{work / beside[1]:.2f}")
        rows.append(
            (way, f"{whole:.2f}", ratios[0], f"{work:.2f}", ratios[1], f"{files / work:.0f}")
        )
    yield from table(
        ("", "whole, s", "times as long", "first to last, s", "times as long", "files/s"), rows
    )


def _cluster(workers: int) -> LocalCluster:
    return LocalCluster(
        n_workers=workers, threads_per_worker=1, processes=True, dashboard_address=":0"
    )


def _seconds(folder: Path, asked: dict[str, Any]) -> tuple[float, float, int]:
    steps: list[float] = []
    start = time.perf_counter()
    policyalign.check(
        folder, timeout=600, progress=lambda *_: steps.append(time.perf_counter()), **asked
    )
    return time.perf_counter() - start, steps[-1] - steps[0], len(steps)


if __name__ == "__main__":
    main()
