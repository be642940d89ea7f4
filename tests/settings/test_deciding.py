"""Decisions of people, put beside what was found."""

from __future__ import annotations

from datetime import date
from pathlib import Path

import pytest

from policyalign.model.report import Decided, DocumentResult, Outcome, RemarkKind
from policyalign.model.settings import SettingsFile
from policyalign.settings.deciding import Decisions
from tests.report_builders import document, pack, result
from tests.settings.made import kept, waiver

OVERRULED = {"decision": '"overruled"', "outcome": '"met"'}
TODAY = date(2026, 11, 23)


def policy(agency: str | None = None) -> DocumentResult:
    """Two essential items, of which one is met, and one that does not apply: half of all points."""
    return document(
        "a.docx",
        result("names-framework", Outcome.NOT_MET),
        result("commits", Outcome.MET),
        result("shared-words", Outcome.NOT_APPLICABLE),
        score=50.0,
        rating="Partly aligned",
        agency=agency,
    )


def decided(
    settings: SettingsFile, where: Path, today: date | None = TODAY, agency: str | None = None
) -> tuple[DocumentResult, list[RemarkKind]]:
    decisions = Decisions(settings, pack(), today)
    made = decisions.put_beside(policy(agency), where)
    return made, [remark.kind for remark in decisions.remarks()]


@pytest.mark.parametrize(
    ("keys", "standing", "score"),
    [
        ({"decision": '"accepted"'}, Outcome.NOT_MET, Decided(score=50.0, rating="Partly aligned")),
        (
            {"decision": '"not-applicable"'},
            Outcome.NOT_APPLICABLE,
            Decided(score=100.0, rating="Aligned"),
        ),
        (OVERRULED, Outcome.MET, Decided(score=100.0, rating="Aligned")),
        (
            OVERRULED | {"outcome": '"partly"'},
            Outcome.PARTLY,
            Decided(score=75.0, rating="Mostly aligned"),
        ),
    ],
    ids=["accepted", "not applicable", "overruled", "overruled in part"],
)
def test_a_decision_has_a_score_of_its_own(
    tmp_path: Path, keys: dict[str, str], standing: Outcome, score: Decided
) -> None:
    made, remarks = decided(kept(tmp_path, waiver(**keys)), tmp_path / "a.docx")
    assert made.items[0].outcome is Outcome.NOT_MET
    assert made.items[0].standing is standing
    assert made.decided == score
    assert (made.score, made.rating) == (50.0, "Partly aligned")
    assert remarks == []


def test_an_accepted_gap_is_no_gap_to_act_on(tmp_path: Path) -> None:
    made, _ = decided(kept(tmp_path, waiver()), tmp_path / "a.docx")
    assert made.with_outcome(Outcome.NOT_MET)
    assert made.standing_at(Outcome.NOT_MET) == ()


def test_a_document_that_nothing_was_decided_about_stays_as_it_is(tmp_path: Path) -> None:
    made, remarks = decided(kept(tmp_path, waiver(document='"b.docx"')), tmp_path / "a.docx")
    assert made == policy()
    assert made.decided_score == 50.0
    assert remarks == [RemarkKind.UNMATCHED]


def test_a_decision_holds_on_its_last_day_and_not_after_it(tmp_path: Path) -> None:
    settings = kept(tmp_path, waiver(until="2026-11-23"))
    held, remarks = decided(settings, tmp_path / "a.docx", date(2026, 11, 23))
    assert held.decisions
    assert remarks == []
    gone, remarks = decided(settings, tmp_path / "a.docx", date(2026, 11, 24))
    assert gone == policy()
    assert remarks == [RemarkKind.EXPIRED]


def test_without_a_day_no_decision_has_run_out(tmp_path: Path) -> None:
    made, _ = decided(kept(tmp_path, waiver(until="1999-01-01")), tmp_path / "a.docx", None)
    assert made.decisions


def test_a_remark_names_the_entry_by_its_line(tmp_path: Path) -> None:
    settings = kept(tmp_path, f"\n\n{waiver(until='2026-01-31')}")
    (remark,) = Decisions(settings, pack(), TODAY).remarks()
    assert remark.line == 3
    assert "on “names-framework” by A. Reader held until 2026-01-31" in remark.reason


def test_a_decision_for_an_agency_is_for_its_documents_alone(tmp_path: Path) -> None:
    text = f"[agencies]\nHall = 'hall'\n{waiver(document='', agency=repr('Hall'))}"
    settings = kept(tmp_path, text)
    of_hall, _ = decided(settings, tmp_path / "a.docx", agency="Hall")
    of_others, _ = decided(settings, tmp_path / "a.docx", agency="Mill")
    assert of_hall.decisions
    assert not of_others.decisions


def test_a_decision_for_an_agency_and_a_document_needs_both(tmp_path: Path) -> None:
    text = f"agency = 'Hall'\n{waiver(document=repr('b.docx'), agency=repr('Hall'))}"
    made, _ = decided(kept(tmp_path, text), tmp_path / "a.docx", agency="Hall")
    assert not made.decisions


def test_the_first_of_two_decisions_decides(tmp_path: Path) -> None:
    text = waiver(**OVERRULED) + waiver(by='"B. Other"')
    made, remarks = decided(kept(tmp_path, text), tmp_path / "a.docx")
    assert [item.decision and item.decision.by for item in made.decisions] == ["A. Reader"]
    assert remarks == [RemarkKind.UNMATCHED]


def test_no_decision_brings_an_item_that_does_not_apply_into_the_score(tmp_path: Path) -> None:
    text = waiver(item='"shared-words"', **OVERRULED)
    made, remarks = decided(kept(tmp_path, text), tmp_path / "a.docx")
    assert made == policy()
    assert remarks == [RemarkKind.UNMATCHED]


@pytest.mark.parametrize("keys", [OVERRULED, {"decision": '"accepted"'}], ids=["met", "accepted"])
def test_a_decision_that_changes_nothing_is_remarked_on(
    tmp_path: Path, keys: dict[str, str]
) -> None:
    text = waiver(item='"commits"', **keys)
    made, remarks = decided(kept(tmp_path, text), tmp_path / "a.docx")
    assert made.decisions
    assert remarks == [RemarkKind.NEEDLESS]


def test_a_person_may_settle_what_could_not_be_told(tmp_path: Path) -> None:
    unclear = document("a.docx", result("names-framework", Outcome.UNCLEAR), score=None)
    settings = kept(tmp_path, waiver(**OVERRULED))
    made = Decisions(settings, pack(), TODAY).put_beside(unclear, tmp_path / "a.docx")
    assert made.score is None
    assert made.decided == Decided(score=100.0, rating="Aligned")
