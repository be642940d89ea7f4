"""What a result owes to the program that made it: another program may find something else."""

from __future__ import annotations

import contextlib
import hashlib
import os
import sys
from collections.abc import Iterator
from functools import cache
from pathlib import Path

from policyalign import __version__

_PACKAGE = Path(__file__).parents[1]


@cache
def program_mark() -> bytes:
    """Give a hash that changes with this program, the libraries beside it, or Python.

    In a checkout the version stays the same while the code changes, so every file of the package
    adds its size and the time of its last change. To ask the system for these takes half a
    millisecond; to read the files would take ten times as long.
    """
    digest = hashlib.sha256(f"{__version__}\0{sys.version}".encode())
    for line in (*_files(str(_PACKAGE)), *sorted(_distributions())):
        digest.update(line.encode("utf-8", "surrogatepass") + b"\0")
    return digest.digest()


def _files(folder: str) -> Iterator[str]:
    """Give each file with its size and time. What Python compiles from them says nothing more."""
    for entry in sorted(os.scandir(folder), key=lambda entry: entry.name):
        if entry.is_dir():
            if entry.name != "__pycache__":
                yield from _files(entry.path)
        else:
            known = entry.stat()
            yield f"{os.path.relpath(entry.path, _PACKAGE)} {known.st_size} {known.st_mtime_ns}"


def _distributions() -> Iterator[str]:
    """Give every installed library by the name of its folder of metadata, which has its version.

    Which of them a reader or the matcher uses is known elsewhere; one too many only means that
    files are read again after an installation.
    """
    for folder in filter(os.path.isdir, sys.path):
        # In a folder that cannot be listed nothing would be found to import either.
        with contextlib.suppress(PermissionError), os.scandir(folder) as entries:
            yield from (e.name for e in entries if e.name.endswith((".dist-info", ".egg-info")))
