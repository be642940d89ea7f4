"""Abbreviations that a document uses for something else: "common application form (CAF)"."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence

from policyalign.matching.candidates import Candidate
from policyalign.matching.english import FUNCTION_WORDS, noun_inflections
from policyalign.matching.hits import Wording
from policyalign.matching.reading import Reading
from policyalign.model.document import Block
from policyalign.model.pack import Pack
from policyalign.text import words

_IN_BRACKETS = re.compile(r"[(\[]\s*[“\"'‘]?([A-Z][A-Za-z]{0,4}[A-Z])s?[”\"'’]?\s*[)\]]")
_EXPLAINED_AFTER = re.compile(
    r"\b([A-Z][A-Za-z]{0,4}[A-Z])s?[”\"'’]?\s*"
    r"(?:[(\[]|\b(?:means|stands\s+for|is\s+short\s+for)\s|[=:]\s)\s*([^()\[\].;]{3,80})"
)
_LONGEST = 80


def drop_redefined(readings: Sequence[Reading], pack: Pack) -> None:
    """Take away the candidates that are abbreviations which the document explains otherwise."""
    abbreviations = {
        _letters(candidate.hit.wording): candidate.hit.wording
        for reading in readings
        for candidate in reading.candidates
        if candidate.hit.wording.acronym
    }
    if not abbreviations:
        return
    others = {
        letters
        for reading in readings
        for letters, meaning in _explained(reading.block, abbreviations)
        if letters in abbreviations
        and not _own_words(abbreviations[letters], pack).issuperset(meaning)
    }
    for reading in readings if others else ():
        reading.candidates = [c for c in reading.candidates if not _is_one_of(c, others)]


def _letters(wording: Wording) -> str:
    return wording.form.removeprefix("=")


def _is_one_of(candidate: Candidate, others: set[str]) -> bool:
    wording = candidate.hit.wording
    return wording.acronym and _letters(wording) in others


def _explained(block: Block, abbreviations: Iterable[str]) -> Iterator[tuple[str, list[str]]]:
    """Give abbreviations with the words they are made of.

    The words stand before the brackets round the letters, or they are all of a heading.
    """
    for match in _IN_BRACKETS.finditer(block.text):
        before = words(block.text[max(0, match.start() - _LONGEST) : match.start()].lower())
        yield from _made_of(match[1], before)
    for match in _EXPLAINED_AFTER.finditer(block.text):
        after = words(match[2].lower())
        for count in (len(match[1]), len(match[1]) + 1, len(match[1]) + 2):
            yield from _made_of(match[1], after[:count])
    for heading in block.place.heading[-1:]:
        whole = words(heading.lower())
        for letters in abbreviations:
            if len(whole) in (len(letters), len(letters) + 1):
                yield from _made_of(letters, whole)


def _made_of(letters: str, before: list[str]) -> Iterator[tuple[str, list[str]]]:
    content = [word for word in before if word not in FUNCTION_WORDS]
    for found in (content[-len(letters) :], before[-len(letters) :]):
        if "".join(word[0] for word in found) == letters.lower():
            yield letters, [word for word in found if word not in FUNCTION_WORDS]


def _own_words(wording: Wording, pack: Pack) -> frozenset[str]:
    """Give every word with which the pack itself speaks of what an abbreviation stands for."""
    if wording.role == "discouraged":
        one = pack.discouraged[wording.owner]
        texts = (one.phrase, one.prefer, one.why, *(form.text for form in one.forms))
    else:
        concept = pack.concepts[wording.owner]
        texts = (concept.term, concept.definition, *(form.text for form in concept.forms))
    found = {word for text in texts for word in words(text.lower())}
    return frozenset(form for word in found for form in noun_inflections(word))
