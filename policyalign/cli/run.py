"""What ``policyalign check`` does, from its options to its exit code."""

from __future__ import annotations

import datetime
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

from policyalign import checking
from policyalign.cli.deliver import check_screen, deliver, say
from policyalign.cli.outputs import check_output
from policyalign.cli.reading import reading
from policyalign.cli.regressions import failures
from policyalign.cli.settings_file import settings_file
from policyalign.cli.targets import targets
from policyalign.cli.verdict import BELOW, DONE, exit_code, sentences
from policyalign.renderers.terminal.page import Verbosity

if TYPE_CHECKING:
    from collections.abc import Callable

    from policyalign.model.report import Report
    from policyalign.model.settings import SettingsFile


@dataclass(frozen=True, slots=True, kw_only=True)
class Request:
    """The options of one run, as the command line gave them; ``None`` where it did not."""

    paths: tuple[Path | str, ...]
    formats: tuple[str, ...]
    outputs: tuple[Path, ...]
    pack: str | None
    type_: str | None
    agency: str | None
    config: Path | None
    fail_under: float | None
    jobs: int | None
    timeout: float
    quiet: bool
    verbose: bool
    force: bool = False
    baseline: Path | None = None
    fail_on: str | None = None
    no_cache: bool = False
    dask: str | None = None

    @property
    def verbosity(self) -> Verbosity:
        """How much of the report was asked for."""
        if self.verbose:
            return Verbosity.VERBOSE
        return Verbosity.QUIET if self.quiet else Verbosity.NORMAL


def perform(request: Request) -> int:
    """Check, report, and give the exit code. Raises ``PolicyAlignError`` on a user's mistake."""
    wanted = targets(request.formats, request.outputs)
    check_screen(wanted)
    for path in request.outputs:
        policies = tuple(p for p in request.paths if isinstance(p, Path))
        check_output(path, policies, force=request.force)
    kept = settings_file(request.paths, request.config, pack=request.pack)
    if request.verbose:
        say(f"Settings: {kept.path}" if kept.path else "Settings: no file")
    held_against = _baseline(request.baseline) if request.baseline else None
    report = _assess(request, kept)
    if held_against:
        report = held_against(report)
    deliver(report, wanted, request.verbosity)
    limit = kept.fail_under if request.fail_under is None else request.fail_under
    for sentence in sentences(report, limit):
        say(sentence)
    failed = failures(report, request.fail_on)
    for sentence in failed:
        say(sentence)
    return exit_code(report, limit) or (BELOW if failed else DONE)


def _baseline(path: Path) -> Callable[[Report], Report]:
    """Read an earlier report now, when a mistake costs nothing yet, to hold another against."""
    from policyalign.comparing import since
    from policyalign.saved_report import read_saved_report

    saved = read_saved_report(path)
    return lambda report: since(report, saved)


def _assess(request: Request, kept: SettingsFile) -> Report:
    with reading(no_cache=request.no_cache) as (cache, waiting):
        return checking.check(
            request.paths,
            pack=request.pack,
            type=request.type_,
            agency=request.agency,
            settings=kept,
            today=datetime.date.today(),  # review dates mean the day where the user is
            jobs=request.jobs,
            timeout=request.timeout,
            dask=request.dask,
            progress=waiting,
            cache=cache,
        )
