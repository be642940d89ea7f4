"""Real clusters on this machine: a scheduler and workers, each a process."""

from __future__ import annotations

import json
import os
import subprocess
import sys
import time
from collections.abc import Generator
from contextlib import contextmanager
from pathlib import Path

ROOT = Path(__file__).parents[2]
_PATIENCE = 30.0


class Cluster:
    """A scheduler, and the workers that were started for it."""

    def __init__(self, folder: Path) -> None:
        self.folder = folder
        self._workers = 0
        self._processes: list[subprocess.Popen[bytes]] = []
        file = folder / "scheduler.json"
        self.scheduler = self._start(
            "dask_scheduler", "--port", "0", "--scheduler-file", str(file), "--no-dashboard"
        )
        self.address: str = json.loads(_waited_for(file))["address"]

    def add_workers(self, number: int) -> None:
        """Start workers with a nanny, which replaces one that dies, and wait for them."""
        from distributed import Client

        for _ in range(number):
            self._workers += 1
            self._start("dask_worker", self.address, "--nthreads", "1", "--no-dashboard")
        with Client(self.address, set_as_default=False) as client:
            client.wait_for_workers(self._workers, timeout=_PATIENCE)

    def worker_pids(self) -> list[int]:
        """Give the processes that work, and not those that watch over them."""
        from distributed import Client

        with Client(self.address, set_as_default=False) as client:
            client.wait_for_workers(self._workers, timeout=_PATIENCE)
            return sorted(client.run(os.getpid).values())

    def end(self) -> None:
        """End all of it; what a nanny watches over ends by itself when it is gone."""
        for process in reversed(self._processes):
            process.kill()
        for process in self._processes:
            process.wait(_PATIENCE)

    def _start(self, program: str, *arguments: str) -> subprocess.Popen[bytes]:
        command = [sys.executable, "-m", f"distributed.cli.{program}", "--host", "127.0.0.1"]
        with (self.folder / f"{len(self._processes)}.log").open("wb") as log:
            process = subprocess.Popen(
                [*command, *arguments],
                stdout=log,
                stderr=subprocess.STDOUT,
                cwd=self.folder,
                env={
                    **os.environ,
                    "PYTHONPATH": str(ROOT),
                    "DASK_DISTRIBUTED__SCHEDULER__ALLOWED_FAILURES": "1",
                    "DASK_TEMPORARY_DIRECTORY": str(self.folder),
                },
            )
        self._processes.append(process)
        return process


@contextmanager
def cluster(folder: Path, workers: int) -> Generator[Cluster]:
    """Give a cluster, and end it afterwards."""
    made = Cluster(folder)
    try:
        if workers:
            made.add_workers(workers)
        yield made
    finally:
        made.end()


def _waited_for(file: Path) -> str:
    deadline = time.monotonic() + _PATIENCE
    while time.monotonic() < deadline:
        if file.exists() and (text := file.read_text(encoding="utf-8")).endswith("}"):
            return text
        time.sleep(0.05)
    raise TimeoutError(file)
