"""Agreement with a careful person on labelled passages, where they are at hand."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from benchmarks import accuracy

PASSAGES = Path(__file__).parents[2] / "shared" / "eval" / "passages-dev.jsonl"


@pytest.mark.skipif(not PASSAGES.exists(), reason="the labelled passages are not at hand")
def test_nine_in_ten_labels_are_agreed_with() -> None:
    lines = PASSAGES.read_text(encoding="utf-8").splitlines()
    score = accuracy.score_passages(json.loads(line) for line in lines)
    for counts in (score.concepts, score.discouraged):
        tally = accuracy.tally(counts)
        assert tally.f1 >= 0.9, tally.line("all")
