"""Which files a settings file means, written as people write paths."""

from __future__ import annotations

import re
import unicodedata
from dataclasses import dataclass
from functools import cache


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
    parts = [part for part in whole.split("/") if part not in {"", "."}]
    last = len(parts) - 1
    inner = "".join(_part(part, is_last=number == last) for number, part in enumerate(parts))
    if not parts:
        return re.compile(".*", re.DOTALL)
    return re.compile(f"{'(?:.*/)?' if anywhere else ''}{inner}(?:/.*)?", re.DOTALL)


def _part(part: str, *, is_last: bool) -> str:
    if part == "**":
        return ".*" if is_last else "(?:.*/)?"
    letters = "".join({"*": "[^/]*", "?": "[^/]"}.get(one, re.escape(one)) for one in part)
    return letters if is_last else f"{letters}/"


def _folded(path: str) -> str:
    # macOS takes accents apart in the names of files.
    return unicodedata.normalize("NFC", path).replace("\\", "/").casefold()
