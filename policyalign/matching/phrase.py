"""Any phrase as a pack of its own, so that it is looked for as the forms of concepts are."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import replace

from policyalign.errors import InputError
from policyalign.forms import (
    MOST_SEQUENCES,
    START,
    FormSyntaxError,
    count_sequences,
    is_plain,
    names_concepts,
    parse_phrase,
)
from policyalign.matching.candidates import weigh
from policyalign.matching.compiled import CompiledPack
from policyalign.matching.english import FUNCTION_WORDS, LINKS
from policyalign.matching.passage import passage_of
from policyalign.model.pack import Concept, Context, DocumentType, Form, Pack
from policyalign.text import fold, words
from policyalign.word_list import english_words

PHRASE = "phrase"

# As alike as packs ask for by default; at 100 nothing may be misspelt, turned round or apart.
_THRESHOLD = 85.0
_EXACT = 100.0
_SHORTEST_MISSPELT = 5
_TWO_ERRORS_FROM = 8
_LIKE_A_NAME = 75.0
_MOST_NEAREST = 3
_MARKS = frozenset("()|*~<>#=")
_NO_CONTEXT = Context(casework=(), elsewhere=())
# A lexicon knows the words of its pack alone, and a phrase is taken apart by little words; so they
# are given to the pack where nothing is looked for that a search needs.
_LITTLE_WORDS = DocumentType(
    id="little-words", name="", titles=(), content=tuple(sorted(FUNCTION_WORDS | LINKS))
)


def named_concepts(compiled: CompiledPack, wanted: str) -> tuple[str, ...]:
    """Give the ids of the concepts that a text names, whole, by one of their forms."""
    passage = passage_of(wanted, compiled.lexicon)
    hits = compiled.terms.hits(passage.lettered)
    owners = [
        candidate.hit.wording.owner
        for candidate in weigh(hits, passage)
        if candidate.hit.wording.role == "concept" and passage.fills(candidate.hit)
    ]
    return tuple(dict.fromkeys(owners))


def nearest_concepts(pack: Pack, wanted: str) -> tuple[str, ...]:
    """Give the ids of the concepts whose name or wording is most like a text, the nearest first."""
    from rapidfuzz import fuzz, process

    names = {name: concept.id for concept in pack.concepts.values() for name in _names(concept)}
    near = process.extract(
        fold(wanted).text.lower(),
        list(names),
        scorer=fuzz.token_sort_ratio,
        score_cutoff=_LIKE_A_NAME,
        limit=None,
    )
    return tuple(dict.fromkeys(names[name] for name, _, _ in near))[:_MOST_NEAREST]


def _names(concept: Concept) -> Iterator[str]:
    yield concept.term.lower()
    yield concept.id.replace("-", " ")
    for form in concept.forms:
        if _MARKS.isdisjoint(form.text):
            yield form.text.lower()


def phrase_pack(pack: Pack, phrase: str, *, exact: bool = False) -> Pack:
    """Give a pack whose one concept, ``PHRASE``, is a phrase.

    Its cues are those of ``pack``, so that a mention has its status. The marks of forms mean in a
    phrase what they mean in a pack. With ``exact`` no word may be misspelt or stand elsewhere.

    Raises ``InputError`` for a phrase without words, or with marks that cannot be read.
    """
    _check(phrase)
    form = Form(text=phrase, threshold=_EXACT if exact else _THRESHOLD)
    concept = Concept(
        id=PHRASE, term=phrase, category="", definition="", forms=(form,), source="the user"
    )
    return replace(
        pack,
        fingerprint=f"{pack.fingerprint} {form.threshold:g} {phrase}",
        concepts={PHRASE: concept},
        checklist={},
        discouraged={},
        context=_NO_CONTEXT,
        types={**pack.types, _LITTLE_WORDS.id: _LITTLE_WORDS},
    )


def _check(phrase: str) -> None:
    if not words(fold(phrase).text):
        raise InputError("There are no words to look for. Give a word, a phrase or a concept.")
    try:
        parsed = parse_phrase(phrase)
    except FormSyntaxError as problem:
        raise InputError(f"Cannot look for “{phrase}”: {problem}.") from problem
    if names_concepts(parsed) or START in phrase:
        raise InputError(f"Cannot look for “{phrase}”: < > and {START} work only inside a pack.")
    if is_plain(parsed) and count_sequences(parsed) > MOST_SEQUENCES:
        raise InputError(f"Cannot look for “{phrase}”: it stands for too many wordings.")


def respelt(phrase: str, knows: Callable[[str], bool]) -> str:
    """Give a phrase that also takes, for each word that is in no list, the nearest that are in one.

    Documents are more often spelt right than what is typed in a hurry; but an unknown word may be
    a name, so it is kept beside the others. A phrase with the marks of forms is left as it is.
    """
    if not _MARKS.isdisjoint(phrase):
        return phrase
    written = words(fold(phrase).text)
    found = [_with_nearest(word, knows) for word in written]
    return phrase if found == written else " ".join(found)


def _with_nearest(word: str, knows: Callable[[str], bool]) -> str:
    near = [] if knows(word.lower()) else _nearest_english(word.lower())
    return f"({'|'.join([word, *near])})" if near else word


def _nearest_english(word: str) -> list[str]:
    """Give the English words that are nearest to a misspelt one, the commonest first."""
    if len(word) < _SHORTEST_MISSPELT or not word.isalpha():
        return []
    from rapidfuzz import process
    from rapidfuzz.distance import OSA

    counts = english_words()
    most = 2 if len(word) >= _TWO_ERRORS_FROM else 1
    near = process.extract(word, list(counts), scorer=OSA.distance, score_cutoff=most, limit=None)
    fewest = min((errors for _, errors, _ in near), default=0)
    nearest = [one for one, errors, _ in near if errors == fewest]
    return sorted(nearest, key=lambda one: (-counts[one], one))[:_MOST_NEAREST]
