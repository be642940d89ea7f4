"""The cluster's side: what runs in a Dask worker, which keeps worker processes of its own."""

from __future__ import annotations

import platform
from collections import deque
from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache
from hashlib import sha256
from importlib.metadata import PackageNotFoundError, version
from pathlib import Path
from threading import Lock
from typing import Any

from policyalign import __version__
from policyalign.errors import InputError
from policyalign.working.messages import packed, unpacked
from policyalign.working.pool import Crew, Terms

# Jobs whose worker processes wait for more to do; those of older jobs, which were not dismissed
# because whoever gave them was killed, are ended.
_MOST_JOBS = 2
_LIBRARIES = (
    "ahocorasick_rs",
    "lxml",
    "pdfplumber",
    "pypdfium2",
    "python-docx",
    "rapidfuzz",
    "symspellpy",
)


@dataclass(frozen=True, slots=True)
class Lost:
    """Stands for the result of an item that has none."""

    reason: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Job:
    """One run: a name that no other has, its terms, and the program that asks for it."""

    name: str
    terms: Terms
    program: Mapping[str, str]


_idle: dict[str, list[Crew[Any, Any]]] = {}
_dismissed: deque[str] = deque(maxlen=100)
_lock = Lock()


@cache
def program() -> dict[str, str]:
    """Give the versions of all that a result depends on: Python, policyalign and libraries."""
    files = sorted(Path(__file__).parents[1].rglob("*.py"))
    digest = sha256(b"".join(file.read_bytes().replace(b"\r\n", b"\n") for file in files))
    return {
        "Python": ".".join(platform.python_version_tuple()[:2]),
        "policyalign": f"{__version__} ({digest.hexdigest()[:8]})",
        **{library: _version(library) for library in _LIBRARIES},
    }


def _version(library: str) -> str:
    try:
        return version(library)
    except PackageNotFoundError:
        return "not installed"


def do(start: bytes, job: Job, items: bytes) -> bytes:
    """Do the work that begins with ``start`` on some packed items; give the packed results.

    Raises ``InputError`` if this is another program than the one that asks, as it may be with a
    worker that joins the cluster late.
    """
    if job.program != program():
        raise InputError(
            "A worker that joined the cluster has another version of Python, policyalign or one of "
            "its libraries than this computer. Install the same everywhere."
        )
    crew = _crew_for(job, start)
    try:
        results = list(crew.results(unpacked(items)))
    except BaseException:
        crew.end()
        raise
    _keep(job, crew)
    return packed(results)


def _crew_for(job: Job, start: bytes) -> Crew[Any, Any]:
    with _lock:
        waiting = _idle.get(job.name)
        if waiting:
            return waiting.pop()
    # Threads of one Dask worker have a crew each, so that all of them work at once.
    return Crew(lambda: start, job.terms, lambda _, reason: Lost(reason))


def _keep(job: Job, crew: Crew[Any, Any]) -> None:
    with _lock:
        _idle.setdefault(job.name, []).append(crew)
        over = {job.name} if job.name in _dismissed else set(list(_idle)[:-_MOST_JOBS])
    for name in over:
        dismiss(name)


def dismiss(name: str) -> None:
    """End the worker processes of a job: at once, or when they have done what they have."""
    with _lock:
        _dismissed.append(name)
        crews = _idle.pop(name, [])
    for crew in crews:
        crew.end()
