"""A picture of lines as SVG that needs no script, no font and no page from elsewhere.

Lines differ in colour, in dashes and in the shape of their marks, so that colour alone says
nothing; the picture brings its own background, light or dark as the reader's system is. What it
shows stands in words in its description.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from html import escape

Point = tuple[float, float]

_PLOT_WIDTH, _PLOT_HEIGHT = 360, 240
_LEFT, _TOP, _BETWEEN, _BELOW = 62, 100, 80, 62
_MARK = 4.5
_SHAPES = ("circle", "square", "triangle")
_STYLE = """\
text { font: 14px "DejaVu Sans", Verdana, sans-serif; fill: #1b1f27; }
.title { font-size: 17px; font-weight: bold; }
.small { font-size: 12px; }
.back { fill: #ffffff; }
.grid, .axis, .line { fill: none; }
.grid { stroke: #d5d9e0; stroke-width: 1; }
.axis { stroke: #59606c; stroke-width: 1.5; }
.line { stroke-width: 2.5; }
.line0 { stroke: #1458a6; } .mark0 { fill: #1458a6; }
.line1 { stroke: #a8480a; stroke-dasharray: 9 5; } .mark1 { fill: #a8480a; }
.line2 { stroke: #4b5260; stroke-dasharray: 2 5; } .mark2 { fill: #4b5260; }
@media (prefers-color-scheme: dark) {
  text { fill: #e4e7ec; } .back { fill: #161920; } .grid { stroke: #343a46; }
  .axis { stroke: #a3abb8; }
  .line0 { stroke: #82b4ff; } .mark0 { fill: #82b4ff; }
  .line1 { stroke: #f2a25c; } .mark1 { fill: #f2a25c; }
  .line2 { stroke: #c3c9d3; } .mark2 { fill: #c3c9d3; }
}"""


@dataclass(frozen=True, slots=True)
class Line:
    """A named line through points, the second of each in per cent."""

    name: str
    points: Sequence[Point]


@dataclass(frozen=True, slots=True)
class Panel:
    """Lines that share their axes."""

    title: str
    lines: Sequence[Line]


def drawing(*, title: str, across: str, panels: Sequence[Panel]) -> str:
    """Draw panels side by side; ``across`` names what the first number of a point is.

    Raises ``ValueError`` for more lines in a panel than can be told apart.
    """
    if any(len(panel.lines) > len(_SHAPES) for panel in panels):
        raise ValueError(f"no more than {len(_SHAPES)} lines can be told apart")
    width = _LEFT + len(panels) * (_PLOT_WIDTH + _BETWEEN) - _BETWEEN + _LEFT // 2
    height = _TOP + _PLOT_HEIGHT + _BELOW
    parts = [
        f'<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 {width} {height}" role="img" '
        'aria-labelledby="title desc">',
        f'<title id="title">{escape(title)}</title>',
        f'<desc id="desc">{escape(" ".join(_in_words(across, panels)))}</desc>',
        f"<style>\n{_STYLE}\n</style>",
        f'<rect class="back" width="{width}" height="{height}"/>',
        f'<text class="title" x="{_LEFT}" y="30">{escape(title)}</text>',
        *_legend([line.name for line in panels[0].lines]),
    ]
    for number, panel in enumerate(panels):
        left = _LEFT + number * (_PLOT_WIDTH + _BETWEEN)
        parts += [f'<g transform="translate({left} {_TOP})">', *_panel(panel, across), "</g>"]
    return "\n".join([*parts, "</svg>", ""])


def _in_words(across: str, panels: Sequence[Panel]) -> Iterator[str]:
    for panel in panels:
        for line in panel.lines:
            (first, begins), (last, ends) = line.points[0], line.points[-1]
            yield (
                f"{panel.title}, {line.name}: {begins:.0f} per cent at {first:g}, "
                f"{ends:.0f} at {last:g} ({across})."
            )


def _legend(names: Sequence[str]) -> Iterator[str]:
    for number, name in enumerate(names):
        x = _LEFT + number * 180
        yield f'<path class="line line{number}" d="M{x} 52h44"/>'
        yield _mark(number, x + 22, 52)
        yield f'<text x="{x + 52}" y="57">{escape(name)}</text>'


def _panel(panel: Panel, across: str) -> Iterator[str]:
    xs = sorted({x for line in panel.lines for x, _ in line.points})
    most = max(xs) or 1

    def place(point: Point) -> Point:
        return point[0] / most * _PLOT_WIDTH, _PLOT_HEIGHT * (1 - point[1] / 100)

    yield f'<text x="0" y="-14">{escape(panel.title)}</text>'
    for level in range(0, 101, 20):
        y = place((0, level))[1]
        yield f'<path class="grid" d="M0 {y:.1f}h{_PLOT_WIDTH}"/>'
        yield f'<text class="small" x="-8" y="{y + 4:.1f}" text-anchor="end">{level}%</text>'
    yield f'<path class="axis" d="M0 0v{_PLOT_HEIGHT}h{_PLOT_WIDTH}"/>'
    for value in xs:
        x = place((value, 0))[0]
        yield f'<path class="axis" d="M{x:.1f} {_PLOT_HEIGHT}v5"/>'
        yield (
            f'<text class="small" x="{x:.1f}" y="{_PLOT_HEIGHT + 20}" '
            f'text-anchor="middle">{value:g}</text>'
        )
    yield (
        f'<text class="small" x="{_PLOT_WIDTH / 2:g}" y="{_PLOT_HEIGHT + 42}" '
        f'text-anchor="middle">{escape(across)}</text>'
    )
    for number, line in enumerate(panel.lines):
        places = [place(point) for point in line.points]
        path = " L".join(f"{x:.1f} {y:.1f}" for x, y in places)
        yield f'<path class="line line{number}" d="M{path}"/>'
        yield from (_mark(number, x, y) for x, y in places)


def _mark(number: int, x: float, y: float) -> str:
    name, size = f'class="mark{number}"', _MARK
    match _SHAPES[number]:
        case "circle":
            return f'<circle {name} cx="{x:.1f}" cy="{y:.1f}" r="{size}"/>'
        case "square":
            return (
                f'<rect {name} x="{x - size:.1f}" y="{y - size:.1f}" '
                f'width="{2 * size:g}" height="{2 * size:g}"/>'
            )
        case _:
            return f'<path {name} d="M{x:.1f} {y - 6:.1f}l6 10.5h-12z"/>'
