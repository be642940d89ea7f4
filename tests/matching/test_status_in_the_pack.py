"""What the pack's own triggers say of mentions in sentences of more than one clause."""

from __future__ import annotations

from pathlib import Path

import pytest

from policyalign import check_text
from policyalign.matching import matcher_for
from policyalign.model.document import Block, Cell, Document, Kind, Place
from tests.sos_pack import sos


@pytest.mark.parametrize(
    ("text", "statuses"),
    [
        (
            "The plan is not shared with the school, and the safety network is told of it.",
            {"safety-network": "affirmed"},
        ),
        (
            "The plan is not shared with the school, the parents or the safety network.",
            {"safety-network": "negated"},
        ),
        (
            "We do not use the Safety House, but every child is offered the Three Houses.",
            {"safety-house": "negated", "three-houses": "affirmed"},
        ),
        (
            "The Three Houses is used with children, but the Safety House is not used.",
            {"three-houses": "affirmed", "safety-house": "negated"},
        ),
        (
            "Danger statements, safety goals, and the Three Houses are not used.",
            {"danger-statement": "negated", "safety-goal": "negated", "three-houses": "negated"},
        ),
        (
            "We do not use danger statements, safety goals, the Three Houses or genograms.",
            {"danger-statement": "negated", "safety-goal": "negated", "three-houses": "negated"},
        ),
        (
            "Formerly the club used danger statements, and every safety goal must now be written.",
            {"danger-statement": "historical", "safety-goal": "affirmed"},
        ),
        (
            "If funding is found, we will use the Three Houses, and safety goals will follow.",
            {"three-houses": "negated", "safety-goal": "negated"},
        ),
        (
            "Some neighbouring councils use danger statements, and safety goals are written too.",
            {"danger-statement": "cited", "safety-goal": "cited"},
        ),
        (
            "The trust plans to introduce danger statements, and every child has a safety goal.",
            {"danger-statement": "negated", "safety-goal": "affirmed"},
        ),
        (
            "Signs of Wellbeing is used when a short break is being considered.",
            {"signs-of-wellbeing": "affirmed"},
        ),
        (
            "The Three Houses is offered where an interpreter is not available.",
            {"three-houses": "affirmed"},
        ),
        (
            "The safety network meets if the family's flat is no longer available.",
            {"safety-network": "affirmed"},
        ),
        (
            "Workers do not use forms when they read out danger statements.",
            {"danger-statement": "affirmed"},
        ),
        ("Whether Signs of Safety is used is being considered.", {"signs-of-safety": "negated"}),
        ("Siblings living elsewhere hear the danger statement.", {"danger-statement": "affirmed"}),
        (
            "As set out elsewhere in this policy, danger statements are read aloud.",
            {"danger-statement": "affirmed"},
        ),
        ("Elsewhere, councils use danger statements.", {"danger-statement": "cited"}),
        ("Colleagues in the next county write danger statements.", {"danger-statement": "cited"}),
        ("A nearby borough writes danger statements.", {"danger-statement": "cited"}),
        (
            "If the partnership adopts Signs of Safety, danger statements would be written.",
            {"signs-of-safety": "negated", "danger-statement": "negated"},
        ),
        (
            "Should the pilot be extended, the Future House would be tried in two homes.",
            {"future-house": "negated"},
        ),
        (
            "Once the bid is successful, workers will write danger statements.",
            {"danger-statement": "negated"},
        ),
        (
            "When a child is adopted, the danger statement is closed.",
            {"danger-statement": "affirmed"},
        ),
        (
            "If the school joins the network meeting, the danger statement is read out first.",
            {"danger-statement": "affirmed"},
        ),
        ("Before this, staff used danger statements.", {"danger-statement": "historical"}),
        (
            "Before that, the worker reads the danger statement to the parents.",
            {"danger-statement": "affirmed"},
        ),
        (
            "This chapter replaces the Home Visits to Unborn Children Guide (2013) and the Danger "
            "Statement Handbook.",
            {"danger-statement": "historical"},
        ),
        (
            "This policy replaces all earlier versions and is based on Signs of Safety.",
            {"signs-of-safety": "affirmed"},
        ),
        (
            "This policy replaces the 2015 version and asks staff to write danger statements.",
            {"danger-statement": "affirmed"},
        ),
        (
            "This supersedes the Assessment Manual of 2016 and introduces safety goals.",
            {"safety-goal": "affirmed"},
        ),
        (
            "This policy replaces the 2012 forms with danger statements.",
            {"danger-statement": "affirmed"},
        ),
        (
            "The council's training plan to introduce danger statements runs to June.",
            {"danger-statement": "affirmed"},
        ),
    ],
)
def test_a_sentence_says_one_thing_in_each_clause(text: str, statuses: dict[str, str]) -> None:
    mentions = check_text(text, pack=sos()).mentions
    found = {mention.concept: mention.status for mention in mentions}
    assert {concept: found[concept] for concept in statuses} == statuses


def test_wording_that_must_not_be_written_of_anybody_is_excused() -> None:
    text = "Never write that a mother is in denial or that a family is hard to reach."
    found = check_text(text, pack=sos()).discouraged
    assert [(one.id, one.excused) for one in found] == [
        ("in-denial", True),
        ("hard-to-reach", True),
    ]


def test_what_was_there_before_may_have_its_old_name() -> None:
    text = "Before that, records were short and the Local Safeguarding Children Board set the form."
    found = check_text(text, pack=sos()).discouraged
    assert [(one.id, one.excused) for one in found] == [("lscb", True)]


@pytest.mark.parametrize(
    ("text", "status"),
    [
        ("Danger statements have yet to reach this school.", "negated"),
        ("We have not got round to danger statements.", "negated"),
        ("Danger statements are not something we write.", "negated"),
        ("None of our staff know danger statements.", "negated"),
        ("The board turned down Signs of Safety.", "negated"),
        ("This policy says nothing about danger statements.", "negated"),
        ("Danger statements are missing from our forms.", "negated"),
        ("Signs of Safety will start once we have the money.", "negated"),
        ("The school gave up danger statements in 2019.", "historical"),
        ("We once used danger statements.", "historical"),
        ("Danger statements went out of use in 2020.", "historical"),
        ("Danger statements have given way to a short summary.", "historical"),
        ("Before the move to the new model, staff used danger statements.", "historical"),
        ("Our neighbours in Marlbeck write danger statements.", "cited"),
        ("Social workers, but not our staff, write danger statements.", "cited"),
        ("According to the review, danger statements were poorly understood.", "cited"),
        ("For more on danger statements ask the council.", "cited"),
    ],
)
def test_what_is_left_out_given_up_or_done_by_others_is_not_credited(
    text: str, status: str
) -> None:
    assert {m.status for m in check_text(text, pack=sos()).mentions} == {status}


@pytest.mark.parametrize(
    "text",
    [
        "We never work without danger statements.",
        "Workers do without jargon in danger statements.",
        "None of our staff writes danger statements alone.",
        "Danger statements have no place for jargon.",
        "Where it is unclear whether a child is safe, a danger statement is written.",
        "Where the council has rejected the family's ideas, the danger statement is read again.",
        "When staff have left the team, danger statements stay on the record.",
        "We once asked families about danger statements, and we still do.",
        "Danger statements that are missing from the record are written within a week.",
        "The school says nothing about the danger statement to other pupils.",
        "For advice about danger statements ring the practice lead.",
        "The leaflet on our website explains danger statements.",
    ],
)
def test_like_words_about_something_else_leave_a_mention_credited(text: str) -> None:
    mentions = check_text(text, pack=sos()).mentions
    assert [m.status for m in mentions if m.concept == "danger-statement"] == ["affirmed"]


_SENTENCES = Path(__file__).with_name("status_sentences.txt").read_text("utf-8").splitlines()


@pytest.mark.parametrize("status", ["affirmed", "cited", "historical", "negated"])
def test_policies_say_in_many_ways_that_a_thing_is_done_past_or_absent(status: str) -> None:
    own = [line.removeprefix(f"{status}: ") for line in _SENTENCES if line.startswith(status)]
    wrong = {
        text: found
        for text in own
        if (found := {m.status.value for m in check_text(text, pack=sos()).mentions}) != {status}
    }
    assert len(own) > 20
    assert wrong == {}


@pytest.mark.parametrize(
    ("row", "status"),
    [
        (("Three Houses", "No"), "negated"),
        (("Three Houses", "Not yet in place", "Head of service"), "negated"),
        (("Three Houses", "Undecided. A paper goes to the board in the spring", "Now"), "negated"),
        (("Three Houses", "Yes", "No"), "affirmed"),
        (("Three Houses", "No later than the second visit"), "affirmed"),
    ],
)
def test_a_cell_that_says_no_speaks_of_its_row(row: tuple[str, ...], status: str) -> None:
    rows = (("Tool", "In use", "Remarks"), row)
    cells = [
        (text, Cell(table=1, row=number, column=column))
        for number, texts in enumerate(rows, start=1)
        for column, text in enumerate(texts, start=1)
    ]
    blocks = tuple(
        Block(kind=Kind.TABLE_CELL, text=text, place=Place(block=number), cell=cell)
        for number, (text, cell) in enumerate(cells)
    )
    table = Document(path="t", sha256="", title=None, blocks=blocks)
    (mention,) = matcher_for(sos()).match(table).mentions
    assert mention.status == status
