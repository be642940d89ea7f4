"""What ``policyalign language`` does, from its options to its exit code."""

from __future__ import annotations

from dataclasses import dataclass
from itertools import chain
from pathlib import Path
from typing import TYPE_CHECKING

from policyalign import checking
from policyalign.cli.agencies import agencies_of, sorted_out
from policyalign.cli.deliver import page_on_stdout, say
from policyalign.cli.outputs import check_endings, check_output
from policyalign.cli.reading import reading
from policyalign.cli.settings_file import settings_file
from policyalign.cli.verdict import DONE, NOT_DONE
from policyalign.errors import InputError
from policyalign.output import write_all
from policyalign.packs import load_pack
from policyalign.renderers.decision_wording import left_out
from policyalign.renderers.language import RENDERERS
from policyalign.renderers.terminal.language import print_language
from policyalign.renderers.wording import sentence
from policyalign.saved_report import SavedReport, read_saved_report
from policyalign.settings import DEFAULT_PACK
from policyalign.shared_language import compare

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from policyalign.model.document import Unread
    from policyalign.model.language import SharedLanguage
    from policyalign.model.pack import Pack
    from policyalign.model.report import DocumentResult, Report
    from policyalign.model.settings import SettingsFile


@dataclass(frozen=True, slots=True, kw_only=True)
class Request:
    """The options of one run, as the command line gave them; ``None`` where it did not."""

    paths: tuple[Path, ...]
    outputs: tuple[Path, ...]
    force: bool
    pack: str | None
    config: Path | None
    jobs: int | None
    timeout: float
    no_cache: bool


def perform(request: Request) -> int:
    """Compare, report, and give the exit code. Raises ``PolicyAlignError`` on a user's mistake."""
    _check_outputs(request)
    kept = settings_file(request.paths, request.config, pack=request.pack)
    found = _compared(request, kept, load_pack(request.pack or kept.pack or DEFAULT_PACK))
    if not found.documents:
        for unread in found.unread:
            say(f"Not read: {unread.path}: {unread.reason}")
        say("No document could be read.")
        return NOT_DONE
    write_all((path, (RENDERERS[path.suffix.lower()](found),)) for path in request.outputs)
    for path in request.outputs:
        say(f"Wrote {path}")
    if not request.outputs:
        with page_on_stdout() as page:
            print_language(page, found)
    return DONE


def _check_outputs(request: Request) -> None:
    check_endings(request.outputs, RENDERERS, "comparisons")
    for path in request.outputs:
        check_output(path, request.paths, force=request.force)


def _compared(request: Request, kept: SettingsFile, pack: Pack) -> SharedLanguage:
    folders, reports = sorted_out(request.paths)
    saved = [read_saved_report(path) for path in reports]
    report = _checked(request, kept, pack, folders) if folders else None
    unread: list[Unread] = [one for known in saved for one in known.unread]
    return compare(
        _each_once(chain(_read(report, folders), _recalled(saved, pack))),
        pack,
        unread=[*(report.unread if report else ()), *unread],
        remarks=(*_excluded(report), *_remarks(saved, pack)),
    )


def _checked(request: Request, kept: SettingsFile, pack: Pack, folders: tuple[Path, ...]) -> Report:
    with reading(no_cache=request.no_cache) as (cache, waiting):
        return checking.check(
            folders,
            pack=pack,
            settings=kept,
            jobs=request.jobs,
            timeout=request.timeout,
            progress=waiting,
            cache=cache,
        )


def _read(report: Report | None, folders: tuple[Path, ...]) -> Iterator[tuple[str, DocumentResult]]:
    if report:
        agency = agencies_of(folders)
        for document in report.documents:
            yield document.agency or agency(document.path), document


def _recalled(saved: Iterable[SavedReport], pack: Pack) -> Iterator[tuple[str, DocumentResult]]:
    for known in saved:
        if known.pack.id != pack.id:
            raise InputError(
                f"{known.path} was made with the pack {known.pack.id}, and not with {pack.id}. "
                f"Give --pack {known.pack.id}, or check those documents again."
            )
        for document in known.documents:
            yield document.agency or Path(known.path).stem, document


def _each_once(
    documents: Iterable[tuple[str, DocumentResult]],
) -> Iterator[tuple[str, DocumentResult]]:
    """Leave out what an agency has twice, as a file and in a report."""
    seen: set[tuple[str, str]] = set()
    for agency, document in documents:
        if (agency, document.sha256) not in seen:
            seen.add((agency, document.sha256))
            yield agency, document


def _excluded(report: Report | None) -> tuple[str, ...]:
    return (sentence(left_out(report)),) if report and report.excluded else ()


def _remarks(saved: Iterable[SavedReport], pack: Pack) -> Iterator[str]:
    for known in saved:
        if known.pack.fingerprint != pack.fingerprint:
            yield (
                f"{known.path} was made with version {known.pack.version} of the pack, whose files "
                "are not those of today: what it counted may differ."
            )
