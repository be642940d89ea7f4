"""Find the pack's wording in a text that has been written with one letter a word.

Plain forms, however many wordings they stand for, are found in one pass of an Aho-Corasick
automaton over the letters. Loose and linked forms are tried only in sentences that hold the
letters they cannot do without.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from itertools import product
from operator import itemgetter
from typing import Any, Protocol

from ahocorasick_rs import AhoCorasick

from policyalign.forms import (
    Choice,
    Element,
    Phrase,
    Word,
    names_concepts,
    reference_choices,
)
from policyalign.matching.chains import ChainIndex
from policyalign.matching.gapped import GappedForm
from policyalign.matching.hits import Hit, Part, Wording
from policyalign.matching.lexicon import SENTENCE_END, Lexicon
from policyalign.matching.loose import loose_forms
from policyalign.matching.patterns import phrase_pattern
from policyalign.matching.rarity import Letters, Rarity
from policyalign.matching.scattered import KEPT_UNDER, ScatteredIndex

_START = itemgetter(1)
# A form that stands for more wordings than this is looked for as an expression, unless it holds
# words of several spellings: the automaton would grow by each of its wordings.
_MANY = 150

Words = tuple[str, ...]
Spellings = Mapping[Words, list[Words]]


class Form(Protocol):
    """A form that knows how to look for itself in one sentence."""

    def hits(self, part: Part) -> Iterable[Hit]:
        """Find the form."""
        ...


class PhraseIndex:
    """All forms of a pack, ready to be looked for."""

    def __init__(self, lexicon: Lexicon, wordings: Iterable[Wording], spellings: Spellings) -> None:
        wordings = list(wordings)
        spelt = [(w, written_out(w.phrase, lexicon)) for w in wordings if not w.gapped]
        open_ = [
            (w, phrase)
            for w in wordings
            if w.gapped
            for whole in _alternatives(w.phrase)
            for phrase in reference_choices(whole)
        ]
        rarity = Rarity(lexicon, (sequences for _, sequences in spelt))
        self._scattered: ScatteredIndex[Form] = ScatteredIndex()
        for loose in loose_forms(lexicon, spelt, rarity):
            self._scattered.add(loose, loose.rarest)
        gapped = [(w, p) for w, p in open_ if not names_concepts(p)]
        plain: dict[str, list[Wording]] = defaultdict(list)
        for wording, sequences in spelt:
            every = dict.fromkeys(_respelt(sequences, lexicon, spellings))
            if len(every) == len(sequences) > _MANY:
                gapped.append((wording, wording.phrase))
                continue
            for letters in every:
                plain[letters].append(wording)
        side_by_side = self._keep_gapped(gapped, lexicon, rarity)
        self._scattered.gather()
        linked = ((w, p) for w, p in open_ if names_concepts(p))
        self._chains = ChainIndex(lexicon, linked, rarity)
        known = list(dict.fromkeys([*plain, *side_by_side]))
        self._known = [(plain.get(k, ()), side_by_side.get(k, ())) for k in known]
        self._letters = SENTENCE_END.join(known)
        self._automaton = AhoCorasick(known)

    def __getstate__(self) -> dict[str, Any]:
        """Give all but the automaton, which cannot be taken out of memory."""
        return {name: held for name, held in self.__dict__.items() if name != "_automaton"}

    def __setstate__(self, state: dict[str, Any]) -> None:
        """Make the automaton anew."""
        self.__dict__.update(state)
        self._automaton = AhoCorasick(self._letters.split(SENTENCE_END))

    def _keep_gapped(
        self, gapped: Iterable[tuple[Wording, Phrase]], lexicon: Lexicon, rarity: Rarity
    ) -> dict[str, list[tuple[Letters, Form]]]:
        """Keep the forms with gaps; give those that surely hold two words side by side by these.

        With each stand the rarest letters of which it needs one besides.
        """
        found: dict[str, list[tuple[Letters, Form]]] = defaultdict(list)
        for wording, phrase in gapped:
            needed = rarity.needed(phrase)
            pattern = phrase_pattern(phrase, lexicon)
            pair = rarity.side_by_side(phrase)
            if pair:
                besides, *rest = [letters for letters in needed if letters not in pair] or needed
                form = GappedForm(wording, pattern, tuple(rest))
                for one, other in product(*map(sorted, pair)):
                    found[one + other].append((besides, form))
            else:
                form = GappedForm(wording, pattern, tuple(needed[KEPT_UNDER:]))
                self._scattered.add(form, needed)
        return found

    def hits(self, lettered: str) -> Iterator[Hit]:
        """Find all wording in a lettered text, sentence by sentence, overlaps included."""
        plain = self._automaton.find_matches_as_indexes(lettered, overlapping=True)
        plain.sort(key=_START)
        plain.append((0, len(lettered), 0))
        at = end = 0
        scattered = self._scattered.within
        for sentence in lettered.split(SENTENCE_END):
            start, end = end, end + len(sentence) + 1
            if start + 1 >= end:
                continue
            letters = set(sentence)
            likely = scattered(letters)
            if not likely and plain[at][1] >= end - 1:
                continue  # as in most sentences
            found: list[Hit] = []
            while plain[at][1] < end - 1:
                number, first, last = plain[at]
                wordings, forms = self._known[number]
                for wording in wordings:
                    found.append(Hit(wording, first, last))
                for besides, form in forms:  # loops, for most have none or one
                    if not besides.isdisjoint(letters):
                        likely.append(form)
                at += 1
            part = Part(lettered, start, end - 1, letters)
            for form in dict.fromkeys(likely):
                found += form.hits(part)
            if found:
                yield from found
                yield from self._chains.hits(part, found)


def _alternatives(phrase: Phrase) -> Sequence[Phrase]:
    """Give the options of a phrase that is one choice: each needs words that others do not."""
    only = phrase[0] if len(phrase) == 1 else None
    return only.options if isinstance(only, Choice) and all(only.options) else (phrase,)


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
    together = SENTENCE_END.join(sequences)
    for one, others in spellings.items():
        letters = "".join(map(lexicon.letter, one))
        if letters not in together:
            continue  # as with most
        for other in others:
            instead = "".join(map(lexicon.letter, other))
            found += [s.replace(letters, instead) for s in sequences if letters in s]
    return found
