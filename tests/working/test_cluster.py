"""The machines of a Dask cluster do the work, and may be lost."""

from __future__ import annotations

import os
import signal
import sys
from collections.abc import Generator
from pathlib import Path

import pytest

import policyalign
from policyalign.errors import InputError
from policyalign.renderers import render
from policyalign.working import cluster as module
from policyalign.working import hosting
from policyalign.working.cluster import spread_over
from tests.packs.pack_builder import make_pack
from tests.test_checking import SENTENCE, write_policy
from tests.working.clusters import Cluster, cluster
from tests.working.works import Does, done, terms

pytestmark = [
    pytest.mark.skipif(sys.platform != "linux", reason="signals and processes differ"),
    # distributed leaves sockets and loops to the collector when a connection breaks.
    pytest.mark.filterwarnings("ignore::ResourceWarning"),
]


@pytest.fixture(scope="module")
def two_workers(tmp_path_factory: pytest.TempPathFactory) -> Generator[Cluster]:
    with cluster(tmp_path_factory.mktemp("cluster"), workers=2) as made:
        yield made


def results(address: str, *items: str, folder: Path | None = None) -> Generator[str]:
    return spread_over(
        address,
        lambda: Does(folder),
        items,
        terms(workers=1, seconds=2),
        lambda item, reason: f"lost: {item} {reason}",
    )


def test_the_report_is_the_local_one_although_a_worker_is_killed(
    two_workers: Cluster, tmp_path: Path
) -> None:
    for number in range(40):
        write_policy(tmp_path / "policies" / f"{number:02}.docx", SENTENCE, f"Section {number}.")
    (tmp_path / "policies" / "notes.xyz").write_text("not a policy", encoding="utf-8")
    pack = policyalign.load_pack(make_pack(tmp_path / "small"))
    victim, _ = two_workers.worker_pids()

    def kill_a_worker(done: int, _total: int, _path: str) -> None:
        if done == 1:
            os.kill(victim, signal.SIGKILL)

    report = policyalign.check(
        tmp_path / "policies", pack=pack, dask=two_workers.address, progress=kill_a_worker
    )
    assert victim not in two_workers.worker_pids()
    assert len(report.documents) == 40
    local = policyalign.check(tmp_path / "policies", pack=pack, jobs=1)
    assert render(report, "json") == render(local, "json")


def test_what_hangs_and_crashes_costs_no_worker_and_has_the_local_reason(
    two_workers: Cluster,
) -> None:
    items = ["a", "hang", "b", "crash", "c"]
    before = two_workers.worker_pids()
    assert list(results(two_workers.address, *items)) == done(*items, seconds=2)
    # There may be one more by now, in place of one that another test killed.
    assert set(before) <= set(two_workers.worker_pids())


def test_an_item_that_ends_worker_after_worker_is_lost_and_no_other(two_workers: Cluster) -> None:
    first, killer, *others = results(two_workers.address, "a", "end-host", "b", "c", "d", "e", "f")
    assert killer.startswith("lost: end-host ends the workers of the cluster that read it (2 in a")
    assert [first, *others] == [f"did {item}" for item in "abcdef"]


def test_processes_of_a_run_are_ended_with_it(two_workers: Cluster) -> None:
    pids = [int(pid) for pid in results(two_workers.address, *["pid"] * 9)]
    assert not set(pids) & set(two_workers.worker_pids())
    assert not [pid for pid in pids if Path(f"/proc/{pid}").exists()]


def test_a_file_that_a_worker_does_not_see_is_unread_there(
    two_workers: Cluster, tmp_path: Path
) -> None:
    """Each process has a memory of its own, as machines without a shared folder have disks."""
    import fsspec

    write_policy(tmp_path / "a.docx", SENTENCE)
    memory = fsspec.filesystem("memory")
    memory.pipe_file("/unshared/a.docx", (tmp_path / "a.docx").read_bytes())
    report = policyalign.check(
        "memory://unshared", pack=make_pack(tmp_path / "small"), dask=two_workers.address
    )
    memory.rm("/unshared", recursive=True)
    assert [unread.path for unread in report.unread] == ["a.docx"]
    assert "there is no such file" in report.unread[0].reason


def test_another_version_on_a_worker_is_refused(
    two_workers: Cluster, monkeypatch: pytest.MonkeyPatch
) -> None:
    # As if this computer had a library that the workers lack.
    monkeypatch.setattr(hosting, "_LIBRARIES", ("pytest",))
    hosting.program.cache_clear()
    with pytest.raises(InputError, match=r"The worker tcp://\S+ has pytest None, this computer "):
        list(results(two_workers.address, "a"))
    hosting.program.cache_clear()


def test_a_scheduler_without_workers_and_one_that_is_lost_are_one_sentence_each(
    tmp_path: Path, caplog: pytest.LogCaptureFixture, capfd: pytest.CaptureFixture[str]
) -> None:
    with cluster(tmp_path, workers=0) as made:
        with pytest.raises(InputError, match="The cluster has no workers"):
            list(results(made.address, "a"))
        made.add_workers(1)
        stream = results(made.address, "a", *["wait 1"] * 20)
        assert next(stream) == "did a"
        made.scheduler.kill()
        with pytest.raises(InputError, match=r"The Dask scheduler at tcp://\S+ was lost"):
            list(stream)
    assert (caplog.text, capfd.readouterr().err) == ("", "")


@pytest.mark.parametrize(
    ("address", "sentence"),
    [
        ("tcp://127.0.0.1:9", "No Dask scheduler answers at tcp://127.0.0.1:9"),
        ("scheduler", "has an address such as tcp://host:8786, which scheduler is not"),
        ("tls://127.0.0.1:9", "tls://127.0.0.1:9 needs certificates"),
    ],
)
def test_an_address_without_a_scheduler_is_one_sentence(
    address: str, sentence: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(module, "SECONDS_TO_CONNECT", 0.5)
    with pytest.raises(InputError, match=sentence):
        list(results(address, "a"))


def test_the_package_that_is_missing_is_named(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setitem(sys.modules, "distributed.security", None)
    with pytest.raises(InputError, match=r'pip install "policyalign\[dask\]"'):
        list(results("tcp://127.0.0.1:9", "a"))
