"""Wording in the form language: checked, and made comparable so that repeats are found."""

from __future__ import annotations

import re
from dataclasses import dataclass

from policyalign.forms import (
    START,
    Element,
    FormSyntaxError,
    Gap,
    Ref,
    Sequence,
    Word,
    is_case_exact,
    is_plain,
    parse_form,
    parse_phrase,
)
from policyalign.packs.table import Table
from policyalign.packs.values import Value

_NAMED = re.compile(r"<([^<>]*)>")
_EMPTY_GROUP = re.compile(r"\([\s|]*\)")
_PLURAL = re.compile(r"(?<=\w{3})(?<!s)s$|'s$")


@dataclass(frozen=True, slots=True)
class Wording:
    """A wording of a pack, where it stands, and the sequences of words that it stands for."""

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


def read_wording(entry: Value, text: str, *, cue: bool = False) -> Wording:
    """Read one wording and spell it out; what cannot be read is noted.

    A cue, and wording with gaps or concepts in it, is searched for as it is written. It may stand
    for more sequences than are spelt out, and then has none here.
    """
    sequences: tuple[Sequence, ...] = ()
    try:
        _check_marks(text, cue=cue)
        sequences = parse_form(text) if text else ()
    except FormSyntaxError as problem:
        if not _is_only_long(text, cue=cue):
            entry.wrong(f"'{text}': {problem}")
    return Wording(text, entry, sequences)


def read_wordings(table: Table, key: str, *, cue: bool = False) -> tuple[Wording, ...]:
    """Read and spell out a list of wordings, in which no concept may be named."""
    found = [
        read_wording(entry, text, cue=cue) for entry in table.entries(key) if (text := entry.text())
    ]
    for wording in found:
        forbid_concepts(wording)
    return tuple(found)


def read_cues(table: Table, key: str, *, required: bool = False) -> tuple[str, ...]:
    """Read a list of cues, which name no concept, without spelling them out."""
    found = []
    for entry in table.entries(key, required=required):
        if text := entry.text():
            found.append(text)
            forbid_concepts(Wording(text, entry))
            try:
                _check_marks(text, cue=True)
                parse_phrase(text)
            except FormSyntaxError as problem:
                entry.wrong(f"'{text}': {problem}")
    return tuple(found)


def _check_marks(text: str, *, cue: bool) -> None:
    if _EMPTY_GROUP.search(text):
        raise FormSyntaxError("expected words between ( and )")
    if START in text and not cue:
        raise FormSyntaxError(f"{START} is only for wording that surrounds a mention")


def _is_only_long(text: str, *, cue: bool) -> bool:
    """Tell whether a wording that cannot be spelt out is right but for standing for so many."""
    try:
        _check_marks(text, cue=cue)
        phrase = parse_phrase(text)
    except FormSyntaxError:
        return False
    return cue or not is_plain(phrase)


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
