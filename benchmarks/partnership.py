"""How long the roll-up of a partnership takes, part by part.

    python benchmarks/partnership.py [--agencies N] [--documents N] [--keep FOLDER]

Made-up returns are written as workbooks that were filled in, one for each agency and some for
earlier years, each made from N documents; beside them stand as many JSON reports with the items of
all documents. They are read, rolled up, and rendered in every format. Wall time, once each.
"""

from __future__ import annotations

import argparse
import io
from collections.abc import Callable, Iterator
from dataclasses import replace
from functools import partial
from pathlib import Path
from tempfile import TemporaryDirectory
from time import perf_counter
from typing import TypeVar

import openpyxl

import policyalign
from benchmarks.agencies import TODAY, made_up, name_of
from benchmarks.corpus import make_corpus
from benchmarks.page import table
from policyalign.gathering import gather
from policyalign.model.pack import Pack
from policyalign.model.report import Settings
from policyalign.model.returns import Answer
from policyalign.model.submissions import Submission
from policyalign.partnership import roll_up
from policyalign.renderers.excel.return_book import render_return
from policyalign.renderers.partnership import FORMATS, render
from policyalign.renderers.return_layout import COLUMNS, ITEMS

_T = TypeVar("_T")
_FIRST_ROW = 3


def main() -> None:
    """Write the files, roll them up, and print what took how long."""
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0] if __doc__ else None)
    parser.add_argument("--agencies", type=int, default=40, metavar="N")
    parser.add_argument("--documents", type=int, default=10, metavar="N")
    parser.add_argument("--keep", type=Path, metavar="FOLDER", help="leave the files there")
    options = parser.parse_args()
    with TemporaryDirectory() as scratch:
        folder = options.keep or Path(scratch)
        pack = policyalign.load_pack("sos")
        returns, reports = folder / "returns", folder / "reports"
        for submission in made_up(pack, options.agencies, options.documents):
            write_return(submission, pack, returns)
        _write_reports(options.agencies, options.documents, pack, reports)
        rows = [*_measured("returns", returns, folder), *_measured("JSON reports", reports, folder)]
    print("\n".join(table(("what", "figure"), rows)))


def write_return(submission: Submission, pack: Pack, folder: Path) -> None:
    """Write a return as a workbook in which somebody filled the answers in and saved it."""
    path = folder / submission.path
    path.parent.mkdir(parents=True, exist_ok=True)
    book = openpyxl.load_workbook(io.BytesIO(render_return(submission.held, pack)))
    sheet = book[ITEMS]
    labels = submission.held.labels
    for number, row in enumerate(submission.held.rows, start=_FIRST_ROW):
        for place, column in enumerate(COLUMNS, start=1):
            said = getattr(row.answer, column.key, None)
            if column.key in Answer.__slots__ and said:
                value = labels.get(said, said) if column.key in {"rating", "moderated"} else said
                sheet.cell(number, place).value = value
    book.save(path)


def _write_reports(agencies: int, documents: int, pack: Pack, folder: Path) -> None:
    """Write one JSON report for each agency; the documents are the same in all."""
    folder.mkdir(parents=True, exist_ok=True)
    with TemporaryDirectory() as corpus:
        made = make_corpus(Path(corpus), each=documents // 2)
        report = policyalign.check([*made.word, *made.pdf], pack=pack)
    settings = Settings(today=TODAY.isoformat())
    for number in range(agencies):
        theirs = tuple(replace(document, agency=name_of(number)) for document in report.documents)
        data = policyalign.render(replace(report, documents=theirs, settings=settings), "json")
        (folder / f"{number}.json").write_bytes(data)


def _measured(what: str, folder: Path, beside: Path) -> Iterator[tuple[str, str]]:
    files = [path for path in folder.rglob("*") if path.is_file()]
    size = sum(path.stat().st_size for path in files) / 1e6
    yield f"{len(files)} {what}", f"{size:.1f} MB"
    seconds, gathered = _timed(lambda: gather([folder]))
    yield f"{what} read", f"{seconds:.2f} s"
    seconds, view = _timed(lambda: roll_up(gathered, today=TODAY))
    yield f"{what} rolled up", f"{seconds:.2f} s"
    for suffix in FORMATS:
        seconds, data = _timed(partial(render, view, suffix))
        yield f"{what} as {suffix}", f"{seconds:.2f} s, {len(data) / 1e6:.2f} MB"
        (beside / f"partnership-{what.rsplit(maxsplit=1)[-1]}{suffix}").write_bytes(data)


def _timed(work: Callable[[], _T]) -> tuple[float, _T]:
    began = perf_counter()
    done = work()
    return perf_counter() - began, done


if __name__ == "__main__":
    main()
