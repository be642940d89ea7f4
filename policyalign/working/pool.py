"""Spread items over worker processes, and give their results in the order of the items."""

from __future__ import annotations

import signal
import sys
import time
from collections import deque
from collections.abc import Callable, Generator, Sequence
from dataclasses import dataclass
from functools import cache
from queue import Empty, SimpleQueue
from typing import Any, Generic, TypeVar

from policyalign.errors import InputError
from policyalign.limits import FILES_AHEAD
from policyalign.working.messages import OUT_OF_MEMORY, READY, Start, Work, packed
from policyalign.working.worker import Event, Worker

Item = TypeVar("Item")
Result = TypeVar("Result")

# On Windows, Ctrl-C is only noticed between two waits.
_TICK = 0.2
# An interpreter with its libraries, and a pack to compile, on a slow disk with a virus scanner.
_SECONDS_TO_START = 120.0
_MOST_FAILED_STARTS = 5
# A worker can be ended from outside, for want of memory: its file is then not to blame.
_TRIES = 2


@dataclass(frozen=True, slots=True, kw_only=True)
class Terms:
    """How work is spread: how many workers, what they import, and what one item may cost them."""

    workers: int
    seconds: float
    megabytes: int
    modules: tuple[str, ...] = ()


def spread(
    make_work: Callable[[], Work[Item, Result]],
    items: Sequence[Item],
    terms: Terms,
    lost: Callable[[Item, str], Result],
) -> Generator[Result]:
    """Do the work on each item in a worker process; give the results in the order of the items.

    The work is made while the workers start and import the modules that the terms name.

    Of an item that takes too long, needs too much memory or ends its worker, and of no other, the
    result is what ``lost`` makes of it and of the reason, a sentence without its subject. No more
    than a few results wait for their turn. When the iterator is closed, by Ctrl-C for one, all
    workers are ended at once.

    Raises ``InputError`` if no worker can be started.
    """
    crew = Crew(lambda: packed(Start(make_work(), terms.megabytes)), terms, lost)
    try:
        yield from crew.results(items)
    finally:
        crew.end()


class Crew(Generic[Item, Result]):
    """Some workers, what each has in hand, and the results that wait for their turn.

    ``make_start`` gives the first message to a worker, packed; it is asked once. A crew may be
    given items again when it has done those that it had, and is ended by whoever made it.
    """

    def __init__(
        self,
        make_start: Callable[[], bytes],
        terms: Terms,
        lost: Callable[[Item, str], Result],
    ) -> None:
        self._start = cache(make_start)
        self._terms = terms
        self._lost = lost
        self._events: SimpleQueue[Event] = SimpleQueue()
        self._workers: set[Worker] = set()
        self._failed_starts = 0
        self._clock = _Clock()
        self._take_on(())

    def _take_on(self, items: Sequence[Item]) -> None:
        self._items = items
        self._waiting = deque(range(len(items)))
        self._tries = dict.fromkeys(self._waiting, 0)
        self._done: dict[int, Result] = {}
        self._given = 0

    def results(self, items: Sequence[Item]) -> Generator[Result]:
        """Work until every item has its result."""
        self._take_on(items)
        while self._given < len(self._items):
            self._employ()
            self._hear()
            self._end_the_late()
            while self._given in self._done:
                result = self._done.pop(self._given)
                self._given += 1
                yield result

    def end(self) -> None:
        """End all workers at once."""
        while self._workers:
            self._workers.pop().end()

    def _employ(self) -> None:
        """Have as many workers as are wanted, and an item for each that is free."""
        undone = len(self._items) - self._given - len(self._done)
        if self._failed_starts < _MOST_FAILED_STARTS or not self._workers:
            self._start_workers(min(self._terms.workers, undone) - len(self._workers))
        latest = self._given + FILES_AHEAD * self._terms.workers
        for worker in self._workers:
            free = worker.ready and worker.number is None
            if free and self._waiting and self._waiting[0] < latest:
                number = self._waiting.popleft()
                self._tries[number] += 1
                worker.give(number, self._items[number], self._clock.now + self._terms.seconds)

    def _start_workers(self, count: int) -> None:
        deadline = self._clock.now + _SECONDS_TO_START
        new = []
        for _ in range(count):
            new.append(_started(self._terms.modules, self._events, deadline))
            self._workers.add(new[-1])  # at once: what comes next may fail
        for worker in new:
            worker.begin(self._start())

    def _hear(self) -> None:
        """Take what workers say, and wait a little if they say nothing."""
        try:
            self._take(self._events.get(timeout=_TICK))
            while not self._events.empty():
                self._take(self._events.get())
        except Empty:
            pass
        self._clock.move()

    def _take(self, event: Event) -> None:
        worker, message = event
        if worker not in self._workers:
            return  # it was ended; what it still said is no result
        if message is None:
            self._bury(worker)
        elif worker.number is None:
            worker.ready = message == READY
            self._failed_starts = 0
        else:
            self._done[worker.number] = message
            worker.number = None

    def _bury(self, worker: Worker) -> None:
        """Find out what became of the item of a worker that ended by itself."""
        self._workers.remove(worker)
        code = worker.end()
        if not worker.ready:
            self._count_failed_start(code)
        number = worker.number
        if number is None:
            return
        if code == OUT_OF_MEMORY:
            self._lose(
                number,
                f"needs more than {self._terms.megabytes:,} MB of memory to read. Save it anew, or "
                "split it",
            )
        elif self._tries[number] < _TRIES:
            self._waiting.appendleft(number)
        else:
            self._lose(
                number,
                f"crashes the program that reads it ({_how(code)}). It may be damaged or need "
                f"more than {self._terms.megabytes:,} MB of memory. Open it, save it anew "
                "and check that",
            )

    def _end_the_late(self) -> None:
        for worker in [w for w in self._workers if w.deadline < self._clock.now]:
            if worker.ready and worker.number is None:
                continue
            self._workers.remove(worker)
            code = worker.end()
            if worker.number is None:
                self._count_failed_start(code)
            else:
                self._lose(
                    worker.number,
                    f"was not read within {self._terms.seconds:g} seconds. Save it anew, or allow "
                    "more time",
                )

    def _lose(self, number: int, reason: str) -> None:
        self._done[number] = self._lost(self._items[number], reason)

    def _count_failed_start(self, code: int) -> None:
        """Give up where none begins; where some work, they go on by themselves."""
        self._failed_starts += 1
        works = any(worker.ready for worker in self._workers)
        if self._failed_starts >= _MOST_FAILED_STARTS and not works:
            raise InputError(
                f"No worker process begins to work ({_how(code)}). More memory may be needed than "
                f"the {self._terms.megabytes:,} MB allowed."
            )


class _Clock:
    """Seconds of the run, in which the time that the machine slept is none."""

    def __init__(self) -> None:
        self.now = 0.0
        self._seen = time.monotonic()

    def move(self) -> None:
        """Go on; called at least every tick, unless the machine or this process stood still."""
        seen = time.monotonic()
        self.now += min(seen - self._seen, 5 * _TICK)
        self._seen = seen


def _started(modules: tuple[str, ...], events: SimpleQueue[Event], deadline: float) -> Worker:
    try:
        return Worker(modules, events, deadline)
    except OSError as problem:
        raise InputError(
            f"A worker process cannot be started: {problem.strerror}. Try with fewer jobs."
        ) from problem


def _how(code: int) -> str:
    """Say how a process ended."""
    if code < 0 and sys.platform != "win32":
        return signal.Signals(-code).name if -code in _SIGNALS else f"signal {-code}"
    return f"exit code {code}"


_SIGNALS: frozenset[Any] = frozenset(signal.Signals)
