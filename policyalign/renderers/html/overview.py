"""What the page says of all documents together."""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass
from typing import TYPE_CHECKING

from policyalign.model.report import Outcome
from policyalign.renderers.html.language import Category, language

if TYPE_CHECKING:
    from collections.abc import Iterator

    from policyalign.model.pack import ChecklistItem, Pack, Rating
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


@dataclass(frozen=True, slots=True, kw_only=True)
class Overview:
    """The tables at the top. ``ranked`` is by alignment, the lowest first, without scores last."""

    ranked: tuple[DocumentView, ...]
    heat: tuple[tuple[DocumentView, tuple[AreaCell, ...]], ...]
    areas: tuple[str, ...]
    missing: tuple[Missing, ...]
    language: tuple[Category, ...]
    ratings: tuple[tuple[Rating, int], ...]
    agencies: tuple[str | None, ...]
    kinds: tuple[tuple[str, str], ...]

    @classmethod
    def of(cls, report: Report, views: list[DocumentView]) -> Overview:
        """Work out the tables for all documents of a report."""
        areas = tuple(dict.fromkeys(item.area for item in report.pack.checklist.values()))
        rated = dict(report.totals.ratings)
        return cls(
            ranked=tuple(sorted(views, key=_rank)),
            heat=tuple(
                (view, tuple(_cell(view.result, report.pack, area) for area in areas))
                for view in views
            ),
            areas=areas,
            missing=tuple(_missing(report)),
            language=language(report.pack, views),
            ratings=tuple((r, rated.get(r.name, 0)) for r in report.pack.ratings),
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
        item.id for document in report.documents for item in document.items if item.standing.counts
    )
    for item, documents in report.totals.missing:
        yield Missing(report.pack.checklist[item], documents, counted[item])
