"""Find the table of questions in a workbook again, wherever people moved its sheet and columns."""

from __future__ import annotations

import difflib
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field

from policyalign.renderers.return_layout import COLUMNS, HEADING_OF, ITEMS, Whose
from policyalign.returns.cells import Grid, place, read_cells
from policyalign.returns.entries import folded
from policyalign.returns.problems import Problem, Severity
from policyalign.returns.workbook import Element, Workbook

# Headings are looked for in this many rows; people may put a title above them.
_MOST_ABOVE = 60
_LEAST_HEADINGS = 3


@dataclass(slots=True, kw_only=True)
class Table:
    """The table of questions as it stands in a workbook that came back.

    ``columns`` tells where each known column stands now, and ``heading`` in which row the headings
    are; both are counted from 1. ``root`` is the part that the sheet is.
    """

    sheet: str
    part: str
    root: Element
    grid: Grid
    heading: int
    columns: Mapping[str, int]
    problems: list[Problem] = field(default_factory=list)

    def note(self, severity: Severity, sentence: str, row: int = 0, key: str = "") -> None:
        """Keep a problem, with the cell of this row and column if they are known."""
        cell = self.cell(row, key)
        self.problems.append(
            Problem(sentence=sentence, severity=severity, sheet=self.sheet, cell=cell, row=row)
        )

    def cell(self, row: int, key: str) -> str:
        """Give the name of the cell of this row and column, or nothing where there is none."""
        column = self.columns.get(key, 0)
        return place(row, column) if row and column else ""

    def text(self, row: int, key: str) -> str:
        """Give the text of a cell, without the blanks around it."""
        value = self.grid.get(row, {}).get(self.columns.get(key, 0))
        return value.text.strip() if value else ""


def find_table(book: Workbook) -> Table | None:
    """Find the sheet that has the headings, first under its own name; ``None`` if none has."""
    for name in sorted(book.sheets, key=lambda name: name != ITEMS):
        root = book.tree(book.sheets[name])
        grid = read_cells(root, book)
        heading = _heading_row(grid)
        if heading is None:
            continue
        columns, said = _columns(grid[heading])
        table = Table(
            sheet=name, part=book.sheets[name], root=root, grid=grid, heading=heading,
            columns=columns,
        )  # fmt: skip
        if name != ITEMS:
            table.note(Severity.NOTE, f"The sheet “{ITEMS}” has another name now; it was read.")
        for severity, sentence, column in said:
            table.problems.append(
                Problem(
                    sentence=sentence,
                    severity=severity,
                    sheet=name,
                    cell=place(heading, column) if column else "",
                    row=heading,
                )
            )
        return table
    return None


def _heading_row(grid: Grid) -> int | None:
    known = {folded(heading) for heading in HEADING_OF.values()}
    for row in sorted(grid)[:_MOST_ABOVE]:
        said = {folded(value.text) for value in grid[row].values()}
        if len(said & known) >= _LEAST_HEADINGS:
            return row
    return None


_Said = tuple[Severity, str, int]


def _columns(cells: Mapping[int, object]) -> tuple[dict[str, int], list[_Said]]:
    """Tell where each column stands, and what is odd about the headings."""
    texts = {column: getattr(value, "text", "") for column, value in sorted(cells.items())}
    keys = {folded(column.heading): column.key for column in COLUMNS}
    found: dict[str, int] = {}
    strangers: dict[int, str] = {}
    said: list[_Said] = []
    for column, text in texts.items():
        key = keys.get(folded(text))
        if key is None:
            strangers[column] = text.strip()
        elif key in found:
            said.append((Severity.ODD, f"Two columns are headed “{text}”; the first was read.",
                         column))  # fmt: skip
        else:
            found[key] = column
    said += _adopt(found, strangers)
    said += [
        (Severity.NOTE, f"The column “{text}” is not part of the return and was not read.", column)
        for column, text in strangers.items()
        if text
    ]
    places = [found[column.key] for column in COLUMNS if column.key in found]
    if places != sorted(places):
        said.append((Severity.NOTE, "Columns were moved. They were read by their headings.", 0))
    return found, said


def _adopt(found: dict[str, int], strangers: dict[int, str]) -> Iterator[_Said]:
    """Take columns with other headings for those that are missing, where that can be seen."""
    for number, column in enumerate(COLUMNS):
        if column.key in found:
            continue
        at = _renamed(number, found, strangers)
        if at is not None:
            found[column.key] = at
            name = strangers.pop(at)
            yield (
                Severity.NOTE,
                f"The column “{name}” was read as “{column.heading}”, which it was called.",
                at,
            )
        else:
            entered = column.whose is not Whose.PROGRAM
            lost = "; nothing was read for it" if entered else ""
            yield Severity.ODD, f"The column “{column.heading}” is missing{lost}.", 0


def _renamed(number: int, found: Mapping[str, int], strangers: Mapping[int, str]) -> int | None:
    heading = COLUMNS[number].heading
    near = difflib.get_close_matches(heading, strangers.values(), n=1, cutoff=0.7)
    if near:
        return next(at for at, text in strangers.items() if text == near[0])
    if COLUMNS[number].whose is Whose.PROGRAM and COLUMNS[number].key != "item":
        # A refresh writes there, and it may be a column that somebody put in its place. Of the
        # reference no more is written than stands there.
        return None
    before = found.get(COLUMNS[number - 1].key) if number else 0
    after = found.get(COLUMNS[number + 1].key) if number + 1 < len(COLUMNS) else None
    if before is None or before + 1 not in strangers:
        return None
    # It stands just where the missing one stood.
    return before + 1 if after in {None, before + 2} else None
