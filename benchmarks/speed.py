"""How fast policies are read, searched and checked, as ratios against named alternatives.

    python benchmarks/speed.py [PART ...] [--files N] [--write]

Each part is measured in a process of its own. ``pdf`` and ``word`` read, ``match`` and ``exact``
search, ``check`` does both and ``again`` does it with what the first check kept. ``planted``
counts what each matcher finds and invents. These do one thing after the other, in processor time,
so that a busy machine changes little. Slow alternatives see a sample; the notes say which.

The other parts run the command as users do: ``start`` its help, ``many`` 1,000 files beside bare
text extraction, ``jobs`` two workers beside one, ``growth`` a hundredth, a tenth and all of ``N``
files (10,000 if not said otherwise), and ``markitdown`` beside its conversion. They need Unix;
``many``, ``growth`` and ``markitdown`` need the extra ``bench``.

Without a part all are measured. ``--write`` puts them in ``docs/performance.md`` and leaves what
stands there of other parts.
"""

from __future__ import annotations

import argparse
import os
import subprocess
import sys
from collections.abc import Iterator, Sequence
from pathlib import Path
from tempfile import TemporaryDirectory

import policyalign
from benchmarks import alternatives as other
from benchmarks.corpus import make_corpus
from benchmarks.large_rows import LARGE_PARTS
from benchmarks.measuring import HEADINGS, Row
from benchmarks.page import put, table
from benchmarks.planted import KINDS, Score, plant, score
from benchmarks.rows import PARTS
from benchmarks.run import FILES, Run

PAGE = Path(__file__).parents[1] / "docs" / "performance.md"
ALL_PARTS = (*PARTS, *LARGE_PARTS, "planted")
LEAST_FILES = 1_000


def main() -> None:
    """Measure the parts named on the command line, or all of them."""
    options = _options()
    parts = options.parts or ALL_PARTS
    if len(parts) > 1:
        for part in parts:
            _alone(part, options)
        return
    with TemporaryDirectory() as folder:
        run = Run(make_corpus(Path(folder)), files=options.files)
        lines = list(measured(parts[0], run))
    print("\n".join((f"{parts[0]}:", "", *lines, "")), flush=True)
    if options.write:
        put(PAGE, parts[0], lines)


def _alone(part: str, options: argparse.Namespace) -> None:
    """Measure a part in a process of its own.

    What one part leaves in memory slows the next: Word files are read a tenth slower after PDFs.
    """
    write = ["--write"] if options.write else []
    command = [sys.executable, __file__, part, "--files", str(options.files), *write]
    subprocess.run(command, check=True)


def measured(part: str, run: Run) -> Iterator[str]:
    """Give the lines of the report on a part, and the notes that it left."""
    run.notes.clear()
    if part in LARGE_PARTS:
        run.notes.append(load_note(os.getloadavg()[0], os.cpu_count() or 1))
    if part == "planted":
        yield from planted_lines(run)
    else:
        measure = {**PARTS, **LARGE_PARTS}[part]
        yield from row_lines(list(measure(run)))
    if run.notes:
        yield ""
    yield from (f"- {note}" for note in run.notes)


def load_note(load: float, cores: int) -> str:
    """Say what else the machine had to do, which whole runs of the command do feel."""
    return f"load before this part: {load:.1f} on {cores} cores."


def row_lines(rows: Sequence[Row]) -> Iterator[str]:
    """Give the table of a part, or a word where there is nothing to show."""
    if rows:
        yield from table(HEADINGS, [row.cells() for row in rows])
    else:
        yield "Not measured."


def _options() -> argparse.Namespace:
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0] if __doc__ else None)
    parser.add_argument("parts", nargs="*", metavar="PART", help=f"some of: {', '.join(ALL_PARTS)}")
    parser.add_argument("--files", type=int, default=FILES, metavar="N", help="most files of a run")
    parser.add_argument("--write", action="store_true", help=f"write docs/{PAGE.name}")
    options = parser.parse_args()
    unknown = set(options.parts) - set(ALL_PARTS)
    if unknown:
        parser.error(f"no such part: {', '.join(sorted(unknown))}")
    if options.files < LEAST_FILES:
        parser.error(f"--files is {LEAST_FILES:,} or more: growth needs a hundredth of it")
    return options


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
