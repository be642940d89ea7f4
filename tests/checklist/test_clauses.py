"""What speaks for each clause of an item, and what keeps mentions from speaking for it."""

from __future__ import annotations

from dataclasses import replace

from policyalign.checklist.clauses import Reasons
from policyalign.checklist.evidence import Proofs
from policyalign.model.clauses import (
    AtLeast,
    ByWhen,
    Clause,
    Commitment,
    InSentence,
    NoDiscouraged,
    OwnPractice,
    SameSection,
)
from policyalign.model.document import Document, Kind, State
from policyalign.model.explanation import Obstacle
from policyalign.model.report import Status, Whose
from tests.checklist.test_items import Policy, item, long_policy
from tests.matching.small_pack import PACK


def reasons(policy: Policy, *expected: Clause, applies_where: tuple[str, ...] = ()) -> Reasons:
    document = Document(path="", sha256="", title=None, blocks=tuple(policy.blocks))
    proofs = Proofs(document, policy.mentions, policy.discouraged)
    return Reasons(item(*expected, applies_where=applies_where), proofs, PACK)


def obstacles(policy: Policy, *expected: Clause) -> list[tuple[str, Obstacle]]:
    return [(m.concept, why) for m, why in reasons(policy, *expected).held_back()]


def test_a_clause_names_what_speaks_for_it_and_what_it_lacks() -> None:
    policy = Policy().says("danger").says("goal").says("danger")
    (clause,) = reasons(policy, AtLeast(3, ("danger", "goal", "voice"))).clauses()
    assert not clause.held
    assert [support.mention.concept for support in clause.support] == ["danger", "goal", "danger"]
    assert clause.support[0].excerpt.words == "danger"
    assert clause.lacking == ("voice",)


def test_what_stands_in_another_section_is_said_only_where_all_words_are_there() -> None:
    policy = long_policy().says("danger", "One").says("goal", "Two").says("goal", "Two")
    both = AtLeast(2, ("danger", "goal"))
    assert obstacles(policy, both, SameSection()) == [("danger", Obstacle.OTHER_SECTION)]
    missing = AtLeast(3, ("danger", "goal", "houses"))
    assert obstacles(policy, missing, SameSection()) == []


def test_the_section_that_was_looked_at_is_named() -> None:
    policy = long_policy().says("danger", "One").says("goal", "One").says("goal", "Two")
    clauses = reasons(policy, AtLeast(2, ("danger", "goal")), SameSection()).clauses()
    assert clauses[1].held
    assert clauses[1].section == "“One”"


def test_mentions_that_do_not_commit_are_named_only_where_none_does() -> None:
    asked = (AtLeast(1, ("danger",)), Commitment())
    policy = Policy().says("danger")
    assert obstacles(policy, *asked) == [("danger", Obstacle.NO_COMMITMENT)]
    policy.says("danger", commits=True)
    assert obstacles(policy, *asked) == []


def test_a_mention_that_commits_in_another_section_is_named_as_such() -> None:
    asked = (AtLeast(2, ("danger", "goal")), SameSection(), Commitment())
    policy = long_policy().says("danger").says("goal").says("danger", "Two", commits=True)
    assert ("danger", Obstacle.OTHER_SECTION) in obstacles(policy, *asked)


def test_each_weakness_of_a_mention_has_its_name() -> None:
    policy = (
        Policy()
        .says("danger", status=Status.NEGATED)
        .says("danger", status=Status.HISTORICAL)
        .says("danger", status=Status.CITED)
        .says("danger", status=Status.CITED, kind=Kind.CONTENTS)
        .says("danger", state=State.PROPOSED)
        .says("danger", kind=Kind.HEADING)
    )
    assert [why for _, why in obstacles(policy, AtLeast(1, ("danger",)))] == [
        Obstacle.NEGATED,
        Obstacle.HISTORICAL,
        Obstacle.CITED,
        Obstacle.WEAK_PLACE,
        Obstacle.PROPOSED,
        Obstacle.WEAK_PLACE,
    ]


def test_a_blank_form_is_named_where_a_commitment_is_asked_for() -> None:
    policy = Policy().says("danger", kind=Kind.FORM_FIELD, commits=True)
    assert obstacles(policy, AtLeast(1, ("danger",))) == []
    asked = (AtLeast(1, ("danger",)), Commitment())
    assert obstacles(policy, *asked) == [("danger", Obstacle.BLANK_FORM)]


def test_what_is_only_listed_is_named_where_no_sentence_says_it() -> None:
    policy = Policy().says("danger", kind=Kind.LIST_ITEM)
    policy.blocks[0] = policy.blocks[0]._replace(text="It says danger.")
    asked = (AtLeast(1, ("danger",)), InSentence())
    assert obstacles(policy, *asked) == [("danger", Obstacle.ONLY_LISTED)]
    assert reasons(policy, *asked).clauses()[1].support == ()
    policy.says("danger")
    assert obstacles(policy, *asked) == []
    assert len(reasons(policy, *asked).clauses()[1].support) == 1


def test_what_is_only_planned_is_told_from_what_is_denied() -> None:
    policy = Policy().says("danger", status=Status.NEGATED)
    policy.mentions[0] = replace(policy.mentions[0], planned=True)
    assert obstacles(policy, AtLeast(1, ("danger",))) == [("danger", Obstacle.PLANNED)]


def test_a_clause_against_wording_names_faults_and_what_may_stand() -> None:
    policy = Policy().says("danger").blames(excused=False).blames(excused=True)
    (clause,) = reasons(policy, NoDiscouraged(("blaming",))).clauses()
    assert not clause.held
    assert (len(clause.faults), len(clause.excused)) == (1, 1)


def test_concepts_with_which_alone_an_item_applies_are_looked_at_too() -> None:
    policy = Policy().says("goal", status=Status.NEGATED)
    found = reasons(policy, AtLeast(1, ("danger",)), applies_where=("goal",))
    assert found.concepts == ("danger", "goal")
    assert [(m.concept, why) for m, why in found.held_back()] == [("goal", Obstacle.NEGATED)]


def test_a_mention_without_a_date_is_held_back_where_one_is_asked_for() -> None:
    asked = (AtLeast(1, ("danger",)), ByWhen())
    assert obstacles(Policy().says("danger"), *asked) == [("danger", Obstacle.NO_DATE)]
    dated = Policy().says("danger").says("danger", when=" by May 2027")
    assert obstacles(dated, *asked) == []
    _, clause = reasons(dated, *asked).clauses()
    assert [support.mention.block for support in clause.support] == [1]


def test_a_mention_of_what_another_body_does_is_held_back_where_own_practice_is_asked_for() -> None:
    asked = (AtLeast(1, ("danger",)), OwnPractice())
    told = Policy().says("danger", whose=Whose.ANOTHERS)
    assert obstacles(told, *asked) == [("danger", Obstacle.ANOTHERS)]
    done = told.says("danger")
    assert obstacles(done, *asked) == []
    _, clause = reasons(done, *asked).clauses()
    assert [support.mention.block for support in clause.support] == [1]
