"""Whether thousands of spoilt files and dozens of killed workers leave every result as it is.

    python -m benchmarks.soak [--files 5000] [--kills 50] [--jobs 2] [--seed 1]

The samples and some made-up policies are spoilt as ``tests/fuzz`` does it, with a seed, and go
through one run of the command line, while its workers are killed at random (Linux only). It says
what it saw and ends with 1 if a file is missing from the report or stands in it twice, a file that
was not spoilt has another result than alone, a process or a temporary file is left, the run says
anything of a fault, or its parent grows by more than 100 MB.
"""

from __future__ import annotations

import argparse
import json
from collections import Counter
from collections.abc import Iterator
from datetime import date
from functools import cache
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Any

import policyalign
from benchmarks.soak_files import Laid, lay_out
from benchmarks.soak_run import Watched, watch

_FAULT = "met a fault"
_LOST = ("was not read within", "crashes the program", "needs more than")
# What the results that wait for the report may take in the parent, however many files there are.
_MOST_GROWTH = 100


def main() -> int:
    """Soak, print, and give the exit code."""
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0] if __doc__ else None)
    parser.add_argument("--files", type=int, default=5_000, help="spoilt files")
    parser.add_argument("--kills", type=int, default=50, help="workers that are killed")
    parser.add_argument("--pause", type=float, default=3.0, help="most seconds between two of them")
    parser.add_argument("--jobs", type=int, default=2)
    parser.add_argument("--timeout", type=float, default=20.0, help="seconds for one file")
    parser.add_argument("--seed", type=int, default=1)
    options = parser.parse_args()
    with TemporaryDirectory() as folder:
        laid = lay_out(Path(folder), options.files, options.seed)
        print(f"{len(laid.names):,} files, of them {len(laid.controls):,} not spoilt", flush=True)
        scratch = Path(folder, "scratch")
        scratch.mkdir()
        watched = watch(
            laid.folder,
            scratch,
            kills=options.kills,
            pause=options.pause,
            jobs=options.jobs,
            timeout=options.timeout,
            seed=options.seed,
        )
        print(*_seen(watched), sep="\n")
        found = list(wrong(laid, watched, options.kills))
    print(*(found or ["all is as it should be"]), sep="\n")
    return 1 if found else 0


def wrong(laid: Laid, watched: Watched, kills: int) -> Iterator[str]:
    """Give a sentence for everything that should not be."""
    if watched.code:
        yield f"the run ended with {watched.code} and said: {watched.said[-2_000:]}"
        return
    if "Traceback" in watched.said:
        yield f"the run said: {watched.said[-2_000:]}"
    if watched.killed < kills:
        yield f"only {watched.killed} workers were killed before the run ended"
    if watched.left_running or watched.left_lying:
        yield f"left behind: processes {watched.left_running}, files {watched.left_lying}"
    grown = watched.most - watched.memory[len(watched.memory) // 4]
    if grown > _MOST_GROWTH:
        yield f"the parent grew by {grown:.0f} MB"
    report = json.loads(watched.report.read_bytes())
    yield from _wrong_accounts(laid, report)
    yield from _wrong_controls(laid, report)


def _wrong_accounts(laid: Laid, report: dict[str, Any]) -> Iterator[str]:
    told = Counter(entry["path"] for entry in (*report["documents"], *report["unread"]))
    for name in sorted(laid.names ^ told.keys()):
        yield f"{name} is {'missing from' if name in laid.names else 'unknown in'} the report"
    yield from (f"{name} stands in the report {n} times" for name, n in told.items() if n > 1)
    for entry in report["unread"]:
        if _FAULT in entry["reason"]:
            yield f"{entry['path']} {entry['reason']}"


def _wrong_controls(laid: Laid, report: dict[str, Any]) -> Iterator[str]:
    alone = {original: _alone(original) for original in set(laid.controls.values())}
    results = {entry["path"]: entry for entry in (*report["documents"], *report["unread"])}
    for name, original in laid.controls.items():
        if {**results.get(name, {}), "path": ""} != alone[original]:
            yield f"{name} has another result than alone"


@cache
def _alone(path: Path) -> dict[str, Any]:
    """Give what the report says of a file that is checked by itself."""
    report = policyalign.check(path, today=date.today(), jobs=1)
    told = json.loads(policyalign.render(report, "json"))
    entry: dict[str, Any] = (told["documents"] or told["unread"])[0]
    return {**entry, "path": ""}


def _seen(watched: Watched) -> Iterator[str]:
    report = json.loads(watched.report.read_bytes()) if not watched.code else {}
    documents, unread = (len(report.get(key, ())) for key in ("documents", "unread"))
    yield f"{documents:,} read, {unread:,} unread, {watched.killed} workers killed"
    reasons = [entry["reason"] for entry in report.get("unread", ())]
    lost = (f"{sum(what in each for each in reasons)} {what}" for what in _LOST)
    yield f"of the unread: {', '.join(lost)}"
    looks = len(watched.memory) - 1
    quarters = ", ".join(f"{watched.memory[looks * n // 4]:.0f}" for n in range(1, 5))
    yield (
        f"{watched.seconds:.0f} seconds; the parent filled {quarters} MB after each quarter of the "
        f"reading and {watched.most:.0f} MB at most, a worker {watched.most_of_a_worker:.0f} MB"
    )


if __name__ == "__main__":
    raise SystemExit(main())
