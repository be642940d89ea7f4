"""What the page says of all documents together."""

from __future__ import annotations

from collections import Counter, defaultdict
from dataclasses import dataclass
from typing import TYPE_CHECKING

from policyalign.model.report import Outcome, Status

if TYPE_CHECKING:
    from collections.abc import Iterator

    from policyalign.model.pack import ChecklistItem, Pack
    from policyalign.model.report import DocumentResult, Report
    from policyalign.renderers.html.findings import DocumentView

# Shades of the heat map, from nothing met to everything met.
_SHADES = 4


@dataclass(frozen=True, slots=True)
class AreaCell:
    """How far a document covers an area: items met and partly met of those that count."""

    met: int
    partly: int
    applicable: int
    shade: int


@dataclass(frozen=True, slots=True)
class Missing:
    """An item with the number of documents that lack it, of those where it counts."""

    item: ChecklistItem
    documents: int
    of: int


@dataclass(frozen=True, slots=True)
class Wording:
    """One way in which a concept is worded, with how often each document does so."""

    words: str
    count: int
    documents: tuple[tuple[DocumentView, int], ...]


@dataclass(frozen=True, slots=True)
class Language:
    """The wordings of one concept, the commonest first."""

    term: str
    count: int
    documents: int
    wordings: tuple[Wording, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Overview:
    """The tables at the top. ``ranked`` is by alignment, the lowest first, without scores last."""

    ranked: tuple[DocumentView, ...]
    heat: tuple[tuple[DocumentView, tuple[AreaCell, ...]], ...]
    areas: tuple[str, ...]
    missing: tuple[Missing, ...]
    language: tuple[Language, ...]
    unused: tuple[str, ...]
    agencies: tuple[str | None, ...]
    kinds: tuple[tuple[str, str], ...]

    @classmethod
    def of(cls, report: Report, views: list[DocumentView]) -> Overview:
        """Work out the tables for all documents of a report."""
        areas = tuple(dict.fromkeys(item.area for item in report.pack.checklist.values()))
        language = tuple(_language(report.pack, views))
        used = {entry.term for entry in language}
        return cls(
            ranked=tuple(sorted(views, key=_rank)),
            heat=tuple(
                (view, tuple(_cell(view.result, report.pack, area) for area in areas))
                for view in views
            ),
            areas=areas,
            missing=tuple(_missing(report)),
            language=language,
            unused=tuple(c.term for c in report.pack.concepts.values() if c.term not in used),
            agencies=tuple(dict.fromkeys(view.result.agency for view in views)),
            kinds=tuple(sorted({(view.kind, view.result.type) for view in views})),
        )


def _rank(view: DocumentView) -> tuple[bool, float, int]:
    score = view.result.score
    return score is None, score or 0.0, view.number


def _cell(document: DocumentResult, pack: Pack, area: str) -> AreaCell:
    counts = Counter(
        item.outcome for item in document.items if pack.checklist[item.id].area == area
    )
    met, partly = counts[Outcome.MET], counts[Outcome.PARTLY]
    applicable = sum(count for outcome, count in counts.items() if outcome.counts)
    share = (met + pack.partly * partly) / applicable if applicable else 0.0
    # The lightest and the darkest shade are kept for nothing and for everything.
    shade = 1 + int(share * (_SHADES - 1)) if 0 < share < 1 else int(share) * _SHADES
    return AreaCell(met, partly, applicable, shade)


def _missing(report: Report) -> Iterator[Missing]:
    counted = Counter(
        item.id for document in report.documents for item in document.items if item.outcome.counts
    )
    for item, documents in report.totals.missing:
        yield Missing(report.pack.checklist[item], documents, counted[item])


def _language(pack: Pack, views: list[DocumentView]) -> Iterator[Language]:
    """Count the wordings of each concept that documents affirm; letter case makes no difference."""
    counts: dict[str, dict[str, Counter[int]]] = defaultdict(lambda: defaultdict(Counter))
    shown: dict[str, str] = {}
    for view in views:
        for mention in view.result.mentions:
            if mention.status is Status.AFFIRMED:
                words = " ".join(mention.quote.split())
                shown.setdefault(words.casefold(), words)
                counts[mention.concept][words.casefold()][view.number] += 1
    entries = []
    for concept, by_words in counts.items():
        wordings = tuple(
            Wording(shown[w], n.total(), tuple((views[i - 1], n[i]) for i in sorted(n)))
            for w, n in sorted(by_words.items(), key=lambda pair: (-pair[1].total(), pair[0]))
        )
        documents = len({number for by_document in by_words.values() for number in by_document})
        total = sum(w.count for w in wordings)
        entries.append(Language(pack.concepts[concept].term, total, documents, wordings))
    yield from sorted(entries, key=lambda entry: (-entry.documents, -entry.count, entry.term))
