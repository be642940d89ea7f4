"""``policyalign vocab``: look into a pack, check it, and run its examples."""

from __future__ import annotations

from typing import TYPE_CHECKING

import click

from policyalign.cli.verdict import NOT_DONE

if TYPE_CHECKING:
    from policyalign.examples import Failure
    from policyalign.model.pack import Pack
    from policyalign.renderers.terminal_page import Page

_DEFAULT = "sos"
_pack_option = click.option(
    "--pack",
    default=_DEFAULT,
    show_default=True,
    metavar="NAME|FOLDER",
    help="The pack to look into.",
)
_pack_argument = click.argument("pack", default=_DEFAULT)


@click.group()
def vocab() -> None:
    """Look into a vocabulary pack, or check one that you have changed."""


@vocab.command("list")
@_pack_option
def list_(pack: str) -> None:
    """List the concepts of a pack by category."""
    from policyalign.cli.vocab_pages import print_list  # noqa: PLC0415  imports rich

    print_list(_page(), _load(pack))


@vocab.command()
@click.argument("entry", metavar="ID")
@_pack_option
def show(entry: str, pack: str) -> None:
    """Show the concept, checklist item or discouraged wording with this id."""
    from policyalign.cli.vocab_pages import print_entry  # noqa: PLC0415  imports rich

    print_entry(_page(), _load(pack), entry)


@vocab.command()
@_pack_argument
def check(pack: str) -> None:
    """Check a pack (a name or a folder) and print every mistake in it."""
    loaded = _load(pack)
    _page().line(
        f"{loaded.id} {loaded.version} is in order: {len(loaded.concepts)} concepts, "
        f"{len(loaded.checklist)} checklist items, "
        f"{len(loaded.discouraged)} discouraged wordings."
    )


@vocab.command()
@_pack_argument
@click.pass_context
def test(ctx: click.Context, pack: str) -> None:
    """Run the examples and counterexamples of a pack against its own vocabulary."""
    from policyalign.examples import run_examples  # noqa: PLC0415  slow to import

    loaded = _load(pack)
    failures = run_examples(loaded)
    page = _page()
    for failure in failures:
        page.line(_complaint(failure))
    tried = sum(
        len(entry.examples) + len(entry.counterexamples)
        for entries in (loaded.concepts.values(), loaded.discouraged.values())
        for entry in entries
    )
    page.line(f"{tried} examples run, {len(failures)} failed.")
    if failures:
        ctx.exit(NOT_DONE)


def _load(name: str) -> Pack:
    from policyalign.packs import load_pack  # noqa: PLC0415  slow to import

    return load_pack(name)


def _page() -> Page:
    from policyalign.cli.deliver import console  # noqa: PLC0415  imports rich
    from policyalign.renderers.terminal_page import Page  # noqa: PLC0415

    return Page.on(console())


def _complaint(failure: Failure) -> str:
    found = ", ".join(failure.found) or "nothing"
    wanted = "should be credited" if failure.expected else "should not be credited"
    return f"{failure.owner}: “{failure.sentence}” {wanted}; found: {found}."
