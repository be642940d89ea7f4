"""What ``policyalign rollup`` does, from its options to its files."""

from __future__ import annotations

import datetime
from dataclasses import dataclass
from pathlib import Path

from policyalign import output
from policyalign.cli.deliver import page_on_stdout, say
from policyalign.cli.outputs import check_endings
from policyalign.cli.settings_file import settings_file
from policyalign.errors import InputError
from policyalign.gathering import gather, speech
from policyalign.model.returns import LABELS
from policyalign.partnership import roll_up
from policyalign.readers.finding import find_files
from policyalign.renderers.partnership import FORMATS, render
from policyalign.renderers.signature import is_report
from policyalign.renderers.terminal.partnership import print_partnership
from policyalign.report_mark import BAD_ZIP, is_view


@dataclass(frozen=True, slots=True, kw_only=True)
class Request:
    """The options of one run, as the command line gave them."""

    paths: tuple[Path, ...]
    outputs: tuple[Path, ...]
    expected: tuple[str, ...]
    config: Path | None
    force: bool


def perform(request: Request) -> None:
    """Roll up, write, and print a summary. Raises ``PolicyAlignError`` on a user's mistake."""
    _check_outputs(request)
    kept = settings_file(_with_settings(request.paths), request.config, pack=None)
    gathered = gather(request.paths)
    if not gathered.submissions:
        reasons = "".join(f"\n  {one.path}: {one.reason}" for one in gathered.unread)
        raise InputError(f"There is no return and no JSON report that can be used here.{reasons}")
    view = roll_up(
        gathered,
        today=datetime.date.today(),
        expected=(*(agency.name for agency in kept.agencies), *request.expected),
        labels=None if kept.labels == LABELS else kept.labels,
        language=speech(gathered),
    )
    output.write_all((path, (render(view, path.suffix.lower()),)) for path in request.outputs)
    for path in request.outputs:
        say(f"Wrote {path}")
    with page_on_stdout() as page:
        print_partnership(page, view)


def _with_settings(paths: tuple[Path, ...]) -> tuple[Path, ...]:
    """Give the paths by which the settings file is looked for: those of returns and reports.

    A workbook that was moderated in may lie anywhere, mostly above the returns.
    """
    return tuple(path for path in paths if not _is_view(path)) or paths


def _is_view(path: Path) -> bool:
    try:
        with path.open("rb") as file:
            return is_view(file)
    except BAD_ZIP:  # a folder; or a file of which will be said later what is wrong
        return False


def _check_outputs(request: Request) -> None:
    """Refuse what cannot be written, before all is read; and to write over what is read."""
    check_endings(request.outputs, FORMATS, "views")
    for path in request.outputs:
        output.check_target(path)
        if not request.force:
            output.check_replaceable(path, is_report)
    _refuse_input(request)


def _refuse_input(request: Request) -> None:
    """Refuse to write over a file that is named, or over a return or report in a folder."""
    there = [path for path in request.outputs if path.is_file()]
    if not there:
        return
    for file in find_files(request.paths):
        for path in there:
            if path.samefile(file.path) and not output.holds(path, is_view):
                raise InputError(f"{path} is one of the files to roll up. Choose another name.")
