"""Document-control data from tables and lines, whatever it is called."""

from __future__ import annotations

import pytest

from policyalign.model.document import Control
from policyalign.readers.control import described_by_lines, described_by_rows, merged


def test_labels_beside_their_values_two_pairs_in_a_row() -> None:
    rows = [
        ["Document control", "", "", ""],
        ["Title", "Child Protection Procedures", "", ""],
        ["Version", "4.2", "Status", "Final"],
        ["Document owner", "Principal Social Worker", "Approved by", "Practice Board"],
        ["Date approved", "9 June 2026", "Date for review", "30 June 2027"],
        ["Applies to", "All staff", "", ""],
    ]
    assert described_by_rows(rows)[0] == Control(
        version="4.2",
        owner="Principal Social Worker",
        approved="9 June 2026",
        review="30 June 2027",
    )
    assert described_by_rows(rows)[1] == "Child Protection Procedures"


def test_a_header_row_above_the_values() -> None:
    rows = [["Version", "Owner", "Date approved", "Review date"], ["2", "Head", "May 2024", "2026"]]
    assert described_by_rows(rows)[0] == Control(
        version="2", owner="Head", approved="May 2024", review="2026"
    )


def test_a_value_that_looks_like_a_label_makes_no_header_row() -> None:
    rows = [["Agreed by", "Procedures Sub-Group"], ["Approved by", "Owner"]]
    rows += [["Date agreed", "14 May 2026"], ["Review date", "May 2027"]]
    assert described_by_rows(rows)[0] == Control(approved="14 May 2026", review="May 2027")


def test_a_header_row_stands_above_a_value_that_looks_like_a_label() -> None:
    rows = [["Owner", "Review date"], ["Policy lead", "May 2027"]]
    assert described_by_rows(rows)[0] == Control(owner="Policy lead", review="May 2027")


def test_a_label_and_its_value_in_one_cell() -> None:
    rows = [["Policy author(s): J. Oak", "Version No: 3"], ["Next review: 3/4/2026", ""]]
    assert described_by_rows(rows)[0] == Control(version="3", owner="J. Oak", review="3/4/2026")


@pytest.mark.parametrize(
    ("label", "field"),
    [
        ("Version no.", "version"),
        ("Current version:", "version"),
        ("Issue number", "version"),
        ("Policy owner", "owner"),
        ("Document Owner (post)", "owner"),
        ("Responsible officer", "owner"),
        ("Policy lead", "owner"),
        ("Author / owner", "owner"),
        ("Written by", "owner"),
        ("Date approved by governors", "approved"),
        ("Approved on", "approved"),
        ("Ratification date", "approved"),
        ("Date of approval", "approved"),
        ("Date adopted", "approved"),
        ("Next review", "review"),
        ("Review date", "review"),
        ("Date of next review", "review"),
        ("To be reviewed by", "review"),
        ("Review due", "review"),
    ],
)
def test_the_labels_in_use(label: str, field: str) -> None:
    rows = [["Policy title", "Safeguarding"], [label, "1 May 2026"]]
    assert getattr(described_by_rows(rows)[0], field) == "1 May 2026"


@pytest.mark.parametrize(
    "label", ["Last review date", "Review cycle", "Reviewed by", "Status", "Name"]
)
def test_labels_that_mean_something_else(label: str) -> None:
    rows = [["Policy title", "Safeguarding"], [label, "1 May 2026"]]
    assert described_by_rows(rows)[0] == Control()


def test_a_body_that_approves_is_no_date() -> None:
    rows = [["Version", "7"], ["Approved by", "Full Governing Body"]]
    assert described_by_rows(rows)[0].approved is None


def test_the_date_beside_the_body_that_approved_counts() -> None:
    rows = [["Version", "7"], ["Approved by", "Full Governing Body, 17 September 2025"]]
    assert described_by_rows(rows)[0].approved == "17 September 2025"


def test_an_owner_goes_before_an_author_and_a_plain_label_before_an_indirect_one() -> None:
    rows = [
        ["Author", "A"],
        ["Owner", "B"],
        ["Issue date", "May 2020"],
        ["Approved on", "1/2/2021"],
    ]
    assert described_by_rows(rows)[0] == Control(owner="B", approved="1/2/2021")


def test_a_history_of_versions_gives_the_highest_version_alone() -> None:
    rows = [
        ["Version", "Date", "Author", "What changed"],
        ["4.10", "June 2026", "M. O.", "Language table added."],
        ["4.9", "May 2025", "M. O.", "Rewritten."],
    ]
    assert described_by_rows(rows)[0] == Control(version="4.10")


def test_other_tables_are_not_believed() -> None:
    assert described_by_rows([["Category", "Owner"], ["Harm", "Team"]])[0] == Control()
    assert described_by_rows([["Review", "Once a year"]])[0] == Control()
    assert described_by_rows([])[0] == Control()


def test_lines_of_a_cover_and_a_footer() -> None:
    lines = [
        "Policy title: Safeguarding",
        "Version 4.2 | Approved 9 June 2026 | Uncontrolled when printed",
        "Owner: Head of Service",
        "Next review: September 2027",
    ]
    assert described_by_lines(lines)[0] == Control(
        version="4.2", owner="Head of Service", approved="9 June 2026", review="September 2027"
    )
    assert described_by_lines(lines)[1] == "Safeguarding"


def test_running_text_with_the_same_words_is_not_control_data() -> None:
    lines = [
        "Review: the plan is looked at again every six weeks.",
        "The plan was approved on a wet Tuesday.",
    ]
    assert described_by_lines(lines)[0] == Control()


def test_the_first_value_of_several_findings_counts() -> None:
    found = merged([Control(version="1"), Control(version="2", owner="A"), Control(review="May")])
    assert found == Control(version="1", owner="A", review="May")


@pytest.mark.parametrize(
    ("line", "control"),
    [
        ("Date of next review: 03/2027", Control(review="03/2027")),
        ("Policy Lead – Jane Elm", Control(owner="Jane Elm")),
        ("Version No: 7 Date: May 2026", Control(version="7")),
        (
            "Last reviewed: January 2026. Next review due: January 2027",
            Control(review="January 2027"),
        ),
        (
            "This policy was approved on 4 May 2026 and will be reviewed in May 2027.",
            Control(approved="4 May 2026", review="May 2027"),
        ),
        (
            "This policy belongs to the Head of Service, Early Help, who keeps it up to date.",
            Control(owner="Head of Service, Early Help"),
        ),
        ("The document is the responsibility of all staff.", Control()),
        ("Cases will be reviewed in the first week of May.", Control()),
        ("Roles - what each of us does", Control()),
    ],
)
def test_the_many_ways_of_a_cover(line: str, control: Control) -> None:
    assert described_by_lines([line])[0] == control
