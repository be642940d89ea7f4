"""What is still found, and what is invented, as text gets worse.

    python benchmarks/robustness.py [--each N] [--write]

Known wording stands in made-up sentences (``planted.py``), which are spoilt with a seed
(``noise.py``). ``--write`` puts the table and the picture in ``docs``.
"""

from __future__ import annotations

import argparse
from collections import defaultdict
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, replace
from operator import attrgetter
from random import Random

from rapidfuzz.distance import OSA

import policyalign
from benchmarks import noise
from benchmarks.accuracy import PAGE
from benchmarks.accuracy_tables import percent
from benchmarks.agreement import Judged, Result, Tally, by
from benchmarks.labelled_passages import Label, Passage
from benchmarks.matchers import ALTERNATIVES, EVERY, best, ours, results_with_settings
from benchmarks.page import put, table
from benchmarks.planted import Planted, plant
from benchmarks.plot import Line, Panel, drawing
from policyalign.model.pack import Pack

PICTURE = PAGE.with_name("accuracy-noise.svg")
EACH = 200
_SEED = 1
_KINDS = ("as written", "nothing planted")


@dataclass(frozen=True, slots=True)
class Spoiling:
    """A way of spoiling sentences: which noise, how much, and whether the planted wording alone."""

    name: str
    noise: noise.Noise
    share: float
    wording_only: bool = False

    def __call__(self, sentence: Planted, number: int) -> str:
        """Give the spoilt text of a sentence; ``number`` says which one it is."""
        random = Random(f"{_SEED} {self.name} {number}")
        if not self.wording_only:
            return self.noise(sentence.text, self.share, random)
        if not sentence.wording:
            return sentence.text
        before, wording, after = sentence.text.rpartition(sentence.wording)
        return before + self.noise(wording, self.share, random) + after


MISREAD = [Spoiling(f"misread, {level:.0%}", noise.misread, level) for level in noise.LEVELS]
OTHERS = [
    Spoiling("1 space in 20 missing", noise.without_spaces, 0.05),
    Spoiling("1 space in 5 missing", noise.without_spaces, 0.2),
    Spoiling("no spaces in the wording", noise.without_spaces, 1, wording_only=True),
    Spoiling("wording letter by letter", noise.letter_spaced, 1, wording_only=True),
    Spoiling("line ends in the wording", noise.broken_lines, 1, wording_only=True),
    Spoiling("long words of the wording divided", noise.hyphenated, 1, wording_only=True),
]


def main() -> None:
    """Measure, print the table, and write it if asked to."""
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0] if __doc__ else None)
    parser.add_argument("--each", type=int, default=EACH, help="sentences with wording")
    parser.add_argument("--write", action="store_true", help=f"write docs/{PAGE.name} and picture")
    options = parser.parse_args()
    if options.each < 1:
        parser.error("--each needs at least 1")
    pack = policyalign.load_pack("sos")
    passages = spoilt_passages(pack, options.each)
    results = list(measured(passages, pack))
    lines = list(noise_lines(results, errors_per_character(passages)))
    print("\n".join(lines))
    if options.write:
        put(PAGE, "noise", lines)
        PICTURE.write_text(picture(results), encoding="utf-8", newline="\n")


def spoilt_passages(pack: Pack, each: int) -> list[Passage]:
    """Give the planted sentences, and some with nothing planted, spoilt in every way."""
    sentences = [s for s in plant(pack, each=each, seed=_SEED) if s.kind in _KINDS]
    return [
        Passage(
            id=f"{number}",
            kind=spoiling.name,
            heading=None,
            text=spoiling(sentence, number),
            mentions={
                concept: Label(sentence.wording, "affirmed") for concept in sentence.concepts
            },
            discouraged={},
        )
        for spoiling in (*MISREAD, *OTHERS)
        for number, sentence in enumerate(sentences)
    ]


def measured(passages: Sequence[Passage], pack: Pack) -> Iterator[Result]:
    """Give what policyalign finds, and exact search and partial_ratio at their best settings."""
    yield of_any_status(ours(passages, pack))
    for each in ALTERNATIVES:
        if each.wording == EVERY and each.needs == "rapidfuzz":
            yield best(list(results_with_settings(each, passages, pack)))


def of_any_status(result: Result) -> Result:
    """Count all that was found as affirmed: noise is measured here, and not what sentences say."""
    found = [
        replace(each, concepts={c: replace(m, status="affirmed") for c, m in each.concepts.items()})
        for each in result.found
    ]
    return replace(result, found=found)


def errors_per_character(passages: Sequence[Passage]) -> dict[str, float]:
    """Give for each kind of noise how many edits away its texts are, by their characters."""
    clean = {p.id: p.text for p in passages if p.kind == MISREAD[0].name}
    edits: dict[str, int] = defaultdict(int)
    for passage in passages:
        edits[passage.kind] += OSA.distance(clean[passage.id], passage.text)
    length = sum(map(len, clean.values()))
    return {kind: count / length for kind, count in edits.items()}


def noise_lines(results: Sequence[Result], errors: dict[str, float]) -> Iterator[str]:
    """Give the table of all kinds of noise."""
    passages = results[0].passages
    tallies = {f"{r.matcher} {r.setting}".strip(): by(r.concepts, _kind) for r in results}
    planted = sum(bool(p.mentions) for p in passages if p.kind == MISREAD[0].name)
    every = sum(p.kind == MISREAD[0].name for p in passages)
    yield (
        f"For each kind of noise {every} sentences, {planted} of them with wording. Cells are "
        "recall, precision (both in per cent) and the number of false finds."
    )
    yield ""
    yield from table(
        ("noise", "edits per 100 characters", *tallies),
        [
            (kind, f"{100 * errors[kind]:.1f}", *(_cell(each[kind]) for each in tallies.values()))
            for kind in (spoiling.name for spoiling in (*MISREAD, *OTHERS))
        ],
    )


def picture(results: Sequence[Result]) -> str:
    """Draw recall and precision against the share of misread characters."""
    panels = [
        Panel(title, [_line(result, value) for result in results])
        for title, value in (
            ("Recall: planted wording that is found", attrgetter("recall")),
            ("Precision: finds that are right", attrgetter("precision")),
        )
    ]
    return drawing(
        title="What is found as text gets worse",
        across="characters misread, in per cent",
        panels=panels,
    )


def _line(result: Result, value: Callable[[Tally], float | None]) -> Line:
    tallies = by(result.concepts, _kind)
    points = [(100 * each.share, 100 * (value(tallies[each.name]) or 0)) for each in MISREAD]
    return Line(result.matcher.partition(",")[0], points)


def _kind(judged: Judged) -> str:
    return judged.passage.kind


def _cell(counts: Tally) -> str:
    return ", ".join((percent(counts.recall), percent(counts.precision), str(counts.extra)))


if __name__ == "__main__":
    main()
