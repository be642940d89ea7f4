"""Find the files that a user means by a list of files and folders."""

from __future__ import annotations

import os
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from pathlib import Path

from policyalign.errors import InputError

SETTINGS_FILE = "policyalign.toml"
# Made by Windows and macOS in every folder, or by people for this program; nobody's policy.
_NO_POLICIES = frozenset({"thumbs.db", "desktop.ini", SETTINGS_FILE})


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
        _refuse_what_is_not_there(path)
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


def _refuse_what_is_not_there(path: Path) -> None:
    try:
        path.stat()
    except FileNotFoundError as problem:
        raise InputError(
            f"There is no file or folder {path}. Check the spelling of the path."
        ) from problem
    except (OSError, ValueError) as problem:  # a name that no file can have, a folder that is shut
        raise InputError(f"{path} cannot be looked at: {_reason(problem)}.") from problem


def _reason(problem: OSError | ValueError) -> str:
    return getattr(problem, "strerror", None) or str(problem)


def _name(file: Path, root: Path) -> str:
    return writable(Path(os.path.relpath(file, root)).as_posix())


def writable(name: str) -> str:
    """Give a name as it can stand in a report: what is no text, as bytes in no encoding, cannot."""
    return name.encode("utf-16", "surrogatepass").decode("utf-16", "replace")


def _files_of(path: Path) -> Iterator[Path]:
    """Give the files in a folder and below it, in the order in which a person would list them.

    Folders wait in a list, because they may be nested deeper than calls may.
    """
    waiting, seen = [path], set[str]()
    while waiting:
        folder = waiting.pop()
        try:
            entries = sorted(folder.iterdir())
        except OSError:
            # A file; or a folder that cannot be opened, to be reported as a file that cannot be.
            yield folder
            continue
        # On Windows there are loops in which nothing is a link by name.
        if (real := os.path.realpath(folder)) in seen:
            continue
        seen.add(real)
        inner = []
        for entry in entries:
            if not is_folder(entry):
                if not is_passed_over(entry.name):
                    yield entry
            elif not entry.name.startswith(".") and not entry.is_symlink():
                inner.append(entry)
        waiting.extend(reversed(inner))


def is_folder(path: Path) -> bool:
    """Tell whether a path is a folder; no, where a folder on the way to it is shut."""
    try:
        return path.is_dir()
    except OSError:
        return False


def is_passed_over(name: str) -> bool:
    """Tell by its name whether a file is hidden, a lock file, or no policy of anybody's."""
    return name.startswith((".", "~$")) or name.lower() in _NO_POLICIES


def _common_folder(paths: Iterable[Path]) -> Path:
    folders = [str(path if is_folder(path) else path.parent) for path in paths]
    try:
        return Path(os.path.commonpath(folders))
    except ValueError as problem:  # two drives of a Windows machine share no folder
        raise InputError(
            "The files stand on different drives; check one drive at a time."
        ) from problem
