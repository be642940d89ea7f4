"""The language of forms."""

from __future__ import annotations

import pytest

from policyalign.forms import FormSyntaxError, Gap, Ref, Word, parse_form


def spelt(form: str) -> list[str]:
    """Give the sequences of a form as plain text."""
    shown = []
    for sequence in parse_form(form):
        shown.append(" ".join(e.text if isinstance(e, Word) else "*" for e in sequence))
    return shown


def test_alternatives_and_optional_words_are_spelt_out() -> None:
    assert spelt("(danger|worry) (or harm|) statement") == [
        "danger or harm statement",
        "danger statement",
        "worry or harm statement",
        "worry statement",
    ]


def test_hyphens_and_capitals_make_no_difference() -> None:
    assert spelt("Day-to-Day care") == ["day to day care"]


def test_marks_are_read() -> None:
    assert parse_form("~keep * <harm|danger> ** apart") == (
        (
            Word("keep", verb=True),
            Gap(3),
            Ref(("harm", "danger")),
            Gap(10),
            Word("apart"),
        ),
    )


@pytest.mark.parametrize(
    ("form", "complaint"),
    [
        ("(a|b", r"a \( without its \)"),
        ("a) b", r"unexpected '\)'"),
        ("~ keep", "expected a verb"),
        ("<>", "expected a concept id"),
        ("* plan", "a gap needs a word on both sides"),
        ("", "at least one word"),
        ("(a|)", "at least one word"),
        ("(a|b|c|d|e|f|g|h|i|j) " * 3, "more than 600 wordings"),
        ("(" * 40 + "a" + ")" * 40, "more than 30 brackets"),
    ],
)
def test_a_form_that_cannot_be_read_says_what_was_expected(form: str, complaint: str) -> None:
    with pytest.raises(FormSyntaxError, match=complaint):
        parse_form(form)
