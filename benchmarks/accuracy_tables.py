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


def own_set_lines(results: Sequence[Result]) -> Iterator[str]:
    """Give the tables of the project's own passages; each result is of one part of them."""
    yield "Precision / recall / F1 in per cent; false finds where there is nothing to find."
    for title, verdicts in (("Concepts", _concepts), ("Discouraged wording", _discouraged)):
        yield from ("", f"{title}:", "")
        yield from _compared(results, {}, _KINDS, _kind, verdicts)
    yield ""
    for result in results:
        labelled, same, kept_out = result.kept_out
        yield (
            f"- {result.matcher}: of {labelled} labels that are not affirmed, {same} are given the "
            f"same status and {kept_out} are kept out of credit."
        )


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


def ahead_lines(results: Sequence[Result], tried: Mapping[str, Sequence[Result]]) -> Iterator[str]:
    """Say where an alternative has a higher figure than the first of the results.

    Over all passages this is asked of each setting that was tried, by kind of the best settings.
    """
    own, *others = results
    if not others:
        return
    every = [result for settings in tried.values() for result in settings]
    yield from ("", f"### Where an alternative is ahead of {own.matcher}", "")
    yield from (f"Over all passages, in any of the {len(every)} settings tried:", "")
    yield from _ahead(own, every, lambda _: "all")
    yield from ("", "By kind of passage, in the settings of the tables:", "")
    yield from _ahead(own, others, _kind)


def _ahead(own: Result, others: Sequence[Result], key: Callable[[Judged], str]) -> list[str]:
    found = []
    for title, verdicts in (("concepts", _concepts), ("discouraged", _discouraged)):
        ours = by(verdicts(own), key)
        for other in others:
            for group, theirs in by(verdicts(other), key).items():
                higher = _higher(theirs, ours.get(group, Tally()))
                name = f"{other.matcher} {other.setting}".strip()
                where = title if group == "all" else f"{title}, {group}"
                found += [f"- {where}: {name}, {figure}" for figure in higher]
    return found or ["- nowhere, neither in precision nor in recall"]


def _higher(theirs: Tally, ours: Tally) -> list[str]:
    """Name the figures that are higher, with both values."""
    return [
        f"{name} {percent(value)} against {percent(own)}"
        for name, value, own in (
            ("precision", theirs.precision, ours.precision),
            ("recall", theirs.recall, ours.recall),
        )
        if value is not None and own is not None and value > own
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
    return " / ".join(map(percent, (counts.precision, counts.recall, counts.f1)))


def percent(share: float | None) -> str:
    """Give a share in per cent, or a dash where there is none."""
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
