"""Abbreviations that a document uses for something else."""

from __future__ import annotations

import pytest

from tests.matching.small_pack import found, match


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


def test_a_heading_may_explain_them() -> None:
    assert match("A LAC helps residents.", heading="Local area coordinators").discouraged == ()
    assert len(match("A LAC helps residents.", heading="Looked after children").discouraged) == 1


@pytest.mark.parametrize(
    "text",
    [
        "Ring the LAC (Local Area Coordinator). The LAC knows the clubs.",
        "LAC stands for local area coordinator.",
        "LAC: local area coordinator.",
    ],
)
def test_the_letters_may_stand_before_the_words(text: str) -> None:
    assert match(text).discouraged == ()


def test_the_words_of_the_pack_behind_the_letters_change_nothing() -> None:
    assert [finding.id for finding in match("A LAC (looked after child) has a plan.").discouraged]
