"""What runs in a worker of a cluster keeps worker processes between its tasks."""

from __future__ import annotations

import sys
from pathlib import Path

import pytest

from policyalign.errors import InputError
from policyalign.working.hosting import Job, Lost, dismiss, do, program
from policyalign.working.messages import Start, packed, unpacked
from tests.working.works import Does, terms

pytestmark = pytest.mark.skipif(sys.platform != "linux", reason="processes are files only there")

START = packed(Start(Does(), 2_000))


def job(name: str) -> Job:
    return Job(name=name, terms=terms(workers=1), program=program())


def pid_of(name: str) -> Path:
    (pid,) = unpacked(do(START, job(name), packed(["pid"])))
    return Path(f"/proc/{pid}")


def test_a_process_serves_a_job_again_and_again_until_it_is_dismissed() -> None:
    first = pid_of("one")
    assert pid_of("one") == first
    dismiss("one")
    assert not first.exists()
    # A task of it that was still under way keeps nothing.
    assert not pid_of("one").exists()


def test_processes_of_old_jobs_are_ended() -> None:
    oldest, *others = (pid_of(f"old {number}") for number in range(3))
    assert [pid.exists() for pid in (oldest, *others)] == [False, True, True]
    for number in range(3):
        dismiss(f"old {number}")


def test_what_is_lost_has_its_reason_and_the_next_item_its_result() -> None:
    lost, result = unpacked(do(START, job("two"), packed(["crash", "a"])))
    dismiss("two")
    assert isinstance(lost, Lost)
    assert lost.reason.startswith("crashes the program that reads it")
    assert result == "did a"


def test_another_program_does_nothing() -> None:
    other = Job(name="x", terms=terms(workers=1), program={"Python": "9.9"})
    with pytest.raises(InputError, match="A worker that joined the cluster has another version"):
        do(START, other, packed(["a"]))
