"""What there is to do, in the order in which it matters."""

from __future__ import annotations

from policyalign.model.report import Outcome
from policyalign.renderers.gaps import OPEN, gaps, shown_title, type_name
from tests.report_builders import document, evidence, full_report, pack, place, report, result

SCHOOL = full_report().documents[2]


def test_important_items_come_first_and_of_these_the_missing() -> None:
    found = [gap.item.id for gap in gaps(SCHOOL, pack(), *OPEN, Outcome.UNCLEAR)]
    assert found == ["commits", "danger-and-goal", "names-framework", "respectful", "shared-words"]


def test_reason_stands_for_what_could_not_be_told() -> None:
    (gap,) = gaps(SCHOOL, pack(), Outcome.UNCLEAR)
    assert gap.missing == ("Page 7 could not be read.",)


def test_discouraged_wording_is_pointed_to_only_where_it_is_listed() -> None:
    (bare,) = (gap for gap in gaps(SCHOOL, pack(), Outcome.PARTLY) if gap.item.id == "respectful")
    (pointed,) = (
        gap
        for gap in gaps(SCHOOL, pack(), Outcome.PARTLY, pointer="; see below")
        if gap.item.id == "respectful"
    )
    assert bare.missing == ("It uses discouraged wording (blaming or judgement).",)
    assert pointed.missing == ("It uses discouraged wording (blaming or judgement); see below.",)
    assert [words.quote for words in bare.nearest] == ["failed to engage", "failure to engage"]


def test_words_that_serve_several_concepts_are_given_once() -> None:
    where = place("Roles", page=2)
    found = [evidence(c, "We use both.", where) for c in ("danger-statement", "safety-goal")]
    made = document("a.docx", result("danger-and-goal", Outcome.PARTLY, *found, failed=(0,)))
    (gap,) = gaps(made, pack(), Outcome.PARTLY)
    assert [str(words) for words in gap.nearest] == ["“We use both.” (page 2, Roles)"]


def test_document_without_a_title_has_the_name_of_its_file() -> None:
    made = document("folder/a.docx", title=None)
    assert shown_title(made) == "a.docx"
    assert type_name(made, report().pack) == "School safeguarding policy"
