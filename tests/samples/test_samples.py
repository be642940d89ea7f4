"""The fictional policies are what their texts say, and each shows what it is there to show."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

import policyalign
from policyalign.model.document import Document, Kind, NoticeKind, State, Unread
from tools.samples.making import PROJECT, make_all
from tools.samples.report import FILES, sample_report
from tools.samples.source import Form, read_source

if TYPE_CHECKING:
    from pathlib import Path

    from policyalign import DocumentResult, Report

SAMPLES = PROJECT / "samples"
BRIEFING = "ellowmere-partnership-seven-minute-briefing"


@pytest.fixture(scope="module")
def made() -> dict[str, bytes]:
    return dict(make_all())


@pytest.fixture(scope="module")
def report() -> Report:
    return sample_report()


def read(name: str) -> Document:
    document = policyalign.read(SAMPLES / name)
    assert isinstance(document, Document)
    return document


def result(report: Report, start: str) -> DocumentResult:
    return next(document for document in report.documents if document.path.startswith(start))


def words(path: Path) -> object:
    """Give what a reader finds: the blocks of a document, or why there are none."""
    found = policyalign.read(path)
    return found.reason if isinstance(found, Unread) else found.blocks


def test_the_folder_holds_the_samples_and_nothing_else(made: dict[str, bytes]) -> None:
    assert sorted(path.name for path in SAMPLES.iterdir()) == sorted(made)
    assert len(made) == 8


def test_samples_are_small(made: dict[str, bytes]) -> None:
    assert max(map(len, made.values())) < 120_000


def test_samples_made_again_are_the_same(made: dict[str, bytes], tmp_path: Path) -> None:
    """Other versions of the libraries may store the same words in other bytes."""
    for name, content in made.items():
        again = tmp_path / name
        again.write_bytes(content)
        same = content == (SAMPLES / name).read_bytes()
        assert same or words(again) == words(SAMPLES / name), f"run python -m tools.samples: {name}"


def test_making_twice_gives_the_same_bytes(made: dict[str, bytes]) -> None:
    assert dict(make_all()) == made


def test_briefing_is_read_whole_and_in_the_order_of_the_page() -> None:
    source = read_source(PROJECT / "tools" / "samples" / "text" / f"{BRIEFING}.md")
    stored = [box["heading"] for box in source.facts["box"]]
    on_page = [part.text for part in source.parts if part.form is Form.HEADING]
    blocks = [block for block in read(f"{BRIEFING}.docx").blocks if block.box]
    read_order = [block.text for block in blocks if block.kind is Kind.HEADING]
    assert stored != on_page
    assert [text.replace("\n", "{br}") for text in read_order] == on_page
    whole = " ".join(" ".join(part.text.replace("{br}", " ").split()) for part in source.parts)
    assert " ".join(" ".join(block.text for block in blocks).split()) == whole


def test_supervision_policy_names_the_framework_only_in_insertions(report: Report) -> None:
    supervision = result(report, "pellworth")
    named = [m for m in supervision.mentions if m.concept == "signs-of-safety"]
    assert named
    assert {mention.state for mention in named} == {State.PROPOSED}
    assert NoticeKind.TRACKED_CHANGES in {notice.kind for notice in supervision.notices}
    text = " ".join(block.text for block in read(supervision.path).blocks)
    assert "capital letters" not in text  # deleted
    assert "managers' forum" not in text  # a comment


def test_scan_is_named_as_unread(report: Report) -> None:
    unread = {item.path: item.reason for item in report.unread}
    assert list(unread) == ["kestrel-reach-homes-safeguarding-policy-scan.pdf"]
    assert "looks like a scan" in next(iter(unread.values()))


def test_page_that_is_a_picture_gives_a_notice(report: Report) -> None:
    pages = {(n.kind, n.page) for n in result(report, "sandrick").notices}
    assert pages == {(NoticeKind.SCANNED_PAGE, 2)}


def test_two_columns_are_read_one_after_the_other() -> None:
    headings = [
        block.text
        for block in read("dunstrake-council-early-help-strategy.pdf").blocks
        if block.kind is Kind.HEADING
    ]
    shown = ["Foreword", "What we mean by early help", "Children and young people", "Money"]
    assert [heading for heading in headings if heading in shown] == shown


def test_words_divided_at_line_ends_are_whole() -> None:
    text = " ".join(b.text for b in read("dunstrake-council-early-help-strategy.pdf").blocks)
    assert "\u00ad" not in text
    assert "Worry statement" in text


@pytest.mark.parametrize(
    ("start", "version", "review"),
    [
        ("dunstrake", "2.0", "April 2029"),
        ("ellowmere-council", "5.0", "30 June 2027"),
        ("ostley", "2.4", "30 November 2027"),
        ("pellworth", "1.9 (draft)", "31 December 2026"),
        ("pipits", "3.1", "September 2024"),
        ("sandrick", "2.0", "February 2028"),
    ],
)
def test_what_documents_say_of_themselves(
    report: Report, start: str, version: str, review: str
) -> None:
    control = result(report, start).control
    assert (control.version, control.review) == (version, review)


@pytest.mark.parametrize(
    ("start", "kind", "rating"),
    [
        ("dunstrake", "early-help", "Mostly aligned"),
        ("ellowmere-council", "child-protection-procedures", "Aligned"),
        ("ellowmere-partnership", "strategy", "Mostly aligned"),
        ("ostley", "partner-agency-policy", "Not aligned"),
        ("pellworth", "supervision-policy", "Not aligned"),
        ("pipits", "school-safeguarding-policy", "Partly aligned"),
        ("sandrick", "partner-agency-policy", None),
    ],
)
def test_samples_show_the_range(report: Report, start: str, kind: str, rating: str | None) -> None:
    document = result(report, start)
    assert (document.type, document.rating) == (kind, rating)


def test_procedures_flag_no_wording_but_what_they_advise_against(report: Report) -> None:
    discouraged = result(report, "ellowmere-council").discouraged
    assert {"failed-to-engage", "hard-to-reach"} <= {finding.id for finding in discouraged}
    assert all(finding.excused for finding in discouraged)


def test_half_updated_policy_shows_old_words_and_a_missed_review(report: Report) -> None:
    school = result(report, "pipits")
    assert {"lscb", "caf", "failed-to-engage"} <= {f.id for f in school.discouraged}
    assert NoticeKind.REVIEW_OVERDUE in {notice.kind for notice in school.notices}


def test_hospital_words_in_another_sense_are_not_counted(report: Report) -> None:
    counted = {mention.concept for mention in result(report, "ostley").mentions}
    assert counted.isdisjoint({"safety-scale", "safety-plan", "trajectory", "bottom-lines", "ears"})


@pytest.mark.parametrize("name", list(FILES))
def test_report_of_the_samples_is_up_to_date(report: Report, name: str) -> None:
    kept = FILES[name].read_bytes()
    assert policyalign.render(report, name) == kept, "run python -m tools.samples.report"
