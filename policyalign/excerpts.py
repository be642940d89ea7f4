"""Found words in their sentence, cut to a length that a person takes in."""

from __future__ import annotations

import re

from policyalign.model.excerpt import Excerpt

Span = tuple[int, int]

_LONGEST = 240
_WHITE = re.compile(r"\s+")


def window(text: str, found: Span, sentence: Span) -> Span:
    """Give the span of the sentence, or as much of it on both sides as fits, in whole words.

    Where no blank stands near what was found, that alone is given.
    """
    start, end = sentence
    if end - start > _LONGEST:
        spare = max(0, _LONGEST - (found[1] - found[0])) // 2
        start, end = max(start, found[0] - spare), min(end, found[1] + spare)
        while sentence[0] < start < found[0] and not text[start - 1].isspace():
            start += 1
        while found[1] < end < sentence[1] and not text[end].isspace():
            end -= 1
    return min(start, found[0]), max(end, found[1])


def excerpt(text: str, found: Span, sentence: Span) -> Excerpt:
    """Give found words with what stands around them, on one line; ``…`` where more is left out."""
    start, end = window(text, found, sentence)
    before = _on_one_line(text[start : found[0]]).lstrip()
    after = _on_one_line(text[found[1] : end]).rstrip()
    return Excerpt(
        before=("… " if start > sentence[0] else "") + before,
        words=_on_one_line(text[found[0] : found[1]]),
        after=after + (" …" if end < sentence[1] else ""),
    )


def _on_one_line(text: str) -> str:
    return _WHITE.sub(" ", text)
