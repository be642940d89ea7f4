"""The ``policyalign`` command, and the one place where errors become messages."""

from __future__ import annotations

import io
import sys
from typing import TYPE_CHECKING, Any

import click

from policyalign import __version__
from policyalign.cli.annotate import annotate
from policyalign.cli.cache import cache
from policyalign.cli.check import check
from policyalign.cli.diff import diff
from policyalign.cli.explain import explain
from policyalign.cli.find import find
from policyalign.cli.init import init
from policyalign.cli.language import language
from policyalign.cli.returns import returns
from policyalign.cli.rollup import rollup
from policyalign.cli.verdict import NOT_DONE, STOPPED
from policyalign.cli.vocab import vocab
from policyalign.errors import PolicyAlignError
from policyalign.garbage import look_seldom

if TYPE_CHECKING:
    from types import TracebackType

_EPILOG = """
\b
Exit codes
  0    done
  1    a document scores below --fail-under, --fail-on found something, or a
       return is unfinished
  2    it could not be done; the message says why
  130  stopped with Ctrl-C
"""
_STOPPED = "Stopped before it was done. Files that were not yet written are as they were."


class PoliteGroup(click.Group):
    """A group whose commands end with one sentence, and no traceback, on a user's mistake."""

    def invoke(self, ctx: click.Context) -> Any:
        """Run the command that was asked for."""
        try:
            return super().invoke(ctx)
        except PolicyAlignError as problem:
            _say(f"Error: {problem}")
            ctx.exit(NOT_DONE)
        except KeyboardInterrupt as stop:
            # Whoever knows how far it came has put that into words.
            _say(str(stop) or _STOPPED)
            ctx.exit(STOPPED)


@click.group(
    cls=PoliteGroup, epilog=_EPILOG, context_settings={"help_option_names": ["-h", "--help"]}
)
@click.version_option(__version__, "--version", prog_name="policyalign")
def cli() -> None:
    """Check policies against a practice framework's vocabulary and checklist.

    Word and PDF files are read on this machine, and no network is used unless you give an address.
    Try: policyalign check FOLDER
    """
    for stream in (sys.stdout, sys.stderr):
        if isinstance(stream, io.TextIOWrapper):
            # A code page that lacks a letter must not end the program.
            stream.reconfigure(errors="replace")


cli.add_command(annotate)
cli.add_command(cache)
cli.add_command(check)
cli.add_command(diff)
cli.add_command(explain)
cli.add_command(find)
cli.add_command(init)
cli.add_command(language)
cli.add_command(returns)
cli.add_command(rollup)
cli.add_command(vocab)


def run() -> None:
    """Run the command line; a fault in the program keeps its traceback and exits with 2."""
    sys.excepthook = _fault
    look_seldom()
    cli()


def _fault(kind: type[BaseException], value: BaseException, trace: TracebackType | None) -> None:
    sys.__excepthook__(kind, value, trace)
    # Python would exit with 1, which here means that a score is below --fail-under.
    sys.exit(NOT_DONE)


def _say(message: str) -> None:
    from policyalign.renderers.pen import Pen

    pen = Pen(sys.stderr.encoding or "utf-8")
    for line in message.splitlines():
        click.echo(pen.span(line), err=True)
