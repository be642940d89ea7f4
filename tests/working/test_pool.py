"""Workers may die, hang and eat memory; every other result stands."""

from __future__ import annotations

import os
import subprocess
import sys
import threading
import time
from contextlib import closing
from pathlib import Path

import pytest

from policyalign.errors import InputError
from policyalign.limits import FILES_AHEAD
from policyalign.working import pool
from policyalign.working.pool import spread
from tests.working.works import BeginsOnce, CannotBegin, Does, done, terms

ROOT = Path(__file__).parents[2]
LINUX = sys.platform == "linux"
needs_signals = pytest.mark.skipif(os.name == "nt", reason="signals are of another kind there")


def is_running(pid: int) -> bool:
    try:
        os.kill(pid, 0)
    except ProcessLookupError:
        return False
    # In a container there may be nobody to bury a process whose parent has gone.
    state = Path(f"/proc/{pid}/stat")
    return not state.exists() or state.read_text(encoding="ascii").split()[2] != "Z"


def test_results_come_in_the_order_of_the_items_whatever_time_they_take() -> None:
    assert done("wait 0.3", "a", "b", "c") == ["did wait 0.3", "did a", "did b", "did c"]


def test_no_items_need_no_workers() -> None:
    assert done() == []


@needs_signals
def test_an_item_whose_worker_was_killed_is_tried_again(tmp_path: Path) -> None:
    items = ["a", "die-once 1", "b", "die-once 2", "c"]
    assert done(*items, folder=tmp_path) == [f"did {item}" for item in items]


def test_an_item_that_crashes_every_worker_is_lost_and_no_other_is() -> None:
    results = done("a", "crash", "b", "c", megabytes=900)
    assert [result for result in results if "crash" not in result] == ["did a", "did b", "did c"]
    assert results[1].startswith("lost: crash crashes the program that reads it (")
    assert "900 MB" in results[1]


def test_an_item_that_hangs_inside_a_c_library_is_lost_after_its_time() -> None:
    began = time.monotonic()
    results = done("a", "hang", "b", "c", seconds=0.5)
    assert results[1].startswith("lost: hang was not read within 0.5 seconds.")
    assert results[:1] + results[2:] == ["did a", "did b", "did c"]
    assert time.monotonic() - began < 10


@pytest.mark.skipif(not LINUX, reason="only Linux limits the memory of a process")
def test_an_item_that_eats_memory_is_lost_and_the_number_named() -> None:
    results = done("eat 100", "eat 3000", "a", megabytes=1_200)
    assert results[0] == "did eat 100"
    assert results[1].startswith("lost: eat 3000 needs more than 1,200 MB of memory")
    assert results[2] == "did a"


@pytest.mark.parametrize("workers", [1, 2])
def test_no_more_than_some_items_are_done_before_their_turn(tmp_path: Path, workers: int) -> None:
    items = ["trace first", "wait 0.6", *(f"trace {number}" for number in range(100))]
    work = Does(tmp_path)
    with closing(spread(lambda: work, items, terms(workers=workers), lambda *_: "")) as results:
        assert next(results) == "did trace first"
        time.sleep(0.3)
        assert 1 <= len(list(tmp_path.iterdir())) <= 1 + FILES_AHEAD * workers
        assert len(list(results)) == 101


@needs_signals
def test_workers_are_gone_when_the_results_are_no_longer_wanted() -> None:
    results = spread(Does, ["pid", "hang", "hang"], terms(), lambda *_: "")
    pid = int(next(results))
    assert is_running(pid)
    began = time.monotonic()
    results.close()
    assert not is_running(pid)
    assert time.monotonic() - began < 2


@needs_signals
def test_workers_end_when_the_program_is_killed_that_started_them() -> None:
    code = (
        "from tests.working.works import Does, terms\n"
        "from policyalign.working.pool import spread\n"
        "results = spread(Does, ['pid', 'wait 60', 'wait 60'], terms(), lambda *_: '')\n"
        "print(next(results), flush=True)\n"
        "next(results)\n"
    )
    with subprocess.Popen(
        [sys.executable, "-c", code],
        stdout=subprocess.PIPE,
        cwd=ROOT,
        env={**os.environ, "PYTHONPATH": str(ROOT)},
    ) as program:
        assert program.stdout
        pid = int(program.stdout.readline())
        program.kill()
    latest = time.monotonic() + 5
    while is_running(pid) and time.monotonic() < latest:
        time.sleep(0.05)
    assert not is_running(pid)


def test_workers_that_cannot_begin_are_one_sentence() -> None:
    with pytest.raises(InputError, match=r"No worker process begins to work \(exit code 3\)"):
        done("a", work=CannotBegin())


def test_a_worker_that_works_goes_on_where_no_other_can_begin(tmp_path: Path) -> None:
    items = [f"wait 0.{number}" for number in range(1, 9)]
    assert done(*items, work=BeginsOnce(tmp_path)) == [f"did {item}" for item in items]


def test_a_system_that_starts_no_process_is_one_sentence(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(sys, "executable", "/nowhere/python")
    with pytest.raises(InputError, match="A worker process cannot be started: No such file"):
        done("a")


def test_the_time_that_a_machine_slept_is_not_counted(monkeypatch: pytest.MonkeyPatch) -> None:
    times = iter([0.0, 0.2, 0.4, 36_000.4, 36_000.6])
    monkeypatch.setattr("policyalign.working.pool.time.monotonic", lambda: next(times))
    clock = pool._Clock()
    for _ in range(4):
        clock.move()
    assert clock.now < 2


def test_a_script_without_a_guard_is_not_run_again_by_its_workers(tmp_path: Path) -> None:
    """Programmers forget the guard, and the README's example has none."""
    script = tmp_path / "script.py"
    script.write_text(
        "print('begins')\nfrom tests.working.works import done\nprint(done('a', 'b'))\n",
        encoding="utf-8",
    )
    ran = subprocess.run(
        [sys.executable, str(script)],
        capture_output=True,
        text=True,
        check=True,
        env={**os.environ, "PYTHONPATH": str(ROOT)},
    )
    assert ran.stdout == "begins\n['did a', 'did b']\n"


def test_work_that_cannot_be_made_leaves_no_worker_behind() -> None:
    def make() -> Does:
        raise InputError("no such pack")

    before = threading.active_count()
    with pytest.raises(InputError, match="no such pack"):
        next(spread(make, ["a"], terms(), lambda *_: ""))
    assert threading.active_count() == before
