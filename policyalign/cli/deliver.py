"""Reports taken to where they were asked for."""

from __future__ import annotations

import os
import sys
from typing import TYPE_CHECKING

import click

from policyalign import output
from policyalign.errors import InputError
from policyalign.renderers import render, wording
from policyalign.renderers.terminal import PLAIN_WIDTH, print_report
from policyalign.renderers.terminal import render as render_terminal
from policyalign.renderers.terminal_page import PipeConsole, Verbosity
from policyalign.renderers.terminal_text import Pen

if TYPE_CHECKING:
    from pathlib import Path

    from policyalign.cli.targets import Target
    from policyalign.model.report import Report


def deliver(report: Report, wanted: tuple[Target, ...], verbosity: Verbosity) -> None:
    """Write every file, then what goes to standard output. Raises ``OutputError``."""
    files = [(target, target.path) for target in wanted if target.path is not None]
    for _, path in files:
        _refuse_source(report, path)
    # Everything is made before anything is written: a fault must leave no half of a set.
    contents = [(path, _render(report, target.format, verbosity)) for target, path in files]
    for path, content in contents:
        output.write(path, content)
        say(f"Wrote {path}")
    screen = [target.format for target in wanted if target.path is None]
    if "terminal" not in screen:
        say(wording.totals_line(report.totals))
    for name in screen:
        _to_stdout(report, name, verbosity)


def say(sentence: str) -> None:
    """Put one sentence on standard error."""
    click.echo(Pen(sys.stderr.encoding or "utf-8").text(sentence), err=True)


def _render(report: Report, name: str, verbosity: Verbosity) -> bytes:
    if name == "terminal":
        return render_terminal(report, verbosity=verbosity)
    return render(report, name)


def _refuse_source(report: Report, path: Path) -> None:
    if not path.exists():
        return
    sources = (*(d.path for d in report.documents), *(u.path for u in report.unread))
    if any(os.path.exists(source) and path.samefile(source) for source in sources):  # noqa: PTH110
        raise InputError(f"{path} is one of the documents that were checked. Choose another name.")


def _to_stdout(report: Report, name: str, verbosity: Verbosity) -> None:
    try:
        if name == "terminal":
            print_report(report, console(), verbosity)
        else:
            click.echo(render(report, name), nl=False)
        sys.stdout.flush()
    except BrokenPipeError:
        # The reader has seen enough, as with `| head`. Python flushes once more as it ends.
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())


def console() -> PipeConsole:
    """Make a console on standard output: as wide as the window, or of a fixed width in a pipe."""
    fixed = not sys.stdout.isatty() and "COLUMNS" not in os.environ
    return PipeConsole(file=sys.stdout, width=PLAIN_WIDTH if fixed else None)
