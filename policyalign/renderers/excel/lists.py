"""The sheets of the workbook that lie behind the actions: documents, words, and what is unread."""

from __future__ import annotations

from typing import TYPE_CHECKING

from policyalign.model.document import State
from policyalign.model.pack import Importance
from policyalign.model.report import Outcome, Status
from policyalign.renderers import office_wording, wording
from policyalign.renderers.arithmetic import shares
from policyalign.renderers.decision_wording import AFTER, DECISIONS, LEFT_OUT, after, line
from policyalign.renderers.excel.sheet import Book, Cell, Column, Look, Sheet, text
from policyalign.renderers.gaps import type_name
from policyalign.renderers.headings import Column as Name
from policyalign.renderers.headings import Heading
from policyalign.renderers.wording import Label

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from policyalign.model.document import Place
    from policyalign.model.pack import Pack
    from policyalign.model.report import DocumentResult, Finding, Mention, Report

    # Document number, id of a concept or wording, place; and the sheet and the row for each.
    Listed = tuple[int, str, Place]
    Rows = dict[Listed, tuple[str, int]]

DOCUMENTS = Heading.DOCUMENTS.value
MENTIONS = Heading.MENTIONS.value
DISCOURAGED = Label.DISCOURAGED.value
UNREAD = Label.UNREAD.value
ABOUT = Heading.ABOUT.value

_DOCUMENT_COLUMNS = (
    Column(Label.AGENCY, 16),
    Column(Label.DOCUMENT, 36),
    Column(Label.TYPE, 24),
    Column(Label.CONTROL, 30),
    Column(Label.ALIGNMENT, 11),
    Column(Label.RATING, 16),
    *(
        Column(f"{wording.IMPORTANCES[importance]} {wording.OUTCOMES[outcome]}", 11)
        for importance in Importance
        for outcome in (Outcome.MET, Outcome.PARTLY, Outcome.NOT_MET)
    ),
    Column(wording.OUTCOMES[Outcome.UNCLEAR].capitalize(), 11),
    Column(wording.OUTCOMES[Outcome.NOT_APPLICABLE].capitalize(), 11),
    Column(Label.DISCOURAGED, 13),
    Column(Name.WORDS, 9),
    Column(Name.ARITHMETIC, 44),
    Column(Label.NOTICES, 40),
)
# Stands in the sheet only where people decided about outcomes.
_DECIDED_COLUMNS = (Column(AFTER, 16), Column(DECISIONS, 60))
_MENTION_COLUMNS = (
    Column(Label.DOCUMENT, 50),
    Column(Name.CONCEPT, 28),
    Column(Name.CATEGORY, 18),
    Column(Name.WORDS_FOUND, 30),
    Column(Label.PLACE, 48),
    Column(Name.COUNTS, 12),
    Column(Name.REMARK, 36),
    Column(Name.LIKENESS, 11),
)
_FINDING_COLUMNS = (
    Column(Label.DOCUMENT, 36),
    Column(Label.DISCOURAGED, 24),
    Column(Name.KIND, 14),
    Column(Name.WORDS_FOUND, 26),
    Column(Label.PLACE, 40),
    Column(Label.WHY, 42),
    Column(Label.BETTER, 42),
    Column(Name.EXCUSE, 28),
)
_UNREAD_COLUMNS = (Column(Label.DOCUMENT, 48), Column(Name.HOW_MUCH, 16), Column(Name.REASON, 90))
_ABOUT_COLUMNS = (Column(Name.SUBJECT, 24), Column(Name.SAYS, 110))


def file_cell(document: DocumentResult) -> Cell:
    """Name a document by title and file, since many agencies give theirs the same title."""
    return text(document.title or "", document.path)


def documents_sheet(book: Book, report: Report) -> None:
    """Give one row to each document, with its score and the counts behind it."""
    decided = bool(report.totals.decided)
    columns = _DOCUMENT_COLUMNS + (_DECIDED_COLUMNS if decided else ())
    sheet = Sheet(book, DOCUMENTS, columns, title=report.pack.name)
    for document in report.documents:
        row = list(_document_row(document, report.pack))
        sheet.add(row + (_decided_cells(document, report.pack) if decided else []))
    sheet.finish(frozen=2)


def _document_row(document: DocumentResult, pack: Pack) -> Iterator[Cell]:
    yield text(document.agency or "")
    yield file_cell(document)
    yield text(type_name(document, pack), f"({document.type_source})")
    yield text(wording.control_line(document))
    if document.score is None:
        yield text(wording.NO_SCORE)
    else:
        yield Cell(value=document.score, look=Look.SCORE)
    unscored = wording.rating_meaning(document, pack) if document.score is None else ""
    yield text(document.rating or "", wording.held_back(document, pack), unscored)
    parts = {part.importance: part for part in shares(document, pack)}
    for importance in Importance:
        part = parts.get(importance)
        counts = (part.met, part.partly, part.missing) if part else (0, 0, 0)
        yield from (Cell(value=count) for count in counts)
    for outcome in (Outcome.UNCLEAR, Outcome.NOT_APPLICABLE):
        yield Cell(value=len(document.with_outcome(outcome)))
    yield Cell(value=len(document.faults))
    yield Cell(value=document.words)
    scored = document.score is not None and parts
    yield text(
        wording.points_line(tuple(parts.values()), pack, document.score)
        if scored and document.score is not None
        else ""
    )
    yield text(*map(wording.notice, document.notices))


def _decided_cells(document: DocumentResult, pack: Pack) -> list[Cell]:
    said = (f"{pack.checklist[item.id].title}: {line(item)}" for item in document.decisions)
    return [text(after(document)), text(*said)]


def mentions_sheet(book: Book, report: Report) -> Rows:
    """List all words that name a concept, and give the row of the first at each place."""
    sheet = Sheet(book, MENTIONS, _MENTION_COLUMNS, title=report.pack.name)
    return _listed(
        sheet,
        (
            ((number, mention.concept, mention.place), _mention_row(document, mention, report.pack))
            for number, document in enumerate(report.documents)
            for mention in document.mentions
        ),
    )


def _mention_row(document: DocumentResult, mention: Mention, pack: Pack) -> Iterator[Cell]:
    concept = pack.concepts[mention.concept]
    proposed = mention.state is State.PROPOSED
    yield file_cell(document)
    yield text(concept.term)
    yield text(concept.category)
    yield text(mention.quote)
    yield text(wording.place(mention.place))
    yield text("yes" if mention.status is Status.AFFIRMED and not proposed else "no")
    yield text(
        wording.mention_note(
            mention.status, mention.how, proposed=proposed, planned=mention.planned
        )
    )
    yield Cell(value=mention.similarity)


def discouraged_sheet(book: Book, report: Report) -> Rows:
    """List discouraged wording with better words, and give the row of the first at each place."""
    sheet = Sheet(book, DISCOURAGED, _FINDING_COLUMNS, title=report.pack.name)
    return _listed(
        sheet,
        (
            ((number, finding.id, finding.place), _finding_row(document, finding, report.pack))
            for number, document in enumerate(report.documents)
            for finding in document.discouraged
        ),
    )


def _finding_row(document: DocumentResult, finding: Finding, pack: Pack) -> Iterator[Cell]:
    known = pack.discouraged[finding.id]
    yield file_cell(document)
    yield text(known.phrase)
    yield text(known.kind)
    yield text(finding.quote)
    yield text(wording.place(finding.place))
    yield text(known.why)
    yield text(finding.prefer)
    yield text(finding.excuse if finding.excused else "")


def _listed(sheet: Sheet, entries: Iterable[tuple[Listed, Iterable[Cell]]]) -> Rows:
    """Fill a sheet with words, and give the row of the first of those that are listed alike."""
    rows: Rows = {}
    for entry, cells in entries:
        row = sheet.add(cells)
        if row is not None:
            rows.setdefault(entry, (sheet.name, row))
    sheet.finish(frozen=1)
    return rows


def unread_sheet(book: Book, report: Report) -> None:
    """List the files that could not be read, and those read only in part, with the reason."""
    sheet = Sheet(book, UNREAD, _UNREAD_COLUMNS, title=report.pack.name)
    for file in report.unread:
        sheet.add((text(file.path), text("nothing"), text(wording.sentence(file.reason))))
    for document in report.documents:
        for notice in document.notices:
            if notice.kind.hides_text:
                sheet.add((file_cell(document), text("in part"), text(wording.notice(notice))))
    for path in report.excluded:
        sheet.add(
            (text(path), text(LEFT_OUT.lower()), text(f"Excluded by {report.settings.file}."))
        )
    sheet.finish(office_wording.ALL_READ, frozen=1)


def about_sheet(book: Book, report: Report) -> None:
    """Say what the documents were compared with, and how the report is to be read."""
    sheet = Sheet(book, ABOUT, _ABOUT_COLUMNS, title=report.pack.name)
    for label, said in office_wording.about(report):
        sheet.add((text(label), text(said)))
    for outcome, meaning in office_wording.MEANINGS.items():
        sheet.add((text(wording.OUTCOMES[outcome]), text(meaning)))
    sheet.finish()
