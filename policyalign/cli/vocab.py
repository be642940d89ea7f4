"""``policyalign vocab``: look into a pack, check it, and run its examples."""

from __future__ import annotations

from contextlib import contextmanager
from pathlib import Path
from typing import TYPE_CHECKING, Any

import click

from policyalign.cli.verdict import NOT_DONE

if TYPE_CHECKING:
    from collections.abc import Iterator

    from policyalign.examples import Failure
    from policyalign.model.pack import Pack
    from policyalign.renderers.terminal.page import Page

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
    from policyalign.cli.vocab_pages import print_list

    loaded = _load(pack)
    with _page() as page:
        print_list(page, loaded)


@vocab.command()
@click.argument("entry", metavar="ID")
@_pack_option
def show(entry: str, pack: str) -> None:
    """Show the concept, checklist item or discouraged wording with this id."""
    from policyalign.cli.vocab_pages import print_entry

    loaded = _load(pack)
    with _page() as page:
        print_entry(page, loaded, entry)


@vocab.command()
@_pack_argument
def check(pack: str) -> None:
    """Check a pack (a name or a folder) and print every mistake in it."""
    from policyalign.cli.vocab_pages import print_counts

    loaded = _load(pack)
    with _page() as page:
        print_counts(page, loaded)


@vocab.command()
@_pack_argument
@click.pass_context
def test(ctx: click.Context, /, pack: str) -> None:
    """Run the examples and counterexamples of a pack against its own vocabulary."""
    from policyalign.examples import run_examples

    loaded = _load(pack)
    failures = run_examples(loaded)
    with _page() as page:
        for failure in failures:
            page.line(_complaint(failure))
        page.line(f"{_number_of_examples(loaded)} examples run, {len(failures)} failed.")
    if failures:
        ctx.exit(NOT_DONE)


@vocab.command()
@click.argument("paths", nargs=-1, required=True, type=click.Path(path_type=Path))
@click.option("--pack", metavar="NAME|FOLDER", help="The pack to review.  [default: sos]")
@click.option(
    "--config",
    type=click.Path(path_type=Path),
    metavar="FILE",
    help="TOML file with pack and with passages marked as not-detected.",
)
@click.option(
    "--most",
    type=click.IntRange(min=1),
    default=10,
    show_default=True,
    metavar="N",
    help="Show at most N entries of each part.",
)
@click.pass_context
def review(ctx: click.Context, /, **options: Any) -> None:
    """Show how a pack does in documents: forms that do nothing or too much, and near misses.

    PATHS are files and folders of policies. Each near miss comes with the line that would add it
    to the pack, and so does each passage marked in the settings file as not-detected.
    """
    from policyalign.cli.vocab_review import perform

    ctx.exit(perform(**options))


def _load(name: str) -> Pack:
    from policyalign.packs import load_pack

    return load_pack(name)


@contextmanager
def _page() -> Iterator[Page]:
    from policyalign.cli.deliver import page_on_stdout

    with page_on_stdout() as page:
        yield page


def _number_of_examples(pack: Pack) -> int:
    return sum(
        len(entry.examples) + len(entry.counterexamples)
        for entries in (pack.concepts.values(), pack.discouraged.values())
        for entry in entries
    )


def _complaint(failure: Failure) -> str:
    found = ", ".join(failure.found) or "nothing"
    wanted = "should be credited" if failure.expected else "should not be credited"
    return f"{failure.owner}: “{failure.sentence}” {wanted}; found: {found}."
