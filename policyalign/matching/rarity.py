"""Which words of a form to look for first: the rarer they are, the less is looked at in vain."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable
from itertools import pairwise
from math import prod

from policyalign.forms import START, Choice, Element, Phrase, Word
from policyalign.matching.english import EVERYWHERE_IN_POLICIES, FUNCTION_WORDS
from policyalign.matching.lexicon import Lexicon

Letters = frozenset[str]

_FAR_COMMONER = 100
_LITTLE_WORD = 10**18


class Rarity:
    """How common each letter is in policies, guessed from English and from the pack's own forms."""

    def __init__(self, lexicon: Lexicon, forms: Iterable[list[str]]) -> None:
        self._lexicon = lexicon
        # A pack names few words over and over; one object for each also keeps them near at hand.
        self._of_words: dict[tuple[str, bool], Letters] = {}
        self._shared: dict[Letters, Letters] = {}
        self._orders: dict[Letters, tuple[int, list[str]]] = {}
        self._little = lexicon.try_letters(FUNCTION_WORDS)
        counts = Counter(letter for sequences in forms for letter in set().union(*sequences))
        self._guess = Counter(lexicon.frequency())
        for letter, forms_with in counts.items():
            self._guess[letter] *= 1 + forms_with
        for letter in lexicon.try_letters(EVERYWHERE_IN_POLICIES):
            self._guess[letter] *= _FAR_COMMONER
        for letter in self._little:
            self._guess[letter] += _LITTLE_WORD

    def sort(self, letters: Iterable[str]) -> list[str]:
        """Give letters, the rarest first."""
        return sorted(letters, key=lambda letter: (self._guess[letter], letter))

    def needed(self, phrase: Phrase) -> list[Letters]:
        """Give, for each element that cannot be left out, the letters of which one must stand.

        The rarest come first.
        """
        found: list[Letters] = []
        for element in phrase:
            if isinstance(element, Word):
                if element.text != START:  # stands for no word
                    found.append(self._letters(element))
            elif isinstance(element, Choice):
                options = [self.needed(option) for option in element.options]
                if all(options):
                    found.append(frozenset().union(*(option[0] for option in options)))
        return sorted(dict.fromkeys(found), key=self._order)

    def side_by_side(self, phrase: Phrase) -> tuple[Letters, Letters] | None:
        """Give the rarest two that stand side by side wherever a phrase does, if any surely do.

        Two little words are met everywhere, so they are no help and do not count.
        """
        pairs = [(self._edge(one, -1), self._edge(other, 0)) for one, other in pairwise(phrase)]
        sure = [p for p in pairs if all(p) and not all(map(self._little.intersection, p))]
        return min(sure, key=lambda pair: prod(map(self._how_common, pair)), default=None)

    def _edge(self, element: Element | Choice, side: int) -> Letters:
        """Give the letters an element can begin (0) or end (-1) with: none if that is open."""
        if isinstance(element, Word):
            return self._letters(element)
        if isinstance(element, Choice) and all(element.options):
            edges = [self._edge(option[side], side) for option in element.options]
            return frozenset().union(*edges) if all(edges) else frozenset()
        return frozenset()

    def _letters(self, word: Word) -> Letters:
        known = self._of_words.get((word.text, word.verb))
        if known is None:
            letters = frozenset(self._lexicon.letters_of(word.text, verb=word.verb))
            known = self._shared.setdefault(letters, letters)
            self._of_words[word.text, word.verb] = known
        return known

    def _order(self, letters: Letters) -> tuple[int, list[str]]:
        """Give what puts sets of letters in order, the rarest first and each in its own place."""
        order = self._orders.get(letters)
        if order is None:
            order = sum(self._guess[letter] for letter in letters), sorted(letters)
            self._orders[letters] = order
        return order

    def _how_common(self, letters: Letters) -> int:
        return self._order(letters)[0]
