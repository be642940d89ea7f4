"""Agreement with labelled passages: precision, recall and every disagreement.

    python benchmarks/accuracy.py PASSAGES.jsonl [--errors]

A passage is one JSON object a line with ``id``, ``kind``, ``heading``, ``text``, ``mentions``
(``concept``, ``quote``, ``status``) and ``discouraged`` (``id``, ``quote``). A concept counts once
a passage; of several statuses ``affirmed`` wins; excused wording is expected not to be shown.
"""

from __future__ import annotations

import argparse
import json
from collections import Counter
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

import policyalign

DEFAULT = Path(__file__).parents[2] / "shared" / "eval" / "passages-dev.jsonl"


@dataclass(slots=True)
class Tally:
    """Counts of one kind of passage, or of all."""

    right: int = 0
    extra: int = 0
    missed: int = 0

    @property
    def precision(self) -> float:
        """The share of what was found that is right."""
        return self.right / (self.right + self.extra or 1)

    @property
    def recall(self) -> float:
        """The share of what is right that was found."""
        return self.right / (self.right + self.missed or 1)

    @property
    def f1(self) -> float:
        """The harmonic mean of both."""
        return 2 * self.precision * self.recall / (self.precision + self.recall or 1)

    def line(self, name: str) -> str:
        """Give all figures in one line."""
        return (
            f"{name:<24} P {self.precision:.3f}  R {self.recall:.3f}  F1 {self.f1:.3f}"
            f"   right {self.right}, extra {self.extra}, missed {self.missed}"
        )


@dataclass(slots=True)
class Score:
    """All counts of a run."""

    concepts: Counter[tuple[str, str]] = field(default_factory=Counter)
    discouraged: Counter[tuple[str, str]] = field(default_factory=Counter)
    status: Counter[str] = field(default_factory=Counter)
    lucky: int = 0
    errors: list[str] = field(default_factory=list)


def main() -> None:
    """Score the passages named on the command line."""
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0] if __doc__ else None)
    parser.add_argument("passages", nargs="?", type=Path, default=DEFAULT)
    parser.add_argument("--errors", action="store_true", help="list every disagreement")
    options = parser.parse_args()
    lines = options.passages.read_text(encoding="utf-8").splitlines()
    score = score_passages(json.loads(line) for line in lines)
    if options.errors:
        print("\n".join(score.errors))
    print("\n".join(summary(score)))


def score_passages(passages: Iterable[dict[str, Any]]) -> Score:
    """Compare what the tool finds in each passage with its labels."""
    pack = policyalign.load_pack("sos")
    score = Score()
    for passage in passages:
        result = policyalign.check_text(passage["text"], pack=pack, heading=passage["heading"])
        _score_concepts(score, passage, result)
        _score_discouraged(score, passage, result)
    return score


def summary(score: Score) -> Iterator[str]:
    """Give the table of a run."""
    for title, counts in (("concepts", score.concepts), ("discouraged", score.discouraged)):
        yield tally(counts).line(title)
        for kind in sorted({kind for kind, _ in counts}):
            yield tally(counts, kind).line(f"  {kind}")
    labelled = score.status["labelled"] or 1
    yield (
        f"status of {score.status['labelled']} mentions that are not affirmed: "
        f"{score.status['same'] / labelled:.2f} the same, "
        f"{score.status['kept out'] / labelled:.2f} kept out of credit"
    )
    yield f"right, but on other words than the label's: {score.lucky}"


def tally(counts: Counter[tuple[str, str]], kind: str | None = None) -> Tally:
    """Give the counts of one kind of passage, or of all."""
    total = Tally()
    for (of_kind, what), number in counts.items():
        if kind in {None, of_kind}:
            setattr(total, what, getattr(total, what) + number)
    return total


def _score_concepts(
    score: Score, passage: dict[str, Any], result: policyalign.DocumentResult
) -> None:
    found: dict[str, str] = {}
    for mention in result.mentions:
        if found.get(mention.concept) != "affirmed":
            found[mention.concept] = mention.status
    labels = {m["concept"]: m for m in passage["mentions"]}
    wanted = {c for c, m in labels.items() if m["status"] == "affirmed"}
    credited = {concept for concept, status in found.items() if status == "affirmed"}
    for what, concepts in (
        ("right", wanted & credited),
        ("extra", credited - wanted),
        ("missed", wanted - credited),
    ):
        score.concepts[passage["kind"], what] += len(concepts)
        for concept in sorted(concepts) if what != "right" else ():
            words = [m.quote for m in result.mentions if m.concept == concept]
            words = words or [labels[concept]["quote"]]
            status = found.get(concept, "not found")
            score.errors.append(f"{passage['id']} {what:<6} {concept} ({status}): {words}")
    for concept, label in labels.items():
        if label["status"] != "affirmed":
            score.status["labelled"] += 1
            score.status["same"] += found.get(concept) == label["status"]
            score.status["kept out"] += found.get(concept) != "affirmed"
        elif concept in credited:
            score.lucky += not _shares_words(label["quote"], concept, result)


def _shares_words(quote: str, concept: str, result: policyalign.DocumentResult) -> bool:
    wanted = set(quote.lower().split())
    return any(
        wanted & set(m.quote.lower().split()) or m.quote in quote or quote in m.quote
        for m in result.mentions
        if m.concept == concept
    )


def _score_discouraged(
    score: Score, passage: dict[str, Any], result: policyalign.DocumentResult
) -> None:
    wanted = {d["id"]: d["quote"] for d in passage["discouraged"]}
    found = {f.id: f.quote for f in result.faults}
    excused = {f.id: f.excuse for f in result.discouraged if f.excused}
    for what, ids in (
        ("right", wanted.keys() & found.keys()),
        ("extra", found.keys() - wanted.keys()),
        ("missed", wanted.keys() - found.keys()),
    ):
        score.discouraged[passage["kind"], what] += len(ids)
        for name in sorted(ids) if what != "right" else ():
            words = found.get(name) or wanted[name]
            why = f" (excused: {excused[name]})" if name in excused else ""
            score.errors.append(f"{passage['id']} {what:<6} discouraged {name}{why}: {words!r}")


if __name__ == "__main__":
    main()
