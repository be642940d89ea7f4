"""``policyalign cache``: what is kept between runs, and how to be rid of it."""

from __future__ import annotations

from typing import TYPE_CHECKING

import click

if TYPE_CHECKING:
    from pathlib import Path


@click.group()
def cache() -> None:
    """See or clear what is kept from earlier runs, so that unchanged files are not read again."""


@cache.command()
def info() -> None:
    """Say where the cache is, what it holds, and how large it is."""
    from policyalign.cli.deliver import page_on_stdout
    from policyalign.errors import InputError
    from policyalign.keeping.folder import cache_folder
    from policyalign.keeping.store import MOST_BYTES, size
    from policyalign.renderers.wording import counted

    folder = cache_folder()
    try:
        taken = size(folder)
    except OSError as problem:
        reason = problem.strerror or problem
        raise InputError(f"The cache in {folder} cannot be opened: {reason}.") from problem
    with page_on_stdout() as page:
        page.line(f"Folder: {folder}")
        page.line(f"Kept: {counted(_count(folder) if taken else 0, 'entry', 'entries')}")
        page.line(f"Size: {_megabytes(taken)} of at most {_megabytes(MOST_BYTES)}")
        page.line(
            "It holds the vocabulary packs that were used and what was found in each file: "
            "passages of the policies, their titles, owners and dates. "
            "“policyalign cache clear” removes it; “check --no-cache” does without it."
        )


@cache.command()
def clear() -> None:
    """Remove all that is kept. The next check reads every file anew."""
    from policyalign.cli.deliver import page_on_stdout
    from policyalign.errors import OutputError
    from policyalign.keeping.folder import cache_folder
    from policyalign.keeping.store import remove

    folder = cache_folder()
    try:
        taken = remove(folder)
    except OSError as problem:
        raise OutputError(
            f"The cache in {folder} cannot be removed: {problem.strerror or problem}. "
            "Wait until no other check is running, and try again."
        ) from problem
    with page_on_stdout() as page:
        page.line(f"Removed {_megabytes(taken)} from {folder}." if taken else "There is no cache.")


def _count(folder: Path) -> int:
    from policyalign.cli.deliver import say
    from policyalign.keeping.store import Store

    store = Store(folder)
    number = store.count()
    store.close()
    for remark in store.remarks:
        say(remark)
    return number


def _megabytes(number: int) -> str:
    return f"{number / 1_000_000:.1f} MB"
