"""What a report says of its baseline: a mark on each gap, and what got worse or better."""

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
    from policyalign.model.report import Finding

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


def told(baseline: Comparison) -> Iterator[tuple[str, str]]:
    """Name for each document what got worse and what better, and the files that came and went."""
    for change in baseline.documents:
        sides = (
            (
                "Worse",
                [*_items(change, Turn.LOST, baseline.pack), *_crept_in(change, baseline.pack)],
            ),
            (
                "Better",
                [*_items(change, Turn.GAINED, baseline.pack), *_cleared(change, baseline.pack)],
            ),
        )
        said = [f"{label}: {'; '.join(found)}." for label, found in sides if found]
        if said and change.same_file:
            said.append(wording.SAME_FILE)
        if said:
            yield shown_title(change.after), " ".join(said)
    for document in baseline.added:
        yield shown_title(document), "Not in the baseline."
    for document in baseline.removed:
        yield shown_title(document), "In the baseline, and not checked now."
    for file in baseline.newly_unread:
        yield file.path, "Not read, which it was in the baseline, or was not there."


def _items(change: DocumentChange, turn: Turn, pack: Pack) -> Iterator[str]:
    for item in change.turned(turn):
        yield f"{wording.title(item.after.id, pack)} ({wording.outcomes(item)})"


def _crept_in(change: DocumentChange, pack: Pack) -> Iterator[str]:
    for phrase, times in _phrases(change.crept_in, pack):
        yield f"{phrase} crept in{times}"


def _cleared(change: DocumentChange, pack: Pack) -> Iterator[str]:
    for phrase, times in _phrases(change.cleared, pack):
        yield f"{phrase} cleared{times}"


def _phrases(findings: Iterable[Finding], pack: Pack) -> Iterator[tuple[str, str]]:
    for wording_id, same in by_wording(findings).items():
        times = f" in {counted(len(same), 'place')}" if len(same) > 1 else ""
        yield quoted(wording.phrase(wording_id, pack)), times
