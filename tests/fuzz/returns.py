"""What must hold for every return that somebody sends back, however bad it is."""

from __future__ import annotations

from functools import cache
from pathlib import Path
from random import Random
from tempfile import TemporaryDirectory

from policyalign.errors import InputError
from policyalign.model.pack import Pack
from policyalign.model.report import Outcome, Report
from policyalign.renderers.excel.return_book import render_return
from policyalign.returns import check, make_return, read_filled, refresh
from tests.fuzz.word_files import spoil_word
from tests.returns.filling import DAY, small_report


def return_holds(_: Pack, random: Random) -> str:
    """Spoil, read, check and refresh a return; a refresh must lose nothing that was read."""
    with TemporaryDirectory() as folder:
        path = Path(folder) / "return.xlsx"
        # A workbook is spoilt as a Word file is: both are XML parts in a zip.
        path.write_bytes(spoil_word(_original(), random))
        try:
            filled = read_filled(path)
            assert all(problem.sentence for problem in check(filled, today=DAY))
            refreshed = refresh(filled, _report(Outcome.PARTLY), made=DAY)
        except InputError as problem:
            return _refused(str(problem))
        path.write_bytes(refreshed.data)
        again = {row.item: row.answer for row in read_filled(path).made.rows}
    assert all(again[row.item] == row.answer for row in filled.made.rows)
    return "read"


def _refused(reason: str) -> str:
    assert reason.strip(), "a reason is missing"
    return "refused"


@cache
def _report(outcome: Outcome) -> Report:
    return small_report(outcome)


@cache
def _original() -> bytes:
    report = _report(Outcome.MET)
    return render_return(make_return(report, made=DAY), report.pack)
