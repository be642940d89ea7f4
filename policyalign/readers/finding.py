"""Find the files that a user means by a list of files and folders."""

from __future__ import annotations

import os
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from pathlib import Path

from policyalign.errors import InputError

# Made by Windows and macOS in every folder; nobody's policy.
_SYSTEM_FILES = frozenset({"thumbs.db", "desktop.ini"})


@dataclass(frozen=True, slots=True, kw_only=True)
class FoundFile:
    """A file to read. ``name`` is its path below the folder that all files share."""

    path: Path
    name: str


def find_files(paths: Iterable[str | Path]) -> tuple[FoundFile, ...]:
    """Give the files that are meant, each once, in order of name.

    Folders are searched to the bottom without following links to folders. Hidden files and the
    lock files that Word leaves (``~$…``) are passed over. A name does not depend on the folder
    the command is run from.

    Raises ``InputError`` if a path does not exist or nothing is found.
    """
    asked = [Path(path) for path in paths]
    for path in asked:
        if not path.exists():
            raise InputError(f"There is no file or folder {path}. Check the spelling of the path.")
    # A file that is reached by two ways, or by a link, is read once, under the first name found.
    files: dict[str, Path] = {}
    for path in asked:
        for file in _files_of(path.absolute()):
            files.setdefault(os.path.realpath(file), file)
    if not files:
        listed = ", ".join(str(path) for path in asked)
        raise InputError(f"There are no files in {listed}. Name a folder that holds policies.")
    root = _common_folder(path.absolute() for path in asked)
    found = (FoundFile(path=file, name=_name(file, root)) for file in files.values())
    return tuple(sorted(found, key=lambda file: file.name))


def _name(file: Path, root: Path) -> str:
    return Path(os.path.relpath(file, root)).as_posix()


def _files_of(path: Path) -> Iterator[Path]:
    if not path.is_dir():
        yield path
        return
    closed: list[Path] = []
    for folder, folders, names in os.walk(path, onerror=lambda p: closed.append(Path(p.filename))):
        folders[:] = sorted(name for name in folders if not name.startswith("."))
        for name in sorted(names):
            if not _is_passed_over(name):
                yield Path(folder) / name
    # A folder that cannot be opened is reported as a file that cannot be read is.
    yield from closed


def _is_passed_over(name: str) -> bool:
    return name.startswith((".", "~$")) or name.lower() in _SYSTEM_FILES


def _common_folder(paths: Iterable[Path]) -> Path:
    folders = [str(path if path.is_dir() else path.parent) for path in paths]
    try:
        return Path(os.path.commonpath(folders))
    except ValueError as problem:  # two drives of a Windows machine share no folder
        raise InputError(
            "The files stand on different drives; check one drive at a time."
        ) from problem
