"""A report is known as one by its contents, and nothing else is."""

from __future__ import annotations

import io

import docx
import openpyxl
import pytest

from policyalign import report_mark
from policyalign.renderers import RENDERERS, render
from policyalign.renderers.actions import COLUMNS
from policyalign.renderers.signature import is_report
from tests.renderers.filling import filled_log, filled_report
from tests.renderers.hostile import TEXTS, hostile_report
from tests.report_builders import full_report, report


def known(data: bytes) -> bool:
    return is_report(io.BytesIO(data))


def other_office_files() -> list[bytes]:
    policy, accounts = io.BytesIO(), io.BytesIO()
    docx.Document().save(policy)
    openpyxl.Workbook().save(accounts)
    return [policy.getvalue(), accounts.getvalue()]


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
        *other_office_files(),
        b"\xff\xfe\x00",
    ],
    ids=lambda data: ascii(data[:40]),
)
def test_nothing_else_is_known(data: bytes) -> None:
    assert not known(data)


@pytest.mark.parametrize("column", COLUMNS[-4:])
def test_workbook_that_is_filled_in_belongs_to_who_did_it(column: str) -> None:
    data = filled_log(render(full_report(), "xlsx"), column, "Done")
    assert not known(data)
    assert report_mark.is_report(io.BytesIO(data))


@pytest.mark.parametrize("column", ["Owner", "Due date", "You could write"])
def test_word_report_that_is_filled_in_belongs_to_who_did_it(column: str) -> None:
    data = filled_report(render(full_report(), "docx"), column, "Jo")
    assert not known(data)
    assert report_mark.is_report(io.BytesIO(data))


@pytest.mark.parametrize("name", ["docx", "xlsx"])
def test_office_file_that_is_damaged_or_locked_is_not_ours(name: str) -> None:
    data = render(full_report(), name)
    for damaged in (data[:2000], data[:-40], data.replace(b"PK\x01\x02", b"PK\x01\x03")):
        assert not known(damaged)
        assert not report_mark.is_report(io.BytesIO(damaged))
    named = data.index(b"docProps/custom.xml")
    begun = named + len(b"docProps/custom.xml")
    broken = data[:begun] + bytes(60) + data[begun + 60 :]
    assert not known(broken)
    assert not report_mark.is_report(io.BytesIO(broken))


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
