"""Who uses which name: what counts, what differs, and what is tied to nothing."""

from __future__ import annotations

from dataclasses import replace

from policyalign.model.document import State
from policyalign.model.language import Standing
from policyalign.shared_language import compare
from tests.shared_language.speaking import checked, compared, idea, sos, use_of

DANGER = "Each family has a danger statement."
WORRY = "Each family has a worry statement."


def test_another_concept_of_the_pack_may_be_another_name_for_the_idea() -> None:
    found = compared(North=DANGER, South=WORRY)
    assert idea(found, "danger-statement").is_divided
    assert use_of(found, "danger-statement", "North").standing is Standing.PREFERRED
    assert use_of(found, "danger-statement", "South").standing is Standing.OTHER
    assert [use.quote for use in idea(found, "danger-statement").to_change] == ["worry statement"]


def test_case_plural_and_hyphen_make_no_other_name() -> None:
    found = compared(North=DANGER, South="DANGER STATEMENTS and Danger-statements are shared.")
    assert not found.divided
    assert use_of(found, "danger-statement", "South").names == (("Danger statement", 2),)


def test_other_words_are_no_name_and_do_not_divide() -> None:
    words = (
        "Say who is worried about the child, about what, and what could happen if nothing changes."
    )
    found = compared(North=DANGER, South=words)
    use = use_of(found, "danger-statement", "South")
    assert (use.standing, use.names) == (Standing.DESCRIBED, ())
    assert len(use.described) == 1
    assert not found.divided
    assert found.agreement.left_out == ("Danger statement",)


def test_negation_history_and_quotations_do_not_count() -> None:
    found = compared(
        North=DANGER,
        South="Each family has a danger statement. We do not use worry statements. "
        "Until 2019 we wrote worry statements.",
    )
    assert use_of(found, "danger-statement", "South").names == (("Danger statement", 1),)
    assert not found.divided


def test_what_is_only_proposed_does_not_count() -> None:
    draft = checked(WORRY, "draft.docx")
    proposed = tuple(replace(mention, state=State.PROPOSED) for mention in draft.mentions)
    pairs = [("North", checked(DANGER)), ("South", replace(draft, mentions=proposed))]
    found = compare(pairs, sos())
    assert use_of(found, "danger-statement", "South").standing is Standing.SILENT


def test_a_name_of_its_own_that_nothing_ties_is_pointed_out() -> None:
    found = compared(North=DANGER, South=(WORRY, WORRY))
    (untied,) = found.untied
    assert (untied.agency, untied.names) == ("South", (("worry statement", 2),))
    assert untied.documents == ("South/1.docx", "South/2.docx")


def test_the_name_wanted_ties_it_in_the_document_that_says_it() -> None:
    tied = f"{WORRY} Others call it a danger statement."
    assert compared(North=DANGER, South=tied).untied == ()
    found = compared(North=DANGER, South=(WORRY, tied, WORRY))
    assert use_of(found, "danger-statement", "South").standing is Standing.MIXED
    (untied,) = found.untied
    assert untied.elsewhere
    assert untied.documents == ("South/1.docx", "South/3.docx")
    assert untied.names == (("worry statement", 2),)
    assert found.tied_nowhere == ()


def test_a_document_of_the_same_path_ties_nothing_for_another_agency() -> None:
    """Reports of two agencies name their files from their own folders."""
    said = {"North": f"{WORRY} Others call it a danger statement.", "South": WORRY}
    found = compare(((name, checked(text)) for name, text in said.items()), sos())
    assert [one.agency for one in found.untied] == ["South"]


def test_an_agency_that_is_silent_has_its_place_in_each_row() -> None:
    found = compared(North=DANGER, South="Lunch is at noon.")
    assert [agency.name for agency in found.agencies] == ["North", "South"]
    assert use_of(found, "danger-statement", "South").standing is Standing.SILENT
    assert "Safety goal" in found.silent


def test_names_used_equally_often_by_two_agencies_in_other_shares_do_not_divide() -> None:
    both = f"{DANGER} {WORRY}"
    found = compared(North=both, South=f"{both} {WORRY}")
    assert not found.divided
    assert len(idea(found, "danger-statement").to_change) == 3


def test_the_same_documents_give_the_same_comparison() -> None:
    assert compared(North=DANGER, South=WORRY) == compared(South=WORRY, North=DANGER)


def test_nothing_to_compare_is_no_fault() -> None:
    found = compare([], sos())
    assert (found.agencies, found.ideas, found.documents) == ((), (), 0)


def test_agencies_stand_in_the_order_of_the_alphabet_whatever_their_capitals() -> None:
    found = compared(north=DANGER, East=DANGER, Zed=DANGER)
    assert [agency.name for agency in found.agencies] == ["East", "north", "Zed"]
    assert [one.agency for one in found.ideas[0].agencies] == ["East", "north", "Zed"]
