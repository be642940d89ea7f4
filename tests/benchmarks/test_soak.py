"""The soak in small: spoilt files, killed workers, and what it says where something is wrong."""

from __future__ import annotations

import json
import sys
from dataclasses import replace
from pathlib import Path

import pytest

from benchmarks.soak import wrong
from benchmarks.soak_files import Laid, lay_out
from benchmarks.soak_run import Watched, watch

pytestmark = pytest.mark.skipif(sys.platform != "linux", reason="processes are looked up in /proc")

_KILLS = 3


@pytest.fixture(scope="module")
def soaked(tmp_path_factory: pytest.TempPathFactory) -> tuple[Laid, Watched]:
    folder = tmp_path_factory.mktemp("soak")
    laid = lay_out(folder, 60, seed=1)
    scratch = folder / "scratch"
    scratch.mkdir()
    watched = watch(laid.folder, scratch, kills=_KILLS, pause=0.3, jobs=2, timeout=4, seed=1)
    return laid, watched


def test_every_file_is_accounted_for_and_nothing_is_left(soaked: tuple[Laid, Watched]) -> None:
    laid, watched = soaked
    # How many workers there is time to kill before so small a run ends depends on the machine.
    assert 1 <= watched.killed <= _KILLS
    assert list(wrong(laid, watched, watched.killed)) == []
    assert len(laid.names) == 63
    assert watched.memory


def test_a_lost_a_doubled_and_a_changed_result_are_named(
    soaked: tuple[Laid, Watched], tmp_path: Path
) -> None:
    laid, watched = soaked
    report = json.loads(watched.report.read_bytes())
    control = next(entry for entry in report["documents"] if entry["path"] in laid.controls)
    control["title"] = "Another title"
    lost = report["unread"].pop(0)
    report["unread"].append(report["unread"][0])
    changed = tmp_path / "report.json"
    changed.write_text(json.dumps(report), encoding="utf-8")
    assert list(wrong(laid, replace(watched, report=changed), watched.killed)) == [
        f"{lost['path']} is missing from the report",
        f"{report['unread'][0]['path']} stands in the report 2 times",
        f"{control['path']} has another result than alone",
    ]


def test_what_a_run_leaves_behind_is_named(soaked: tuple[Laid, Watched]) -> None:
    laid, watched = soaked
    messy = replace(watched, left_running=[17], left_lying=["x.part"], said="Traceback", killed=0)
    assert list(wrong(laid, messy, _KILLS)) == [
        "the run said: Traceback",
        "only 0 workers were killed before the run ended",
        "left behind: processes [17], files ['x.part']",
    ]
    grown = replace(watched, most=watched.memory[0] + 400)
    (said,) = wrong(laid, grown, watched.killed)
    assert said.startswith("the parent grew by ")
    ended = replace(watched, code=2, said="Error: No.")
    assert list(wrong(laid, ended, watched.killed)) == ["the run ended with 2 and said: Error: No."]
