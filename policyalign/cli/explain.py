"""``policyalign explain``: why one item has its outcome for one file."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

import click

if TYPE_CHECKING:
    from policyalign.model.explanation import Explanation

_FILE = click.Path(path_type=Path)
_SUFFIX = ".txt"


@click.command()
@click.argument("item")
@click.argument("file", type=_FILE)
@click.option(
    "-o",
    "--output",
    type=_FILE,
    metavar="FILE",
    help=f"Write it to FILE, whose name ends in {_SUFFIX}, and not to standard output.",
)
@click.option("--force", is_flag=True, help="Write over a FILE that is not an explanation.")
@click.option("--pack", metavar="NAME|FOLDER", help="Vocabulary pack.  [default: sos]")
@click.option("--type", "type_", metavar="TYPE", help="Type of the document; else inferred.")
@click.option("--agency", metavar="NAME", help="Agency that the document belongs to.")
@click.option(
    "--config",
    type=_FILE,
    metavar="FILE",
    help="Settings file; else the policyalign.toml by the document. Options given here go first.",
)
@click.option(
    "-v", "--verbose", is_flag=True, help="Every place, and what could be changed in the pack."
)
def explain(
    *,
    item: str,
    file: Path,
    output: Path | None,
    pack: str | None,
    type_: str | None,
    agency: str | None,
    config: Path | None,
    force: bool,
    verbose: bool,
) -> None:
    """Show why a checklist item has its outcome for a file.

    ITEM is the id of an item or its title, in quotes, as the report prints it. Shown are the words
    that count, those that come near and do not, and what could be changed.
    """
    import datetime

    from policyalign import explaining
    from policyalign.cli.deliver import page_on_stdout
    from policyalign.cli.settings_file import settings_file
    from policyalign.renderers.terminal.explanation import print_explanation

    if output is not None:
        _check_output(output, file, force=force)
    found = explaining.explain(
        item,
        file,
        pack=pack,
        type=type_,
        agency=agency,
        settings=settings_file([file], config, pack=pack),
        today=datetime.date.today(),  # decisions run out on the day where the user is
    )
    if output is not None:
        _write(found, output, full=verbose)
        return
    with page_on_stdout() as page:
        print_explanation(page, found, full=verbose)


def _check_output(output: Path, policy: Path, *, force: bool) -> None:
    """Refuse a file that cannot be written, or that somebody else made, before all is read."""
    from policyalign.errors import InputError
    from policyalign.output import check_replaceable, check_target
    from policyalign.report_mark import is_explanation

    if output.suffix.lower() != _SUFFIX:
        raise InputError(f"An explanation is plain text: end the name {output} in {_SUFFIX}.")
    check_target(output)
    if output.exists() and policy.exists() and output.samefile(policy):
        raise InputError(f"{output} is the document to explain. Choose another name.")
    if not force:
        check_replaceable(output, is_explanation)


def _write(found: Explanation, output: Path, *, full: bool) -> None:
    from policyalign.cli.deliver import say
    from policyalign.output import write
    from policyalign.renderers.terminal.explanation import render

    write(output, render(found, full=full))
    say(f"Wrote {output}")
