"""Wording in the form language: checked, and made comparable so that repeats are found."""

from __future__ import annotations

import re
from collections.abc import Callable
from dataclasses import dataclass
from functools import cached_property

from policyalign.forms import (
    MOST_SEQUENCES,
    START,
    Choice,
    Element,
    FormSyntaxError,
    Gap,
    Phrase,
    Ref,
    Word,
    count_sequences,
    is_case_exact,
    is_plain,
    parse_phrase,
)
from policyalign.packs.table import Table
from policyalign.packs.values import Value

Outline = tuple[str, str, int]

_NAMED = re.compile(r"<([^<>]*)>")
_EMPTY_GROUP = re.compile(r"\([\s|]*\)")
_PLURAL = re.compile(r"(?<=\w{3})(?<!s)s$|'s$")


@dataclass(frozen=True)
class Wording:
    """A wording of a pack, where it stands, and how it reads; ``phrase`` is empty if it cannot."""

    text: str
    entry: Value
    phrase: Phrase

    @property
    def concepts(self) -> tuple[str, ...]:
        """The concepts named in ``< >``."""
        return tuple(
            concept.strip() for named in _NAMED.findall(self.text) for concept in named.split("|")
        )

    @cached_property
    def outlines(self) -> frozenset[Outline]:
        """The first and last word and the length of everything that the wording stands for.

        Wordings that stand for the same words have an outline in common. There are far fewer
        outlines than keys.
        """
        if is_case_exact(self.text):
            return frozenset({(self.text, self.text, 1)})
        return frozenset(_outlines(self.phrase))

    @cached_property
    def keys(self) -> tuple[str, ...]:
        """Keys, of which two wordings have one in common where they stand for the same words.

        Case makes no difference, nor whether a hyphen or a space stands between words, unless
        the wording is case-exact. Wording that stands for too much to be spelt out has no keys.
        """
        if is_case_exact(self.text):
            return (self.text,)
        if not self.phrase or count_sequences(self.phrase) > MOST_SEQUENCES:
            return ()
        return tuple(_spelt_out(self.phrase, _key))

    @cached_property
    def loose_keys(self) -> tuple[str, ...]:
        """The keys in their order, each made alike for singular and plural."""
        if len(self.keys) < 2:
            return tuple(map(loosely, self.keys))
        return tuple(_spelt_out(self.phrase, _singular_key))


def read_wording(entry: Value, text: str, *, cue: bool = False) -> Wording:
    """Read one wording; what cannot be read is noted.

    A cue, and wording with gaps or concepts in it, is searched for as it is written. Any other
    is spelt out, and so must not stand for too much.
    """
    phrase: Phrase = ()
    try:
        if text:
            _check_marks(text, cue=cue)
            phrase = parse_phrase(text)
            _check_count(phrase, cue=cue)
    except FormSyntaxError as problem:
        entry.wrong(f"'{text}': {problem}")
    return Wording(text, entry, phrase)


def read_wordings(
    table: Table, key: str, *, cue: bool = False, required: bool = False
) -> tuple[Wording, ...]:
    """Read a list of wordings, in which no concept may be named."""
    found = [
        read_wording(entry, text, cue=cue)
        for entry in table.entries(key, required=required)
        if (text := entry.text())
    ]
    for wording in found:
        forbid_concepts(wording)
    return tuple(found)


def read_cues(table: Table, key: str, *, required: bool = False) -> tuple[str, ...]:
    """Give the texts of a list of cues, each of them checked."""
    return tuple(one.text for one in read_wordings(table, key, cue=True, required=required))


def _check_marks(text: str, *, cue: bool) -> None:
    if _EMPTY_GROUP.search(text):
        raise FormSyntaxError("expected words between ( and )")
    if START in text and not cue:
        raise FormSyntaxError(f"{START} is only for wording that surrounds a mention")


def _check_count(phrase: Phrase, *, cue: bool) -> None:
    if not cue and count_sequences(phrase) > MOST_SEQUENCES and is_plain(phrase):
        raise FormSyntaxError(f"stands for more than {MOST_SEQUENCES} wordings; split it")


def forbid_concepts(wording: Wording) -> None:
    """Note a concept named where only words make sense."""
    if wording.concepts:
        wording.entry.wrong(
            f"'{wording.text}' names a concept in < >, which only a concept's forms may do"
        )


def loosely(key: str) -> str:
    """Make a key alike for singular and plural."""
    return " ".join(map(_singular, key.split(" ")))


def _singular(word: str) -> str:
    return _PLURAL.sub("", word) if word[-1:] == "s" else word


def _spelt_out(phrase: Phrase, spell: Callable[[Element], str]) -> list[str]:
    """Give everything that a phrase stands for, in the order written; some may come twice."""
    found = [""]
    for element in phrase:
        if isinstance(element, Choice):
            ends = [end for option in element.options for end in _spelt_out(option, spell)]
        else:
            ends = [spell(element)]
        found = [f"{one} {end}" if one and end else one or end for one in found for end in ends]
    return found


def _outlines(phrase: Phrase) -> set[Outline]:
    found: set[Outline] = {("", "", 0)}
    for element in phrase:
        if not isinstance(element, Choice):
            word = _singular_key(element)
            found = {(first or word, word, length + 1) for first, _, length in found}
            continue
        parts = set[Outline]().union(*map(_outlines, element.options))
        found = {
            (first or other_first, other_last or last, length + other_length)
            for first, last, length in found
            for other_first, other_last, other_length in parts
        }
    return found


def _singular_key(element: Element) -> str:
    return _singular(_key(element))


def _key(element: Element) -> str:
    match element:
        case Word():
            return f"~{element.text}" if element.verb else element.text
        case Gap():
            return f"*{element.most}"
        case Ref():
            return f"<{'|'.join(element.concepts)}>"
