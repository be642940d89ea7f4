"""One run of the command line, watched from outside, whose workers are killed at random."""

from __future__ import annotations

import os
import signal
import subprocess
import sys
import time
from contextlib import suppress
from dataclasses import dataclass, field
from pathlib import Path
from random import Random
from uuid import uuid4

_PROCESSES = Path("/proc")
_ROOT = Path(__file__).parents[1]
_MARK = "POLICYALIGN_SOAK"
_LOOK_EVERY = 0.1
_SECONDS_TO_BEGIN = 1.5
_MEGABYTE = 1_000_000


@dataclass(slots=True)
class Watched:
    """What was seen of a run.

    ``memory`` is what the parent filled at each look while workers read, in MB, and ``most`` what
    it filled at any time, the writing of the report included.
    """

    report: Path
    code: int = -1
    said: str = ""
    seconds: float = 0.0
    killed: int = 0
    memory: list[float] = field(default_factory=list)
    most: float = 0.0
    most_of_a_worker: float = 0.0
    left_running: list[int] = field(default_factory=list)
    left_lying: list[str] = field(default_factory=list)


def watch(
    folder: Path, scratch: Path, *, kills: int, pause: float, jobs: int, timeout: float, seed: int
) -> Watched:
    """Check a folder and kill so many workers, one after a ``pause`` of up to so many seconds.

    ``scratch`` is an empty folder: the run has it for its report and its temporary files.
    """
    watched = Watched(scratch / "report.json")
    mark = uuid4().hex
    options = ["-o", str(watched.report), f"--jobs={jobs}", f"--timeout={timeout}", "--no-cache"]
    began = time.monotonic()
    with (scratch.parent / "said.txt").open("w+b") as said:
        with subprocess.Popen(
            [sys.executable, "-m", "policyalign", "check", str(folder), *options],
            stdout=said,
            stderr=said,
            cwd=scratch,
            env={**os.environ, "PYTHONPATH": str(_ROOT), "TMPDIR": str(scratch), _MARK: mark},
        ) as run:
            _look_and_kill(run, watched, kills, pause, Random(seed))
            watched.code = run.wait()
        watched.seconds = time.monotonic() - began
        said.seek(0)
        watched.said = said.read().decode(errors="replace")
    watched.left_running = _marked(mark)
    watched.left_lying = [path.name for path in scratch.iterdir() if path != watched.report]
    return watched


def _look_and_kill(
    run: subprocess.Popen[bytes], watched: Watched, kills: int, pause: float, random: Random
) -> None:
    due = time.monotonic() + random.uniform(pause / 2, pause)
    while run.poll() is None:
        workers = _children(run.pid)
        watched.most = max(watched.most, _memory(run.pid))
        if workers:
            watched.memory.append(_memory(run.pid))
        watched.most_of_a_worker = max([watched.most_of_a_worker, *map(_memory, workers)])
        # Where none works yet, the run would be right to say that none can begin.
        works = any(_seconds_used(worker) > _SECONDS_TO_BEGIN for worker in workers)
        if works and watched.killed < kills and time.monotonic() >= due:
            with suppress(ProcessLookupError):
                os.kill(random.choice(workers), signal.SIGKILL)
                watched.killed += 1
            due = time.monotonic() + random.uniform(pause / 2, pause)
        time.sleep(_LOOK_EVERY)


def _children(pid: int) -> list[int]:
    """Give the processes that a process started and that still run."""
    try:
        listed = (_PROCESSES / f"{pid}/task/{pid}/children").read_text(encoding="ascii")
    except OSError:
        return []
    return [int(child) for child in listed.split()]


def _seconds_used(pid: int) -> float:
    """Give the processor time of a process, or 0 where it is no more."""
    try:
        stat = (_PROCESSES / f"{pid}/stat").read_text(encoding="ascii").rpartition(")")[2].split()
    except OSError:
        return 0.0
    return (int(stat[11]) + int(stat[12])) / os.sysconf("SC_CLK_TCK")


def _memory(pid: int) -> float:
    """Give the memory that a process fills, in MB, or 0 where it is no more."""
    try:
        pages = (_PROCESSES / f"{pid}/statm").read_text(encoding="ascii").split()[1]
    except (OSError, IndexError):
        return 0.0
    return int(pages) * os.sysconf("SC_PAGE_SIZE") / _MEGABYTE


def _marked(mark: str) -> list[int]:
    """Give the processes that bear a mark in their environment, as all of one run do."""
    wanted = f"{_MARK}={mark}".encode()
    found = []
    for process in _PROCESSES.iterdir():
        if process.name.isdigit():
            with suppress(OSError):
                if wanted in (process / "environ").read_bytes().split(b"\0"):
                    found.append(int(process.name))
    return found
