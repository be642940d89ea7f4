"""What became of the passages that a person marked as saying a concept in other words."""

from __future__ import annotations

import difflib
from collections.abc import Iterable, Iterator
from dataclasses import replace
from fnmatch import fnmatchcase
from pathlib import Path

from policyalign.errors import InputError
from policyalign.matching.traces import Fate, Trace, TracedDocument, sentences
from policyalign.model.document import State
from policyalign.model.pack import Pack
from policyalign.model.report import Status
from policyalign.model.review import Mark, MarkOutcome, MarkResult, Sighting
from policyalign.review.quotes import Part, find_quote
from policyalign.review.trial import with_additions

_KEPT_OUT = {
    Fate.UNVOUCHED: "nothing around it shows that it is meant in the framework's sense",
    Fate.ELSEWHERE: "the text around it is about another subject",
}
_MOST_TELLING = (MarkOutcome.OPEN, MarkOutcome.CREDITED, MarkOutcome.KNOWN)
_STATUSES = {
    Status.NEGATED: "the sentence says that it is not done",
    Status.HISTORICAL: "the sentence speaks of the past",
    Status.CITED: "it is only a title, a reference or quoted words",
}


class MarkTally:
    """Looks for the marked passages, document by document.

    Raises ``InputError`` for a mark of a concept that the pack does not have.
    """

    def __init__(self, pack: Pack, marks: Iterable[Mark]) -> None:
        self._pack = pack
        self._results: dict[int, list[MarkResult]] = {}
        self._marks = tuple(marks)
        self._read: set[int] = set()
        for number, mark in enumerate(self._marks, start=1):
            _refuse_unknown(pack, number, mark)

    def add(self, traced: TracedDocument, path: Path) -> None:
        """Look for the passages that are marked in a document."""
        for number, mark in enumerate(self._marks):
            if _is_meant(mark.file, path):
                self._read.add(number)
                found = list(_results(traced, mark))
                if found:
                    self._results.setdefault(number, []).append(min(found, key=_open_first))

    def result(self) -> tuple[MarkResult, ...]:
        """Give what became of every mark, in their order, one result for each document."""
        results = [
            result
            for number, mark in enumerate(self._marks)
            for result in self._results.get(number) or [self._missing(number, mark)]
        ]
        return with_additions(self._pack, results)

    def _missing(self, number: int, mark: Mark) -> MarkResult:
        outcome = MarkOutcome.GONE if number in self._read else MarkOutcome.NO_FILE
        return MarkResult(mark=mark, outcome=outcome)


def _refuse_unknown(pack: Pack, number: int, mark: Mark) -> None:
    if mark.concept in pack.concepts:
        return
    near = difflib.get_close_matches(mark.concept, sorted(pack.concepts), n=1)
    hint = f"Did you mean “{near[0]}”?" if near else "policyalign vocab list shows them all."
    raise InputError(
        f"not-detected no. {number}: the pack {pack.id} has no concept “{mark.concept}”. {hint}"
    )


def _is_meant(pattern: str, path: Path) -> bool:
    """Tell whether a mark's file is this one: by its name, the end of its path, or a pattern."""
    whole = path.absolute().as_posix().casefold()
    wanted = pattern.replace("\\", "/").removeprefix("./").casefold()
    return whole == wanted or whole.endswith(f"/{wanted}") or fnmatchcase(whole, f"*/{wanted}")


def _results(traced: TracedDocument, mark: Mark) -> Iterator[MarkResult]:
    for parts in find_quote(traced.document, mark.quote):
        yield _judged(traced, mark, parts)


def _open_first(result: MarkResult) -> int:
    """Rank the places of one quote: one where it is open tells the most."""
    return _MOST_TELLING.index(result.outcome)


def _judged(traced: TracedDocument, mark: Mark, parts: tuple[Part, ...]) -> MarkResult:
    """Tell whether the sentences that a quote runs through are credited, and if not, why."""
    result = MarkResult(mark=mark, outcome=MarkOutcome.OPEN, sighting=_sighting(traced, parts))
    reasons = []
    for part in parts:
        for trace, inside in _traces_at(traced, mark.concept, part):
            hit = trace.candidate.hit
            words = traced.sighting(trace.block, hit.start, hit.end).quote
            status = traced.status(trace)
            if trace.fate is Fate.COUNTED and status is Status.AFFIRMED:
                why = f"by “{words}”, form “{trace.form.text}”"
                return replace(result, outcome=MarkOutcome.CREDITED, reason=why)
            if inside and trace.fate is Fate.COUNTED:
                why = f"“{words}” is a form of it, but {_STATUSES[status]}"
                return replace(result, outcome=MarkOutcome.KNOWN, reason=why)
            if inside and trace.fate in _KEPT_OUT:
                reasons.append(f"“{words}” is a form of it, but {_KEPT_OUT[trace.fate]}")
    if other := _taken_for(traced, parts):
        why = f"the words are a mention of {other}"
        return replace(result, outcome=MarkOutcome.KNOWN, reason=why)
    return replace(result, reason="; ".join(dict.fromkeys(reasons)))


def _traces_at(traced: TracedDocument, concept: str, part: Part) -> Iterator[tuple[Trace, bool]]:
    """Give the wording of a concept in the sentences of a quote, and whether it is in the quote."""
    around = list(_sentences(traced, part))
    passage = traced.readings[part.index].passage
    for trace in traced.traces:
        if trace.concept == concept and trace.block == part.index:
            start, end = passage.offsets(trace.candidate.hit.start, trace.candidate.hit.end)
            if any(low <= start < high for low, high in around):
                yield trace, start < part.end and part.start < end


def _taken_for(traced: TracedDocument, parts: tuple[Part, ...]) -> str:
    """Give the concept of which the whole quote is a mention; a wording belongs to one concept."""
    if len(parts) > 1:
        return ""
    (part,) = parts
    passage = traced.readings[part.index].passage
    for trace in traced.traces:
        if trace.block == part.index and trace.fate is Fate.COUNTED:
            hit = trace.candidate.hit
            if passage.offsets(hit.start, hit.end) == (part.start, part.end):
                return trace.concept
    return ""


def _sighting(traced: TracedDocument, parts: tuple[Part, ...]) -> Sighting:
    blocks = traced.document.blocks
    around = [(part, list(_sentences(traced, part))) for part in parts]
    return Sighting(
        path=traced.document.path,
        quote=" ".join(blocks[part.index].text[part.start : part.end] for part in parts),
        sentence=" ".join(
            blocks[part.index].text[spans[0][0] : spans[-1][1]] for part, spans in around
        ),
        place=blocks[parts[0].index].place,
        proposed=any(blocks[part.index].state is State.PROPOSED for part in parts),
    )


def _sentences(traced: TracedDocument, part: Part) -> Iterator[tuple[int, int]]:
    for start, end in sentences(traced.readings[part.index].passage):
        if start < part.end and part.start < end:
            yield start, end
