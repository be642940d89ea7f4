"""What the web page says at its top, and the tables below it, worked out as rows."""

from __future__ import annotations

from collections import Counter, defaultdict
from dataclasses import dataclass
from typing import TYPE_CHECKING

from policyalign.model.partnership import MOST_POINTS
from policyalign.renderers import partnership_lines as lines
from policyalign.renderers import partnership_wording as words
from policyalign.renderers.wording import counted

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

    from policyalign.model.partnership import Agency, Count, Difference, Dispute, Item, Partnership
    from policyalign.model.submissions import ItemKey

# Shades of the heat map, from nothing to everything.
_SHADES = 4
_FIRST = 3


@dataclass(frozen=True, slots=True, kw_only=True)
class Answer:
    """A question of the meeting, with its answer, the first few cases and where the rest stands."""

    question: str
    figure: str
    line: str
    cases: tuple[str, ...]
    more: int
    address: str

    @classmethod
    def of(cls, view: Partnership) -> tuple[Answer, ...]:
        """Answer the questions with which a meeting begins."""
        return (_returned(view), _weak(view), _above(view), _overdue(view))


@dataclass(frozen=True, slots=True)
class ByItem:
    """The agencies that rate themselves two steps and one step above the documents on an item."""

    item: Item
    two: tuple[str, ...]
    one: tuple[str, ...]


@dataclass(frozen=True, kw_only=True)
class Overview:
    """Rows of the tables.

    ``late`` counts overdue actions by agency. ``areas`` has the items of each. ``far`` are the
    self-ratings two steps above the documents.
    """

    late: Mapping[str, int]
    areas: tuple[tuple[str, tuple[Item, ...]], ...]
    titles: Mapping[ItemKey, Item]
    far: tuple[Difference, ...]
    by_item: tuple[ByItem, ...]
    disputes: tuple[tuple[str, tuple[Dispute, ...]], ...]

    @classmethod
    def of(cls, view: Partnership) -> Overview:
        """Work the rows out."""
        items: dict[str, list[Item]] = defaultdict(list)
        for item in view.items:
            items[item.area].append(item)
        disputes: dict[str, list[Dispute]] = defaultdict(list)
        for dispute in view.disputes:
            disputes[dispute.agency].append(dispute)
        return cls(
            late=Counter(action.agency for action in view.overdue),
            areas=tuple((area, tuple(found)) for area, found in items.items()),
            titles={item.key: item for item in view.items},
            far=tuple(found for found in view.above if found.points == MOST_POINTS),
            by_item=tuple(by_item(view)),
            disputes=tuple((agency, tuple(found)) for agency, found in disputes.items()),
        )

    @staticmethod
    def shade(count: Count) -> int:
        """Give 0 for nothing met to 4 for everything; these two are kept for just that."""
        share = (count.mean or 0) / MOST_POINTS
        return 1 + int(share * (_SHADES - 1)) if 0 < share < 1 else int(share) * _SHADES


def by_item(view: Partnership) -> Iterator[ByItem]:
    """Give the items on which agencies rate themselves above their documents, most steps first."""
    found: dict[ItemKey, list[Difference]] = defaultdict(list)
    for difference in view.above:
        found[difference.item.key].append(difference)
    for same in sorted(found.values(), key=lambda ds: -sum(d.points for d in ds)):
        yield ByItem(
            item=same[0].item,
            two=tuple(d.agency for d in same if d.points == MOST_POINTS),
            one=tuple(d.agency for d in same if d.points < MOST_POINTS),
        )


def _answer(question: str, figure: str, line: str, cases: list[str], address: str) -> Answer:
    return Answer(
        question=question,
        figure=figure,
        line=line,
        cases=tuple(cases[:_FIRST]),
        more=max(len(cases) - _FIRST, 0),
        address=address,
    )


def _returned(view: Partnership) -> Answer:
    there = len(view.expected) - len(view.missing) if view.expected else len(view.returned)
    figure = f"{there} of {len(view.expected)}" if view.expected else str(there)
    cases = [f"{name}: not returned" for name in view.missing]
    cases += [f"{agency.name}: {_unrated(agency)}" for agency in view.unfinished]
    return _answer("Who has returned?", figure, lines.returned_line(view), cases, "returned")


def _unrated(agency: Agency) -> str:
    return f"{counted(agency.unrated, 'item')} not rated"


def _weak(view: Partnership) -> Answer:
    nowhere = sum(found.is_weak_everywhere for found in view.weakest)
    weak = [f"{found.item.title}: {words.met(found.count)}" for found in view.weak]
    figure = f"{nowhere} of {len(view.weakest)}"
    return _answer("Where is the partnership weak?", figure, lines.weak_line(view), weak, "weak")


def _above(view: Partnership) -> Answer:
    ranked = sorted((a for a in view.agencies if a.above), key=lambda a: (-a.above, a.name))
    cases = [f"{agency.name}: {counted(agency.above, 'item')} above" for agency in ranked]
    question = "Who rates itself above its documents?"
    return _answer(question, str(len(view.above)), lines.above_line(view), cases, "above")


def _overdue(view: Partnership) -> Answer:
    cases = [words.late(one) for one in view.overdue]
    return _answer(
        "What is overdue?", str(len(view.overdue)), lines.overdue_line(view), cases, "actions"
    )
