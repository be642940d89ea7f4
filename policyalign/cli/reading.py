"""What goes on around the reading of documents: the store, the bar, and how it is stopped."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager, nullcontext

from policyalign.cli.deliver import say
from policyalign.cli.progress import Waiting
from policyalign.keeping import Cache


@contextmanager
def reading(*, no_cache: bool = False) -> Iterator[tuple[Cache | None, Waiting]]:
    """Give the store of earlier results, if it is wanted, and what shows how far it has come.

    Afterwards the remarks of the store are said. Where the user stops it, the interrupt says how
    far it came.
    """
    with nullcontext() if no_cache else Cache() as cache, Waiting() as waiting:
        try:
            yield cache, waiting
        except KeyboardInterrupt:
            raise KeyboardInterrupt(waiting.stopped()) from None
    for remark in cache.remarks if cache else ():
        say(remark)
