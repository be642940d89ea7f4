"""Ways of looking for wording in text that other packages offer.

Each is given texts and wordings that are folded, in small letters, with one space between words,
and says for each text how like, 0 to 100, the wordings are that it found there.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Collection, Iterator, Mapping, Sequence
from typing import Any

from ahocorasick_rs import AhoCorasick, MatchKind
from rapidfuzz import fuzz, process

Likeness = dict[str, float]
"""How like each wording is that was found in a text, 0 to 100."""
Search = Callable[[Sequence[str], Collection[str]], list[Likeness]]

LOWEST = 75
"""Below this nothing is given by the searches that measure likeness."""
_LONG = 5  # letters from which a word is compared fuzzily, where short words are not


def exact_longest(texts: Sequence[str], wordings: Collection[str]) -> list[Likeness]:
    """Find wording letter for letter as whole words; the longest where several overlap."""
    return _exact(texts, list(wordings), MatchKind.LeftmostLongest)


def exact_all(texts: Sequence[str], wordings: Collection[str]) -> list[Likeness]:
    """Find wording letter for letter as whole words, also inside longer wording."""
    return _exact(texts, list(wordings), MatchKind.Standard)


def exact_without_plurals(texts: Sequence[str], wordings: Collection[str]) -> list[Likeness]:
    """Match as ``exact_all``, but with a final "s" left off every longer word on both sides."""
    listed = list(wordings)
    singular = {_without_s(wording): wording for wording in reversed(listed)}
    found = exact_all([_without_s(text) for text in texts], singular)
    return [{singular[wording]: ratio for wording, ratio in text.items()} for text in found]


def _exact(texts: Sequence[str], wordings: list[str], kind: MatchKind) -> list[Likeness]:
    automaton = AhoCorasick([_apart(wording) for wording in wordings], matchkind=kind)
    overlapping = kind is MatchKind.Standard
    return [
        {
            wordings[number]: 100.0
            for number, _, _ in automaton.find_matches_as_indexes(
                _apart(text), overlapping=overlapping
            )
        }
        for text in texts
    ]


def _apart(text: str) -> str:
    """Put two spaces between words, so that wordings side by side need not share one."""
    return f" {text.replace(' ', '  ')} "


def _without_s(text: str) -> str:
    return re.sub(r"(?<=[^\W\d_]{3})s(?= |$)", "", text)


def partial_ratio(texts: Sequence[str], wordings: Collection[str]) -> list[Likeness]:
    """Compare every wording with the part of each text that is most like it."""
    wordings = list(wordings)
    return [
        {
            wording: ratio
            for wording, ratio, _ in process.extract_iter(
                text, wordings, scorer=fuzz.partial_ratio, score_cutoff=LOWEST
            )
        }
        for text in texts
    ]


def spacy_fuzzy(texts: Sequence[str], wordings: Collection[str]) -> list[Likeness]:
    """Match word by word with ``FUZZY``: two errors, or three in ten letters of long words."""
    return _spacy(texts, wordings, "FUZZY", least=1)


def spacy_fuzzy_long(texts: Sequence[str], wordings: Collection[str]) -> list[Likeness]:
    """Match as ``spacy_fuzzy``, but words under five letters as they are."""
    return _spacy(texts, wordings, "FUZZY", least=_LONG)


def spacy_fuzzy_one(texts: Sequence[str], wordings: Collection[str]) -> list[Likeness]:
    """Match as ``spacy_fuzzy_long``, but with one error at most in a word."""
    return _spacy(texts, wordings, "FUZZY1", least=_LONG)


def _spacy(
    texts: Sequence[str], wordings: Collection[str], operator: str, least: int
) -> list[Likeness]:
    import spacy
    from spacy.matcher import Matcher

    vocab = spacy.blank("en").vocab
    matcher: Any = Matcher(vocab)
    for wording in wordings:
        pattern = [
            {"LOWER": {operator: word} if len(word) >= least else word} for word in wording.split()
        ]
        matcher.add(wording, [pattern])
    found = (matcher(_doc(text, vocab)) for text in texts)
    return [{vocab.strings[name]: 100.0 for name, _, _ in matches} for matches in found]


def spaczz_fuzzy(texts: Sequence[str], wordings: Collection[str]) -> list[Likeness]:
    """Compare every wording with runs of about as many words, as spaczz does it."""
    import spacy
    from spaczz.matcher import FuzzyMatcher

    vocab = spacy.blank("en").vocab
    matcher: Any = FuzzyMatcher(vocab, min_r2=LOWEST)
    for wording in wordings:
        matcher.add(wording, [_doc(wording, vocab)])
    found = (matcher(_doc(text, vocab)) for text in texts)
    return [_best(matches) for matches in found]


def _doc(text: str, vocab: Any) -> Any:
    """Give a text as spaCy has it, split at its spaces and with no space after the last word."""
    from spacy.tokens import Doc

    words = text.split()
    return Doc(vocab, words=words, spaces=[True] * (len(words) - 1) + [False] * bool(words))


def _best(matches: list[tuple[str, int, int, int, str]]) -> Likeness:
    best: Likeness = {}
    for name, _, _, ratio, _ in matches:
        best[name] = max(best.get(name, 0.0), float(ratio))
    return best


def tried(
    searches: Mapping[str, Search],
    thresholds: Sequence[int],
    texts: Sequence[str],
    wordings: Collection[str],
) -> Iterator[tuple[str, list[set[str]]]]:
    """Give for every setting what it is called and the wordings found in each text with it."""
    for name, search in searches.items():
        found = search(texts, wordings)
        for least in thresholds or (0,):
            setting = " ".join(filter(None, (name, f"≥ {least}" if thresholds else "")))
            yield setting, [{w for w, ratio in text.items() if ratio >= least} for text in found]
