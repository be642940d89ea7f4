"""Read a return back that people have filled in: what they said, and what is odd about it."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field, replace
from pathlib import Path

from policyalign.errors import InputError
from policyalign.model.returns import Return, Row
from policyalign.renderers import return_record
from policyalign.renderers.return_layout import AGENCY, DATA, START
from policyalign.renderers.return_record import Record
from policyalign.returns.answered import Spot
from policyalign.returns.answers import read_answer
from policyalign.returns.cells import place, read_cells
from policyalign.returns.entries import folded
from policyalign.returns.problems import Problem, Severity
from policyalign.returns.table import Table, find_table
from policyalign.returns.tampering import changed_cells
from policyalign.returns.workbook import Workbook, open_workbook


@dataclass(frozen=True, slots=True, kw_only=True)
class Filled:
    """A return that came back, and where in its workbook everything stands.

    ``rows`` are the numbers of the rows of each item, of which the first was read; ``table`` is
    the sheet they stand in, and ``data_sheet`` names the hidden one. ``problems`` are those met
    while it was read.
    """

    made: Return
    record: Record
    table: Table
    book: Workbook
    rows: Mapping[str, tuple[int, ...]]
    data_sheet: str
    problems: tuple[Problem, ...] = field(default=())

    @property
    def agency_spot(self) -> Spot:
        """Where the agency is named."""
        return Spot(START, start_cell(self.book, AGENCY), 0)

    def holds(self, item: str) -> bool:
        """Tell whether an item still has a row."""
        return bool(self.rows.get(item))

    def spot(self, item: str, key: str) -> Spot:
        """Tell where a field of an item that has a row stands."""
        number = self.rows[item][0]
        return Spot(self.table.sheet, self.table.cell(number, key), number)

    def typed(self, item: str, key: str) -> str:
        """Give what stands in a field, whether or not anything could be made of it."""
        return self.table.text(self.rows[item][0], key)


def read_filled(path: Path) -> Filled:
    """Read a return with all that is needed to check and to refresh it.

    Raises ``InputError`` with one sentence for a file that cannot be read as a return.
    """
    try:
        return _read(open_workbook(path))
    except InputError as problem:
        raise InputError(f"{path}: {problem}.") from problem


def _read(book: Workbook) -> Filled:
    data_sheet, record = _record(book)
    table = find_table(book)
    if table is None:
        raise InputError(
            "has no sheet with the headings of a return. Restore the row of headings, or ask for "
            "a new file and copy your answers into it"
        )
    rows = _rows_of_items(table, record.made)
    answered = tuple(_answered(row, rows, table, book, record) for row in record.made.rows)
    agency = _agency(book)
    problems = sorted(table.problems, key=lambda problem: problem.row)
    if agency is None:
        problems.insert(0, Problem(severity=Severity.NOTE, sheet=START, sentence=_NO_START))
    made = replace(record.made, rows=answered, agency=agency or record.made.agency)
    return Filled(
        made=made,
        record=record,
        table=table,
        book=book,
        rows=rows,
        data_sheet=data_sheet,
        problems=tuple(problems),
    )


_NO_START = "The cell for the agency was not found. The name that the return was made for counts."


def _record(book: Workbook) -> tuple[str, Record]:
    """Read the hidden record, from its own sheet or, under another name, the last that has one."""
    for name in sorted(book.sheets, key=lambda name: name == DATA, reverse=True):
        grid = read_cells(book.tree(book.sheets[name]), book)
        texts = (
            tuple(row[column].text for column in sorted(row))
            for _, row in sorted(grid.items())
            if 1 in row
        )
        rows = list(texts)
        if rows and rows[0][0] == "return":
            return name, return_record.read(rows)
    raise InputError(
        "is no return that policyalign made, or its hidden sheet was deleted. Ask for a new file "
        "and copy your answers into it"
    )


def _rows_of_items(table: Table, made: Return) -> dict[str, tuple[int, ...]]:
    """Tell in which rows each item stands now, by its reference; note what fits none."""
    known = {row.item: row for row in made.rows}
    by_reference = {folded(item): item for item in known}
    by_title = {folded(row.title): row.item for row in made.rows}
    found: dict[str, tuple[int, ...]] = {}
    for number in sorted(row for row in table.grid if row > table.heading):
        item = table.text(number, "item")
        item = by_reference.get(folded(item), item)  # a program may have set a capital
        if not item and any(table.text(number, key) for key in table.columns):
            item = by_title.get(folded(table.text(number, "title")), "")
            _note_no_reference(table, number, known.get(item))
        elif item and item not in known:
            table.note(
                Severity.ODD,
                f"No question has the reference “{item}”; this row was not read. If it is a "
                "question of yours, keep it on a sheet of its own.",
                number,
                "item",
            )
        if item in known:
            found[item] = (*found.get(item, ()), number)
            if len(found[item]) > 1:
                table.note(
                    Severity.ODD,
                    f"“{known[item].title}” stands in row {found[item][0]} already, which was "
                    "read; this row was not. Move what you need and delete one of them.",
                    number,
                    "item",
                )
    return found


def _note_no_reference(table: Table, number: int, row: Row | None) -> None:
    if row is None:
        table.note(
            Severity.NOTE,
            "This row has words but no reference, so it belongs to no question and was not read.",
            number,
            "item",
        )
    else:
        table.note(
            Severity.ODD,
            f"The reference is missing. By its title the row was read as “{row.title}” "
            f"({row.item}); put that back.",
            number,
            "item",
        )


def _answered(
    row: Row, rows: Mapping[str, tuple[int, ...]], table: Table, book: Workbook, record: Record
) -> Row:
    numbers = rows.get(row.item)
    if not numbers:
        if row.item not in record.gone:
            table.note(
                Severity.ODD,
                f"The row of “{row.title}” ({row.item}) is gone. Refresh the return to get it "
                "back.",
            )
        return row
    changed_cells(table, numbers[0], row)
    return replace(row, answer=read_answer(table, numbers[0], book, record.made.labels))


def _agency(book: Workbook) -> str | None:
    """Give the name in the cell after the word for it; ``None`` where that is not found."""
    for _, _, text in _labelled(book, AGENCY):
        return text
    return None


def _labelled(book: Workbook, label: str) -> Iterator[tuple[int, int, str]]:
    """Give the places on the first sheet after this label, and what stands there."""
    if START not in book.sheets:
        return
    grid = read_cells(book.tree(book.sheets[START]), book)
    for row, cells in sorted(grid.items()):
        for column, value in sorted(cells.items()):
            if value.text.strip() == label:
                after = cells.get(column + 1)
                yield row, column + 1, after.text.strip() if after else ""


def start_cell(book: Workbook, label: str) -> str:
    """Give the name of the cell on the first sheet after this label, or nothing."""
    return next((place(row, column) for row, column, _ in _labelled(book, label)), "")
