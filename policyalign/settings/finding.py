"""Where the settings file of a run is, where nobody named one."""

from __future__ import annotations

import os
from collections.abc import Iterable
from pathlib import Path

NAME = "policyalign.toml"


def find_settings(paths: Iterable[Path]) -> Path | None:
    """Give the settings file in the nearest folder that all paths share, or in one above it.

    The search ends at the user's own folder or at the top of the file system.
    """
    whole = [path.absolute() for path in paths]
    folders = [os.path.normpath(path if path.is_dir() else path.parent) for path in whole]
    if not folders:
        return None
    try:
        shared = Path(os.path.commonpath(folders))
    except ValueError:  # two drives of a Windows machine share no folder
        return None
    for folder in (shared, *shared.parents):
        if (folder / NAME).is_file():
            return folder / NAME
        if folder == Path.home():
            break
    return None
