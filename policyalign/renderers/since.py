"""What a report says of an earlier one, its baseline: a mark on each gap, and what was closed."""

from __future__ import annotations

from typing import TYPE_CHECKING

from policyalign.model.comparison import Turn
from policyalign.model.report import Since
from policyalign.renderers import comparison_wording as wording
from policyalign.renderers.gaps import by_wording, shown_title
from policyalign.renderers.wording import counted, quoted

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from policyalign.model.comparison import Comparison, DocumentChange
    from policyalign.model.pack import Pack

# What several places of one wording amount to: the first of these that one of them is.
_GRAVEST = (Since.NEW, Since.NOT_THE_POLICY, Since.KNOWN)


def mark(since: Since | None, before: str = "") -> str:
    """Say of a gap or a wording how it stands to the baseline, after ``before``; empty without."""
    return f"{before}{wording.SINCE[since]}" if since is not None else ""


def gravest(found: Iterable[Since | None]) -> Since | None:
    """Give what several places amount to."""
    marks = set(found)
    return next((since for since in _GRAVEST if since in marks), None)


def summary(baseline: Comparison) -> Iterator[str]:
    """Say what the report was compared with, what else than a policy may differ, and how much."""
    yield f"Compared with the baseline {wording.side(baseline.before)}."
    yield from wording.causes(baseline)
    yield wording.totals_line(baseline)


def closed(baseline: Comparison) -> Iterator[tuple[str, str]]:
    """Name for each document what is no gap any more, and the files that came and went."""
    for change in baseline.documents:
        if said := "; ".join(_closed(change, baseline.pack)):
            yield shown_title(change.after), said
    for document in baseline.added:
        yield shown_title(document), "not in the baseline"
    for document in baseline.removed:
        yield shown_title(document), "in the baseline, and not checked now"
    for file in baseline.newly_unread:
        yield file.path, "not read, and not so in the baseline"


def _closed(change: DocumentChange, pack: Pack) -> Iterator[str]:
    for item in change.turned(Turn.GAINED):
        known = pack.checklist.get(item.after.id)
        yield f"{known.title if known else item.after.id} ({wording.outcomes(item)})"
    for wording_id, same in by_wording(change.cleared).items():
        phrase = pack.discouraged[wording_id].phrase if wording_id in pack.discouraged else ""
        times = f" in {counted(len(same), 'place')}" if len(same) > 1 else ""
        yield f"{quoted(phrase or wording_id)} cleared{times}"
