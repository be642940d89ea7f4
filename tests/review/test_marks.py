"""Passages that a person marked as saying a concept in other words."""

from __future__ import annotations

from pathlib import Path

import pytest

from policyalign.errors import InputError
from policyalign.matching.traces import Tracer
from policyalign.model.pack import Sense
from policyalign.model.review import Mark, MarkOutcome, MarkResult
from policyalign.review.marks import MarkTally
from tests.matching.small_pack import PACK, document

TRACER = Tracer(PACK)
PATH = Path("/policies/2026/Handbook [final].docx")


def mark(quote: str, *, concept: str = "goal", file: str = "handbook [final].docx") -> Mark:
    return Mark(concept=concept, file=file, quote=quote)


def results(made: Mark, *texts: str) -> tuple[MarkResult, ...]:
    tally = MarkTally(PACK, [made])
    tally.add(TRACER.trace(document(*texts)), PATH)
    return tally.result()


def result(made: Mark, *texts: str) -> MarkResult:
    (only,) = results(made, *texts)
    return only


def test_words_that_are_not_credited_become_a_suggestion_that_works() -> None:
    found = result(mark("What we all hope for"), "The family say what we all hope for at home.")
    assert found.outcome is MarkOutcome.OPEN
    assert found.addition
    assert (found.addition.form, found.addition.sense) == ("what we all hope for", Sense.CASEWORK)
    assert found.sighting
    assert found.sighting.sentence == "The family say what we all hope for at home."
    assert found.holds


def test_a_sentence_without_casework_asks_for_the_wider_list() -> None:
    found = result(mark("what we hope"), "Write down what we hope.")
    assert found.addition
    assert found.addition.sense is Sense.ANYWHERE
    assert found.holds


def test_a_suggestion_whose_example_would_not_count_says_so() -> None:
    found = result(mark("what we hope"), "We do not use what we hope.")
    assert (found.outcome, found.holds) == (MarkOutcome.OPEN, False)


def test_a_concept_that_the_sentence_is_credited_with_needs_no_mark() -> None:
    found = result(mark("what we hope"), "The safety goal says what we hope.")
    assert (found.outcome, found.addition) == (MarkOutcome.CREDITED, None)
    assert found.reason == "by “safety goal”, form “safety goal”"


def test_credit_elsewhere_in_the_paragraph_is_not_credit_there() -> None:
    found = result(mark("what we hope"), "Read the safety goal. Say what we hope.")
    assert found.outcome is MarkOutcome.OPEN


def test_known_words_that_are_kept_from_credit_are_no_suggestion() -> None:
    found = result(mark("safety goals"), "We do not use safety goals.")
    assert (found.outcome, found.addition) == (MarkOutcome.KNOWN, None)
    assert "not done" in found.reason


def test_words_refused_by_their_context_are_a_suggestion_and_say_why() -> None:
    found = result(mark("safety plan", concept="plan"), "Read the safety plan.")
    assert found.outcome is MarkOutcome.OPEN
    assert "“safety plan” is a form of it, but nothing around it shows" in found.reason


def test_wording_of_another_concept_is_no_suggestion() -> None:
    found = result(mark("danger statement"), "Write a danger statement.")
    assert (found.outcome, found.reason) == (
        MarkOutcome.KNOWN, "the words are a mention of danger",
    )  # fmt: skip


def test_a_quote_that_is_gone_and_a_file_that_was_not_read_are_told_apart() -> None:
    assert result(mark("no longer here"), "Something else.").outcome is MarkOutcome.GONE
    other = mark("something else", file="other.docx")
    assert result(other, "Something else.").outcome is MarkOutcome.NO_FILE


@pytest.mark.parametrize(
    "file",
    ["Handbook [final].docx", "HANDBOOK*.docx", "*.docx", "2026/handbook*", r"2026\handbook*",
     "./2026/Handbook [final].docx", "/policies/2026/Handbook [final].docx"],
)  # fmt: skip
def test_a_file_is_named_by_its_name_the_end_of_its_path_or_a_pattern(file: str) -> None:
    assert result(mark("hope", file=file), "We hope.").outcome is MarkOutcome.OPEN


@pytest.mark.parametrize("file", ["book [final].docx", "*.pdf", "2025/*", "handbook"])
def test_another_file_is_not_meant(file: str) -> None:
    assert result(mark("hope", file=file), "We hope.").outcome is MarkOutcome.NO_FILE


def test_of_several_places_the_one_that_is_not_credited_is_shown() -> None:
    found = result(mark("we hope"), "The safety goal says we hope.", "Here we hope.")
    assert found.outcome is MarkOutcome.OPEN
    assert found.sighting
    assert found.sighting.place.block == 1


def test_a_pattern_gives_a_result_for_each_document_that_holds_the_quote() -> None:
    tally = MarkTally(PACK, [mark("we hope", file="*")])
    for name, text in (("a", "We hope."), ("b", "Nothing."), ("c", "A safety goal: we hope.")):
        tally.add(TRACER.trace(document(text)), Path(f"/x/{name}.docx"))
    assert [r.outcome for r in tally.result()] == [MarkOutcome.OPEN, MarkOutcome.CREDITED]


def test_results_keep_the_order_of_the_marks() -> None:
    marks = [mark("we hope"), mark("we fear"), mark("a safety goal"), mark("we wish")]
    tally = MarkTally(PACK, marks)
    tally.add(TRACER.trace(document("Here we hope. We wish. A safety goal.")), PATH)
    found = tally.result()
    assert [r.mark for r in found] == marks
    assert [r.holds for r in found] == [True, False, False, True]


def test_a_concept_that_the_pack_lacks_is_one_sentence_with_the_nearest() -> None:
    with pytest.raises(InputError) as raised:
        MarkTally(PACK, [mark("x"), mark("x", concept="netwrok")])
    assert str(raised.value) == (
        "not-detected no. 2: the pack small has no concept “netwrok”. Did you mean “network”?"
    )
