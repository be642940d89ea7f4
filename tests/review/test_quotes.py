"""A quote is found again however the file breaks and spells it."""

from __future__ import annotations

import pytest

from policyalign.review.quotes import Part, find_quote, quoted_words
from tests.matching.small_pack import document


@pytest.mark.parametrize(
    ("text", "quote"),
    [
        ("What we all want to see.", "what we all want to see"),
        ("What we  all\nwant to see.", "“What we all want to see”"),
        ("the child\u2019s own safety-goal", "child's own safety goal"),
        ("what hap-\npens at home & school", "what happens at home and school"),
        ("plan\u00a0A", "Plan A"),
    ],
)
def test_marks_case_and_spaces_make_no_difference(text: str, quote: str) -> None:
    assert len(list(find_quote(document(text), quote))) == 1


@pytest.mark.parametrize("quote", ["want to seem", "ant to see", "all to see", "…", ""])
def test_other_words_are_not_the_quote(quote: str) -> None:
    assert list(find_quote(document("What we all want to see."), quote)) == []


def test_every_place_is_given_by_its_characters() -> None:
    text = "See home. Then see home again."
    found = [part for (part,) in find_quote(document("x", text), "see home")]
    assert found == [Part(1, 0, 8), Part(1, 15, 23)]
    assert text[15:23] == "see home"


def test_a_quote_may_run_on_into_the_next_paragraph() -> None:
    (parts,) = find_quote(document("They see", "what happens.", "More."), "see what happens")
    assert parts == (Part(0, 5, 8), Part(1, 0, 12))


def test_words_of_a_quote_are_those_of_a_form() -> None:
    assert quoted_words("“Bread & butter”, the child’s!") == [
        "bread", "and", "butter", "the", "child's",
    ]  # fmt: skip
