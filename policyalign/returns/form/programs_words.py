"""Tell whether words that the program put into a form still stand there as it put them."""

from __future__ import annotations

import hashlib

from policyalign.model.report import Outcome
from policyalign.readers.word.markup import Element
from policyalign.renderers import return_wording
from policyalign.renderers.plain import plain
from policyalign.renderers.wording import sentence
from policyalign.returns.form.cells import text_of

# What may follow a finding; the record of a form does not hold it.
_NOTES = ("", return_wording.NEW_ITEM, return_wording.GONE_ITEM, *map(return_wording.was, Outcome))


def is_unchanged(element: Element, said: str, known: frozenset[str]) -> bool:
    """Tell whether an element says what was put there, whatever note on it came after that.

    ``known`` are the sums of what the form says of itself that was put into it: another version of
    the program may have put it in other words.
    """
    text, put = _flat(text_of(element)), _flat(said)
    return sum_of(text) in known or any(
        text == f"{put} {_flat(sentence(note))}".strip() for note in _NOTES
    )


def sum_of(said: str) -> str:
    """Give a short sum of words, by which they are known again."""
    return hashlib.sha256(_flat(said).encode("utf-8", "replace")).hexdigest()[:16]


def _flat(text: str) -> str:
    return " ".join(plain(text.replace("\n", " ")).split())
