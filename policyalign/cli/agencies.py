"""Whose documents these are, told by the folders in which they lie."""

from __future__ import annotations

import os
from collections.abc import Callable
from pathlib import Path

from policyalign.readers import is_readable_kind
from policyalign.readers.finding import find_files

_REPORT = ".json"


def sorted_out(paths: tuple[Path, ...]) -> tuple[tuple[Path, ...], tuple[Path, ...]]:
    """Part files and folders with policies from JSON reports, alone or in a folder of reports.

    Reports beside policies in one folder are passed over: they tell of the same documents. Raises
    ``InputError`` as :func:`find_files` does.
    """
    policies: list[Path] = []
    reports: list[Path] = []
    for path in paths:
        files = [file.path for file in find_files([path])]
        held = [file for file in files if file.suffix.lower() == _REPORT]
        if held and not any(map(is_readable_kind, files)):
            reports += held
        else:
            policies.append(path)
    return tuple(policies), tuple(reports)


def agencies_of(folders: tuple[Path, ...]) -> Callable[[str], str]:
    """Give a function from the path of a document in a report to the name of its agency.

    Below one folder that is the name of the first folder on the way, or that of the folder itself
    for what lies in it directly. Of several folders each is an agency.
    """
    roots = [Path(os.path.normpath(path.absolute())) for path in folders]
    roots = list(dict.fromkeys(path if path.is_dir() else path.parent for path in roots))
    shared = Path(os.path.commonpath(roots))

    def agency(path: str) -> str:
        file = shared / path
        inside = [root for root in roots if root in file.parents]
        root = max(inside, key=lambda r: len(r.parts), default=roots[0])
        below = file.parts[len(root.parts) :]
        return below[0] if len(roots) == 1 and len(below) > 1 else root.name

    return agency
