"""``policyalign annotate``: its options. What it does is in :mod:`policyalign.cli.annotate_run`."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import click


@click.command()
@click.argument("paths", nargs=-1, required=True, type=click.Path(path_type=Path))
@click.option(
    "-o",
    "--output",
    "folder",
    required=True,
    type=click.Path(path_type=Path),
    metavar="DIR",
    help="Folder for the copies; it is made if there is none.",
)
@click.option("--force", is_flag=True, help="Write over a file that is no untouched copy.")
@click.option("--pack", metavar="NAME|FOLDER", help="Vocabulary pack.  [default: sos]")
@click.option("--type", "type_", metavar="TYPE", help="Type of every document; else inferred.")
@click.option("--agency", metavar="NAME", help="Agency that the documents belong to.")
@click.option(
    "--config",
    type=click.Path(path_type=Path),
    metavar="FILE",
    help="Settings file; else the policyalign.toml by the documents. Options given here go first.",
)
@click.pass_context
def annotate(ctx: click.Context, /, **options: Any) -> None:
    """Copy policies with remarks at their words.

    PATHS are files and folders. Each Word file is copied with comments, each PDF with highlights
    and notes: on discouraged wording, on words that are not enough and why, and at a fitting
    heading on each item that is missing, with a sentence that could be used. The policies stay as
    they are.
    """
    from policyalign.cli.annotate_run import Request, perform

    ctx.exit(perform(Request(**options)))
