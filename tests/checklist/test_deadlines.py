"""What says by when, and what does not."""

from __future__ import annotations

import pytest

from policyalign.checklist.deadlines import says_when


@pytest.mark.parametrize(
    "sentence",
    [
        "The lead will complete the two-day course by July 2027.",
        "By 31 March 2027 every worker will have attended.",
        "All are trained by 31.3.2027.",
        "July 2027: all heads of year.",
        "Workers must attend by May.",
        "New staff do the course in their first twelve weeks.",
        "Basic training within six months of starting.",
        "Within eighteen months of joining all are trained.",
        "Managers attend before the end of the spring term.",
        "The training is repeated every two years.",
        "Staff are briefed annually.",
        "Everyone is trained at induction.",
    ],
)
def test_a_time_is_named(sentence: str) -> None:
    assert says_when(sentence)


@pytest.mark.parametrize(
    "sentence",
    [
        "All staff will be trained.",
        "Staff may attend the two-day course.",
        "May we train you?",
        "Training is given by Ms May, or by April Jones.",
        "Training follows the Children Act 2004.",
        "The council adopted the framework in 2019.",
        "Training is in the early years setting, at the end of the corridor.",
        "Version 2 of the policy names a lead.",
    ],
)
def test_no_time_is_named(sentence: str) -> None:
    assert not says_when(sentence)
