"""Edit a spreadsheet in LibreOffice as a person would; run by the Python that knows UNO.

    /usr/bin/python3 uno_office.py PIPE STEPS.json

STEPS.json is a list of steps, each a name and its arguments. It needs nothing of policyalign.
"""

from __future__ import annotations

import json
import sys
import time
from pathlib import Path
from typing import Any

import uno
from com.sun.star.beans import PropertyValue
from com.sun.star.connection import NoConnectException
from com.sun.star.table import TableSortField

FILTERS = {".xlsx": "Calc MS Excel 2007 XML", ".ods": "calc8"}


def prop(name: str, value: object) -> Any:
    one = PropertyValue()
    one.Name, one.Value = name, value
    return one


def connect(pipe: str) -> Any:
    local = uno.getComponentContext()
    resolver = local.ServiceManager.createInstanceWithContext(
        "com.sun.star.bridge.UnoUrlResolver", local
    )
    for _ in range(300):
        try:
            context = resolver.resolve(f"uno:pipe,name={pipe};urp;StarOffice.ComponentContext")
            break
        except NoConnectException:
            time.sleep(0.1)
    else:
        sys.exit("LibreOffice did not start")
    return context.ServiceManager.createInstanceWithContext("com.sun.star.frame.Desktop", context)


class Editor:
    def __init__(self, desktop: Any) -> None:
        self.desktop = desktop
        self.book: Any = None

    def sheet(self, name: str) -> Any:
        return self.book.Sheets.getByName(name)

    def open(self, path: str) -> None:
        url = Path(path).as_uri()
        self.book = self.desktop.loadComponentFromURL(url, "_blank", 0, ())

    def save(self, path: str) -> None:
        kind = prop("FilterName", FILTERS[Path(path).suffix])
        self.book.storeToURL(Path(path).as_uri(), (kind,))

    def close(self) -> None:
        self.book.close(True)

    def type(self, sheet: str, cell: str, words: str) -> None:
        """Enter words as the keyboard does: figures and dates become numbers."""
        self.sheet(sheet).getCellRangeByName(cell).setFormula(words)

    def date(self, sheet: str, cell: str, days: float) -> None:
        self.sheet(sheet).getCellRangeByName(cell).setValue(days)

    def text(self, sheet: str, cell: str, words: str) -> None:
        self.sheet(sheet).getCellRangeByName(cell).setString(words)

    def note(self, sheet: str, cell: str, words: str) -> None:
        place = self.sheet(sheet).getCellRangeByName(cell).CellAddress
        self.sheet(sheet).Annotations.insertNew(place, words)

    def unprotect(self, sheet: str) -> None:
        self.sheet(sheet).unprotect("")

    def hide_column(self, sheet: str, letter: str) -> None:
        self.sheet(sheet).Columns.getByName(letter).IsVisible = False

    def width(self, sheet: str, letter: str, hundredths: int) -> None:
        self.sheet(sheet).Columns.getByName(letter).Width = hundredths

    def add_sheet(self, name: str) -> None:
        self.book.Sheets.insertNewByName(name, self.book.Sheets.Count)

    def insert_column(self, sheet: str, index: int) -> None:
        self.sheet(sheet).Columns.insertByIndex(index, 1)

    def delete_row(self, sheet: str, number: int) -> None:
        self.sheet(sheet).Rows.removeByIndex(number - 1, 1)

    def copy_row(self, sheet: str, source: int, target: int, last: str) -> None:
        one = self.sheet(sheet)
        place = one.getCellRangeByName(f"A{target}").CellAddress
        one.copyRange(place, one.getCellRangeByName(f"A{source}:{last}{source}").RangeAddress)

    def rename(self, sheet: str, name: str) -> None:
        self.sheet(sheet).Name = name

    def sort(self, sheet: str, cells: str, column: int, order: str) -> None:
        field = TableSortField()
        field.Field, field.IsAscending = column, order == "ascending"
        fields = uno.Any("[]com.sun.star.table.TableSortField", (field,))
        self.sheet(sheet).getCellRangeByName(cells).sort(
            (prop("SortFields", fields), prop("ContainsHeader", False))
        )


def main(pipe: str, steps: str) -> None:
    desktop = connect(pipe)
    editor = Editor(desktop)
    try:
        for name, *arguments in json.loads(Path(steps).read_text(encoding="utf-8")):
            getattr(editor, name)(*arguments)
    finally:
        desktop.terminate()


main(*sys.argv[1:])
