"""Reports taken to where they were asked for."""

from __future__ import annotations

import errno
import os
import sys
from contextlib import contextmanager
from typing import TYPE_CHECKING

import click

from policyalign import output
from policyalign.errors import InputError
from policyalign.renderers import BINARY, render_pieces, wording
from policyalign.renderers.pen import Pen
from policyalign.renderers.terminal import print_report
from policyalign.renderers.terminal import render_pieces as terminal_pieces
from policyalign.renderers.terminal.page import PLAIN_WIDTH, Page, PipeConsole, Verbosity

if TYPE_CHECKING:
    from collections.abc import Iterator

    from policyalign.cli.targets import Target
    from policyalign.model.report import Report


# Windows says that an argument is invalid when a pipe is closed.
_READER_GONE = (errno.EPIPE, errno.EINVAL)


def check_screen(wanted: tuple[Target, ...]) -> None:
    """Raise ``InputError`` if a report that is no text would go to a screen."""
    for target in wanted:
        if target.path is None and target.format in BINARY and sys.stdout.isatty():
            raise InputError(
                f"A report as {target.format} cannot be shown on the screen. "
                f"Name a file for it: -o gaps.{target.format}."
            )


def deliver(report: Report, wanted: tuple[Target, ...], verbosity: Verbosity) -> None:
    """Write every file, then what goes to standard output. Raises ``OutputError``."""
    files = [(target, target.path) for target in wanted if target.path is not None]
    output.write_all((path, _pieces(report, target.format, verbosity)) for target, path in files)
    for _, path in files:
        say(f"Wrote {path}")
    screen = [target.format for target in wanted if target.path is None]
    if "terminal" not in screen:
        say(wording.totals_line(report.totals))
    for name in screen:
        _to_stdout(report, name, verbosity)


def say(sentence: str) -> None:
    """Put one sentence on standard error."""
    click.echo(Pen(sys.stderr.encoding or "utf-8").text(sentence), err=True)


def _pieces(report: Report, name: str, verbosity: Verbosity) -> Iterator[bytes]:
    if name == "terminal":
        return terminal_pieces(report, verbosity=verbosity)
    return render_pieces(report, name)


def _to_stdout(report: Report, name: str, verbosity: Verbosity) -> None:
    with reader():
        if name == "terminal":
            print_report(report, console(), verbosity)
        else:
            for piece in render_pieces(report, name):
                click.echo(piece, nl=False)


@contextmanager
def reader() -> Iterator[None]:
    """Let whoever reads standard output stop early, as ``| head`` does, without an error.

    Raises ``OutputError`` for what else can go wrong there, such as a full disk.
    """
    try:
        yield
        sys.stdout.flush()
    except OSError as problem:
        # Python flushes once more as it ends, which must go nowhere.
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
        if problem.errno not in _READER_GONE:
            raise output.cannot_write("to standard output", problem) from problem


@contextmanager
def page_on_stdout() -> Iterator[Page]:
    """Give a page on standard output, from which whoever reads it may turn away early."""
    with reader():
        yield Page.on(console())


def console() -> PipeConsole:
    """Make a console on standard output: as wide as the window, or of a fixed width in a pipe."""
    fixed = not sys.stdout.isatty() and "COLUMNS" not in os.environ
    return PipeConsole(file=sys.stdout, width=PLAIN_WIDTH if fixed else None)
