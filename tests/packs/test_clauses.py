"""Clauses of the checklist, right and wrong."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from policyalign.model.clauses import (
    AtLeast,
    BodyText,
    ByWhen,
    Clause,
    Commitment,
    InSentence,
    NoDiscouraged,
    OwnPractice,
    SameSection,
)
from policyalign.packs.clauses import ClauseSyntaxError, parse_clause

RIGHT = {
    "all of [a, b-c]": AtLeast(2, ("a", "b-c")),
    "any of [a, b]": AtLeast(1, ("a", "b")),
    "any of [a]": AtLeast(1, ("a",)),
    "at least 2 of [a, b, c]": AtLeast(2, ("a", "b", "c")),
    "  at  least 2 of[ a,b ,c ]": AtLeast(2, ("a", "b", "c")),
    "in the same section": SameSection(),
    "as a commitment": Commitment(),
    "not only in contents or references": BodyText(),
    "said in a sentence": InSentence(),
    "with a date": ByWhen(),
    "as its own practice": OwnPractice(),
    "no discouraged wording of kind {jargon, blaming}": NoDiscouraged(("jargon", "blaming")),
    "no discouraged wording of kind {jargon} beyond 1 in 500 words": NoDiscouraged(
        ("jargon",), once_in=500
    ),
}
WRONG = {
    "in same section": "not a clause; expected one of: all of",
    "all off [a]": "not a clause",
    "all of a, b": r"expected names between \[ and \]",
    "all of [a, b": r"expected names between \[ and \]",
    "all of {a}": r"expected names between \[ and \]",
    "no discouraged wording of kind [a]": "expected names between { and }",
    "no discouraged wording of kind {a} beyond 1 in many words": "expected a number of words",
    "all of []": "expected a name between commas, found ''",
    "all of [a,, b]": "expected a name between commas, found ''",
    "all of [a b]": "expected a name between commas, found 'a b'",
    "any of [a, a]": "'a' is listed twice",
    "at least two of [a, b]": "expected a number after 'at least', found 'two'",
    "at least 0 of [a, b]": "from 1 to 2",
    "at least 3 of [a, b]": "from 1 to 2",
}


@pytest.mark.parametrize(("text", "clause"), RIGHT.items(), ids=RIGHT)
def test_reads(text: str, clause: Clause) -> None:
    assert parse_clause(text) == clause


@pytest.mark.parametrize(("text", "message"), WRONG.items(), ids=WRONG)
def test_says_what_was_expected(text: str, message: str) -> None:
    with pytest.raises(ClauseSyntaxError, match=message):
        parse_clause(text)


ids = st.from_regex(r"[a-z]{1,8}(-[a-z]{1,8})?", fullmatch=True)
id_lists = st.lists(ids, min_size=1, max_size=6, unique=True).map(tuple)


@given(
    id_lists.flatmap(lambda found: st.builds(AtLeast, st.integers(1, len(found)), st.just(found)))
)
def test_a_written_count_reads_back_as_it_was(clause: AtLeast) -> None:
    assert parse_clause(str(clause)) == clause


@given(st.builds(NoDiscouraged, id_lists))
def test_written_kinds_read_back_as_they_were(clause: NoDiscouraged) -> None:
    assert parse_clause(str(clause)) == clause


@given(st.text())
def test_any_text_is_a_clause_or_a_syntax_error(text: str) -> None:
    try:
        clause = parse_clause(text)
    except ClauseSyntaxError as problem:
        assert str(problem)  # noqa: PT017  either outcome is right
    else:
        assert str(clause)
