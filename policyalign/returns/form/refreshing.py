"""Put into a filled-in form what its documents show now, and leave all else as it is.

The words of the program are changed in the bytes of the main part, and the record in its part. No
other byte of the file changes, and nothing that somebody wrote.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from datetime import date

from policyalign.errors import InputError, ReadError
from policyalign.model.pack import Pack
from policyalign.model.report import Report
from policyalign.model.returns import Row
from policyalign.readers.word.markup import Element
from policyalign.renderers import form_wording, return_wording
from policyalign.renderers.return_record import Record
from policyalign.returns.form import blocks
from policyalign.returns.form.cells import PARAGRAPH, TABLE, marks_in, rows_of, text_of
from policyalign.returns.form.fields import DOCUMENTS_MARK
from policyalign.returns.form.held import held, names_of
from policyalign.returns.form.items import Found, found_in
from policyalign.returns.form.places import Places
from policyalign.returns.form.programs_words import is_unchanged
from policyalign.returns.form.reading import FilledForm
from policyalign.returns.refreshing import Refreshed, changes, note_on, renewed
from policyalign.rewriting.zip_copy import copied


def refresh_form(filled: FilledForm, report: Report, *, made: date) -> Refreshed:
    """Put the findings of a new report into a form that somebody has begun to fill in.

    ``made`` is the day on which the documents were read. Raises ``InputError`` if the form was made
    with another pack or cannot be copied whole.
    """
    return with_record(filled, renewed(filled, report, made=made), report.pack)


def with_record(filled: FilledForm, record: Record, pack: Pack) -> Refreshed:
    """Put what the program knows now into a form; see ``refresh_form``."""
    package = filled.form.package
    try:
        refreshing = _Refreshing(filled, record)
        refreshing.renew(pack)
        main = package.names[package.main.lower()].filename
        part = held(record, refreshing.known())
        changed = {main: refreshing.places.written(), **dict.fromkeys(names_of(package), part)}
        data = copied(filled.form.data, changed, marked=False)
    except ReadError as problem:
        raise InputError(f"{filled.path} {problem}.") from problem
    answers = {row.item: row.answer for row in filled.made.rows}
    rows = tuple(replace(r, answer=answers.get(r.item, r.answer)) for r in record.made.rows)
    return Refreshed(
        data=data,
        made=replace(record.made, rows=rows),
        changes=(*changes(filled.record, record), *refreshing.left),
    )


class _Refreshing:
    """One form being made new; ``places`` and ``left``, what could not be changed, grow."""

    def __init__(self, filled: FilledForm, record: Record) -> None:
        form = filled.form
        self.places = Places(form.root, form.main)
        self.left: list[str] = []
        self._root, self._before, self._now = form.root, form.record, record
        self._labels, self._known = record.made.labels, form.known
        self._rows = {row.item: row for row in record.made.rows}
        self._found = list(found_in(form.root, form.record.made.rows))

    def renew(self, pack: Pack) -> None:
        """Put everything in its place."""
        self._renew_front(pack)
        for found in self._found:
            if found.row is not None:
                self._renew_item(found, found.row)
        self._add_items()

    def known(self) -> Iterator[str]:
        """Give the sums of all words that the program has ever put into the form."""
        rows = self._now.made.rows
        notes = {row.item: note_on(row, self._before, self._now) for row in rows}
        yield from self._known
        yield from blocks.known_words(self._now.made, notes)

    def _renew_front(self, pack: Pack) -> None:
        for found in self._found:
            for label, said in blocks.about(self._now.made, pack) if found.row is None else ():
                if label in found.others:
                    self.places.set_text(found.others[label], said)
        before = blocks.documents_table(self._before.made)
        tables = [table for table in self._root.iter(TABLE) if _is_of_documents(table)]
        if tables and is_unchanged(tables[0], text_of(before), self._known):
            self.places.replace(tables[0], blocks.documents_table(self._now.made))
        else:
            self.left.append(form_wording.left(return_wording.TITLE, form_wording.DOCUMENTS))

    def _renew_item(self, found: Found, row: Row) -> None:
        new = self._rows[row.item]
        self._renew_heading(found.table, row, new)
        note = note_on(new, self._before, self._now)
        before, now = blocks.program_rows(row), blocks.program_rows(new, note)
        for (label, old), (_, said) in zip(before, now, strict=True):
            cell = found.others.get(label)
            if cell is None or not is_unchanged(cell, old, self._known):
                self.left.append(form_wording.left(row.title, label))
            elif text_of(cell) != said:
                self.places.set_text(cell, said)

    def _renew_heading(self, table: Element, row: Row, new: Row) -> None:
        heading = table.getprevious()
        is_there = heading is not None and heading.tag == PARAGRAPH
        if new.title != row.title and is_there and is_unchanged(heading, row.title, self._known):
            self.places.set_text(heading, new.title)

    def _add_items(self) -> None:
        """Put items that are new, or were taken out, after the one that they follow."""
        tables = {found.row.item: found.table for found in self._found if found.row}
        areas = {found.row.area: found.table for found in self._found if found.row}
        if not areas:
            self.left.append(form_wording.NO_ITEMS)
            return
        before = None
        for row in self._now.made.rows:
            if row.item in tables:
                before = row
            elif row.item not in self._now.gone:
                follows = before is not None and before.area == row.area
                table = tables[before.item] if before and follows else areas.get(row.area)
                if table is None:
                    table = areas[row.area] = list(areas.values())[-1]
                    self.places.add_after(table, blocks.heading(row.area, 1))
                note = note_on(row, self._before, self._now)
                self.places.add_after(table, *blocks.item_block(row, self._labels, note))
                if note != return_wording.NEW_ITEM:
                    self.left.append(form_wording.put_back(row.title))


def _is_of_documents(table: Element) -> bool:
    first = next((row[0] for row in rows_of(table) if row), None)
    return DOCUMENTS_MARK in marks_in(table) or (
        first is not None and text_of(first) == form_wording.STATE
    )
