"""The partnership's view as a Word file, to go with the papers of a meeting."""

from __future__ import annotations

from typing import TYPE_CHECKING

from policyalign.model.partnership import Field
from policyalign.renderers import partnership_lines as lines
from policyalign.renderers import partnership_wording as words
from policyalign.renderers import wording
from policyalign.renderers.word.page import Page
from policyalign.renderers.word.table import Column, Grid, Said
from policyalign.report_mark import VIEW

if TYPE_CHECKING:
    from collections.abc import Iterator

    from policyalign.model.partnership import Agency, Difference, Dispute, Partnership
    from policyalign.renderers.word.table import Words

# A paper for a meeting holds the cases to talk about; the workbook has all of them.
_MOST = 30
_RETURNS = Grid(
    columns=(
        Column("Agency", 4.6),
        Column("Return", 5.2),
        Column("Alignment of documents", 2.4),
        Column("Items above documents", 2.6),
        Column("Overdue actions", 2.2),
    ),
    name="Returns",
    description="For each agency the state of its return, and its figures.",
)
_AREAS = Grid(
    columns=(
        Column("Area", 7.5),
        Column("Met", 2),
        Column("Partly", 2),
        Column("Not met", 2),
        Column("Mean points", 3.5),
    ),
    name="Areas",
    description="For each area, how often its items are met over all agencies.",
)
_WEAK = Grid(
    columns=(Column("Item", 5.2), Column("Area", 4.4), Column("Met", 4.4), Column("Sign", 3.0)),
    name="Weak items",
    description="The items that fewest agencies have met, the weakest first.",
)
_ABOVE = Grid(
    columns=(
        Column("Agency", 3.8),
        Column("Item", 4.4),
        Column("Self-rating", 2.1),
        Column("Documents show", 3.9),
        Column("Moderated", 2.8),
    ),
    name="Ratings above documents",
    description="Where agencies rate themselves above what their documents show.",
)
_OVERDUE = Grid(
    columns=(
        Column("Agency", 3.8),
        Column("Action", 5.2),
        Column("Item", 2.9),
        Column("Owner", 2.7),
        Column("Due", 2.4),
    ),
    name="Overdue actions",
    description="Actions whose date has passed, the longest ago first.",
)
_DISPUTES = Grid(
    columns=(Column("Agency and item", 6), Column("What each file says", 11)),
    name="Contradictions",
    description="What the files of one agency disagree on.",
)


def render(view: Partnership) -> bytes:
    """Give the view as the bytes of a ``.docx`` file; the same view gives the same bytes."""
    page = Page(title=words.TITLE, footer=words.TITLE, day=view.today.isoformat(), mark=VIEW)
    page.title(words.TITLE, lines.made_line(view))
    for label, said in lines.about(view)[1:5]:
        page.line((Said(f"{label}: ", strong=True), Said(said)))
    _write_returns(page, view)
    _write_weak(page, view)
    _write_above(page, view)
    _write_overdue(page, view)
    _write_disputes(page, view)
    _write_files(page, view)
    page.heading("How this was made")
    for label, said in lines.about(view)[5:]:
        page.line((Said(f"{label}: ", strong=True), Said(said)))
    return page.data()


def _write_returns(page: Page, view: Partnership) -> None:
    page.heading("Returns")
    if view.missing:
        page.line((Said("Not returned: ", strong=True), Said(f"{wording.listed(view.missing)}.")))
    page.table(_RETURNS, (list(_return_row(agency, view)) for agency in view.agencies))


def _return_row(agency: Agency, view: Partnership) -> Iterator[list[Words]]:
    late = sum(action.agency == agency.name for action in view.overdue)
    yield [(Said(agency.name, strong=True),)]
    yield [words.state(agency), words.several(agency)]
    yield [wording.score(agency.alignment)]
    yield [f"{agency.above} of {len(agency.differences)}"]
    yield [str(late)]


def _write_weak(page: Page, view: Partnership) -> None:
    page.heading("Weak areas and items")
    rows = (
        ([area], [str(count.met)], [str(count.partly)], [str(count.not_met)], [words.mean(count)])
        for area, count in view.areas.items()
    )
    page.table(_AREAS, rows)
    page.heading("Items, the weakest first", 2)
    page.table(
        _WEAK,
        (
            (
                [(Said(one.item.title, strong=True),)],
                [one.item.area],
                [words.met(one.count)],
                ["weak everywhere" if one.is_weak_everywhere else ""],
            )
            for one in view.weak[:_MOST]
        ),
    )
    _write_rest(page, len(view.weak))


def _write_above(page: Page, view: Partnership) -> None:
    page.heading("Ratings above documents")
    page.line(lines.above_line(view), words.DIFFERENCE)
    if view.above:
        page.table(_ABOVE, (list(_above_row(one, view)) for one in view.above[:_MOST]))
        _write_rest(page, len(view.above))


def _above_row(one: Difference, view: Partnership) -> Iterator[list[Words]]:
    yield [(Said(one.agency, strong=True),)]
    yield [one.item.title]
    yield [words.said(one.standing, Field.RATING, view.labels)]
    finding = words.said(one.standing, Field.FINDING, view.labels)
    yield [finding, words.exhibit(one.standing.exhibit)]
    yield [words.said(one.standing, Field.MODERATED, view.labels)]


def _write_overdue(page: Page, view: Partnership) -> None:
    page.heading("Overdue actions")
    page.line(f"{lines.overdue_line(view)} {words.OVERDUE}")
    if view.overdue:
        rows = (
            (
                [(Said(one.agency, strong=True),)],
                [one.text],
                [one.item.title],
                [one.owner or words.NOBODY],
                [words.due(one)],
            )
            for one in view.overdue[:_MOST]
        )
        page.table(_OVERDUE, rows)
        _write_rest(page, len(view.overdue))


def _write_disputes(page: Page, view: Partnership) -> None:
    if not view.disputes:
        return
    page.heading("Contradictions")
    page.line(words.NOT_MERGED)
    page.table(_DISPUTES, (list(_dispute_row(one, view)) for one in view.disputes))


def _dispute_row(one: Dispute, view: Partnership) -> Iterator[list[Words]]:
    title = next(item.title for item in view.items if item.key == one.key)
    yield [(Said(one.agency, strong=True),), title]
    yield [words.conflict_line(one, view.labels)]


def _write_files(page: Page, view: Partnership) -> None:
    found = list(lines.oddities(view))
    if found:
        page.heading("Files, names and versions")
        page.bullets((Said(f"{about}: ", strong=True), Said(said)) for about, said in found)


def _write_rest(page: Page, whole: int) -> None:
    if whole > _MOST:
        page.line(lines.rest_line(whole - _MOST))
