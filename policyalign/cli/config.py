"""Options kept in a TOML file. What is given on the command line goes before them."""

from __future__ import annotations

import difflib
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from policyalign.cli.marks import NOT_DETECTED, read_marks
from policyalign.errors import InputError

if TYPE_CHECKING:
    from pathlib import Path

    from policyalign.model.review import Mark


@dataclass(frozen=True, slots=True, kw_only=True)
class Config:
    """The options that a file may hold; ``None`` where it does not say.

    ``marks`` are for ``vocab review``; whether the pack has their concepts is not known here.
    """

    pack: str | None = None
    type: str | None = None
    agency: str | None = None
    fail_under: float | None = None
    marks: tuple[Mark, ...] = ()


_TEXTS = ("pack", "type", "agency")
_KEYS = (*_TEXTS, "fail_under", NOT_DETECTED)


def load_config(path: Path) -> Config:
    """Read a file of options. Raises ``InputError``, which names the first mistake in it."""
    values = _table(path)
    for key, value in values.items():
        if key not in _KEYS:
            raise InputError(f"{path}: there is no option “{key}”.{_nearest(key)}")
        if key in _TEXTS and not isinstance(value, str):
            raise InputError(f"{path}: {key} must be text in quotes, not {_shown(value)}.")
    limit = values.get("fail_under")
    if limit is not None and not _percentage(limit):
        raise InputError(f"{path}: fail_under must be a number from 0 to 100, not {_shown(limit)}.")
    marks = read_marks(path, values.pop(NOT_DETECTED, []))
    return Config(**values, marks=marks)


def _table(path: Path) -> dict[str, Any]:
    import tomllib

    try:
        return tomllib.loads(path.read_text(encoding="utf-8-sig"))
    except tomllib.TOMLDecodeError as problem:
        raise InputError(f"{path} is not valid TOML: {problem}.") from problem
    except UnicodeDecodeError as problem:
        raise InputError(f"{path} is not UTF-8 text. Save it as UTF-8.") from problem
    except ValueError as problem:  # Python makes no number of thousands of digits
        raise InputError(f"{path}: a number in this file has too many digits.") from problem
    except RecursionError as problem:
        raise InputError(f"{path}: brackets stand too deeply in each other.") from problem
    except OSError as problem:
        raise InputError(f"Cannot read the settings file {path}: {problem.strerror}.") from problem


def _nearest(key: str) -> str:
    near = difflib.get_close_matches(key, _KEYS, n=1)
    return f" Did you mean “{near[0]}”?" if near else f" The options are: {', '.join(_KEYS)}."


def _percentage(value: object) -> bool:
    # True and False are numbers to Python, but not to the person who writes them here.
    return isinstance(value, int | float) and not isinstance(value, bool) and 0 <= value <= 100


def _shown(value: object) -> str:
    try:
        return repr(value)
    except ValueError:  # Python writes no number of thousands of digits
        return "a number of very many digits"
