"""Any phrase as a pack of its own."""

from __future__ import annotations

import pytest

from policyalign.errors import InputError
from policyalign.matching import Matcher
from policyalign.matching.compiled import compile_pack
from policyalign.matching.phrase import named_concepts, phrase_pack, respelt
from tests.matching.small_pack import PACK, document

COMPILED = compile_pack(PACK)


def found(phrase: str, text: str, *, exact: bool = False) -> list[tuple[str, str, str]]:
    matcher = Matcher(phrase_pack(PACK, phrase, exact=exact))
    mentions = matcher.match(document(text)).mentions
    return [(mention.quote, mention.how, mention.status) for mention in mentions]


@pytest.mark.parametrize(
    ("wanted", "concepts"),
    [
        ("danger statements", ("danger",)),
        ("Safety-Goal", ("goal",)),
        ("saftey goal", ("goal",)),
        ("goal of safety", ("goal",)),
        ("safety plan", ("plan",)),
        ("fire safety plan", ()),
        ("danger statements in June", ()),
        ("lunch", ()),
        ("sos", ()),
    ],
)
def test_a_form_names_its_concept(wanted: str, concepts: tuple[str, ...]) -> None:
    assert named_concepts(COMPILED, wanted) == concepts


@pytest.mark.parametrize(
    ("text", "words", "how"),
    [
        ("The packed lunch is cold.", "packed lunch", "exact"),
        ("Packed lunches are cold.", "Packed lunches", "inflected"),
        ("A packed-lunch box.", "packed-lunch", "exact"),
        ("A packed lnuch box.", "packed lnuch", "fuzzy"),
        ("A pakced lunch.", "pakced lunch", "fuzzy"),
        ("A lunch which is packed.", "lunch which is packed", "reordered"),
        ("A packed or bought lunch.", "packed or bought lunch", "reordered"),
    ],
)
def test_a_phrase_is_found_as_forms_are(text: str, words: str, how: str) -> None:
    assert found("packed lunch", text) == [(words, how, "affirmed")]


def test_exact_takes_neither_errors_nor_another_order() -> None:
    assert found("packed lunch", "A pakced lunch, a lunch which is packed.", exact=True) == []
    assert found("packed lunch", "Packed lunches.", exact=True) == [
        ("Packed lunches", "inflected", "affirmed")
    ]


def test_a_find_has_the_status_that_the_pack_gives_it() -> None:
    assert found("packed lunch", "We do not use packed lunches.")[0][2] == "negated"


def test_the_subject_of_the_text_does_not_matter() -> None:
    assert found("packed lunch", "The boiler heats the packed lunch.")


def test_the_marks_of_forms_work() -> None:
    assert [one[0] for one in found("lunch * box", "A lunch in a box.")] == ["lunch in a box"]
    assert found("=PE", "They do pe.") == []


@pytest.mark.parametrize(
    ("phrase", "message"),
    [
        ("", "There are no words to look for"),
        ("  ?! ", "There are no words to look for"),
        ("plan *", "a gap needs a word on both sides"),
        ("(a|b", "without its )"),
        ("form <danger>", "work only inside a pack"),
        ("#start write", "work only inside a pack"),
        (" ".join(["(a|b|c)"] * 8), "too many wordings"),
    ],
)
def test_what_cannot_be_looked_for_is_said_in_a_sentence(phrase: str, message: str) -> None:
    with pytest.raises(InputError) as caught:
        phrase_pack(PACK, phrase)
    assert message in str(caught.value)
    assert str(caught.value).endswith(".")


@pytest.mark.parametrize(
    ("phrase", "spelt"),
    [
        ("lunch box", "lunch box"),
        ("What's for lunch?", "What's for lunch?"),
        ("attandance register", "(attandance|attendance) register"),
        ("Mr Xqzzvy", "Mr Xqzzvy"),
        ("the LADO", "the LADO"),
        ("attandance * register", "attandance * register"),
    ],
)
def test_a_word_that_no_list_knows_is_also_taken_for_the_nearest(phrase: str, spelt: str) -> None:
    assert respelt(phrase, COMPILED.lexicon.knows) == spelt
