"""Names and paths cut to the room that there is."""

from __future__ import annotations

from policyalign.renderers.terminal.text import told_apart


def test_paths_that_come_out_the_same_give_way_to_the_names_of_their_files() -> None:
    paths = [
        "council/assessment-planning.docx",
        "council/safety-planning.docx",
        "trust/visits.docx",
    ]
    assert told_apart(paths, 20) == [
        "assess…planning.docx",
        "safety-planning.docx",
        "trust/visits.docx",
    ]


def test_files_of_one_name_keep_the_beginnings_of_their_folders() -> None:
    paths = ["council/of/the/town/policy.docx", "schools/of/the/town/policy.docx"]
    assert told_apart(paths, 20) == ["counci…n/policy.docx", "school…n/policy.docx"]
    same = [f"council/{number}/of/the/town/policy.docx" for number in (1, 2)]
    assert told_apart(same, 20) == ["counci…n/policy.docx"] * 2
