"""Texts looked up run by run, where a run is all that stands between two spaces."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from functools import cached_property
from itertools import chain

from policyalign.matching.lexicon import Lexicon
from policyalign.text import tokens

_MOST_REMEMBERED = 200_000


class Words:
    """The words of a text, told apart only when they are asked for; few texts are so asked."""

    def __init__(
        self, known: Mapping[str, list[str]], runs: Sequence[str], *, misspelt: bool
    ) -> None:
        self._known = known
        self._runs = runs
        self.misspelt = misspelt

    @cached_property
    def tokens(self) -> list[str]:
        """The words and marks, one after the other."""
        return list(chain.from_iterable(map(self._known.__getitem__, self._runs)))


class _Tokens(dict[str, list[str]]):
    """Run of a text to its words and marks. What is forgotten, or was never met, is told apart."""

    def __missing__(self, run: str) -> list[str]:
        found = self[run] = tokens(run)
        return found


class Runs(dict[str, str]):
    """Run of a text, punctuation and all, to its letters: quicker than word by word."""

    def __init__(self, lexicon: Lexicon) -> None:
        super().__init__()
        self._lexicon = lexicon
        self._tokens = _Tokens()
        self._misspelt: set[str] = set()

    def __missing__(self, run: str) -> str:
        found = self._tokens[run]
        letters = self[run] = "".join(map(self._lexicon.__getitem__, found))
        if not self._lexicon.certainty.keys().isdisjoint(found):
            self._misspelt.add(run)
        return letters

    def tidy(self) -> None:
        """Forget what has been met, if it is much. Not to be called in the middle of a document."""
        if len(self) > _MOST_REMEMBERED:
            self.clear()
            self._tokens.clear()
            self._misspelt.clear()
            self._lexicon.forget()

    def words(self, runs: Sequence[str]) -> Words:
        """Give the words of runs whose letters have been asked for."""
        return Words(self._tokens, runs, misspelt=not self._misspelt.isdisjoint(runs))
