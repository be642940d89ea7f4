"""What the page says of all documents together."""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass
from typing import TYPE_CHECKING

from policyalign.model.report import Outcome
from policyalign.renderers.html.language import Category, WordsUsed
from policyalign.renderers.html.rows import DocumentRow

if TYPE_CHECKING:
    from policyalign.model.pack import ChecklistItem, Pack, Rating
    from policyalign.model.report import DocumentResult, Report

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

    ranked: tuple[DocumentRow, ...]
    heat: tuple[tuple[DocumentRow, tuple[AreaCell, ...]], ...]
    areas: tuple[str, ...]
    missing: tuple[Missing, ...]
    language: tuple[Category, ...]
    ratings: tuple[tuple[Rating, int], ...]
    agencies: tuple[str | None, ...]
    kinds: tuple[tuple[str, str], ...]

    @classmethod
    def of(cls, report: Report) -> Overview:
        """Work out the tables, looking at one document after the other."""
        areas = tuple(dict.fromkeys(item.area for item in report.pack.checklist.values()))
        rated = dict(report.totals.ratings)
        heat: list[tuple[DocumentRow, tuple[AreaCell, ...]]] = []
        words = WordsUsed(report.pack)
        counted: Counter[str] = Counter()
        for number, document in enumerate(report.documents, start=1):
            row = DocumentRow.of(document, report.pack, number)
            heat.append((row, tuple(_cell(document, report.pack, area) for area in areas)))
            words.add(row, document.mentions)
            counted.update(item.id for item in document.items if item.standing.counts)
        rows = [row for row, _ in heat]
        return cls(
            ranked=tuple(sorted(rows, key=_rank)),
            heat=tuple(heat),
            areas=areas,
            missing=tuple(
                Missing(report.pack.checklist[item], documents, counted[item])
                for item, documents in report.totals.missing
            ),
            language=tuple(words.categories()),
            ratings=tuple((r, rated.get(r.name, 0)) for r in report.pack.ratings),
            agencies=tuple(dict.fromkeys(row.agency for row in rows)),
            kinds=tuple(sorted({(row.kind, row.type) for row in rows})),
        )


def _rank(row: DocumentRow) -> tuple[bool, float, int]:
    return row.score is None, row.score or 0.0, row.number


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
