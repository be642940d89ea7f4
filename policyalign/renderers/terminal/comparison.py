"""What has changed since, for a person at a terminal, or as plain text."""

from __future__ import annotations

from typing import TYPE_CHECKING

from rich.cells import cell_len
from rich.table import Table

from policyalign.model.comparison import Turn
from policyalign.renderers import comparison_wording as wording
from policyalign.renderers.comparison.views import Tone, around, documents, set_apart
from policyalign.renderers.comparison_wording import Row
from policyalign.renderers.gaps import shown_title
from policyalign.renderers.terminal.page import PLAIN_WIDTH, Page, Style, plain_text
from policyalign.renderers.terminal.text import trimmed
from policyalign.renderers.wording import Label

if TYPE_CHECKING:
    from rich.text import Text

    from policyalign.model.comparison import Comparison, DocumentChange
    from policyalign.renderers.comparison.views import DocumentView, EntryView, PartView, RowView

_STYLES = {Tone.BETTER: Style.MET, Tone.WORSE: Style.MISSING, Tone.PLAIN: Style.STRONG}
_FIGURES = (Row.GAINED, Row.LOST, Row.CLEARED, Row.CREPT_IN)
_GAP = 2
_SCORES = 3 * (6 + _GAP)
_LEAST_NAME = 12


def render(comparison: Comparison, *, width: int = PLAIN_WIDTH) -> bytes:
    """Give the comparison as plain text in UTF-8, without colour, in lines of ``width``."""
    return plain_text(lambda console: print_comparison(Page.on(console), comparison), width=width)


def print_comparison(page: Page, comparison: Comparison, *, brief: bool = False) -> None:
    """Print what else can have made a difference, a table, and each document that changed.

    ``brief`` leaves the documents out.
    """
    page.line((wording.compared_line(comparison), Style.STRONG))
    for label, side in ((Row.THEN, comparison.before), (Row.NOW, comparison.after)):
        page.rows([(label, page.text((wording.side(side), Style.QUIET)))], indent=2)
    for cause in wording.causes(comparison):
        page.line((cause, Style.PARTLY))
    if comparison.documents:
        page.blank()
        page.print(_table(page, comparison))
    views = documents(comparison)
    if not brief:
        for view in views:
            _print_document(page, view)
    if views and not brief:
        page.blank()
        page.rule()
    for part in around(comparison):
        _print_part(page, part)
    _print_set_apart(page, set_apart(comparison))
    page.heading((Label.TOTALS, Style.STRONG))
    page.line(wording.totals_line(comparison) if _is_any(comparison) else wording.NOTHING, indent=2)
    page.blank()
    page.line(wording.names_line(comparison))
    page.line((comparison.pack.notice, Style.QUIET))


def _is_any(comparison: Comparison) -> bool:
    around_it = comparison.added or comparison.removed or comparison.newly_unread
    return bool(comparison.changed or around_it)


def _print_set_apart(page: Page, rows: tuple[RowView, ...]) -> None:
    if rows:
        page.heading((wording.SET_APART, Style.STRONG))
        page.rows([(row.label, page.text(row.words)) for row in rows], indent=2)


def _print_document(page: Page, view: DocumentView) -> None:
    page.blank()
    page.rule()
    page.line((f"{view.number}  ", Style.QUIET), (view.name, Style.STRONG))
    page.rows([(row.label, _words(page, row)) for row in view.facts], indent=3)
    if view.note:
        page.line((view.note, Style.PARTLY), indent=3)
    for part in view.parts:
        _print_part(page, part)


def _print_part(page: Page, part: PartView) -> None:
    page.heading((part.heading, _STYLES[part.tone]))
    for entry in part.entries:
        _print_entry(page, entry)


def _print_entry(page: Page, entry: EntryView) -> None:
    state = (f"  {entry.state}", Style.QUIET) if entry.state else ""
    page.line((entry.title, Style.STRONG if entry.rows else ""), state, indent=2)
    page.rows([(row.label, _words(page, row)) for row in entry.rows], indent=4)


def _words(page: Page, row: RowView) -> Text:
    return page.text(row.words, (f"  {row.aside}" if row.aside else "", Style.QUIET))


def _table(page: Page, comparison: Comparison) -> Table:
    table = Table(box=None, pad_edge=False, padding=(0, _GAP, 0, 0), header_style=Style.QUIET)
    table.add_column("", justify="right", style=Style.QUIET, no_wrap=True)
    table.add_column(Label.DOCUMENT, no_wrap=True, width=_name_width(page, comparison))
    for heading in (Row.THEN, Row.NOW, Row.CHANGE, *_FIGURES):
        table.add_column(heading, justify="right", no_wrap=True)
    gap = page.pen.text("…")
    width = _name_width(page, comparison)
    for number, change in enumerate(comparison.documents, start=1):
        name = trimmed(page.pen.text(shown_title(change.after)), width, gap)
        table.add_row(str(number), page.text(name), *_figures(page, change))
    return table


def _name_width(page: Page, comparison: Comparison) -> int:
    longest = max(cell_len(shown_title(change.after)) for change in comparison.documents)
    number = len(str(len(comparison.documents)))
    fixed = number + _GAP + _SCORES + sum(len(name) + _GAP for name in _FIGURES)
    return max(min(page.console.width - fixed, longest), _LEAST_NAME)


def _figures(page: Page, change: DocumentChange) -> list[Text]:
    rise = change.score_change or 0
    style = Style.MET if rise > 0 else Style.MISSING if rise < 0 else Style.QUIET
    counts = (
        (len(change.turned(Turn.GAINED)), Style.MET),
        (len(change.turned(Turn.LOST)), Style.MISSING),
        (len(change.cleared), Style.MET),
        (len(change.crept_in), Style.MISSING),
    )
    return [
        page.text((wording.figure(change.before.score), Style.QUIET)),
        page.text((wording.figure(change.after.score), Style.STRONG)),
        page.text((wording.difference(change), style)),
        *(page.text((str(count), of if count else Style.QUIET)) for count, of in counts),
    ]
