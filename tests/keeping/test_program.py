"""The mark of the program changes with what a result may depend on."""

from __future__ import annotations

import os
import sys
from pathlib import Path

import pytest

from policyalign.keeping import program
from policyalign.keeping.program import program_mark


@pytest.fixture
def package(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """Put a package of two files in the place of policyalign's own."""
    folder = tmp_path / "package"
    (folder / "readers").mkdir(parents=True)
    (folder / "readers" / "word.py").write_text("read = 1\n", encoding="utf-8")
    (folder / "words.txt").write_text("one\n", encoding="utf-8")
    monkeypatch.setattr(program, "_PACKAGE", folder)
    return folder


def mark() -> bytes:
    program_mark.cache_clear()
    try:
        return program_mark()
    finally:
        program_mark.cache_clear()


def test_the_mark_stays_while_nothing_changes(package: Path) -> None:
    before = mark()
    (package / "readers" / "__pycache__").mkdir()
    (package / "readers" / "__pycache__" / "word.pyc").write_bytes(b"x")
    assert mark() == before


def test_code_that_is_edited_gives_another_mark(package: Path) -> None:
    before, code = mark(), package / "readers" / "word.py"
    code.write_text("read = 22\n", encoding="utf-8")
    longer = mark()
    assert longer != before
    # An edit may leave the size as it is; then the time tells.
    os.utime(code, ns=(1, 1))
    assert mark() not in {before, longer}


def test_a_file_that_is_added_or_renamed_gives_another_mark(package: Path) -> None:
    before = mark()
    (package / "words.txt").rename(package / "terms.txt")
    renamed = mark()
    (package / "more.txt").write_text("", encoding="utf-8")
    assert len({before, renamed, mark()}) == 3


def test_a_library_that_is_installed_gives_another_mark(
    package: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    before = mark()
    (tmp_path / "site" / "reader-2.0.dist-info").mkdir(parents=True)
    monkeypatch.setattr(sys, "path", [*sys.path, str(tmp_path / "site")])
    assert mark() != before
