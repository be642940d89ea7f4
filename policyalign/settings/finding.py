"""Where the settings file of a run is, where nobody named one."""

from __future__ import annotations

import os
from collections.abc import Iterable
from pathlib import Path

from policyalign.readers.finding import SETTINGS_FILE, is_folder


def find_settings(paths: Iterable[Path]) -> Path | None:
    """Give the settings file in the nearest folder that all paths share, or in one above it.

    The search ends at the user's own folder or at the top of the file system.
    """
    whole = [path.absolute() for path in paths]
    folders = [os.path.normpath(path if is_folder(path) else path.parent) for path in whole]
    if not folders:
        return None
    try:
        shared = Path(os.path.commonpath(folders))
    except ValueError:  # two drives of a Windows machine share no folder
        return None
    home = _home()
    for folder in (shared, *shared.parents):
        if _is_file(folder / SETTINGS_FILE):
            return folder / SETTINGS_FILE
        if folder == home:
            break
    return None


def _home() -> Path | None:
    try:
        return Path.home()
    except RuntimeError:  # a service may run for a user who has none
        return None


def _is_file(path: Path) -> bool:
    """Tell whether a file is there; no, where the folder may not be looked into."""
    try:
        return path.is_file()
    except OSError:
        return False
