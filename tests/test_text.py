"""Folding makes texts comparable and keeps the way back to the original characters."""

from __future__ import annotations

from time import process_time

import pytest
from hypothesis import given
from hypothesis import strategies as st

from policyalign.text import fold, runs, tokens, words


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
        ("Safety&nbsp;Goals &amp; &#8217;", "Safety Goals & '"),
        ("<b>Safety goals</b>", " Safety goals "),
        ("childâ€™s Signs of SafetyÂ®", "child's Signs of Safety®"),
        ("a â€\u201c b", "a – b"),
        ("a < b & c > d", "a < b & c > d"),
        ("<insert name> is <five and >3", "<insert name> is <five and >3"),
        ("&mapping; plan&notes;", "&mapping; plan&notes;"),
        ("safe&shy;ty &fflig;", "safety ff"),
        ("S a f e t y   o f   a l l", "Safety   of   all"),
        ("options a b and c", "options a b and c"),
    ],
)
def test_what_looks_alike_is_made_alike(text: str, folded: str) -> None:
    assert fold(text).text == folded


def test_a_word_broken_at_a_line_end_is_joined_only_if_that_makes_a_word() -> None:
    def is_word(word: str) -> bool:
        return word == "statement"

    assert fold("state-\nment", is_word).text == "statement"
    assert fold("self-\nharm", is_word).text == "self-\nharm"


@pytest.mark.parametrize(
    "broken",
    [
        "state\u00ad\nment",  # where a soft hyphen let the word be broken
        "state\u2011\nment",  # a hyphen that was to keep the word together
        "state\u2010 \r\n  ment",
        "sta\u00adte\u00ad\nme\u00adnt",  # soft hyphens elsewhere in the word
    ],
)
def test_a_line_may_end_at_a_hyphen_of_any_kind(broken: str) -> None:
    folded = fold(broken, "statement".__eq__)
    assert folded.text == "statement"
    assert folded.original(0, len("statement")) == (0, len(broken))


def test_soft_hyphens_at_line_ends_join_no_words_that_make_none() -> None:
    assert fold("danger\u00ad\nplan", "statement".__eq__).text == "danger\nplan"


def test_what_is_taken_out_leads_back_to_what_stands_around_it() -> None:
    folded = fold("the <b title='x\u00ady'>safety&nbsp;goal</b>")
    start = folded.text.index("safety goal")
    span = folded.original(start, start + len("safety goal"))
    assert "the <b title='x\u00ady'>safety&nbsp;goal</b>"[slice(*span)] == "safety&nbsp;goal"


def test_a_span_ends_where_what_was_repaired_ends() -> None:
    text = "caf&eacute; plan"
    folded = fold(text)
    assert text[slice(*folded.original(0, len("café")))] == "caf&eacute;"


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


def test_letters_set_apart_are_words_again_and_lead_back() -> None:
    text = "See S a f e t y  g o a l s now."
    folded = fold(text)
    assert folded.text == "See Safety  goals now."
    start = folded.text.index("goals")
    assert text[slice(*folded.original(start, start + 5))] == "g o a l s"


def test_a_few_single_letters_stay_apart() -> None:
    assert fold("plan B or C, 1 2 3 4 5").text == "plan B or C, 1 2 3 4 5"


def test_an_address_is_one_token() -> None:
    assert tokens("Ask safety-goal@example.org or www.safety-goal.example now") == [
        "Ask",
        "safety-goal@example.org",
        "or",
        "www.safety-goal.example",
        "now",
    ]


@pytest.mark.parametrize("piece", ["1.1", "-1", "a+", "plan.", "x@", "www."])
def test_a_text_without_blanks_takes_time_in_proportion(piece: str) -> None:
    """Each word was once tried as the beginning of an address that goes on to the end."""
    began = process_time()
    assert len(tokens(piece * 40_000)) <= 40_001 * len(piece)
    assert process_time() - began < 2


def test_a_prefix_that_is_no_word_stays_with_its_word() -> None:
    assert tokens("Re-assess the un\u2010seen, pre-birth: re-") == [
        "Re-assess",
        "the",
        "un\u2010seen",
        ",",
        "pre",
        "birth",
        ":",
        "re",
    ]


@given(st.text(alphabet="abre. !?'\")-\n\u00a0é\x00", max_size=40))
def test_runs_have_the_tokens_of_the_whole_text(text: str) -> None:
    assert [token for run in runs(text) for token in tokens(run)] == tokens(text)
