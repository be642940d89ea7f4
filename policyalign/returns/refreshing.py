"""Bring the automatic side of a return up to date, and leave all that people did as it is."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, replace
from datetime import date

from policyalign.errors import InputError
from policyalign.model.pack import Pack
from policyalign.model.report import Report
from policyalign.model.returns import Return, ReturnedDocument, Row
from policyalign.renderers import form_wording, return_record, return_wording
from policyalign.renderers.excel.sheet import height
from policyalign.renderers.plain import plain
from policyalign.renderers.return_layout import (
    COLUMNS,
    COMPARED,
    DOCUMENT_COLUMNS,
    DOCUMENTS,
    LAST_READ,
    READ,
    START,
    Column,
    Whose,
    document_cells,
    item_cells,
    unread_cells,
)
from policyalign.renderers.return_record import Record
from policyalign.renderers.wording import OUTCOMES, day
from policyalign.returns.answered import Answered
from policyalign.returns.cells import read_cells
from policyalign.returns.making import make_return
from policyalign.returns.patching import Patch
from policyalign.returns.reading import Filled
from policyalign.returns.workbook import Workbook


@dataclass(frozen=True, slots=True, kw_only=True)
class Refreshed:
    """A refreshed workbook, and a sentence on each thing that is different now."""

    data: bytes
    made: Return
    changes: tuple[str, ...]


def refresh(filled: Filled, report: Report, *, made: date) -> Refreshed:
    """Put the findings of a new report into a return that somebody has begun to fill in.

    Only cells that the program filled are changed. Items that the pack has since got are added
    below the others; those that it no longer has stay, and are marked. ``made`` is the day on which
    the documents were read. Raises ``InputError`` if the return was made with another pack.
    """
    before = filled.record
    record = renewed(filled, report, made=made)
    refreshing = _Refreshing(filled, record)
    refreshing.items()
    refreshing.documents(report.pack)
    refreshing.start(report.pack)
    refreshing.record()
    answers = {row.item: row.answer for row in filled.made.rows}
    rows = (replace(r, answer=answers.get(r.item, r.answer)) for r in record.made.rows)
    return Refreshed(
        data=refreshing.data(),
        made=replace(record.made, rows=tuple(rows)),
        changes=(*changes(before, record), *_rows_back(filled, record)),
    )


def _rows_back(filled: Filled, record: Record) -> Iterator[str]:
    """Name the questions whose rows somebody had taken away."""
    known = {row.item for row in filled.record.made.rows}
    for row in record.made.rows:
        if row.item in known and not filled.rows.get(row.item):
            yield form_wording.put_back(row.title)


def renewed(filled: Answered, report: Report, *, made: date) -> Record:
    """Give what the program is to know of a return after the documents were read again.

    Raises ``InputError`` if the return was made with another pack.
    """
    before, pack = filled.record, report.pack
    if pack.id != before.made.pack:
        raise InputError(
            f"The return was made with the pack {before.made.pack}, not with {pack.id}. "
            "Name its pack with --pack."
        )
    agency = filled.made.agency
    now = make_return(report, made=made, agency=agency, labels=before.made.labels)
    return with_gone(now, before, pack)


def with_gone(now: Return, before: Record, pack: Pack) -> Record:
    """Keep the rows of items that the pack no longer has: somebody may have answered them."""
    asked = {row.item for row in now.rows}
    gone = tuple(row for row in before.made.rows if row.item not in asked)
    return Record(
        made=replace(now, rows=(*now.rows, *gone)),
        fingerprint=pack.fingerprint,
        gone=frozenset(row.item for row in gone),
    )


class _Refreshing:
    """The parts of a workbook while their cells are changed."""

    def __init__(self, filled: Filled, record: Record) -> None:
        self._filled = filled
        self._book: Workbook = filled.book
        self._record = record
        self._patches: dict[str, Patch] = {}

    def items(self) -> None:
        """Change the findings in the rows of the items, and add rows for those that have none."""
        table = self._filled.table
        patch = self._patch(table.part, Patch(table.root))
        last = max((max(numbers) for numbers in self._filled.rows.values()), default=table.heading)
        end = max(table.grid, default=table.heading)
        for row in self._record.made.rows:
            numbers = self._filled.rows.get(row.item, ())
            cells = item_cells(row, note_on(row, self._filled.record, self._record))
            if not numbers:
                end += 1
                patch.like(end, last)
                numbers = (end,)
            for number in numbers:
                _fill(patch, number, table.columns, cells, COLUMNS)
        patch.reach(end if end > max(table.grid, default=0) else 0)

    def documents(self, pack: Pack) -> None:
        """Change the list of documents by their names; those that are gone are marked."""
        if DOCUMENTS not in self._book.sheets:
            return
        part = self._book.sheets[DOCUMENTS]
        root = self._book.tree(part)
        grid = read_cells(root, self._book)
        patch = self._patch(part, Patch(root))
        columns = {column.key: at for at, column in enumerate(DOCUMENT_COLUMNS, start=1)}
        known = {row[1].text: number for number, row in grid.items() if number > 1 and 1 in row}
        end = last = max(grid, default=1)
        for cells in _document_rows(self._record.made, pack):
            number = known.pop(cells["path"], 0)
            if not number:
                end += 1
                number = end
                patch.like(number, last)
            _fill(patch, number, columns, cells, DOCUMENT_COLUMNS)
        for number in known.values():
            patch.set(number, columns["state"], return_wording.GONE_DOCUMENT)
        patch.reach(end)

    def start(self, pack: Pack) -> None:
        """Change what the first sheet says of documents and pack."""
        if START not in self._book.sheets:
            return
        part = self._book.sheets[START]
        root = self._book.tree(part)
        patch = self._patch(part, Patch(root))
        made = self._record.made
        said = {
            LAST_READ: day(made.made.isoformat()),
            READ: return_wording.documents_read(made),
            COMPARED: return_wording.compared_with(pack),
        }
        for row, cells in read_cells(root, self._book).items():
            for column, value in cells.items():
                if value.text in said:
                    patch.set(row, column + 1, plain(said[value.text]))

    def record(self) -> None:
        """Write the hidden record anew, below the words for the ratings."""
        part = self._book.sheets[self._filled.data_sheet]
        root = self._book.tree(part)
        patch = self._patch(part, Patch(root))
        first = len(self._record.made.labels) + 1
        patch.clear(range(first, max(read_cells(root, self._book), default=0) + 1))
        for row, texts in enumerate(return_record.cells(self._record), start=first):
            for column, text in enumerate(texts, start=1):
                patch.set(row, column, text)

    def data(self) -> bytes:
        """Give the workbook."""
        changed: dict[str, bytes | None] = {
            part: patch.done() for part, patch in self._patches.items()
        }
        if any(patch.formulas_lost for patch in self._patches.values()):
            changed.update(self._book.without_chain())
        return self._book.with_parts(changed)

    def _patch(self, part: str, patch: Patch) -> Patch:
        self._patches[part] = patch
        return patch


def note_on(row: Row, before: Record, now: Record) -> str:
    """Say beside the finding of an item what is new about it; empty for nothing."""
    known = next((one for one in before.made.rows if one.item == row.item), None)
    if row.item in now.gone:
        return return_wording.GONE_ITEM
    if known is None or row.item in before.gone:
        return return_wording.NEW_ITEM
    if known.finding.outcome is row.finding.outcome:
        return ""
    return return_wording.was(known.finding.outcome)


def _fill(
    patch: Patch,
    row: int,
    columns: Mapping[str, int],
    cells: Mapping[str, str],
    layout: tuple[Column, ...],
) -> None:
    """Put the program's words into a row, as far as its columns are still there."""
    for column in layout:
        if column.whose is Whose.PROGRAM and column.key in columns:
            patch.set(row, columns[column.key], cells.get(column.key, ""))
    said = (cells.get(column.key) for column in layout)
    patch.grow(row, height(said, (column.width for column in layout)))


def _document_rows(made: Return, pack: Pack) -> Iterator[dict[str, str]]:
    for document in made.documents:
        kind = pack.types.get(document.type)
        yield document_cells(document, kind.name if kind else document.type)
    yield from map(unread_cells, made.unread)


def changes(before: Record, now: Record) -> Iterator[str]:
    """Say what is different, documents first."""
    yield from _changed_documents(before.made, now.made)
    old = {row.item: row for row in before.made.rows}
    others = 0
    for row in now.made.rows:
        known = old.get(row.item)
        if row.item in now.gone:
            if row.item not in before.gone:
                yield f"“{row.title}” is no longer asked. Its row was kept."
        elif known is None or row.item in before.gone:
            yield f"“{row.title}” is a new question."
        elif known.finding.outcome is not row.finding.outcome:
            yield (
                f"“{row.title}” was {OUTCOMES[known.finding.outcome]} and is now "
                f"{OUTCOMES[row.finding.outcome]}."
            )
        elif known.finding != row.finding:
            others += 1
    if others:
        yield f"With the same finding, other evidence or counts of documents: {others}."


def _changed_documents(before: Return, now: Return) -> Iterator[str]:
    old = {document.path: document for document in before.documents}
    new = {document.path: document for document in now.documents}
    for path, document in new.items():
        if path not in old:
            yield f"New: {path}."
        elif _is_revised(old[path], document):
            yield f"Revised: {path}."
    yield from (f"Gone: {path}." for path in old if path not in new)
    yield from (f"Not read: {one}." for one in now.unread if one not in before.unread)


def _is_revised(old: ReturnedDocument, new: ReturnedDocument) -> bool:
    return old.sha256 != new.sha256
