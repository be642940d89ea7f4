"""Find quoted words in a document again, whatever became of its spaces, case and punctuation."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterator
from dataclasses import dataclass

from policyalign.model.document import Document
from policyalign.text import TOKEN, fold
from policyalign.word_list import is_english


@dataclass(frozen=True, slots=True)
class Part:
    """Quoted words within one block, ``index``, by the characters of its text."""

    index: int
    start: int
    end: int


def find_quote(document: Document, quote: str) -> Iterator[tuple[Part, ...]]:
    """Give every place of a quote, as its part in each block that it runs through."""
    wanted = " ".join(quoted_words(quote))
    places = [
        (index, *word) for index, block in enumerate(document.blocks) for word in _words(block.text)
    ]
    text = f" {' '.join(word for _, word, _, _ in places)} "
    starts = [0]
    for _, word, _, _ in places:
        starts.append(starts[-1] + len(word) + 1)
    at = text.find(f" {wanted} ") if wanted else -1
    while at >= 0:
        first, after = bisect_right(starts, at) - 1, bisect_right(starts, at + len(wanted))
        yield tuple(_parts(places[first:after]))
        at = text.find(f" {wanted} ", at + 1)


def quoted_words(text: str) -> list[str]:
    """Give the words of a text in small letters, without marks; ``&`` is "and"."""
    return [word for word, _, _ in _words(text)]


def is_word(found: str) -> bool:
    """Tell a word from a punctuation mark."""
    return found == "&" or found[0].isalnum()


def _parts(places: list[tuple[int, str, int, int]]) -> Iterator[Part]:
    for index in dict.fromkeys(place[0] for place in places):
        spans = [(start, end) for number, _, start, end in places if number == index]
        yield Part(index, spans[0][0], spans[-1][1])


def _words(text: str) -> Iterator[tuple[str, int, int]]:
    folded = fold(text, is_english)
    for match in TOKEN.finditer(folded.text):
        word = match[0]
        if is_word(word):
            plain = "and" if word == "&" else word.lower()
            yield (plain, *folded.original(*match.span()))
