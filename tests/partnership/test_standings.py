"""Where an agency stands on an item, and what its files disagree on."""

from __future__ import annotations

import pytest

from policyalign.model.partnership import Claim, Dispute, Field, Standing
from policyalign.model.report import Outcome
from policyalign.model.returns import Rating
from tests.partnership.building import (
    EXHIBIT,
    MET,
    NOT_MET,
    PARTLY,
    SCALING,
    held,
    reported,
    row,
    ruled,
    sent,
    view,
)

N_A = Rating.NOT_APPLICABLE


def standing(*submissions: object, **more: object) -> Standing:
    return view(*submissions, **more).agencies[0].standings[SCALING]  # type: ignore[arg-type]


@pytest.mark.parametrize(
    ("rating", "finding", "moderated", "points"),
    [
        (MET, Outcome.MET, None, 2),
        (MET, Outcome.NOT_MET, None, 0),
        (NOT_MET, Outcome.MET, None, 0),
        (PARTLY, Outcome.MET, None, 1),
        (MET, Outcome.NOT_MET, PARTLY, 1),
        (NOT_MET, Outcome.NOT_MET, MET, 2),
        (None, Outcome.PARTLY, None, 1),
        (PARTLY, Outcome.UNCLEAR, None, 1),
        (PARTLY, Outcome.NOT_APPLICABLE, None, 1),
        (None, Outcome.UNCLEAR, None, None),
        (N_A, Outcome.MET, None, None),
        (N_A, Outcome.MET, PARTLY, 1),
        (MET, Outcome.MET, N_A, None),
    ],
)
def test_points_are_the_lower_of_rating_and_finding_unless_moderated(
    rating: Rating | None, finding: Outcome, moderated: Rating | None, points: int | None
) -> None:
    found = Standing(rating=rating, finding=finding, moderated=moderated)
    assert found.points == points


@pytest.mark.parametrize(
    ("rating", "finding", "difference"),
    [
        (MET, Outcome.NOT_MET, 2),
        (PARTLY, Outcome.NOT_MET, 1),
        (MET, Outcome.MET, 0),
        (NOT_MET, Outcome.MET, -2),
        (N_A, Outcome.MET, None),
        (None, Outcome.MET, None),
        (MET, Outcome.UNCLEAR, None),
        (MET, Outcome.NOT_APPLICABLE, None),
    ],
)
def test_a_difference_is_self_rating_less_finding(
    rating: Rating | None, finding: Outcome, difference: int | None
) -> None:
    assert Standing(rating=rating, finding=finding).difference == difference


def test_two_files_that_contradict_each_other_count_for_nothing_and_are_shown() -> None:
    one = sent(held("A", row("scaling", MET)), "one.xlsx")
    two = sent(held("A", row("scaling", NOT_MET)), "two.xlsx")
    found = view(one, two)
    assert found.agencies[0].standings[SCALING].rating is None
    assert found.agencies[0].standings[SCALING].points is None
    assert found.weakest == ()
    claims = (Claim(value="met", path="one.xlsx"), Claim(value="not-met", path="two.xlsx"))
    assert found.disputes == (Dispute(agency="A", key=SCALING, field=Field.RATING, claims=claims),)


def test_what_both_files_say_counts_and_a_blank_contradicts_nothing() -> None:
    one = sent(held("A", row("scaling", MET)), "one")
    two = sent(held("A", row("scaling", None, comment="not done yet")), "two")
    found = view(one, two)
    assert found.agencies[0].standings[SCALING].rating is MET
    assert found.disputes == ()


def test_findings_that_differ_are_a_dispute_too_and_bring_no_evidence() -> None:
    one = sent(held("A", row("scaling", MET, Outcome.MET, exhibit=EXHIBIT)), "one")
    two = sent(held("A", row("scaling", MET, Outcome.NOT_MET)), "two")
    found = view(one, two)
    assert found.agencies[0].standings[SCALING].exhibit is None
    assert [dispute.field for dispute in found.disputes] == [Field.FINDING]


def test_the_evidence_is_that_of_the_finding() -> None:
    found = standing(sent(held("A", row("scaling", MET, Outcome.MET, exhibit=EXHIBIT))))
    assert found.exhibit == EXHIBIT


def test_a_moderated_rating_of_an_earlier_workbook_decides() -> None:
    submission = sent(held("A", row("scaling", MET)))
    found = standing(submission, rulings=(ruled("a ", PARTLY, "Agreed by the panel"),))
    assert (found.moderated, found.moderation, found.points) == (PARTLY, "Agreed by the panel", 1)


def test_moderation_that_is_not_that_of_the_return_is_shown_and_not_counted() -> None:
    submission = sent(held("A", row("scaling", MET, moderated=MET, moderation="Seen")))
    found = view(submission, rulings=(ruled("A", PARTLY, "Not seen"),))
    assert found.agencies[0].standings[SCALING].moderated is None
    assert found.agencies[0].standings[SCALING].points is None
    assert [dispute.field for dispute in found.disputes] == [Field.MODERATED, Field.MODERATION]
    paths = [claim.path for claim in found.disputes[0].claims]
    assert paths == ["a.xlsx", "moderated.xlsx"]


def test_the_same_moderation_twice_is_no_conflict() -> None:
    submission = sent(held("A", row("scaling", MET, moderated=PARTLY, moderation="Seen  it")))
    found = view(submission, rulings=(ruled("A", PARTLY, "Seen it"),))
    assert found.disputes == ()


def test_a_moderated_rating_settles_what_two_returns_disagree_on() -> None:
    files = [sent(held("A", row("scaling", rating)), rating) for rating in (MET, NOT_MET)]
    assert standing(*files, rulings=(ruled("A", PARTLY),)).points == 1


def test_a_report_has_findings_and_no_ratings() -> None:
    found = standing(reported(held("A", row("scaling", None, Outcome.PARTLY))))
    assert (found.rating, found.finding, found.points) == (None, Outcome.PARTLY, 1)


def test_moderation_of_what_no_file_has_is_named() -> None:
    files = sent(held("A", row("network", MET))), sent(held("C", row("scaling", MET)))
    found = view(*files, rulings=(ruled("A", MET), ruled("B", MET)))
    assert found.remarks == (
        ("moderated.xlsx", "moderates B, of which no file was read"),
        ("moderated.xlsx", "moderates “scaling” for A, which is in none of its files that count"),
    )
