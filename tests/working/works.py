"""Work of every kind that goes wrong, for workers to do."""

from __future__ import annotations

import os
import re
import signal
import time
from dataclasses import dataclass
from pathlib import Path

from policyalign.working.messages import Work
from policyalign.working.pool import Terms, spread


@dataclass(frozen=True)
class Does:
    """Does what an item says; ``folder`` is where it leaves traces."""

    folder: Path | None = None

    def prepare(self) -> None:
        os.write(1, b"this must not end up among the messages")

    def __call__(self, item: str, /) -> str:
        name, _, rest = item.partition(" ")
        if name == "wait":
            time.sleep(float(rest))
        elif name == "crash":
            os.abort()
        elif name == "hang":
            # One call into C that keeps the interpreter to itself, as a thread could not end it.
            re.match(r"(a+)+$", "a" * 60 + "b")
        elif name == "eat":
            assert bytearray(int(rest) * 1_000_000)
        elif name == "die-once" and self._is_first(item):
            os.kill(os.getpid(), signal.SIGKILL)
        elif name == "end-host":
            os.kill(os.getppid(), signal.SIGKILL)
        elif name == "pid":
            return str(os.getpid())
        elif name == "trace":
            self._is_first(item)
        return f"did {item}"

    def _is_first(self, item: str) -> bool:
        assert self.folder
        try:
            (self.folder / item).touch(exist_ok=False)
        except FileExistsError:
            return False
        return True


class CannotBegin(Does):
    """Ends its worker before it is ready."""

    def prepare(self) -> None:
        os._exit(3)


class BeginsOnce(Does):
    """Lets one worker begin, and ends every other before it is ready."""

    def prepare(self) -> None:
        if not self._is_first("begun"):
            os._exit(3)


def terms(*, workers: int = 2, seconds: float = 60, megabytes: int = 2_000) -> Terms:
    return Terms(workers=workers, seconds=seconds, megabytes=megabytes)


def done(
    *items: str, work: Work[str, str] | None = None, folder: Path | None = None, **asked: float
) -> list[str]:
    """Give the results of items, and ``lost:`` with the reason for those that have none."""
    results = spread(
        lambda: work or Does(folder),
        items,
        terms(**asked),  # type: ignore[arg-type]
        lambda item, reason: f"lost: {item} {reason}",
    )
    return list(results)
