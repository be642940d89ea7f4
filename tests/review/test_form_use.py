"""Forms that never count, and forms that count very often."""

from __future__ import annotations

from policyalign.matching.traces import Tracer
from policyalign.model.pack import Sense
from policyalign.review.form_use import FormTally
from tests.matching.small_pack import PACK, document

TRACER = Tracer(PACK)


def tally(*documents: tuple[str, ...], examples: tuple[str, ...] = ()) -> FormTally:
    made = FormTally(PACK)
    for sentence in examples:
        made.learn(TRACER.trace(document(sentence)))
    for texts in documents:
        made.add(TRACER.trace(document(*texts)))
    return made


def unused(made: FormTally) -> dict[str, list[str]]:
    return {group.concept: [use.form.text for use in group.forms] for group in made.unused()}


def test_forms_that_did_not_count_are_listed_under_a_concept_that_was_mentioned() -> None:
    made = tally(("We use Signs of Safety.", "Safety goals are kept."))
    assert unused(made) == {"framework": ["=SoS"], "goal": ["what we need to see"]}
    assert "danger" in made.silent()
    assert "goal" not in made.silent()


def test_concepts_with_the_most_mentions_come_first() -> None:
    made = tally(("Signs of Safety. A safety goal. A safety goal.",))
    assert list(unused(made)) == ["goal", "framework"]


def test_a_form_that_an_example_counts_by_is_the_last_to_drop() -> None:
    texts = ("The organised network met. The family network meeting was long.",)
    assert unused(tally(texts))["network"] == ["family network"]
    (group,) = tally(texts, examples=("Ask the family network.",)).unused()
    assert [use.in_examples for use in group.forms] == [True]


def test_a_form_tells_how_often_other_wording_was_chosen_and_how_often_it_was_refused() -> None:
    texts = ("The organised network met. The family network meeting was long.",)
    (group,) = tally(texts).unused()
    assert [(use.counted, use.covered, use.refused) for use in group.forms] == [(0, 1, 0)]


def test_a_form_found_far_more_often_than_most_is_shown_with_its_first_place() -> None:
    often = "The safety goal is read. " * 8
    made = tally((often, "Signs of Safety. A danger statement."))
    (use,) = made.everywhere(1)
    assert (use.concept, use.form.text, use.counted, use.documents) == ("goal", "safety goal", 8, 1)
    assert use.first
    assert use.first.sentence == "The safety goal is read."


def test_a_form_in_most_of_many_documents_is_shown() -> None:
    texts = ("A danger statement. A danger statement.", "A safety goal. A safety goal.")
    four = [texts] * 4
    found = [(use.concept, use.documents) for use in tally(*four, ("Nothing.",)).everywhere(5)]
    assert found == [("danger", 4), ("goal", 4)]
    assert tally(texts, texts).everywhere(2) == ()


def test_ambiguous_forms_come_first() -> None:
    often = "Signs of Safety. Signs of Safety. The safety plan is read. " * 6
    made = tally((often, "A danger statement. A safety goal. The family network. An SoS."))
    senses = [use.form.sense for use in made.everywhere(1)]
    assert senses == [Sense.FRAMEWORK, Sense.ANYWHERE]


def test_nothing_read_gives_nothing() -> None:
    assert tally().unused() == ()
    assert tally().everywhere(0) == ()
    assert len(tally().silent()) == len(PACK.concepts)
