"""Phrases as regular expressions over a lettered text.

Cues are many and are looked for only where a term was found, so each group of them becomes one
expression. A text has one letter a word, so these expressions are short and run fast.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from functools import cache, cached_property
from itertools import pairwise, product

from policyalign.forms import SHORT_GAP, START, Choice, Element, Gap, Phrase, Word, parse_phrase
from policyalign.matching.english import verb_inflections
from policyalign.matching.lexicon import CLAUSE_END, SENTENCE_END, Lexicon

# Most forms of a pack are never met in a run, so an expression is compiled when it is first used.
compiled = cache(re.compile)

_NEVER = re.compile(r"(?!)")


def phrase_words(phrase: Phrase) -> Iterator[str]:
    """Give every word that a phrase can hold, verbs in all their forms."""
    for element in phrase:
        if isinstance(element, Choice):
            for option in element.options:
                yield from phrase_words(option)
        elif isinstance(element, Word):
            yield from verb_inflections(element.text) if element.verb else (element.text,)


def neighbours(phrase: Phrase) -> Iterator[tuple[str, str]]:
    """Give the pairs of words that stand side by side in a phrase."""
    for first, second in pairwise(phrase):
        yield from product(_edge(first, -1), _edge(second, 0))
    for element in phrase:
        for option in element.options if isinstance(element, Choice) else ():
            yield from neighbours(option)


def _edge(element: Element | Choice, side: int) -> list[str]:
    """Give the words that an element can begin (0) or end (-1) with."""
    if isinstance(element, Choice):
        return [word for option in element.options if option for word in _edge(option[side], side)]
    return [element.text] if isinstance(element, Word) else []


class Cue:
    """Wording to look for in a lettered text, of which the first that fits at a position wins.

    Its expression is made when it is first looked for: a pack has hundreds of cues, and most
    documents give occasion to few. Without ``forms`` it is never found. ``overlapping`` finds every
    place where one of them begins, within another too.
    """

    def __init__(
        self, forms: Iterable[str], lexicon: Lexicon, *, overlapping: bool = False
    ) -> None:
        self._forms = tuple(forms)
        self._lexicon = lexicon
        self._overlapping = overlapping

    def finditer(self, lettered: str) -> Iterator[re.Match[str]]:
        """Find the wording wherever it stands."""
        start = self._start_in(lettered)
        return iter(()) if start is None else self._expression.finditer(lettered, start)

    def search(self, lettered: str) -> re.Match[str] | None:
        """Find where the wording stands first."""
        start = self._start_in(lettered)
        return None if start is None else self._expression.search(lettered, start)

    def _start_in(self, lettered: str) -> int | None:
        """Give where a letter stands first with which the wording can begin.

        In most texts there is none, and to look for letters is far quicker than to try wording.
        """
        if self._beginning is None:
            return 0
        first = self._beginning.search(lettered)
        return first.start() if first else None

    @cached_property
    def _phrases(self) -> list[Phrase]:
        return [parse_phrase(form) for form in self._forms]

    @cached_property
    def _all_firsts(self) -> set[str]:
        firsts = [_firsts(phrase, self._lexicon) for phrase in self._phrases]
        return set().union(*firsts) if all(firsts) else set()

    @cached_property
    def _beginning(self) -> re.Pattern[str] | None:
        return re.compile(_one_of(self._all_firsts)) if self._all_firsts else None

    @cached_property
    def _expression(self) -> re.Pattern[str]:
        if not self._phrases:
            return _NEVER
        sources = "|".join(phrase_pattern(phrase, self._lexicon) for phrase in self._phrases)
        source = _opened(f"(?:{sources})", self._all_firsts)
        return re.compile(f"(?={source})" if self._overlapping else source)


def phrase_pattern(phrase: Phrase, lexicon: Lexicon) -> str:
    """Give the expression for a phrase in which no concept is named."""
    return _opened(_source(phrase, lexicon), _firsts(phrase, lexicon))


def _opened(source: str, firsts: set[str]) -> str:
    """Let nothing be tried where the next letter is not one that the expression begins with."""
    return f"(?=[{''.join(sorted(firsts))}]){source}" if firsts else source


def _firsts(phrase: Phrase, lexicon: Lexicon) -> set[str]:
    """Give the letters a phrase can begin with, or nothing where that cannot be told."""
    found: set[str] = set()
    for element in phrase:
        if isinstance(element, Word):
            if element.text == START:
                continue  # stands for no word
            return found | lexicon.letters_of(element.text, verb=element.verb)
        if not isinstance(element, Choice):
            return set()
        options = [_firsts(option, lexicon) for option in element.options if option]
        if not all(options):
            return set()
        found = found.union(*options)
        if len(options) == len(element.options):
            return found
    return set()


def _source(phrase: Phrase, lexicon: Lexicon) -> str:
    return "".join(_element(element, lexicon) for element in phrase)


def _element(element: Element | Choice, lexicon: Lexicon) -> str:
    if isinstance(element, Choice):
        return _choice(element, lexicon)
    if isinstance(element, Gap):
        # A short gap stays within a part of the sentence; a long one may pass a semicolon.
        barrier = SENTENCE_END if element.most > SHORT_GAP else SENTENCE_END + CLAUSE_END
        return f"[^{barrier}]{{0,{element.most}}}?"
    assert isinstance(element, Word), "cues name no concepts; loading a pack makes sure of it"
    if element.text == START:
        return rf"(?:(?<=[{SENTENCE_END}{CLAUSE_END}])|\A)"
    return _one_of(lexicon.letters_of(element.text, verb=element.verb))


def _choice(choice: Choice, lexicon: Lexicon) -> str:
    sources = [_source(option, lexicon) for option in choice.options]
    single = {source for source in sources if len(source) == 1}
    longer = sorted({s for s in sources if len(s) > 1}, key=lambda s: (-len(s), s))
    if single:
        longer.append(_one_of(single))
    optional = "?" if "" in sources else ""
    return f"(?:{'|'.join(longer)}){optional}"


def _one_of(letters: set[str]) -> str:
    return f"[{''.join(sorted(letters))}]" if len(letters) > 1 else next(iter(letters))
