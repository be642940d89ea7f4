"""``policyalign diff``: its options. What it does stands in :mod:`policyalign.cli.diff_run`."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import click

from policyalign.renderers.comparison import RENDERERS, SUFFIXES

_FILE = click.Path(path_type=Path)


@click.command()
@click.argument("old", type=_FILE)
@click.argument("new", type=_FILE)
@click.option(
    "--format",
    "formats",
    multiple=True,
    type=click.Choice(tuple(RENDERERS)),
    help="Format. May be repeated, once for each FILE whose name does not tell.",
)
@click.option(
    "-o",
    "--output",
    "outputs",
    multiple=True,
    type=_FILE,
    metavar="FILE",
    help=f"Write it to FILE; its suffix names the format ({', '.join(SUFFIXES)}). May be repeated.",
)
@click.option("--force", is_flag=True, help="Write over a FILE that is not a report.")
@click.option(
    "--pack",
    metavar="NAME|FOLDER",
    help="Vocabulary pack for what is no report yet, and for the names of items.  [default: sos]",
)
@click.option("--type", "type_", metavar="TYPE", help="Type of every document; else inferred.")
@click.option(
    "--config",
    type=_FILE,
    metavar="FILE",
    help="Settings file.  [default: policyalign.toml by what is checked, if there is one]",
)
@click.option(
    "--fail-on",
    type=click.Choice(("lost", "new")),
    help="Exit with 1 if an item was lost (lost), or anything got worse (new).",
)
@click.option("--no-cache", is_flag=True, help="Read every file anew, and keep nothing.")
@click.option("-q", "--quiet", is_flag=True, help="Only the table and totals.")
@click.pass_context
def diff(ctx: click.Context, /, **options: Any) -> None:
    """Tell what has changed from OLD to NEW.

    Each is a JSON report, a Word or PDF policy, or a folder of policies: items gained and lost with
    the words behind them, discouraged wording that crept in or was cleared, and documents that
    came, went or were renamed.
    """
    from policyalign.cli.diff_run import Request, perform

    ctx.exit(perform(Request(**options)))
