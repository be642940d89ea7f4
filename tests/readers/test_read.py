"""Reading a file: the right reader, or a reason that a person understands."""

from __future__ import annotations

import os
from pathlib import Path

import pytest

from policyalign.model.document import Document, Unread
from policyalign.model.report import Report
from policyalign.readers import read
from policyalign.renderers import SUFFIXES, render
from policyalign.report_mark import NOT_A_POLICY
from tests.readers.docx_builder import docx, p
from tests.renderers.filling import filled_log, filled_report
from tests.report_builders import full_report, report


@pytest.mark.parametrize(
    ("name", "data", "reason"),
    [
        ("a.xlsx", b"x", r"\.xlsx files cannot be read; only Word"),
        ("a.doc", b"x", r"is an old Word file \(\.doc\)"),
        ("README", b"x", "files without an ending"),
        ("a.docx", b"", "is empty"),
        ("a.pdf", b"not a pdf", "."),
        ("a.docx", b"not a zip", "."),
    ],
)
def test_what_cannot_be_read_comes_back_with_the_reason(
    tmp_path: Path, name: str, data: bytes, reason: str
) -> None:
    path = tmp_path / name
    path.write_bytes(data)
    result = read(path)
    assert isinstance(result, Unread)
    assert result.path == path.as_posix()
    assert result.reason
    import re

    assert re.search(reason, result.reason)


@pytest.mark.parametrize("suffix", SUFFIXES)
@pytest.mark.parametrize("made", [full_report(), report()], ids=["full", "empty"])
def test_a_report_of_this_program_is_no_policy(tmp_path: Path, suffix: str, made: Report) -> None:
    path = tmp_path / f"gaps{suffix}"
    path.write_bytes(render(made, SUFFIXES[suffix]))
    result = read(path)
    assert isinstance(result, Unread)
    assert result.reason == "is a report or a return that policyalign wrote, not a policy"


@pytest.mark.parametrize("name", ["gaps.docx", "gaps.docm", "actions.xlsx"])
def test_a_report_is_no_policy_when_it_comes_back_filled_in(tmp_path: Path, name: str) -> None:
    path = tmp_path / name
    if path.suffix == ".xlsx":
        path.write_bytes(filled_log(render(full_report(), "xlsx"), "Owner", "Jo"))
    else:
        path.write_bytes(filled_report(render(full_report(), "docx"), "Owner", "Jo"))
    result = read(path)
    assert isinstance(result, Unread)
    assert result.reason == NOT_A_POLICY


def test_a_policy_with_properties_of_its_own_is_read(tmp_path: Path) -> None:
    path = tmp_path / "policy.docx"
    for inside in ('<property name="Owner"/>', "policyalign-report"):
        parts = {"docProps/custom.xml": inside}
        path.write_bytes(docx(p("We work with families."), parts=parts))
        result = read(path)
        assert isinstance(result, Document)
        assert (result.words, result.notices) == (4, ())


def test_a_file_that_cannot_be_opened_is_unread(tmp_path: Path) -> None:
    result = read(tmp_path / "gone.docx")
    assert isinstance(result, Unread)
    assert "cannot be opened" in result.reason


def test_a_file_that_grows_while_it_is_read_is_not_read_for_ever(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    path = tmp_path / "a.pdf"
    path.write_bytes(b"x" * 2_000_000)
    monkeypatch.setattr("policyalign.readers.MOST_BYTES", 1_000_000)
    monkeypatch.setattr("policyalign.readers.os.fstat", lambda _: os.stat_result((0,) * 10))
    result = read(path)
    assert isinstance(result, Unread)
    assert result.reason.startswith("is larger than 1 MB")
