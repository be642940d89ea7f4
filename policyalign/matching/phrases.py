"""Find the pack's wording in a text that has been written with one letter a word.

Plain forms, however many, are found in one pass of an Aho-Corasick automaton over the letters.
Loose and linked forms are tried only where the letters that they cannot do without all stand.
"""

from __future__ import annotations

import re
from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Mapping
from itertools import product
from operator import itemgetter

from ahocorasick_rs import AhoCorasick

from policyalign.forms import Phrase, Sequence, Word, is_plain, parse_form, parse_phrase
from policyalign.matching.english import FUNCTION_WORDS, verb_inflections
from policyalign.matching.hits import Hit, Part, Wording
from policyalign.matching.lexicon import BLOCK_END, SENTENCE_END, Lexicon
from policyalign.matching.linked import LinkedIndex
from policyalign.matching.loose import LooseIndex
from policyalign.matching.patterns import phrase_words

_SENTENCE = re.compile(rf"[^{SENTENCE_END}{BLOCK_END}]+")
_START = itemgetter(1)

Words = tuple[str, ...]
Spellings = Mapping[Words, list[Words]]


class Forms:
    """All forms of a pack, the plain ones written out as the words they stand for."""

    def __init__(self, wordings: Iterable[Wording], spellings: Spellings) -> None:
        self.plain: list[tuple[Words, Wording]] = []
        self.linked: list[tuple[Phrase, Wording]] = []
        for wording in wordings:
            phrase = parse_phrase(wording.form)
            if is_plain(phrase):
                for sequence in parse_form(wording.form):
                    for words in _inflected(sequence):
                        self.plain += [(w, wording) for w in _respelt(words, spellings)]
            else:
                self.linked.append((phrase, wording))

    def words(self, *, verbatim: bool = True) -> set[str]:
        """Give every word that a form can hold, with or without those of verbatim forms."""
        found = {word for words, w in self.plain if verbatim or not w.verbatim for word in words}
        for phrase, wording in self.linked:
            if verbatim or not wording.verbatim:
                found.update(phrase_words(phrase))
        return found


class PhraseIndex:
    """All forms of a pack, ready to be looked for."""

    def __init__(self, lexicon: Lexicon, forms: Forms) -> None:
        self._plain: dict[str, list[tuple[Wording, Words]]] = defaultdict(list)
        for words, wording in forms.plain:
            self._plain["".join(map(lexicon.letter, words))].append((wording, words))
        self._found = list(self._plain.values())
        self._automaton = AhoCorasick(list(self._plain))
        commonness = Counter(lexicon.letter(word) for words, _ in forms.plain for word in words)
        for letter in lexicon.try_letters(FUNCTION_WORDS):
            # A little word stands everywhere and so tells nothing.
            commonness[letter] += 1_000_000
        self._loose = LooseIndex(lexicon, forms.plain, commonness)
        self._linked = LinkedIndex(lexicon, forms.linked, commonness)

    def hits(self, lettered: str) -> Iterator[Hit]:
        """Find all wording in a lettered text, sentence by sentence, overlaps included."""
        plain = self._automaton.find_matches_as_indexes(lettered, overlapping=True)
        plain.sort(key=_START)
        at = 0
        for match in _SENTENCE.finditer(lettered):
            part = Part(lettered, match.start(), match.end(), frozenset(match[0]))
            found: list[Hit] = []
            while at < len(plain) and plain[at][1] < part.end:
                number, start, end = plain[at]
                found += [Hit(wording, start, end, w) for wording, w in self._found[number]]
                at += 1
            found += self._loose.hits(part)
            found += self._linked.gapped_hits(part)
            yield from found
            if found:
                yield from self._linked.chain_hits(part, found)


def _inflected(sequence: Sequence) -> list[Words]:
    """Give a sequence of words with each ``~verb`` put as each of its inflections."""
    options = [
        sorted(verb_inflections(element.text)) if element.verb else [element.text]
        for element in sequence
        if isinstance(element, Word)
    ]
    return list(product(*options))


def _respelt(words: Words, spellings: Spellings) -> list[Words]:
    """Give the words with each of the pack's equal spellings in the place of the others."""
    found = [words]
    for one, others in spellings.items():
        if one[0] in words:
            size = len(one)
            for start in range(len(words) - size + 1):
                if words[start : start + size] == one:
                    found += [words[:start] + other + words[start + size :] for other in others]
    return found
