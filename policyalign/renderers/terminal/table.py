"""The first part of the terminal report: one line for each document."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from rich.cells import cell_len
from rich.table import Table
from rich.text import Text

from policyalign.renderers import wording
from policyalign.renderers.arithmetic import essentials_open
from policyalign.renderers.decision_wording import DECIDED, LEGEND
from policyalign.renderers.gaps import type_name
from policyalign.renderers.terminal.page import Page, Style
from policyalign.renderers.terminal.text import common_folder, told_apart, trimmed
from policyalign.renderers.wording import Label

if TYPE_CHECKING:
    from policyalign.model.pack import Pack
    from policyalign.model.report import DocumentResult, Report

_GAP = 2
_SCORE = 5
_LEAST_NAME = 8
_LEAST_KIND = 14
_FIGURES = (Label.GAPS, Label.REWORD, Label.NOTICES)


@dataclass(frozen=True, slots=True, kw_only=True)
class Widths:
    """The cells of the columns that stretch; ``kind`` is 0 where there is no room for it."""

    name: int
    kind: int
    bar: int


def print_table(page: Page, report: Report) -> None:
    """Print what the documents were checked against, and one line for each of them."""
    page.line((wording.checked_line(len(report.documents), report.pack), Style.STRONG))
    if not report.documents:
        return
    folder = common_folder(tuple(document.path for document in report.documents))
    if folder:
        page.line((f"in {folder}", Style.QUIET))
    page.blank()
    widths = _widths(page, report, folder)
    page.print(_table(page, report, widths, folder))
    page.line((wording.LEGEND, Style.QUIET))
    if report.totals.decided:
        page.line((LEGEND, Style.QUIET))


def rating_style(document: DocumentResult, pack: Pack) -> str:
    """Choose a colour by the rank of the rating among the ratings of the pack."""
    marks = sorted((rating.at_least, rating.name) for rating in pack.ratings)
    names = [name for _, name in marks]
    if document.rating not in names:
        return Style.QUIET
    rank = names.index(document.rating)
    if rank == len(names) - 1:
        return Style.MET
    return Style.MISSING if rank == 0 else Style.PARTLY


def _widths(page: Page, report: Report, folder: str) -> Widths:
    """Share the window out: the name first, then the type if enough is left for it."""
    bar = 10 if page.console.width >= 116 else 5
    word = max((cell_len(rating.name) for rating in report.pack.ratings), default=0)
    number = len(str(len(report.documents)))
    after = _GAP + len(DECIDED) if report.totals.decided else 0
    fixed = after + number + bar + 1 + _SCORE + 1 + word + len("".join(_FIGURES)) + 5 * _GAP
    room = page.console.width - fixed
    longest = max(cell_len(d.path.removeprefix(folder)) for d in report.documents)
    kind = 0
    if page.console.width >= 100:
        kinds = max(cell_len(type_name(document, report.pack)) for document in report.documents)
        kind = min(kinds, max(room - _GAP - longest, _LEAST_KIND))
        room -= _GAP + kind
    return Widths(name=max(min(room, longest), _LEAST_NAME), kind=kind, bar=bar)


def _table(page: Page, report: Report, widths: Widths, folder: str) -> Table:
    table = Table(box=None, pad_edge=False, padding=(0, _GAP, 0, 0), header_style=Style.QUIET)
    table.add_column("", justify="right", style=Style.QUIET, no_wrap=True)
    table.add_column("Document", no_wrap=True, width=widths.name)
    if widths.kind:
        table.add_column("Type", no_wrap=True, width=widths.kind)
    table.add_column("Alignment", no_wrap=True)
    for heading in ((DECIDED,) if report.totals.decided else ()) + _FIGURES:
        table.add_column(heading, justify="right", no_wrap=True)
    paths = [page.pen.text(one.path.removeprefix(folder)) for one in report.documents]
    names = told_apart(paths, widths.name, page.pen.text("…"))
    for count, (name, document) in enumerate(zip(names, report.documents, strict=True), start=1):
        table.add_row(str(count), *_cells(page, name, document, report, widths))
    return table


def _cells(
    page: Page, name: str, document: DocumentResult, report: Report, widths: Widths
) -> list[Text]:
    pack = report.pack
    gap = page.pen.text("…")
    cells = [page.text(name)]
    if widths.kind:
        kind = page.pen.text(type_name(document, pack))
        cells.append(page.text(trimmed(kind, widths.kind, gap)))
    return [
        *cells,
        alignment(page, document, pack, widths.bar),
        *((_after(page, document),) if report.totals.decided else ()),
        _gaps(page, document, pack),
        _count(page, len(document.faults)),
        _count(page, len(document.notices)),
    ]


def alignment(page: Page, document: DocumentResult, pack: Pack, cells: int) -> Text:
    """Draw the bar, the score and its word."""
    style = rating_style(document, pack)
    line = page.bar(document.score, cells, style)
    if document.score is None:
        return line.append_text(page.text((f" {wording.NO_SCORE}", Style.QUIET)))
    value = wording.score(document.score).rjust(_SCORE)
    return line.append_text(page.text((f" {value}", Style.STRONG), (f" {document.rating}", style)))


def _after(page: Page, document: DocumentResult) -> Text:
    """Give the score after decisions, where there are any."""
    if document.decided is None:
        return page.text(("–", Style.QUIET))
    return page.text((wording.score(document.decided.score), Style.STRONG))


def _gaps(page: Page, document: DocumentResult, pack: Pack) -> Text:
    gaps = essentials_open(document, pack)
    return page.text((wording.figure(gaps), Style.MISSING if gaps else Style.QUIET))


def _count(page: Page, number: int) -> Text:
    return page.text((str(number), Style.PARTLY if number else Style.QUIET))
