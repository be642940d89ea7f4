"""The files of a pack, read from disk."""

from __future__ import annotations

import hashlib
import tomllib
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path, PurePosixPath

from policyalign.packs.finding import MAIN_FILE
from policyalign.packs.mistakes import Mistakes, did_you_mean
from policyalign.packs.table import Table

CHECKLIST = "checklist.toml"
STATUS = "status.toml"
TYPES = "types.toml"
NAMES = "names.toml"
VOCABULARY = "vocabulary"
DISCOURAGED = "discouraged"

_NEEDED = (MAIN_FILE, CHECKLIST, STATUS, TYPES)
_SINGLE = (*_NEEDED, NAMES)


@dataclass(frozen=True, slots=True)
class PackFiles:
    """The parsed files by name, such as ``vocabulary/analysis.toml``, in order of name.

    ``complete`` is false where a file is missing or cannot be read; what stands in other files
    can then not be checked against it.
    """

    tables: dict[str, Table]
    fingerprint: str
    complete: bool

    def single(self, name: str) -> Table:
        """Give one file; for one that is noted as missing, a table whose gaps nobody hears of."""
        return self.tables.get(name) or Table({}, name, Mistakes())

    def within(self, folder: str) -> Iterator[Table]:
        """Give the files of a folder in order of name."""
        return (table for name, table in self.tables.items() if name.startswith(f"{folder}/"))


def read_files(folder: Path, mistakes: Mistakes) -> PackFiles:
    """Read every file of the pack in ``folder`` and note those that are missing or broken."""
    names = _names(folder, mistakes)
    tables = {}
    digest = hashlib.sha256()
    for name in names:
        content = _content(folder / name, name, mistakes)
        if content is None:
            continue
        digest.update(f"{name}\0".encode() + content + b"\0")
        keys = _parsed(content, name, mistakes)
        if keys is not None:
            tables[name] = Table(keys, name, mistakes)
    complete = _nothing_absent(names, mistakes) and len(tables) == len(names)
    return PackFiles(tables, digest.hexdigest()[:12], complete)


def _names(folder: Path, mistakes: Mistakes) -> list[str]:
    """Give the names of the pack's files in order, and note files that no pack has."""
    found = sorted(path.relative_to(folder).as_posix() for path in folder.rglob("*.toml"))
    stray = [name for name in found if not _belongs(name)]
    for name in stray:
        places = f"{', '.join(_SINGLE)}, {VOCABULARY}/*.toml and {DISCOURAGED}/*.toml"
        hint = did_you_mean(name, _SINGLE) or f"; the files of a pack are {places}"
        mistakes.add(f"{name}: nothing reads this file{hint}")
    return [name for name in found if name not in stray]


def _belongs(name: str) -> bool:
    return name in _SINGLE or PurePosixPath(name).parts[:-1] in {(VOCABULARY,), (DISCOURAGED,)}


def _nothing_absent(names: list[str], mistakes: Mistakes) -> bool:
    absent = [name for name in _NEEDED if name not in names]
    if not any(name.startswith(f"{VOCABULARY}/") for name in names):
        absent.append(f"{VOCABULARY}/*.toml")
    for name in absent:
        mistakes.add(f"{name}: this file is missing from the pack")
    return not absent


def _content(path: Path, name: str, mistakes: Mistakes) -> bytes | None:
    """Give the bytes of a file, with line ends that are the same on every system."""
    try:
        return path.read_bytes().replace(b"\r\n", b"\n")
    except OSError as problem:
        mistakes.add(f"{name}: the file cannot be read ({problem.strerror})")
        return None


def _parsed(content: bytes, name: str, mistakes: Mistakes) -> dict[str, object] | None:
    try:
        # Windows editors may put a byte order mark first, which TOML does not know.
        return tomllib.loads(content.decode("utf-8-sig"))
    except UnicodeDecodeError as problem:
        line = content[: problem.start].count(b"\n") + 1
        mistakes.add(f"{name}: line {line} is not UTF-8; save the file with the encoding UTF-8")
    except tomllib.TOMLDecodeError as problem:
        mistakes.add(f"{name}: this is not valid TOML: {problem}")
    except ValueError:  # Python makes no number of thousands of digits
        mistakes.add(f"{name}: a number in this file has too many digits")
    except RecursionError:
        mistakes.add(f"{name}: brackets in this file stand too deeply in each other")
    return None
