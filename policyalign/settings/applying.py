"""A settings file together with what was asked for this time, which goes before it."""

from __future__ import annotations

import os
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace
from pathlib import Path
from typing import TypeVar

from policyalign.errors import InputError
from policyalign.model.report import Remark, RemarkKind, Settings
from policyalign.model.settings import SettingsFile
from policyalign.readers.finding import FoundFile
from policyalign.readers.sources import Source, place
from policyalign.settings.deciding import Decisions

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

    def remarks(
        self, decisions: Decisions, files: Iterable[Source], paths: Iterable[str | Path]
    ) -> Iterator[Remark]:
        """Say which entries of the settings file did nothing, as far as a check of paths can tell.

        ``files`` are all that were found there; ``decisions`` were put beside their results.
        """
        folders = [p for one in paths if not (isinstance(p := place(one), Path) and p.is_file())]
        yield from decisions.remarks(of_all=bool(folders))
        if self.file.path is None:
            return
        whole = {self.file.path.parent, *self.file.path.parent.parents}
        if any(isinstance(one, Path) and _normal(one) in whole for one in folders):
            yield from self._unused(files)

    def _unused(self, files: Iterable[Source]) -> Iterator[Remark]:
        """Give a remark on each agency and each type that has no file at all."""
        names = [self.file.name_of(one.path) for one in files if isinstance(one.path, Path)]
        for entry in (*self.file.agencies, *self.file.types):
            if not any(p.matches(name) for p in entry.patterns for name in names):
                reason = f"no file that was found is of “{entry.name}”; look at its paths"
                yield Remark(kind=RemarkKind.UNMATCHED, line=entry.line, reason=reason)

    def in_report(self, settings: Settings) -> Settings:
        """Name the settings file in the settings that a report shows."""
        if self.file.path is None:
            return settings
        return replace(settings, file=self.file.path.name, fingerprint=self.file.fingerprint)


def _normal(path: Path) -> Path:
    return Path(os.path.normpath(path.absolute()))


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
        elif file.excludes(one.path):
            excluded.append(one.name)
        elif one.path != file.path:
            kept.append(one)
    if not kept and excluded:
        raise InputError(
            f"The settings file {file.path} excludes all {len(excluded)} files. "
            "Mend its exclude, or name a file itself to check it all the same."
        )
    if not kept:
        raise InputError("There are no files but the settings file. Name a folder with policies.")
    return tuple(kept), tuple(excluded)
