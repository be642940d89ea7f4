"""How a run is shared out: in this process, or by how many workers, and on what terms."""

from __future__ import annotations

import os
from collections.abc import Sequence
from dataclasses import replace
from pathlib import Path
from typing import Protocol

from policyalign import limits
from policyalign.errors import InputError
from policyalign.working.pool import Terms


class Sized(Protocol):
    """A file elsewhere, of which only its bytes are known."""

    @property
    def size(self) -> int:
        """The number of its bytes."""


def terms_for(
    paths: Sequence[Path | Sized], jobs: int | None, seconds: float | None, megabytes: int | None
) -> Terms | None:
    """Give the terms on which workers share the files, or ``None`` to do without workers.

    To start a worker takes as long as some files. So where nobody says what a file may cost, one
    job, and a small run by default, are done without; whoever names a limit wants it kept, and has
    at least one worker. Raises ``InputError`` for a number that is none.
    """
    _refuse(jobs, seconds, megabytes)
    if seconds is megabytes is None and (jobs == 1 or (jobs is None and _is_small(paths))):
        return None
    workers = min(jobs or _worth_starting(paths), len(paths), limits.MOST_WORKERS)
    return replace(terms_of_one(seconds, megabytes), workers=workers)


def terms_of_one(seconds: float | None, megabytes: int | None) -> Terms:
    """Give the terms for one worker. Raises ``InputError`` for a number that is none."""
    _refuse(None, seconds, megabytes)
    return Terms(
        workers=1,
        seconds=limits.SECONDS_A_FILE if seconds is None else seconds,
        megabytes=limits.MEGABYTES_A_WORKER if megabytes is None else megabytes,
    )


def _refuse(jobs: int | None, seconds: float | None, megabytes: int | None) -> None:
    if jobs is not None and jobs < 1:
        raise InputError(f"The number of jobs must be 1 or more, not {jobs}.")
    if seconds is not None and not seconds > 0:  # so put, it refuses what is not a number, too
        raise InputError(f"The seconds for one file must be more than 0, not {seconds:g}.")
    if megabytes is not None and megabytes < limits.LEAST_MEGABYTES:
        raise InputError(
            f"The memory of a worker must be {limits.LEAST_MEGABYTES} MB or more, not {megabytes}."
        )


def _is_small(paths: Sequence[Path | Sized]) -> bool:
    return len(paths) <= limits.SMALL_RUN_FILES and _bytes_of(paths) <= limits.SMALL_RUN_BYTES


def _worth_starting(paths: Sequence[Path | Sized]) -> int:
    """Give the cores, or fewer where a worker's start would take longer than its work."""
    by_number = len(paths) // limits.FILES_A_WORKER
    by_size = _bytes_of(paths) // limits.BYTES_A_WORKER
    return max(1, min(_cores(), max(by_number, by_size)))


def _cores() -> int:
    """Give the cores that this process may use, where the system tells, or all there are."""
    if hasattr(os, "sched_getaffinity"):
        return len(os.sched_getaffinity(0))
    return os.cpu_count() or 1


def _bytes_of(paths: Sequence[Path | Sized]) -> int:
    return sum(map(_size, paths))


def _size(path: Path | Sized) -> int:
    if not isinstance(path, Path):
        return path.size
    try:
        return path.stat().st_size
    except OSError:
        return 0  # whoever reads the file will say what is wrong with it
