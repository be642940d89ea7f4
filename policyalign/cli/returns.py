"""``policyalign return``: its options. What it does is in :mod:`policyalign.cli.returns_run`."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import click

_FILE = click.Path(path_type=Path)
_pack_option = click.option(
    "--pack", metavar="NAME|FOLDER", help="Vocabulary pack.  [default: sos]"
)
_config_option = click.option(
    "--config",
    type=_FILE,
    metavar="FILE",
    help="Settings file; else the policyalign.toml by the documents. Options given here go first.",
)


@click.group("return")
def returns() -> None:
    """Make, check and refresh a self-assessment return to fill in, in Excel or in Word."""


@returns.command()
@click.argument("paths", nargs=-1, required=True, type=_FILE)
@click.option(
    "-o", "--output", "output", required=True, type=_FILE, metavar="FILE",
    help="The file to write: a workbook such as return.xlsx, or a Word form, return.docx.",
)  # fmt: skip
@click.option("--agency", metavar="NAME", help="Agency whose return it is.")
@click.option("--type", "type_", metavar="TYPE", help="Type of every document; else inferred.")
@_pack_option
@_config_option
@click.option("--force", is_flag=True, help="Write over a FILE that somebody filled in.")
@click.pass_context
def new(ctx: click.Context, /, **options: Any) -> None:
    """Make a return to fill in.

    PATHS are the agency's policies, files and folders. FILE has a place for each question, with
    what the policies show of it, and room for a rating, evidence, an action, its owner and date.
    """
    from policyalign.cli.returns_run import New, make

    ctx.exit(make(New(**options)))


@returns.command()
@click.argument("files", nargs=-1, required=True, type=_FILE)
@click.option(
    "--documents", multiple=True, type=_FILE, metavar="PATH",
    help="Policies in which quoted evidence is looked for. May be repeated.",
)  # fmt: skip
@_pack_option
@click.pass_context
def check(ctx: click.Context, /, **options: Any) -> None:
    """Tell what is unfinished or odd in returns that came back.

    FILES are returns, and folders of them. Exits with 0 if every return is complete, with 1 if
    something is unfinished or odd.
    """
    from policyalign.cli.returns_run import Check, check_returns

    ctx.exit(check_returns(Check(**options)))


@returns.command()
@click.argument("file", type=_FILE)
@click.argument("paths", nargs=-1, required=True, type=_FILE)
@click.option(
    "-o", "--output", "output", type=_FILE, metavar="NEW",
    help="Write the refreshed return here.  [default: over FILE]",
)  # fmt: skip
@click.option("--type", "type_", metavar="TYPE", help="Type of every document; else inferred.")
@_pack_option
@_config_option
@click.option("--force", is_flag=True, help="Write over a NEW that somebody filled in.")
@click.pass_context
def refresh(ctx: click.Context, /, **options: Any) -> None:
    """Read revised policies and bring the findings in a return up to date.

    FILE is the return, PATHS are the policies. Whatever people typed into FILE stays as it is.
    """
    from policyalign.cli.returns_run import Refresh, refresh_return

    ctx.exit(refresh_return(Refresh(**options)))
