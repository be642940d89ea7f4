"""Mistakes in a pack, gathered while it is read so that all of them are shown at once."""

from __future__ import annotations

from collections.abc import Iterable
from difflib import get_close_matches

from policyalign.errors import PackError


class Mistakes:
    """The mistakes found so far, each once, in the order in which they were found."""

    def __init__(self) -> None:
        self._found: dict[str, None] = {}

    def add(self, sentence: str) -> None:
        """Note a mistake. The sentence begins with its place: file, entry, key."""
        self._found[sentence] = None

    def raise_any(self, pack: str) -> None:
        """Raise ``PackError`` with every mistake, if there are any."""
        if self._found:
            raise PackError(pack, tuple(self._found))


def did_you_mean(word: str, known: Iterable[str]) -> str:
    """Give the end of a message that names the known word nearest to this one, or nothing."""
    nearest = get_close_matches(word, sorted(known), n=1)
    return f"; did you mean '{nearest[0]}'?" if nearest else ""
