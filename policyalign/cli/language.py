"""``policyalign language``: its options. What it does is in :mod:`policyalign.cli.language_run`."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import click

from policyalign.limits import SECONDS_A_FILE

_FILE = click.Path(path_type=Path)


@click.command()
@click.argument("paths", nargs=-1, required=True, type=_FILE)
@click.option(
    "-o",
    "--output",
    "outputs",
    multiple=True,
    type=_FILE,
    metavar="FILE",
    help="Write the comparison to FILE; its suffix names the format "
    "(.html, .xlsx, .json, .txt). May be repeated.",
)
@click.option("--force", is_flag=True, help="Write over a FILE that is not a report.")
@click.option("--pack", metavar="NAME|FOLDER", help="Vocabulary pack.  [default: sos]")
@click.option(
    "--config",
    type=_FILE,
    metavar="FILE",
    help="Settings file; else the policyalign.toml by the documents. Options given here go first.",
)
@click.option(
    "--jobs",
    type=click.IntRange(min=1),
    metavar="N",
    help="Worker processes.  [default: as many as the cores]",
)
@click.option(
    "--timeout",
    type=click.FloatRange(min=0, min_open=True),
    default=SECONDS_A_FILE,
    show_default=True,
    metavar="SECONDS",
    help="Give a file up that takes longer.",
)
@click.option("--no-cache", is_flag=True, help="Read every file anew, and keep nothing.")
@click.pass_context
def language(ctx: click.Context, /, **options: Any) -> None:
    """Compare the names that agencies use for the same ideas.

    PATHS is one folder with a folder for each agency in it, or a folder for each agency, or JSON
    reports of check. The comparison goes to standard output, or to each FILE: who uses which name
    and how often, what is defined differently, and what to change.
    """
    from policyalign.cli.language_run import Request, perform

    ctx.exit(perform(Request(**options)))
