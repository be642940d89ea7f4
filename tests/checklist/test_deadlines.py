"""What says by when, and what does not."""

from __future__ import annotations

import pytest

from policyalign.checklist.deadlines import goes_on, says_when


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
        "All will be trained by 31 March.",
        "Staff will have been trained in 2027.",
        "All staff are to have completed the training in July 2027.",
        "Staff must be fully trained during 2027.",
        "All will have completed it in July 2027.",
        "We adopted the framework and will train everybody in 2027.",
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
        "Two managers attended the course in 2024.",
        "All staff attended the training on 5 May.",
        "The policy was approved on 3 May.",
        "Children from 5 may be asked to scale.",
        "Most of the staff have been trained in May 2024.",
        "Training is in the early years setting, at the end of the corridor.",
        "Version 2 of the policy names a lead.",
    ],
)
def test_no_time_is_named(sentence: str) -> None:
    assert not says_when(sentence)


@pytest.mark.parametrize(
    ("after", "goes"),
    [
        (" This will be done by 31.3.2027. And more.", " This will be done by 31.3.2027"),
        (" They must have finished by May.", " They must have finished by May"),
        (" It was agreed on 4 March 2026.", ""),
        (" This policy will be reviewed in May 2027.", ""),
        (" Managers must be trained by May 2027.", ""),
        (" All referrals must be made within 24 hours.", ""),
        (" It is done by July.", " It is done by July"),
        ("", ""),
    ],
)
def test_the_next_sentence_may_say_when_the_same_will_be_done(after: str, goes: str) -> None:
    assert goes_on(f"All staff train.{after}", len("All staff train.")) == goes
