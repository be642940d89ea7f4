"""A report is known as one by its contents, and nothing else is."""

from __future__ import annotations

import io

import pytest

from policyalign.renderers import RENDERERS, render
from policyalign.renderers.csv_report import COLUMNS
from policyalign.renderers.signature import is_report
from tests.renderers.hostile import TEXTS, hostile_report
from tests.report_builders import full_report, report


def known(data: bytes) -> bool:
    return is_report(io.BytesIO(data))


@pytest.mark.parametrize("name", RENDERERS)
def test_every_kind_of_report_is_known(name: str) -> None:
    assert known(render(full_report(), name))
    assert known(render(report(), name))


@pytest.mark.parametrize("name", RENDERERS)
def test_no_text_of_a_document_hides_that_it_is_a_report(name: str) -> None:
    assert all(known(render(hostile_report(text), name)) for text in TEXTS)


@pytest.mark.parametrize(
    "data",
    [
        b"Notes on 3 documents checked against the framework",
        b"# Our plan\n\n3 documents checked against it",
        b'{"schema": "another-report/1"}',
        b'{"note": "policyalign-report/1"}',
        b'{"version": "2.1.0", "runs": [{"tool": {"driver": {"name": "another"}}}]}',
        b'{"$schema": "x", "version": "2.1.0", "runs": [{"tool": {"driver": {"name": "ruff"}}}]}',
        b'<?xml version="1.0"?><testsuites name="pytest"/>',
        b"Document,Agency\r\n",
        b"PK\x03\x04",
        b"\xff\xfe\x00",
    ],
    ids=ascii,
)
def test_nothing_else_is_known(data: bytes) -> None:
    assert not known(data)


@pytest.mark.parametrize("column", COLUMNS[-4:])
def test_action_log_that_is_filled_in_belongs_to_who_did_it(column: str) -> None:
    place = -1 - COLUMNS[::-1].index(column)
    lines = render(full_report(), "csv").split(b"\r\n")
    cells = lines[2].split(b",")
    cells[place] = b"Jo"
    lines[2] = b",".join(cells)
    assert not known(b"\r\n".join(lines))


def test_action_log_with_other_columns_or_cells_too_long_is_not_ours() -> None:
    data = render(full_report(), "csv")
    assert not known(data + b"one,more,row\r\n")
    assert not known(data + b'"' + b"x" * 200_000 + b'"\r\n')
