"""What ``policyalign init`` does, from its options to a settings file."""

from __future__ import annotations

import datetime
import os
import sys
from dataclasses import dataclass
from pathlib import Path

import click

from policyalign import checking
from policyalign.cli.deliver import say
from policyalign.cli.reading import reading
from policyalign.errors import InputError, OutputError
from policyalign.output import write
from policyalign.packs import load_pack
from policyalign.packs.finding import pack_names
from policyalign.readers import is_readable_kind
from policyalign.readers.finding import SETTINGS_FILE, find_files
from policyalign.renderers import wording
from policyalign.settings.survey import Survey, survey
from policyalign.settings.writing import SCALES, Wishes, settings_text

_MOST = 6


@dataclass(frozen=True, slots=True, kw_only=True)
class Request:
    """The options of one run, as the command line gave them."""

    folder: Path
    yes: bool
    force: bool
    pack: str


def perform(request: Request) -> None:
    """Look, ask and write. Raises ``PolicyAlignError`` on a user's mistake."""
    target = request.folder / SETTINGS_FILE
    if target.exists() and not request.force:
        raise OutputError(f"{target} is there already. Edit it, or add --force to write it anew.")
    if not (request.yes or _can_be_asked()):
        raise InputError("Nobody can be asked here. Add --yes to take what is proposed.")
    pack = load_pack(request.pack)
    found = _look(request)
    say(_seen(found))
    proposed = Wishes(agencies=found.agencies, exclude=found.aside, pack=_pack_seen_from(request))
    try:
        wishes = proposed if request.yes else _asked(proposed)
    except click.Abort:
        raise KeyboardInterrupt("Stopped. Nothing was written.") from None
    in_a_year = datetime.date.today() + datetime.timedelta(days=365)
    write(target, settings_text(wishes, found, pack, in_a_year).encode())
    say(f"Wrote {target}. Read it through, then: policyalign check {_typed(request.folder)}")


def _can_be_asked() -> bool:
    return sys.stdin.isatty()


def _look(request: Request) -> Survey:
    """Read the documents; what is read is kept, so that the first check has it already."""
    files = find_files([request.folder])
    documents = [file for file in files if is_readable_kind(file.path)]
    types: list[str] = []
    if documents:
        with reading() as (cache, waiting):
            report = checking.check(
                [file.path for file in documents], pack=request.pack, cache=cache, progress=waiting
            )
            types = [document.type for document in report.documents]
    return survey([file.name for file in files], [file.name for file in documents], types)


def _seen(found: Survey) -> str:
    kinds = [f"{count} {kind}" for kind, count in found.kinds]
    types = [f"{count} {name}" for name, count in found.types]
    files = wording.counted(sum(count for _, count in found.kinds), "file")
    of_kinds = f": {_some(kinds)}" if kinds else ""
    of_types = f" Types: {_some(types)}." if types else ""
    return f"Found {files}{of_kinds}.{of_types}"


def _some(words: list[str]) -> str:
    more = len(words) - _MOST
    return f"{', '.join(words[:_MOST])} and {more} more" if more > 0 else wording.listed(words)


def _asked(proposed: Wishes) -> Wishes:
    """Ask what cannot be seen."""
    agencies = _which_agencies(proposed.agencies)
    agency = "" if agencies else _ask("Whose policies are these? (Enter: leave it open)")
    exclude = proposed.exclude
    if exclude and not click.confirm(
        f"Leave out what stands in {wording.listed(exclude)}?", default=True, err=True
    ):
        exclude = ()
    return Wishes(
        agency=agency,
        agencies=agencies,
        exclude=exclude,
        fail_under=_ask_limit(),
        scale=click.prompt(
            "Ratings in returns: Met, Partly met, Not met; or colours; or numbers",
            type=click.Choice(tuple(SCALES)),
            default=proposed.scale,
            err=True,
        ),
        pack=proposed.pack,
    )


def _which_agencies(proposed: tuple[tuple[str, str], ...]) -> tuple[tuple[str, str], ...]:
    if not proposed:
        return ()
    for name, folder in proposed:
        say(f"  {folder}: {name}")
    kept = click.confirm("Are these folders agencies?", default=True, err=True)
    return proposed if kept else ()


def _ask(question: str) -> str:
    return str(click.prompt(question, default="", show_default=False, err=True)).strip()


def _ask_limit() -> float | None:
    def number(text: str) -> float | None:
        if not text.strip():
            return None
        try:
            limit = float(text)
        except ValueError as problem:
            raise click.UsageError("Give a number from 0 to 100, or press Enter.") from problem
        if not 0 <= limit <= 100:
            raise click.UsageError("Give a number from 0 to 100, or press Enter.")
        return limit

    question = "Lowest score that check lets pass, from 0 to 100 (Enter: none)"
    limit: float | None = click.prompt(
        question, default="", show_default=False, value_proc=number, err=True
    )
    return limit


def _pack_seen_from(request: Request) -> str:
    """Give the name of a pack, or its folder as seen from the settings file."""
    if request.pack in pack_names():
        return request.pack
    return Path(os.path.relpath(request.pack, request.folder)).as_posix()


def _typed(folder: Path) -> str:
    return f'"{folder}"' if " " in str(folder) else str(folder)
