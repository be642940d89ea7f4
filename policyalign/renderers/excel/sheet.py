"""A sheet of a workbook: a heading row that stays in sight, and rows of cells below it."""

from __future__ import annotations

import textwrap
from dataclasses import dataclass
from enum import StrEnum
from typing import TYPE_CHECKING, Any, NamedTuple

from policyalign.renderers import office_wording
from policyalign.renderers.plain import FORMULA, plain

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from xlsxwriter import Workbook
    from xlsxwriter.format import Format

# What a sheet and a cell of Excel hold; a cell counts in units of UTF-16.
MOST_ROWS = 1_048_576
MOST_LINKS = 65_530
MOST_UNITS = 32_767

_A3 = 8
# Heights in points; a row cannot be higher than the last.
_LINE = 13.5
_PADDING = 3
_HIGHEST = 409
_ENOUGH = 4000
_FRAME = {
    "font_name": "Calibri",
    "font_size": 10,
    "text_wrap": True,
    "valign": "top",
    "border": 1,
    "border_color": "#BFBFBF",
}


class Look(StrEnum):
    """How a cell looks. Colour is never the only sign: a word always says the same."""

    TEXT = "text"
    HEADING = "heading"
    MISSING = "missing"
    PARTLY = "partly"
    UNCLEAR = "unclear"
    SCORE = "score"
    LINK = "link"
    ENTRY = "entry"
    DATE = "date"
    DAY = "day"


_LOOKS: dict[Look, dict[str, Any]] = {
    Look.TEXT: {},
    Look.HEADING: {"bold": True, "font_color": "#FFFFFF", "bg_color": "#1F3864"},
    Look.MISSING: {"bg_color": "#F8D7DA"},
    Look.PARTLY: {"bg_color": "#FFF3CD"},
    Look.UNCLEAR: {"bg_color": "#E7E6E6"},
    Look.SCORE: {"num_format": "0.0"},
    Look.LINK: {"font_color": "#0563C1", "underline": 1},
    Look.ENTRY: {"bg_color": "#F2F8EE"},
    Look.DAY: {"num_format": "dd/mm/yyyy"},
    Look.DATE: {"bg_color": "#F2F8EE", "num_format": "dd/mm/yyyy"},
}


class Column(NamedTuple):
    """A heading and a width in letters."""

    heading: str
    width: int


@dataclass(frozen=True, slots=True, kw_only=True)
class Cell:
    """What a cell shows and how; ``to`` is the sheet and the row (from 1) that it leads to."""

    value: str | float | None
    look: Look = Look.TEXT
    to: tuple[str, int] | None = None


def text(*parts: str, look: Look = Look.TEXT) -> Cell:
    """Give a cell with each part that says something on a line of its own."""
    return Cell(value="\n".join(filter(None, map(plain, parts))), look=look)


class Book:
    """A workbook and the looks of its cells."""

    def __init__(self, workbook: Workbook) -> None:
        self.workbook = workbook
        self._looks: dict[tuple[Look, bool], Format] = {
            (look, quoted): workbook.add_format({**_FRAME, **own, "quote_prefix": quoted})
            for look, own in _LOOKS.items()
            for quoted in (False, True)
        }

    def look(self, look: Look, shown: str = "") -> Format:
        """Give the format of a cell that shows this text.

        Excel keeps text that begins like a formula as text until somebody edits the cell; the
        quote prefix makes that hold afterwards too.
        """
        return self._looks[look, shown.startswith(FORMULA)]


class Sheet:
    """One sheet; rows are added from the top. Call ``finish`` when all are there."""

    def __init__(self, book: Book, name: str, columns: Sequence[Column], *, title: str) -> None:
        self.name = name
        self._book = book
        self._columns = columns
        self._rows = 1
        self._links = 0
        self._left_out = 0
        self._sheet: Any = book.workbook.add_worksheet(name)
        self._set_up_page(title)
        for number, column in enumerate(columns):
            self._sheet.set_column(number, number, column.width)
            self._write(0, number, Cell(value=column.heading, look=Look.HEADING))
        deepest = max(_lines(column.heading, column.width) for column in columns)
        # Beside its words a heading has the arrow of the filter.
        self._sheet.set_row(0, (deepest + 1) * _LINE)

    def add(self, cells: Iterable[Cell]) -> int | None:
        """Add a row and give its number, counted from 1; ``None`` where the sheet is full."""
        if self._rows >= MOST_ROWS - 1:  # the last row is kept to say so
            self._left_out += 1
            return None
        cells = tuple(cells)
        for number, cell in enumerate(cells):
            self._write(self._rows, number, cell)
        widths = (column.width for column in self._columns)
        self._sheet.set_row(self._rows, height((cell.value for cell in cells), widths))
        self._rows += 1
        return self._rows

    def finish(self, nothing: str = "", *, frozen: int = 0) -> None:
        """Set filter and fixed panes; ``nothing`` is said where no row was added."""
        if self._left_out:
            self._write(self._rows, 0, text(office_wording.left_out(self._left_out)))
        elif self._rows == 1 and nothing:
            self._sheet.merge_range(
                1, 0, 1, len(self._columns) - 1, plain(nothing), self._book.look(Look.TEXT)
            )
        last = max(self._rows - 1, 1)
        self._sheet.autofilter(0, 0, last, len(self._columns) - 1)
        self._sheet.freeze_panes(1, frozen)

    def allow(self, heading: str, rule: dict[str, Any]) -> None:
        """Allow only some entries in the cells below a heading, in all rows added so far."""
        column = [known.heading for known in self._columns].index(heading)
        if self._rows > 1:
            self._sheet.data_validation(1, column, self._rows - 1, column, rule)

    def _set_up_page(self, title: str) -> None:
        sheet = self._sheet
        sheet.set_landscape()
        sheet.set_paper(_A3)
        sheet.set_margins(left=0.4, right=0.4, top=0.7, bottom=0.6)
        sheet.fit_to_pages(1, 0)
        sheet.repeat_rows(0)
        # An ampersand begins a code in a header, and a header holds 255 letters.
        shown = plain(f"{self.name} – {title}")[:100].replace("&", "&&")
        sheet.set_header(f"&L{shown}")
        sheet.set_footer("&RPage &P of &N")

    def _write(self, row: int, column: int, cell: Cell) -> None:
        shown = fitted(cell.value) if isinstance(cell.value, str) else ""
        look = self._book.look(cell.look, shown)
        if isinstance(cell.value, float | int):
            self._sheet.write_number(row, column, cell.value, look)
        elif not shown:
            self._sheet.write_blank(row, column, None, look)
        elif cell.to and self._links < MOST_LINKS:
            sheet, target = cell.to
            self._links += 1
            self._sheet.write_url(row, column, f"internal:'{sheet}'!A{target}", look, shown)
        else:
            self._sheet.write_string(row, column, shown, look)


def height(
    values: Iterable[str | float | None], widths: Iterable[int], *, line: float = _LINE
) -> float:
    """Give the height in points of a row with these values in columns of these widths in letters.

    Not every program makes a row as high as its text by itself. ``line`` is the height of one line.
    """
    lines = max(map(_lines, values, widths), default=1)
    return min(lines * line + _PADDING, _HIGHEST)


def _lines(value: str | float | None, width: int) -> int:
    """Count the lines that a value takes in a column of this many letters."""
    if not isinstance(value, str):
        return 1
    # Columns are measured in letters of 11 points, and cells written in 10.
    room = int(width * 1.12)
    # No row shows more than some thirty lines, so the rest of a long text need not be wrapped.
    return sum(
        1 if len(line) <= room else len(textwrap.wrap(line, room))
        for line in value[:_ENOUGH].split("\n")
    )


def fitted(shown: str) -> str:
    """Cut a text that a cell cannot hold, and say so at its end."""
    if _units(shown) <= MOST_UNITS:
        return shown
    room = MOST_UNITS - _units(office_wording.CUT)
    # Half of a letter that takes two units is dropped.
    kept = shown.encode("utf-16-le")[: 2 * room].decode("utf-16-le", errors="ignore")
    return kept + office_wording.CUT


def _units(shown: str) -> int:
    return len(shown.encode("utf-16-le")) // 2
