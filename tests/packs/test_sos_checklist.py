"""What a careful officer would say of sentences that half meet an item by ordinary practice."""

from __future__ import annotations

import pytest

from policyalign.assess import assess
from policyalign.explaining import explain_document
from policyalign.model.document import Document
from policyalign.model.explanation import Obstacle
from policyalign.model.pack import Pack
from policyalign.model.report import Outcome, Settings
from policyalign.packs import load_pack
from policyalign.readers.plain import text_blocks


@pytest.fixture(scope="module")
def sos() -> Pack:
    return load_pack("sos")


PARTNER = Settings(type="partner-agency-policy")


def _document(text: str) -> Document:
    return Document(path="p", sha256="", title=None, blocks=text_blocks(text, None))


def _outcome(item: str, text: str, sos: Pack) -> Outcome:
    result = assess(_document(text), sos, PARTNER)
    return next(one.outcome for one in result.items if one.id == item)


@pytest.mark.parametrize(
    ("item", "sentence", "outcome"),
    [
        (
            "immediate-safety",
            "If a child is in immediate danger, staff must call 999.",
            Outcome.PARTLY,
        ),
        (
            "immediate-safety",
            "Where a child is in danger now, an immediate safety plan must be agreed that day.",
            Outcome.MET,
        ),
        ("immediate-safety", "If there is a fire, staff must call 999.", Outcome.NOT_MET),
        (
            "plain-language",
            "Officers must avoid police jargon in reports on a child.",
            Outcome.PARTLY,
        ),
        (
            "plain-language",
            "Reports on a child must be in plain language that the parents would use.",
            Outcome.MET,
        ),
    ],
)
def test_ordinary_good_practice_is_part_of_what_is_asked(
    item: str, sentence: str, outcome: Outcome, sos: Pack
) -> None:
    assert _outcome(item, sentence, sos) == outcome


def test_ordinary_good_practice_commits_to_no_more_than_itself(sos: Pack) -> None:
    weak = "Workers may consider an immediate safety plan for the child."
    firm = "If a child is in immediate danger, staff must call 999."
    assert _outcome("immediate-safety", f"{firm}\n{weak}", sos) == Outcome.PARTLY
    item = sos.checklist["immediate-safety"]
    near = explain_document(item, _document(firm), sos, PARTNER).near
    assert {one.obstacle for one in near} == {Obstacle.ORDINARY}
