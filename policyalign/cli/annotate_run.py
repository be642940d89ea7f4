"""What ``policyalign annotate`` does, from its options to its exit code."""

from __future__ import annotations

import datetime
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

from policyalign.annotating import Annotated, annotate, is_annotated_copy
from policyalign.assess import make_settings
from policyalign.cli.deliver import say
from policyalign.cli.progress import Waiting
from policyalign.cli.settings_file import settings_file
from policyalign.cli.verdict import DONE, NOT_DONE
from policyalign.errors import InputError
from policyalign.file_results import met_fault
from policyalign.model.document import Unread
from policyalign.model.pack import Pack
from policyalign.model.report import Settings
from policyalign.output import check_replaceable, make_folder, write
from policyalign.packs import load_pack
from policyalign.readers.finding import FoundFile, find_files
from policyalign.renderers import wording
from policyalign.settings import DEFAULT_PACK, check_names
from policyalign.settings.applying import chosen
from policyalign.settings.deciding import Decisions

_NOT_OURS = (
    "exists and is not an annotated copy as policyalign wrote it; somebody may have worked in it. "
    "Choose another folder, or add --force to write over it."
)


@dataclass(frozen=True, slots=True, kw_only=True)
class Request:
    """The options of one run, as the command line gave them; ``None`` where it did not."""

    paths: tuple[Path, ...]
    folder: Path
    pack: str | None
    type_: str | None
    agency: str | None
    config: Path | None
    force: bool


def perform(request: Request) -> int:
    """Write the copies and give the exit code. Raises ``PolicyAlignError`` on a user's mistake."""
    today = datetime.date.today()  # the day that the remarks carry, where the user is
    kept = settings_file(request.paths, request.config, pack=request.pack)
    pack = load_pack(request.pack or kept.pack or DEFAULT_PACK)
    check_names(kept, pack)
    decisions = Decisions(kept, pack, today)
    found, excluded = chosen(find_files(request.paths), request.paths, kept)
    files = _without_copies(found, request)
    policies = frozenset(map(_identity, (file.path for file in files)))
    for file in files:
        _check(request.folder / file.name, policies, force=request.force)
    unread: list[Unread] = []
    with Waiting() as waiting:
        for done, file in enumerate(files, start=1):
            settings = make_settings(
                pack,
                type=request.type_ or kept.type_of(file.path),
                agency=request.agency or kept.agency_of(file.path),
                today=today,
            )
            result = _annotated(file, pack, settings, decisions)
            if isinstance(result, Unread):
                unread.append(result)
            else:
                _deliver(result, request.folder / file.name)
            waiting(done, len(files), file.name)
    for one in unread:
        say(f"Not annotated: {one.path}: {wording.sentence(one.reason)}")
    if excluded:
        say(f"Excluded by {kept.path}: {wording.counted(len(excluded), 'file')}.")
    if len(unread) < len(files):
        return DONE
    say("No document could be annotated.")
    return NOT_DONE


def _without_copies(files: Sequence[FoundFile], request: Request) -> tuple[FoundFile, ...]:
    """Leave out what an earlier run wrote into a folder inside one that is annotated."""
    folder = request.folder.resolve()
    asked = {path.resolve() for path in request.paths}
    if asked.isdisjoint(folder.parents):
        return tuple(files)
    kept = tuple(
        file
        for file in files
        if folder not in file.path.resolve().parents or file.path.resolve() in asked
    )
    if not kept:
        raise InputError(f"All files found stand in {request.folder}, where the copies are to go.")
    return kept


def _annotated(
    file: FoundFile, pack: Pack, settings: Settings, decisions: Decisions
) -> Annotated | Unread:
    try:
        return annotate(file.path, file.name, pack, settings, decisions)
    except MemoryError:
        raise
    except Exception as fault:  # the copies of all other files must not be lost to one
        return Unread(path=file.name, reason=met_fault(fault))


def _identity(path: Path) -> tuple[int, int]:
    """Give what two names of one file share."""
    found = path.stat()
    return found.st_dev, found.st_ino


def _check(target: Path, policies: frozenset[tuple[int, int]], *, force: bool) -> None:
    """Raise ``PolicyAlignError`` if a copy must not be written here; better now than half done."""
    if not target.exists():
        return
    if _identity(target) in policies:
        raise InputError(
            f"{target} is one of the policies themselves. Choose another folder for the copies."
        )
    if not force:
        check_replaceable(target, is_annotated_copy, _NOT_OURS)


def _deliver(copy: Annotated, target: Path) -> None:
    make_folder(target.parent)
    write(target, copy.data)
    say(f"Wrote {target}: {wording.counted(len(copy.remarks), 'remark')}")
    for notice in copy.notices:
        say(f"{copy.path} {notice}.")
