"""Decide whether a hyphen at the end of a line belongs to the word or only to the line."""

from __future__ import annotations

import re
from collections.abc import Iterable

from policyalign.word_list import english_words

HYPHENS = "-\u2010\u2011\u00ad"
_WORD = re.compile(r"[^\W\d_]+(?:[-\u2010\u2011][^\W\d_]+)*")
_TAIL = re.compile(r"(?:[^\W\d_]+[-\u2010\u2011])*[^\W\d_]+$")
_HEAD = re.compile(r"^[^\W\d_]+(?:[’'][^\W\d_]+)?")
_LONGEST = 60
_PREFIXES = frozenset({"anti", "co", "cross", "ex", "half", "inter", "intra", "multi", "non",
                       "post", "pre", "self", "sub", "vice", "well"})  # fmt: skip
_SUFFIXES = ("based", "led", "related", "focused", "centred", "centered", "being", "making", "risk")
# Words of these policies that the word list lacks or spells as few policies do.
_SOLID = frozenset({"wellbeing", "caseworker", "caseworkers", "caregiving"})
_HYPHENED = frozenset({"follow-up", "drop-in", "set-up", "sign-off"})


class Joiner:
    """Joins the halves of words that line ends cut, by what the document itself writes."""

    def __init__(self, lines: Iterable[str]) -> None:
        self._lines = lines
        self._seen: frozenset[str] | None = None

    def joined(self, before: str, after: str) -> str:
        """Put two lines together whose first ended in a hyphen, here already taken off."""
        tail, head = _TAIL.search(before[-_LONGEST:]), _HEAD.match(after)
        if tail is None or head is None:
            return f"{before}-{after}"
        return before + ("-" if self._keeps(tail[0], head[0]) else "") + after

    def _keeps(self, tail: str, head: str) -> bool:
        left, right = tail.casefold(), head.casefold()
        solid, hyphened = left + right, f"{left}-{right}"
        if head[0].isupper():
            # "Mid-Year", "Anglo-Saxon"; but a line of capitals is cut like any other.
            return not tail.isupper() or self._known(hyphened)
        if self._known(hyphened) and not self._known(solid):
            return True
        if self._known(solid) or "-" in left:
            return "-" in left and not self._half_word(left, right)
        if solid in english_words() or solid in _SOLID:
            return hyphened in _HYPHENED
        return self._two_words(left, right)

    def _half_word(self, left: str, right: str) -> bool:
        """Tell whether the last part of ``part-of-a-wo`` is cut, not ended, by the line."""
        last = left.rpartition("-")[2]
        return last + right in english_words() and last not in english_words()

    def _two_words(self, left: str, right: str) -> bool:
        words = english_words()
        plain = right.removesuffix("’s").removesuffix("'s")
        stem = left if left in words or left in _PREFIXES else ""
        return bool(stem) and (plain in words or plain in _SUFFIXES)

    def _known(self, word: str) -> bool:
        if self._seen is None:
            self._seen = frozenset(
                found.casefold() for line in self._lines for found in _WORD.findall(line)
            )
        return word in self._seen
