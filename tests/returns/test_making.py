"""A return as it is made from a report: the best of all documents, and nothing filled in."""

from __future__ import annotations

from datetime import date

import pytest

from policyalign.errors import InputError
from policyalign.model.document import Unread
from policyalign.model.report import Outcome, Report, Status
from policyalign.model.returns import Answer, Exhibit, Finding, Return
from policyalign.returns.making import make_return, of_agency
from tests.report_builders import CHECKLIST, document, evidence, pack, place, report, result

DAY = date(2026, 11, 3)
NAMED = evidence("signs-of-safety", "We use it.", place("2 Approach", "2.1 Model", page=4))


def made(whole: Report, agency: str | None = None) -> Return:
    return make_return(whole, made=DAY, agency=agency)


def finding_of(whole: Report, item: str = "names-framework") -> Finding:
    return next(row.finding for row in made(whole).rows if row.item == item)


def test_every_item_of_the_pack_has_a_row_in_its_order_and_nobody_has_answered() -> None:
    rows = made(report(document("a.docx", result("commits", Outcome.MET)))).rows
    assert [row.item for row in rows] == [item.id for item in CHECKLIST]
    assert [(row.area, row.title, row.question) for row in rows][1] == (
        CHECKLIST[1].area,
        CHECKLIST[1].title,
        CHECKLIST[1].question,
    )
    assert {row.answer for row in rows} == {Answer()}


def test_the_best_outcome_of_all_documents_stands_with_how_many_have_which() -> None:
    outcomes = (Outcome.NOT_MET, Outcome.PARTLY, Outcome.NOT_MET, Outcome.NOT_APPLICABLE)
    whole = report(
        *(document(f"{n}.docx", result("names-framework", o)) for n, o in enumerate(outcomes))
    )
    assert finding_of(whole) == Finding(
        outcome=Outcome.PARTLY,
        documents={Outcome.PARTLY: 1, Outcome.NOT_MET: 2, Outcome.NOT_APPLICABLE: 1},
    )


def test_what_could_not_be_told_in_one_document_is_not_called_missing_in_all() -> None:
    whole = report(
        document("a.pdf", result("names-framework", Outcome.NOT_MET)),
        document("b.pdf", result("names-framework", Outcome.UNCLEAR)),
    )
    assert finding_of(whole).outcome is Outcome.UNCLEAR


def test_an_item_for_no_document_does_not_apply_and_without_documents_nothing_can_be_told() -> None:
    away = report(document("a.docx", result("names-framework", Outcome.NOT_APPLICABLE)))
    assert finding_of(away).outcome is Outcome.NOT_APPLICABLE
    assert finding_of(report()).outcome is Outcome.UNCLEAR
    assert finding_of(report()).documents == {}


def test_the_exhibit_is_from_a_document_with_the_best_outcome_and_affirmed() -> None:
    weak = evidence("signs-of-safety", "Signs of Safety (1999)", status=Status.CITED)
    whole = report(
        document("a.docx", result("names-framework", Outcome.PARTLY, weak)),
        document("b.pdf", result("names-framework", Outcome.MET, weak, NAMED)),
    )
    assert finding_of(whole).exhibit == Exhibit(
        document="b.pdf", quote="We use it.", heading="2 Approach › 2.1 Model", page=4
    )


def test_words_that_were_not_enough_are_no_exhibit() -> None:
    denied = evidence("signs-of-safety", "We do not use it.", status=Status.NEGATED)
    whole = report(document("a.docx", result("names-framework", Outcome.NOT_MET, denied)))
    assert finding_of(whole).exhibit is None


def test_documents_and_files_that_were_not_read_are_named() -> None:
    whole = report(
        document("policies/a.docx", title=None, score=34.6),
        unread=(Unread(path="scan.pdf", reason="has no text"),),
    )
    known = made(whole, "Pipits Lane Primary School")
    assert [(one.path, one.title, one.score) for one in known.documents] == [
        ("policies/a.docx", "a.docx", 34.6)
    ]
    assert known.unread == ("scan.pdf: has no text",)
    assert (known.agency, known.made) == ("Pipits Lane Primary School", DAY)
    assert (known.pack, known.pack_version) == (pack().id, pack().version)


def test_of_the_documents_of_many_agencies_those_of_one_are_kept() -> None:
    school, council = document("a.docx", agency="School"), document("b.docx", agency="Council")
    both = report(school, council)
    assert [one.path for one in of_agency(both, "School").documents] == ["a.docx"]
    assert of_agency(both, " school").settings.agency == "School"
    assert of_agency(report(school), None).settings.agency == "School"
    with pytest.raises(InputError, match=r"belong to 2 agencies.*: School, Council"):
        of_agency(both, None)
    with pytest.raises(InputError, match=r"No document belongs to “Scool”\. There are: School"):
        of_agency(both, "Scool")


def test_what_could_not_be_read_stays_with_the_agency_whose_it_is() -> None:
    school, council = document("a.docx", agency="School"), document("b.docx", agency="Council")
    paths = ("a.pdf", "b.pdf", "c.pdf", "d.pdf")
    both = report(
        school, council, unread=tuple(Unread(path=path, reason="has no text") for path in paths)
    )
    whose = {"a.pdf": "School", "b.pdf": "Council", "c.pdf": None, "d.pdf": "Police"}
    assert [one.path for one in of_agency(both, "School", whose).unread] == ["a.pdf", "c.pdf"]
    alone = of_agency(both, "Police", whose)
    assert (alone.documents, [one.path for one in alone.unread]) == ((), ["c.pdf", "d.pdf"])
