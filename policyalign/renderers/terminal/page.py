"""The few shapes of which the terminal report is made: lines, labelled rows, rules."""

from __future__ import annotations

import errno
import io
import os
from dataclasses import dataclass
from enum import Enum
from typing import TYPE_CHECKING

from rich.console import Console
from rich.segment import Segment, Segments
from rich.text import Text

from policyalign.renderers.pen import Pen

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator

    from rich.console import RenderableType

# Lines much longer than this are hard to read however wide the window is.
READABLE = 110
# A file, or a pipe, has no width of its own.
PLAIN_WIDTH = 100
GUTTER = 15
_GAP = 2


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
        raise BrokenPipeError(errno.EPIPE, os.strerror(errno.EPIPE))


def plain_text(show: Callable[[Console], object], *, width: int) -> bytes:
    """Give what ``show`` prints on a console as text in UTF-8, without colour."""
    return b"".join(plain_pieces(lambda console: (show(console),), width=width))


def plain_pieces(show: Callable[[Console], Iterable[object]], *, width: int) -> Iterator[bytes]:
    """Give the same, piece by piece: all that was printed whenever ``show`` gives something."""
    written = io.BytesIO()
    file = io.TextIOWrapper(written, encoding="utf-8", newline="\n")
    # An environment of its own: what the user's terminal is set to must not change these bytes.
    console = Console(
        file=file,
        width=width,
        color_system=None,
        force_terminal=False,
        legacy_windows=False,
        _environ={},
    )
    for _ in show(console):
        file.flush()
        yield written.getvalue()
        written.seek(0)
        written.truncate()


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

    def print(self, content: RenderableType) -> None:
        """Print something that lays itself out, in the whole width of the window."""
        options = self.console.options.update(highlight=False)
        lines = self.console.render_lines(content, options, pad=False)
        self._put(segment for line in lines for segment in (*_trimmed(line), Segment.line()))

    def line(self, *parts: str | tuple[str, str], indent: int = 0) -> None:
        """Print one paragraph."""
        self._put(self._wrapped(self.text(*parts), indent))

    def uncut(self, words: str, *, indent: int = 0) -> None:
        """Print one line whole, however long, so that it can be copied and pasted."""
        line = self.text(words)
        segments = [Segment(" " * indent), *line.render(self.console), Segment.line()]
        self.console.print(Segments(segments), end="", crop=False)

    def blank(self) -> None:
        """Print an empty line."""
        self._put([Segment.line()])

    def rule(self) -> None:
        """Print a line across the page."""
        self.line(("─" * self.width, Style.QUIET))

    def heading(self, *parts: str | tuple[str, str]) -> None:
        """Print the heading of a part, with space before it."""
        self.blank()
        self.line(*parts)

    def rows(self, rows: Iterable[tuple[str, Text]], *, indent: int = 0) -> None:
        """Print a label and its text on each row; labels that repeat are left out."""
        segments: list[Segment] = []
        shown = None
        for label, text in rows:
            margin = self.text(("" if label == shown else label, Style.QUIET))
            segments += self._wrapped(text, indent, margin)
            shown = label
        self._put(segments)

    def bar(self, score: float | None, cells: int, style: str) -> Text:
        """Draw a share of 100. It is full only at 100, and is left empty without a score."""
        full = 0 if score is None else int(score * cells / 100)
        return self.text(("█" * full, style), ("░" * (cells - full), Style.QUIET))

    def _wrapped(self, text: Text, indent: int, label: Text | None = None) -> Iterator[Segment]:
        """Break a text into lines; a label stands before the first, and blanks before the rest."""
        margin = indent + (GUTTER + _GAP if label is not None else 0)
        for count, line in enumerate(text.wrap(self.console, max(self.width - margin, 1))):
            line.rstrip()
            if line:
                yield Segment(" " * indent)
                if label is not None and not count:
                    yield from label.render(self.console)
                    yield Segment(" " * (margin - indent - label.cell_len))
                else:
                    yield Segment(" " * (margin - indent))
                yield from line.render(self.console)
            yield Segment.line()

    def _put(self, segments: Iterable[Segment]) -> None:
        self.console.print(Segments(segments), end="")


def _trimmed(line: list[Segment]) -> list[Segment]:
    kept = list(line)
    while kept:
        words = kept[-1].text.rstrip()
        if words:
            return [*kept[:-1], Segment(words, kept[-1].style)]
        kept.pop()
    return kept
