"""How far the reading has come, shown on standard error to a person who waits."""

from __future__ import annotations

import sys
import time
from typing import TYPE_CHECKING, Self

if TYPE_CHECKING:
    from rich.progress import Progress, TaskID

_PATIENCE = 1.0


class Waiting:
    """A progress bar that appears after a second, only at a terminal, and leaves no trace."""

    def __init__(self) -> None:
        self._start = time.monotonic()
        self._wanted = sys.stderr.isatty()
        self._bar: Progress | None = None
        self._task: TaskID | None = None
        self._done = 0
        self._total = 0

    def __enter__(self) -> Self:
        """Begin to wait."""
        return self

    def __exit__(self, *_: object) -> None:
        """Take the bar away."""
        if self._bar is not None:
            self._bar.stop()

    def __call__(self, done: int, total: int, path: str) -> None:
        """Show that ``done`` of ``total`` files are read and that ``path`` is the latest."""
        self._done, self._total = done, total
        if not self._wanted or time.monotonic() - self._start < _PATIENCE:
            return
        if self._bar is None or self._task is None:
            self._bar, self._task = _begin(total)
        name = path.replace("\\", "/").rsplit("/", 1)[-1]
        self._bar.update(self._task, completed=done, total=total, description=_fitted(name))

    def stopped(self) -> str:
        """Say how far it came, when it was stopped before anything was written."""
        if not self._total:
            return "Stopped before the first file was finished. Nothing was written."
        return f"Stopped: {self._done} of {self._total} files were finished. Nothing was written."


def _begin(total: int) -> tuple[Progress, TaskID]:
    from rich.console import Console
    from rich.progress import BarColumn, MofNCompleteColumn, Progress, TextColumn

    bar = Progress(
        TextColumn("Reading"),
        BarColumn(bar_width=24),
        MofNCompleteColumn(),
        TextColumn("{task.description}", markup=False),
        console=Console(stderr=True),
        transient=True,
    )
    bar.start()
    return bar, bar.add_task("", total=total)


def _fitted(name: str) -> str:
    from policyalign.renderers.pen import Pen
    from policyalign.renderers.terminal.text import shortened

    return shortened(Pen(sys.stderr.encoding or "utf-8").text(name), 40, "...")
