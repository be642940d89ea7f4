"""What each of the files is, and what it holds; none is dropped without its reason."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from dataclasses import dataclass, field
from pathlib import Path

from policyalign.errors import InputError, PackError
from policyalign.gathering.reports import LoadPack, submissions_of
from policyalign.model.document import Unread
from policyalign.model.partnership import Gathered, Ruling, Submission
from policyalign.packs import load_pack
from policyalign.readers.finding import FoundFile, find_files


def gather(paths: Iterable[Path | str], *, load: LoadPack = load_pack) -> Gathered:
    """Read every file that is named or stands in a folder.

    Raises ``InputError`` if a path does not exist or there are no files.
    """
    heap = _Heap(load)
    for file in find_files(paths):
        take = _KINDS.get(file.path.suffix.lower(), _take_nothing)
        try:
            take(heap, file)
        except (InputError, PackError) as problem:
            heap.unread.append(Unread(path=file.name, reason=_reason(problem, file)))
    return Gathered(
        submissions=tuple(heap.submissions),
        rulings=tuple(heap.rulings),
        unread=tuple(heap.unread),
        remarks=tuple(heap.remarks),
    )


@dataclass(slots=True)
class _Heap:
    """What was found so far."""

    load: LoadPack
    submissions: list[Submission] = field(default_factory=list)
    rulings: list[Ruling] = field(default_factory=list)
    unread: list[Unread] = field(default_factory=list)
    remarks: list[tuple[str, str]] = field(default_factory=list)


def _take_report(heap: _Heap, file: FoundFile) -> None:
    heap.submissions.extend(submissions_of(file.path, file.name, heap.load))


def _take_nothing(heap: _Heap, file: FoundFile) -> None:
    reason = "is neither a return (.xlsx, .docx) nor a JSON report"
    heap.unread.append(Unread(path=file.name, reason=reason))


_KINDS: dict[str, Callable[[_Heap, FoundFile], None]] = {
    ".json": _take_report,
}


def _reason(problem: Exception, file: FoundFile) -> str:
    """Give a reason without the path before it, which is shown beside it."""
    return str(problem).removeprefix(str(file.path)).strip()
