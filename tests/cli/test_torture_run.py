"""All difficult files in one run of the command: each is accounted for, soon, in little memory."""

from __future__ import annotations

import json
import sys
from collections import Counter
from pathlib import Path

import pytest

from benchmarks.soak_run import watch

FOLDER = Path(__file__).parents[3] / "shared" / "torture"
_LONGEST_SECONDS = 180
_MOST_MEGABYTES = 1_000


@pytest.mark.skipif(not FOLDER.is_dir(), reason="the difficult documents are not here")
@pytest.mark.skipif(sys.platform != "linux", reason="processes are looked up in /proc")
def test_all_difficult_files_in_one_run_are_accounted_for_once(tmp_path: Path) -> None:
    scratch = tmp_path / "scratch"
    scratch.mkdir()
    run = watch(FOLDER, scratch, kills=0, pause=0, jobs=2, timeout=60, seed=1)
    assert run.code == 0, run.said
    assert "Traceback" not in run.said
    report = json.loads(run.report.read_bytes())
    told = Counter(entry["path"] for entry in (*report["documents"], *report["unread"]))
    assert told == Counter(path.relative_to(FOLDER).as_posix() for path in FOLDER.rglob("*.*"))
    assert all(entry["reason"] for entry in report["unread"])
    assert not any("met a fault" in entry["reason"] for entry in report["unread"])
    assert run.seconds < _LONGEST_SECONDS
    assert max(run.most_of_a_worker, run.most) < _MOST_MEGABYTES
    assert (run.left_running, run.left_lying) == ([], [])
