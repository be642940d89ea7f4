"""A settings file together with what was asked for this time, which goes before it."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, replace
from pathlib import Path
from typing import TypeVar

from policyalign.errors import InputError
from policyalign.model.report import Settings
from policyalign.model.settings import SettingsFile
from policyalign.readers.finding import FoundFile
from policyalign.readers.sources import Source, place
from policyalign.settings.finding import NAME

AnySource = TypeVar("AnySource", FoundFile, Source)


@dataclass(frozen=True, slots=True, kw_only=True)
class Asked:
    """``type`` and ``agency`` are those given for all documents; ``None`` where there are none.

    Patterns are of paths on this computer; a file at an address has what holds for all.
    """

    file: SettingsFile
    type: str | None = None
    agency: str | None = None

    def types_of(self, files: Iterable[Source]) -> dict[str, str]:
        """Give the types of files by their names, where they are given and not inferred."""
        pairs = ((file.name, self._type_of(file)) for file in files)
        return {name: type_ for name, type_ in pairs if type_}

    def agency_of(self, file: Source) -> str | None:
        """Give the agency that a file belongs to, if any is known."""
        path = file.path if isinstance(file.path, Path) else None
        return self.agency or (self.file.agency_of(path) if path else self.file.agency)

    def _type_of(self, file: Source) -> str | None:
        path = file.path if isinstance(file.path, Path) else None
        return self.type or (self.file.type_of(path) if path else self.file.type)

    def in_report(self, settings: Settings) -> Settings:
        """Name the settings file in the settings that a report shows."""
        if self.file.path is None:
            return settings
        return replace(settings, file=self.file.path.name, fingerprint=self.file.fingerprint)


def chosen(
    files: tuple[AnySource, ...], paths: Iterable[str | Path], file: SettingsFile
) -> tuple[tuple[AnySource, ...], tuple[str, ...]]:
    """Part files into those to check, and the names of those that the settings file excludes.

    A file that was itself named is checked, whatever is excluded. Raises ``InputError`` if nothing
    is left.
    """
    named = {path.absolute() for one in paths if isinstance(path := place(one), Path)}
    kept: list[AnySource] = []
    excluded: list[str] = []
    for one in files:
        if not isinstance(one.path, Path) or one.path in named:
            kept.append(one)
        elif one.path.name == NAME or one.path == file.path:
            continue
        elif file.excludes(one.path):
            excluded.append(one.name)
        else:
            kept.append(one)
    if not kept and excluded:
        raise InputError(
            f"The settings file {file.path} excludes all {len(excluded)} files. "
            "Mend its exclude, or name a file itself to check it all the same."
        )
    if not kept:
        raise InputError("There are no files but the settings file. Name a folder with policies.")
    return tuple(kept), tuple(excluded)
