"""What each of the files is, and what it holds; none is dropped without its reason."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from dataclasses import dataclass, field
from functools import cache
from pathlib import Path

from policyalign.errors import InputError, PackError
from policyalign.gathering.moderation import read_moderation
from policyalign.gathering.reports import LoadPack, named, submissions_of
from policyalign.model.document import Unread
from policyalign.model.submissions import Gathered, Ruling, Source, Submission
from policyalign.packs import load_pack
from policyalign.readers.finding import FoundFile, find_files
from policyalign.report_mark import BAD_ZIP, is_view
from policyalign.returns import Problem, read_return


def gather(paths: Iterable[Path | str], *, load: LoadPack = load_pack) -> Gathered:
    """Read every file that is named or stands in a folder.

    Raises ``InputError`` if a path does not exist or there are no files.
    """
    heap = _Heap(cache(load))  # most reports were made with the same pack
    for file in find_files(paths):
        take = _KINDS.get(file.path.suffix.lower(), _take_nothing)
        try:
            take(heap, file)
        except (InputError, PackError) as problem:
            heap.refuse(file, str(problem))
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

    def refuse(self, file: FoundFile, reason: str) -> None:
        # The name stands beside the reason already.
        said = reason.removeprefix(str(file.path)).lstrip(": ")
        self.unread.append(Unread(path=file.name, reason=said))


def _take_report(heap: _Heap, file: FoundFile) -> None:
    if _is_view(file):
        heap.refuse(file, _A_VIEW)
    else:
        heap.submissions.extend(submissions_of(file.path, file.name, heap.load))


def _take_workbook(heap: _Heap, file: FoundFile) -> None:
    if not _is_view(file):
        _take_return(heap, file)
        return
    moderated = read_moderation(file.path, file.name)
    heap.rulings.extend(moderated.rulings)
    heap.remarks.extend((file.name, said) for said in moderated.remarks)


def _take_form(heap: _Heap, file: FoundFile) -> None:
    if _is_view(file):
        heap.refuse(file, _A_VIEW)
    else:
        _take_return(heap, file)


def _take_return(heap: _Heap, file: FoundFile) -> None:
    held, problems = read_return(file.path)
    if held is None:
        heap.refuse(file, " ".join(problem.sentence for problem in problems))
        return
    heap.submissions.append(
        Submission(
            path=file.name,
            source=Source.RETURN,
            held=named(held, file.name),
            remarks=tuple(map(_remark, problems)),
        )
    )


def _take_nothing(heap: _Heap, file: FoundFile) -> None:
    if _is_view(file):
        heap.refuse(file, _A_VIEW)
        return
    wanted = _SAVED_AS.get(file.path.suffix.lower())
    hint = f". If it is a return, open it in Excel, Word or LibreOffice and save it as {wanted}"
    heap.refuse(file, f"is neither a return nor a JSON report{hint if wanted else ''}")


_A_VIEW = "is itself a roll-up; only its workbook (.xlsx) can bring something in"
# What other kinds of files a return may have been saved as, and what it is to be again.
_SAVED_AS = {".ods": ".xlsx", ".xls": ".xlsx", ".xlsm": ".xlsx", ".odt": ".docx", ".doc": ".docx"}
_KINDS: dict[str, Callable[[_Heap, FoundFile], None]] = {
    ".json": _take_report,
    ".xlsx": _take_workbook,
    ".docx": _take_form,
}


def _is_view(file: FoundFile) -> bool:
    try:
        with file.path.open("rb") as opened:
            return is_view(opened)
    except BAD_ZIP:  # whoever reads it will say what is wrong
        return False


def _remark(problem: Problem) -> str:
    where = " ".join(filter(None, (problem.sheet, problem.cell)))
    return f"{where}: {problem.sentence}" if where else problem.sentence
