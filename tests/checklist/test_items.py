"""Outcomes of checklist items."""

from __future__ import annotations

from dataclasses import replace

import pytest

from policyalign.checklist import check_items, rating_for, score
from policyalign.model.clauses import (
    AtLeast,
    BodyText,
    ByWhen,
    Clause,
    Commitment,
    InSentence,
    NoDiscouraged,
    OwnPractice,
    SameSection,
)
from policyalign.model.document import (
    Block,
    Cell,
    Document,
    Kind,
    Notice,
    NoticeKind,
    Place,
    State,
)
from policyalign.model.pack import ChecklistItem, Importance, Pack, Rating
from policyalign.model.report import Finding, How, ItemResult, Mention, Outcome, Status, Whose
from tests.matching.small_pack import PACK


def item(
    *expected: Clause,
    name: str = "item",
    importance: Importance = Importance.ESSENTIAL,
    applies_to: tuple[str, ...] = (),
    applies_where: tuple[str, ...] = (),
) -> ChecklistItem:
    return ChecklistItem(
        id=name,
        area="",
        title="",
        question="",
        expected=expected,
        importance=importance,
        applies_to=applies_to,
        applies_where=applies_where,
        suggested_wording="",
        source="",
    )


class Policy:
    """A document made of mentions: each in a block of its own, under the heading given."""

    def __init__(self) -> None:
        self.blocks: list[Block] = []
        self.mentions: list[Mention] = []
        self.discouraged: list[Finding] = []
        self.notices: list[Notice] = []

    def says(
        self,
        concept: str,
        heading: str = "One",
        *,
        kind: Kind = Kind.PARAGRAPH,
        state: State = State.LIVE,
        status: Status = Status.AFFIRMED,
        commits: bool = False,
        planned: bool = False,
        whose: Whose = Whose.OWN,
        when: str = "",
    ) -> Policy:
        place = Place(heading=(heading,), block=len(self.blocks))
        said = f"It says {concept}{when}."
        text = f"{said}{' More words.' * 50}"
        self.blocks.append(Block(kind=kind, text=text, place=place, state=state))
        self.mentions.append(
            Mention(
                concept=concept,
                quote=concept,
                start=8,
                end=8 + len(concept),
                block=place.block,
                place=place,
                state=state,
                status=status,
                how=How.EXACT,
                similarity=100,
                sentence=(0, len(said)),
                commits=commits,
                planned=planned,
                whose=whose,
            )
        )
        return self

    def blames(self, *, excused: bool) -> Policy:
        finding = Finding(
            id="engage",
            quote="failed to engage",
            prefer="",
            excused=excused,
            excuse="",
            start=0,
            end=1,
            block=0,
            place=Place(block=0),
        )
        self.discouraged.append(finding)
        return self

    def has_scan(self) -> Policy:
        self.notices.append(Notice(kind=NoticeKind.SCANNED_PAGE, reason="a scan", page=2))
        return self

    def answers(self, *items: ChecklistItem, of: str = "other") -> tuple[ItemResult, ...]:
        document = Document(
            path="",
            sha256="",
            title=None,
            blocks=tuple(self.blocks),
            notices=tuple(self.notices),
        )
        pack = pack_with(*items)
        return check_items(document, pack, of, tuple(self.mentions), tuple(self.discouraged))

    def outcome(self, *expected: Clause) -> Outcome:
        return self.answers(item(*expected))[0].outcome


def pack_with(*items: ChecklistItem, ratings: tuple[Rating, ...] = PACK.ratings) -> Pack:
    return replace(PACK, checklist={one.id: one for one in items}, ratings=ratings)


def long_policy() -> Policy:
    """A policy too long to be a leaflet, which would be one section."""
    policy = Policy()
    for number in range(8):
        policy.says("voice", f"Other {number}")
    return policy


DANGER = AtLeast(1, ("danger",))
GOAL = AtLeast(1, ("goal",))


def test_all_clauses_make_an_item_met_with_its_evidence() -> None:
    (result,) = Policy().says("danger").says("goal").answers(item(DANGER, GOAL))
    assert result.outcome == "met"
    assert [clause.held for clause in result.clauses] == [True, True]
    assert [evidence.quote for evidence in result.evidence] == [
        "It says danger.",
        "It says goal.",
    ]


def test_nothing_found_is_not_met() -> None:
    assert Policy().says("voice").outcome(DANGER) == "not-met"


def test_some_clauses_make_it_partly_met_and_name_what_is_missing() -> None:
    (result,) = Policy().says("danger").answers(item(DANGER, GOAL))
    assert (result.outcome, result.reason) == ("partly", "does not hold: all of [goal]")


@pytest.mark.parametrize("kind", [Kind.HEADING, Kind.HEADER, Kind.FOOTER])
def test_weak_places_are_not_enough(kind: Kind) -> None:
    assert Policy().says("danger", kind=kind).outcome(DANGER) == "partly"


def test_what_is_only_proposed_is_partly_met() -> None:
    assert Policy().says("danger", state=State.PROPOSED).outcome(DANGER) == "partly"


@pytest.mark.parametrize("status", [Status.NEGATED, Status.HISTORICAL, Status.CITED])
def test_what_is_not_affirmed_is_no_evidence(status: Status) -> None:
    (result,) = Policy().says("danger", status=status).answers(item(DANGER, BodyText()))
    assert result.outcome == "not-met"
    assert [evidence.status for evidence in result.evidence] == [status]


def test_what_is_planned_is_partly_met() -> None:
    planned = Policy().says("danger", status=Status.NEGATED, planned=True)
    assert planned.outcome(DANGER) == "partly"
    heading = Policy().says("danger", status=Status.NEGATED, planned=True, kind=Kind.HEADING)
    assert heading.outcome(DANGER) == "not-met"


def test_one_section_must_hold_all_that_is_asked() -> None:
    apart = long_policy().says("danger", "One").says("goal", "Two")
    together = long_policy().says("danger", "One").says("goal", "One")
    assert apart.outcome(DANGER, GOAL, SameSection()) == "partly"
    assert together.outcome(DANGER, GOAL, SameSection()) == "met"


def test_a_leaflet_is_one_section() -> None:
    leaflet = Policy().says("danger", "One").says("goal", "Two")
    assert leaflet.outcome(DANGER, GOAL, SameSection()) == "met"


def test_a_table_of_past_versions_is_weak_evidence() -> None:
    policy = Policy().says("voice", kind=Kind.TABLE_CELL).says("danger", kind=Kind.TABLE_CELL)
    head, row = policy.blocks
    policy.blocks = [
        head._replace(text="Version and changes", cell=Cell(table=1, row=1, column=1)),
        row._replace(cell=Cell(table=1, row=2, column=1)),
    ]
    policy.mentions = policy.mentions[1:]
    assert policy.outcome(DANGER) == "partly"


def test_a_commitment_must_stand_in_the_section_chosen() -> None:
    policy = long_policy().says("danger", "One", commits=True)
    policy.says("danger", "Two").says("goal", "Two")
    assert policy.outcome(DANGER, GOAL, SameSection(), Commitment()) == "partly"
    policy.says("goal", "One")
    assert policy.outcome(DANGER, GOAL, SameSection(), Commitment()) == "met"


def test_a_time_may_stand_in_the_sentence_or_in_one_that_goes_on_from_it() -> None:
    asked = (DANGER, ByWhen())
    assert Policy().says("danger").outcome(*asked) == "partly"
    assert Policy().says("danger", when=" by May 2027").outcome(*asked) == "met"
    assert Policy().says("danger", when=". This is done by May 2027").outcome(*asked) == "met"


def test_a_time_may_stand_in_another_cell_of_the_row() -> None:
    policy = Policy().says("danger", kind=Kind.TABLE_CELL)
    policy.blocks[0] = policy.blocks[0]._replace(cell=Cell(table=1, row=2, column=1))
    for row, outcome in ((3, "partly"), (2, "met")):
        when = policy.blocks[0]._replace(
            text="July 2027",
            place=Place(block=1),
            cell=Cell(table=1, row=row, column=2),
        )
        policy.blocks[1:] = [when]
        assert policy.outcome(DANGER, ByWhen()) == outcome


def test_the_section_with_the_time_is_chosen() -> None:
    policy = long_policy().says("danger", "One").says("danger", "One")
    policy.says("danger", "Two", when=" by May 2027")
    assert policy.outcome(DANGER, SameSection(), ByWhen()) == "met"


def outcome_of_own(policy: Policy, of: str) -> Outcome:
    (result,) = policy.answers(item(DANGER, GOAL, OwnPractice()), of=of)
    return result.outcome


def test_what_another_body_does_is_not_what_a_partner_does() -> None:
    policy = Policy().says("danger", whose=Whose.ANOTHERS).says("goal")
    assert outcome_of_own(policy, "school") == "not-met"
    assert outcome_of_own(policy, "other") == "met"
    assert outcome_of_own(policy.says("danger"), "school") == "met"


def test_to_take_part_in_what_another_body_does_is_a_part_and_no_commitment() -> None:
    policy = Policy().says("danger", whose=Whose.SHARED).says("goal")
    assert outcome_of_own(policy, "school") == "partly"
    (result,) = policy.answers(item(DANGER, OwnPractice(), Commitment()), of="school")
    assert result.outcome == "not-met"


@pytest.mark.parametrize("of", ["school", "other"])
def test_what_only_some_of_the_agency_does_is_a_part_wherever_it_is_said(of: str) -> None:
    policy = Policy().says("danger", whose=Whose.SOME, commits=True).says("goal")
    assert outcome_of_own(policy, of) == "partly"
    (result,) = policy.answers(item(DANGER, OwnPractice(), Commitment()), of=of)
    assert result.outcome == "partly"


@pytest.mark.parametrize("status", [Status.NEGATED, Status.HISTORICAL])
def test_who_says_that_the_framework_is_not_used_uses_it_in_part(status: Status) -> None:
    policy = Policy().says("danger", whose=Whose.ANOTHERS).says("goal")
    assert outcome_of_own(policy.says("framework", status=status), "other") == "partly"
    assert outcome_of_own(policy.says("framework", commits=True), "other") == "met"


def test_all_that_is_asked_has_to_be_own_practice() -> None:
    policy = Policy().says("danger").says("goal", whose=Whose.ANOTHERS)
    (result,) = policy.answers(item(DANGER, GOAL, OwnPractice()), of="school")
    assert result.outcome == "partly"
    both = AtLeast(2, ("danger", "goal"))
    (result,) = policy.answers(item(both, OwnPractice()), of="school")
    assert result.outcome == "partly"
    (result,) = policy.says("goal").answers(item(both, OwnPractice()), of="school")
    assert result.outcome == "met"


def test_where_no_concept_is_asked_for_there_is_nothing_to_own() -> None:
    (result,) = Policy().says("danger").answers(item(OwnPractice()), of="school")
    assert result.outcome == "met"


def test_of_two_sections_the_one_with_own_practice_is_looked_at() -> None:
    policy = long_policy()
    for _ in range(2):
        policy.says("danger", "One", whose=Whose.ANOTHERS).says("goal", "One")
    policy.says("danger", "Two").says("goal", "Two")
    (result,) = policy.answers(item(DANGER, GOAL, SameSection(), OwnPractice()), of="school")
    assert result.outcome == "met"


@pytest.mark.parametrize("clause", [Commitment(), InSentence()])
def test_it_is_the_own_practice_that_has_to_commit_and_to_be_said(clause: Clause) -> None:
    policy = Policy().says("danger", whose=Whose.ANOTHERS, commits=True)
    policy.says("danger", kind=Kind.TABLE_CELL)
    policy.blocks[1] = policy.blocks[1]._replace(text="It says danger.")
    (result,) = policy.answers(item(DANGER, OwnPractice(), clause), of="school")
    assert [one.held for one in result.clauses] == [True, True, False]


def test_a_blank_form_commits_nobody() -> None:
    form = Policy().says("danger", kind=Kind.FORM_FIELD, commits=True)
    assert form.outcome(DANGER) == "met"
    assert form.outcome(DANGER, Commitment()) == "partly"


@pytest.mark.parametrize(
    ("kind", "outcome"), [(Kind.TABLE_CELL, "partly"), (Kind.PARAGRAPH, "met")]
)
def test_a_name_in_a_table_is_not_said_in_a_sentence(kind: Kind, outcome: str) -> None:
    policy = Policy().says("danger", kind=kind)
    policy.blocks = [block._replace(text="It says danger") for block in policy.blocks]
    assert policy.outcome(DANGER, InSentence()) == outcome


def test_a_sentence_in_a_table_is_one() -> None:
    assert Policy().says("danger", kind=Kind.TABLE_CELL).outcome(DANGER, InSentence()) == "met"


def test_at_least_counts_different_concepts() -> None:
    policy = Policy().says("danger").says("danger")
    assert policy.outcome(AtLeast(2, ("danger", "goal", "voice"))) == "partly"
    assert policy.says("voice").outcome(AtLeast(2, ("danger", "goal", "voice"))) == "met"


def test_only_unexcused_wording_fails_an_item() -> None:
    clause = NoDiscouraged(("blaming",))
    assert Policy().blames(excused=True).outcome(clause) == "met"
    assert Policy().blames(excused=False).outcome(clause) == "not-met"


def test_wording_may_be_counted_against_length() -> None:
    clause = NoDiscouraged(("blaming",), once_in=50)
    long, short = long_policy().blames(excused=False), Policy().blames(excused=False)
    assert long.outcome(clause) == "met"
    assert short.outcome(clause) == "not-met"


def test_what_was_not_found_is_unclear_where_a_part_was_not_read() -> None:
    policy = Policy().says("voice").has_scan()
    assert policy.outcome(DANGER) == "unclear"


def test_freedom_from_wording_is_unclear_where_a_part_was_not_read() -> None:
    clause = NoDiscouraged(("blaming",))
    assert Policy().has_scan().outcome(clause) == "unclear"
    assert Policy().has_scan().blames(excused=False).outcome(clause) == "not-met"


def test_an_item_for_other_types_or_names_does_not_apply() -> None:
    for_schools = item(DANGER, applies_to=("school",))
    for_names = item(DANGER, applies_where=("goal",))
    assert Policy().answers(for_schools)[0].outcome == "n-a"
    assert Policy().answers(for_names)[0].outcome == "n-a"
    assert Policy().says("goal").answers(for_names)[0].outcome == "not-met"


ITEMS = (
    item(name="a", importance=Importance.ESSENTIAL),
    item(name="b", importance=Importance.EXPECTED),
    item(name="c", importance=Importance.ENHANCING),
)
RATINGS = (Rating(name="Top", at_least=50, needs_essentials=True), Rating(name="Low", at_least=0))


def results(*outcomes: str) -> tuple[ItemResult, ...]:
    return tuple(
        ItemResult(id=one.id, outcome=Outcome(outcome), reason="")
        for one, outcome in zip(ITEMS, outcomes, strict=True)
    )


@pytest.mark.parametrize(
    ("outcomes", "expected"),
    [
        (("met", "met", "met"), 100.0),
        (("not-met", "not-met", "not-met"), 0.0),
        (("met", "partly", "not-met"), 66.7),
        (("met", "n-a", "not-met"), 75.0),
        (("met", "not-met", "unclear"), 60.0),
        (("met", "unclear", "met"), None),  # a third of the weight is unclear
        (("unclear", "met", "n-a"), None),  # more is unclear than settled
        (("n-a", "n-a", "n-a"), None),
    ],
)
def test_the_score_is_a_weighted_share_of_what_counts(
    outcomes: tuple[str, ...], expected: float | None
) -> None:
    weights = {
        Importance.ESSENTIAL: 3.0,
        Importance.EXPECTED: 2.0,
        Importance.ENHANCING: 1.0,
    }
    pack = replace(pack_with(*ITEMS), weights=weights)
    assert score(results(*outcomes), pack) == expected


@pytest.mark.parametrize(
    ("outcomes", "rating"),
    [
        (("met", "met", "met"), "Top"),
        (("partly", "met", "met"), "Top"),
        (("not-met", "met", "met"), "Low"),
        (("unclear", "met", "met"), "Low"),
    ],
)
def test_the_top_rating_needs_every_essential_item(outcomes: tuple[str, ...], rating: str) -> None:
    pack = pack_with(*ITEMS, ratings=RATINGS)
    assert rating_for(90.0, results(*outcomes), pack) == rating
    assert rating_for(None, results(*outcomes), pack) is None
