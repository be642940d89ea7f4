"""Which words documents use for each concept, and which document uses which."""

from __future__ import annotations

from collections import Counter, defaultdict
from dataclasses import dataclass
from typing import TYPE_CHECKING

from policyalign.model.report import Status

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

    from policyalign.model.pack import Pack
    from policyalign.renderers.html.findings import DocumentView

_ByWords = dict[str, Counter[int]]


@dataclass(frozen=True, slots=True)
class Wording:
    """One way in which a concept is worded, with how often each document does so."""

    words: str
    count: int
    documents: tuple[tuple[DocumentView, int], ...]


@dataclass(frozen=True, slots=True)
class Usage:
    """The wordings of one concept, the commonest first, and the number of documents with any."""

    term: str
    documents: int
    wordings: tuple[Wording, ...]


@dataclass(frozen=True, slots=True)
class Category:
    """The concepts of a category that documents name, the commonest first, and those left over."""

    name: str
    used: tuple[Usage, ...]
    unused: tuple[str, ...]


def language(pack: Pack, views: list[DocumentView]) -> tuple[Category, ...]:
    """Count the wordings of each concept that documents affirm; letter case makes no difference."""
    counts: dict[str, _ByWords] = defaultdict(lambda: defaultdict(Counter))
    shown: dict[str, str] = {}
    for view in views:
        for mention in view.result.mentions:
            if mention.status is Status.AFFIRMED:
                words = " ".join(mention.quote.split())
                shown.setdefault(words.casefold(), words)
                counts[mention.concept][words.casefold()][view.number] += 1
    return tuple(_categories(pack, counts, shown, views))


def _categories(
    pack: Pack,
    counts: Mapping[str, _ByWords],
    shown: Mapping[str, str],
    views: list[DocumentView],
) -> Iterator[Category]:
    for name in dict.fromkeys(concept.category for concept in pack.concepts.values()):
        concepts = [c for c in pack.concepts.values() if c.category == name]
        used = [_usage(c.term, counts[c.id], shown, views) for c in concepts if c.id in counts]
        yield Category(
            name=name.replace("-", " ").capitalize(),
            used=tuple(sorted(used, key=lambda usage: (-usage.documents, usage.term))),
            unused=tuple(c.term for c in concepts if c.id not in counts),
        )


def _usage(
    term: str, by_words: _ByWords, shown: Mapping[str, str], views: list[DocumentView]
) -> Usage:
    ranked = sorted(by_words.items(), key=lambda pair: (-pair[1].total(), pair[0]))
    return Usage(
        term=term,
        documents=len({number for numbers in by_words.values() for number in numbers}),
        wordings=tuple(
            Wording(shown[words], n.total(), tuple((views[i - 1], n[i]) for i in sorted(n)))
            for words, n in ranked
        ),
    )
