"""Checklist items that went up or down, with the words that appeared and those that went."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from policyalign.comparing.letters import letters
from policyalign.model.comparison import ItemChange, Turn
from policyalign.model.report import DocumentResult, Evidence, ItemResult, Outcome

# What could not be told shows no more than what is missing.
_RANKS = {Outcome.MET: 2, Outcome.PARTLY: 1, Outcome.NOT_MET: 0, Outcome.UNCLEAR: 0}


def item_changes(before: DocumentResult, after: DocumentResult) -> Iterator[ItemChange]:
    """Give the items that both sides ask for and that came out otherwise, in checklist order."""
    earlier = {item.id: item for item in before.items}
    changed = [
        (earlier[item.id], item)
        for item in after.items
        if item.id in earlier and earlier[item.id].outcome is not item.outcome
    ]
    # Where the text is known, words that only count now, or count no more, are not called new.
    texts = (_text(before), _text(after)) if changed else ("", "")
    for was, item in changed:
        yield ItemChange(
            before=was,
            after=item,
            turn=turn(was.outcome, item.outcome),
            appeared=_not_in(item.evidence, was, texts[0]),
            gone=_not_in(was.evidence, item, texts[1]),
        )


def turn(before: Outcome, after: Outcome) -> Turn:
    """Tell which way an item went from one outcome to another."""
    was, is_now = _RANKS.get(before), _RANKS.get(after)
    if was is None or is_now is None or was == is_now:
        return Turn.OTHER
    return Turn.GAINED if is_now > was else Turn.LOST


def _text(document: DocumentResult) -> str:
    return letters(" ".join(block.text for block in document.blocks))


def _not_in(evidence: Iterable[Evidence], item: ItemResult, text: str) -> tuple[Evidence, ...]:
    """Give the evidence whose words are no evidence of the other side, nor in its text."""
    known = {letters(piece.quote) for piece in item.evidence}
    return tuple(
        piece
        for piece in evidence
        if letters(piece.quote) not in known and letters(piece.quote) not in text
    )
