"""The rows on whole runs of the command: start-up, many files, workers, growth, conversion."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Mapping, Sequence
from importlib.util import find_spec
from itertools import pairwise
from pathlib import Path
from statistics import median
from tempfile import TemporaryDirectory
from time import process_time

from benchmarks.copies import lay_out
from benchmarks.corpus import make_corpus
from benchmarks.measuring import ROUNDS, Row
from benchmarks.policy_text import SPARSE_SHARE
from benchmarks.processes import Spent, seconds_of, watched
from benchmarks.run import Run
from benchmarks.sharing import best_times

MANY = 1_000
MOST_MEGABYTES = 200
_STARTS = 7
_FILES_TO_SHARE = 200
_SAMPLE = 3
_FLAT = 1.2
_LINEAR = 1.2


def measure_start(run: Run) -> Iterator[Row]:
    """Compare the help of the command with the import of the library that prints it."""
    ours, theirs = [], []
    for _ in range(_STARTS):
        ours.append(seconds_of("-m", "policyalign", "--help"))
        theirs.append(seconds_of("-c", "import click"))
    run.notes.append(
        f"start: {_STARTS} new processes each, in turn; Python's own start is in both."
    )
    yield Row(
        what="policyalign --help",
        against='python -c "import click"',
        ratio=median(ours) / median(theirs),
        wanted=2,
        at_least=False,
        ours=median(ours),
        theirs=median(theirs),
        unit="s",
    )


def measure_many(run: Run) -> Iterator[Row]:
    """Compare a whole check of many files with bare text extraction of the same files.

    As with an exact pass, what is found takes time that a bare extraction does not have to spend,
    so both are measured: policies that speak of the framework a great deal, and those that barely
    do, as most of a partnership's.
    """
    yield from _many_rows(run, run.originals, "mixed files")
    with TemporaryDirectory() as name:
        sparse = make_corpus(Path(name), share=SPARSE_SHARE)
        yield from _many_rows(run, sparse.in_turn, "mixed files that barely name the framework")


def _many_rows(run: Run, originals: Sequence[Path], which: str) -> Iterator[Row]:
    count = min(MANY, run.files)
    with TemporaryDirectory() as name:
        folder = Path(name) / "files"
        lay_out(originals, folder, count)
        checked = check(folder, count)
        bare = watched("-m", "benchmarks.extraction", str(folder))
    for how, ours, theirs in (
        ("processor time", checked.processor, bare.processor),
        ("on the clock", checked.clock, bare.clock),
    ):
        yield Row(
            what=f"check of {count:,} {which}, {how}",
            against="bare text: pypdfium2, and lxml over document.xml",
            ratio=ours / theirs,
            wanted=2.5,
            at_least=False,
            ours=ours,
            theirs=theirs,
            unit="s",
        )
    run.notes.append(
        f"many, {which}: one run of each, in new processes. The check writes a JSON report, starts "
        "a worker for each core, keeps nothing and finds nothing kept; the extraction is one "
        "process."
    )


def measure_jobs(run: Run) -> Iterator[Row]:
    """Compare two workers with one, on the clock, which only an idle machine tells truly."""
    with TemporaryDirectory() as name:
        folder = Path(name)
        lay_out(run.originals, folder, _FILES_TO_SHARE)
        best = best_times(folder, ROUNDS)
    run.notes.append(
        f"jobs: {_FILES_TO_SHARE} files, the shortest of {ROUNDS} times on the clock. Anything "
        "else that the machine does takes from two workers and hardly from one."
    )
    one, two = best["one worker"], best["two workers"]
    for index, (what, wanted) in enumerate(
        (("the whole run", None), ("from the first result to the last", 1.8))
    ):
        yield Row(
            what=f"two workers, {what}",
            against="one worker",
            ratio=one[index] / two[index],
            wanted=wanted,
            ours=two[index],
            theirs=one[index],
            unit="s",
        )


def measure_growth(run: Run) -> Iterator[Row]:
    """Compare runs of ever more files: what a further file costs, and the most memory."""
    spent: dict[int, Spent] = {}
    for count in (run.files // 100, run.files // 10, run.files):
        with TemporaryDirectory() as name:
            folder = Path(name) / "files"
            lay_out(run.originals, folder, count)
            spent[count] = check(folder, count, "--jobs", "2")
    run.notes.append(
        "growth: one run each, with two workers, however few the files. All files are copies of "
        f"{len(run.originals)}, so that the words in them are soon all known; in a partnership's "
        "policies new ones keep turning up."
    )
    run.notes += [
        f"growth, {count:,} files: {each.processor:.1f} s of processor time, {each.clock:.1f} s on "
        "the clock."
        for count, each in spent.items()
    ]
    yield from growth_rows(spent)


def growth_rows(spent: Mapping[int, Spent]) -> Iterator[Row]:
    """Give the rows on three runs, by their number of files, the smallest first.

    What the start takes is in every run, so that time is that of the files that a run has more
    than the one before.
    """
    steps = list(pairwise(spent.items()))
    (before, earlier), (after, later) = ((_step(*a, *b)) for a, b in steps)
    yield Row(
        what=f"processor time of a further file, {after}",
        against=f"the same, {before}",
        ratio=later / earlier,
        wanted=_LINEAR,
        sense="as much",
        at_least=False,
        ours=1000 * later,
        theirs=1000 * earlier,
        unit="ms",
    )
    for (few, smaller), (many, larger) in steps:
        for who in ("parent", "worker"):
            ours, theirs = getattr(larger, who), getattr(smaller, who)
            yield Row(
                what=f"peak memory, {_WHO[who]}, {many:,} files",
                against=f"the same, {few:,} files",
                ratio=ours / theirs,
                wanted=_FLAT,
                sense="as much",
                at_least=False,
                ours=ours,
                theirs=theirs,
                unit="MB",
            )
    largest = max(spent)
    yield Row(
        what=f"peak memory, {_WHO['worker']}, {largest:,} files",
        against="what it may take",
        ratio=spent[largest].worker / MOST_MEGABYTES,
        wanted=1,
        sense="as much",
        at_least=False,
        ours=spent[largest].worker,
        theirs=MOST_MEGABYTES,
        unit="MB",
    )


_WHO = {"parent": "the command itself", "worker": "the largest worker"}


def _step(few: int, smaller: Spent, many: int, larger: Spent) -> tuple[str, float]:
    seconds = (larger.processor - smaller.processor) / (many - few)
    return f"from {few:,} to {many:,}", seconds


def measure_markitdown(run: Run) -> Iterator[Row]:
    """Compare a whole check with the conversion to Markdown alone, by markitdown."""
    if not find_spec("markitdown"):
        run.notes.append("markitdown: not measured, it is not installed.")
        return
    from markitdown import MarkItDown

    files = (*run.corpus.word[:_SAMPLE], *run.corpus.pdf[:_SAMPLE])
    converter = MarkItDown(enable_plugins=False)
    began = process_time()
    for path in files:
        converter.convert(path)
    theirs = (process_time() - began) * len(run.originals) / len(files)
    ours = check(run.corpus.folder, len(run.originals)).processor
    run.notes.append(
        f"markitdown: {_SAMPLE} Word files and as many PDFs, scaled by files; its start is not in "
        "its time, and ours, workers included, is in ours."
    )
    yield Row(
        what=f"check of {len(run.originals)} files",
        against="markitdown, conversion alone",
        ratio=theirs / ours,
        ours=ours,
        theirs=theirs,
        unit="s",
    )


def check(folder: Path, count: int, *options: str) -> Spent:
    """Check a folder with the command, nothing kept, into a report that is thrown away.

    Raises ``ValueError`` if not that many documents were read, for then the time means nothing.
    """
    with TemporaryDirectory() as name:
        report = str(Path(name) / "report.json")
        command = ("check", str(folder), "--no-cache", "-q", "-o", report, *options)
        spent = watched("-m", "policyalign", *command)
    if documents_read(spent.said) != count:
        raise ValueError(f"{count} documents were to be read, and the command said: {spent.said}")
    return spent


def documents_read(said: str) -> int:
    """Give how many documents the command says that it read."""
    found = re.search(r"^([\d,]+) documents? read", said, re.MULTILINE)
    return int(found[1].replace(",", "")) if found else 0


LARGE_PARTS: dict[str, Callable[[Run], Iterator[Row]]] = {
    "start": measure_start,
    "many": measure_many,
    "jobs": measure_jobs,
    "growth": measure_growth,
    "markitdown": measure_markitdown,
}
