"""Put into a filled-in form what its documents show now, and leave all else as it is.

The words of the program are changed in the bytes of the main part, and the record in its part. No
other byte of the file changes, and nothing that somebody wrote.
"""

from __future__ import annotations

from dataclasses import dataclass, replace
from pathlib import Path

from policyalign.model.pack import Pack
from policyalign.model.returns import Return, Row
from policyalign.readers.word.markup import Element
from policyalign.renderers import form_wording, return_wording
from policyalign.renderers.return_record import Record
from policyalign.returns.form import blocks
from policyalign.returns.form.cells import PARAGRAPH, TABLE, marks_in, rows_of, text_of
from policyalign.returns.form.fields import DOCUMENTS_MARK
from policyalign.returns.form.held import held, names_of
from policyalign.returns.form.items import Found, found_in
from policyalign.returns.form.opening import Form, open_form
from policyalign.returns.form.places import Places
from policyalign.returns.form.programs_words import is_unchanged
from policyalign.rewriting.zip_copy import copied


@dataclass(frozen=True, slots=True, kw_only=True)
class Refreshed:
    """The bytes of a form with what the documents show now, and what is new, in sentences."""

    data: bytes
    changes: tuple[str, ...]


def refresh_form(path: Path, fresh: Return, pack: Pack) -> Refreshed:
    """Give a filled-in form anew, with the findings of ``fresh`` in place of those in it.

    ``pack`` is the one that ``fresh`` was made with. Raises ``ReadError`` if there is no such form
    or if it cannot be copied whole.
    """
    form = open_form(path)
    refreshing = _Refreshing(form, fresh)
    refreshing.renew(pack)
    part = held(refreshing.record(pack))
    main = form.package.names[form.package.main.lower()].filename
    changed = {main: refreshing.places.written(), **dict.fromkeys(names_of(form.package), part)}
    data = copied(form.data, changed, marked=False)
    return Refreshed(data=data, changes=tuple(refreshing.changes))


class _Refreshing:
    """One form being made new; ``places`` and ``changes`` grow."""

    def __init__(self, form: Form, fresh: Return) -> None:
        self.places = Places(form.root, form.main)
        self.changes: list[str] = []
        self._root, self._old, self._fresh = form.root, form.record.made, fresh
        self._new = {row.item: row for row in fresh.rows}
        self._found = list(found_in(form.root, self._old.rows))
        self._gone = tuple(row for row in self._old.rows if row.item not in self._new)
        self._known_gone = form.record.gone

    def renew(self, pack: Pack) -> None:
        """Put everything in its place."""
        self._renew_front(pack)
        self._say_what_is_new()
        for found in self._found:
            if found.row is not None:
                self._renew_item(found, found.row)
        self._say_what_is_missing()
        self._add_items()

    def record(self, pack: Pack) -> Record:
        """Give what the form holds now: who filled it in, and in which words, is as it was."""
        rows = (*self._fresh.rows, *self._gone)
        made = replace(self._fresh, agency=self._old.agency, labels=self._old.labels, rows=rows)
        gone = frozenset(row.item for row in self._gone)
        return Record(made=made, fingerprint=pack.fingerprint, gone=gone)

    def _renew_front(self, pack: Pack) -> None:
        for found in self._found:
            for label, said in blocks.about(self._fresh, pack) if found.row is None else ():
                if label in found.others:
                    self.places.set_text(found.others[label], said)
        before, now = blocks.documents_table(self._old), blocks.documents_table(self._fresh)
        tables = [table for table in self._root.iter(TABLE) if _is_of_documents(table)]
        if tables and is_unchanged(tables[0], text_of(before)):
            self.places.replace(tables[0], now)
        else:
            said = form_wording.left(return_wording.TITLE, form_wording.DOCUMENTS)
            self.changes.append(said)

    def _renew_item(self, found: Found, row: Row) -> None:
        new = self._new.get(row.item)
        if new is None:
            note = return_wording.GONE_ITEM
        else:
            changed = new.finding.outcome != row.finding.outcome
            note = return_wording.was(row.finding.outcome) if changed else ""
            self._renew_heading(found.table, row, new)
        before = (form_wording.QUESTION, row.question), *blocks.automatic(row)
        new = new or row
        now = (form_wording.QUESTION, new.question), *blocks.automatic(new, note)
        for (label, old), (_, said) in zip(before, now, strict=True):
            cell = found.others.get(label)
            if cell is None or not is_unchanged(cell, old):
                self.changes.append(form_wording.left(row.title, label))
            elif text_of(cell) != said:
                self.places.set_text(cell, said)

    def _renew_heading(self, table: Element, row: Row, new: Row) -> None:
        heading = table.getprevious()
        is_there = heading is not None and heading.tag == PARAGRAPH
        if new.title != row.title and is_there and is_unchanged(heading, row.title):
            self.places.set_text(heading, new.title)

    def _say_what_is_new(self) -> None:
        self.changes += _documents_changed(self._old, self._fresh)
        quotes = 0
        for row in self._old.rows:
            new = self._new.get(row.item)
            if new is None:
                if row.item not in self._known_gone:
                    self.changes.append(form_wording.gone_item(row.title))
            elif new.finding.outcome != row.finding.outcome:
                outcomes = row.finding.outcome, new.finding.outcome
                self.changes.append(form_wording.found_otherwise(row.title, *outcomes))
            else:
                quotes += new.finding.exhibit != row.finding.exhibit
        if quotes:
            self.changes.append(form_wording.other_evidence(quotes))

    def _say_what_is_missing(self) -> None:
        there = {found.row.item for found in self._found if found.row}
        self.changes += [
            form_wording.left(row.title, form_wording.FINDING)
            for row in self._old.rows
            if row.item not in there
        ]

    def _add_items(self) -> None:
        """Put new items after the last of their area, or a new area at the end."""
        tables = {found.row.area: found.table for found in self._found if found.row}
        known = {row.item for row in self._old.rows}
        for row in self._fresh.rows:
            if row.item in known:
                continue
            after = tables.get(row.area)
            if after is None and tables:
                after = tables[row.area] = list(tables.values())[-1]
                self.places.add_after(after, blocks.heading(row.area, 1))
            if after is not None:
                block = blocks.item_block(row, self._old.labels, return_wording.NEW_ITEM)
                self.places.add_after(after, *block)
                self.changes.append(form_wording.new_item(row.title))


def _is_of_documents(table: Element) -> bool:
    first = next((row[0] for row in rows_of(table) if row), None)
    return DOCUMENTS_MARK in marks_in(table) or (
        first is not None and text_of(first) == form_wording.STATE
    )


def _documents_changed(old: Return, fresh: Return) -> list[str]:
    before = {document.path: document.sha256 for document in old.documents}
    now = {document.path: document.sha256 for document in fresh.documents}
    both = before.keys() & now.keys()
    counts = (
        len(now.keys() - both),
        sum(before[path] != now[path] for path in both),
        len(before.keys() - both),
    )
    return [form_wording.documents_now(*counts)] if any(counts) else []
