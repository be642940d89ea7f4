"""How the agencies of a roll-up speak, as far as reports on their documents tell."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Sequence

from policyalign.gathering.reports import LoadPack
from policyalign.model.language import SharedLanguage
from policyalign.model.report import DocumentResult
from policyalign.model.submissions import Gathered, Submission
from policyalign.packs import load_pack
from policyalign.partnership.names import folded
from policyalign.shared_language import compare

_ENOUGH = 2  # one agency alone agrees with itself


def speech(gathered: Gathered, load: LoadPack = load_pack) -> SharedLanguage | None:
    """Compare the names that agencies use for the same ideas in the documents of their reports.

    Of each agency the reports of the newest day count, and a document once. Gives ``None`` where
    fewer than two agencies have a report, or where their reports are not of one pack.
    """
    newest = [_newest(theirs) for theirs in _reports(gathered).values()]
    packs = {one.held.pack for theirs in newest for one in theirs}
    if len(newest) < _ENOUGH or len(packs) > 1:
        return None
    pack = load(packs.pop())
    return compare((pair for theirs in newest for pair in _documents(theirs)), pack)


def _reports(gathered: Gathered) -> dict[str, list[Submission]]:
    found: dict[str, list[Submission]] = defaultdict(list)
    for one in gathered.submissions:
        if one.documents:
            found[folded(one.held.agency)].append(one)
    return found


def _newest(reports: Sequence[Submission]) -> list[Submission]:
    day = max(one.held.made for one in reports)
    return [one for one in reports if one.held.made == day]


def _documents(reports: Sequence[Submission]) -> Iterator[tuple[str, DocumentResult]]:
    name = reports[0].held.agency
    known = {document.sha256: document for one in reports for document in one.documents}
    yield from ((name, document) for document in known.values())
