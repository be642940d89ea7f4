"""Find the heading at which a policy's owner would look for what is missing.

In this order: the heading above the words that come nearest to what the item lacks; the heading
of the section that speaks most of the item's area; the one that shares most words with the item's
title and area; the title.
"""

from __future__ import annotations

from collections import Counter, defaultdict
from functools import cached_property

from policyalign.model.clauses import AtLeast, NoDiscouraged
from policyalign.model.document import Block, Document, Kind, State
from policyalign.model.pack import ChecklistItem, Pack
from policyalign.model.report import DocumentResult
from policyalign.renderers.gaps import Gap
from policyalign.text import fold, words

# What stands here stands in no section.
_NOWHERE = (Kind.CONTENTS, Kind.REFERENCE, Kind.HEADER, Kind.FOOTER)
_SHORTEST_WORD = 4


class Fitting:
    """The headings of one checked document. ``title`` is the block that all else falls back on."""

    def __init__(self, document: Document, checked: DocumentResult, pack: Pack) -> None:
        self._blocks = document.blocks
        self._checked = checked
        self._pack = pack
        self._headings = [block for block in document.blocks if _is_heading(block)]
        self.title = _title(document, self._headings)

    def heading_for(self, gap: Gap) -> int:
        """Give the number of the block at which to say that an item is not met."""
        choices = (
            self._of_nearest(gap.item),
            self._of_area.get(gap.item.area),
            self._alike(gap.item),
        )
        return next((heading for heading in choices if heading is not None), self.title)

    def _of_nearest(self, item: ChecklistItem) -> int | None:
        """Give the heading above the words that come nearest to what an item lacks."""
        result = next(one for one in self._checked.items if one.id == item.id)
        failed = {clause.text for clause in result.clauses if not clause.held}
        lacking = [clause for clause in item.expected if str(clause) in failed]
        named = {c for clause in lacking if isinstance(clause, AtLeast) for c in clause.concepts}
        kinds = {k for clause in lacking if isinstance(clause, NoDiscouraged) for k in clause.kinds}
        places = [e.place for e in result.evidence if not named or e.concept in named]
        places += [
            fault.place
            for fault in self._checked.faults
            if self._pack.discouraged[fault.id].kind in kinds
        ]
        above = (self._heading_above(place.block) for place in places)
        return next((heading for heading in above if heading is not None), None)

    def _heading_above(self, block: int) -> int | None:
        return None if self._blocks[block].kind in _NOWHERE else self._above[block]

    @cached_property
    def _above(self) -> list[int | None]:
        """The heading that each block stands under; a heading stands under itself."""
        above: list[int | None] = []
        last: int | None = None
        for block in self._blocks:
            last = block.place.block if _is_heading(block) else last
            above.append(last if block.place.heading or _is_heading(block) else None)
        return above

    @cached_property
    def _of_area(self) -> dict[str, int]:
        """For each area of the checklist, the heading of the section that speaks most of it."""
        areas: dict[str, set[str]] = defaultdict(set)
        for item in self._pack.checklist.values():
            for clause in item.expected:
                if isinstance(clause, AtLeast):
                    for concept in clause.concepts:
                        areas[concept].add(item.area)
        counts: dict[str, Counter[int]] = defaultdict(Counter)
        for mention in self._checked.mentions:
            heading = self._heading_above(mention.block)
            # What several areas ask for, such as the name of the framework, shows none of them,
            # and neither does the title.
            telling = len(areas[mention.concept]) == 1 and mention.block != self.title
            if heading is not None and telling:
                counts[min(areas[mention.concept])][heading] += 1
        return {area: _commonest(found) for area, found in counts.items()}

    def _alike(self, item: ChecklistItem) -> int | None:
        """Give the heading that shares most words with an item, the first of them.

        A word of the item's title counts for two of its area.
        """
        # The name of the framework is in half of the titles, and its words in many headings.
        common = _words(self._pack.name)
        titled, about = _words(item.title) - common, _words(item.area) - common
        counts: Counter[int] = Counter()
        for heading in self._headings:
            shared = _words(heading.text)
            likeness = 2 * len(shared & titled) + len(shared & (about - titled))
            if likeness and heading.place.block != self.title:
                counts[heading.place.block] = likeness
        return _commonest(counts) if counts else None


def _is_heading(block: Block) -> bool:
    return block.kind is Kind.HEADING and block.state is State.LIVE


def _title(document: Document, headings: list[Block]) -> int:
    named = [block for block in headings if block.text == document.title]
    shown = [block for block in document.blocks if block.kind not in _NOWHERE]
    return (named or headings or shown or list(document.blocks))[0].place.block


def _commonest(counts: Counter[int]) -> int:
    """Give the heading that counts most, the first of several."""
    return max(counts, key=lambda heading: (counts[heading], -heading))


def _words(text: str) -> set[str]:
    return {word for word in words(fold(text).text.lower()) if len(word) >= _SHORTEST_WORD}
