"""A pack that finds more than it should."""

from __future__ import annotations

import pytest

from policyalign.matching.relaxed import relaxed, relaxed_alone, relaxed_form
from policyalign.matching.traces import Fate, Tracer
from policyalign.model.pack import Form
from tests.matching.small_pack import PACK, document


@pytest.mark.parametrize(
    ("text", "wider"),
    [
        ("keep * apart", "keep ** apart"),
        ("keep ** apart", "keep ** apart"),
        ("(a|b) * c * d", "(a|b) ** c ** d"),
        ("<framework> * conference", "<framework> ** conference"),
        ("safety goal", "safety goal"),
    ],
)
def test_short_gaps_become_long(text: str, wider: str) -> None:
    assert relaxed_form(Form(text=text, threshold=85)).text == wider


@pytest.mark.parametrize(("threshold", "lower"), [(85, 70), (95, 80), (10, 0), (100, 100)])
def test_thresholds_fall_but_for_forms_that_ask_for_their_words(
    threshold: float, lower: float
) -> None:
    assert relaxed_form(Form(text="safety goal", threshold=threshold)).threshold == lower


def test_the_relaxed_pack_finds_what_stands_too_far_apart() -> None:
    made = document("We keep each of the two quite different things apart.")
    assert not Tracer(PACK).trace(made).traces
    (trace,) = Tracer(relaxed(PACK)).trace(made).traces
    assert (trace.concept, trace.fate) == ("apart", Fate.COUNTED)


def test_the_pack_of_some_concepts_keeps_those_in_their_forms() -> None:
    assert set(relaxed_alone(PACK, ["plan"]).concepts) == {"plan"}
    alone = relaxed_alone(PACK, ["pair"])
    assert set(alone.concepts) == {"danger", "goal", "pair"}
    found = Tracer(alone).trace(document("A danger statement and safety goal.")).traces
    assert "pair" in {trace.concept for trace in found}
