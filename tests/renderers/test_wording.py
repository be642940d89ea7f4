"""Sentences and figures that all reports for people share."""

from __future__ import annotations

from dataclasses import replace

import pytest

from policyalign.model.clauses import AtLeast, Clause, OwnPractice
from policyalign.model.document import Place, State
from policyalign.model.report import ClauseResult, How, Outcome, Status
from policyalign.renderers import wording
from policyalign.renderers.arithmetic import essentials_open, shares
from policyalign.renderers.missing import failed_clauses
from tests.report_builders import (
    CHECKLIST,
    document,
    evidence,
    full_report,
    mention,
    pack,
    place,
    result,
)


@pytest.mark.parametrize(
    ("where", "said"),
    [
        (place("Roles", "Training", page=4), "page 4, Roles › Training"),
        (place(page=4), "page 4"),
        (place("Roles", block=0), "Roles"),
        (place(block=14), "paragraph 15"),
    ],
)
def test_place_is_said_as_a_person_would_look_for_it(where: Place, said: str) -> None:
    assert wording.place(where) == said


def test_evidence_that_also_stands_in_live_text_is_not_called_proposed() -> None:
    found = evidence("signs-of-safety", "x")
    proposed = mention("signs-of-safety", "x", state=State.PROPOSED)
    assert wording.evidence_note([found], [proposed]) == wording.PROPOSED
    assert not wording.evidence_note([found], [proposed, mention("signs-of-safety", "x")])
    assert not wording.evidence_note([found], [])


def test_what_is_true_of_one_concept_is_not_said_of_another_in_the_same_sentence() -> None:
    pieces = [
        evidence("signs-of-safety", "x", status=Status.NEGATED),
        evidence("safety-goal", "x", how=How.REORDERED),
        evidence("danger-statement", "x"),
    ]
    planned = replace(mention("signs-of-safety", "x", status=Status.NEGATED), planned=True)
    assert wording.evidence_note(pieces, [planned], pack()) == (
        f"“Signs of Safety”: {wording.PLANNED}; “Safety goal”: {wording.HOWS[How.REORDERED]}"
    )
    assert wording.evidence_note(pieces[:1] * 2, [planned], pack()) == wording.PLANNED


@pytest.mark.parametrize("status", list(Status))
def test_every_status_but_affirmed_has_words(status: Status) -> None:
    assert bool(wording.STATUSES[status]) is (status is not Status.AFFIRMED)


def test_shares_leave_out_what_does_not_count() -> None:
    school = full_report().documents[2]
    essential, expected = shares(school, pack())
    assert (essential.met, essential.partly, essential.missing, essential.applicable) == (
        0,
        1,
        2,
        3,
    )
    assert (expected.points, expected.out_of) == (3.0, 4)
    assert essentials_open(school, pack()) == 3


def test_document_without_items_has_no_shares() -> None:
    assert shares(document(), pack()) == ()
    assert essentials_open(document(), pack()) is None
    assert wording.figure(None) == "–"


def test_every_kind_of_clause_has_a_plain_sentence() -> None:
    for known in CHECKLIST:
        item = result(known.id, Outcome.NOT_MET, failed=tuple(range(len(known.expected))))
        for sentence in failed_clauses(known, item.clauses, document(), pack()):
            assert sentence[0].isupper() or sentence.startswith("“")
            assert sentence.endswith(".")
            assert "[" not in sentence


def test_what_is_only_proposed_is_said_to_be_so() -> None:
    known = CHECKLIST[0]
    item = result(known.id, Outcome.PARTLY, failed=(0,))
    found = document(mentions=(mention("signs-of-safety", "x", state=State.PROPOSED),))
    (sentence,) = failed_clauses(known, item.clauses, found, pack())
    assert "only in proposed changes" in sentence


def test_no_sentence_claims_that_children_are_safer() -> None:
    said = " ".join(
        v for name, v in vars(wording).items() if isinstance(v, str) and not name.startswith("__")
    )
    assert "safer" not in said


@pytest.mark.parametrize(
    ("number", "said"), [(0, "0 pages"), (1, "1 page"), (2, "2 pages"), (4210, "4,210 pages")]
)
def test_counted_nouns(number: int, said: str) -> None:
    assert wording.counted(number, "page") == said


def test_score_is_never_rounded_to_a_whole() -> None:
    assert wording.score(69.6) == "69.6"
    assert wording.score(None) == "no score"


def test_what_is_only_planned_is_said_to_be_so() -> None:
    known = CHECKLIST[0]
    item = result(known.id, Outcome.PARTLY, failed=(0,))
    hoped = replace(mention("signs-of-safety", "x", status=Status.NEGATED), planned=True)
    sentence = failed_clauses(known, item.clauses, document(mentions=(hoped,)), pack())[0]
    assert "only planned or hoped for" in sentence


def test_of_two_clauses_that_failed_the_wider_is_not_said() -> None:
    wide, narrow = AtLeast(1, ("danger", "goal")), AtLeast(1, ("goal",))
    known = replace(CHECKLIST[0], expected=(wide, narrow))
    failed = tuple(ClauseResult(text=str(clause), held=False) for clause in known.expected)
    terms = {
        name: replace(one, id=name)
        for name, one in zip(("danger", "goal"), pack().concepts.values(), strict=False)
    }
    said = failed_clauses(known, failed, document(), replace(pack(), concepts=terms))
    assert said == (f"“{terms['goal'].term}” was not found.",)


def test_that_it_tells_of_another_body_is_said_only_where_it_tells_of_any() -> None:
    asked = AtLeast(1, ("danger-statement",))
    known = replace(CHECKLIST[0], expected=(asked, OwnPractice()))

    def said(*failed: Clause) -> tuple[str, ...]:
        results = tuple(ClauseResult(text=str(c), held=c not in failed) for c in known.expected)
        return failed_clauses(known, results, document(), pack())

    assert said(OwnPractice()) == (
        "It only tells of what another body, or a part of the agency, does.",
    )
    assert len(said(asked, OwnPractice())) == 1


def test_a_rating_says_what_it_means() -> None:
    rating = pack().ratings[0]
    known = replace(pack(), ratings=(replace(rating, meaning="Nearly all is there."),))
    rated = document(score=90.0, rating=rating.name)
    assert wording.rating_meaning(rated, known) == "Nearly all is there."
    assert wording.rating_meaning(document(score=90.0), known) == ""


def test_a_document_without_a_score_says_why_it_has_none() -> None:
    unclear = result("commits", Outcome.UNCLEAR)
    assert wording.rating_meaning(document(), pack()) == wording.NONE_CHECKED
    assert wording.rating_meaning(document("a", unclear), pack()) == wording.NONE_CHECKED
    partly = result("names-framework", Outcome.PARTLY)
    in_part = document("a", unclear, partly)
    assert wording.rating_meaning(in_part, pack()) == wording.TOO_LITTLE_READ
    assert essentials_open(in_part, pack()) == 1


def test_a_day_is_written_out() -> None:
    assert wording.dated("2026-11-03") == "Review dates were compared with 3 November 2026."
