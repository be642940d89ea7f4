"""All agencies together: who has returned, where they are weak, what is overdue."""

from __future__ import annotations

import random
from dataclasses import replace
from datetime import date, timedelta

from policyalign.model.partnership import Count, Point
from policyalign.model.report import Outcome
from policyalign.model.returns import LABELS, Rating
from policyalign.model.submissions import Submission
from tests.partnership.building import (
    DAY,
    MET,
    NETWORK,
    NOT_MET,
    PARTLY,
    SCALING,
    TODAY,
    held,
    reported,
    row,
    sent,
    view,
)


def school(name: str, *ratings: Rating | None) -> Submission:
    items = ("scaling", "network", "goals")
    return sent(held(name, *map(row, items, ratings)))


def test_agencies_that_should_have_returned_and_have_not_are_named() -> None:
    found = view(school("Reedhill Council", MET), expected=["REEDHILL council", "Ostley Police"])
    assert found.expected == ("REEDHILL council", "Ostley Police")
    assert found.missing == ("Ostley Police",)


def test_a_report_on_its_documents_is_no_return() -> None:
    found = view(reported(held("A", row("scaling"))), expected=["A"])
    assert found.missing == ("A",)
    assert found.returned == ()


def test_names_that_differ_in_capitals_and_blanks_are_one_agency_with_both_spellings() -> None:
    one, two = school("Ostley Police", MET), school("ostley  police", MET)
    (agency,) = view(one, two).agencies
    assert agency.spellings == ("ostley  police", "Ostley Police")


def test_an_agency_is_called_what_the_file_that_counts_calls_it() -> None:
    report = reported(held("OSTLEY police", row("scaling"), made=TODAY), "a.json")
    (agency,) = view(report, school("Ostley Police", MET)).agencies
    assert agency.name == "Ostley Police"


def test_near_names_are_pointed_out_and_kept_apart_among_those_expected_too() -> None:
    found = view(school("Reedhill Council", MET), expected=["Reed Hill Council"])
    assert found.near_names == (("Reedhill Council", "Reed Hill Council"),)
    assert found.missing == ("Reed Hill Council",)
    both = view(school("Reedhill Council", MET), school("Reed Hill Council", MET))
    assert len(both.agencies) == 2


def test_a_return_with_items_not_rated_is_unfinished() -> None:
    found = view(school("A", MET, None, None), school("B", MET))
    assert [(a.name, a.unrated, a.asked) for a in found.unfinished] == [("A", 2, 3)]


def test_what_is_not_for_an_agencys_documents_need_not_be_rated() -> None:
    rows = row("scaling", MET), row("network", None, Outcome.NOT_APPLICABLE)
    (agency,) = view(sent(held("A", *rows))).agencies
    assert (agency.asked, agency.is_finished) == (1, True)


def test_the_weakest_item_stands_first_and_is_weak_everywhere_if_nobody_has_it_met() -> None:
    found = view(school("A", MET, NOT_MET), school("B", MET, PARTLY), school("C", PARTLY, NOT_MET))
    summaries = [(one.item.key, one.count, one.is_weak_everywhere) for one in found.weakest]
    assert summaries == [
        (NETWORK, Count(met=0, partly=1, not_met=2), True),
        (SCALING, Count(met=2, partly=1, not_met=0), False),
    ]


def test_one_agency_alone_makes_nothing_weak_everywhere() -> None:
    (only,) = view(school("A", NOT_MET)).weakest
    assert not only.is_weak_everywhere


def test_areas_are_counted_over_all_agencies_and_for_each() -> None:
    rows = row("scaling", MET), row("network", NOT_MET, area="Networks")
    found = view(sent(held("A", *rows)), school("B", PARTLY))
    assert found.areas == {"Analysis": Count(met=1, partly=1), "Networks": Count(not_met=1)}
    assert found.agencies[0].areas["Networks"].mean == 0.0
    assert found.agencies[1].areas["Networks"].mean is None


def test_differences_begin_where_an_agency_rates_itself_furthest_above_its_documents() -> None:
    rows = (
        row("scaling", PARTLY, Outcome.NOT_MET),
        row("network", MET, Outcome.NOT_MET),
        row("goals", NOT_MET, Outcome.MET),
        row("plans", MET, Outcome.MET),
    )
    found = view(sent(held("A", *rows)))
    assert [(one.item.key[1], one.points) for one in found.differences] == [
        ("network", 2),
        ("scaling", 1),
        ("goals", -2),
    ]
    assert [one.points for one in found.above] == [2, 1]
    assert (found.agencies[0].above, len(found.agencies[0].differences)) == (2, 4)


def actions() -> Submission:
    late, soon = TODAY - timedelta(days=1), TODAY
    return sent(
        held(
            "A",
            row("goals", PARTLY, action="Ask the panel"),
            row("scaling", PARTLY, action="Rewrite", owner="Head ", due=soon),
            row("network", NOT_MET, action="Brief staff", owner="head", due=late),
        )
    )


def test_an_action_is_overdue_the_day_after_its_date_and_not_on_it() -> None:
    found = view(actions())
    assert [action.text for action in found.actions] == ["Brief staff", "Rewrite", "Ask the panel"]
    assert [action.text for action in found.overdue] == ["Brief staff"]


def test_open_actions_are_summed_up_by_owner() -> None:
    head, nobody = view(actions()).owners
    assert (head.actions, head.overdue, head.next_due) == (2, 1, TODAY)
    assert (nobody.name, nobody.actions, nobody.next_due) == ("", 1, None)


def test_what_two_versions_of_a_pack_have_alone_or_ask_otherwise_is_said() -> None:
    old = sent(held("A", row("scaling", MET), row("goals", MET), version="1"))
    new = sent(held("B", row("scaling", MET, question="New?"), version="2", made=TODAY))
    found = view(old, new)
    assert found.versions == (("sos", ("1", "2")),)
    assert [(item.key[1], item.versions) for item in found.partial] == [("goals", ("1",))]
    assert found.items[0].question == "New?"
    (reworded,) = found.reworded
    assert reworded.questions == (("Does it have scaling?", ("1",)), ("New?", ("2",)))


def test_items_of_two_packs_are_two_items() -> None:
    one, two = held("A", row("scaling", MET)), held("B", row("scaling", MET), pack="other")
    assert {item.key for item in view(sent(one), sent(two)).items} == {
        ("sos", "scaling"),
        ("other", "scaling"),
    }


def test_the_development_has_every_day_and_rests_on_documents_alone() -> None:
    before = date(2025, 10, 1)
    rows = row("scaling", NOT_MET), row("network", MET, Outcome.NOT_MET)
    new = sent(held("A", *rows, scores=(60.0, None, 70.5)), "new")
    old = sent(held("A", row("scaling", MET, Outcome.UNCLEAR), made=before, scores=()), "old")
    report = reported(held("A", row("scaling"), made=TODAY), "report")
    (agency,) = view(new, old, report).agencies
    assert agency.trend == (
        Point(day=before, path="old", alignment=None, met=None),
        Point(day=DAY, path="new", alignment=65.2, met=50.0),
        Point(day=TODAY, path="report", alignment=60.0, met=100.0),
    )
    assert agency.alignment == 65.2


def test_a_score_that_is_no_score_is_in_no_mean() -> None:
    scores = (60.0, float("nan"), 1e9, -1.0)
    (agency,) = view(sent(held("A", row("scaling"), scores=scores))).agencies
    assert agency.alignment == 60.0


def test_labels_are_those_of_the_returns_if_all_have_the_same() -> None:
    colours = dict(zip(Rating, ("Green", "Amber", "Red", "Grey"), strict=True))
    green = sent(held("A", row("scaling", MET), labels=colours))
    assert view(green).labels == colours
    assert view(green, school("B", MET)).labels == LABELS
    assert view(school("B", MET), labels=colours).labels == colours


def test_the_order_of_the_files_makes_no_difference() -> None:
    files = [school("A", MET), school("B", NOT_MET, PARTLY), actions(), school("a", PARTLY)]
    files += [reported(held("C", row("scaling"))), sent(held("B", row("goals")), "b2")]
    files = [replace(file, path=f"{number}") for number, file in enumerate(files)]
    shuffled = random.Random(3).sample(files, len(files))
    assert view(*files) == view(*shuffled)


def test_the_same_action_for_items_of_two_packs_is_two_actions() -> None:
    one = held("A", row("scaling", PARTLY, action="Rewrite"))
    other = held("A", row("scaling", PARTLY, action="Rewrite"), pack="other")
    found = view(sent(one, "a.xlsx"), sent(other, "b.xlsx"))
    assert [action.item.key[0] for action in found.actions] == ["sos", "other"]
