"""Work done by somebody else's executor: threads, processes, or the machines of a cluster."""

from __future__ import annotations

import pickle
import threading
from collections import deque
from collections.abc import Generator, Sequence
from concurrent.futures import BrokenExecutor, Executor, Future
from concurrent.futures import TimeoutError as StillWorking
from functools import lru_cache
from typing import Any, TypeVar

from policyalign.errors import InputError
from policyalign.limits import CHUNKS_AHEAD, FILES_A_CHUNK
from policyalign.working.messages import Work, packed

Item = TypeVar("Item")
Result = TypeVar("Result")

# On Windows, Ctrl-C is only noticed between two waits.
_TICK = 0.2
# PDFium serves one thread at a time; and threads of one process would only wait for each other.
_one_at_a_time = threading.Lock()


def lend_out(
    work: Work[Item, Result], items: Sequence[Item], executor: Executor
) -> Generator[Result]:
    """Have an executor do the work on each item; give the results in the order of the items.

    No more than some chunks are submitted ahead of the one whose turn it is. What an item may cost
    is the executor's affair. Raises ``InputError`` if the executor broke.
    """
    whole = packed(work)
    chunks = (items[n : n + FILES_A_CHUNK] for n in range(0, len(items), FILES_A_CHUNK))
    ahead: deque[Future[list[Result]]] = deque()
    try:
        for chunk in chunks:
            ahead.append(executor.submit(_do, whole, chunk))
            if len(ahead) == CHUNKS_AHEAD:
                yield from _results(ahead.popleft())
        while ahead:
            yield from _results(ahead.popleft())
    except BrokenExecutor as problem:
        raise InputError(
            f"The executor broke: {problem} Without an executor, a file that ends the process "
            "which reads it is reported, and the others are checked."
        ) from problem
    finally:
        for future in ahead:
            future.cancel()


def _results(future: Future[list[Result]]) -> list[Result]:
    while True:
        try:
            return future.result(timeout=_TICK)
        except StillWorking:
            if future.done():
                raise


def _do(whole: bytes, items: Sequence[Any]) -> list[Any]:
    """Do the work on some items. Runs in the executor."""
    with _one_at_a_time:
        work = _unpacked(whole)
        return [work(item) for item in items]


@lru_cache(maxsize=2)
def _unpacked(whole: bytes) -> Work[Any, Any]:
    """Give the work, made once in a process.

    To send the whole pack with each chunk costs 0.5 ms; to unpack it anew would cost ten times
    that, and a loader by name or path would need the pack on every machine.
    """
    work: Work[Any, Any] = pickle.loads(whole)  # noqa: S301  packed by the program itself
    work.prepare()
    return work
