"""Rows and cells of tables: which are shown, where they stand and what they span."""

from __future__ import annotations

from collections.abc import Iterator

from policyalign.readers.word.markup import VAL, Element, W, is_on, number

_SPAN, _MERGED_DOWN, _MERGED_ACROSS = W + "gridSpan", W + "vMerge", W + "hMerge"
MERGES = (_SPAN, _MERGED_DOWN, _MERGED_ACROSS)
_CELL_PROPERTIES, _ROW_PROPERTIES = W + "tcPr", W + "trPr"
_BEFORE, _HIDDEN, _DELETED, _INSERTED = W + "gridBefore", W + "hidden", W + "del", W + "ins"
_WIDEST_SPAN = 1_000
_WRAPPERS = frozenset(
    W + name for name in ("sdt", "sdtContent", "customXml", "ins", "moveTo", "smartTag")
)


def row_properties(row: Element) -> tuple[int, bool, bool]:
    """Give the first column of a row, whether it is hidden or deleted, and whether inserted."""
    column, gone, inserted = 1, False, False
    for child in next(row.iterchildren(_ROW_PROPERTIES), ()):
        tag = child.tag
        if tag == _BEFORE:
            column += min(max(0, number(child.get(VAL))), _WIDEST_SPAN)
        elif tag == _DELETED:
            gone = True
        elif tag == _HIDDEN:
            gone = gone or is_on(child)
        elif tag == _INSERTED:
            inserted = True
    return column, gone, inserted


def cell_properties(cell: Element, column: int, merged: set[int]) -> tuple[int, bool]:
    """Give how many columns a cell spans, and whether it belongs to a cell above or before it.

    ``merged`` holds the columns in which a merged cell is open, and is kept up to date.
    """
    span, down, across = 1, None, None
    for child in next(cell.iterchildren(_CELL_PROPERTIES), ()):
        tag = child.tag
        if tag == _SPAN:
            span = min(max(1, number(child.get(VAL), 1)), _WIDEST_SPAN)
        elif tag == _MERGED_DOWN:
            down = child.get(VAL, "continue")
        elif tag == _MERGED_ACROSS:
            across = child.get(VAL, "continue")
    if across == "continue":
        return span, True
    if down == "continue":
        return span, column in merged
    if down is None:
        merged.discard(column)
    else:
        merged.add(column)
    return span, False


def within(element: Element, tag: str) -> Iterator[Element]:
    """Give rows of a table or cells of a row, also those inside controls and insertions."""
    for child in element:
        if child.tag == tag:
            yield child
        elif child.tag in _WRAPPERS:
            yield from _inside(child, tag)


def _inside(wrapper: Element, tag: str) -> Iterator[Element]:
    """Look through wrappers within wrappers, however deep they go."""
    waiting = [iter(wrapper)]
    while waiting:
        child = next(waiting[-1], None)
        if child is None:
            waiting.pop()
        elif child.tag == tag:
            yield child
        elif child.tag in _WRAPPERS:
            waiting.append(iter(child))
