"""Tell by its contents whether a file is a report of this program."""

from __future__ import annotations

import csv
import io
import itertools
import re
from typing import BinaryIO

from policyalign.renderers.csv_report import COLUMNS, TO_FILL_IN
from policyalign.renderers.wording import OUTCOMES

_HEAD = 1000
_BEGINNINGS = (
    rb"(# )?[\d,]+ documents? checked against ",  # plain text and Markdown
    rb'\{\s*"schema":\s*"policyalign-report/\d+"',
    rb'\{\s*"\$schema":[^{}\[]*"version":\s*"2\.1\.0",\s*"runs":\s*\[\s*\{\s*"tool":\s*\{\s*'
    rb'"driver":\s*\{\s*"name":\s*"policyalign"',
    rb'<\?xml[^>]*\?>\s*<testsuites name="policyalign"',
)
_BEGINNING = re.compile(b"|".join(_BEGINNINGS))
_OUTCOMES = "|".join(OUTCOMES.values())
_EXPLANATION = re.compile(rf"\S[^\n]*  ({_OUTCOMES})\n([^\n]*\n)+?  Item  [^\n]*\n".encode())
_CSV_HEAD = ",".join(COLUMNS).encode("utf-8-sig") + b"\r\n"


def is_report(file: BinaryIO) -> bool:
    """Tell whether a file, open at its start, is a report that may be made anew.

    An action log in which somebody has filled in a column is theirs, and no longer such a report.
    """
    head = file.read(_HEAD)
    if head.startswith(_CSV_HEAD):
        file.seek(0)
        return not _is_filled_in(file)
    return _BEGINNING.match(head) is not None


def is_explanation(file: BinaryIO) -> bool:
    """Tell whether a file, open at its start, is an explanation as it is written to a file."""
    return _EXPLANATION.match(file.read(_HEAD)) is not None


def _is_filled_in(file: BinaryIO) -> bool:
    text = io.TextIOWrapper(file, encoding="utf-8-sig", errors="replace", newline="")
    rows = itertools.islice(csv.reader(text), 1, None)
    try:
        return any(len(row) != len(COLUMNS) or any(row[-len(TO_FILL_IN) :]) for row in rows)
    except csv.Error:  # a cell larger than any that was written
        return True
    finally:
        text.detach()  # the file is its owner's to close
