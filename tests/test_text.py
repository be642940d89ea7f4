"""Folding makes texts comparable and keeps the way back to the original characters."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from policyalign.text import fold, tokens, words


@pytest.mark.parametrize(
    ("text", "folded"),
    [
        ("What’s working", "What's working"),
        ("What‟s working", "What's working"),
        ("net\u00adwork", "network"),
        ("\ufb01nding", "finding"),
        ("a\u00a0b", "a b"),
        ("zero\u200bwidth", "zerowidth"),
        ("nul\x00byte", "nulbyte"),
        ("safety_goal", "safety goal"),
    ],
)
def test_what_looks_alike_is_made_alike(text: str, folded: str) -> None:
    assert fold(text).text == folded


def test_a_word_broken_at_a_line_end_is_joined_only_if_that_makes_a_word() -> None:
    def is_word(word: str) -> bool:
        return word == "statement"

    assert fold("state-\nment", is_word).text == "statement"
    assert fold("self-\nharm", is_word).text == "self-\nharm"


@given(st.text())
def test_spans_lead_back_into_the_original(text: str) -> None:
    folded = fold(text)
    for index in range(len(folded.text)):
        start, end = folded.original(index, index + 1)
        assert 0 <= start < end <= len(text)


@given(st.text())
def test_folding_twice_changes_nothing_more(text: str) -> None:
    once = fold(text).text
    assert fold(once).text == once


def test_tokens_are_words_and_the_ends_of_sentences() -> None:
    assert tokens("Mrs A. Oak's plan, then; ends. Next e.g. this?") == [
        "Mrs",
        "A",
        ".",
        "Oak's",
        "plan",
        ",",
        "then",
        ";",
        "ends",
        ".",
        "Next",
        "e",
        "g",
        "this",
        "?",
    ]


def test_words_leave_punctuation_out() -> None:
    assert words("0-10 & Signs of…") == ["0", "10", "&", "Signs", "of", "…"]
