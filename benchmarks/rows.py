"""The rows of the table of speed, one function for each thing that is measured."""

from __future__ import annotations

import subprocess
import sys
from collections.abc import Callable, Iterator, Sequence
from pathlib import Path
from statistics import median
from tempfile import TemporaryDirectory

import policyalign
from benchmarks import alternatives as other
from benchmarks.corpus import make_corpus, write_text_pages
from benchmarks.measuring import ROUNDS, Row, rates
from benchmarks.policy_text import SPARSE_SHARE
from benchmarks.run import Run, read_all, size
from policyalign.model.document import Document

_SLOW_PDFS = 2
_WORDINGS = {"every": "every wording of every form", "one": "one wording of each form"}
_CHECK = """
import sys, time, policyalign
policyalign.check(sys.argv[1], jobs=1)
print(time.process_time())
"""
_AGAIN = """
import gc, sys, time, policyalign
from pathlib import Path
def check():
    gc.collect()
    gc.freeze()
    began = time.process_time()
    with policyalign.Cache(Path(sys.argv[2])) as cache:
        policyalign.check(sys.argv[1], jobs=1, cache=cache)
    return time.process_time() - began
print(check(), time.process_time(), check())
"""


def measure_pdf(run: Run) -> Iterator[Row]:
    """Compare reading PDFs with pdfplumber and with PDFium's bare text.

    What is asked of text pages is asked of files without ruled tables; those with tables follow.
    """
    with TemporaryDirectory() as folder:
        yield from _pdf_rows(run, write_text_pages(run.corpus, Path(folder)), "text pages", 30, 2.5)
    yield from _pdf_rows(run, run.corpus.pdf, "four ruled tables a file", None, None)


def _pdf_rows(
    run: Run,
    paths: Sequence[Path],
    kind: str,
    times_faster: float | None,
    times_slower: float | None,
) -> Iterator[Row]:
    pages = sum(map(len, map(other.pypdfium2_text, paths)))

    def slow(number: int) -> float:
        some = paths[number * _SLOW_PDFS :][:_SLOW_PDFS]
        return sum(len(other.pdfplumber_text(path)) for path in some)

    found = rates(
        {
            "ours": lambda _: _read_each(policyalign.read, paths) and pages,
            "bare": lambda _: sum(len(other.pypdfium2_text(path)) for path in paths),
            "slow": slow,
        }
    )
    run.notes.append(
        f"PDF, {kind}: {len(paths)} files, {pages} pages. pdfplumber read {_SLOW_PDFS} files a "
        "round, closing each page."
    )
    yield Row(
        what=f"PDF reading, {kind}",
        against="pdfplumber extract_text",
        ratio=found["ours"] / found["slow"],
        wanted=times_faster,
        ours=found["ours"],
        theirs=found["slow"],
        unit="pages/s",
    )
    yield Row(
        what=f"PDF reading, {kind}",
        against="bare pypdfium2 text",
        ratio=found["bare"] / found["ours"],
        wanted=times_slower,
        at_least=False,
        ours=found["ours"],
        theirs=found["bare"],
        unit="pages/s",
    )


def _read_each(reader: Callable[[Path], object], paths: Sequence[Path]) -> int:
    """Read file after file, keeping none, as a check of many files does; give how many."""
    return sum(reader(path) is not None for path in paths)


def measure_word(run: Run) -> Iterator[Row]:
    """Compare reading Word files with a walk through python-docx."""
    paths = run.corpus.word
    found = rates(
        {
            "ours": lambda _: _read_each(policyalign.read, paths),
            "walk": lambda _: _read_each(other.python_docx_text, paths),
        }
    )
    run.notes.append(f"Word: {len(paths)} files, one after the other; what was read is let go.")
    yield Row(
        what="Word reading",
        against="python-docx paragraphs and tables",
        ratio=found["ours"] / found["walk"],
        wanted=5,
        ours=found["ours"],
        theirs=found["walk"],
        unit="files/s",
    )


def measure_match(run: Run) -> Iterator[Row]:
    """Compare matching with partial_ratio of everything on everything."""
    for name, what in _WORDINGS.items():
        yield Row(
            what="matching, whole pack",
            against=f"partial_ratio, {what} ({len(run.terms[name]):,})",
            ratio=run.matching["ours"] / run.matching[name],
            wanted=150 if name == "every" else None,
            ours=run.matching["ours"],
            theirs=run.matching[name],
            unit="MB/s",
        )


def measure_exact(run: Run) -> Iterator[Row]:
    """Compare matching with one exact pass of an automaton.

    The time of an exact pass hardly depends on what it finds; ours does, because each mention is
    judged. So the pass is compared on policies that barely speak of the framework, as most of a
    partnership's do, and on those that speak of it a great deal.
    """
    with TemporaryDirectory() as folder:
        sparse = read_all(make_corpus(Path(folder), share=SPARSE_SHARE))
    yield _exact_row(run, sparse, wanted=12)
    yield _exact_row(run, run.documents, wanted=None)


def _exact_row(run: Run, documents: Sequence[Document], wanted: float | None) -> Row:
    texts = [block.text for document in documents for block in document.blocks]
    words = sum(document.words for document in documents)
    megabytes = size(texts)
    exact = other.ExactPass(run.terms["every"])

    def ours(_: int) -> float:
        for document in documents:
            run.matcher.match(document)
        return megabytes

    def one_pass(_: int) -> float:
        exact(texts)
        return megabytes

    ours(0)
    mentions = sum(len(run.matcher.match(document).mentions) for document in documents)
    found = rates({"ours": ours, "exact": one_pass})
    return Row(
        what=f"matching, whole pack, {1000 * mentions / words:.1f} mentions per 1,000 words",
        against=f"exact pass of ahocorasick_rs ({len(run.terms['every']):,} wordings)",
        ratio=found["exact"] / found["ours"],
        wanted=wanted,
        at_least=False,
        ours=found["ours"],
        theirs=found["exact"],
        unit="MB/s",
    )


def measure_check(run: Run) -> Iterator[Row]:
    """Compare a whole check, Python's start included, with the obvious way."""
    word, pdf = run.corpus.word, run.corpus.pdf
    files = len(word) + len(pdf)
    ours: list[float] = []

    def obvious(number: int) -> float:
        ours.append(_check_seconds(run.corpus.folder))
        for path in (word[number], pdf[number]):
            other.obvious_check(path, run.terms["one"])
        return 2

    theirs = {"one": files / rates({"obvious": obvious})["obvious"]}
    speeds = run.matching
    more = run.megabytes * (1 / speeds["every"] - 1 / speeds["one"])
    theirs["every"] = theirs["one"] + more
    run.notes.append(
        "check: a new process a round, with imports, loading and compiling the pack. The obvious "
        "way checked one Word file and one PDF a round with one wording of each form, scaled by "
        "files; for every wording the further time of partial_ratio is added, scaled by size."
    )
    for name, what in _WORDINGS.items():
        yield Row(
            what=f"check of {len(word)} Word and {len(pdf)} PDF files",
            against=f"pdfplumber, python-docx, partial_ratio, {what}",
            ratio=theirs[name] / median(ours),
            wanted=40 if name == "every" else None,
            ours=median(ours),
            theirs=theirs[name],
            unit="s",
        )


def measure_again(run: Run) -> Iterator[Row]:
    """Compare a check of unchanged files with the first check of them, which fills the cache."""
    first, again = [], []
    for _ in range(ROUNDS):
        with TemporaryDirectory() as cache:
            first.append(_printed(_AGAIN, str(run.corpus.folder), cache))
            again.append(_printed(_AGAIN, str(run.corpus.folder), cache))
    run.notes.append(
        "again: with what the first check kept. In one process the check is called twice, and what "
        "the first call left is out of the garbage collector's sight; a collection of the compiled "
        "pack costs some 0.07 s. A new process starts Python and imports once more. Printing a "
        "report is in neither."
    )
    for which, what, wanted in ((2, "in one process", 50), (1, "in a new process", None)):
        whole = median(seconds[0 if which == 2 else 1] for seconds in first)
        kept = median(seconds[which] for seconds in (first if which == 2 else again))
        yield Row(
            what=f"unchanged files checked again, {what}",
            against=f"the first check of {len(run.corpus.word) + len(run.corpus.pdf)} files",
            ratio=whole / kept,
            wanted=wanted,
            ours=kept,
            theirs=whole,
            unit="s",
        )


def _check_seconds(folder: Path) -> float:
    """Check a folder in a new process; give its processor time, from the start of Python."""
    return _printed(_CHECK, str(folder))[0]


def _printed(program: str, *arguments: str) -> list[float]:
    """Run a program in a new process and give the numbers that it prints."""
    command = [sys.executable, "-c", program, *arguments]
    root = Path(__file__).parents[1]
    done = subprocess.run(command, check=True, cwd=root, capture_output=True, text=True)
    return [float(number) for number in done.stdout.split()]


PARTS: dict[str, Callable[[Run], Iterator[Row]]] = {
    "pdf": measure_pdf,
    "word": measure_word,
    "match": measure_match,
    "exact": measure_exact,
    "check": measure_check,
    "again": measure_again,
}
