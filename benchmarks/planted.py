"""Known wording put into ordinary sentences, to count what a matcher finds and what it invents.

Each sentence is one that names no concept. Into it goes a wording of the pack as written, in the
plural, with a hyphen, with a typing error, or spoilt into other real words ("safely plan"); the
last must not be found. Sentences and headings left as they are must not give anything either.
"""

from __future__ import annotations

import string
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from random import Random

from benchmarks.alternatives import ExactPass, Terms, all_terms, sentences
from benchmarks.policy_text import bank
from policyalign.matching.lexicon import is_real_word
from policyalign.model.pack import Pack, Sense

EACH = 40
KINDS = ("as written", "plural", "hyphen", "typing error", "other real word", "nothing planted")


@dataclass(frozen=True, slots=True)
class Planted:
    """A sentence, and the concepts that a careful reader would find in it."""

    kind: str
    text: str
    concepts: frozenset[str]


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
    exact = ExactPass(all_terms(pack))
    carriers = _empty_sentences(exact)
    terms = sorted(_plain_terms(pack))
    made: list[Planted] = []
    for kind in KINDS[:-1]:
        found: list[Planted] = []
        while len(found) < each:
            term, carrier = random.choice(terms), random.choice(carriers)
            written = _varied(kind, term, random)
            if not written:
                continue
            concepts = exact([_planted_in(carrier, term)])[0] if kind != KINDS[4] else set()
            if kind == KINDS[4] and exact([_planted_in(carrier, written)])[0]:
                continue
            found.append(Planted(kind, _planted_in(carrier, written), frozenset(concepts)))
        made += found
    left = random.sample(carriers, min(each, len(carriers)))
    headings = sorted({topic for topic, _ in bank("ordinary")})
    return made + [Planted(KINDS[5], text, frozenset()) for text in (*left, *headings)]


def score(planted: Sequence[Planted], found: Sequence[set[str]]) -> dict[str, Score]:
    """Count by kind what a matcher found in the sentences, with ``all`` for the whole."""
    scores = {kind: Score() for kind in (*KINDS, "all")}
    for sentence, concepts in zip(planted, found, strict=True):
        for tally in (scores[sentence.kind], scores["all"]):
            tally.wanted += len(sentence.concepts)
            tally.found += len(sentence.concepts & concepts)
            tally.invented += len(concepts - sentence.concepts)
    return scores


def _plain_terms(pack: Pack) -> Iterator[str]:
    """Give wording of two or three longer words that means its concept wherever it stands."""
    anywhere = {
        concept.id
        for concept in pack.concepts.values()
        if all(form.sense is Sense.ANYWHERE for form in concept.forms)
    }
    terms: Terms = all_terms(pack)
    for term, concept in terms.items():
        words = term.split()
        if concept in anywhere and 2 <= len(words) <= 3 and term.isascii():
            if all(len(word) >= 4 and word.isalpha() for word in words):
                yield term


def _empty_sentences(exact: ExactPass) -> list[str]:
    texts = [s for _, text in bank("ordinary") for s in sentences(text)]
    plain = [text for text in texts if "{" not in text and len(text.split()) > 8]
    return [t for t, found in zip(plain, exact(plain), strict=True) if not found]


def _planted_in(carrier: str, term: str) -> str:
    return f"{carrier.removesuffix('.')}, and the {term} is kept with the record."


def _varied(kind: str, term: str, random: Random) -> str | None:
    words = term.split()
    at = random.randrange(len(words))
    match kind:
        case "as written":
            return term
        case "plural":
            return f"{term}s" if term[-1] not in "sy" and is_real_word(f"{words[-1]}s") else None
        case "hyphen":
            return "-".join(words)
        case "typing error":
            words[at] = _mistyped(words[at], random)
            return " ".join(words) if not is_real_word(words[at]) else None
        case _:
            others = sorted(set(_a_letter_away(words[at])))
            words[at] = random.choice(others) if others else words[at]
            return " ".join(words) if others else None


def _mistyped(word: str, random: Random) -> str:
    if len(word) < 6:
        return word
    at = random.randrange(1, len(word) - 1)
    return random.choice(
        (
            word[:at] + word[at + 1] + word[at] + word[at + 2 :],
            word[:at] + word[at + 1 :],
            word[:at] + word[at] + word[at:],
            word[:at] + random.choice(string.ascii_lowercase) + word[at + 1 :],
        )
    )


def _a_letter_away(word: str) -> Iterator[str]:
    """Give other real words, neither its plural nor its possessive nor a part of it."""
    for at in range(len(word)):
        for letter in string.ascii_lowercase:
            other = word[:at] + letter + word[at + 1 :]
            if other != word and is_real_word(other):
                yield other
