"""The worker's side: take an item, give its result, until nobody asks any more."""

from __future__ import annotations

import gc
import os
import sys
from importlib import import_module
from queue import SimpleQueue
from threading import Thread
from typing import Any, BinaryIO

from policyalign.garbage import look_seldom
from policyalign.working.messages import OUT_OF_MEMORY, READY, Start, Work, packed, receive, send


def serve(modules: tuple[str, ...]) -> None:
    """Work for the process at the other end of standard input and output.

    ``modules`` are imported before the first message is there to be read.
    """
    try:
        pipes = _own_pipes()
        for module in modules:
            import_module(module)
        _serve(*pipes)
    except MemoryError:
        # A process that ran out of memory once is not one to trust with the next file.
        os._exit(OUT_OF_MEMORY)


def _serve(inbox: BinaryIO, outbox: BinaryIO) -> None:
    start: Start = receive(inbox)
    limit_memory(start.megabytes)
    _prepare(start.work)
    asked: SimpleQueue[Any] = SimpleQueue()
    Thread(target=_listen, args=(inbox, asked), daemon=True).start()
    send(outbox, packed(READY))
    while True:
        send(outbox, packed(start.work(asked.get())))


def _prepare(work: Work[Any, Any]) -> None:
    """Prepare, and have the garbage collector pass over what was made: none of it is garbage.

    To look through it again and again takes a seventh of the time in which a pack is compiled.
    """
    gc.disable()
    work.prepare()
    gc.freeze()
    look_seldom()
    gc.enable()


def limit_memory(megabytes: int) -> None:
    """Let this process ask for so much memory and no more, where the system can see to that.

    Linux can. macOS takes the limit and does not keep it, and Windows has none that a process
    sets for itself: there, only the time limit and the limits on the parts of a file hold.
    """
    if sys.platform != "linux":
        return
    import resource

    most = resource.getrlimit(resource.RLIMIT_DATA)[1]
    wanted = megabytes * 1_000_000
    # Data and not address space: libraries map far more addresses than they fill.
    allowed = wanted if most == resource.RLIM_INFINITY else min(wanted, most)
    resource.setrlimit(resource.RLIMIT_DATA, (allowed, most))
    # What a crash would write to the disk is the memory of a process that holds a policy's text.
    resource.setrlimit(resource.RLIMIT_CORE, (0, resource.getrlimit(resource.RLIMIT_CORE)[1]))


def _own_pipes() -> tuple[BinaryIO, BinaryIO]:
    """Take standard input and output away from everybody else in the process.

    A library that prints would otherwise write into the messages.
    """
    inbox = os.fdopen(os.dup(0), "rb")
    outbox = os.fdopen(os.dup(1), "wb")
    nowhere = os.open(os.devnull, os.O_RDONLY)
    os.dup2(nowhere, 0)
    os.dup2(2, 1)
    os.close(nowhere)
    return inbox, outbox


def _listen(inbox: BinaryIO, asked: SimpleQueue[Any]) -> None:
    """Pass on what arrives; end the process, whatever it is doing, when its starter is gone."""
    try:
        while True:
            asked.put(receive(inbox))
    except EOFError:
        pass
    finally:
        # Not only at the end of the pipe: a worker that cannot hear must not wait for ever.
        os._exit(0)
