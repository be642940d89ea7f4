"""The report as a Word file, to send to those who own the documents."""

from __future__ import annotations

from typing import TYPE_CHECKING

from policyalign.model.report import Outcome
from policyalign.renderers import wording
from policyalign.renderers.arithmetic import essentials_open
from policyalign.renderers.word_document import write_document
from policyalign.renderers.word_page import Column, Grid, Page, Said

if TYPE_CHECKING:
    from collections.abc import Iterator

    from policyalign.model.report import DocumentResult, Report
    from policyalign.renderers.word_page import Words

# A file must say when it was made; without a day this stands there, and not the clock.
_NO_DAY = "2000-01-01"
_MEANINGS = Grid(
    columns=(Column("The report says", 4), Column("It means", 13)),
    name="Outcomes",
    description=wording.OUTCOMES_TABLE,
)
_SUMMARY = Grid(
    columns=(
        Column("Document", 5.2),
        Column("Type", 3.1),
        Column("Alignment", 2.4),
        Column("Essential items open", 2.3),
        Column("Wording to change", 2),
        Column("Notices", 2),
    ),
    name="Documents",
    description=wording.SUMMARY_TABLE,
)


def render(report: Report) -> bytes:
    """Give the report as the bytes of a ``.docx`` file; the same report gives the same bytes."""
    title = f"{wording.GAP_REPORT}: {report.pack.name}"
    page = Page(title=title, footer=title, day=report.settings.today or _NO_DAY)
    _write_cover(page, report)
    _write_summary(page, report)
    for document in report.documents:
        write_document(page, document, report.pack)
    return page.data()


def _write_cover(page: Page, report: Report) -> None:
    agencies = dict.fromkeys(d.agency for d in report.documents if d.agency)
    names = [wording.document_name(document) for document in report.documents]
    page.title(
        wording.GAP_REPORT,
        names[0] if len(names) == 1 else wording.counted(len(names), "document"),
        *([wording.listed(agencies)] if agencies else []),
    )
    for label, said in wording.about(report):
        page.line((Said(f"{label}: ", strong=True), Said(said)))
    page.heading("How to read this report")
    page.line(wording.HOW_TO_USE)
    rows = [
        ([(Said(wording.OUTCOMES[outcome], strong=True),)], [meaning])
        for outcome, meaning in wording.MEANINGS.items()
    ]
    page.table(_MEANINGS, rows)


def _write_summary(page: Page, report: Report) -> None:
    page.heading("Summary", new_page=True)
    page.line(wording.totals_line(report.totals))
    if report.documents:
        page.table(_SUMMARY, (list(_summary_row(d, report)) for d in report.documents))
    page.heading("Files that were not read", 2)
    if report.unread:
        page.bullets(
            (Said(f"{file.path}: ", strong=True), Said(wording.sentence(file.reason)))
            for file in report.unread
        )
    else:
        page.line(wording.NONE_UNREAD)


def _summary_row(document: DocumentResult, report: Report) -> Iterator[list[Words]]:
    yield [(Said(wording.document_name(document), strong=True),), document.path]
    yield [wording.type_name(document, report.pack)]
    yield [wording.score(document.score), document.rating or ""]
    counted = document.with_outcome(*(outcome for outcome in Outcome if outcome.counts))
    yield [str(essentials_open(document, report.pack)) if counted else "–"]
    yield [str(len(document.faults))]
    yield [str(len(document.notices))]
