"""What policyalign, and what people would use instead of it, finds in labelled passages.

The alternatives search with the wording of the pack, acronyms included, in text that policyalign
has folded for them: what separates them from it is matching. They know no status, so all that they
find counts as affirmed, and all discouraged wording counts as a fault.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from importlib.util import find_spec

import policyalign
from benchmarks import searches
from benchmarks.agreement import Found, Mention, Result, tally
from benchmarks.alternatives import wordings_of
from benchmarks.labelled_passages import Passage
from benchmarks.searches import Search
from policyalign.forms import is_case_exact, is_plain, parse_phrase
from policyalign.model.pack import Concept, Discouraged, Form, Pack, Sense
from policyalign.text import fold, words

OURS = "policyalign"
EVERY, SURE, ONE = "every wording", "wording that is never ambiguous", "one wording a form"
_LEVELS = (75, 80, 85, 88, 90, 91, 92, 93, 94, 95, 97, 100)

Wordings = dict[str, set[str]]
"""The ids that each wording stands for."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Alternative:
    """A way of searching, the settings of it that are tried, and the package that it needs."""

    name: str
    wording: str
    searches: Mapping[str, Search]
    thresholds: Sequence[int] = ()
    needs: str = "rapidfuzz"
    slow: bool = False

    @property
    def title(self) -> str:
        """The name with the wording that is searched for."""
        return f"{self.name}, {self.wording}"

    @property
    def is_installed(self) -> bool:
        """Whether the package that it needs is here."""
        return find_spec(self.needs) is not None


_EXACT = {
    "longest": searches.exact_longest,
    "all": searches.exact_all,
    "all, without plural s": searches.exact_without_plurals,
}
_SPACY = {
    "FUZZY": searches.spacy_fuzzy,
    "FUZZY from 5 letters": searches.spacy_fuzzy_long,
    "FUZZY1 from 5 letters": searches.spacy_fuzzy_one,
}
_PARTIAL = {"": searches.partial_ratio}
_SPACZZ = {"": searches.spaczz_fuzzy}
ALTERNATIVES = (
    Alternative(name="exact search", wording=EVERY, searches=_EXACT),
    Alternative(name="exact search", wording=SURE, searches=_EXACT),
    Alternative(name="partial_ratio", wording=EVERY, searches=_PARTIAL, thresholds=_LEVELS),
    Alternative(name="partial_ratio", wording=ONE, searches=_PARTIAL, thresholds=_LEVELS),
    Alternative(name="spaCy Matcher", wording=EVERY, searches=_SPACY, needs="spacy"),
    Alternative(name="spaCy Matcher", wording=ONE, searches=_SPACY, needs="spacy"),
    Alternative(
        name="spaczz",
        wording=EVERY,
        searches=_SPACZZ,
        thresholds=_LEVELS,
        needs="spaczz",
        slow=True,
    ),
    Alternative(name="spaczz", wording=ONE, searches=_SPACZZ, thresholds=_LEVELS, needs="spaczz"),
)


def ours(passages: Sequence[Passage], pack: Pack) -> Result:
    """Give what policyalign finds."""
    found = [
        found_by_policyalign(policyalign.check_text(p.text, pack=pack, heading=p.heading))
        for p in passages
    ]
    return Result(OURS, "", passages, found)


def found_by_policyalign(result: policyalign.DocumentResult) -> Found:
    """Give each concept once, as affirmed if it is so anywhere, and the discouraged wording."""
    concepts: dict[str, Mention] = {}
    for mention in result.mentions:
        before = concepts.get(mention.concept, Mention("", ()))
        status = before.status if before.status == "affirmed" else str(mention.status)
        concepts[mention.concept] = Mention(status, (*before.words, mention.quote))
    return Found(
        concepts=concepts,
        discouraged={fault.id: fault.quote for fault in result.faults},
        excused={each.id: each.excuse for each in result.discouraged if each.excused},
    )


def best(results: Sequence[Result]) -> Result:
    """Give the result with the best F1 for concepts on the very passages that were searched."""
    return max(results, key=lambda result: tally(result.concepts).f1 or 0.0)


def results_with_settings(
    alternative: Alternative, passages: Sequence[Passage], pack: Pack
) -> Iterator[Result]:
    """Give what an alternative finds with each of its settings."""
    texts = [" ".join(words(fold(passage.text).text)) for passage in passages]
    tried = [
        _names_found(alternative, texts, owners)
        for owners in (pack.concepts.values(), pack.discouraged.values())
    ]
    for (setting, concepts), (_, discouraged) in zip(*tried, strict=True):
        found = [
            Found(
                concepts={name: Mention("affirmed", said) for name, said in credited.items()},
                discouraged={name: said[0] for name, said in faults.items()},
            )
            for credited, faults in zip(concepts, discouraged, strict=True)
        ]
        yield Result(alternative.title, setting, passages, found)


def _names_found(
    alternative: Alternative, texts: Sequence[str], owners: Iterable[Concept | Discouraged]
) -> Iterator[tuple[str, list[dict[str, tuple[str, ...]]]]]:
    """Give for each setting, and each text, the ids found and the wordings that showed them."""
    owners = list(owners)
    listed, acronyms = wordings(owners, alternative.wording), wordings(owners, exact_case=True)
    lettered = searches.exact_longest(texts, acronyms)
    small = [text.lower() for text in texts]
    for setting, found in searches.tried(
        alternative.searches, alternative.thresholds, small, listed
    ):
        yield (
            setting,
            [
                _named(listed, some) | _named(acronyms, exact)
                for some, exact in zip(found, lettered, strict=True)
            ],
        )


def wordings(
    owners: Iterable[Concept | Discouraged], which: str = EVERY, *, exact_case: bool = False
) -> Wordings:
    """Give the wordings of all forms that are words alone.

    With ``exact_case`` these are the forms that are matched letter for letter, otherwise the rest.
    """
    found: Wordings = defaultdict(set)
    for owner in owners:
        for form in owner.forms:
            if is_plain(parse_phrase(form.text)) and is_case_exact(form.text) is exact_case:
                for wording in _chosen(form, which):
                    found[wording].add(owner.id)
    return dict(found)


def _chosen(form: Form, which: str) -> list[str]:
    if which == SURE and form.sense is not Sense.ANYWHERE:
        return []
    every = list(wordings_of(form))
    if is_case_exact(form.text):
        as_written = {word.lower(): word for word in words(form.text)}
        every = [" ".join(as_written.get(w, w) for w in wording.split()) for wording in every]
    return every[:1] if which == ONE else every


def _named(names: Wordings, found: Iterable[str]) -> dict[str, tuple[str, ...]]:
    said: dict[str, list[str]] = defaultdict(list)
    for wording in sorted(found):
        for name in sorted(names[wording]):
            said[name].append(wording)
    return {name: tuple(each) for name, each in said.items()}
