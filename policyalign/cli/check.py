"""``policyalign check``: its options. What it does stands in :mod:`policyalign.cli.run`."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import click

from policyalign.limits import SECONDS_A_FILE
from policyalign.renderers import RENDERERS, SUFFIXES

_FILE = click.Path(path_type=Path)


class _Place(click.Path):
    """A path, or an address such as ``s3://bucket/policies``, which is kept as it is."""

    def convert(self, value: Any, *_: Any) -> Any:
        """Give the one or the other."""
        from policyalign.readers.sources import place

        return place(value)


@click.command()
@click.argument("paths", nargs=-1, required=True, type=_Place())
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
    help="Settings file; else the policyalign.toml by the documents. Options given here go first.",
)
@click.option(
    "--fail-under",
    type=click.FloatRange(0, 100),
    metavar="N",
    help="Exit with 1 if a document scores below N.",
)
@click.option(
    "--baseline",
    type=_FILE,
    metavar="FILE",
    help="Earlier JSON report; gaps and wording are marked as new or known since.",
)
@click.option(
    "--fail-on",
    type=click.Choice(("new", "any")),
    help="Exit with 1 if anything got worse since the baseline (new), or is wrong at all (any).",
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
@click.option(
    "--dask",
    metavar="ADDRESS",
    help="Have the Dask cluster of a scheduler do the work, as in tcp://host:8786.",
)
@click.option("-q", "--quiet", is_flag=True, help="Only the table, what was not read, and totals.")
@click.option("-v", "--verbose", is_flag=True, help="Also what is met, and counts of mentions.")
@click.pass_context
def check(ctx: click.Context, /, **options: Any) -> None:
    """Check documents and report what is missing.

    PATHS are files and folders; a folder stands for all documents in it. Addresses such as
    s3://bucket/policies will do too. The report goes to standard output, or to each FILE.
    """
    if options["quiet"] and options["verbose"]:
        raise click.UsageError("-q and -v cannot go together.")
    if options["dask"] and options["jobs"]:
        raise click.UsageError("--dask and --jobs cannot go together: the cluster has its own.")
    if options["fail_on"] == "new" and not options["baseline"]:
        raise click.UsageError("--fail-on new needs --baseline FILE, an earlier JSON report.")
    from policyalign.cli.run import Request, perform

    ctx.exit(perform(Request(**options)))
