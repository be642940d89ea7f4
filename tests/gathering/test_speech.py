"""How the agencies of a roll-up speak, as far as their reports tell."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

from policyalign.gathering import speech
from policyalign.model.language import SharedLanguage
from policyalign.model.pack import Pack
from policyalign.model.report import DocumentResult
from policyalign.model.submissions import Gathered, Submission
from tests.partnership.building import held, reported, row, sent
from tests.report_builders import document, mention, place
from tests.sos_pack import sos

_DAY = date(2026, 11, 3)


def _load(_: str) -> Pack:
    return sos()


def _says(path: str, words: str, sha: str) -> DocumentResult:
    found = mention("safety-goal", words, place("2 Goals"))
    return replace(document(path), mentions=(found,), sha256=sha)


def _report(agency: str, *documents: DocumentResult, made: date = _DAY) -> Submission:
    one = reported(held(agency, row("scaling"), made=made), f"{agency}-{made}.json")
    return replace(one, documents=documents)


def _compared(*submissions: Submission) -> SharedLanguage | None:
    return speech(Gathered(submissions=submissions), _load)


def test_the_names_in_the_reports_of_two_agencies_are_compared() -> None:
    found = _compared(
        _report("Council", _says("a.docx", "safety goal", "a")),
        _report("School", _says("b.docx", "family goal", "b")),
    )
    assert found is not None
    assert [agency.name for agency in found.agencies] == ["Council", "School"]
    assert [idea.preferred for idea in found.divided] == ["Safety goal"]


def test_one_agency_and_returns_alone_are_not_compared() -> None:
    council = _report("Council", _says("a.docx", "safety goal", "a"))
    assert _compared(council) is None
    assert _compared(council, sent(held("School", row("scaling")), "school.xlsx")) is None


def test_reports_made_with_different_packs_are_not_compared() -> None:
    council = _report("Council", _says("a.docx", "safety goal", "a"))
    school = _report("School", _says("b.docx", "family goal", "b"))
    other = replace(school, held=replace(school.held, pack="other"))
    assert _compared(council, other) is None


def test_only_the_newest_reports_of_an_agency_count_and_a_document_once() -> None:
    earlier = date(2025, 11, 3)
    found = _compared(
        _report("Council", _says("a.docx", "worry statement", "old"), made=earlier),
        _report(
            "COUNCIL", _says("a.docx", "safety goal", "a"), _says("c.docx", "safety goal", "a")
        ),
        _report("School", _says("b.docx", "family goal", "b")),
    )
    assert found is not None
    assert [len(agency.documents) for agency in found.agencies] == [1, 1]
