"""What ``policyalign return`` does, from its options to its exit code."""

from __future__ import annotations

import datetime
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

from policyalign import checking
from policyalign.cli.deliver import page_on_stdout, say
from policyalign.cli.outputs import check_output
from policyalign.cli.reading import reading
from policyalign.cli.returns_pages import print_changes, print_problems, print_unusable
from policyalign.cli.settings_file import settings_file
from policyalign.cli.verdict import BELOW, DONE, NOT_DONE
from policyalign.errors import InputError
from policyalign.model.document import Document
from policyalign.model.report import Outcome, Report
from policyalign.model.settings import SettingsFile
from policyalign.output import write
from policyalign.packs import load_pack
from policyalign.readers import read_as
from policyalign.readers.finding import find_files, is_folder
from policyalign.renderers import wording
from policyalign.report_mark import BAD_ZIP, NOT_A_POLICY, is_view
from policyalign.returns.answered import Answered
from policyalign.returns.checking import check
from policyalign.returns.kinds import ENDINGS, read_filled, refresh, render
from policyalign.returns.making import make_return, of_agency
from policyalign.returns.problems import Severity
from policyalign.settings import DEFAULT_PACK

_FILLED_IN = (
    "exists and is not a return as policyalign wrote it: somebody may have filled it in. To bring "
    "its findings up to date use: policyalign return refresh. Else choose another name, or add "
    "--force to write over it."
)
_TO_DO = frozenset({Severity.ODD, Severity.UNFINISHED})


@dataclass(frozen=True, slots=True, kw_only=True)
class New:
    """The options of ``return new``; ``None`` where they were not given."""

    paths: tuple[Path, ...]
    output: Path
    agency: str | None
    type_: str | None
    pack: str | None
    config: Path | None
    force: bool


@dataclass(frozen=True, slots=True, kw_only=True)
class Check:
    """The options of ``return check``."""

    files: tuple[Path, ...]
    documents: tuple[Path, ...]
    pack: str | None


@dataclass(frozen=True, slots=True, kw_only=True)
class Refresh:
    """The options of ``return refresh``."""

    file: Path
    paths: tuple[Path, ...]
    output: Path | None
    type_: str | None
    pack: str | None
    config: Path | None
    force: bool


def make(request: New) -> int:
    """Write a return to fill in. Raises ``PolicyAlignError`` on a user's mistake."""
    _check_output(request.output, request.paths, force=request.force)
    kept = settings_file(request.paths, request.config, pack=request.pack)
    report = _assess(request, kept, request.agency)
    if not report.documents:
        _say_unread(report)
        say("No document could be read, so no return was made.")
        return NOT_DONE
    made = make_return(report, made=datetime.date.today(), labels=kept.labels)
    write(request.output, render(made, report.pack, request.output.suffix))
    _say_unread(report)
    questions = wording.counted(len(made.rows), "question")
    asked = sum(row.finding.outcome is not Outcome.NOT_APPLICABLE for row in made.rows)
    if asked < len(made.rows):
        questions = f"{questions} ({asked:,} to rate)"
    documents = wording.counted(len(made.documents), "document")
    say(f"Wrote {request.output}: {questions}, {documents} read.")
    return DONE


def check_returns(request: Check) -> int:
    """Print what is to be done about each return, and give the exit code."""
    files = _returns_in(request.files)
    pack = load_pack(request.pack or DEFAULT_PACK)
    documents = _documents(request.documents) if request.documents else None
    today = datetime.date.today()
    code = DONE
    with page_on_stdout() as page:
        for path in files:
            try:
                filled = read_filled(path)
            except InputError as problem:
                print_unusable(page, str(problem))
                code = NOT_DONE
                continue
            problems = check(filled, today=today, pack=pack, documents=documents)
            print_problems(page, path, filled.made, problems)
            if any(problem.severity in _TO_DO for problem in problems):
                code = max(code, BELOW)
    return code


def _returns_in(paths: Sequence[Path]) -> tuple[Path, ...]:
    """Give the files that are named, and of folders those that may be returns; name the others."""
    files: list[Path] = []
    for path in paths:
        if not is_folder(path):
            files.append(path)
            continue
        for found in find_files([path]):
            if found.path.suffix.lower() in ENDINGS and not _is_view(found.path):
                files.append(path / found.name)
            else:
                say(f"Not checked: {path / found.name}: is neither a workbook nor a form to check.")
    if not files:
        raise InputError("There is no return in what was named.")
    return tuple(files)


def _is_view(path: Path) -> bool:
    try:
        with path.open("rb") as file:
            return is_view(file)
    except BAD_ZIP:  # what is wrong with it is told when it is read
        return False


def refresh_return(request: Refresh) -> int:
    """Write a return with new findings. Raises ``PolicyAlignError`` on a user's mistake."""
    target = request.output or request.file
    if request.output is not None and not _same(request.output, request.file):
        _check_same_kind(request.output, request.file)
        _check_output(request.output, request.paths, force=request.force)
    filled = read_filled(request.file)
    kept = settings_file(request.paths, request.config, pack=request.pack)
    # The name that it was made for: people may have written theirs in another way since.
    report = _assess(request, kept, filled.record.made.agency or None)
    if not report.documents:
        _say_unread(report)
        say(f"No document could be read. {request.file} was left as it is.")
        return NOT_DONE
    refreshed = refresh(filled, report, made=datetime.date.today())
    write(target, refreshed.data)
    with page_on_stdout() as page:
        print_changes(page, refreshed.changes)
    _say_odd(request.file, filled)
    say(f"Wrote {target}")
    return DONE


def _say_odd(path: Path, filled: Answered) -> None:
    odd = [one for one in filled.problems if one.severity is Severity.ODD]
    if odd:
        say(
            f"{wording.counted(len(odd), 'thing')} in {path} may not have been refreshed as you "
            "expect. To see them: policyalign return check"
        )


def _check_output(path: Path, policies: tuple[Path, ...], *, force: bool) -> None:
    if path.suffix.lower() not in ENDINGS:
        raise InputError(
            f"{path}: a return is an Excel workbook or a Word form. Give a name that ends in "
            f"{' or '.join(ENDINGS)}."
        )
    check_output(path, policies, force=force, refusal=_FILLED_IN)


def _check_same_kind(new: Path, file: Path) -> None:
    ending = file.suffix.lower()
    if ending in ENDINGS and new.suffix.lower() != ending:
        raise InputError(f"{new}: {file} stays the kind of file that it is. End it in {ending}.")


def _same(one: Path, other: Path) -> bool:
    return one.exists() and other.exists() and one.samefile(other)


def _assess(request: New | Refresh, kept: SettingsFile, agency: str | None) -> Report:
    """Check the documents of one agency."""
    # What the settings say of each document must not be overruled by the name of one agency.
    given = None if kept.agencies else agency
    with reading() as (cache, waiting):
        report = checking.check(
            request.paths,
            pack=request.pack,
            type=request.type_,
            agency=given,
            settings=kept,
            today=datetime.date.today(),
            progress=waiting,
            cache=cache,
        )
    if not kept.agencies:
        return report
    found = find_files(request.paths) if report.unread else ()
    return of_agency(report, agency, {file.name: kept.agency_of(file.path) for file in found})


def _documents(paths: Sequence[Path]) -> tuple[Document, ...]:
    """Read the documents in which evidence is looked for, and name those that cannot be."""
    found = [read_as(file.path, file.name) for file in find_files(paths)]
    for one in found:
        if not isinstance(one, Document):
            say(f"Not searched: {one.path}: {wording.sentence(one.reason)}")
    documents = tuple(one for one in found if isinstance(one, Document))
    if not documents:
        raise InputError("No document could be read in which to look for evidence.")
    return documents


def _say_unread(report: Report) -> None:
    """Name what could not be read, and count the reports and returns among the documents."""
    own = sum(one.reason == NOT_A_POLICY for one in report.unread)
    for one in report.unread:
        if one.reason != NOT_A_POLICY:
            say(f"Not read: {one.path}: {wording.sentence(one.reason)}")
    if own:
        say(f"Passed over: {wording.counted(own, 'report or return', 'reports and returns')}.")
