"""Ctrl-C ends a run at once, says how far it came, and leaves nothing behind."""

from __future__ import annotations

import os
import shutil
import signal
import subprocess
import sys
import time
from collections.abc import Iterator
from pathlib import Path

import pytest

from policyalign.cli.progress import Waiting
from tests.readers.pdf.builder import make, self_drawing, text

ROOT = Path(__file__).parents[2]
PROCESSES = Path("/proc")

pytestmark = pytest.mark.skipif(sys.platform != "linux", reason="processes are looked up in /proc")


def workers_of(pid: int) -> list[int]:
    try:
        listed = (PROCESSES / f"{pid}/task/{pid}/children").read_text(encoding="ascii")
    except FileNotFoundError:
        return []
    return [int(child) for child in listed.split()]


def seconds_used(pid: int) -> float:
    fields = (PROCESSES / f"{pid}/stat").read_text(encoding="ascii").rpartition(")")[2].split()
    return (int(fields[11]) + int(fields[12])) / os.sysconf("SC_CLK_TCK")


@pytest.fixture
def _heeds_ctrl_c() -> Iterator[None]:
    """What a shell starts in the background ignores Ctrl-C, and so does all that this starts."""
    before = signal.signal(signal.SIGINT, signal.default_int_handler)
    yield
    signal.signal(signal.SIGINT, before)


@pytest.mark.usefixtures("_heeds_ctrl_c")
def test_ctrl_c_at_a_terminal_stops_a_run_that_hangs(tmp_path: Path) -> None:
    """The signal goes to all processes of the terminal's group, as the key sends it."""
    policies = tmp_path / "policies"
    policies.mkdir()
    (policies / "a.pdf").write_bytes(make(text("We will use safety plans.")))
    shutil.copy(policies / "a.pdf", policies / "b.pdf")
    (policies / "c.pdf").write_bytes(self_drawing())
    (policies / "d.xyz").touch()
    with subprocess.Popen(
        [sys.executable, "-m", "policyalign", "check", "policies", "-o", "report.json"],
        cwd=tmp_path,
        env={**os.environ, "PYTHONPATH": str(ROOT)},
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
        process_group=0,
    ) as run:
        worker = _that_hangs(run.pid)
        os.killpg(run.pid, signal.SIGINT)
        # No stopwatch: had the run waited for its third file, it would say so below.
        out, said = run.communicate(timeout=30)
    assert said.decode() == "Stopped: 2 of 4 files were finished. Nothing was written.\n"
    assert (run.returncode, out) == (130, b"")
    assert not (tmp_path / "report.json").exists()
    assert not (PROCESSES / str(worker)).exists()


def _that_hangs(pid: int) -> int:
    """Wait for the worker to have read what can be read; give its process id."""
    latest = time.monotonic() + 60
    while not (workers := workers_of(pid)):
        assert time.monotonic() < latest
        time.sleep(0.05)
    # To start and compile the pack takes it no second; all the rest it spends on the third file.
    while seconds_used(workers[0]) < 3:
        assert time.monotonic() < latest
        time.sleep(0.05)
    return workers[0]


def test_a_run_stopped_early_says_so() -> None:
    assert Waiting().stopped() == "Stopped before the first file was finished. Nothing was written."
