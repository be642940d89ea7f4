"""A block of text with the wording found in it, and the way back to its characters."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Collection, Iterator
from functools import cached_property
from itertools import accumulate, chain, groupby

from policyalign.matching.english import AND
from policyalign.matching.hits import Hit
from policyalign.matching.lexicon import CLAUSE_END, SENTENCE_END, Lexicon
from policyalign.matching.runs import Words
from policyalign.text import Broken, Folded, fold, tokens

_MOST_MARKS = 8
# The one character that is folded to a comma.
_WIDE_COMMA = "\uff0c"


class Passage:
    """A text written with one letter a word.

    Positions in ``lettered`` are called positions; offsets are characters of the original text.
    """

    def __init__(
        self,
        text: str,
        lettered: str,
        lexicon: Lexicon,
        *,
        words: Words | None = None,
        broken: Broken = frozenset(),
    ) -> None:
        self.lettered = lettered
        self._words = words
        self._broken = broken
        self._text = text
        self._lexicon = lexicon

    @cached_property
    def misspelt(self) -> bool:
        """True if a word of the text is misspelt."""
        if self._words:
            return self._words.misspelt
        return not self._lexicon.certainty.keys().isdisjoint(self._tokens)

    @cached_property
    def _tokens(self) -> list[str]:
        return self._words.tokens if self._words else tokens(self._folded.text)

    @cached_property
    def _ends_of_tokens(self) -> list[int]:
        return list(accumulate(map(len, map(self._lexicon.__getitem__, self._tokens))))

    @cached_property
    def _folded(self) -> Folded:
        return fold(self._text, self._lexicon.knows, self._broken)

    def _token_of(self, position: int) -> int:
        """Give the number of the token at a position: one written solid fills two, a comma none."""
        return bisect_right(self._ends_of_tokens, position)

    @cached_property
    def _spans(self) -> list[tuple[int, int]]:
        """Where each token stands in the folded text: between two there is never a letter."""
        found = []
        text, end = self._folded.text, 0
        for token in self._tokens:
            start = text.find(token, end)
            end = start + len(token)
            found.append((start, end))
        return found

    @cached_property
    def _ends(self) -> list[int]:
        return [i for i, letter in enumerate(self.lettered) if letter == SENTENCE_END]

    def written(self, start: int, end: int) -> list[str]:
        """Give the words from one position to another."""
        return [word for word in self._slice(start, end) if word != ","]

    def has_comma(self, start: int, end: int) -> bool:
        """Tell whether a comma stands between two positions."""
        if end - start < 2 or not ("," in self._text or _WIDE_COMMA in self._text):
            return False
        return "," in self._slice(start, end)

    def places(self, wanted: Collection[str]) -> Iterator[tuple[str, int]]:
        """Give where these abbreviations stand, letter for letter but for a plural."""
        for token, end in zip(self._tokens, self._ends_of_tokens, strict=True):
            singular = token.removesuffix("'s")
            if singular not in wanted:
                singular = singular.removesuffix("s")
            if singular in wanted:
                yield singular, end - 1

    def _slice(self, start: int, end: int) -> list[str]:
        return self._tokens[self._token_of(start) : self._token_of(end - 1) + 1]

    def certainty(self, written: list[str]) -> float:
        """Give how sure it is, 0 to 100, that these tokens are the words they are taken for."""
        letters = sum(map(len, written))
        certainty = self._lexicon.certainty
        return sum(certainty.get(t, 100.0) * len(t) for t in written) / letters

    def offsets(self, start: int, end: int) -> tuple[int, int]:
        """Give the original characters between two positions."""
        spans = self._spans
        first, last = spans[self._token_of(start)], spans[self._token_of(end - 1)]
        return self._folded.original(first[0], last[1])

    def follows_mark(self, position: int) -> bool:
        """Tell whether a comma, or a mark that ends a part of a sentence, stands before a word."""
        token = self._token_of(position)
        return token > 0 and (
            self._tokens[token - 1] == "," or self.lettered[position - 1 : position] == CLAUSE_END
        )

    @cached_property
    def parting_semicolons(self) -> frozenset[int]:
        """Where semicolons stand that part clauses: a list has an "and" or an "or" after its last.

        A list may have a colon before it instead, which is for those to see who ask.
        """
        ends = zip(self._tokens, self._ends_of_tokens, strict=True)
        found = groupby((end - 1 for mark, end in ends if mark == ";"), key=self.sentence)
        sentences = [list(semicolons) for _, semicolons in found]
        parting = (marks for marks in sentences if not self._closes_list(marks[-1]))
        return frozenset(chain.from_iterable(parting))

    def _closes_list(self, semicolon: int) -> bool:
        following = self._slice(semicolon + 1, semicolon + 2)
        return any(word.lower() in AND for word in following)

    @property
    def whole(self) -> tuple[int, int]:
        """The first position and the one after the last."""
        return 0, len(self.lettered)

    def sentence(self, position: int) -> tuple[int, int]:
        """Give the positions of the sentence around one, without the mark that ends it."""
        after = bisect_right(self._ends, position - 1)
        start = self._ends[after - 1] + 1 if after else 0
        end = self._ends[after] if after < len(self._ends) else len(self.lettered)
        return start, end

    def asks(self, position: int) -> bool:
        """Tell whether the sentence around a position ends with a question mark."""
        end = self.sentence(position)[1]
        return end < len(self.lettered) and self._tokens[self._token_of(end)] == "?"

    def sentence_offsets(self, position: int) -> tuple[int, int]:
        """Give the original characters of the sentence around a position, with its end mark."""
        start, end = self.sentence(position)
        return self.offsets(start, min(end + 1, len(self.lettered)))

    def fills(self, hit: Hit) -> bool:
        """Tell whether the wording is all that the text holds, but for a number or a mark."""
        if len(self.lettered) - (hit.end - hit.start) > _MOST_MARKS:
            return False
        rest = self.lettered[: hit.start] + self.lettered[hit.end :]
        return all(letter in "\n\t" for letter in rest) or (
            hit.start <= 2
            and all(token.isdigit() for token in self._tokens[: hit.start] if token.isalnum())
            and all(letter in "\n\t" for letter in self.lettered[hit.end :])
        )


def passage_of(text: str, lexicon: Lexicon) -> Passage:
    """Give the passage of a text that stands by itself."""
    found = tokens(fold(text, lexicon.knows).text)
    return Passage(text, "".join(map(lexicon.__getitem__, found)), lexicon)
