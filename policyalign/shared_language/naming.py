"""From the words of a mention to the name that they are.

Letter case, plural and possessive, hyphens, British and American spelling, figures for number
words and ``/`` for "and" make no difference.
"""

from __future__ import annotations

import difflib
from collections.abc import Iterator
from functools import cache

from policyalign.forms import Word, is_case_exact, parse_form
from policyalign.matching.english import AND, FUNCTION_WORDS, NUMBERS, noun_inflections
from policyalign.model.pack import NamedIdea, Pack
from policyalign.model.report import How
from policyalign.text import fold, words

Key = tuple[str, ...]

# So much of its letters a misspelt name must have in common with the name.
_LIKE = 0.85
_NUMBER_OF = {other: spellings[0] for spellings in NUMBERS for other in spellings}


def named_ideas(pack: Pack) -> tuple[NamedIdea, ...]:
    """Give the ideas of a pack; one without names has those that are peculiar to the framework."""
    return pack.ideas or tuple(
        NamedIdea(concepts=(concept.id,), preferred=concept.term)
        for concept in pack.concepts.values()
        if concept.anchor
    )


class Namer:
    """Knows the names of one idea."""

    def __init__(self, idea: NamedIdea, term: str) -> None:
        """Take the names of an idea; ``term`` is that of its concept, preferred or not."""
        self._names: dict[Key, str] = {}
        self._add(idea.preferred, (name_key(idea.preferred),))
        for form in idea.same:
            self._add(idea.preferred, _keys(form))
        for form in idea.names:
            self._add(next(spelt_out(form)), _keys(form))
        self._add(term, (name_key(term),))

    def name(self, quote: str, how: How) -> str:
        """Give the name that the words of a mention hold, or nothing where they hold none."""
        key = name_key(quote)
        if how is How.REORDERED:
            return self._in_other_order(key)
        return self._held(key) or (self._misspelt(key) if how is How.FUZZY else "")

    def _add(self, name: str, keys: tuple[Key, ...]) -> None:
        for key in keys:
            self._names.setdefault(key, name)

    def _held(self, key: Key) -> str:
        """Give the longest name in the words: "family safety plan" holds "safety plan".

        A name that is a question stands alone: "notes of what is going well" holds none.
        """
        if found := self._names.get(key):
            return found
        for length in range(len(key) - 1, 0, -1):
            for start in range(len(key) - length + 1):
                part = key[start : start + length]
                if part in self._names and part[0] not in FUNCTION_WORDS:
                    return self._names[part]
        return ""

    def _in_other_order(self, key: Key) -> str:
        """Give the name of the same words: "statement of danger" is "danger statement"."""
        wanted = _content(key)
        return next((name for own, name in self._names.items() if _content(own) == wanted), "")

    def _misspelt(self, key: Key) -> str:
        known = {" ".join(own): name for own, name in self._names.items()}
        near = difflib.get_close_matches(" ".join(key), known, n=1, cutoff=_LIKE)
        return known[near[0]] if near else ""


@cache
def name_key(text: str) -> Key:
    """Give words as they are compared: folded, in small letters and in the singular."""
    plain = fold(text.replace("/", " and ").replace("&", " and ").replace("-", " ")).text
    return tuple(_same(word) for word in words(plain.lower()))


def _same(word: str) -> str:
    word = word.removesuffix("'s")
    word = _NUMBER_OF.get(word, word)
    # All spellings and inflections of a word give the same one of them.
    return min(noun_inflections(word), key=lambda one: (len(one), one))


def _content(key: Key) -> list[str]:
    return sorted(word for word in key if word not in FUNCTION_WORDS | AND)


def _keys(form: str) -> tuple[Key, ...]:
    return tuple(name_key(text) for text in spelt_out(form))


def spelt_out(form: str) -> Iterator[str]:
    """Give every spelling that a name's form stands for, the one that is shown first."""
    if is_case_exact(form) or "(" not in form:
        yield form.removeprefix("=")
        return
    for sequence in parse_form(form):
        yield " ".join(word.text for word in sequence if isinstance(word, Word))
