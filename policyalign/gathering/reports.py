"""A JSON report as returns with nothing filled in: one for each agency whose documents it holds."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Iterator
from dataclasses import replace
from datetime import date
from pathlib import Path

from policyalign.errors import InputError
from policyalign.model.pack import ChecklistItem, Importance, Pack
from policyalign.model.report import DocumentResult, Report
from policyalign.model.returns import Return
from policyalign.model.submissions import Source, Submission
from policyalign.packs import load_pack
from policyalign.packs.names import is_id
from policyalign.renderers import wording
from policyalign.returns.making import make_return
from policyalign.saved_report import SavedReport, read_saved_report

LoadPack = Callable[[str], Pack]
_NO_AREA = "Not in the pack on this computer"


def submissions_of(path: Path, name: str, load: LoadPack = load_pack) -> Iterator[Submission]:
    """Give what a JSON report says of each of its agencies; ``name`` is the file's, as shown.

    Raises ``InputError`` for what is no such report, for one without a day or documents, and where
    its pack is not on this computer.
    """
    saved = read_saved_report(path)
    made = _day(saved)
    if not saved.documents:
        raise InputError("is a report in which no document was read")
    by_agency: dict[str, list[DocumentResult]] = defaultdict(list)
    for document in saved.documents:
        by_agency[(document.agency or "").strip()].append(document)
    pack = _pack_of(saved, load)
    for agency, documents in by_agency.items():
        # Which agency an unread file belongs to is known only where there is but one.
        unread = saved.unread if len(by_agency) == 1 else ()
        report = Report(
            pack=pack, settings=saved.settings, documents=tuple(documents), unread=unread
        )
        yield Submission(
            path=name,
            source=Source.REPORT,
            held=make_return(report, made=made, agency=agency or nameless(name)),
            documents=tuple(documents),
            remarks=tuple(_remarks(agency, saved, one_of_several=len(by_agency) > 1)),
        )


def _day(saved: SavedReport) -> date:
    if saved.settings.today is None:
        raise InputError("is a report without a date, so it has no place among the others")
    return date.fromisoformat(saved.settings.today)


def nameless(name: str) -> str:
    """Give what stands for the name of an agency in a file that names none."""
    return f"Agency not named ({name})"


def named(held: Return, name: str) -> Return:
    """Give a return whose agency has a name, so that no two without one pass for one agency."""
    return held if held.agency.strip() else replace(held, agency=nameless(name))


def _remarks(agency: str, saved: SavedReport, *, one_of_several: bool) -> Iterator[str]:
    if not agency:
        yield "names no agency; check with --agency NAME, or in the settings"
    if one_of_several and saved.unread:
        files = wording.counted(len(saved.unread), "file")
        yield f"could not read {files}, whose agency is not known"


def _pack_of(saved: SavedReport, load: LoadPack) -> Pack:
    """Give the pack of a report with the items that the report has, whatever its version."""
    known = load(_pack_id(saved))
    ids = dict.fromkeys(item.id for d in saved.documents for item in d.items)
    ordered = [
        *(i for i in known.checklist if i in ids),
        *(i for i in ids if i not in known.checklist),
    ]
    checklist = {i: known.checklist.get(i) or _unknown(i) for i in ordered}
    return replace(known, version=saved.pack.version, checklist=checklist)


def _pack_id(saved: SavedReport) -> str:
    """Give the id of the pack; a path there would have another agency say what is opened here."""
    if not is_id(saved.pack.id):
        raise InputError(f"is a report whose pack has no id that a pack can have: {saved.pack.id}")
    return saved.pack.id


def _unknown(item: str) -> ChecklistItem:
    """Stand in for an item of which a report tells no more than the id."""
    return ChecklistItem(
        id=item,
        area=_NO_AREA,
        title=item,
        question="",
        expected=(),
        importance=Importance.EXPECTED,
        suggested_wording="",
        source="",
    )
