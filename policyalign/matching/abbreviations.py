"""Abbreviations that a document makes for itself: "danger statement (DS)" lets ``DS`` count."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass

from policyalign.matching.candidates import weigh
from policyalign.matching.english import FUNCTION_WORDS
from policyalign.matching.hits import Hit, Wording
from policyalign.matching.reading import Reading
from policyalign.matching.readings import Readings
from policyalign.text import words

_LETTERS = r"([A-Z][A-Za-z&]{0,4}[A-Z])"
_IN_BRACKETS = re.compile(rf"\s*[(\[]\s*[“\"'‘]?{_LETTERS}(?:['’]?s)?[”\"'’]?\s*[)\]]")
_BEFORE_BRACKETS = re.compile(rf"(?<!\w){_LETTERS}(?:['’]?s)?\s*[(\[]\s*[“\"'‘]?\Z")
_CAPITALS = re.compile(r"[A-Z][A-Za-z&]{0,4}[A-Z]")
_LONGEST = 60
_BRACKETS = frozenset("([")


@dataclass(frozen=True, slots=True)
class _Abbreviation:
    """What stands for a concept from ``offset`` of the block ``block`` on."""

    letters: str
    wording: Wording
    block: int
    offset: int

    def is_explained(self, block: int, offset: int) -> bool:
        """Tell whether a place is in a later block, or in the rest of its own."""
        return (block, offset) >= (self.block, self.offset)


_Made = Mapping[str, Sequence[_Abbreviation]]


def add_abbreviated(readings: Readings) -> None:
    """Add to the candidates of each reading those that an abbreviation stands for."""
    made = _by_letters(
        abbreviation
        for number, reading in readings.with_candidates()
        if not _BRACKETS.isdisjoint(reading.block.text)
        for abbreviation in _made_in(number, reading)
    )
    if made:
        for number, block in enumerate(readings.blocks):
            if not made.keys().isdisjoint(_CAPITALS.findall(block.text)):
                reading = readings[number]
                hits = _hits(made, reading, number)
                reading.candidates.extend(weigh(hits, reading.passage))


def _by_letters(explained: Iterable[_Abbreviation]) -> _Made:
    """Sort by letters what has been explained; explained again it means no more than before."""
    made: dict[str, dict[tuple[str, str], _Abbreviation]] = defaultdict(dict)
    for one in sorted(explained, key=lambda one: (one.block, one.offset)):
        made[one.letters].setdefault((one.wording.owner, one.wording.sense), one)
    return {letters: list(meanings.values()) for letters, meanings in made.items()}


def _hits(made: _Made, reading: Reading, block: int) -> Iterator[Hit]:
    """Give the places of a block where an abbreviation stands that was explained before."""
    passage = reading.passage
    for letters, position in passage.places(made):
        start, _ = passage.offsets(position, position + 1)
        for abbreviation in made[letters]:
            if abbreviation.is_explained(block, start):
                yield Hit(abbreviation.wording, position, position + 1)


def _made_in(number: int, reading: Reading) -> Iterator[_Abbreviation]:
    """Give the abbreviations that a block explains beside a mention in full."""
    text = reading.block.text
    for hit in (candidate.hit for candidate in reading.candidates):
        if hit.wording.role != "concept" or hit.wording.acronym:
            continue
        start, end = reading.passage.offsets(hit.start, hit.end)
        after = _IN_BRACKETS.match(text, end)
        before = _BEFORE_BRACKETS.search(text[max(0, start - _LONGEST) : start])
        found = after or before
        if found and _stands_for(found[1], text[max(0, start - _LONGEST) : end], text[start:end]):
            wording = Wording("concept", hit.wording.owner, f"={found[1]}", sense=hit.wording.sense)
            yield _Abbreviation(found[1], wording, number, after.end() if after else end)


def _stands_for(letters: str, text: str, quote: str) -> bool:
    """Tell whether letters are the initials of the words that end a text, the quote among them."""
    wanted = letters.upper().replace("&", "A")
    for phrase in (words(text), [w for w in words(text) if w.lower() not in FUNCTION_WORDS]):
        initials = "".join(word[0].upper() for word in phrase)
        if initials.endswith(wanted) and len(wanted) >= len(words(quote)) - 1:
            return True
    return False
