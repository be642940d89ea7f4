"""The text and the tables of a form that came back, whoever has saved or changed it.

What a tracked change has put in counts as it will when it is accepted, and what one has taken out
does not.
"""

from __future__ import annotations

from collections.abc import Iterator

from policyalign.readers.word.markup import MC, VAL, Element, W

_TEXT = W + "t"
_SAID = {
    W + "br": "\n",
    W + "cr": "\n",
    W + "tab": " ",
    W + "noBreakHyphen": "-",
}
TABLE, ROW, CELL, PARAGRAPH = W + "tbl", W + "tr", W + "tc", W + "p"
CONTROL, MARK = W + "sdt", W + "bookmarkStart"
_LEFT_OUT = frozenset({W + "del", W + "moveFrom", W + "pPr", W + "rPr", MC + "Fallback"})


def text_of(element: Element) -> str:
    """Give the text in an element, each paragraph on a line, without blanks at its ends."""
    lines = "".join(_pieces(element)).split("\n")
    return "\n".join(" ".join(line.split()) for line in lines).strip()


def _pieces(element: Element) -> Iterator[str]:
    for child in element.iterchildren("*"):
        if child.tag in _LEFT_OUT or _is_taken_out(child):
            continue
        if child.tag == _TEXT:
            yield child.text or ""
        elif child.tag in _SAID:
            yield _SAID[child.tag]
        else:
            yield from _pieces(child)
            if child.tag == PARAGRAPH:
                yield "\n"


def _is_taken_out(element: Element) -> bool:
    """Tell whether a tracked change deletes a row of a table."""
    return element.tag == ROW and element.find(f"{W}trPr/{W}del") is not None


def rows_of(table: Element) -> Iterator[list[Element]]:
    """Give the cells of each row; not those of a table that stands in one."""
    for row in _own(table, ROW):
        if not _is_taken_out(row):
            yield list(_own(row, CELL))


def _own(element: Element, name: str) -> Iterator[Element]:
    """Give what stands in an element, even in a control or a change, but not in another table."""
    for child in element.iterchildren("*"):
        if child.tag == name:
            yield child
        elif child.tag not in {TABLE, *_LEFT_OUT}:
            yield from _own(child, name)


def tag_of(control: Element) -> str:
    """Give the tag of a control; empty where it has none, or where it was lost."""
    found = control.find(f"{W}sdtPr/{W}tag")
    return "" if found is None else str(found.get(VAL, ""))


def marks_in(element: Element) -> Iterator[str]:
    """Give the names of the bookmarks that begin in an element."""
    for mark in element.iter(MARK):
        yield mark.get(W + "name", "")
