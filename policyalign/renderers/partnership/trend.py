"""The development of one agency as a small drawing; the table beside it says the same."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from policyalign.renderers.wording import day

if TYPE_CHECKING:
    from collections.abc import Callable

    from policyalign.model.partnership import Agency, Point

# In units of the drawing: its size, and where 0 and 100, the first and the last day lie.
WIDTH, HEIGHT = 320, 120
_LEFT, _RIGHT, _TOP, _BOTTOM = 34, 308, 10, 96

Spot = tuple[float, float]


@dataclass(frozen=True, slots=True, kw_only=True)
class Trend:
    """Where lines and marks of a drawing lie, and what it shows in words."""

    agency: Agency
    alignment: tuple[Spot, ...]
    met: tuple[Spot, ...]
    said: str

    @classmethod
    def of(cls, agency: Agency) -> Trend:
        """Draw the points of an agency, of which there must be one."""
        return cls(
            agency=agency,
            alignment=_line(agency.trend, lambda point: point.alignment),
            met=_line(agency.trend, lambda point: point.met),
            said=f"{agency.name}: {_said(agency)}",
        )

    @staticmethod
    def path(spots: tuple[Spot, ...]) -> str:
        """Give the corners of a line as SVG writes them."""
        return " ".join(f"{x:g},{y:g}" for x, y in spots)

    @staticmethod
    def grid() -> tuple[tuple[int, float], ...]:
        """Give the figures at the side and how far down each stands."""
        return tuple((value, _down(value)) for value in (0, 50, 100))


def _line(points: tuple[Point, ...], value: Callable[[Point], float | None]) -> tuple[Spot, ...]:
    first, last = points[0].day, points[-1].day
    days = max((last - first).days, 1)
    return tuple(
        (round(_LEFT + (_RIGHT - _LEFT) * (point.day - first).days / days, 1), _down(found))
        for point in points
        if (found := value(point)) is not None
    )


def _down(value: float) -> float:
    return round(_BOTTOM - (_BOTTOM - _TOP) * value / 100, 1)


def _said(agency: Agency) -> str:
    first, last = agency.trend[0], agency.trend[-1]
    span = f"from {day(first.day.isoformat())} to {day(last.day.isoformat())}"
    return f"mean alignment and share of items met, {span}"
