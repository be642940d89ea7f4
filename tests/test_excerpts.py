"""Found words in their sentence."""

from __future__ import annotations

from policyalign.excerpts import excerpt
from policyalign.model.excerpt import Excerpt


def cut(text: str, words: str) -> Excerpt:
    start = text.index(words)
    return excerpt(text, (start, start + len(words)), (0, len(text)))


def test_a_short_sentence_is_whole() -> None:
    assert cut("Each plan has a safety goal.", "safety goal") == (
        "Each plan has a ",
        "safety goal",
        ".",
    )


def test_line_breaks_become_blanks_and_no_words_grow_together() -> None:
    found = cut("Each\r\nplan has\n\tsafety\n goals now.", "safety\n goals")
    assert "".join(found) == "Each plan has safety goals now."
    assert found[1] == "safety goals"


def test_a_long_sentence_is_cut_between_words_with_what_was_found_whole() -> None:
    before, words, after = cut(f"{'early ' * 80}safety goal{' later' * 80}.", "safety goal")
    assert before.startswith("… early ")
    assert words == "safety goal"
    assert after.endswith("later …")
    assert len(before + words + after) < 260


def test_what_is_longer_than_a_line_of_context_is_still_whole() -> None:
    words = " ".join(["word"] * 70)
    assert cut(f"Here ({words}). There.", words)[1] == words


def test_words_with_no_blank_near_them_stand_alone() -> None:
    assert cut(f"{'early' * 80}safetygoal{'later' * 80}", "safetygoal") == (
        "… ",
        "safetygoal",
        " …",
    )
