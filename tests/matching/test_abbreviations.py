"""Abbreviations that a document explains stand for the concept from there on."""

from __future__ import annotations

import pytest

from tests.matching.small_pack import found, match


@pytest.mark.parametrize(
    "definition",
    ["Danger statement (DS)", "danger statements (DSs)", "a DS (danger statement)", "(“DS”)"],
)
def test_an_abbreviation_counts_after_it_was_explained(definition: str) -> None:
    explained = "Danger statement (“DS”) " if definition == "(“DS”)" else definition
    quotes = [m.quote for m in match(f"{explained} is written.", "Each DS is read.").mentions]
    assert quotes[-1] == "DS"
    assert len(quotes) == 2


def test_it_does_not_count_before_or_without_an_explanation() -> None:
    assert found("Each DS is read.", "A danger statement (DS) is written.") == [
        ("danger", "danger statement")
    ]
    assert found("A danger statement is written.", "Each DS is read.")[1:] == []


def test_letters_in_brackets_that_are_no_initials_explain_nothing() -> None:
    assert found("A danger statement (NHS) is written.", "The NHS reads it.")[1:] == []


def test_words_before_the_form_may_give_initials() -> None:
    texts = ("The Big Family Network (BFN) meets.", "Ask the BFN's members.")
    assert found(*texts)[-1] == ("network", "BFN's")


def test_it_counts_in_the_rest_of_its_own_paragraph_and_keeps_its_status() -> None:
    mentions = match("A danger statement (DS) is written. We do not use a DS alone.").mentions
    assert [(m.quote, m.status) for m in mentions] == [
        ("danger statement", "affirmed"),
        ("DS", "negated"),
    ]
