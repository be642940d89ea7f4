"""What people have settled for a folder of policies: the contents of its settings file."""

from __future__ import annotations

import os
from collections.abc import Mapping
from dataclasses import dataclass, field
from pathlib import Path

from policyalign.model.patterns import Pattern
from policyalign.model.report import Decision
from policyalign.model.returns import LABELS, Rating
from policyalign.model.review import Mark


@dataclass(frozen=True, slots=True, kw_only=True)
class Assigned:
    """An agency, or a type of document, and the files that it is said to have."""

    name: str
    patterns: tuple[Pattern, ...]
    line: int = 1


@dataclass(frozen=True, slots=True, kw_only=True)
class Waiver:
    """A decision about one item in some documents: those of a pattern, of an agency, or both.

    ``line`` is where it begins in the settings file, counted from 1.
    """

    item: str
    decision: Decision
    document: Pattern | None = None
    agency: str | None = None
    line: int = 1

    def is_for(self, name: str, agency: str | None) -> bool:
        """Tell whether a document is meant, by its path from the settings file and its agency."""
        named = self.document is None or self.document.matches(name)
        return named and (self.agency is None or self.agency == agency)


@dataclass(frozen=True, slots=True, kw_only=True)
class UsedName:
    """An id of the pack that a settings file names. ``kind`` is item, type or concept.

    ``line`` counts from 1, and ``place`` says in words in which entry it stands.
    """

    kind: str
    id: str
    line: int
    place: str


@dataclass(frozen=True, kw_only=True)
class SettingsFile:
    """What a settings file says; ``None`` or empty where it does not.

    ``path`` is ``None`` where there is no file. ``fingerprint`` is a hash of what it holds.
    ``pack`` is a name or the path of a folder. ``type`` and ``agency`` hold for all documents to
    which ``types`` and ``agencies`` give no other; of these the first that matches a file holds.
    ``labels`` are the words for the ratings that people give, ``waivers`` what they decided about
    outcomes, and ``marks`` are for ``vocab review``. ``names`` are the ids that it takes from the
    pack, to be looked up there.
    """

    path: Path | None = None
    fingerprint: str = ""
    pack: str | Path | None = None
    type: str | None = None
    agency: str | None = None
    fail_under: float | None = None
    exclude: tuple[Pattern, ...] = ()
    agencies: tuple[Assigned, ...] = ()
    types: tuple[Assigned, ...] = ()
    labels: Mapping[Rating, str] = field(default_factory=lambda: LABELS)
    waivers: tuple[Waiver, ...] = ()
    marks: tuple[Mark, ...] = ()
    names: tuple[UsedName, ...] = ()

    def name_of(self, path: Path) -> str:
        """Give a file's path as the patterns mean it: relative to the settings file."""
        if self.path is None:
            return path.as_posix()
        try:
            return Path(os.path.relpath(path, self.path.parent)).as_posix()
        except ValueError:  # another drive of a Windows machine
            return path.as_posix()

    def agency_of(self, path: Path) -> str | None:
        """Give the agency that a file is said to belong to, if any."""
        return _first(self.agencies, self.name_of(path)) or self.agency

    def type_of(self, path: Path) -> str | None:
        """Give the id of the type that a file is said to have, if any."""
        return _first(self.types, self.name_of(path)) or self.type

    def excludes(self, path: Path) -> bool:
        """Tell whether a file is not to be checked where it is found in a folder."""
        name = self.name_of(path)
        return any(pattern.matches(name) for pattern in self.exclude)


def _first(entries: tuple[Assigned, ...], name: str) -> str | None:
    return next((e.name for e in entries if any(p.matches(name) for p in e.patterns)), None)
