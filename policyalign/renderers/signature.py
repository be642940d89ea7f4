"""Tell by its contents whether a file is a report of this program that may be made anew."""

from __future__ import annotations

import codecs
import csv
import io
import itertools
from typing import TYPE_CHECKING

from policyalign import report_mark
from policyalign.renderers.actions import (
    CLOSED,
    COLUMNS,
    COLUMNS_WITH_BASELINE,
    FRESH,
    TO_FILL_IN,
)
from policyalign.renderers.decision_wording import AS_FOUND, LEFT_OUT
from policyalign.renderers.office_file import is_unchanged
from policyalign.renderers.wording import Label

if TYPE_CHECKING:
    from typing import BinaryIO

_ZIP = b"PK"
_CSV_HEADS = {
    ",".join(columns).encode("utf-8-sig") + b"\r\n": len(columns)
    for columns in (COLUMNS, COLUMNS_WITH_BASELINE)
}
_LONGEST_HEAD = max(map(len, _CSV_HEADS))
_BYTE_ORDER_MARK = codecs.BOM_UTF8


def is_report(file: BinaryIO) -> bool:
    """Tell whether a file, open at its start, is a report that may be made anew.

    An action log in which somebody has filled in a column is theirs, and no longer such a report;
    neither is an office file that somebody has changed.
    """
    head = file.readline(_LONGEST_HEAD)
    file.seek(0)
    if head.startswith(_ZIP):
        return is_unchanged(file)
    if head.startswith(_BYTE_ORDER_MARK):
        return head in _CSV_HEADS and not _is_filled_in(file, _CSV_HEADS[head])
    return report_mark.is_report(file)


def _is_fresh(row: list[str]) -> bool:
    """Tell whether the last columns are as they were made: closed where nobody need act."""
    outcome, filled = row[COLUMNS.index(Label.OUTCOME)], tuple(row[-len(TO_FILL_IN) :])
    is_closed = AS_FOUND in outcome or outcome == LEFT_OUT.lower()
    return filled == FRESH or (is_closed and filled == CLOSED)


def _is_filled_in(file: BinaryIO, width: int) -> bool:
    text = io.TextIOWrapper(file, encoding="utf-8-sig", errors="replace", newline="")
    rows = itertools.islice(csv.reader(text), 1, None)
    try:
        return any(len(row) != width or not _is_fresh(row) for row in rows)
    except csv.Error:  # a cell larger than any that was written
        return True
    finally:
        text.detach()  # the file is its owner's to close
