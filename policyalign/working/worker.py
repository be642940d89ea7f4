"""The starter's side of one worker process."""

from __future__ import annotations

import subprocess
import sys
from contextlib import suppress
from queue import SimpleQueue
from threading import Thread
from typing import Any, BinaryIO, NamedTuple, cast

from policyalign.working.messages import packed, receive, send

# The worker finds policyalign, and what it works with, where this process finds them.
_BEGIN = (
    "import sys; sys.path[:] = {path!r}; "
    "from policyalign.working.serving import serve; serve({modules!r})"
)


class Event(NamedTuple):
    """What a worker said; ``message`` is ``None`` when it has ended."""

    worker: Worker
    message: Any


class Worker:
    """One process. What it says arrives in ``events``, from a thread that waits for it.

    ``number`` says which item it has, if any, and ``deadline`` when it must have said something,
    by the clock of whoever keeps it. ``modules`` are those that it imports first of all.

    Raises ``OSError`` if the system starts no more processes.
    """

    def __init__(
        self, modules: tuple[str, ...], events: SimpleQueue[Event], deadline: float
    ) -> None:
        self.number: int | None = None
        self.deadline = deadline
        self.ready = False
        self._process = subprocess.Popen(  # noqa: S603  this very interpreter
            [sys.executable, "-c", _BEGIN.format(path=sys.path, modules=modules)],
            stdin=subprocess.PIPE,
            stdout=subprocess.PIPE,
            **_out_of_reach(),
        )
        self._to = cast("BinaryIO", self._process.stdin)
        self._from = cast("BinaryIO", self._process.stdout)
        self._events = events
        self._thread: Thread | None = None

    def begin(self, start: bytes) -> None:
        """Send its first message, packed, and listen from now on."""
        self._thread = Thread(target=self._listen, args=(start,), daemon=True)
        self._thread.start()

    def give(self, number: int, item: object, deadline: float) -> None:
        """Hand it an item to work on."""
        self.number = number
        self.deadline = deadline
        # Where it has just died, its end is already on the way among the events.
        with suppress(OSError):
            send(self._to, packed(item))

    def end(self) -> int:
        """End the process at once, whatever it is doing, and leave nothing of it behind.

        Gives its exit code, which is its own where it had ended before, and below 0 after a signal.
        """
        self._process.kill()
        code = self._process.wait()
        if self._thread:
            self._thread.join()
        with suppress(OSError):  # half an item may still be on its way
            self._to.close()
        self._from.close()
        return code

    def _listen(self, start: bytes) -> None:
        try:
            # Sent from here, because it waits until the new interpreter is there to read.
            send(self._to, start)
            while True:
                self._events.put(Event(self, receive(self._from)))
        except (EOFError, OSError):
            self._events.put(Event(self, None))


def _out_of_reach() -> dict[str, Any]:
    """Keep Ctrl-C from the worker: it is for its starter, who ends all workers."""
    if sys.platform == "win32":
        return {"creationflags": subprocess.CREATE_NEW_PROCESS_GROUP}
    return {"process_group": 0}
