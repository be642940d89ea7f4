"""Which words documents use for each concept, and which document uses which."""

from __future__ import annotations

from collections import Counter, defaultdict
from dataclasses import dataclass
from typing import TYPE_CHECKING

from policyalign.model.report import Status

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from policyalign.model.pack import Pack
    from policyalign.model.report import Mention
    from policyalign.renderers.html.rows import DocumentRow

_ByWords = dict[str, Counter[int]]


@dataclass(frozen=True, slots=True)
class Wording:
    """One way in which a concept is worded, with how often each document does so."""

    words: str
    count: int
    documents: tuple[tuple[DocumentRow, int], ...]


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


class WordsUsed:
    """Counts the wordings of each concept that documents affirm; letter case does not matter."""

    def __init__(self, pack: Pack) -> None:
        self._pack = pack
        self._counts: dict[str, _ByWords] = defaultdict(lambda: defaultdict(Counter))
        self._shown: dict[str, str] = {}
        self._rows: list[DocumentRow] = []

    def add(self, row: DocumentRow, mentions: Iterable[Mention]) -> None:
        """Count the mentions of one more document."""
        self._rows.append(row)
        for mention in mentions:
            if mention.status is Status.AFFIRMED:
                words = " ".join(mention.quote.split())
                self._shown.setdefault(words.casefold(), words)
                self._counts[mention.concept][words.casefold()][len(self._rows) - 1] += 1

    def categories(self) -> Iterator[Category]:
        """Give the pack's categories with what was counted."""
        counts, known = self._counts, self._pack.concepts.values()
        for name in dict.fromkeys(concept.category for concept in known):
            concepts = [c for c in known if c.category == name]
            used = [self._usage(c.term, counts[c.id]) for c in concepts if c.id in counts]
            yield Category(
                name=name.replace("-", " ").capitalize(),
                used=tuple(sorted(used, key=lambda usage: (-usage.documents, usage.term))),
                unused=tuple(c.term for c in concepts if c.id not in counts),
            )

    def _usage(self, term: str, by_words: _ByWords) -> Usage:
        ranked = sorted(by_words.items(), key=lambda pair: (-pair[1].total(), pair[0]))
        return Usage(
            term=term,
            documents=len({place for places in by_words.values() for place in places}),
            wordings=tuple(
                Wording(
                    self._shown[words],
                    n.total(),
                    tuple((self._rows[place], n[place]) for place in sorted(n)),
                )
                for words, n in ranked
            ),
        )
