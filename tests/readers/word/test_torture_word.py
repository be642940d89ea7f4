"""Difficult files give their text or a reason, soon and in little memory."""

from __future__ import annotations

import time
from pathlib import Path

import pytest

from policyalign.errors import ReadError
from tests.readers.docx_builder import read

_FOLDER = Path(__file__).parents[4] / "shared" / "torture"
_SUFFIXES = {".docx", ".docm", ".dotx", ".dotm"}
_FILES = sorted(p for p in _FOLDER.glob("*") if p.suffix.lower() in _SUFFIXES)
_LONGEST_SECONDS = 20

pytestmark = pytest.mark.skipif(not _FILES, reason="the difficult documents are not here")


@pytest.mark.parametrize("path", _FILES, ids=lambda path: path.name[:60])
def test_a_difficult_file_gives_text_or_a_reason(path: Path) -> None:
    start = time.process_time()
    try:
        said = " ".join(block.text for block in read(path.read_bytes()).blocks)
    except ReadError as reason:
        said = str(reason)
    assert said.strip()
    assert time.process_time() - start < _LONGEST_SECONDS


def test_nearly_all_of_them_are_read() -> None:
    unread = 0
    for path in _FILES:
        try:
            read(path.read_bytes())
        except ReadError:
            unread += 1
    assert unread <= len(_FILES) * 0.2
