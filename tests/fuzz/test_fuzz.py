"""A few of the cases that ``python -m tests.fuzz`` tries by the thousand, the same each time."""

from __future__ import annotations

from collections.abc import Callable
from random import Random

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from policyalign import load_pack
from policyalign.model.pack import Pack
from tests.fuzz import cases
from tests.fuzz.cases import Case, Fuzz, outcomes
from tests.fuzz.holding import TARGETS
from tests.fuzz.originals import pdf_files, word_files
from tests.fuzz.pdf_files import spoil_pdf
from tests.fuzz.word_files import spoil_word

# What is spoilt is drawn by Hypothesis, which makes the case smaller before it shows a failure.
_few = settings(
    max_examples=12,
    derandomize=True,
    database=None,
    deadline=None,
    suppress_health_check=[HealthCheck.too_slow, HealthCheck.data_too_large],
)


@pytest.fixture(scope="module")
def pack() -> Pack:
    return load_pack()


@pytest.mark.parametrize("target", TARGETS)
@_few
@given(random=st.randoms(use_true_random=False))
def test_whatever_is_spoilt_gives_a_result_or_a_reason(
    pack: Pack, target: str, random: Random
) -> None:
    assert TARGETS[target](pack, random)


@pytest.mark.parametrize(
    ("spoil", "data"), [(spoil_word, word_files()[0]), (spoil_pdf, pdf_files()[0])]
)
def test_a_seed_spoils_a_file_in_the_same_way_each_time(
    spoil: Callable[[bytes, Random], bytes], data: bytes
) -> None:
    spoilt = [spoil(data, Random(number)) for number in range(20)]
    assert spoilt == [spoil(data, Random(number)) for number in range(20)]
    assert len(set(spoilt)) > 15


def test_cases_are_tried_in_a_worker_within_limits() -> None:
    tried = [Case(target, 1, 1) for target in TARGETS]
    found = list(outcomes(tried, jobs=1))
    assert [outcome.case for outcome in found] == tried
    assert [outcome.fault for outcome in found] == [""] * len(tried)


def test_what_should_not_happen_is_named_with_its_place(monkeypatch: pytest.MonkeyPatch) -> None:
    def fails(pack: Pack, random: Random) -> str:
        raise ZeroDivisionError

    monkeypatch.setitem(TARGETS, "word", fails)
    outcome = Fuzz()(Case("word", 1, 1))
    assert outcome.became == "failed"
    assert "in fails" in outcome.fault


def test_a_slow_case_is_named(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(cases, "_SLOW", -1)
    assert Fuzz()(Case("text", 1, 1)).fault.endswith("s of processor time")
