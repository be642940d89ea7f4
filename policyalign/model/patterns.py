"""Which files a settings file means, written as people write paths."""

from __future__ import annotations

import re
import unicodedata
from dataclasses import dataclass
from functools import cache
from itertools import groupby


@dataclass(frozen=True, slots=True)
class Pattern:
    """A path relative to the settings file, or a pattern of such paths.

    ``*`` and ``?`` stand for letters of one name, ``**`` for folders however deep. A folder stands
    for all that is in it. What holds no slash is meant wherever it stands. Capitals do not matter,
    as on Windows, and square brackets are letters as any others: names of policies hold them.
    """

    text: str

    def matches(self, path: str) -> bool:
        """Tell whether a path with forward slashes is meant."""
        return _compiled(self.text).fullmatch(_folded(path)) is not None


@cache
def _compiled(text: str) -> re.Pattern[str]:
    whole = _folded(text).rstrip("/")
    anywhere = "/" not in whole and whole != "."
    named = (part for part in whole.split("/") if part not in {"", "."})
    # Folders however deep, in folders however deep, are no more than these.
    runs = ((part, tuple(run)) for part, run in groupby(named))
    parts = [one for part, run in runs for one in (run[:1] if part == "**" else run)]
    last = len(parts) - 1
    inner = "".join(_part(part, is_last=number == last) for number, part in enumerate(parts))
    if not parts:
        return re.compile(".*", re.DOTALL)
    return re.compile(f"{'(?:.*/)?' if anywhere else ''}{inner}(?:/.*)?", re.DOTALL)


def _part(part: str, *, is_last: bool) -> str:
    if part == "**":
        return ".*" if is_last else "(?:.*/)?"
    first, *others = (_fixed(piece) for piece in re.split(r"\*+", part))
    # Of what stands between two stars the earliest place is as good as any, so that none is tried
    # twice: else a pattern of many stars would never come to an end.
    between = "".join(f"(?>[^/]*?{piece})" for piece in others[:-1])
    last = f"[^/]*{others[-1]}" if others else ""
    letters = f"{first}{between}{last}"
    return letters if is_last else f"{letters}/"


def _fixed(piece: str) -> str:
    return "".join("[^/]" if letter == "?" else re.escape(letter) for letter in piece)


def _folded(path: str) -> str:
    # macOS takes accents apart in the names of files.
    return unicodedata.normalize("NFC", path).replace("\\", "/").casefold()
