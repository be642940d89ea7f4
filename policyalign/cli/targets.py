"""Which report goes where: ``--format`` and ``-o`` put together."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path

from policyalign.errors import InputError
from policyalign.renderers import SUFFIXES


@dataclass(frozen=True, slots=True, kw_only=True)
class Target:
    """A format and the file that it is written to, or ``None`` for standard output."""

    format: str
    path: Path | None


def targets(
    formats: tuple[str, ...],
    outputs: tuple[Path, ...],
    suffixes: Mapping[str, str] = SUFFIXES,
) -> tuple[Target, ...]:
    """Give each file its format; a format that is left over goes to standard output.

    A file takes the format that its name ends in. A name that tells nothing takes the next
    ``--format`` that no file has taken. ``suffixes`` gives the format for the end of a name. Raises
    ``InputError`` where this leaves a doubt.
    """
    _refuse_twice(outputs)
    left = list(formats)
    known = {path: path.suffix.lower() for path in outputs if path.suffix.lower() in suffixes}
    chosen = {path: _take(suffixes[ending], left) for path, ending in known.items()}
    for path in outputs:
        if path not in chosen:
            chosen[path] = _next(path, left, suffixes)
    if len(left) > 1:
        raise InputError(
            f"Only one report can go to standard output, not {' and '.join(left)}. "
            "Give each an -o FILE."
        )
    files = tuple(Target(format=chosen[path], path=path) for path in outputs)
    screen = left or ([] if outputs else ["terminal"])
    return files + tuple(Target(format=name, path=None) for name in screen)


def _take(name: str, left: list[str]) -> str:
    if name in left:
        left.remove(name)
    return name


def _next(path: Path, left: list[str], suffixes: Mapping[str, str]) -> str:
    if left:
        return left.pop(0)
    *endings, last = suffixes
    raise InputError(
        f"Cannot tell the report format from the name {path}. "
        f"End it in {', '.join(endings)} or {last}, "
        f"or add --format with one of {', '.join(suffixes.values())}."
    )


def _refuse_twice(outputs: tuple[Path, ...]) -> None:
    for path in outputs:
        if str(path) == "-":
            raise InputError("-o needs a file name. Without -o the report goes to standard output.")
        if outputs.count(path) > 1:
            raise InputError(f"Two reports cannot be written to the same file: {path}.")
