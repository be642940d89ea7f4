"""What ``policyalign diff`` does, from its options to its exit code."""

from __future__ import annotations

import datetime
from dataclasses import dataclass
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING

import click

from policyalign import checking, output
from policyalign.cli.deliver import page_on_stdout, reader, say
from policyalign.cli.outputs import check_output
from policyalign.cli.reading import reading
from policyalign.cli.regressions import worse
from policyalign.cli.settings_file import settings_file
from policyalign.cli.targets import targets
from policyalign.cli.verdict import BELOW, DONE
from policyalign.comparing import compare, is_saved
from policyalign.errors import InputError
from policyalign.packs import load_pack
from policyalign.renderers import comparison_wording as wording
from policyalign.renderers.comparison import SUFFIXES, render
from policyalign.renderers.terminal.comparison import print_comparison
from policyalign.settings import DEFAULT_PACK

if TYPE_CHECKING:
    from policyalign.cli.targets import Target
    from policyalign.model.comparison import Comparison


@dataclass(frozen=True, slots=True, kw_only=True)
class Request:
    """The options of one run, as the command line gave them; ``None`` where it did not."""

    old: Path
    new: Path
    formats: tuple[str, ...]
    outputs: tuple[Path, ...]
    pack: str | None
    type_: str | None
    config: Path | None
    fail_on: str | None
    force: bool
    no_cache: bool
    quiet: bool


def perform(request: Request) -> int:
    """Compare, write, and give the exit code. Raises ``PolicyAlignError`` on a user's mistake."""
    wanted = targets(request.formats, request.outputs, SUFFIXES)
    for path in request.outputs:
        _check(path, request)
    found = _compared(request)
    _deliver(found, wanted, brief=request.quiet)
    failed = worse(found, only_items=request.fail_on == "lost") if request.fail_on else ()
    for sentence in failed:
        say(sentence)
    return BELOW if failed else DONE


def _check(path: Path, request: Request) -> None:
    """Refuse a file that cannot be written, or is one of those that are read."""
    for given in (request.old, request.new):
        if path.exists() and given.exists() and path.samefile(given):
            raise InputError(f"{path} is one of the two to compare. Choose another name.")
    check_output(path, (request.old, request.new), force=request.force)


def _compared(request: Request) -> Comparison:
    given = (path for path in (request.old, request.new) if not is_saved(path))
    kept = settings_file(given, request.config, pack=request.pack)
    pack = load_pack(request.pack or kept.pack or DEFAULT_PACK)
    with reading(no_cache=request.no_cache) as (cache, waiting):
        check = partial(
            checking.check,
            pack=pack,
            type=request.type_,
            settings=kept,
            today=datetime.date.today(),  # review dates mean the day where the user is
            progress=waiting,
            cache=cache,
        )
        return compare(request.old, request.new, pack=pack, check=check)


def _deliver(found: Comparison, wanted: tuple[Target, ...], *, brief: bool) -> None:
    files = [(target.path, target.format) for target in wanted if target.path is not None]
    output.write_all((path, (render(found, name),)) for path, name in files)
    for path, _ in files:
        say(f"Wrote {path}")
    screen = [target.format for target in wanted if target.path is None]
    if "terminal" not in screen:
        say(wording.totals_line(found))
    for name in screen:
        if name == "terminal":
            with page_on_stdout() as page:
                print_comparison(page, found, brief=brief)
        else:
            with reader():
                click.echo(render(found, name), nl=False)
