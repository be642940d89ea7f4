"""Agreement with a careful person on labelled passages, where they are at hand."""

from __future__ import annotations

import json
import sys
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[1]
PASSAGES = ROOT.parent / "shared" / "eval" / "passages-dev.jsonl"

sys.path.insert(0, str(ROOT / "benchmarks"))


@pytest.mark.skipif(not PASSAGES.exists(), reason="the labelled passages are not at hand")
def test_nine_in_ten_labels_are_agreed_with() -> None:
    import accuracy

    lines = PASSAGES.read_text(encoding="utf-8").splitlines()
    score = accuracy.score_passages(json.loads(line) for line in lines)
    for counts in (score.concepts, score.discouraged):
        tally = accuracy.tally(counts)
        assert tally.f1 >= 0.9, tally.line("all")
