"""The few shapes of which the terminal report is made: lines, labelled rows, rules."""

from __future__ import annotations

from dataclasses import dataclass
from enum import Enum
from typing import TYPE_CHECKING

from rich.console import Console
from rich.padding import Padding
from rich.segment import Segment, Segments
from rich.table import Table
from rich.text import Text

from policyalign.renderers.terminal_text import Pen

if TYPE_CHECKING:
    from collections.abc import Iterable

    from rich.console import RenderableType

# Lines much longer than this are hard to read however wide the window is.
READABLE = 110
GUTTER = 15


class Verbosity(Enum):
    """How much of a report is shown."""

    QUIET = "quiet"
    NORMAL = "normal"
    VERBOSE = "verbose"


class Style:
    """What each colour means. Colour is never the only sign: a word always says the same."""

    STRONG = "bold"
    QUIET = "dim"
    MET = "green"
    PARTLY = "yellow"
    MISSING = "red"
    ADVICE = "cyan"


class PipeConsole(Console):
    """A console that leaves it to its user what to do when nobody reads any more."""

    def on_broken_pipe(self) -> None:
        """Let the error pass on, where rich would end the program."""
        raise BrokenPipeError


@dataclass(frozen=True, slots=True)
class Page:
    """A console to print on, and the pen that makes text fit for it.

    Text reaches the console through ``text`` alone, which reads no markup.
    """

    console: Console
    pen: Pen

    @classmethod
    def on(cls, console: Console) -> Page:
        """Make a page for a console and its encoding."""
        return cls(console, Pen(console.encoding))

    @property
    def width(self) -> int:
        """The cells of a line of prose."""
        return min(self.console.width, READABLE)

    def text(self, *parts: str | tuple[str, str]) -> Text:
        """Join parts, each plain or with its style, into one line that can be wrapped."""
        line = Text(overflow="fold")
        for part in parts:
            words, style = (part, "") if isinstance(part, str) else part
            line.append(self.pen.span(words), style or None)
        return line

    def print(self, content: RenderableType, *, indent: int = 0, width: int | None = None) -> None:
        """Print lines without blanks at their ends, which would be copied with the text."""
        options = self.console.options.update(width=width or self.width, highlight=False)
        padded = Padding(content, (0, 0, 0, indent)) if indent else content
        for line in self.console.render_lines(padded, options, pad=False):
            self.console.print(Segments([*_trimmed(line), Segment.line()]), end="")

    def line(self, *parts: str | tuple[str, str], indent: int = 0) -> None:
        """Print one paragraph."""
        self.print(self.text(*parts), indent=indent)

    def blank(self) -> None:
        """Print an empty line."""
        self.print(Text())

    def rule(self) -> None:
        """Print a line across the page."""
        self.line(("─" * self.width, Style.QUIET))

    def heading(self, *parts: str | tuple[str, str]) -> None:
        """Print the heading of a part, with space before it."""
        self.blank()
        self.line(*parts)

    def rows(self, rows: Iterable[tuple[str, Text]], *, indent: int = 0) -> None:
        """Print a label and its text on each row; labels that repeat are left out."""
        grid = Table.grid(padding=(0, 2, 0, 0))
        grid.add_column(width=GUTTER, style=Style.QUIET)
        grid.add_column(ratio=1, overflow="fold")
        shown = None
        for label, text in rows:
            grid.add_row(self.text("" if label == shown else label), text)
            shown = label
        if grid.row_count:
            grid.expand = True
            self.print(grid, indent=indent)

    def bar(self, score: float | None, cells: int, style: str) -> Text:
        """Draw a share of 100. It is full only at 100, and is left empty without a score."""
        full = 0 if score is None else int(score * cells / 100)
        return self.text(("█" * full, style), ("░" * (cells - full), Style.QUIET))


def _trimmed(line: list[Segment]) -> list[Segment]:
    kept = list(line)
    while kept:
        words = kept[-1].text.rstrip()
        if words:
            return [*kept[:-1], Segment(words, kept[-1].style)]
        kept.pop()
    return kept
