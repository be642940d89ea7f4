"""How fast policies are read, searched and checked, as ratios against named alternatives.

    python benchmarks/speed.py [pdf] [word] [match] [exact] [check] [again] [planted] [--write]

One process, one thing after the other, in processor time, so that a busy machine changes little.
Slow alternatives see a sample; the notes say which. ``planted`` counts what each matcher finds
and invents. ``--write`` puts the tables in ``docs/performance.md``.
"""

from __future__ import annotations

import argparse
from collections.abc import Iterator, Sequence
from pathlib import Path
from tempfile import TemporaryDirectory

import policyalign
from benchmarks import alternatives as other
from benchmarks.corpus import make_corpus
from benchmarks.measuring import HEADINGS
from benchmarks.page import table
from benchmarks.planted import KINDS, Score, plant, score
from benchmarks.rows import PARTS
from benchmarks.run import Run

PAGE = Path(__file__).parents[1] / "docs" / "performance.md"
_PREFACE = """\
# Speed

Written by `python benchmarks/speed.py --write`. Each ratio comes from one run on one machine:
medians of three rounds, in which both sides are timed one after the other, in processor time. The
figures in the last column are that machine's.
"""


def main() -> None:
    """Measure the parts named on the command line, or all of them."""
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0] if __doc__ else None)
    parts = (*PARTS, "planted")
    parser.add_argument("parts", nargs="*", metavar="PART", help=f"some of: {', '.join(parts)}")
    parser.add_argument("--write", action="store_true", help=f"write docs/{PAGE.name}")
    options = parser.parse_args()
    unknown = set(options.parts) - set(parts)
    if unknown:
        parser.error(f"no such part: {', '.join(sorted(unknown))}")
    text = "\n".join(measured(options.parts or parts))
    print(text)
    if options.write:
        PAGE.write_text(f"{_PREFACE}\n{text}\n", encoding="utf-8", newline="\n")


def measured(parts: Sequence[str]) -> Iterator[str]:
    """Give the lines of the report on these parts."""
    with TemporaryDirectory() as folder:
        run = Run(make_corpus(Path(folder)))
        rows = [row.cells() for part in parts if part in PARTS for row in PARTS[part](run)]
        if rows:
            yield from (*table(HEADINGS, rows), "")
        if "planted" in parts:
            yield from (*planted_lines(run), "")
        yield from (f"- {note}" for note in run.notes)


def planted_lines(run: Run) -> Iterator[str]:
    """Say what each matcher finds of planted wording and what it invents."""
    planted = plant(run.pack)
    texts = [sentence.text for sentence in planted]
    found = {
        "policyalign": [_concepts(run, text) for text in texts],
        "partial_ratio, every wording": other.partial_ratio_concepts(texts, run.terms["every"]),
        "partial_ratio, one wording": other.partial_ratio_concepts(texts, run.terms["one"]),
        "exact pass, every wording": other.ExactPass(run.terms["every"])(texts),
    }
    scores = {name: score(planted, each) for name, each in found.items()}
    yield f"Planted wording in {len(planted)} sentences:"
    yield ""
    yield from table(
        ("planted", *scores),
        [(kind, *(_counts(each[kind]) for each in scores.values())) for kind in (*KINDS, "all")],
    )


def _concepts(run: Run, text: str) -> set[str]:
    return {mention.concept for mention in policyalign.check_text(text, pack=run.pack).mentions}


def _counts(tally: Score) -> str:
    if not tally.wanted:
        return f"{tally.invented} invented"
    return f"recall {tally.recall:.1%}, precision {tally.precision:.1%}"


if __name__ == "__main__":
    main()
