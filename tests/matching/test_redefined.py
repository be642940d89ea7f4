"""Abbreviations that a document uses for something else."""

from __future__ import annotations

import pytest

from policyalign import check_text
from policyalign.model.document import Block, Document, Kind, Place
from tests.matching.small_pack import MATCHER, found, match
from tests.sos_pack import sos


@pytest.mark.parametrize(
    "text",
    [
        "Appeal to the Secretary of State (SoS). The SoS decides.",
        "The SoS decides. Appeal to the Secretary of State [SoS].",
    ],
)
def test_letters_that_a_document_explains_otherwise_do_not_count(text: str) -> None:
    assert found(text) == []


def test_they_do_not_count_in_any_other_paragraph_either() -> None:
    assert found("The SoS decides.", "Appeal to the Secretary of State (SoS).") == []


def test_letters_that_are_explained_as_the_pack_means_them_count() -> None:
    assert found("Signs of Safety (SoS) is used.")[-1] == ("framework", "SoS")


def test_letters_in_brackets_after_other_words_explain_nothing() -> None:
    assert found("We work with families (SoS).") == [("framework", "SoS")]


def test_a_heading_explains_letters_only_for_what_stands_below_it() -> None:
    blocks = (
        Block(kind=Kind.PARAGRAPH, text="A LAC helps.", place=Place(heading=(heading,), block=at))
        for at, heading in enumerate(("Local area coordinators", "Children"))
    )
    document = Document(path="t", sha256="", title=None, blocks=tuple(blocks))
    assert [finding.block for finding in MATCHER.match(document).discouraged] == [1]


def test_two_letters_fit_too_many_headings() -> None:
    assert found("The SoS map is used.", heading="Sources of support") == []
    assert check_text("Every CP chair is trained.", pack=sos(), heading="Care plans").mentions


@pytest.mark.parametrize(
    "text",
    [
        "Looked after children (LAC) are met.",
        "A child looked after (CLA) is met.",
        "Unaccompanied asylum seeking children (UASC) are met.",
        "Children with disabilities (CWD) are met.",
        "The Kent Safeguarding Children Board (KSCB) meets about children.",
        "If the child did not attend (DNA), ring the parent.",
        "A serious case review (SCR) about a child is held.",
    ],
)
def test_the_usual_explanation_excuses_no_discouraged_letters(text: str) -> None:
    letters = text.partition("(")[2].partition(")")[0]
    quotes = [finding.quote for finding in check_text(text, pack=sos()).discouraged]
    assert any(letters in quote for quote in quotes)


def test_a_heading_may_explain_them() -> None:
    assert match("A LAC helps residents.", heading="Local area coordinators").discouraged == ()
    assert len(match("A LAC helps residents.", heading="Looked after children").discouraged) == 1


@pytest.mark.parametrize(
    "text",
    [
        "Ring the LAC (Local Area Coordinator). The LAC knows the clubs.",
        "LAC stands for local area coordinator.",
    ],
)
def test_the_letters_may_stand_before_the_words(text: str) -> None:
    assert match(text).discouraged == ()


def test_the_words_of_the_pack_behind_the_letters_change_nothing() -> None:
    assert [finding.id for finding in match("A LAC (looked after child) has a plan.").discouraged]
