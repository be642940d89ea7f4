"""``policyalign explain``: why one item has its outcome for one file."""

from __future__ import annotations

from pathlib import Path

import click


@click.command()
@click.argument("item")
@click.argument("file", type=click.Path(path_type=Path))
@click.option(
    "--pack", default="sos", show_default=True, metavar="NAME|FOLDER", help="Vocabulary pack."
)
@click.option("--type", "type_", metavar="TYPE", help="Type of the document; else inferred.")
@click.option("--agency", metavar="NAME", help="Agency that the document belongs to.")
@click.option("-v", "--verbose", is_flag=True, help="Every place that speaks for a clause.")
def explain(
    item: str, file: Path, pack: str, type_: str | None, agency: str | None, *, verbose: bool
) -> None:
    """Show why a checklist item has its outcome for a file.

    ITEM is the id of an item or its title, in quotes, as the report prints it. Shown are the words
    that count, those that come near and do not, and what could be changed.
    """
    from policyalign import explaining
    from policyalign.cli.deliver import page_on_stdout
    from policyalign.renderers.terminal_explanation import print_explanation

    found = explaining.explain(item, file, pack=pack, type=type_, agency=agency)
    with page_on_stdout() as page:
        print_explanation(page, found, full=verbose)
