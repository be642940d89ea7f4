"""Find the pack's wording in a text that has been written with one letter a word.

Plain forms, however many wordings they stand for, are found in one pass of an Aho-Corasick
automaton over the letters. Loose and linked forms are tried only in sentences that hold the
letters they cannot do without.
"""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Mapping
from itertools import product
from operator import itemgetter

from ahocorasick_rs import AhoCorasick

from policyalign.forms import Choice, Element, Phrase, Word
from policyalign.matching.english import EVERYWHERE_IN_POLICIES, FUNCTION_WORDS
from policyalign.matching.hits import Hit, Part, Wording
from policyalign.matching.lexicon import SENTENCE_END, Lexicon
from policyalign.matching.linked import LinkedIndex
from policyalign.matching.loose import LooseIndex

_START = itemgetter(1)

Words = tuple[str, ...]
Spellings = Mapping[Words, list[Words]]


class PhraseIndex:
    """All forms of a pack, ready to be looked for."""

    def __init__(self, lexicon: Lexicon, wordings: Iterable[Wording], spellings: Spellings) -> None:
        wordings = list(wordings)
        plain: dict[str, list[Wording]] = defaultdict(list)
        spelt = [(w, written_out(w.phrase, lexicon)) for w in wordings if not w.gapped]
        for wording, sequences in spelt:
            for letters in dict.fromkeys(_respelt(sequences, lexicon, spellings)):
                plain[letters].append(wording)
        self._found = list(plain.values())
        self._automaton = AhoCorasick(list(plain))
        commonness = _commonness(lexicon, (sequences for _, sequences in spelt))
        self._loose = LooseIndex(lexicon, spelt, commonness)
        self._linked = LinkedIndex(lexicon, [w for w in wordings if w.gapped], commonness)
        self._rare = self._loose.rarest() | self._linked.rarest()

    def hits(self, lettered: str) -> Iterator[Hit]:
        """Find all wording in a lettered text, sentence by sentence, overlaps included."""
        plain = self._automaton.find_matches_as_indexes(lettered, overlapping=True)
        plain.sort(key=_START)
        plain.append((0, len(lettered), 0))
        at = end = 0
        for sentence in lettered.split(SENTENCE_END):
            start, end = end, end + len(sentence) + 1
            found: list[Hit] = []
            while plain[at][1] < end - 1:
                number, first, last = plain[at]
                found += [Hit(wording, first, last) for wording in self._found[number]]
                at += 1
            letters = set(sentence)
            if found or not letters.isdisjoint(self._rare):
                part = Part(lettered, start, end - 1, letters)
                found += self._loose.hits(part)
                found += self._linked.gapped_hits(part)
                yield from found
                if found:
                    yield from self._linked.chain_hits(part, found)


def written_out(phrase: Phrase, lexicon: Lexicon) -> list[str]:
    """Give every wording that a plain phrase stands for, in letters."""
    parts = [_options(element, lexicon) for element in phrase]
    return ["".join(choice) for choice in product(*parts)]


def _options(element: Element | Choice, lexicon: Lexicon) -> list[str]:
    if isinstance(element, Choice):
        return [s for option in element.options for s in written_out(option, lexicon)]
    assert isinstance(element, Word)
    return sorted(lexicon.letters_of(element.text, verb=element.verb))


def _respelt(sequences: list[str], lexicon: Lexicon, spellings: Spellings) -> list[str]:
    """Give the wordings with each of the pack's equal spellings in the place of the others."""
    found = list(sequences)
    for one, others in spellings.items():
        letters = "".join(map(lexicon.letter, one))
        for other in others:
            instead = "".join(map(lexicon.letter, other))
            found += [s.replace(letters, instead) for s in sequences if letters in s]
    return found


def _commonness(lexicon: Lexicon, forms: Iterable[list[str]]) -> Mapping[str, int]:
    """Guess how common each word is in policies: from English, and from the pack's own forms."""
    counts = Counter(letter for sequences in forms for letter in set().union(*sequences))
    guess = Counter(lexicon.frequency())
    for letter, forms_with in counts.items():
        guess[letter] *= 1 + forms_with
    for letter in lexicon.try_letters(EVERYWHERE_IN_POLICIES):
        guess[letter] *= 100
    for letter in lexicon.try_letters(FUNCTION_WORDS):
        guess[letter] += 10**18
    return guess
