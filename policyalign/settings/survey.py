"""What a folder of policies looks like to somebody who is about to settle things for it."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from pathlib import PurePosixPath

# Folders whose policies are seldom in force.
_ASIDE = frozenset(
    "archive archived archives draft drafts historic obsolete old previous superseded template "
    "templates withdrawn".split()
)


@dataclass(frozen=True, slots=True, kw_only=True)
class Survey:
    """What stands in a folder.

    ``kinds`` counts files by their ending. ``agencies`` are the names of what look like agencies,
    with their folders; ``aside`` are folders of what looks no longer, or not yet, in force. Both
    have paths below the folder. ``types`` counts documents by the id of the type that was inferred.
    """

    kinds: tuple[tuple[str, int], ...]
    agencies: tuple[tuple[str, str], ...]
    aside: tuple[str, ...]
    types: tuple[tuple[str, int], ...]
    example: str


def survey(names: Iterable[str], readable: Iterable[str], types: Iterable[str]) -> Survey:
    """Look at the names of all files, those of the documents among them, and their types."""
    documents = sorted(PurePosixPath(name) for name in readable)
    folders = {folder for path in documents for folder in path.parents if folder.name}
    aside = sorted(f for f in folders if _is_aside(f) and not any(map(_is_aside, f.parents)))
    top = PurePosixPath()
    in_force = [path for path in documents if not any(map(_is_aside, path.parents))]
    kinds = Counter(PurePosixPath(name).suffix.lower() or "no ending" for name in names)
    return Survey(
        kinds=_ranked(kinds),
        agencies=tuple((_title(f.name), f.as_posix()) for f in _agencies(in_force, top)),
        aside=tuple(folder.as_posix() for folder in aside),
        types=_ranked(Counter(types)),
        example=in_force[0].as_posix() if in_force else "policies/supervision.docx",
    )


def _ranked(counts: Counter[str]) -> tuple[tuple[str, int], ...]:
    return tuple(sorted(counts.items(), key=lambda pair: (-pair[1], pair[0])))


def _is_aside(folder: PurePosixPath) -> bool:
    return not _ASIDE.isdisjoint(re.split(r"[\W_]+", folder.name.lower()))


def _agencies(documents: list[PurePosixPath], above: PurePosixPath) -> Iterator[PurePosixPath]:
    """Give the folders that hold an agency's policies.

    A folder without a document of its own that holds several folders, such as ``schools``, only
    groups these.
    """
    inner: dict[PurePosixPath, list[PurePosixPath]] = {}
    for path in documents:
        below = path.relative_to(above).parts
        if len(below) > 1:
            inner.setdefault(above / below[0], []).append(path)
    for folder, held in inner.items():
        groups = {path.relative_to(folder).parts[0] for path in held}
        holds_documents = any(path.parent == folder for path in held)
        if holds_documents or len(groups) < 2:
            yield folder
        else:
            yield from _agencies(held, folder)


def _title(folder: str) -> str:
    """Give ``northgate-school`` as ``Northgate School``; capitals that are there stay."""
    words = " ".join(re.split(r"[-_\s]+", folder)).strip()
    return words.title() if words.islower() else words or folder
