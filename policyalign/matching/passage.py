"""A block of text with the wording found in it, and the way back to its characters."""

from __future__ import annotations

from bisect import bisect_right
from functools import cached_property

from policyalign.matching.lexicon import SENTENCE_END, Lexicon
from policyalign.matching.phrases import Hit
from policyalign.text import fold, token_spans, tokens


class Passage:
    """A text written with one letter a word.

    Positions in ``lettered`` are called positions; offsets are characters of the original text.
    """

    def __init__(self, text: str, lexicon: Lexicon) -> None:
        self.original = text
        self.folded = fold(text, lexicon.knows)
        self.tokens = tokens(self.folded.text)
        letters = [lexicon[token] for token in self.tokens]
        self.lettered = "".join(letters)
        self._plain = len(self.lettered) == len(letters)
        self._letters = letters

    @cached_property
    def _token_of(self) -> list[int]:
        """The number of the token at each position, where a token written solid fills two."""
        if self._plain:
            return list(range(len(self._letters)))
        return [n for n, letters in enumerate(self._letters) for _ in letters]

    @cached_property
    def _spans(self) -> list[tuple[int, int]]:
        return list(token_spans(self.folded.text))

    @cached_property
    def _ends(self) -> list[int]:
        return [i for i, letter in enumerate(self.lettered) if letter == SENTENCE_END]

    def written(self, start: int, end: int) -> list[str]:
        """Give the tokens from one position to another."""
        first, last = self._token_of[start], self._token_of[end - 1]
        return self.tokens[first : last + 1]

    def offsets(self, start: int, end: int) -> tuple[int, int]:
        """Give the original characters between two positions."""
        spans = self._spans
        first, last = spans[self._token_of[start]], spans[self._token_of[end - 1]]
        return self.folded.original(first[0], last[1])

    def sentence(self, position: int) -> tuple[int, int]:
        """Give the positions of the sentence around one, without the mark that ends it."""
        after = bisect_right(self._ends, position - 1)
        start = self._ends[after - 1] + 1 if after else 0
        end = self._ends[after] if after < len(self._ends) else len(self.lettered)
        return start, end

    def sentence_offsets(self, position: int) -> tuple[int, int]:
        """Give the original characters of the sentence around a position, with its end mark."""
        start, end = self.sentence(position)
        return self.offsets(start, min(end + 1, len(self.lettered)))

    def fills(self, hit: Hit) -> bool:
        """Tell whether the wording is all that the text holds, but for a number or a mark."""
        rest = self.lettered[: hit.start] + self.lettered[hit.end :]
        return all(letter in "\n\t" for letter in rest) or (
            hit.start <= 2
            and all(token.isdigit() for token in self.tokens[: hit.start] if token.isalnum())
            and all(letter in "\n\t" for letter in self.lettered[hit.end :])
        )
