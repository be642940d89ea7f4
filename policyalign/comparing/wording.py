"""Discouraged wording that crept in or was cleared.

Wording is known again by what it is and by its sentence, never by its place, so that a paragraph
that was moved, or text put in before it, changes nothing.
"""

from __future__ import annotations

from collections.abc import Callable, Hashable, Sequence

from policyalign.comparing.letters import alike, letters, words
from policyalign.model.report import Finding

# A sentence in which so many words are the same is the same sentence, revised; so is a longer one
# that has nearly all words of one of at least so many.
_REVISED = 0.5
_KEPT, _LONG = 0.9, 8

Pairing = tuple[tuple[Finding, ...], tuple[Finding, ...]]


def wording_changes(before: Sequence[Finding], after: Sequence[Finding]) -> Pairing:
    """Give what crept in and what was cleared, in reading order.

    Findings are taken out in pairs: those in the same sentence under the same headings first, then
    in the same sentence anywhere, then in a sentence that was revised. A report of an earlier
    version of the program holds no sentences; then the quoted words alone must do.
    """
    left, right = list(before), list(after)
    for key in (_in_section, _in_sentence):
        _take_out(left, right, key)
    _take_out_revised(left, right)
    return tuple(right), tuple(left)


def _in_section(finding: Finding) -> Hashable:
    return (*_in_sentence(finding), tuple(map(letters, finding.place.heading)))


def _in_sentence(finding: Finding) -> tuple[str, str, str]:
    return finding.id, letters(finding.quote), letters(finding.sentence)


def _take_out(
    left: list[Finding], right: list[Finding], key: Callable[[Finding], Hashable]
) -> None:
    waiting: dict[Hashable, list[Finding]] = {}
    for finding in reversed(left):
        waiting.setdefault(key(finding), []).append(finding)
    for finding in tuple(right):
        if same := waiting.get(key(finding)):
            _remove(left, same.pop())
            _remove(right, finding)


def _take_out_revised(left: list[Finding], right: list[Finding]) -> None:
    """Take out pairs of the same wording, the most alike sentences first."""
    ranked = sorted(
        (
            (-_likeness(one, other), i, j, one, other)
            for i, one in enumerate(left)
            for j, other in enumerate(right)
            if one.id == other.id
        ),
        key=lambda entry: entry[:3],
    )
    gone: set[tuple[str, int]] = set()
    for minus, i, j, one, other in ranked:
        if -minus >= _REVISED and not {("left", i), ("right", j)} & gone:
            gone |= {("left", i), ("right", j)}
            _remove(left, one)
            _remove(right, other)


def _likeness(one: Finding, other: Finding) -> float:
    if one.sentence and other.sentence:
        left, right = words(one.sentence), words(other.sentence)
        shorter = min(left.total(), right.total())
        kept = (left & right).total() / shorter if shorter >= _LONG else 0.0
        return max(alike(left, right), kept if kept >= _KEPT else 0.0)
    return float(letters(one.quote) == letters(other.quote))


def _remove(findings: list[Finding], finding: Finding) -> None:
    """Take this finding out, and not one that says the same elsewhere."""
    del findings[next(i for i, found in enumerate(findings) if found is finding)]
