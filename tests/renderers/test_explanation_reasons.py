"""Why an item is only partly met, and what its clauses lack, in words."""

from __future__ import annotations

from dataclasses import replace

import pytest

from policyalign.explaining import explain_document
from policyalign.model.clauses import (
    AtLeast,
    Clause,
    Commitment,
    NoDiscouraged,
    OwnPractice,
    SameSection,
)
from policyalign.model.document import Document, Kind, State
from policyalign.model.explanation import Explanation
from policyalign.model.report import Outcome, Settings
from policyalign.renderers.explanation_reasons import partly, shortfalls
from tests.checklist.test_items import item, pack_with
from tests.matching.small_pack import document

DANGER = AtLeast(1, ("danger",))
BOTH = AtLeast(2, ("danger", "goal"))


def explained(made: Document, *expected: Clause) -> Explanation:
    asked = item(*expected, name="asked")
    name = " ".join(map(str, expected))
    pack = replace(pack_with(asked), fingerprint=f"small-reasons {name}")
    return explain_document(asked, made, pack, Settings())


def first(made: Document, *, kind: Kind = Kind.PARAGRAPH, state: State = State.LIVE) -> Document:
    block = made.blocks[0]._replace(kind=kind, state=state)
    return replace(made, blocks=(block, *made.blocks[1:]))


TEXT = "A danger statement is written."
PARTLY = {
    "proposed": (
        explained(first(document(TEXT), state=State.PROPOSED), DANGER),
        "what it asks for is found, but only in a proposed tracked change",
    ),
    "planned": (
        explained(document("We hope to use danger statements."), DANGER),
        "what it asks for is found, but only as something planned or hoped for",
    ),
    "in a heading": (
        explained(first(document("Danger statements"), kind=Kind.HEADING), DANGER),
        "what it asks for is found, but only in a heading",
    ),
    "in two ways": (
        explained(
            first(document(TEXT, "We hope to use danger statements."), state=State.PROPOSED), DANGER
        ),
        "what it asks for is found, but only as something planned or hoped for "
        "and in a proposed tracked change",
    ),
    "of another body": (
        explained(
            replace(
                document("Asked by the council, staff bring danger statements."),
                title="Oak School Policy",
            ),
            DANGER,
            OwnPractice(),
        ),
        "what it asks for first is there, but it only tells of what others do, or only some",
    ),
    "one of two": (
        explained(document(TEXT), BOTH),
        "only 1 of the 2 concepts that it needs is there",
    ),
    "one of two, and the other proposed": (
        explained(first(document("A safety goal.", TEXT), state=State.PROPOSED), BOTH),
        "only 1 of the 2 concepts that it needs is there; more is found, but only in a proposed "
        "tracked change",
    ),
    "no commitment": (
        explained(document(TEXT), DANGER, Commitment()),
        "what it asks for first is there, but none of the mentions is a commitment",
    ),
    "two things": (
        explained(document(TEXT, "The hard to reach."), DANGER, NoDiscouraged(("blaming",)), BOTH),
        "what it asks for first is there, but there is discouraged wording as well and something "
        "else that it asks for is not found",
    ),
}


@pytest.mark.parametrize(("found", "why"), PARTLY.values(), ids=PARTLY)
def test_an_item_is_partly_met_for_a_reason(found: Explanation, why: str) -> None:
    assert found.result.outcome is Outcome.PARTLY
    assert partly(found) == why


def test_a_clause_tells_what_stands_there_without_counting_from_what_is_absent() -> None:
    found = explained(document("We do not use safety goals.", TEXT), AtLeast(3, (
        "danger", "goal", "network")), SameSection())  # fmt: skip
    assert list(shortfalls(found.clauses[0], found)) == [
        ("Not counted", "“goal”: found, but only where it says that it is not done"),
        ("Not found", "no words that count for “network”"),
    ]
    assert list(shortfalls(found.clauses[1], found)) == [
        ("Not found", "no words that count there for “goal” or “network”")
    ]


def test_a_clause_that_holds_lacks_nothing() -> None:
    found = explained(document(TEXT), DANGER, Commitment())
    assert not list(shortfalls(found.clauses[0], found))
    assert list(shortfalls(found.clauses[1], found)) == [
        ("Not counted", "found, but only in sentences that commit to nothing")
    ]
