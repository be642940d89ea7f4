"""Why one item has its outcome for one document."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

import pytest

import policyalign
from policyalign.errors import InputError, ReadError
from policyalign.explaining import explain_document, find_item
from policyalign.model.clauses import AtLeast, Commitment, NoDiscouraged
from policyalign.model.document import Document, Kind, Notice, NoticeKind
from policyalign.model.explanation import Explanation, Obstacle
from policyalign.model.report import Outcome, Settings
from tests.checklist.test_items import item, pack_with
from tests.matching.small_pack import document
from tests.test_checking import write_policy

SAMPLES = Path(__file__).parents[1] / "samples"
PACK = replace(
    pack_with(
        replace(
            item(AtLeast(2, ("danger", "goal")), Commitment(), name="pair"),
            title="Danger and goal in pairs",
            suggested_wording="We will write a danger statement and a safety goal.",
        ),
        item(AtLeast(1, ("danger",)), name="in-schools", applies_to=("school",)),
        replace(
            item(AtLeast(1, ("goal",)), name="where-danger", applies_where=("danger",)),
            suggested_wording="Each danger statement has a safety goal.",
        ),
        item(NoDiscouraged(("blaming",)), name="kind-words"),
    ),
    fingerprint="small-explained-pack",
)


def explained(name: str, *texts: str, **settings: str) -> Explanation:
    return explain_document(PACK.checklist[name], document(*texts), PACK, Settings(**settings))


def with_scan(made: Document) -> Document:
    notice = Notice(kind=NoticeKind.SCANNED_PAGE, reason="a scan", page=2)
    return replace(made, notices=(notice,))


def test_an_item_that_is_met_shows_what_met_it() -> None:
    found = explained("pair", "We will write a danger statement and a safety goal.")
    assert found.result.outcome is Outcome.MET
    assert [clause.held for clause in found.clauses] == [True, True]
    assert [one.excerpt.words for one in found.clauses[0].support] == [
        "danger statement",
        "safety goal",
    ]
    assert found.near == ()


def test_an_item_that_is_not_met_shows_what_came_near_and_what_would_do() -> None:
    found = explained("pair", "We do not use danger statements.", "A safety goal is written.")
    assert found.result.outcome is Outcome.PARTLY
    assert found.clauses[0].lacking == ("danger",)
    assert [(n.obstacle, n.because) for n in found.near] == [
        (Obstacle.NEGATED, "do not use"),
        (Obstacle.NO_COMMITMENT, ""),
    ]
    assert found.with_suggestion is Outcome.MET


def test_the_weight_is_that_of_the_score() -> None:
    found = explained("pair", "A safety goal is written.")
    # Half of this item, all of the one on words; the other two do not apply.
    assert (found.weight.weight, found.weight.points, found.weight.total) == (1.0, 0.5, 2.0)
    assert found.checked.score == 75.0
    assert (found.weight.if_met, found.weight.if_missing) == (100.0, 50.0)


def test_an_item_that_does_not_apply_is_explained_as_if_it_did() -> None:
    found = explained("in-schools", "A danger statement.")
    assert found.result.outcome is Outcome.NOT_APPLICABLE
    assert found.clauses[0].held
    assert found.weight.points is found.weight.if_met is None
    assert found.with_suggestion is None


def test_an_item_that_applies_only_where_something_is_said_shows_that_it_nearly_is() -> None:
    found = explained("where-danger", "We do not use danger statements.")
    assert found.result.outcome is Outcome.NOT_APPLICABLE
    assert [(n.concept, n.obstacle) for n in found.near] == [("danger", Obstacle.NEGATED)]
    assert found.with_suggestion is Outcome.MET


def test_an_item_that_cannot_be_told_weighs_nothing_yet() -> None:
    scan = with_scan(document("A kind word."))
    found = explain_document(PACK.checklist["kind-words"], scan, PACK, Settings())
    assert found.result.outcome is Outcome.UNCLEAR
    assert found.weight.points is None
    assert found.clauses[0].held


def test_a_fault_is_not_mended_by_the_suggestion() -> None:
    found = explained("kind-words", "The family is hard to reach.")
    assert [finding.id for finding in found.clauses[0].faults] == ["hard"]
    assert found.result.outcome is Outcome.NOT_MET
    assert found.with_suggestion is None


def test_a_document_without_words_can_be_explained() -> None:
    found = explained("pair")
    assert found.result.outcome is Outcome.NOT_MET
    assert found.near == ()
    assert found.weight.if_met is None


def test_near_misses_are_in_the_order_of_obstacles_and_then_of_the_document() -> None:
    made = document(
        "Safety goals", "Formerly a safety goal was set.", "We do not use safety goals."
    )
    heading = made.blocks[0]._replace(kind=Kind.HEADING)
    headed = replace(made, blocks=(heading, *made.blocks[1:]))
    found = explain_document(PACK.checklist["pair"], headed, PACK, Settings())
    assert [n.obstacle for n in found.near] == [
        Obstacle.NEGATED,
        Obstacle.HISTORICAL,
        Obstacle.WEAK_PLACE,
    ]


def test_an_item_is_found_by_its_id_or_its_title() -> None:
    assert find_item("pair", PACK).id == "pair"
    assert find_item(" danger AND goal in pairs ", PACK).id == "pair"


def test_an_unknown_item_names_the_nearest() -> None:
    with pytest.raises(InputError, match="no item “pears”; the nearest are: pair, "):
        find_item("pears", PACK)


def test_a_concept_names_the_items_that_ask_for_it() -> None:
    with pytest.raises(InputError, match="asked for by: pair, in-schools"):
        find_item("danger", PACK)


def test_a_file_is_explained(tmp_path: Path) -> None:
    write_policy(tmp_path / "a.docx", "We will write a danger statement and a safety goal.")
    found = policyalign.explain("pair", tmp_path / "a.docx", pack=PACK, agency="Hall")
    assert (found.checked.path, found.checked.agency) == ("a.docx", "Hall")
    assert found.result.outcome is Outcome.MET


def test_the_type_can_be_given(tmp_path: Path) -> None:
    write_policy(tmp_path / "a.docx", "A danger statement.")
    found = policyalign.explain("in-schools", tmp_path / "a.docx", pack=PACK, type="school")
    assert found.result.outcome is Outcome.MET


def test_what_cannot_be_explained_is_said_in_a_sentence(tmp_path: Path) -> None:
    (tmp_path / "a.docx").write_bytes(b"")
    with pytest.raises(ReadError, match=r"a\.docx: is empty"):
        policyalign.explain("pair", tmp_path / "a.docx", pack=PACK)
    with pytest.raises(InputError, match="is a folder"):
        policyalign.explain("pair", tmp_path, pack=PACK)
    with pytest.raises(InputError, match="There is no file or folder"):
        policyalign.explain("pair", tmp_path / "b.docx", pack=PACK)
    with pytest.raises(InputError, match="There is no document type 'nonsense'"):
        policyalign.explain("pair", tmp_path / "a.docx", pack=PACK, type="nonsense")


@pytest.fixture(scope="module")
def sos() -> policyalign.Pack:
    return policyalign.load_pack("sos")


@pytest.mark.parametrize(
    "name",
    ["pellworth-council-supervision-policy.docx", "sandrick-youth-club-safeguarding-policy.pdf"],
)
def test_every_item_of_a_sample_can_be_explained(name: str, sos: policyalign.Pack) -> None:
    """What is explained is what is reported, whatever the outcome."""
    read = policyalign.read(SAMPLES / name)
    assert isinstance(read, Document)
    outcomes = set()
    for one in sos.checklist.values():
        found = explain_document(one, read, sos, Settings())
        if found.result.clauses:
            assert [c.held for c in found.clauses] == [c.held for c in found.result.clauses]
        assert bool(found.near or found.clauses)
        outcomes.add(found.result.outcome)
    assert outcomes >= {Outcome.MET, Outcome.PARTLY, Outcome.NOT_APPLICABLE}
