"""Agreement with two careful readers on whole labelled documents.

    python benchmarks/labelled_documents.py [FOLDER] [--errors]

Beside each document lies ``NAME.gold.json`` with its ``type``, ``control`` data, ``discouraged``
wording, ``alignment`` (0 to 100) and ``outcomes`` of the checklist, each with the ``outcome`` of
one reader and, where they differ, ``also`` that of the other; either is right.
"""

from __future__ import annotations

import argparse
import json
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import policyalign
from benchmarks.accuracy_errors import visible
from benchmarks.accuracy_tables import cell
from benchmarks.agreement import Tally
from benchmarks.labelled_passages import SHARED
from benchmarks.page import table
from policyalign import DocumentResult, Pack

DOCUMENTS = SHARED / "documents"
_LABELS = ".gold.json"
# Outcomes that are a step apart; "n-a" and "unclear" are no steps between others.
_STEPS = ("not-met", "partly", "met")
_HALF = 0.5
_CONTROL = ("version", "owner", "approved", "review")


@dataclass(frozen=True, slots=True)
class Judgement:
    """The outcome of one checklist item, those that the readers gave, and the reasons of both."""

    item: str
    given: str
    wanted: tuple[str, ...]
    reason: str
    why: str

    @property
    def agrees(self) -> bool:
        """Whether either reader gave the same outcome."""
        return self.given in self.wanted

    @property
    def is_near(self) -> bool:
        """Whether an outcome of either reader is the same or a step away."""
        if self.agrees or self.given not in _STEPS:
            return self.agrees
        at = _STEPS.index(self.given)
        return any(abs(_STEPS.index(w) - at) <= 1 for w in self.wanted if w in _STEPS)


@dataclass(frozen=True, slots=True, kw_only=True)
class DocumentScore:
    """How the report on one document compares with its labels.

    ``control`` has for each field what was read and what stands in the labels. ``score`` and
    ``alignment`` are 0 to 100; ``score`` is ``None`` where nothing could be scored, and
    ``by_readers`` is what it would be by the readers' own outcomes, by what an item partly met is
    worth. ``invented`` and ``overlooked`` have the discouraged wording that only the report or only
    the labels have.
    """

    name: str
    judgements: tuple[Judgement, ...]
    score: float | None
    alignment: float
    by_readers: dict[float, float]
    type: str
    types: tuple[str, ...]
    control: dict[str, tuple[str | None, str | None]]
    discouraged: Tally
    invented: dict[str, str]
    overlooked: dict[str, str]

    @property
    def difference(self) -> float | None:
        """How far the score lies above (or below) the readers' alignment."""
        return None if self.score is None else self.score - self.alignment


def main() -> None:
    """Score the documents of a folder."""
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0] if __doc__ else None)
    parser.add_argument("folder", nargs="?", type=Path, default=DOCUMENTS)
    parser.add_argument("--errors", action="store_true", help="list every disagreement")
    options = parser.parse_args()
    try:
        scores = score_documents(options.folder, policyalign.load_pack("sos"))
    except (OSError, ValueError, KeyError, TypeError) as problem:
        parser.error(f"{options.folder} cannot be read as labelled documents: {problem!r}")
    if options.errors:
        print("\n".join(document_errors(scores)))
    print("\n".join(document_lines(scores)))


def score_documents(folder: Path, pack: Pack) -> list[DocumentScore]:
    """Check every labelled document of a folder, in order of their names.

    Raises ``ValueError`` if there are none, or if one has no file or cannot be read.
    """
    scores = []
    for labels in sorted(folder.glob(f"*{_LABELS}")):
        name = labels.name.removesuffix(_LABELS)
        files = [path for path in folder.glob(f"{name}.*") if path != labels]
        read = policyalign.check(files, pack=pack).documents if files else ()
        if len(read) != 1:
            raise ValueError(f"{name}: one readable document is needed, not {len(read)}")
        made = json.loads(labels.read_text(encoding="utf-8"))
        scores.append(compare(name, read[0], made, pack))
    if not scores:
        raise ValueError("there are no labelled documents")
    return scores


def compare(name: str, result: DocumentResult, labels: dict[str, Any], pack: Pack) -> DocumentScore:
    """Compare the result for a document with its labels."""
    wanted = {each["id"]: each["quote"] for each in labels["discouraged"]}
    given = {fault.id: fault.quote for fault in result.faults}
    invented = {name: given[name] for name in sorted(given.keys() - wanted)}
    overlooked = {name: wanted[name] for name in sorted(wanted.keys() - given)}
    read = {"title": result.title} | {f: getattr(result.control, f) for f in _CONTROL}
    return DocumentScore(
        name=name,
        judgements=tuple(_judgements(result, labels["outcomes"])),
        score=result.score,
        alignment=labels["alignment"],
        by_readers={worth: _by_readers(labels["outcomes"], pack, worth) for worth in _worths(pack)},
        type=result.type,
        types=(labels["type"], *labels.get("also_fits", ())),
        control={field: (read[field], value) for field, value in labels["control"].items()},
        discouraged=Tally(len(given.keys() & wanted), len(invented), len(overlooked)),
        invented=invented,
        overlooked=overlooked,
    )


def _worths(pack: Pack) -> tuple[float, ...]:
    return tuple(dict.fromkeys((pack.partly, _HALF)))


def _by_readers(outcomes: dict[str, Any], pack: Pack, worth: float) -> float:
    """Give the score by the outcomes of both readers, where one partly met is worth so much."""
    value = {"met": 1.0, "partly": worth, "not-met": 0.0}
    points = most = 0.0
    for name, label in outcomes.items():
        given = [value[label[key]] for key in ("outcome", "also") if label.get(key) in value]
        if given and name in pack.checklist:
            weight = pack.weights[pack.checklist[name].importance]
            points += weight * sum(given) / len(given)
            most += weight
    return 100 * points / most if most else 0.0


def _judgements(result: DocumentResult, outcomes: dict[str, Any]) -> Iterator[Judgement]:
    items = {item.id: item for item in result.items}
    for name, label in outcomes.items():
        wanted = tuple(label[key] for key in ("outcome", "also") if key in label)
        item = items.get(name)
        given, reason = (str(item.outcome), item.reason) if item else ("absent", "no such item")
        yield Judgement(name, given, wanted, reason, label["why"])


def document_lines(scores: Sequence[DocumentScore], *, each: bool = True) -> Iterator[str]:
    """Give the table of all documents, with a row for each or only for all of them."""
    yield from table(
        (
            "document",
            "outcomes as either reader",
            "within one step",
            "score, readers' alignment",
            "document type",
            "control fields",
            "discouraged, precision / recall / F1",
        ),
        [*(map(_row, scores) if each else ()), _all(scores)],
    )
    every = [j for score in scores for j in score.judgements]
    apply = [j for j in every if {j.given, *j.wanted} != {"n-a"}]
    yield ""
    agree, near = sum(j.agrees for j in apply), sum(j.is_near for j in apply)
    yield (
        f"For {len(every) - len(apply)} of the {len(every)} outcomes both sides say that the item "
        f"does not apply. Without those, {_share(agree, len(apply))} are as either reader has "
        f"them, {_share(near, len(apply))} within a step."
    )
    off = {
        worth: sum(abs(score.by_readers[worth] - score.alignment) for score in scores) / len(scores)
        for worth in scores[0].by_readers
    }
    yield (
        "By the readers' own outcomes the score would be "
        + ", and ".join(
            f"{mean:.1f} off with {worth:g} for partly met" for worth, mean in off.items()
        )
        + "."
    )


def _row(score: DocumentScore) -> tuple[str, ...]:
    difference = "" if score.difference is None else f" ({score.difference:+.1f})"
    return (
        score.name,
        *_shares(score.judgements),
        f"{'none' if score.score is None else score.score}, {score.alignment}{difference}",
        "right" if score.type in score.types else f"wrong: {score.type}",
        f"{_right_fields(score)} of {len(score.control)}",
        cell(score.discouraged),
    )


def _all(scores: Sequence[DocumentScore]) -> tuple[str, ...]:
    differences = [abs(s.difference) for s in scores if s.difference is not None]
    mean = sum(differences) / len(differences) if differences else 0
    found = [s.discouraged for s in scores]
    return (
        "all",
        *_shares([j for score in scores for j in score.judgements]),
        f"mean difference {mean:.1f}",
        f"{sum(s.type in s.types for s in scores)} of {len(scores)}",
        f"{sum(map(_right_fields, scores))} of {sum(len(s.control) for s in scores)}",
        cell(
            Tally(*(sum(getattr(t, name) for t in found) for name in ("right", "extra", "missed")))
        ),
    )


def _shares(judgements: Sequence[Judgement]) -> tuple[str, str]:
    agree, near = sum(j.agrees for j in judgements), sum(j.is_near for j in judgements)
    return _share(agree, len(judgements)), _share(near, len(judgements))


def _share(count: int, of: int) -> str:
    return f"{count} of {of} ({count / of:.0%})" if of else "0 of 0"


def _right_fields(score: DocumentScore) -> int:
    return sum(read == wanted for read, wanted in score.control.values())


def document_errors(scores: Sequence[DocumentScore]) -> Iterator[str]:
    """List every outcome and field that differs, with the reasons of both sides."""
    for score in scores:
        yield f"{score.name}: type {score.type}, expected {' or '.join(score.types)}"
        for j in score.judgements:
            if not j.agrees:
                yield f"  {j.item}: expected {' or '.join(j.wanted)}: {visible(j.why)}"
                yield f"      found {j.given}: {visible(j.reason)}"
        for field, (read, wanted) in score.control.items():
            if read != wanted:
                yield f"  {field}: expected {wanted!r}, read {read!r}"
        for what, wording in (("found only", score.invented), ("missed", score.overlooked)):
            for name, quote in wording.items():
                yield f"  discouraged {name}: {what}: “{visible(quote)}”"
        yield ""


if __name__ == "__main__":
    main()
