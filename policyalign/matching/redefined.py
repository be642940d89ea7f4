"""Abbreviations that a document uses for something else: "common application form (CAF)"."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence, Set

from policyalign.matching.candidates import Candidate
from policyalign.matching.english import FUNCTION_WORDS, noun_inflections
from policyalign.matching.hits import Wording
from policyalign.matching.reading import Reading
from policyalign.matching.readings import Readings
from policyalign.model.pack import Pack
from policyalign.text import words

_LETTERS = r"([A-Z][A-Za-z]{0,4}[A-Z])s?[”\"'’]?"
_BEFORE_BRACKETS = re.compile(rf"[(\[]\s*[“\"'‘]?{_LETTERS}\s*[)\]]")
_IN_BRACKETS = re.compile(rf"\b{_LETTERS}\s*[(\[]([^()\[\]]{{3,80}})[)\]]")
_IN_WORDS = re.compile(
    rf"\b{_LETTERS}\s+(?:means|stands\s+for|is\s+short\s+for)\s+([^().;]{{3,80}})"
)
_LONGEST = 80
_FEWEST_UNDER_A_HEADING = 3


def drop_redefined(readings: Readings, pack: Pack) -> None:
    """Take away the candidates that are abbreviations which the document explains otherwise.

    What is explained in the text holds for the document, what a heading spells out below it.
    """
    owners: dict[str, list[Wording]] = defaultdict(list)
    for wording in (
        c.hit.wording for _, reading in readings.with_candidates() for c in reading.candidates
    ):
        if wording.acronym:
            owners[_letters(wording)].append(wording)
    if not owners:
        return
    others = {
        letters
        for block in readings.blocks
        for letters, meaning in _explained(block.text)
        if letters in owners and _is_another(meaning, owners[letters], pack)
    }
    for _, reading in readings.with_candidates():
        if any(candidate.hit.wording.acronym for candidate in reading.candidates):
            here = others | _spelt_out_above(reading, owners, pack)
            reading.candidates = [c for c in reading.candidates if not _is_one_of(c, here)]


def _letters(wording: Wording) -> str:
    return wording.form.removeprefix("=")


def _is_one_of(candidate: Candidate, others: Set[str]) -> bool:
    wording = candidate.hit.wording
    return wording.acronym and _letters(wording) in others


def _explained(text: str) -> Iterator[tuple[str, list[str]]]:
    """Give each abbreviation that a text explains, with the words that it is made of."""
    for match in _BEFORE_BRACKETS.finditer(text):
        before = words(text[max(0, match.start() - _LONGEST) : match.start()].lower())
        content = _content(before)
        yield from _made_of(match[1], content[-len(match[1]) :], before[-len(match[1]) :])
    for match in _IN_BRACKETS.finditer(text):
        inside = words(match[2].lower())
        yield from _made_of(match[1], _content(inside), inside)
    for match in _IN_WORDS.finditer(text):
        after = words(match[2].lower())
        yield from _made_of(match[1], _content(after)[: len(match[1])], after[: len(match[1])])


def _spelt_out_above(reading: Reading, owners: Mapping[str, list[Wording]], pack: Pack) -> set[str]:
    above = words(" ".join(reading.block.place.heading[-1:]).lower())
    return {
        letters
        for letters in owners
        if len(letters) >= _FEWEST_UNDER_A_HEADING
        for _, meaning in _made_of(letters, _content(above), above)
        if _is_another(meaning, owners[letters], pack)
    }


def _made_of(letters: str, *ways: list[str]) -> Iterator[tuple[str, list[str]]]:
    """Give the first of these ways to put it whose initials are the letters."""
    for way in ways:
        if "".join(word[0] for word in way) == letters.lower():
            yield letters, _content(way)
            return


def _content(all_: Iterable[str]) -> list[str]:
    return [word for word in all_ if word not in FUNCTION_WORDS]


def _is_another(meaning: Sequence[str], owners: Iterable[Wording], pack: Pack) -> bool:
    """Tell whether less than half of the words are any with which the pack speaks of its owners.

    Names of places and services stand in the words of many a local abbreviation.
    """
    own = frozenset().union(*(_own_words(wording, pack) for wording in dict.fromkeys(owners)))
    return 2 * sum(word in own for word in meaning) < len(meaning)


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
