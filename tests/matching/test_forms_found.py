"""What counts as a form: inflection, spelling, noise, order, gaps, other concepts."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tests.matching.small_pack import found, match


@pytest.mark.parametrize(
    ("text", "quote", "how"),
    [
        ("Write a danger statement.", "danger statement", "exact"),
        ("DANGER STATEMENT", "DANGER STATEMENT", "exact"),
        ("Write danger statements.", "danger statements", "inflected"),
        ("Each danger-statement", "danger-statement", "exact"),
        ("A dangerstatement is clear.", "dangerstatement", "inflected"),
        ("A dagner statement", "dagner statement", "fuzzy"),
        ("A danger statment", "danger statment", "fuzzy"),
        ("A danger state-\nment is read", "danger state-\nment", "exact"),
        ("A danger\u00a0state\u00adment", "danger\u00a0state\u00adment", "exact"),
        ("a statement of the danger", "statement of the danger", "reordered"),
        ("danger and worry statements", "danger and worry statements", "reordered"),
    ],
)
def test_a_form_is_found_however_it_is_written(text: str, quote: str, how: str) -> None:
    mentions = [m for m in match(text).mentions if m.concept == "danger"]
    assert [(m.quote, m.how) for m in mentions] == [(quote, how)]


@pytest.mark.parametrize(
    "text",
    [
        "An angry statement was made.",  # a real word is no misspelling
        "Safely plan the route.",
        "The danger. Statement follows.",  # a sentence ends in between
        "a meeting, whose network gives the family",  # a comma keeps the words apart
        "a meeting\uff0c whose network gives the family",
        "The child is a voice.",  # no "of" joins the words
        "Three tree houses were built.",  # a name is not taken apart
        "Staff in danger make a long written witness statement.",
    ],
)
def test_words_that_are_not_the_form_are_left_alone(text: str) -> None:
    assert found(text) == []


def test_british_and_american_spelling_are_one() -> None:
    assert found("An organized network") == [("network", "organized network")]


def test_equal_spellings_of_the_pack_are_one() -> None:
    assert found("A well-being plan")[0] == ("wellbeing", "well-being plan")


def test_number_words_and_digits_are_one() -> None:
    text = "The child chose a point on a scale of zero to ten."
    assert found(text) == [("scale", "scale of zero to ten")]


def test_what_a_scanner_misreads_is_read_again() -> None:
    assert found("the safety goa1s")[0] == ("goal", "safety goa1s")


def test_a_case_exact_form_needs_its_capitals() -> None:
    assert found("We use SoS here.") == [("framework", "SoS")]
    assert found("Press the SOS button.") == []


def test_a_verb_is_found_in_any_inflection() -> None:
    assert found("They are kept well apart") == [("apart", "kept well apart")]


def test_a_form_may_name_other_concepts() -> None:
    text = "Danger statements and safety goals are read out."
    assert ("pair", "Danger statements and safety goals") in found(text)


def test_a_pair_may_be_turned_round() -> None:
    assert found("Pictures and words are kept.") == [("pictures", "Pictures and words")]


def test_an_of_phrase_may_hold_other_little_words() -> None:
    assert found("the voice of every child") == [("voice", "voice of every child")]


def test_a_shorter_name_inside_a_longer_one_is_not_counted() -> None:
    assert found("A family network meeting is held.") == [
        ("network-meeting", "family network meeting")
    ]


def test_a_name_that_stands_inside_others_is_counted_with_them() -> None:
    text = "A Signs of Safety review conference"
    assert {concept for concept, _ in found(text)} == {"framework", "conference"}


def test_a_solid_word_does_not_shift_what_comes_after_it() -> None:
    text = "Every safetygoal needs a danger statement."
    assert dict(found(text))["danger"] == "danger statement"


@given(st.text(max_size=300))
def test_every_quote_is_the_text_at_its_offsets(text: str) -> None:
    """Whatever stands around the words, offsets lead back to the original characters."""
    whole = f"{text} danger statement {text}"
    for mention in match(whole).mentions:
        assert whole[mention.start : mention.end] == mention.quote
        assert mention.sentence[0] <= mention.start < mention.end <= mention.sentence[1]


def test_a_document_without_blocks_holds_nothing() -> None:
    assert match().mentions == ()


@pytest.mark.parametrize(
    ("text", "quote"),
    [
        ("safety/wellbeing goals", "safety/wellbeing goals"),
        ("Safety plans, goals and networks", "Safety plans, goals"),
        ("safety, wellbeing and family goals", "safety, wellbeing and family goals"),
    ],
)
def test_a_word_may_be_shared_across_a_slash_or_a_list(text: str, quote: str) -> None:
    assert ("goal", quote) in found(text, heading="Signs of Safety")


def test_words_of_a_list_are_not_shared_without_its_commas() -> None:
    assert "goal" not in dict(found("Safety plans goals and networks", heading="Signs of Safety"))


def test_two_errors_are_forgiven_in_a_long_word_however_short_it_became() -> None:
    assert ("danger", "danger staemet") in found("A danger staemet is read.")


def test_letters_that_changed_places_are_the_likeliest_error() -> None:
    assert found("A famliy network meets")[0] == ("network", "famliy network")


def test_a_case_exact_word_in_small_letters_counts_in_its_own_number_only() -> None:
    assert [f.quote for f in match("We log domestics here.").discouraged] == ["domestics"]
    assert match("We log domestic abuse here.").discouraged == ()


def test_a_form_that_stands_for_very_many_wordings_is_found_like_any_other() -> None:
    assert found("Draw an amber fern circle, or two larch maple circles.") == [
        ("many", "amber fern circle"),
        ("many", "larch maple circles"),
    ]
    assert found("Draw an amber circle, or an amber, fern circle.") == []
