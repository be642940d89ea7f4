"""Passages made comparable: by their letters and figures, whatever stands between them."""

from __future__ import annotations

import unicodedata
from collections import Counter
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from policyalign.model.report import DocumentResult

# Shorter passages, such as a name in a table, stand in documents that have nothing in common.
_TELLING = 25


def letters(text: str) -> str:
    """Give the letters and figures of a text: line ends, hyphens, quotes and case make no odds."""
    return "".join(filter(str.isalnum, unicodedata.normalize("NFKC", text).casefold()))


def words(text: str) -> Counter[str]:
    """Count the words of a text."""
    return Counter(filter(None, map(letters, text.split())))


def alike(one: Counter[str], other: Counter[str]) -> float:
    """Give the share, 0 to 1, that two counts have in common (Dice)."""
    if one.keys().isdisjoint(other):
        return 0.0  # most documents of a folder, and quickly told
    whole = one.total() + other.total()
    return 2 * (one & other).total() / whole if whole else 0.0


def passages(document: DocumentResult, *, text: bool) -> Counter[str]:
    """Give what a document is known again by.

    With ``text`` these are its paragraphs. A saved report does not hold those: then its headings
    and the sentences that it quotes have to do.
    """
    if text:
        said = (block.text for block in document.blocks)
        return Counter(found for found in map(letters, said) if len(found) >= _TELLING)
    quoted = {
        *(piece.quote for item in document.items for piece in item.evidence),
        *(finding.sentence or finding.quote for finding in document.discouraged),
        *(name for mention in document.mentions for name in mention.place.heading),
    }
    return Counter({letters(quote): 1 for quote in quoted})
