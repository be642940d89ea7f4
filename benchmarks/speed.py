"""How fast policies are read, searched and checked, as ratios against named alternatives.

    python benchmarks/speed.py [pdf word match exact check] [--write]

One process, one thing after the other, so that a busy machine slows both sides of a ratio. Slow
alternatives see a sample; the notes say which. ``--write`` puts the tables in
``docs/performance.md``.
"""

from __future__ import annotations

import argparse
import subprocess
import sys
from collections.abc import Callable, Iterator
from dataclasses import dataclass, field
from functools import cached_property
from pathlib import Path
from statistics import median
from tempfile import TemporaryDirectory
from time import process_time

from benchmarks import alternatives as other
from benchmarks.corpus import Corpus, make_corpus
from benchmarks.measuring import HEADINGS, ROUNDS, Row, rates
from benchmarks.planted import KINDS, Score, plant, score

import policyalign
from policyalign.matching import Matcher, matcher_for
from policyalign.model.document import Document
from policyalign.model.pack import Pack

PAGE = Path(__file__).parents[1] / "docs" / "performance.md"
_SLOW_PDFS = 2
_SLOW_KB = {"all": 12, "one": 120}


@dataclass
class Run:
    """What the parts of a run share, made when it is first needed, and the notes they leave."""

    corpus: Corpus
    notes: list[str] = field(default_factory=list)

    @cached_property
    def pack(self) -> Pack:
        """The pack that ships with the program."""
        return policyalign.load_pack("sos")

    @cached_property
    def documents(self) -> list[Document]:
        """All files, read."""
        read = [policyalign.read(path) for path in (*self.corpus.word, *self.corpus.pdf)]
        return [document for document in read if isinstance(document, Document)]

    @cached_property
    def texts(self) -> list[str]:
        """The text of every block of every file."""
        return [block.text for document in self.documents for block in document.blocks]

    @cached_property
    def megabytes(self) -> float:
        """How much text the blocks hold."""
        return sum(map(_size, self.texts)) / 1e6


def main() -> None:
    """Measure the parts named on the command line, or all of them."""
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0] if __doc__ else None)
    parser.add_argument("parts", nargs="*", choices=[[], *PARTS], default=[], metavar="PART")
    parser.add_argument("--write", action="store_true", help=f"write docs/{PAGE.name}")
    options = parser.parse_args()
    with TemporaryDirectory() as folder:
        run = Run(make_corpus(Path(folder)))
        rows = [row for part in options.parts or PARTS for row in PARTS[part](run)]
    lines = [*table(HEADINGS, [row.cells() for row in rows]), "", *run.notes]
    print("\n".join(lines))
    if options.write:
        PAGE.write_text("\n".join([*_PREFACE, *lines, ""]), encoding="utf-8", newline="\n")


def measure_pdf(run: Run) -> Iterator[Row]:
    """Compare reading PDFs with pdfplumber and with PDFium's bare text."""
    paths = run.corpus.pdf
    pages = sum(map(len, map(other.pypdfium2_text, paths)))

    def slow(number: int) -> float:
        some = paths[number * _SLOW_PDFS :][:_SLOW_PDFS]
        return sum(len(other.pdfplumber_text(path)) for path in some)

    found = rates(
        {
            "ours": lambda _: len(list(map(policyalign.read, paths))) and pages,
            "bare": lambda _: sum(len(other.pypdfium2_text(path)) for path in paths),
            "slow": slow,
        }
    )
    run.notes.append(
        f"PDF: {len(paths)} files, {pages} pages; pdfplumber read {_SLOW_PDFS} files a round, "
        "closing each page."
    )
    ours, unit = found["ours"], "pages/s"
    yield Row(
        what="PDF reading",
        against="pdfplumber extract_text",
        ratio=ours / found["slow"],
        wanted=30,
        ours=ours,
        theirs=found["slow"],
        unit=unit,
    )
    yield Row(
        what="PDF reading",
        against="bare pypdfium2 text",
        ratio=found["bare"] / ours,
        wanted=2.5,
        at_least=False,
        ours=ours,
        theirs=found["bare"],
        unit=unit,
    )


def measure_word(run: Run) -> Iterator[Row]:
    """Compare reading Word files with a walk through python-docx."""
    paths = run.corpus.word
    found = rates(
        {
            "ours": lambda _: len(list(map(policyalign.read, paths))),
            "walk": lambda _: len(list(map(other.python_docx_text, paths))),
        }
    )
    run.notes.append(f"Word: {len(paths)} files.")
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
    terms = {"all": other.all_terms(run.pack), "one": other.one_term_a_form(run.pack)}
    matcher = _first_match(run)

    def naive(name: str) -> Callable[[int], float]:
        def work(number: int) -> float:
            some = _sample(run, _SLOW_KB[name], number)
            other.partial_ratio_concepts(some, terms[name])
            return sum(map(_size, some)) / 1e6

        return work

    found = rates(
        {"ours": lambda _: _match_all(matcher, run), "all": naive("all"), "one": naive("one")}
    )
    wordings = {"all": "every wording of every form", "one": "one wording of each form"}
    for name, what in wordings.items():
        yield Row(
            what="matching, whole pack",
            against=f"partial_ratio, {what} ({len(terms[name]):,})",
            ratio=found["ours"] / found[name],
            wanted=150,
            ours=found["ours"],
            theirs=found[name],
            unit="MB/s",
        )
        run.notes.append(
            f"partial_ratio, {what}: {_SLOW_KB[name]} kB of sentences a round, scaled by size."
        )
    run.notes += _accuracy(run, terms)


def measure_exact(run: Run) -> Iterator[Row]:
    """Compare matching with one exact pass of an automaton."""
    terms = other.all_terms(run.pack)
    exact = other.ExactPass(terms)
    matcher = _first_match(run)

    def one_pass(_: int) -> float:
        exact(run.texts)
        return run.megabytes

    found = rates({"ours": lambda _: _match_all(matcher, run), "exact": one_pass})
    yield Row(
        what="matching, whole pack",
        against=f"exact pass of ahocorasick_rs ({len(terms):,} wordings)",
        ratio=found["exact"] / found["ours"],
        wanted=12,
        at_least=False,
        ours=found["ours"],
        theirs=found["exact"],
        unit="MB/s",
    )


def measure_check(run: Run) -> Iterator[Row]:
    """Compare a whole check, Python's start included, with the obvious way on a sample."""
    corpus, terms = run.corpus, other.one_term_a_form(run.pack)
    files = len(corpus.word) + len(corpus.pdf)
    ours: list[float] = []

    def obvious(number: int) -> float:
        ours.append(_seconds_of_a_new_process(corpus.folder))
        for path in (corpus.word[number], corpus.pdf[number]):
            other.obvious_check(path, terms)
        return 2

    theirs = files / rates({"obvious": obvious})["obvious"]
    run.notes.append(
        "check: a new process a round, with imports, loading and compiling the pack; the obvious "
        "way with one wording of each form, on one Word file and one PDF a round, scaled by files."
    )
    yield Row(
        what=f"check of {len(corpus.word)} Word and {len(corpus.pdf)} PDF files",
        against="pdfplumber, python-docx, partial_ratio",
        ratio=theirs / median(ours),
        wanted=40,
        ours=median(ours),
        theirs=theirs,
        unit="s",
    )


def _seconds_of_a_new_process(folder: Path) -> float:
    """Check a folder in a process of its own; give its processor time, Python's start included."""
    program = (
        "import sys, time, policyalign\n"
        "policyalign.check(sys.argv[1], jobs=1)\n"
        "print(time.process_time())\n"
    )
    command = [sys.executable, "-c", program, str(folder)]
    done = subprocess.run(command, check=True, cwd=PAGE.parents[1], capture_output=True, text=True)
    return float(done.stdout)


PARTS: dict[str, Callable[[Run], Iterator[Row]]] = {
    "pdf": measure_pdf,
    "word": measure_word,
    "match": measure_match,
    "exact": measure_exact,
    "check": measure_check,
}


def _first_match(run: Run) -> Matcher:
    """Give a matcher that has seen the texts once, and note what the first time took."""
    began = process_time()
    matcher = matcher_for(run.pack)
    ready = process_time()
    mentions = sum(len(matcher.match(document).mentions) for document in run.documents)
    speed = run.megabytes / (process_time() - ready)
    words = sum(document.words for document in run.documents)
    note = f"matching: {run.megabytes:.2f} MB of text, {words:,} words"
    if not any(line.startswith(note) for line in run.notes):
        run.notes.append(
            f"{note}, {1000 * mentions / words:.1f} mentions per 1,000 words; compiling the pack "
            f"{ready - began:.2f} s, {speed:.2f} MB/s the first time, then as in the table."
        )
    return matcher


def _match_all(matcher: Matcher, run: Run) -> float:
    for document in run.documents:
        matcher.match(document)
    return run.megabytes


def _sample(run: Run, kilobytes: int, number: int) -> list[str]:
    """Give sentences of about that size, each round from another document."""
    document = run.documents[number * len(run.documents) // ROUNDS + 1]
    found = [s for block in document.blocks for s in other.sentences(block.text)]
    size = 0
    for count, sentence in enumerate(found):
        size += _size(sentence)
        if size > 1000 * kilobytes:
            return found[:count]
    return found


def _accuracy(run: Run, terms: dict[str, other.Terms]) -> Iterator[str]:
    """Say what each matcher finds of planted wording and what it invents."""
    planted = plant(run.pack)
    texts = [sentence.text for sentence in planted]
    found = {
        "policyalign": [_concepts(run.pack, text) for text in texts],
        "partial_ratio, every wording": other.partial_ratio_concepts(texts, terms["all"]),
        "partial_ratio, one wording": other.partial_ratio_concepts(texts, terms["one"]),
        "exact pass": other.ExactPass(terms["all"])(texts),
    }
    scores = {name: score(planted, each) for name, each in found.items()}
    yield ""
    yield f"Planted wording in {len(planted)} sentences:"
    yield ""
    yield from table(
        ("planted", *scores),
        [(kind, *(_counts(each[kind]) for each in scores.values())) for kind in (*KINDS, "all")],
    )
    yield ""


def _counts(tally: Score) -> str:
    if not tally.wanted:
        return f"{tally.invented} invented"
    return f"recall {tally.recall:.1%}, precision {tally.precision:.1%}"


def _concepts(pack: Pack, text: str) -> set[str]:
    return {mention.concept for mention in policyalign.check_text(text, pack=pack).mentions}


def table(headings: tuple[str, ...], rows: list[tuple[str, ...]]) -> Iterator[str]:
    """Give a table in Markdown with its columns in line."""
    widths = [max(map(len, column)) for column in zip(headings, *rows, strict=True)]
    for cells in (headings, tuple("-" * width for width in widths), *rows):
        padded = (cell.ljust(width) for cell, width in zip(cells, widths, strict=True))
        yield f"| {' | '.join(padded)} |"


def _size(text: str) -> int:
    return len(text.encode())


_PREFACE = [
    "# Speed",
    "",
    "Written by `python benchmarks/speed.py --write`. Each ratio comes from one run on one "
    "machine: medians of three rounds, in which both sides are timed one after the other. "
    "The absolute figures are that machine's.",
    "",
]


if __name__ == "__main__":
    main()
