"""Phrases as regular expressions over a lettered text.

Cues are many and are looked for only where a term was found, so each group of them becomes one
expression. A text has one letter a word, so these expressions are short and run fast.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator

from policyalign.forms import Choice, Element, Gap, Phrase, Word, parse_phrase
from policyalign.matching.english import verb_inflections
from policyalign.matching.lexicon import SENTENCE_END, Lexicon

Spellings = dict[tuple[str, ...], list[tuple[str, ...]]]
Pattern = re.Pattern[str]

_NEVER = re.compile(r"(?!)")


def phrase_words(phrase: Phrase) -> Iterator[str]:
    """Give every word that a phrase can hold, verbs in all their forms."""
    for element in phrase:
        if isinstance(element, Choice):
            for option in element.options:
                yield from phrase_words(option)
        elif isinstance(element, Word):
            yield from verb_inflections(element.text) if element.verb else (element.text,)


def pattern(forms: Iterable[str], lexicon: Lexicon) -> Pattern:
    """Compile forms, of which the first that fits at a position wins; none never matches."""
    sources = [_source(parse_phrase(form), lexicon) for form in forms]
    return re.compile("|".join(sources)) if sources else _NEVER


def _source(phrase: Phrase, lexicon: Lexicon) -> str:
    return "".join(_element(element, lexicon) for element in phrase)


def _element(element: Element | Choice, lexicon: Lexicon) -> str:
    if isinstance(element, Choice):
        return _choice(element, lexicon)
    if isinstance(element, Gap):
        return f"[^{SENTENCE_END}]{{0,{element.most}}}?"
    assert isinstance(element, Word), "cues name no concepts; loading a pack makes sure of it"
    if element.verb:
        return _one_of({lexicon.letter(word) for word in verb_inflections(element.text)})
    return lexicon.letter(element.text)


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
