"""The blocks of a document written with one letter a word, so that all are searched at once."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from functools import cached_property
from itertools import pairwise

from policyalign.matching.lexicon import BLOCK_END, FRAGMENT, SENTENCE_END, Lexicon
from policyalign.matching.runs import Runs, Words
from policyalign.text import BETWEEN_BLOCKS, Broken, fold_blocks, runs

BETWEEN = SENTENCE_END + BLOCK_END
_SHORTEST_BROKEN = 5


class Lettered:
    """Texts in letters; ``texts[n]`` is the one numbered ``n``.

    ``broken`` holds the words that a stray space has parted somewhere in them, "goa ls": they are
    read as one.
    """

    def __init__(
        self, texts: Sequence[str], lexicon: Lexicon, alphabet: Runs, broken: Broken = frozenset()
    ) -> None:
        self.broken = broken
        self._alphabet = alphabet
        self._count = len(texts)
        self._runs = runs(fold_blocks(texts, lexicon.knows, broken))
        whole = "".join(map(alphabet.__getitem__, self._runs))
        self.has_halves = FRAGMENT in whole
        self.texts = whole.split(BETWEEN)

    def words(self, number: int) -> Words:
        """Give the words of a text."""
        start, after = self._starts[number : number + 2]
        return self._alphabet.words(self._runs[start : after - 1])

    @cached_property
    def _starts(self) -> list[int]:
        """The number of the first run of each text, and of the one that would follow."""
        starts = [0]
        for _ in range(self._count - 1):
            starts.append(self._runs.index(BETWEEN_BLOCKS, starts[-1]) + 1)
        return [*starts, len(self._runs) + 1]


def lettered(texts: Sequence[str], lexicon: Lexicon, alphabet: Runs) -> Lettered:
    """Write texts with one letter a word."""
    found = Lettered(texts, lexicon, alphabet)
    if not found.has_halves:
        return found
    with_halves = (number for number, text in enumerate(found.texts) if FRAGMENT in text)
    broken = frozenset(
        pair for number in with_halves for pair in _broken(found.words(number).tokens, lexicon)
    )
    return Lettered(texts, lexicon, alphabet, broken) if broken else found


def _broken(tokens: Sequence[str], lexicon: Lexicon) -> Iterator[tuple[str, str]]:
    """Give the pairs of words of which one is no word, and that are one of the pack together."""
    for first, second in pairwise(tokens):
        if (
            FRAGMENT in (lexicon[first], lexicon[second])
            and len(first) + len(second) >= _SHORTEST_BROKEN
            and first.isalpha()
            and second.islower()
            and lexicon.uses((first + second).lower())
        ):
            yield first, second
