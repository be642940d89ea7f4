"""One letter a word: the alphabet in which texts are searched.

Each word that the pack uses has a letter of its own, shared with its plural, its possessive and
its other spellings. A text becomes a string with one letter a word, and searching for phrases
becomes searching in a string six times shorter than the text. Each *distinct* word of a text is
looked at once, spelling errors included, and remembered.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence

from policyalign.forms import YEAR
from policyalign.matching.english import FUNCTION_WORDS, NUMBERS, noun_inflections, verb_inflections
from policyalign.matching.spelling import Guess, Speller
from policyalign.text import BETWEEN_BLOCKS, HYPHENS, PREFIXED
from policyalign.word_list import english_words, is_english

OTHER = "\u00b7"
# No word at all, in small letters: it may be half of one, "goa ls".
FRAGMENT = "\u00b8"
SENTENCE_END = "\n"
CLAUSE_END = "\t"
BLOCK_END = "\r"

_FIRST_LETTER = 0x4E00
_SHORTEST_MEANT = 4
_FOOTNOTE_MARKS = "¹²³⁴⁵⁶⁷⁸⁹⁰"
_IS_YEAR = re.compile(r"(?:19|20)\d\d\Z")
_PREFIXED = re.compile(rf"{PREFIXED}\Z")
_HYPHEN = re.compile(f"[{HYPHENS}]")
# The number of a section or a note that has stuck to a word: "2.1Purpose", "genogram4".
_NUMBERED = re.compile(r"\d{0,2}([a-z][a-z']{4,})\d{0,2}\Z")


class Lexicon(dict[str, str]):
    """Word of a text, as written, to its letter. Words never seen before are worked out once.

    ``certainty`` holds, for misspelt words, how alike they are to the word meant (0 to 100).
    """

    def __init__(
        self,
        vocabulary: Iterable[str],
        fuzzy: Iterable[str],
        same: Iterable[Sequence[str]] = (),
    ) -> None:
        super().__init__()
        self.certainty: dict[str, float] = {}
        self._letters: dict[str, str] = {}
        self._count = 0
        self._compounds: dict[str, str] = {}
        for numbers in NUMBERS:
            self._add(numbers)
        for group in same:
            self._add({spelling for word in group for spelling in noun_inflections(word)})
        vocabulary = set(vocabulary)
        for word in sorted(vocabulary, key=lambda w: (len(w), w)):
            if word not in self._letters:
                plain = word in FUNCTION_WORDS or len(word) < 3 or not word.isalpha()
                self._add({word} if plain else noun_inflections(word))
        meant = {
            self._letters[word]
            for word in fuzzy
            if len(word) >= _SHORTEST_MEANT and word not in FUNCTION_WORDS
        }
        self._speller = Speller(self._letters, meant)
        self._years = {
            letter for word, letter in self._letters.items() if word == YEAR or _IS_YEAR.match(word)
        }
        # "Whats working well", "dont write": the apostrophe is what is most often left out.
        self._contracted = {
            word.replace("'", ""): self._letters[word]
            for word in sorted(vocabulary)
            if "'" in word and not is_english(word.replace("'", ""))
        }
        self._marks = dict.fromkeys(".?!", SENTENCE_END)
        # A comma keeps no words apart in most forms, so it has no letter; a passage knows of it.
        self._marks[","] = ""
        self._marks[BETWEEN_BLOCKS] = SENTENCE_END + BLOCK_END
        self._marks |= dict.fromkeys(";:•▪●◦·\uf0b7", CLAUSE_END)

    def __missing__(self, word: str) -> str:
        letter = self[word] = self._letter(word)
        return letter

    def forget(self) -> None:
        """Forget the words of texts."""
        self.clear()
        self.certainty.clear()

    def letter(self, word: str) -> str:
        """Give the letter of a word of the vocabulary."""
        return self._letters[word]

    def letters_of(self, word: str, *, verb: bool = False) -> set[str]:
        """Give the letters of a word: several for a verb's inflections or for ``#year``."""
        if word == YEAR:
            return self._years
        if verb:
            return {self._letters[w] for w in verb_inflections(word)}
        return {self._letters[word]}

    def frequency(self) -> dict[str, int]:
        """Give, for each letter, how often the commonest of its words stands in English."""
        counts = english_words()
        found: dict[str, int] = {}
        for word, letter in self._letters.items():
            found[letter] = max(found.get(letter, 0), counts.get(word, 0))
        return found

    def try_letters(self, words: Iterable[str]) -> frozenset[str]:
        """Give the letters of those words that are in the vocabulary."""
        return frozenset(self._letters[word] for word in words if word in self._letters)

    def knows(self, word: str) -> bool:
        """Tell whether a lower-case word is spelt right: in the vocabulary or in English."""
        return word in self._letters or is_english(word)

    def uses(self, word: str) -> bool:
        """Tell whether a lower-case word is one of the vocabulary that says something."""
        return word in self._letters and word not in FUNCTION_WORDS

    def add_compounds(self, pairs: Iterable[tuple[str, str]]) -> None:
        """Let neighbours in a form be written solid: ``safetyplan`` for ``safety plan``."""
        for first, second in sorted(pairs):
            letters = self._letters[first] + self._letters[second]
            for solid in noun_inflections(first + second):
                if solid not in self._letters and not is_english(solid):
                    self._compounds.setdefault(solid, letters)

    def _add(self, group: Iterable[str]) -> None:
        letter = chr(_FIRST_LETTER + self._count)
        self._count += 1
        for word in sorted(group):
            self._letters.setdefault(word, letter)

    def _letter(self, word: str) -> str:
        if word in self._marks:
            return self._marks[word]
        if word.startswith(("...", "…")):
            return self._letters.get("…", OTHER)
        lower = word.lower().strip("'").rstrip(_FOOTNOTE_MARKS)
        found = self._known(lower)
        if found:
            return found
        if lower.isdigit() or is_english(lower):
            return OTHER
        if _PREFIXED.match(lower):
            return self._joined_or_apart(word, *_HYPHEN.split(lower))
        return (
            self._guessed(word, self._speller.misread(lower))
            or self._numbered(lower)
            or self._guessed(word, self._speller.misspelt(word, lower))
            or self._apart(lower)
            or (FRAGMENT if word.isalpha() and word.islower() else OTHER)
        )

    def _known(self, lower: str) -> str | None:
        if lower == "&":
            return self._letters.get("and", OTHER)
        if lower == "/":
            return self._letters.get("or", "")
        if _IS_YEAR.match(lower) and YEAR in self._letters:
            return self._letters.get(lower) or self._letters[YEAR]
        return self._letters.get(lower) or self._compounds.get(lower) or self._contracted.get(lower)

    def _joined_or_apart(self, word: str, prefix: str, rest: str) -> str:
        """Read ``re-unification`` as ``reunification`` where the pack does, or as two words."""
        solid = self._letters.get(prefix + rest)
        if solid:
            return solid
        letters = self[prefix] + self[rest]
        if rest in self.certainty:
            self.certainty[word] = self.certainty[rest]
        return letters

    def _guessed(self, word: str, guess: Guess | None) -> str | None:
        if guess is None:
            return None
        self.certainty[word] = guess.certainty
        return guess.letters

    def _apart(self, lower: str) -> str:
        return "".join(self._letters.get(word, OTHER) for word in self._speller.apart(lower))

    def _numbered(self, lower: str) -> str | None:
        found = _NUMBERED.match(lower)
        return self._known(found[1]) if found else None
