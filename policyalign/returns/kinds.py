"""Returns as Excel workbooks and as Word forms: the name of the file tells which it is."""

from __future__ import annotations

from datetime import date
from pathlib import Path

from policyalign.errors import InputError
from policyalign.model.pack import Pack
from policyalign.model.report import Report
from policyalign.model.returns import Return
from policyalign.renderers.excel.return_book import render_return
from policyalign.returns import reading, refreshing
from policyalign.returns.form import FilledForm, read_filled_form, refresh_form, render_form
from policyalign.returns.problems import Problem, Severity
from policyalign.returns.reading import Filled
from policyalign.returns.refreshing import Refreshed

BOOK, FORM = ".xlsx", ".docx"
ENDINGS = (BOOK, FORM)


def render(made: Return, pack: Pack, ending: str) -> bytes:
    """Give a return as the bytes of a file whose name ends so, ``.xlsx`` or ``.docx``.

    ``pack`` is the one that the return was made with. The same return gives the same bytes.
    """
    return (render_form if ending.lower() == FORM else render_return)(made, pack)


def read_return(path: Path) -> tuple[Return | None, tuple[Problem, ...]]:
    """Read a return; ``None`` where the file cannot be read as one, and why among the problems."""
    try:
        filled = read_filled(path)
    except InputError as problem:
        return None, (Problem(sentence=str(problem), severity=Severity.UNUSABLE),)
    return filled.made, filled.problems


def read_filled(path: Path) -> Filled | FilledForm:
    """Read a return with all that is needed to check and to refresh it.

    Raises ``InputError`` with one sentence for a file that cannot be read as a return.
    """
    if path.suffix.lower() == FORM:
        return read_filled_form(path)
    return reading.read_filled(path)


def refresh(filled: Filled | FilledForm, report: Report, *, made: date) -> Refreshed:
    """Put the findings of a new report into a return that somebody has begun to fill in.

    What people wrote stays as it is. ``made`` is the day on which the documents were read. Raises
    ``InputError`` if the return was made with another pack.
    """
    if isinstance(filled, FilledForm):
        return refresh_form(filled, report, made=made)
    return refreshing.refresh(filled, report, made=made)
