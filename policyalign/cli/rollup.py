"""``policyalign rollup``: its options. What it does stands in :mod:`policyalign.cli.rollup_run`."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import click


@click.command()
@click.argument("paths", nargs=-1, required=True, type=click.Path(path_type=Path))
@click.option(
    "-o",
    "--output",
    "outputs",
    multiple=True,
    type=click.Path(path_type=Path),
    metavar="FILE",
    help="Write the view to FILE; its suffix names the format (.html, .xlsx, .docx, .json). "
    "May be repeated.",
)
@click.option("--force", is_flag=True, help="Write over a FILE that is not a report.")
@click.option(
    "--expect",
    "expected",
    multiple=True,
    metavar="NAME",
    help="Agency that should have returned, beside those of the settings. May be repeated.",
)
@click.option(
    "--config",
    type=click.Path(path_type=Path),
    metavar="FILE",
    help="Settings file with agencies and labels.  [default: policyalign.toml by the returns]",
)
def rollup(**options: Any) -> None:
    """Lay the returns of many agencies beside each other.

    PATHS are returns (.xlsx, .docx), JSON reports, and folders of them; an earlier roll-up workbook
    among them brings the moderated ratings that were filled in there. A summary goes to standard
    output, and the view to each FILE.
    """
    from policyalign.cli.rollup_run import Request, perform

    perform(Request(**options))
