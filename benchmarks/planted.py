"""Known wording put into ordinary sentences, to count what a matcher finds and what it invents.

Each sentence speaks of children and names no concept. Into it goes a wording of the pack as
written, in the plural, with a hyphen, with typing errors, or spoilt into other real words ("safely
plan"); the last must not be found. Sentences and headings left as they are must not give anything
either. Which words are real is decided by the list that policyalign itself uses, so its figures
for spoilt wording are flattered.
"""

from __future__ import annotations

import re
import string
from collections import defaultdict
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from random import Random

from rapidfuzz.distance import OSA

from benchmarks.alternatives import ExactPass, Terms, all_terms, sentences
from benchmarks.policy_text import bank
from policyalign.model.pack import Pack, Sense
from policyalign.text import fold, words
from policyalign.word_list import is_english

EACH = 40
_SPOILT, _EMPTY = "other real word", "nothing planted"


@dataclass(frozen=True, slots=True)
class Planted:
    """A sentence, the concepts that a careful reader would find in it, and what was planted."""

    kind: str
    text: str
    concepts: frozenset[str]
    wording: str = ""


@dataclass(slots=True)
class Score:
    """What a matcher made of planted sentences."""

    wanted: int = 0
    found: int = 0
    invented: int = 0

    @property
    def recall(self) -> float:
        """The share, 0 to 1, of the planted concepts that were found."""
        return self.found / self.wanted if self.wanted else 1.0

    @property
    def precision(self) -> float:
        """The share, 0 to 1, of the concepts given that were planted."""
        given = self.found + self.invented
        return self.found / given if given else 1.0


def plant(pack: Pack, *, each: int = EACH, seed: int = 1) -> list[Planted]:
    """Make ``each`` sentences of each kind; the same arguments always give the same sentences."""
    random = Random(seed)
    exact = _WholeWords(all_terms(pack))
    carriers = _empty_sentences(exact)
    terms = _plain_terms(pack)
    made: list[Planted] = []
    for kind, way in _WAYS.items():
        count = len(made) + each
        while len(made) < count:
            term = random.choice(terms[random.choice(sorted(terms))])
            carrier = random.choice(carriers)
            written = way(term, random)
            if not written or (kind == _SPOILT and exact(_planted_in(carrier, written))):
                continue
            concepts = set() if kind == _SPOILT else exact(_planted_in(carrier, term))
            text = _planted_in(carrier, written)
            made.append(Planted(kind, text, frozenset(concepts), written))
    headings = {topic for topic, _ in bank("ordinary")}
    left = random.sample(carriers, min(each, len(carriers)))
    left += sorted(text for text in headings if not exact(text))
    return made + [Planted(_EMPTY, text, frozenset()) for text in left]


def score(planted: Sequence[Planted], found: Sequence[set[str]]) -> dict[str, Score]:
    """Count by kind what a matcher found in the sentences, with ``all`` for the whole."""
    scores = {kind: Score() for kind in (*KINDS, "all")}
    for sentence, concepts in zip(planted, found, strict=True):
        for tally in (scores[sentence.kind], scores["all"]):
            tally.wanted += len(sentence.concepts)
            tally.found += len(sentence.concepts & concepts)
            tally.invented += len(concepts - sentence.concepts)
    return scores


class _WholeWords:
    """Finds wording letter for letter between spaces: what a sentence surely says."""

    def __init__(self, terms: Terms) -> None:
        self._exact = ExactPass({f" {term} ": concept for term, concept in terms.items()})

    def __call__(self, text: str) -> set[str]:
        return self._exact([f" {' '.join(words(fold(text).text))} "])[0]


def _plain_terms(pack: Pack) -> dict[str, list[str]]:
    """Give for each concept its wording of two or three longer words that is never ambiguous."""
    found: dict[str, list[str]] = defaultdict(list)
    ambiguous = set(all_terms(pack, {Sense.CASEWORK, Sense.FRAMEWORK}))
    for term, concept in sorted(all_terms(pack).items()):
        parts = term.split()
        long = all(len(word) >= 4 and word.isascii() and word.isalpha() for word in parts)
        if term not in ambiguous and long and 2 <= len(parts) <= 3:
            found[concept].append(term)
    return found


def _empty_sentences(exact: _WholeWords) -> list[str]:
    """Give sentences about children that name no concept, not even in the plural."""
    texts = [s for _, text in bank("ordinary") for s in sentences(text)]
    about = [t.replace("{people}", "children").replace("{person}", "child") for t in texts]
    plain = [t for t in about if "{" not in t and "child" in t]
    return [text for text in plain if not exact(text) and not exact(_without_plurals(text))]


def _without_plurals(text: str) -> str:
    return re.sub(r"s\b", "", text)


def _planted_in(carrier: str, term: str) -> str:
    return f"{carrier.removesuffix('.')}, and the {term} is shared with the family."


def _as_written(term: str, _: Random) -> str:
    return term


def _plural(term: str, _: Random) -> str | None:
    plural = f"{term}s"
    return plural if term[-1] not in "sy" and is_english(plural.rpartition(" ")[2]) else None


def _hyphened(term: str, _: Random) -> str:
    return term.replace(" ", "-")


def _mistyped(term: str, random: Random, errors: int = 1) -> str | None:
    """Put errors into one word, two only into a word of eight letters or more."""
    parts = term.split()
    long = [at for at, word in enumerate(parts) if len(word) >= (8 if errors > 1 else 5)]
    if not long:
        return None
    at = random.choice(long)
    meant = parts[at]
    for _ in range(errors):
        parts[at] = _one_error(parts[at], random)
    wrong = OSA.distance(meant, parts[at]) == errors and not is_english(parts[at])
    return " ".join(parts) if wrong else None


def _mistyped_twice(term: str, random: Random) -> str | None:
    return _mistyped(term, random, errors=2)


def _one_error(word: str, random: Random) -> str:
    """Swap two letters, leave one out, double one or put another in its place."""
    at = random.randrange(1, len(word) - 1)
    before, letter, after = word[:at], word[at], word[at + 1 :]
    return random.choice(
        (
            before + after[0] + letter + after[1:],
            before + after,
            before + letter + letter + after,
            before + random.choice(string.ascii_lowercase) + after,
        )
    )


def _spoilt(term: str, random: Random) -> str | None:
    """Turn one word into another real word that is a letter away."""
    parts = term.split()
    at = random.randrange(len(parts))
    others = sorted(set(_a_letter_away(parts[at])))
    if not others:
        return None
    parts[at] = random.choice(others)
    return " ".join(parts)


def _a_letter_away(word: str) -> Iterator[str]:
    """Give the other real words of the same length that differ in one letter."""
    for at in range(len(word)):
        for letter in string.ascii_lowercase:
            other = word[:at] + letter + word[at + 1 :]
            if other != word and is_english(other):
                yield other


# Each gives the wording in another way, or None where it cannot be put so.
_WAYS: dict[str, Callable[[str, Random], str | None]] = {
    "as written": _as_written,
    "plural": _plural,
    "hyphen": _hyphened,
    "one typing error": _mistyped,
    "two typing errors": _mistyped_twice,
    _SPOILT: _spoilt,
}
KINDS = (*_WAYS, _EMPTY)
