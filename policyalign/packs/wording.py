"""Wording in the form language: checked, and made comparable so that repeats are found."""

from __future__ import annotations

import re
from collections.abc import Callable
from dataclasses import dataclass
from typing import TypeVar

from policyalign.forms import (
    Element,
    FormSyntaxError,
    Gap,
    Ref,
    Sequence,
    Word,
    is_case_exact,
    parse_form,
    parse_phrase,
)
from policyalign.packs.table import Table
from policyalign.packs.values import Value

Parsed = TypeVar("Parsed")

_NAMED = re.compile(r"<([^<>]*)>")
_EMPTY_GROUP = re.compile(r"\([\s|]*\)")
_PLURAL = re.compile(r"(?<=\w{3})(?<!s)s$|'s$")


@dataclass(frozen=True, slots=True)
class Wording:
    """A wording of a pack, where it stands, and the sequences of words that it stands for.

    Wording that is only a cue may stand for very many and is not spelt out.
    """

    text: str
    entry: Value
    sequences: tuple[Sequence, ...] = ()

    @property
    def concepts(self) -> tuple[str, ...]:
        """The concepts named in ``< >``."""
        return tuple(
            concept.strip() for named in _NAMED.findall(self.text) for concept in named.split("|")
        )

    @property
    def keys(self) -> tuple[str, ...]:
        """Keys, of which two wordings have one in common where they stand for the same words.

        Case makes no difference, nor whether a hyphen or a space stands between words, unless
        the wording is case-exact.
        """
        if is_case_exact(self.text):
            return (self.text,)
        return tuple(" ".join(map(_key, sequence)) for sequence in self.sequences)


def read_wording(entry: Value, text: str) -> Wording:
    """Read one wording and spell it out; what cannot be read is noted."""
    return Wording(text, entry, _read(entry, text, parse_form) or ())


def read_wordings(table: Table, key: str) -> tuple[Wording, ...]:
    """Read and spell out a list of wordings, in which no concept may be named."""
    found = [read_wording(entry, text) for entry in table.entries(key) if (text := entry.text())]
    for wording in found:
        forbid_concepts(wording)
    return tuple(found)


def read_cues(table: Table, key: str, *, required: bool = False) -> tuple[str, ...]:
    """Read a list of wordings that are only cues, in which no concept may be named."""
    found = []
    for entry in table.entries(key, required=required):
        text = entry.text()
        _read(entry, text, parse_phrase)
        forbid_concepts(Wording(text, entry))
        found.append(text)
    return tuple(filter(None, found))


def _read(entry: Value, text: str, parse: Callable[[str], Parsed]) -> Parsed | None:
    if not text:
        return None
    if _EMPTY_GROUP.search(text):
        entry.wrong(f"'{text}': expected words between ( and )")
        return None
    try:
        return parse(text)
    except FormSyntaxError as problem:
        entry.wrong(f"'{text}': {problem}")
        return None


def forbid_concepts(wording: Wording) -> None:
    """Note a concept named where only words make sense."""
    if wording.concepts:
        wording.entry.wrong(
            f"'{wording.text}' names a concept in < >, which only a concept's forms may do"
        )


def loosely(key: str) -> str:
    """Make a key alike for singular and plural, and for words that are joined or apart."""
    return "".join(_PLURAL.sub("", word) for word in key.split())


def _key(element: Element) -> str:
    match element:
        case Word():
            return f"~{element.text}" if element.verb else element.text
        case Gap():
            return f"*{element.most}"
        case Ref():
            return f"<{'|'.join(element.concepts)}>"
