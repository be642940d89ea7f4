"""The Signs of Safety pack that comes with policyalign."""

from __future__ import annotations

import pytest

from policyalign.examples import run_examples
from policyalign.model.pack import Pack
from policyalign.packs import load_pack


@pytest.fixture(scope="module")
def sos() -> Pack:
    return load_pack()


def test_every_concept_has_an_example_and_a_counterexample(sos: Pack) -> None:
    entries = sos.concepts.values()
    assert [one.id for one in entries if not (one.examples and one.counterexamples)] == []


def test_every_discouraged_wording_has_an_example(sos: Pack) -> None:
    assert [one.id for one in sos.discouraged.values() if not one.examples] == []


def test_its_examples_hold(sos: Pack) -> None:
    assert run_examples(sos) == ()


def test_some_concepts_are_anchors_so_that_framework_forms_can_count(sos: Pack) -> None:
    anchors = {one.id for one in sos.concepts.values() if one.anchor}
    assert {"signs-of-safety", "danger-statement", "safety-goal", "three-columns"} <= anchors


def test_the_notice_says_that_wording_is_measured_and_not_safety(sos: Pack) -> None:
    assert "wording" in sos.notice
    assert "safer" in sos.notice
