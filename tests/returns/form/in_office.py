"""Fill a form in with LibreOffice, as somebody at its keyboard would, and save it.

Run by a Python that has the UNO bridge (Debian's python3-uno), which need not be the one that runs
the tests: ``in_office.py FORM SAVED ANSWERS``. ANSWERS is a JSON file of texts by the question and
the label of the row; whether each could be typed is printed as JSON.
"""

from __future__ import annotations

import json
import subprocess
import sys
import tempfile
import time
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import uno
from com.sun.star.beans import PropertyValue
from com.sun.star.connection import NoConnectException

# By the question and the label of the row.
Answers = dict[str, dict[str, str]]
WORD = "MS Word 2007 XML"


def option(name: str, value: str) -> Any:
    return PropertyValue(Name=name, Value=value)


def connected(pipe: str) -> Any:
    local = uno.getComponentContext()
    manager = local.ServiceManager
    resolver = manager.createInstanceWithContext("com.sun.star.bridge.UnoUrlResolver", local)
    for _ in range(120):
        try:
            return resolver.resolve(f"uno:pipe,name={pipe};urp;StarOffice.ComponentContext")
        except NoConnectException:
            time.sleep(0.25)
    raise SystemExit("LibreOffice did not start")


class Keyboard:
    """Types where the cursor is; what is protected stays as it is."""

    def __init__(self, context: Any, document: Any) -> None:
        self.frame = document.CurrentController.Frame
        self.cursor = document.CurrentController.getViewCursor()
        name = "com.sun.star.frame.DispatchHelper"
        self.helper = context.ServiceManager.createInstanceWithContext(name, context)

    def replace(self, start: Any, end: Any, text: str) -> None:
        self.cursor.gotoRange(start, False)
        self.cursor.gotoRange(end, True)
        for number, line in enumerate(text.split("\n")):
            if number:
                self.do("InsertLinebreak")
            self.do("InsertText", option("Text", line))

    def do(self, command: str, *options: Any) -> None:
        self.helper.executeDispatch(self.frame, f".uno:{command}", "", 0, options)


def tables(document: Any) -> Iterator[Any]:
    for name in document.TextTables.ElementNames:
        yield document.TextTables.getByName(name)


def fill_in(document: Any, keyboard: Keyboard, answers: Answers) -> dict[str, dict[str, bool]]:
    """Type each answer over what stands in its cell; tell which of them stand there then."""
    typed: dict[str, dict[str, bool]] = {}
    for table in tables(document):
        question = table.getCellByName("B1").String
        for number in range(1, table.Rows.Count + 1):
            label = table.getCellByName(f"A{number}").String
            text = answers.get(question, {}).get(label)
            if text is None:
                continue
            cell = table.getCellByName(f"B{number}")
            asked = document.createSearchDescriptor()
            asked.SearchString = cell.String[:200]
            found = document.findNext(cell.Start, asked)
            keyboard.replace(found.Start, found.End, text)
            typed.setdefault(question, {})[label] = cell.String.strip() == text
    return typed


def main(form: str, saved: str, wanted: str) -> None:
    answers = json.loads(Path(wanted).read_text(encoding="utf-8"))
    with tempfile.TemporaryDirectory() as profile:
        pipe = Path(profile).name
        office = subprocess.Popen(
            ["soffice", f"-env:UserInstallation={Path(profile).as_uri()}", "--headless",
             "--norestore", f"--accept=pipe,name={pipe};urp;"],
            stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL,
        )  # fmt: skip
        context = connected(pipe)
        name = "com.sun.star.frame.Desktop"
        desktop = context.ServiceManager.createInstanceWithContext(name, context)
        document = desktop.loadComponentFromURL(Path(form).as_uri(), "_blank", 0, ())
        sys.stdout.write(json.dumps(fill_in(document, Keyboard(context, document), answers)))
        document.storeToURL(Path(saved).as_uri(), (option("FilterName", WORD),))
        document.close(True)
        desktop.terminate()
        office.wait(60)


if __name__ == "__main__":
    main(*sys.argv[1:])
