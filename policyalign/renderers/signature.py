"""Tell by its contents whether a file is a report of this program."""

from __future__ import annotations

import csv
import io
import itertools
import re
from typing import TYPE_CHECKING, BinaryIO

from policyalign.renderers.csv_report import COLUMNS, TO_FILL_IN

if TYPE_CHECKING:
    from collections.abc import Iterator

_HEAD = 1000
_BEGINNINGS = (
    rb"(# )?[\d,]+ documents? checked against ",  # plain text and Markdown
    rb'\{\s*"schema":\s*"policyalign-report/\d+"',
    rb'\{\s*"\$schema":[^{}\[]*"version":\s*"2\.1\.0",\s*"runs":\s*\[\s*\{\s*"tool":\s*\{\s*'
    rb'"driver":\s*\{\s*"name":\s*"policyalign"',
    rb'<\?xml[^>]*\?>\s*<testsuites name="policyalign"',
)
_BEGINNING = re.compile(b"|".join(_BEGINNINGS))
_CSV_HEAD = ",".join(COLUMNS).encode("utf-8-sig") + b"\r\n"


def is_report(file: BinaryIO) -> bool:
    """Tell whether a file, open at its start, is a report that may be made anew.

    An action log in which somebody has filled in a column is theirs, and no longer such a report.
    """
    head = file.read(_HEAD)
    if head.startswith(_CSV_HEAD):
        file.seek(0)
        return not _is_filled_in(_lines(file))
    return _BEGINNING.match(head) is not None


def _lines(file: BinaryIO) -> Iterator[str]:
    yield from io.TextIOWrapper(file, encoding="utf-8-sig", errors="replace", newline="")


def _is_filled_in(lines: Iterator[str]) -> bool:
    rows = csv.reader(lines)
    try:
        return any(
            len(row) != len(COLUMNS) or any(row[-len(TO_FILL_IN) :])
            for row in itertools.islice(rows, 1, None)
        )
    except csv.Error:  # a cell larger than any that was written
        return True
