"""``policyalign find``: where a concept or a phrase occurs in files."""

from __future__ import annotations

from pathlib import Path

import click

from policyalign.cli.verdict import NOT_DONE

# Named here, because the model takes time to import that --help need not.
_STATUSES = ("affirmed", "negated", "historical", "cited")


@click.command()
@click.argument("wanted", metavar="WHAT")
@click.argument("paths", nargs=-1, required=True, type=click.Path(path_type=Path))
@click.option(
    "--exact", is_flag=True, help="Only these words, spelt right and in this order; no concept."
)
@click.option(
    "--status",
    "statuses",
    multiple=True,
    type=click.Choice(_STATUSES),
    help="Only places with this status. May be repeated.",
)
@click.option(
    "--pack", default="sos", show_default=True, metavar="NAME|FOLDER", help="Vocabulary pack."
)
@click.pass_context
def find(
    ctx: click.Context,
    /,
    wanted: str,
    paths: tuple[Path, ...],
    statuses: tuple[str, ...],
    pack: str,
    *,
    exact: bool,
) -> None:
    """List where a concept or a phrase occurs in files and folders.

    WHAT is a concept, by its id or in any wording that the pack knows, or any other phrase in
    quotes. Plurals, hyphens and misspelt words are found too.
    """
    from policyalign import searching
    from policyalign.cli.deliver import page_on_stdout, say
    from policyalign.cli.progress import Waiting
    from policyalign.packs import load_pack
    from policyalign.renderers.terminal.finds import not_searched, print_finds

    loaded = load_pack(pack)
    _check_paths(wanted, paths)
    with Waiting() as waiting:
        found = searching.find(
            wanted, paths, pack=loaded, exact=exact, statuses=statuses, progress=waiting
        )
    if found.files:
        with page_on_stdout() as page:
            print_finds(page, found, loaded)
    for sentence in not_searched(found):
        say(sentence)
    if not found.files:
        ctx.exit(NOT_DONE)


def _check_paths(wanted: str, paths: tuple[Path, ...]) -> None:
    """Refuse paths that do not exist, and tell what was meant where that can be seen."""
    from policyalign.errors import InputError

    missing = [path for path in paths if not path.exists()]
    if not missing:
        return
    said = f"There is no file or folder {missing[0]}."
    if Path(wanted).exists():
        raise InputError(
            f"{said} {wanted} is one: the words to look for come first, "
            f"as in: policyalign find {_typed(*map(str, paths))} {_typed(wanted)}"
        )
    there = [_typed(str(path)) for path in paths if path.exists()]
    if there and paths[0] == missing[0] and missing == list(paths[: len(missing)]):
        words = " ".join([wanted, *map(str, missing)])
        raise InputError(
            f"{said} If it is one of the words to look for, put all of them in quotes: "
            f'policyalign find "{words}" {" ".join(there)}'
        )
    raise InputError(f"{said} Check the spelling of the path. Words to look for stand in quotes.")


def _typed(*words: str) -> str:
    """Give words as they are typed: in quotes where there is a blank in them."""
    whole = " ".join(words)
    return f'"{whole}"' if " " in whole else whole
