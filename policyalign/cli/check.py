"""``policyalign check``: its options. What it does stands in :mod:`policyalign.cli.run`."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import click

from policyalign.limits import SECONDS_A_FILE
from policyalign.renderers import RENDERERS, SUFFIXES

_FILE = click.Path(path_type=Path)


@click.command()
@click.argument("paths", nargs=-1, required=True, type=_FILE)
@click.option(
    "--format",
    "formats",
    multiple=True,
    type=click.Choice(tuple(RENDERERS)),
    help="Report format. May be repeated, once for each FILE whose name does not tell.",
)
@click.option(
    "-o",
    "--output",
    "outputs",
    multiple=True,
    type=_FILE,
    metavar="FILE",
    help=f"Write the report to FILE; its suffix names the format ({', '.join(SUFFIXES)}). "
    "May be repeated.",
)
@click.option("--force", is_flag=True, help="Write over a FILE that is not a report.")
@click.option("--pack", metavar="NAME|FOLDER", help="Vocabulary pack.  [default: sos]")
@click.option("--type", "type_", metavar="TYPE", help="Type of every document; else inferred.")
@click.option("--agency", metavar="NAME", help="Agency that the documents belong to.")
@click.option(
    "--config",
    type=_FILE,
    metavar="FILE",
    help="TOML file with pack, type, agency, fail_under. Options given here go before it.",
)
@click.option(
    "--fail-under",
    type=click.FloatRange(0, 100),
    metavar="N",
    help="Exit with 1 if a document scores below N.",
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
@click.option("-q", "--quiet", is_flag=True, help="Only the table, what was not read, and totals.")
@click.option("-v", "--verbose", is_flag=True, help="Also what is met, and counts of mentions.")
@click.pass_context
def check(ctx: click.Context, /, **options: Any) -> None:
    """Check documents and report what is missing.

    PATHS are files and folders; a folder stands for all documents in it. The report goes to
    standard output, or to each FILE.
    """
    if options["quiet"] and options["verbose"]:
        raise click.UsageError("-q and -v cannot go together.")
    from policyalign.cli.run import Request, perform

    ctx.exit(perform(Request(**options)))
