"""Find the pack's wording in a text that has been written with one letter a word.

Three indexes, each keyed by one letter (the *anchor*, the rarest word of the wording), so that
only positions that can take part are ever looked at:

* exact: words that follow each other;
* loose: the content words of a short form in another order or with words between;
* linked: forms with gaps, or with mentions of other concepts in them.
"""

from __future__ import annotations

import re
from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field

from policyalign.forms import Element, Gap, Ref, Sequence, Word, is_case_exact, parse_form
from policyalign.matching.english import FUNCTION_WORDS, JOINING, TURNING, verb_inflections
from policyalign.matching.lexicon import CLAUSE_END, SENTENCE_END, Lexicon

_WIDEST = 6
_BETWEEN = 8.0
_JOINED = 2.0
_TURNED = 4.0


@dataclass(frozen=True, slots=True)
class Wording:
    """One form of one owner, as the indexes know it. ``role`` says what the owner is."""

    role: str
    owner: str
    form: str
    threshold: float = 100.0
    sense: str = "anywhere"
    loose: bool = False

    @property
    def case_exact(self) -> bool:
        """True if the letters must be the same, capitals and all."""
        return is_case_exact(self.form)


@dataclass(frozen=True, slots=True)
class Hit:
    """Wording found between two positions of the lettered text; ``cost`` counts against it."""

    wording: Wording
    start: int
    end: int
    written: tuple[str, ...] = ()
    cost: float = 0.0


@dataclass(slots=True)
class _Anchored:
    """Everything that is to be tried where one letter stands."""

    exact: dict[tuple[int, int], dict[str, list[tuple[Wording, tuple[str, ...]]]]] = field(
        default_factory=lambda: defaultdict(lambda: defaultdict(list))
    )
    loose: list[tuple[str, Wording]] = field(default_factory=list)
    linked: list[tuple[Sequence, Wording]] = field(default_factory=list)


def expand(form: str) -> tuple[Sequence, ...]:
    """Give the sequences of a form with each ``~verb`` put as its inflections."""
    found: list[Sequence] = []
    for sequence in parse_form(form):
        grown: list[Sequence] = [()]
        for element in sequence:
            options: Iterable[Element] = (element,)
            if isinstance(element, Word) and element.verb:
                options = [Word(text) for text in sorted(verb_inflections(element.text))]
            grown = [(*head, option) for head in grown for option in options]
        found.extend(grown)
    return tuple(dict.fromkeys(found))


def respelt(sequence: Sequence, spellings: Mapping[tuple[str, ...], list[tuple[str, ...]]]) -> list[Sequence]:
    """Give a sequence with each of the pack's equal spellings in the place of the others."""
    found = [sequence]
    longest = max(map(len, spellings), default=0)
    for start in range(len(sequence)):
        for size in range(1, min(longest, len(sequence) - start) + 1):
            part = sequence[start : start + size]
            key = tuple(e.text for e in part if isinstance(e, Word))
            for other in spellings.get(key, ()) if len(key) == size else ():
                found.append(sequence[:start] + tuple(map(Word, other)) + sequence[start + size :])
    return found


class PhraseIndex:
    """All wording of a pack, ready to be looked for."""

    def __init__(self, lexicon: Lexicon, sequences: Iterable[tuple[Sequence, Wording]]) -> None:
        self._lexicon = lexicon
        self._joining = frozenset(map(self._try, JOINING))
        self._turning = frozenset(map(self._try, TURNING))
        self._function = frozenset(self._try(word) for word in FUNCTION_WORDS)
        listed = list(sequences)
        self._counts = Counter(
            lexicon.letter(e.text) for s, _ in listed for e in s if isinstance(e, Word)
        )
        self._anchored: dict[str, _Anchored] = defaultdict(_Anchored)
        self._unanchored: list[tuple[Sequence, Wording]] = []
        for sequence, wording in listed:
            self._add(sequence, wording)
        self._find_anchor = re.compile(f"[{''.join(sorted(self._anchored))}]").finditer

    def hits(self, lettered: str) -> list[Hit]:
        """Find all wording in a lettered text, in no particular order, overlaps included."""
        found: list[Hit] = []
        linked: dict[int, tuple[Sequence, Wording]] = {}
        for match in self._find_anchor(lettered):
            here = match.start()
            anchored = self._anchored[lettered[here]]
            for (offset, size), table in anchored.exact.items():
                start = here - offset
                if start >= 0:
                    for wording, written in table.get(lettered[start : start + size], ()):
                        found.append(Hit(wording, start, start + size, written))
            if anchored.loose:
                found.extend(self._loose_hits(lettered, here, anchored.loose))
            for entry in anchored.linked:
                linked[id(entry)] = entry
        if linked or found:
            found.extend(self._linked_hits(lettered, found, [*linked.values(), *self._unanchored]))
        return found

    def _try(self, word: str) -> str:
        try:
            return self._lexicon.letter(word)
        except KeyError:
            return word

    def _add(self, sequence: Sequence, wording: Wording) -> None:
        texts = tuple(e.text for e in sequence if isinstance(e, Word))
        letters = "".join(map(self._lexicon.letter, texts))
        if len(texts) < len(sequence):
            if texts:
                self._anchored[min(letters, key=self._commonness)].linked.append((sequence, wording))
            else:
                self._unanchored.append((sequence, wording))
            return
        at = min(range(len(letters)), key=lambda i: self._commonness(letters[i]))
        anchored = self._anchored[letters[at]]
        anchored.exact[at, len(letters)][letters].append((wording, texts))
        content = [letter for letter in letters if letter not in self._function]
        if wording.loose and 2 <= len(content) <= 3 and len(set(content)) == len(content):
            anchor = min(content, key=self._commonness)
            self._anchored[anchor].loose.append(("".join(content), wording))

    def _commonness(self, letter: str) -> tuple[bool, int, str]:
        return letter in self._function, self._counts[letter], letter

    def _loose_hits(
        self, lettered: str, here: int, forms: list[tuple[str, Wording]]
    ) -> Iterator[Hit]:
        low, high = _part_around(lettered, here)
        window = lettered[low:high]
        for content, wording in forms:
            if all(letter in window for letter in content):
                hit = self._aligned(lettered, low, high, here, content, wording)
                if hit:
                    yield hit

    def _aligned(
        self, lettered: str, low: int, high: int, here: int, content: str, wording: Wording
    ) -> Hit | None:
        """Take the nearest place of each content word and weigh what stands between them."""
        places = [
            min(
                (i for i in range(low, high) if lettered[i] == letter),
                key=lambda i: (abs(i - here), i),
            )
            for letter in content
        ]
        start, end = min(places), max(places) + 1
        in_order = places == sorted(places)
        free = self._joining if in_order else self._turning
        cost = 0.0 if in_order else _TURNED
        for i in range(start, end):
            if i not in places:
                cost += _JOINED if lettered[i] in free else _BETWEEN
        if cost == 0 or 100 - cost < wording.threshold:
            return None
        return Hit(wording, start, end, (), cost)

    def _linked_hits(
        self, lettered: str, found: list[Hit], forms: Iterable[tuple[Sequence, Wording]]
    ) -> list[Hit]:
        mentions: dict[str, list[Hit]] = defaultdict(list)
        for hit in found:
            if hit.wording.role == "concept":
                mentions[hit.wording.owner].append(hit)
        hits: dict[tuple[int, int, str], Hit] = {}
        for sequence, wording in forms:
            if not _possible(sequence, mentions):
                continue
            for start in self._starts(lettered, sequence[0], mentions):
                end = self._reach(lettered, sequence, 0, start, mentions)
                if end is not None:
                    hits.setdefault((start, end, wording.owner), Hit(wording, start, end))
        return list(hits.values())

    def _starts(
        self, lettered: str, first: Element, mentions: Mapping[str, list[Hit]]
    ) -> list[int]:
        if isinstance(first, Word):
            letter = self._lexicon.letter(first.text)
            return [i for i, other in enumerate(lettered) if other == letter]
        assert isinstance(first, Ref)
        return sorted({hit.start for c in first.concepts for hit in mentions.get(c, ())})

    def _reach(
        self,
        lettered: str,
        sequence: Sequence,
        index: int,
        at: int,
        mentions: Mapping[str, list[Hit]],
    ) -> int | None:
        """Match the rest of a sequence from a position on; give its end, or None."""
        if index == len(sequence):
            return at
        element = sequence[index]
        if isinstance(element, Word):
            if at < len(lettered) and lettered[at] == self._lexicon.letter(element.text):
                return self._reach(lettered, sequence, index + 1, at + 1, mentions)
            return None
        if isinstance(element, Ref):
            ends = {h.end for c in element.concepts for h in mentions.get(c, ()) if h.start == at}
        else:
            ends = set(_gap_ends(lettered, at, element))
        for end in sorted(ends):
            reached = self._reach(lettered, sequence, index + 1, end, mentions)
            if reached is not None:
                return reached
        return None


def _part_around(lettered: str, here: int) -> tuple[int, int]:
    """Give the span of the sentence part around a position, a few words either side at most."""
    low = max(0, here - _WIDEST)
    for end in (SENTENCE_END, CLAUSE_END):
        low = max(low, lettered.rfind(end, low, here) + 1)
    high = min(len(lettered), here + _WIDEST + 1)
    for end in (SENTENCE_END, CLAUSE_END):
        cut = lettered.find(end, here, high)
        high = cut if cut >= 0 else high
    return low, high


def _gap_ends(lettered: str, at: int, gap: Gap) -> Iterator[int]:
    for end in range(at, min(at + gap.most, len(lettered)) + 1):
        yield end
        if end < len(lettered) and lettered[end] == SENTENCE_END:
            return


def _possible(sequence: Sequence, mentions: Mapping[str, list[Hit]]) -> bool:
    return all(
        any(concept in mentions for concept in element.concepts)
        for element in sequence
        if isinstance(element, Ref)
    )


