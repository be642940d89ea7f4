"""Run a program as users run it, and find out what time and memory it took, workers included.

Needs ``psutil``, and Unix, which alone counts the time of processes that have ended.
"""

from __future__ import annotations

import os
import subprocess
import sys
import time
from contextlib import suppress
from dataclasses import dataclass
from pathlib import Path
from tempfile import TemporaryFile
from typing import IO, Any

_ROOT = Path(__file__).parents[1]
_SECONDS_BETWEEN_LOOKS = 0.25


@dataclass(frozen=True, slots=True, kw_only=True)
class Spent:
    """What a process and its workers took.

    ``processor`` and ``clock`` are seconds. ``parent`` and ``worker`` are the most memory, in MB,
    that the process itself and the largest of its workers had at any time; ``worker`` is 0 where
    there was none. ``said`` is what it printed.
    """

    processor: float
    clock: float
    parent: float = 0.0
    worker: float = 0.0
    said: str = ""


def seconds_of(*arguments: str) -> float:
    """Run Python with these arguments; give the processor time in seconds, start included.

    Raises ``CalledProcessError`` if it ends with anything but 0.
    """
    before = _processor_of_ended()
    subprocess.run(
        [sys.executable, *arguments], check=True, cwd=_ROOT, stdout=subprocess.DEVNULL, env=_env()
    )
    return _processor_of_ended() - before


def watched(*arguments: str) -> Spent:
    """Run Python with these arguments, and look at its memory all the while.

    Raises ``CalledProcessError`` if it ends with anything but 0.
    """
    before, began = _processor_of_ended(), time.perf_counter()
    command = [sys.executable, *arguments]
    with TemporaryFile() as said:
        process = subprocess.Popen(
            command, cwd=_ROOT, stdout=said, stderr=subprocess.STDOUT, env=_env()
        )
        peaks = _peaks(process)
        clock = time.perf_counter() - began
        text = _whole(said)
    if process.returncode:
        raise subprocess.CalledProcessError(process.returncode, command, text)
    own = peaks.pop(process.pid, 0.0)
    return Spent(
        processor=_processor_of_ended() - before,
        clock=clock,
        parent=own,
        worker=max(peaks.values(), default=0.0),
        said=text,
    )


def _peaks(process: subprocess.Popen[bytes]) -> dict[int, float]:
    """Wait for the end; give the most memory, in MB, of the process and of each it started."""
    import psutil

    peaks: dict[int, float] = {}
    top = psutil.Process(process.pid)
    while process.poll() is None:
        # One that ends while it is looked at has been looked at before.
        with suppress(psutil.NoSuchProcess, FileNotFoundError, ProcessLookupError):
            for each in (top, *top.children(recursive=True)):
                peaks[each.pid] = max(peaks.get(each.pid, 0.0), _megabytes(each))
        with suppress(subprocess.TimeoutExpired):
            process.wait(_SECONDS_BETWEEN_LOOKS)
    return peaks


def _megabytes(process: Any) -> float:
    """Give the most memory that a process had so far; outside Linux, what it has now.

    What the system counts for a process that has ended will not do: that starts from the memory of
    the process that started it, so that each worker would seem as large as its parent.
    """
    status = Path(f"/proc/{process.pid}/status")
    if not status.exists():
        return float(process.memory_info().rss) / 1e6
    for line in status.read_text(encoding="utf-8").splitlines():
        if line.startswith("VmHWM:"):
            return int(line.split()[1]) * 1024 / 1e6
    return 0.0  # it has ended and waits to be asked for its exit code


def _processor_of_ended() -> float:
    """Give the processor time, in seconds, of all processes started here that have ended."""
    import resource

    usage = resource.getrusage(resource.RUSAGE_CHILDREN)
    return usage.ru_utime + usage.ru_stime


def _env() -> dict[str, str]:
    return {**os.environ, "PYTHONPATH": str(_ROOT), "PYTHONIOENCODING": "utf-8"}


def _whole(file: IO[bytes]) -> str:
    file.seek(0)
    return file.read().decode("utf-8", "replace")
