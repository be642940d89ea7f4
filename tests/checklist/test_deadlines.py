"""What says by when, and what does not."""

from __future__ import annotations

import pytest

from policyalign.checklist.deadlines import says_when


@pytest.mark.parametrize(
    "sentence",
    [
        "The lead will complete the two-day course by July 2027.",
        "By 31 March 2027 every worker will have attended.",
        "New staff do the course in their first twelve weeks.",
        "Basic training within six months of starting.",
        "Managers attend before the end of the spring term.",
        "The training is repeated every two years.",
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
        "The course is in the library.",
        "Version 2 of the policy names a lead.",
    ],
)
def test_no_time_is_named(sentence: str) -> None:
    assert not says_when(sentence)
