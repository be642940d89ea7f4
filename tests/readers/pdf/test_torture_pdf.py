"""Difficult files of other tools: each gives its text or a clear reason, and soon."""

from __future__ import annotations

import time
from pathlib import Path

import pytest

from policyalign.errors import ReadError
from policyalign.model.document import Document
from policyalign.readers.pdf import read_pdf

FOLDER = Path(__file__).parents[4] / "shared" / "torture"
FILES = sorted(FOLDER.glob("*.pdf"))


def _outcome(path: Path) -> Document | str:
    """Give the document, or the reason why there is none."""
    try:
        return read_pdf(path.read_bytes(), path=path.name, sha256="")
    except ReadError as problem:
        return str(problem)


@pytest.mark.skipif(not FILES, reason="the folder of difficult files is not beside this checkout")
@pytest.mark.parametrize("path", FILES, ids=lambda path: path.name)
def test_a_difficult_file_gives_text_or_a_reason(path: Path) -> None:
    begun = time.perf_counter()
    outcome = _outcome(path)
    if isinstance(outcome, str):
        assert len(outcome) > 20
    else:
        assert outcome.blocks
        assert all(block.text for block in outcome.blocks)
    assert time.perf_counter() - begun < 20
