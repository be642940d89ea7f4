"""The settings file of a run: the one that was named, or the one that lies by the documents."""

from __future__ import annotations

from collections.abc import Iterable
from pathlib import Path

from policyalign.model.settings import SettingsFile
from policyalign.settings import find_settings, load_settings


def settings_file(
    paths: Iterable[Path | str], named: Path | None, *, pack: str | None
) -> SettingsFile:
    """Give what the file says, or settings that say nothing where there is none.

    Raises ``InputError`` for a file that cannot be read and ``SettingsError`` for a wrong one.
    """
    path = named or find_settings(path for path in paths if isinstance(path, Path))
    return load_settings(path, pack=pack) if path else SettingsFile()
