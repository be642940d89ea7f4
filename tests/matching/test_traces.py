"""Which form was at work, and what became of wording that did not count."""

from __future__ import annotations

from policyalign.matching.traces import Fate, Tracer, sentences
from policyalign.model.document import Kind
from policyalign.model.report import Status
from tests.matching.small_pack import MATCHER, PACK, document

TRACER = Tracer(PACK)
TEXTS = (
    "We use Signs of Safety. Danger statements and safety goals are written with the family.",
    "A family network meeting is held. The safety plan is tested.",
    "We do not use safety goals. Each ward has a fire safety plan.",
    "Professional curiosity about the boiler is shown.",
)


def fates(*texts: str) -> dict[tuple[str, str], Fate]:
    traces = TRACER.trace(document(*texts)).traces
    return {(trace.concept, trace.form.text): trace.fate for trace in traces}


def test_what_counted_is_what_the_matcher_finds() -> None:
    """Both decide by the same functions, and no change of one may leave the other behind."""
    made = document(*TEXTS)
    traced = TRACER.trace(made)
    counted = sorted(
        (t.block, t.concept, traced.status(t)) for t in traced.traces if t.fate is Fate.COUNTED
    )
    mentions = MATCHER.match(made).mentions
    assert counted == sorted((m.block, m.concept, m.status) for m in mentions)
    assert Status.NEGATED in {status for _, _, status in counted}


def test_the_form_that_found_the_words_is_told() -> None:
    assert fates("We use SoS.") == {("framework", "=SoS"): Fate.COUNTED}


def test_a_name_inside_a_longer_name_is_covered() -> None:
    found = fates("A family network meeting is held.")
    assert found["network-meeting", "family network meeting"] is Fate.COUNTED
    assert found["network", "family network"] is Fate.COVERED


def test_ambiguous_wording_that_nothing_vouches_for_is_told_from_another_subject() -> None:
    assert fates("Read the safety plan again.") == {("plan", "safety plan"): Fate.UNVOUCHED}
    found = fates("The boiler has a safety plan.")
    assert found == {("plan", "safety plan"): Fate.ELSEWHERE}


def test_a_false_friend_leaves_no_trace() -> None:
    assert fates("Read the fire safety plan again.") == {}


def test_a_sighting_has_the_words_in_their_sentence() -> None:
    traced = TRACER.trace(document("First this. Then the safety goal! And more.", heading="Goals"))
    (trace,) = traced.traces
    hit = trace.candidate.hit
    seen = traced.sighting(trace.block, hit.start, hit.end)
    assert (seen.quote, seen.sentence) == ("safety goal", "Then the safety goal!")
    assert (seen.path, seen.place.heading) == ("test", ("Goals",))


def test_contents_lines_are_cited() -> None:
    traced = TRACER.trace(document("Safety goals 7", kind=Kind.CONTENTS))
    assert [traced.status(trace) for trace in traced.traces] == [Status.CITED]


def test_the_framework_is_near_within_three_blocks() -> None:
    traced = TRACER.trace(document("Safety goals.", "One.", "Two.", "Three.", "Four."))
    assert [traced.speaks_of_framework_near(n) for n in range(5)] == [True] * 4 + [False]


def test_every_sentence_of_a_passage_is_given() -> None:
    text = "One here. Two there? Three"
    passage = TRACER.trace(document(text)).readings[0].passage
    assert [text[slice(*span)] for span in sentences(passage)] == [
        "One here.", "Two there?", "Three",
    ]  # fmt: skip
