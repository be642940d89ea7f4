"""The partnership's view in short: the answers to the questions with which a meeting begins."""

from __future__ import annotations

from typing import TYPE_CHECKING

from rich.table import Table

from policyalign.renderers import partnership_lines as lines
from policyalign.renderers import partnership_wording as words
from policyalign.renderers.terminal.page import Page, Style
from policyalign.renderers.terminal.text import trimmed
from policyalign.renderers.wording import score

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from rich.text import Text

    from policyalign.model.partnership import Agency, Partnership

_FIRST = 5
_MOST = 12
_GAP = 2
_LEAST_NAME = 16
# The columns beside the name of an agency, with what lies between.
_BESIDE = 56


def print_partnership(page: Page, view: Partnership) -> None:
    """Print who has returned, where the partnership is weak, what is overdue, what is odd."""
    page.line((lines.made_line(view), Style.STRONG))
    page.blank()
    page.print(_agencies(page, view))
    _part(page, "Returned", lines.returned_line(view), view.missing, "not returned")
    weak = (f"{one.item.title}: {words.met(one.count)}" for one in view.weak[:_FIRST])
    _part(page, "Weak", lines.weak_line(view), weak)
    far = (
        f"{one.agency}: {one.item.title}, {words.difference(one.points)}"
        for one in view.above[:_FIRST]
    )
    _part(page, "Rated above documents", lines.above_line(view), far)
    late = map(words.late, view.overdue[:_FIRST])
    _part(page, "Overdue", lines.overdue_line(view), late)
    _print_oddities(page, view)
    page.blank()
    page.line((words.ONLY_WORDS, Style.QUIET))


def _agencies(page: Page, view: Partnership) -> Table:
    table = Table(box=None, pad_edge=False, padding=(0, _GAP, 0, 0), header_style=Style.QUIET)
    room = max(page.console.width - _BESIDE, _LEAST_NAME)
    table.add_column("Agency", no_wrap=True, max_width=room)
    table.add_column("Rated", justify="right", no_wrap=True)
    table.add_column("Alignment", justify="right", no_wrap=True)
    table.add_column("Above", justify="right", no_wrap=True)
    table.add_column("Return", overflow="fold")
    for agency in view.agencies:
        table.add_row(*_cells(page, agency, room))
    return table


def _cells(page: Page, agency: Agency, room: int) -> list[Text]:
    name = trimmed(page.pen.text(agency.name), room, page.pen.text("…"))
    return [
        page.text(name),
        page.text(f"{agency.asked - agency.unrated}/{agency.asked}"),
        page.text(score(agency.alignment)),
        page.text(f"{agency.above}/{len(agency.differences)}"),
        page.text((words.in_short(agency), _style(agency))),
    ]


def _style(agency: Agency) -> str:
    if not agency.has_returned:
        return Style.MISSING
    return Style.MET if agency.is_finished and not words.several(agency) else Style.PARTLY


def _part(page: Page, heading: str, line: str, cases: Iterable[str] = (), suffix: str = "") -> None:
    page.heading((heading, Style.STRONG), f": {line}")
    for case in cases:
        page.line(f"{case}{f': {suffix}' if suffix else ''}", indent=2)


def _print_oddities(page: Page, view: Partnership) -> None:
    """Print what must be settled or known before the figures are relied on."""
    if view.disputes:
        page.heading(("Contradictions", Style.PARTLY), f": {words.NOT_MERGED}")
        _some(page, [words.dispute_line(dispute, view) for dispute in view.disputes])
    if view.near_names:
        page.heading(("Names", Style.PARTLY))
        _some(page, [lines.near_line(pair) for pair in view.near_names])
    if view.unread:
        page.heading(("Not used", Style.MISSING))
        for file in view.unread:
            page.line(f"{file.path}: {file.reason}", indent=2)
    if view.remarks:
        page.heading(("To know about files", Style.STRONG))
        _some(page, [f"{path}: {said}" for path, said in view.remarks])


def _some(page: Page, said: Sequence[str]) -> None:
    for line in said[:_MOST]:
        page.line(line, indent=2)
    if len(said) > _MOST:
        page.line(lines.rest_line(len(said) - _MOST), indent=2)
