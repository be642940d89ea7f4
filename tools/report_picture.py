"""Draw the picture of the report in the README: ``python -m tools.report_picture``.

It shows the beginning of the report that the samples give, as a terminal shows it. The file holds
its own drawing instructions and asks for no font or page from elsewhere.
"""

from __future__ import annotations

import io
from typing import TYPE_CHECKING

from rich.console import Console
from rich.terminal_theme import TerminalTheme
from rich.text import Text

from policyalign.renderers.terminal import print_report
from tools.samples.making import PROJECT
from tools.samples.report import sample_report

if TYPE_CHECKING:
    from policyalign import Report

PICTURE = PROJECT / "docs" / "report.svg"

_COMMAND = "python -m policyalign check samples"
_WIDTH = 100
# The table of all documents, and the first document down to its first gaps.
_LINES = 47
# Every colour stands out from the background by 4.5 to 1 or more.
_THEME = TerminalTheme(
    background=(22, 25, 32),
    foreground=(222, 226, 233),
    normal=[
        (22, 25, 32),
        (255, 125, 125),
        (120, 205, 130),
        (235, 190, 95),
        (130, 170, 255),
        (215, 150, 230),
        (105, 200, 215),
        (222, 226, 233),
    ],
)
_FORMAT = """\
<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 {width} {height}" role="img">
<title>The report that policyalign prints for its samples</title>
<style>
.{unique_id}-matrix {{ font-family: "DejaVu Sans Mono", Menlo, Consolas, monospace;
  font-size: {char_height}px; line-height: {line_height}px; }}
.{unique_id}-title {{ font-family: sans-serif; font-size: 18px; font-weight: bold; }}
{styles}
</style>
<defs>
<clipPath id="{unique_id}-clip-terminal">
<rect x="0" y="0" width="{terminal_width}" height="{terminal_height}"/>
</clipPath>
{lines}
</defs>
{chrome}
<g transform="translate({terminal_x}, {terminal_y})" clip-path="url(#{unique_id}-clip-terminal)">
{backgrounds}
<g class="{unique_id}-matrix" xml:space="preserve">
{matrix}
</g>
</g>
</svg>
"""


def draw(report: Report) -> str:
    """Give the beginning of the terminal report as an SVG picture."""
    console = _console()
    console.print(Text.from_ansi("\n".join([*_printed(report)[:_LINES], "…"])))
    return console.export_svg(title=_COMMAND, theme=_THEME, code_format=_FORMAT, unique_id="report")


def _printed(report: Report) -> list[str]:
    file = io.StringIO()
    print_report(report, _console(file))
    return file.getvalue().splitlines()


def _console(file: io.StringIO | None = None) -> Console:
    # An environment of its own, so that the picture is the same wherever it is drawn.
    return Console(
        file=file or io.StringIO(),
        record=True,
        width=_WIDTH,
        force_terminal=True,
        color_system="standard",
        legacy_windows=False,
        _environ={},
    )


def main() -> None:
    """Draw the picture from the samples as they lie in the project."""
    PICTURE.write_text(draw(sample_report()), encoding="utf-8", newline="\n")


if __name__ == "__main__":
    main()
