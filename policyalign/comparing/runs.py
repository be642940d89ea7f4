"""What can be compared: a report, a saved report, a policy, or a folder of policies."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from functools import cached_property
from pathlib import Path

from policyalign import __version__
from policyalign.errors import InputError
from policyalign.model.comparison import Side
from policyalign.model.document import Unread
from policyalign.model.report import DocumentResult, Report, Settings
from policyalign.saved_report import SavedReport, read_saved_report

Check = Callable[[Path], Report]
_REPORT = ".json"


@dataclass(frozen=True, kw_only=True)
class Run:
    """One side of a comparison, wherever it comes from.

    ``single`` tells that the user named this one document, and not a report or a folder.
    """

    name: str
    tool: str
    pack_id: str
    pack_version: str
    fingerprint: str
    settings: Settings
    documents: Sequence[DocumentResult]
    unread: tuple[Unread, ...]
    single: bool = False

    @cached_property
    def side(self) -> Side:
        """What is said of the run as a whole."""
        scores = [document.score for document in self.documents if document.score is not None]
        return Side(
            name=self.name,
            tool=self.tool,
            pack_id=self.pack_id,
            pack_version=self.pack_version,
            fingerprint=self.fingerprint,
            settings=self.settings,
            documents=len(self.documents),
            unread=len(self.unread),
            mean_score=round(sum(scores) / len(scores), 1) if scores else None,
        )


def is_saved(path: Path) -> bool:
    """Tell by its name whether a path is that of a saved report, and not of what is checked."""
    return path.suffix.lower() == _REPORT and not path.is_dir()


def run_of(given: Report | SavedReport | Path, check: Check) -> Run:
    """Give what is to be compared; ``check`` makes a report of a policy or a folder.

    Raises ``InputError`` for what is not there or holds no document that can be read.
    """
    if isinstance(given, Report):
        return _of_report(given, name="this run")
    if isinstance(given, SavedReport):
        return _of_saved(given)
    if is_saved(given):
        return _of_saved(read_saved_report(given))
    made = _of_report(check(given), name=str(given), single=not given.is_dir())
    if not made.documents:
        reasons = {file.reason for file in made.unread}
        why = f": it {reasons.pop()}" if made.single and len(reasons) == 1 else ""
        raise InputError(f"No document could be read in {given}{why}.")
    return made


def _of_report(report: Report, *, name: str, single: bool = False) -> Run:
    return Run(
        name=name,
        tool=__version__,
        pack_id=report.pack.id,
        pack_version=report.pack.version,
        fingerprint=report.pack.fingerprint,
        settings=report.settings,
        documents=report.documents,
        unread=report.unread,
        single=single,
    )


def _of_saved(report: SavedReport) -> Run:
    return Run(
        name=report.path,
        tool=report.tool,
        pack_id=report.pack.id,
        pack_version=report.pack.version,
        fingerprint=report.pack.fingerprint,
        settings=report.settings,
        documents=report.documents,
        unread=report.unread,
    )
