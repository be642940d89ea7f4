"""Near misses and their order."""

from __future__ import annotations

from dataclasses import replace

from policyalign.matching.traces import Tracer
from policyalign.model.document import Document, Kind, State
from policyalign.model.pack import Pack, Sense
from policyalign.model.review import NearMiss, Nearness
from policyalign.review.near import NearTally
from tests.matching.small_pack import PACK, document

TRACER = Tracer(PACK)
KNOWN = "We use Signs of Safety. A danger statement is a statement. The danger statement is kept."


def misses(*documents: Document, pack: Pack = PACK) -> list[NearMiss]:
    tracer = Tracer(pack)
    tally = NearTally(pack, tracer.compiled)
    for one in documents:
        tally.add(tracer.trace(one))
    return list(tally.result())


def found(*texts: str, pack: Pack = PACK) -> dict[str, NearMiss]:
    return {miss.wording: miss for miss in misses(document(*texts), pack=pack)}


def test_a_replaced_word_is_shown_with_the_line_to_add() -> None:
    miss = found(KNOWN, "Write a danger summary with them.")["danger summary"]
    assert (miss.concept, miss.nearness, miss.form.text) == (
        "danger", Nearness.WORD, "danger statement",
    )  # fmt: skip
    assert (miss.addition.form, miss.addition.instead) == ("danger summary", "")
    assert miss.addition.sense is Sense.ANYWHERE
    assert miss.example.sentence == "Write a danger summary with them."


def test_words_that_mostly_stand_for_something_else_are_left_out() -> None:
    others = "The danger zone. The danger list. The danger level. The danger sign. The danger map."
    assert "danger summary" not in found("A danger statement. A danger summary.", others)


def test_what_is_said_often_in_english_is_left_out() -> None:
    assert "mission statement" not in found(KNOWN, "The mission statement is read.")


def test_what_a_counterexample_holds_is_left_out() -> None:
    danger = replace(PACK.concepts["danger"], counterexamples=("The danger summary is dull.",))
    pack = replace(PACK, concepts={**PACK.concepts, "danger": danger})
    assert "danger summary" in found(KNOWN, "Write a danger summary with them.")
    assert "danger summary" not in found(KNOWN, "Write a danger summary with them.", pack=pack)


def test_examples_of_the_pack_teach_what_words_stand_for() -> None:
    """A folder may hold the near miss and nothing of the form itself."""
    tally = NearTally(PACK, TRACER.compiled)
    seen = TRACER.trace(document("We use Signs of Safety.", "A danger summary is read."))
    tally.add(seen)
    assert tally.result() == ()
    for _ in range(3):
        tally.learn(TRACER.trace(document("A danger statement is written.")))
    assert [miss.wording for miss in tally.result()] == ["danger summary"]


def test_wording_refused_by_its_context_belongs_in_a_wider_list() -> None:
    miss = found("Professional curiosity is dear to us.")["professional curiosity"]
    assert (miss.nearness, miss.form.sense) == (Nearness.CONTEXT, Sense.CASEWORK)
    assert miss.addition.sense is Sense.ANYWHERE
    assert miss.addition.instead == "professional curiosity"


def test_a_framework_form_in_casework_belongs_among_the_casework_forms() -> None:
    (miss,) = misses(document("The child has a safety plan."))
    assert (miss.concept, miss.addition.sense) == ("plan", Sense.CASEWORK)


def test_text_about_another_subject_is_no_near_miss() -> None:
    assert not found("The boiler has a safety plan.", "The invoice shows professional curiosity.")


def test_words_further_apart_than_the_form_allows() -> None:
    (miss,) = misses(document("Keep each of the two different things apart."))
    assert (miss.nearness, miss.addition.form) == (Nearness.GAP, "~keep ** apart")
    assert miss.addition.instead == "~keep * apart"


def test_words_less_alike_than_the_form_asks() -> None:
    text = "They set goals of the real new daily safety."
    (miss,) = misses(document(text))
    assert (miss.concept, miss.nearness) == ("goal", Nearness.LIKENESS)
    assert miss.addition.form == miss.wording
    assert miss.addition.instead == ""


def test_what_the_paragraph_is_credited_with_is_no_near_miss() -> None:
    assert not misses(document("Keep them apart. Keep each of the two different things apart."))


def test_contents_and_references_are_no_near_miss() -> None:
    made = document("Professional curiosity", "A danger summary", kind=Kind.CONTENTS)
    assert not misses(document(KNOWN), made)


def test_a_term_that_is_used_again_comes_before_one_that_is_not() -> None:
    texts = (KNOWN, "A danger notice.", "A danger summary.", "The danger summary is read.")
    order = [miss.wording for miss in misses(document(*texts))]
    assert order == ["danger summary", "danger notice"]


def test_a_replaced_end_keeps_the_subject_and_comes_before_a_replaced_beginning() -> None:
    order = list(found(KNOWN, "A danger summary is read.", "A witness statement is read."))
    assert order == ["danger summary", "witness statement"]


def test_near_misses_are_counted_over_documents() -> None:
    one = document(KNOWN, "A danger summary. The danger summary is kept.")
    other = Document(path="other", sha256="", title=None, blocks=one.blocks)
    (miss,) = misses(one, other)
    assert (miss.count, miss.documents, miss.example.path) == (4, 2, "test")


def test_a_near_miss_is_proposed_only_where_it_stands_nowhere_in_force() -> None:
    one = document(KNOWN, "A danger summary is read.")
    tracked = replace(one, blocks=(one.blocks[0], one.blocks[1]._replace(state=State.PROPOSED)))
    (miss,) = misses(tracked)
    assert miss.example.proposed
    (miss,) = misses(tracked, replace(one, path="other"))
    assert (miss.count, miss.example.proposed, miss.example.path) == (2, False, "other")
