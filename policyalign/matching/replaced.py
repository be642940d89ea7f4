"""Wording that is a form but for one word: "danger summary" where the form is "danger statement".

Only plain forms of two to five words take part, and only words that carry meaning are replaced.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator
from dataclasses import dataclass
from typing import NamedTuple

from policyalign.forms import is_case_exact, is_plain, parse_phrase
from policyalign.matching.compiled import CompiledPack
from policyalign.matching.english import FUNCTION_WORDS
from policyalign.matching.hits import Hit
from policyalign.matching.lexicon import BLOCK_END, CLAUSE_END, FRAGMENT, OTHER, SENTENCE_END
from policyalign.matching.phrases import written_out
from policyalign.matching.reading import Reading
from policyalign.matching.traces import Fate, TracedDocument
from policyalign.model.pack import Form
from policyalign.word_list import is_chiefly_verb

_SHORTEST, _LONGEST = 2, 5
_LEAST_LETTERS = 3
_HOLE = "_"
_UNUSED = frozenset({OTHER, FRAGMENT})
_ENDS = SENTENCE_END + CLAUSE_END + BLOCK_END
# Words that stand beside a noun without being part of its name.
_BESIDE_NOUNS = FUNCTION_WORDS | frozenset(
    """above again already also alone always another anyone apart around away back because become
    becomes below between different during either else enough even everyone few first further good
    great here however itself last less longer many much near need needs never new next nobody
    nothing now often old own perhaps quite rather same several since someone something soon still
    today together tomorrow tonight too twice unless upon very well whatever whenever wherever
    whether whichever within without yet""".split()
)
_NO_NAME = ("ed", "ing", "ly")


class Slot(NamedTuple):
    """The words of a form that stay, in letters with a hole, and the concept it belongs to."""

    kept: str
    concept: str


class _Span(NamedTuple):
    """Words between two positions, of which the one at ``hole`` may be replaced."""

    start: int
    hole: int
    end: int


@dataclass(slots=True)
class _Fillers:
    form: Form
    letters: set[str]


@dataclass(frozen=True, slots=True)
class Window:
    """Words of a document that fill a slot, between two positions of a block.

    ``credited``: all of them are a mention of the concept. ``words`` are given, in small letters,
    where they could be another way of saying the form, and are empty elsewhere. ``exchangeable``:
    the replaced word and the form's own fill the same hole elsewhere in the pack. ``leads``: the
    replaced word is the first.
    """

    slot: Slot
    form: Form
    block: int
    start: int
    end: int
    credited: bool
    words: tuple[str, ...] = ()
    exchangeable: bool = False
    leads: bool = False


class ReplacedIndex:
    """Finds the forms of a pack with one word replaced."""

    def __init__(self, compiled: CompiledPack) -> None:
        self._lexicon = compiled.lexicon
        self._little = compiled.lexicon.try_letters(FUNCTION_WORDS)
        self._slots: dict[str, dict[str, _Fillers]] = defaultdict(dict)
        for concept in compiled.pack.concepts.values():
            for form in concept.forms:
                phrase = parse_phrase(form.text)
                if is_plain(phrase) and not is_case_exact(form.text):
                    for letters in sorted(set(written_out(phrase, compiled.lexicon))):
                        self._add(concept.id, form, letters)
        self._exchanged = self._exchanges()

    def _add(self, concept: str, form: Form, letters: str) -> None:
        content = [i for i, letter in enumerate(letters) if letter not in self._little]
        if len(content) < 2 or not _SHORTEST <= len(letters) <= _LONGEST:
            return
        for hole in content:
            kept = letters[:hole] + _HOLE + letters[hole + 1 :]
            fillers = self._slots[kept].setdefault(concept, _Fillers(form, set()))
            fillers.letters.add(letters[hole])

    def _exchanges(self) -> dict[str, set[str]]:
        """Words that fill the same hole somewhere in the pack mean much the same there."""
        found: dict[str, set[str]] = defaultdict(set)
        for concepts in self._slots.values():
            for fillers in concepts.values():
                for letter in fillers.letters:
                    found[letter] |= fillers.letters
        return found

    def windows(self, traced: TracedDocument) -> Iterator[Window]:
        """Find every place that fills a slot, by the pack's own word or another."""
        mentions: dict[int, list[Hit]] = defaultdict(list)
        for trace in traced.traces:
            if trace.fate is Fate.COUNTED:
                mentions[trace.block].append(trace.candidate.hit)
        for index, reading in enumerate(traced.readings):
            block = _Block(index, reading, mentions[index])
            for kept, span in self._holes(block.lettered):
                for concept, fillers in self._slots.get(kept, {}).items():
                    yield self._window(Slot(kept, concept), fillers, block, span)

    def _holes(self, lettered: str) -> Iterator[tuple[str, _Span]]:
        """Give every few words of a text with a hole in the place of one that carries meaning.

        A word that the pack does not use can only stand in the hole, and so only once.
        """
        for start in range(len(lettered)):
            unknown = None
            for end in range(start + 1, min(start + _LONGEST, len(lettered)) + 1):
                letter = lettered[end - 1]
                if letter in _ENDS or (letter in _UNUSED and unknown is not None):
                    break
                if letter in _UNUSED:
                    unknown = end - 1
                for hole in range(start, end) if unknown is None else (unknown,):
                    if lettered[hole] not in self._little:
                        kept = lettered[start:hole] + _HOLE + lettered[hole + 1 : end]
                        yield kept, _Span(start, hole, end)

    def _window(self, slot: Slot, fillers: _Fillers, block: _Block, span: _Span) -> Window:
        letter = block.lettered[span.hole]
        exchangeable = not fillers.letters.isdisjoint(self._exchanged.get(letter, ()))
        likely = (
            letter not in fillers.letters
            and block.is_free(slot.concept, span)
            and self._names_something(block.word(span.hole), exchangeable=exchangeable)
            and block.is_whole(span)
        )
        return Window(
            slot=slot,
            form=fillers.form,
            block=block.index,
            start=span.start,
            end=span.end,
            credited=block.is_credited(slot.concept, span),
            words=tuple(map(block.word, range(span.start, span.end))) if likely else (),
            exchangeable=exchangeable,
            leads=span.hole == span.start,
        )

    def _names_something(self, word: str, *, exchangeable: bool) -> bool:
        plain = word.removesuffix("'s")
        if len(plain) < _LEAST_LETTERS or not plain.isalpha() or plain in _BESIDE_NOUNS:
            return False
        if exchangeable:
            return True
        return (
            self._lexicon.knows(word)
            and not plain.endswith(_NO_NAME)
            and not is_chiefly_verb(plain)
        )


class _Block:
    """What stands in one block: its words, its mentions and its false friends."""

    def __init__(self, index: int, reading: Reading, mentions: list[Hit]) -> None:
        self.index = index
        self.lettered = reading.passage.lettered
        self._passage = reading.passage
        self._hits = [hit for hit in reading.hits if hit.wording.role != "discouraged"]
        self._named: dict[int, set[str]] = defaultdict(set)
        for hit in mentions:
            for position in range(hit.start, hit.end):
                self._named[position].add(hit.wording.owner)

    def word(self, position: int) -> str:
        return " ".join(self._passage.written(position, position + 1)).lower()

    def is_credited(self, concept: str, span: _Span) -> bool:
        return all(concept in self._named.get(p, ()) for p in range(span.start, span.end))

    def is_free(self, concept: str, span: _Span) -> bool:
        """Tell whether the pack says nothing of the words, and no comma parts them."""
        if any(position in self._named for position in range(span.start, span.end)):
            return False
        return not self._passage.has_comma(span.start, span.end) and not any(
            _is_spoken_for(hit, concept, span) for hit in self._hits
        )

    def is_whole(self, span: _Span) -> bool:
        """Tell whether nothing of a longer name stands next to the replaced word."""
        if span.hole == span.end - 1:
            return self._is_edge(span.hole, span.end)
        return span.hole != span.start or self._is_edge(span.hole, span.start - 1)

    def _is_edge(self, hole: int, beside: int) -> bool:
        if not 0 <= beside < len(self.lettered) or self.lettered[beside] in _ENDS:
            return True
        low, high = sorted((hole, beside))
        return self._passage.has_comma(low, high + 1) or self.word(beside) in _BESIDE_NOUNS


def _is_spoken_for(hit: Hit, concept: str, span: _Span) -> bool:
    """Tell whether words are wording of any concept, or touch a false friend of this one."""
    if hit.wording.role == "false friend" and hit.wording.owner == concept:
        return hit.start < span.end and span.start < hit.end
    return hit.start <= span.start and span.end <= hit.end
