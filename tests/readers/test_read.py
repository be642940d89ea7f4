"""Reading a file: the right reader, or a reason that a person understands."""

from __future__ import annotations

import os
from pathlib import Path

import pytest

from policyalign.model.document import Unread
from policyalign.readers import read


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
