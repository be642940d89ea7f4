"""The fictional partnership differs exactly where it was made to, and nowhere else."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from policyalign import check, load_pack
from policyalign.model.language import Standing
from policyalign.shared_language import compare
from tools.samples.partnership import FOLDER, make_partnership

if TYPE_CHECKING:
    from policyalign.model.language import SharedLanguage

ASHCOMBE, BRINDLE, CORRAN = "ashcombe-council", "brindle-vale-hospitals", "corran-schools-trust"


@pytest.fixture(scope="module")
def found() -> SharedLanguage:
    pack = load_pack("sos")
    report = check(FOLDER, pack=pack)
    assert not report.unread
    return compare(((one.path.split("/")[0], one) for one in report.documents), pack)


def test_the_folder_holds_the_policies_and_nothing_else() -> None:
    kept = {path.relative_to(FOLDER).as_posix() for path in FOLDER.rglob("*.*")}
    assert kept == {name for name, _ in make_partnership()}
    assert len(kept) == 6


def test_making_twice_gives_the_same_bytes_which_are_those_of_the_project() -> None:
    made = dict(make_partnership())
    assert dict(make_partnership()) == made
    assert {name: (FOLDER / name).read_bytes() for name in made} == made


def test_exactly_these_ideas_go_by_different_names(found: SharedLanguage) -> None:
    differing = {
        (idea.preferred, one.agency): (one.standing, one.names)
        for idea in found.ideas
        for one in idea.agencies
        if one.standing.differs
    }
    assert differing == {
        ("Danger statement", BRINDLE): (Standing.OTHER, (("worry statement", 3),)),
        ("Safety goal", CORRAN): (Standing.MIXED, (("family goal", 3), ("Safety goal", 1))),
        ("Safety network", BRINDLE): (
            Standing.MIXED,
            (("support network", 2), ("Safety network", 1)),
        ),
    }
    assert [idea.preferred for idea in found.divided] == [
        "Danger statement",
        "Safety goal",
        "Safety network",
    ]


def test_exactly_these_names_are_tied_to_nothing(found: SharedLanguage) -> None:
    """Corran says in one of its two policies what its family goal is called elsewhere."""
    untied = [(one.agency, one.preferred, one.elsewhere) for one in found.untied]
    assert untied == [(BRINDLE, "Danger statement", False), (CORRAN, "Safety goal", True)]
    assert found.untied[1].documents == (f"{CORRAN}/early-help-in-school.docx",)


def test_exactly_these_places_are_to_change(found: SharedLanguage) -> None:
    places = [
        (use.agency, use.document.split("/")[1], use.quote)
        for idea in found.ideas
        for use in idea.to_change
    ]
    assert places == [
        (BRINDLE, "discharge-of-children.docx", "worry statement"),
        (BRINDLE, "safeguarding-children-procedure.docx", "worry statement"),
        (BRINDLE, "safeguarding-children-procedure.docx", "Worry Statement"),
        (CORRAN, "child-protection-policy.docx", "family goal"),
        (CORRAN, "child-protection-policy.docx", "family goal"),
        (CORRAN, "early-help-in-school.docx", "Family Goal"),
        (BRINDLE, "safeguarding-children-procedure.docx", "support network"),
        (BRINDLE, "safeguarding-children-procedure.docx", "support network"),
    ]


def test_exactly_this_idea_is_defined_in_different_words(found: SharedLanguage) -> None:
    """Bottom lines are defined by two agencies in the same words."""
    (plan,) = found.defined_differently
    assert plan.preferred == "Safety plan"
    assert [one.agency for one in plan.definitions] == [ASHCOMBE, BRINDLE]
    (lines,) = [idea for idea in found.ideas if idea.preferred == "Bottom lines"]
    assert [one.agency for one in lines.definitions] == [ASHCOMBE, CORRAN]


def test_history_negation_and_proposals_are_planted_and_do_not_count(
    found: SharedLanguage,
) -> None:
    names = {
        one.agency: dict(one.names)
        for idea in found.ideas
        if idea.preferred in {"Danger statement", "Safety goal"}
        for one in idea.agencies
    }
    assert all("risk statement" not in used for used in names.values())
    assert "family goal" not in names[ASHCOMBE]


def test_the_figure_can_be_worked_out_by_hand(found: SharedLanguage) -> None:
    values = {idea.preferred: idea.agreement for idea in found.ideas}
    assert values.pop("Danger statement") == pytest.approx((0 + 1 + 0) / 3)
    assert values.pop("Safety goal") == pytest.approx((1 + 1 / 4 + 1 / 4) / 3)
    assert values.pop("Safety network") == pytest.approx((1 / 3 + 1 + 1 / 3) / 3)
    assert set(values.values()) == {1.0}
    assert found.agreement.compared == 11
    assert found.agreement.value == pytest.approx((1 / 3 + 1 / 2 + 5 / 9 + 8) / 11)
