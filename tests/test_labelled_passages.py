"""Agreement with a careful person on labelled passages, where they are at hand."""

from __future__ import annotations

import pytest

from benchmarks.agreement import tally
from benchmarks.labelled_passages import PASSAGES, read_passages
from benchmarks.matchers import ours
from policyalign import load_pack


@pytest.mark.skipif(not PASSAGES.exists(), reason="the labelled passages are not at hand")
def test_nine_in_ten_labels_are_agreed_with() -> None:
    result = ours(read_passages(PASSAGES), load_pack("sos"))
    for counts in (tally(result.concepts), tally(result.discouraged)):
        assert counts.f1 is not None
        assert counts.f1 >= 0.9, counts
