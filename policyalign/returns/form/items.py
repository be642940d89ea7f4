"""Find the items of a form in a document that may have been changed: which table is about what."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, field

from policyalign.model.returns import Row
from policyalign.readers.word.markup import Element
from policyalign.renderers import form_wording
from policyalign.renderers.plain import plain
from policyalign.returns.form.cells import CONTROL, TABLE, marks_in, rows_of, tag_of, text_of
from policyalign.returns.form.fields import AGENCY, FIELDS, Field, item_mark, tag

_LABELS = {entry.label.casefold(): entry for entry in (*FIELDS, AGENCY)}
_NAMES = {entry.name: entry for entry in (*FIELDS, AGENCY)}


@dataclass(frozen=True, slots=True, kw_only=True)
class Place:
    """A cell that holds a field, or a control that has been moved out of its table."""

    field: Field
    element: Element
    in_control: bool


@dataclass(frozen=True, slots=True, kw_only=True)
class Found:
    """A table about an item, with its fields and the cells of its other rows by their label."""

    row: Row | None
    table: Element
    places: list[Place] = field(default_factory=list)
    others: dict[str, Element] = field(default_factory=dict)


def found_in(root: Element, rows: Sequence[Row]) -> Iterator[Found]:
    """Give the tables of a form in their order; ``row`` is ``None`` for the one of the agency."""
    known = _Known(rows)
    for table in root.iter(TABLE):
        cells = [row for row in rows_of(table) if row]
        item = known.item(table, cells)
        found = Found(row=item, table=table)
        for first, *rest in cells:
            _take(found, first, rest)
        if item is not None or any(place.field is AGENCY for place in found.places):
            yield found


def strays_in(root: Element, rows: Sequence[Row]) -> Iterator[tuple[Row, Place]]:
    """Give the fields that stand in no table any more, which their tags still tell."""
    known = _Known(rows)
    for control in root.iter(CONTROL):
        entry, item = known.tagged(control)
        if entry and item and next(control.iterancestors(TABLE), None) is None:
            yield item, Place(field=entry, element=control, in_control=True)


class _Known:
    """The items of a form by all that tells which is which."""

    def __init__(self, rows: Sequence[Row]) -> None:
        self._marks = {item_mark(row.item): row for row in rows}
        self._tags = {tag(entry, row.item): (entry, row) for row in rows for entry in FIELDS}
        # Questions that are asked twice tell nothing.
        asked = [_folded(row.question) for row in rows]
        self._questions = {
            question: row
            for question, row in zip(asked, rows, strict=True)
            if asked.count(question) == 1
        }

    def item(self, table: Element, cells: Iterable[Sequence[Element]]) -> Row | None:
        """Tell the item of a table by its bookmark, its question or its controls."""
        for mark in marks_in(table):
            if mark in self._marks:
                return self._marks[mark]
        for first, *rest in cells:
            if text_of(first) == form_wording.QUESTION and rest:
                found = self._questions.get(_folded(text_of(rest[-1])))
                if found:
                    return found
        for control in table.iter(CONTROL):
            if found := self.tagged(control)[1]:
                return found
        return None

    def tagged(self, control: Element) -> tuple[Field | None, Row | None]:
        """Tell the field and the item of a control by its tag."""
        return self._tags.get(tag_of(control), (None, None))


def _take(found: Found, first: Element, rest: Sequence[Element]) -> None:
    """Note the row of a table: what its label or its control says it is."""
    controls = [control for cell in (first, *rest) for control in cell.iter(CONTROL)]
    label = text_of(first)
    entry = _LABELS.get(_folded(label)) or next(filter(None, map(_by_tag, controls)), None)
    last = rest[-1] if rest else first
    if entry:
        inside = any(map(_by_tag, controls)) or bool(controls)
        found.places.append(Place(field=entry, element=last, in_control=inside))
    elif rest:
        found.others.setdefault(label, last)


def _by_tag(control: Element) -> Field | None:
    return _NAMES.get(tag_of(control).partition("|")[0])


def _folded(text: str) -> str:
    return " ".join(plain(text.replace("\n", " ")).split()).casefold()
