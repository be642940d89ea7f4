"""Checklist items that went up or down, with the words that appeared and those that went."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from policyalign.comparing.letters import letters
from policyalign.model.comparison import ItemChange, Turn
from policyalign.model.report import Evidence, ItemResult, Outcome

# What could not be told shows no more than what is missing.
_RANKS = {Outcome.MET: 2, Outcome.PARTLY: 1, Outcome.NOT_MET: 0, Outcome.UNCLEAR: 0}


def item_changes(before: Iterable[ItemResult], after: Iterable[ItemResult]) -> Iterator[ItemChange]:
    """Give the items that both sides ask for and that came out otherwise, in checklist order."""
    earlier = {item.id: item for item in before}
    for item in after:
        was = earlier.get(item.id)
        if was is not None and was.outcome is not item.outcome:
            yield ItemChange(
                before=was,
                after=item,
                turn=turn(was.outcome, item.outcome),
                appeared=_not_in(item.evidence, was.evidence),
                gone=_not_in(was.evidence, item.evidence),
            )


def turn(before: Outcome, after: Outcome) -> Turn:
    """Tell which way an item went from one outcome to another."""
    was, is_now = _RANKS.get(before), _RANKS.get(after)
    if was is None or is_now is None or was == is_now:
        return Turn.OTHER
    return Turn.GAINED if is_now > was else Turn.LOST


def _not_in(evidence: Iterable[Evidence], other: Iterable[Evidence]) -> tuple[Evidence, ...]:
    known = {letters(piece.quote) for piece in other}
    return tuple(piece for piece in evidence if letters(piece.quote) not in known)
