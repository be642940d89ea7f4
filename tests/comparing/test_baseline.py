"""A report marked with what is new in it since an earlier one."""

from __future__ import annotations

from dataclasses import replace

import pytest

from policyalign.comparing import since
from policyalign.comparing.baseline import marked
from policyalign.comparing.documents import compared
from policyalign.comparing.runs import run_of
from policyalign.errors import InputError
from policyalign.keeping import Spool
from policyalign.model.report import DocumentResult, Outcome, Report, Since
from tests.comparing.made import document, finding, item, run
from tests.report_builders import report


def held_against(before: DocumentResult | None, after: DocumentResult) -> DocumentResult:
    """Mark a report of one document, with a baseline of one or none."""
    made = report(after)
    comparison = compared(run(*([before] if before else [])), run_of(made, unused), made.pack)
    (result,) = marked(made, comparison).documents
    return result


def unused(_: object) -> Report:
    raise AssertionError("nothing is checked")


@pytest.mark.parametrize(
    ("before", "after", "mark"),
    [
        (Outcome.MET, Outcome.NOT_MET, Since.NEW),
        (Outcome.PARTLY, Outcome.NOT_MET, Since.NEW),
        (Outcome.MET, Outcome.UNCLEAR, Since.NEW),
        (Outcome.NOT_APPLICABLE, Outcome.NOT_MET, Since.NEW),
        (Outcome.NOT_MET, Outcome.NOT_MET, Since.KNOWN),
        (Outcome.NOT_MET, Outcome.PARTLY, Since.KNOWN),
        (Outcome.UNCLEAR, Outcome.NOT_MET, Since.KNOWN),
        (Outcome.NOT_MET, Outcome.MET, None),
        (Outcome.NOT_MET, Outcome.NOT_APPLICABLE, None),
    ],
)
def test_a_gap_is_new_or_known(before: Outcome, after: Outcome, mark: Since | None) -> None:
    result = held_against(document("a", item(before)), document("a", item(after)))
    assert result.items[0].since is mark


def test_all_that_is_wrong_with_a_new_document_is_new() -> None:
    new = document("b", item(Outcome.PARTLY), discouraged=(finding(),))
    result = held_against(None, new)
    assert result.items[0].since is result.discouraged[0].since is Since.NEW


def test_an_item_that_the_baseline_did_not_ask_for_is_no_fault_of_the_policy() -> None:
    result = held_against(document("a"), document("a", item(Outcome.NOT_MET)))
    assert result.items[0].since is Since.NOT_THE_POLICY


def test_what_is_new_in_the_same_file_is_no_fault_of_the_policy() -> None:
    old = document("a", item(Outcome.MET))
    new = replace(old, items=(item(Outcome.NOT_MET),), discouraged=(finding(),))
    result = held_against(old, new)
    assert result.items[0].since is result.discouraged[0].since is Since.NOT_THE_POLICY


def test_wording_is_new_or_known_and_excused_wording_neither() -> None:
    other = finding("A pupil who failed to engage is sent home by the deputy head.", block=2)
    excused = replace(finding(block=30), excused=True)
    old = document("a", discouraged=(finding(),))
    new = document("a", discouraged=(other, finding(block=20), excused))
    marks = [found.since for found in held_against(old, new).discouraged]
    assert marks == [Since.NEW, Since.KNOWN, None]


def test_results_that_are_set_aside_on_the_disk_are_marked_as_they_are_read_back() -> None:
    spool = Spool()
    for name in "abc":
        spool.append(document(name, item(Outcome.NOT_MET)))
    made = replace(report(), documents=spool)
    result = since(made, report(document("a", item(Outcome.NOT_MET))))
    assert [d.items[0].since for d in result.documents] == [Since.KNOWN, Since.NEW, Since.NEW]
    assert [d.path for d in result.documents[1:]] == ["b", "c"]


def test_a_baseline_that_is_no_report_is_refused(tmp_path) -> None:  # type: ignore[no-untyped-def]
    file = tmp_path / "base.json"
    file.write_text("[]")
    with pytest.raises(InputError, match="not a report of policyalign"):
        since(report(), file)
