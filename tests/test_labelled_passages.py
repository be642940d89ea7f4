"""Agreement with careful people on labelled passages and documents, where they are at hand."""

from __future__ import annotations

from pathlib import Path

import pytest

import benchmarks
from benchmarks.agreement import tally
from benchmarks.labelled_documents import score_documents
from benchmarks.labelled_passages import PASSAGES, read_passages
from benchmarks.matchers import ours
from policyalign import load_pack


@pytest.mark.skipif(not PASSAGES.exists(), reason="the labelled passages are not at hand")
def test_nine_in_ten_labels_are_agreed_with() -> None:
    result = ours(read_passages(PASSAGES), load_pack("sos"))
    for counts in (tally(result.concepts), tally(result.discouraged)):
        assert counts.f1 is not None
        assert counts.f1 >= 0.9, counts


@pytest.mark.parametrize(("part", "least"), [("worked-on", 0.9), ("set-aside", 0.75)])
def test_labels_of_the_projects_own_passages_are_agreed_with(part: str, least: float) -> None:
    passages = read_passages(Path(benchmarks.__file__).parent / "passages" / f"{part}.jsonl")
    result = ours(passages, load_pack("sos"))
    for counts in (tally(result.concepts), tally(result.discouraged)):
        # The counts alone: to see what was missed in what is set aside would spoil it.
        assert counts.f1 is not None
        assert counts.f1 >= least


@pytest.mark.parametrize(("part", "least"), [("worked-on", 0.75), ("set-aside", 0.7)])
def test_outcomes_of_the_projects_own_documents_are_agreed_with(part: str, least: float) -> None:
    folder = Path(benchmarks.__file__).parent / "documents" / part
    scores = score_documents(folder, load_pack("sos"))
    judged = [j for score in scores for j in score.judgements if {j.given, *j.wanted} != {"n-a"}]
    # The counts alone, as above.
    assert sum(j.agrees for j in judged) >= least * len(judged)
    assert sum(j.is_near for j in judged) >= 0.9 * len(judged)
