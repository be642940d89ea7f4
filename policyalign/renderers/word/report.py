"""The report as a Word file, to send to those who own the documents."""

from __future__ import annotations

from typing import TYPE_CHECKING

from policyalign.renderers import office_wording, wording
from policyalign.renderers.arithmetic import essentials_open
from policyalign.renderers.decision_wording import AFTER, REMARKS, after, of_report
from policyalign.renderers.gaps import shown_title, type_name
from policyalign.renderers.headings import Column as Name
from policyalign.renderers.headings import Heading
from policyalign.renderers.office_file import NO_DAY
from policyalign.renderers.word.document import write_document
from policyalign.renderers.word.page import Page
from policyalign.renderers.word.table import Column, Grid, Said
from policyalign.renderers.wording import Label

if TYPE_CHECKING:
    from collections.abc import Iterator

    from policyalign.model.report import DocumentResult, Report
    from policyalign.renderers.word.table import Words

_MEANINGS = Grid(
    columns=(Column(Name.TERM, 4), Column(Name.MEANS, 13)),
    name="Outcomes",
    description=office_wording.OUTCOMES_TABLE,
)
_SUMMARY = Grid(
    columns=(
        Column(Label.DOCUMENT, 4.7),
        Column(Label.TYPE, 3),
        Column(Label.ALIGNMENT, 2.3),
        Column(Label.ESSENTIALS, 2.4),
        Column(Label.DISCOURAGED, 2.8),
        Column(Label.NOTICES, 1.8),
    ),
    name="Documents",
    description=office_wording.SUMMARY_TABLE,
)


def render(report: Report) -> bytes:
    """Give the report as the bytes of a ``.docx`` file; the same report gives the same bytes."""
    title = f"{office_wording.GAP_REPORT}: {report.pack.name}"
    page = Page(title=title, footer=title, day=report.settings.today or NO_DAY)
    _write_cover(page, report)
    _write_summary(page, report)
    for document in report.documents:
        write_document(page, document, report.pack)
    return page.data()


def _write_cover(page: Page, report: Report) -> None:
    names = [shown_title(document) for document in report.documents]
    page.title(
        office_wording.GAP_REPORT,
        names[0] if len(names) == 1 else wording.counted(len(names), "document"),
        office_wording.whose(report),
    )
    for label, said in office_wording.about(report):
        page.line((Said(f"{label}: ", strong=True), Said(said)))
    page.heading(Heading.HOW_TO_READ)
    page.line(office_wording.HOW_TO_USE)
    rows = [
        ([(Said(wording.OUTCOMES[outcome], strong=True),)], [meaning])
        for outcome, meaning in office_wording.MEANINGS.items()
    ]
    page.table(_MEANINGS, rows)


def _write_summary(page: Page, report: Report) -> None:
    page.heading(Heading.SUMMARY, new_page=True)
    page.line(wording.totals_line(report.totals))
    if report.documents:
        page.table(_SUMMARY, (list(_summary_row(d, report)) for d in report.documents))
    page.heading(Heading.UNREAD_FILES, 2)
    if report.unread:
        page.bullets(
            (Said(f"{file.path}: ", strong=True), Said(wording.sentence(file.reason)))
            for file in report.unread
        )
    else:
        page.line(office_wording.NONE_UNREAD)
    if said := list(of_report(report)):
        page.heading(REMARKS, 2)
        page.bullets((Said(f"{label}: ", strong=True), Said(sentence)) for label, sentence in said)


def _summary_row(document: DocumentResult, report: Report) -> Iterator[list[Words]]:
    yield [(Said(shown_title(document), strong=True),), document.path]
    yield [type_name(document, report.pack)]
    decided = after(document)
    yield [
        wording.score(document.score),
        document.rating or "",
        *((f"{AFTER.lower()}: {decided}",) if decided else ()),
    ]
    yield [wording.figure(essentials_open(document, report.pack))]
    yield [str(len(document.faults))]
    yield [str(len(document.notices))]
