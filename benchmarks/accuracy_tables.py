"""The tables and lists that a run over labelled passages gives."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping, Sequence

from benchmarks.agreement import STATUSES, Judged, Result, Tally, by, tally
from benchmarks.page import table

_KINDS = ("plain", "surface", "typo", "paraphrase", "status", "trap")
_SPLIT = ("worked on", "set aside")
_NOTHING = "–"


def passage_lines(results: Sequence[Result], absent: Mapping[str, str]) -> Iterator[str]:
    """Give the tables of a run: by kind, by part, by status, and the concepts with errors.

    ``absent`` names matchers that were not run, with the reason.
    """
    kinds = sorted({p.kind for p in results[0].passages}, key=_rank)
    yield "Precision / recall / F1 in per cent; false finds where there is nothing to find."
    for title, verdicts in (("Concepts", _concepts), ("Discouraged wording", _discouraged)):
        yield from ("", f"### {title}, by kind of passage", "")
        yield from _compared(results, absent, kinds, _kind, verdicts)
    yield from ("", "### The third set aside", "")
    for title, verdicts in (("Concepts", _concepts), ("Discouraged wording", _discouraged)):
        yield from (f"{title}:", "")
        yield from _compared(results, absent, _SPLIT, _part, verdicts)
        yield ""
    yield from ("### By status", "")
    yield from table(
        ("matcher", *STATUSES),
        [(r.matcher, *(cell(tally(r.with_status(s))) for s in STATUSES)) for r in results],
    )
    yield from ("", *_own_lines(results[0]))


def _own_lines(own: Result) -> Iterator[str]:
    labelled, same, kept_out = own.kept_out
    yield (
        f"Of {labelled} labels that are not affirmed, {own.matcher} gives {same} the same status "
        f"and keeps {kept_out} out of credit. {own.lucky} right concepts rest on other words than "
        "the label's."
    )
    yield from ("", "### By concept", "")
    tallies = by(own.concepts, _name) | by(own.discouraged, lambda j: f"{j.name} (discouraged)")
    wrong = {name: each for name, each in tallies.items() if each.f1 != 1}
    yield (
        f"{own.matcher} is right throughout on {len(tallies) - len(wrong)} of {len(tallies)} "
        "concepts and discouraged wordings that occur. The others:"
    )
    yield ""
    yield from table(
        ("name", "precision / recall / F1", "right", "extra", "missed"),
        [(n, cell(t), str(t.right), str(t.extra), str(t.missed)) for n, t in wrong.items()],
    )


def ahead_lines(own: Result, tried: Mapping[str, Sequence[Result]]) -> Iterator[str]:
    """Say where any alternative, in any setting tried, has a figure above that of ``own``."""
    if not tried:
        return
    yield from ("", "### Where an alternative is ahead", "")
    found = [
        f"- {title}, {what}: {' and '.join(figures)} above that of {own.matcher}"
        for results in tried.values()
        for result in results
        for what, verdicts in (("concepts", _concepts), ("discouraged", _discouraged))
        if (figures := _higher(tally(verdicts(result)), tally(verdicts(own))))
        if (title := f"{result.matcher} {result.setting}".strip())
    ]
    count = sum(map(len, tried.values()))
    yield f"Over all passages, with each of the {count} settings tried:"
    yield ""
    yield from found or ["- nowhere, neither in precision nor in recall"]


def _higher(theirs: Tally, own: Tally) -> list[str]:
    """Name the figures that are higher, with both values."""
    pairs = {
        "precision": (theirs.precision, own.precision),
        "recall": (theirs.recall, own.recall),
    }
    return [
        f"{name} {_percent(value)} against {_percent(ours)} (F1 {_percent(theirs.f1)})"
        for name, (value, ours) in pairs.items()
        if (value or 0) > (ours or 0)
    ]


def concept_lines(results: Sequence[Result]) -> Iterator[str]:
    """Give the figures of every concept that is labelled or found, for each matcher."""
    tallies = [by(result.concepts, _name) for result in results]
    names = sorted(set().union(*tallies))
    yield from table(
        ("concept", *(result.matcher for result in results)),
        [(name, *(cell(each.get(name, Tally())) for each in tallies)) for name in names],
    )


def _compared(
    results: Sequence[Result],
    absent: Mapping[str, str],
    groups: Sequence[str],
    key: Callable[[Judged], str],
    verdicts: Callable[[Result], list[Judged]],
) -> Iterator[str]:
    rows = []
    for result in results:
        grouped = by(verdicts(result), key)
        cells = [cell(tally(verdicts(result))), *(cell(grouped.get(g, Tally())) for g in groups)]
        rows.append((result.matcher, result.setting, *cells))
    rows += [(title, reason, *[""] * (len(groups) + 1)) for title, reason in absent.items()]
    yield from table(("matcher", "setting", "all", *groups), rows)


def cell(counts: Tally) -> str:
    """Give precision, recall and F1, or the number of false finds where nothing is wanted."""
    if counts.recall is None:
        return f"{counts.extra} false" if counts.extra else _NOTHING
    return " / ".join(map(_percent, (counts.precision, counts.recall, counts.f1)))


def _percent(share: float | None) -> str:
    return _NOTHING if share is None else f"{100 * share:.1f}"


def _rank(kind: str) -> tuple[int, str]:
    return (_KINDS.index(kind) if kind in _KINDS else len(_KINDS)), kind


def _concepts(result: Result) -> list[Judged]:
    return result.concepts


def _discouraged(result: Result) -> list[Judged]:
    return result.discouraged


def _kind(judged: Judged) -> str:
    return judged.passage.kind


def _part(judged: Judged) -> str:
    return _SPLIT[judged.passage.is_set_aside]


def _name(judged: Judged) -> str:
    return judged.name
