"""The small language in which a pack writes wording.

A form is words with a few marks, described for authors in ``vocab/README.md``::

    =SoS                                   exactly these letters, capitals and all
    (danger|worry) statement               one of several; an empty one makes a word optional
    ~keep apart                            any inflection of a verb
    plan * by the family                   up to three words between; ** up to ten
    referral form ** <three-columns>       a mention of another concept
    until #year                            a year such as 2019
    #start (write|ask)                     the beginning of a sentence (in cues only)

``parse_phrase`` reads a form; ``parse_form`` gives every plain sequence it stands for.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache
from itertools import product
from math import prod

from policyalign.text import fold, words

MOST_SEQUENCES = 600
_MOST_BRACKETS = 30
YEAR = "#year"
START = "#start"

_TOKEN = re.compile(r"[()|]|\*\*?|<[^<>]*>|#year|#start|~?[^\s()|*<>~]+|~|<|>")
SHORT_GAP = 3
_GAPS = {"*": SHORT_GAP, "**": 10}


class FormSyntaxError(ValueError):
    """A form cannot be read; the message says what was expected."""


@dataclass(frozen=True, slots=True)
class Word:
    """One word, folded; ``verb`` asks for any of its inflections."""

    text: str
    verb: bool = False


@dataclass(frozen=True, slots=True)
class Gap:
    """Up to ``most`` words of any kind, within the sentence."""

    most: int


@dataclass(frozen=True, slots=True)
class Ref:
    """A mention of one of these concepts."""

    concepts: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Choice:
    """One of several phrases; an empty one means that nothing needs to stand here."""

    options: tuple[Phrase, ...]


Element = Word | Gap | Ref
Sequence = tuple[Element, ...]
Phrase = tuple["Element | Choice", ...]


def is_case_exact(form: str) -> bool:
    """Tell whether the form is to be matched letter for letter."""
    return form.startswith("=")


@cache
def parse_phrase(form: str) -> Phrase:
    """Read a form as it is written, with its choices.

    Raises ``FormSyntaxError`` for unbalanced brackets, a ``~`` without a word, an empty ``<>``,
    a gap at either end, no words at all, or too many brackets.
    """
    tokens = _TOKEN.findall(form.removeprefix("="))
    if form.count("(") > _MOST_BRACKETS:
        raise FormSyntaxError(f"has more than {_MOST_BRACKETS} brackets; split it")
    phrase, rest = _alternatives(tokens)
    if rest:
        raise FormSyntaxError(f"unexpected {rest[0]!r}")
    if not all(_has_word(option) for option in phrase.options):
        raise FormSyntaxError("a form needs at least one word in each alternative")
    return phrase.options[0] if len(phrase.options) == 1 else (phrase,)


def parse_form(form: str) -> tuple[Sequence, ...]:
    """Give every sequence that the form stands for, in the order written.

    Raises ``FormSyntaxError`` as :func:`parse_phrase` does, and for more than
    ``MOST_SEQUENCES`` sequences.
    """
    phrase = parse_phrase(form)
    if count_sequences(phrase) > MOST_SEQUENCES:
        raise FormSyntaxError(f"stands for more than {MOST_SEQUENCES} wordings; split it")
    return tuple(dict.fromkeys(_spelt_out(phrase)))


def count_sequences(phrase: Phrase) -> int:
    """Give how many sequences a phrase stands for."""
    return prod(
        sum(map(count_sequences, element.options)) if isinstance(element, Choice) else 1
        for element in phrase
    )


def is_plain(phrase: Phrase) -> bool:
    """Tell whether a phrase holds only words, so that they follow each other in the text."""
    return all(
        all(map(is_plain, element.options))
        if isinstance(element, Choice)
        else isinstance(element, Word)
        for element in phrase
    )


def reference_choices(phrase: Phrase) -> list[Phrase]:
    """Give the phrases that arise when each choice with a concept in it is settled."""
    parts: list[list[Phrase]] = []
    for element in phrase:
        if isinstance(element, Choice) and names_concepts((element,)):
            parts.append([p for option in element.options for p in reference_choices(option)])
        else:
            parts.append([(element,)])
    return [sum(choice, ()) for choice in product(*parts)]


def names_concepts(phrase: Phrase) -> bool:
    """Tell whether a phrase holds a concept, in any of its choices."""
    return any(True for _ in concepts_in(phrase))


def concepts_in(phrase: Phrase) -> Iterator[str]:
    """Give the ids of the concepts that a phrase holds, in any of its choices."""
    for element in phrase:
        if isinstance(element, Ref):
            yield from element.concepts
        elif isinstance(element, Choice):
            for option in element.options:
                yield from concepts_in(option)


def _spelt_out(phrase: Phrase) -> Iterator[Sequence]:
    parts = [
        [s for option in element.options for s in _spelt_out(option)]
        if isinstance(element, Choice)
        else [(element,)]
        for element in phrase
    ]
    for choice in product(*parts):
        yield sum(choice, ())


def _has_word(phrase: Phrase) -> bool:
    """Tell whether a phrase holds a word in every case, and no gap at either end."""
    if phrase and (isinstance(phrase[0], Gap) or isinstance(phrase[-1], Gap)):
        raise FormSyntaxError("a gap needs a word on both sides")
    return any(
        all(map(_has_word, element.options))
        if isinstance(element, Choice)
        else isinstance(element, Word | Ref)
        for element in phrase
    )


def _alternatives(tokens: list[str]) -> tuple[Choice, list[str]]:
    found, rest = _sequence(tokens)
    options = [found]
    while rest and rest[0] == "|":
        found, rest = _sequence(rest[1:])
        options.append(found)
    return Choice(tuple(options)), rest


def _sequence(tokens: list[str]) -> tuple[Phrase, list[str]]:
    parts: list[Element | Choice] = []
    while tokens and tokens[0] not in {"|", ")"}:
        if tokens[0] == "(":
            inner, tokens = _alternatives(tokens[1:])
            if not tokens:
                raise FormSyntaxError("a ( without its )")
            parts.append(inner)
        else:
            parts.extend(_elements(tokens[0]))
        tokens = tokens[1:]
    return tuple(parts), tokens


@cache
def _elements(token: str) -> Sequence:
    if token in _GAPS:
        return (Gap(_GAPS[token]),)
    if token in {YEAR, START}:
        return (Word(token),)
    if token[0] == "<":
        concepts = tuple(part.strip() for part in token[1:-1].split("|"))
        if not all(concepts):
            raise FormSyntaxError("expected a concept id, as in <first-idea>")
        return (Ref(concepts),)
    verb = token[0] == "~"
    found = words(fold(token.removeprefix("~").replace("&", " and ")).text.lower())
    if verb and not found:
        raise FormSyntaxError("expected a verb after ~")
    return tuple(Word(text, verb) for text in found)
