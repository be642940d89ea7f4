"""Texts looked up run by run."""

from __future__ import annotations

from policyalign.matching.lexicon import Lexicon
from policyalign.matching.runs import Runs


def _runs(*read: str) -> Runs:
    made = Runs(Lexicon({"danger", "statement"}, {"danger", "statement"}))
    for run in read:
        assert made[run] is not None
    return made


def test_the_words_of_a_text_are_there_after_its_runs_were_forgotten() -> None:
    alphabet = _runs("danger,", "statement")
    words = alphabet.words(["danger,", "statement"])
    alphabet._tokens.clear()
    assert words.tokens == ["danger", ",", "statement"]


def test_a_text_knows_whether_one_of_its_words_is_misspelt() -> None:
    alphabet = _runs("danger", "statment", "statement")
    assert alphabet.words(["danger", "statment"]).misspelt
    assert not alphabet.words(["danger", "statement"]).misspelt
