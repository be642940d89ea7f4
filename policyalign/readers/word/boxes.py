"""Put text boxes into the order in which a person reads them on the page.

Boxes stand in the file in the order in which they were drawn. A briefing is a grid of boxes with
a title across the top: it is cut into bands across the page, each band into columns, and so on,
until every part is one box (the recursive X-Y cut).
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from typing import TypeVar

from policyalign.readers.word.markup import WP, A, Element, number

EMU_PER_POINT = 12_700
# Boxes whose edges overlap by less than this still stand beside or below each other.
_OVERLAP = 20 * EMU_PER_POINT
_LINE_HEIGHT = 14 * EMU_PER_POINT
_PAGE_HEIGHT = 842 * EMU_PER_POINT
_PAGE_WIDTH = 595 * EMU_PER_POINT
_TOP_MARGIN = 72 * EMU_PER_POINT
_UNITS = {"pt": 1.0, "": 1.0, "in": 72.0, "cm": 28.35, "mm": 2.835, "px": 0.75, "pc": 12.0}
_LENGTH = re.compile(r"(-?[\d.]{1,12})\s*([a-z]*)")
_T = TypeVar("_T")


@dataclass(frozen=True, slots=True, kw_only=True)
class Area:
    """Where a box stands on the page, from its top left corner, in EMU."""

    left: int
    top: int
    width: int
    height: int

    def moved(self, right: int, down: int) -> Area:
        """Give the same area at another place."""
        return Area(
            left=self.left + right, top=self.top + down, width=self.width, height=self.height
        )


def in_reading_order(boxes: Sequence[tuple[Area | None, _T]]) -> list[_T]:
    """Order what stands in boxes; if the place of any is not known, the order of the file stays."""
    placed = [(area, item) for area, item in boxes if area is not None]
    if len(placed) < len(boxes):
        return [item for _, item in boxes]
    return [item for _, item in _cut(placed)]


def drawing_area(anchor: Element, line: int) -> Area | None:
    """Read the place of a ``wp:anchor``; ``line`` says how far down the page its text stands."""
    extent = anchor.find(WP + "extent")
    if anchor.tag != WP + "anchor" or extent is None:
        return None
    width, height = number(extent.get("cx")), number(extent.get("cy"))
    across, down = anchor.find(WP + "positionH"), anchor.find(WP + "positionV")
    if across is None or down is None:
        return None
    left = _offset(across, _PAGE_WIDTH - width)
    top = _offset(down, _PAGE_HEIGHT - height) + _base(down, line)
    return Area(left=left, top=top, width=width, height=height)


def shape_area(style: str, line: int) -> Area | None:
    """Read the place of an old VML shape from its style attribute."""
    settings = dict(_setting(part) for part in style.split(";") if ":" in part)
    if settings.get("position") != "absolute":
        return None
    left = settings.get("margin-left", settings.get("left", ""))
    top = settings.get("margin-top", settings.get("top", ""))
    # Without a word on what it is measured from, a shape hangs from its paragraph.
    hangs = settings.get("mso-position-vertical-relative", "text") in {"text", "line"}
    return Area(
        left=_length(left),
        top=_length(top) + (_TOP_MARGIN + line * _LINE_HEIGHT if hangs else 0),
        width=_length(settings.get("width", "")),
        height=_length(settings.get("height", "")),
    )


def within_group(shape: Element, group: Area) -> Area:
    """Move a shape of a drawing group to where it stands on the page."""
    offset, extent = shape.find(f".//{A}off"), shape.find(f".//{A}ext")
    if offset is None or extent is None:
        return group
    own = Area(
        left=number(offset.get("x")),
        top=number(offset.get("y")),
        width=number(extent.get("cx")),
        height=number(extent.get("cy")),
    )
    return own.moved(group.left, group.top)


def _offset(position: Element, room: int) -> int:
    exact = next(position.iter(WP + "posOffset"), None)
    if exact is not None:
        return number(exact.text)
    align = next(position.iter(WP + "align"), None)
    word = align.text if align is not None else ""
    return {"center": room // 2, "right": room, "bottom": room, "outside": room}.get(word or "", 0)


def _base(position: Element, line: int) -> int:
    measured_from = position.get("relativeFrom", "")
    if measured_from in {"paragraph", "line"}:
        return _TOP_MARGIN + line * _LINE_HEIGHT
    return _TOP_MARGIN if measured_from == "margin" else 0


def _setting(part: str) -> tuple[str, str]:
    name, _, value = part.partition(":")
    return name.strip().lower(), value.strip().lower()


def _length(text: str) -> int:
    found = _LENGTH.match(text)
    if not found:
        return 0
    try:
        amount = float(found.group(1))
    except ValueError:
        return 0
    return int(amount * _UNITS.get(found.group(2), 1.0) * EMU_PER_POINT)


def _cut(boxes: list[tuple[Area, _T]]) -> Iterator[tuple[Area, _T]]:
    """Cut into bands, then columns, until no cut is left; what then remains goes by its top."""
    if len(boxes) < 2:
        yield from boxes
        return
    for span in (_down, _across):
        parts = _parts(boxes, span)
        if len(parts) > 1:
            for part in parts:
                yield from _cut(part)
            return
    yield from sorted(boxes, key=lambda box: (box[0].top, box[0].left))


def _down(area: Area) -> tuple[int, int]:
    return area.top, area.top + area.height


def _across(area: Area) -> tuple[int, int]:
    return area.left, area.left + area.width


def _parts(
    boxes: list[tuple[Area, _T]], span: Callable[[Area], tuple[int, int]]
) -> list[list[tuple[Area, _T]]]:
    ordered = sorted(boxes, key=lambda box: span(box[0]))
    parts: list[list[tuple[Area, _T]]] = []
    reached = 0
    for area, item in ordered:
        start, end = span(area)
        if not parts or start >= reached - min(_OVERLAP, (end - start) // 4):
            parts.append([])
            reached = end
        parts[-1].append((area, item))
        reached = max(reached, end)
    return parts
