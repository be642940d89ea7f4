"""Work done by the machines of a Dask cluster, any of which may be lost.

Each worker of the cluster keeps worker processes of its own, as a run on one machine does. So the
limits on a file hold there as here, and a file that hangs or crashes costs no machine and has the
same result. What is left to Dask is to give the work of a lost machine to another.
"""

from __future__ import annotations

import logging
import re
import uuid
from collections import deque
from collections.abc import Callable, Generator, Sequence
from concurrent.futures import CancelledError
from contextlib import contextmanager
from typing import TYPE_CHECKING, Generic, TypeVar, cast

from policyalign.errors import InputError
from policyalign.limits import CHUNKS_A_THREAD, CHUNKS_AHEAD, FILES_A_CHUNK
from policyalign.working.hosting import Job, Lost, dismiss, do, program
from policyalign.working.messages import Start, Work, packed, unpacked
from policyalign.working.pool import Terms

if TYPE_CHECKING:
    from distributed import Client, Future

Item = TypeVar("Item")
Result = TypeVar("Result")

SECONDS_TO_CONNECT = 10
SECONDS_WITHOUT_WORKERS = 120.0
_TICK = 1.0
_ADDRESS = re.compile(r"(tcp|tls|ws|wss|ucx)://[^/]+:\d+")


def spread_over(
    address: str,
    make_work: Callable[[], Work[Item, Result]],
    items: Sequence[Item],
    terms: Terms,
    lost: Callable[[Item, str], Result],
) -> Generator[Result]:
    """Do the work on each item on the cluster of a scheduler; give the results in the same order.

    As :func:`policyalign.working.pool.spread`, whose terms hold for each thread of the cluster.
    An item is also lost if it ends the workers of the cluster that have it, one after the other.

    Raises ``InputError`` if there is no scheduler at the address or none of its workers can be
    used, and if it or all workers are lost.
    """
    with _connected(address) as client:
        run = _Run(client, make_work(), terms, lost)
        try:
            yield from run.results(items)
        finally:
            run.end()


class _Run(Generic[Item, Result]):
    """One run on a cluster."""

    def __init__(
        self,
        client: Client,
        work: Work[Item, Result],
        terms: Terms,
        lost: Callable[[Item, str], Result],
    ) -> None:
        self._client = client
        self._lost = lost
        self._job = Job(name=uuid.uuid4().hex, terms=terms, program=program())
        # A task, and not data sent out: if it is lost with a worker, it is made again.
        self._start = client.submit(bytes, packed(Start(work, terms.megabytes)), pure=False)
        self._ahead: deque[tuple[Sequence[Item], Future[bytes]]] = deque()
        self._most_ahead = max(CHUNKS_AHEAD, CHUNKS_A_THREAD * _threads(client))

    def results(self, items: Sequence[Item]) -> Generator[Result]:
        """Work until every item has its result."""
        for n in range(0, len(items), FILES_A_CHUNK):
            chunk = items[n : n + FILES_A_CHUNK]
            self._ahead.append((chunk, self._submitted(chunk)))
            if len(self._ahead) == self._most_ahead:
                yield from self._next()
        while self._ahead:
            yield from self._next()

    def end(self) -> None:
        """Call off what is not done, and end the processes of this run on the cluster."""
        if self._client.status != "running":
            return
        self._client.cancel([future for _, future in self._ahead])
        # A worker that is just being lost takes its processes with it.
        self._client.run(dismiss, self._job.name, on_error="ignore")

    def _submitted(self, chunk: Sequence[Item]) -> Future[bytes]:
        # Not "pure", or the results of a file that has changed since could be given again.
        return self._client.submit(do, self._start, self._job, packed(chunk), pure=False)

    def _next(self) -> Generator[Result]:
        from distributed import KilledWorker

        chunk, future = self._ahead.popleft()
        try:
            yield from self._results(chunk, future)
        except KilledWorker:
            # Dask suspects all that a worker had when it was lost. With nothing else of this run
            # on the cluster, whatever worker is lost now is lost by the file that it has.
            for _, other in self._ahead:
                self._wait_for(other)
            for item in chunk:
                yield self._alone(item)

    def _alone(self, item: Item) -> Result:
        from distributed import KilledWorker

        try:
            (result,) = self._results([item], self._submitted([item]))
        except KilledWorker as problem:
            return self._lost(
                item,
                f"ends the workers of the cluster that read it ({problem.allowed_failures + 1} in "
                "a row). It may be damaged or need more memory than they have. Open it, save it "
                "anew and check that",
            )
        return result

    def _results(self, chunk: Sequence[Item], future: Future[bytes]) -> list[Result]:
        self._wait_for(future)
        results = unpacked(future.result())
        return [
            self._lost(item, result.reason) if isinstance(result, Lost) else result
            for item, result in zip(chunk, results, strict=True)
        ]

    def _wait_for(self, future: Future[bytes]) -> None:
        waited = 0.0
        while True:
            try:
                future.exception(timeout=_TICK)
            except TimeoutError:
                waited = 0.0 if _threads(self._client) else waited + _TICK
            else:
                return
            if waited >= SECONDS_WITHOUT_WORKERS:
                raise InputError("All workers of the cluster are lost. Start some and check again.")


@contextmanager
def _connected(address: str) -> Generator[Client]:
    """Give a client that is connected to a cluster whose workers can be used."""
    _refuse_what_is_no_scheduler(address)
    from distributed import Client
    from distributed.comm.core import CommClosedError

    with _dask_silent():
        try:
            client = Client(address, timeout=SECONDS_TO_CONNECT, set_as_default=False)
        except (OSError, ValueError) as problem:
            raise InputError(
                f"No Dask scheduler answers at {address}. See that one is running there, and that "
                "this computer may reach it."
            ) from problem
        try:
            with client:
                _refuse_other_programs(client)
                yield client
        except (CancelledError, CommClosedError) as problem:
            raise InputError(
                f"The Dask scheduler at {address} was lost. See that it is running and check again."
            ) from problem


@contextmanager
def _dask_silent() -> Generator[None]:
    """Keep Dask from telling with tracebacks what is raised as one sentence."""
    names = [name for name in logging.root.manager.loggerDict if name.startswith("distributed")]
    levels = {name: logging.getLogger(name).level for name in names}
    for name in names:
        logging.getLogger(name).setLevel(logging.CRITICAL)
    try:
        yield
    finally:
        for name, level in levels.items():
            logging.getLogger(name).setLevel(level)


def _refuse_what_is_no_scheduler(address: str) -> None:
    """Raise ``InputError`` for what Dask would take long to refuse."""
    try:
        from distributed.security import Security
    except ImportError as problem:
        raise InputError(
            "A cluster needs a package that is not installed. Install it: "
            'python -m pip install "policyalign[dask]"'
        ) from problem
    if not _ADDRESS.fullmatch(address):
        raise InputError(
            f"A Dask scheduler has an address such as tcp://host:8786, which {address} is not."
        )
    try:
        certificates = Security().get_connection_args("client").get("ssl_context")
    except OSError as problem:
        raise InputError(
            f"The certificates that Dask is set to use cannot be used: {problem}."
        ) from problem
    if address.startswith(("tls:", "wss:")) and not certificates:
        raise InputError(
            f"{address} needs certificates. Name them in Dask's settings, below "
            "distributed.comm.tls."
        )


def _refuse_other_programs(client: Client) -> None:
    """Raise ``InputError`` where a worker would read or find something else than this computer.

    A task that the scheduler or a worker cannot unpack would end it. This they can refuse.
    """
    if not _threads(client):
        raise InputError("The cluster has no workers. Start some and check again.")
    found = cast("dict[str, object]", client.run(program, on_error="return"))
    for worker, its in sorted(found.items()):
        _compare(f"The worker {worker}", its)
    try:
        _compare("The scheduler", client.run_on_scheduler(program))
    except (ImportError, AttributeError) as problem:
        _compare("The scheduler", problem)


def _compare(who: str, its: object) -> None:
    own = program()
    if not isinstance(its, dict):
        raise InputError(
            f"{who} cannot run policyalign {own['policyalign']}: {its}. Install it there as here."
        )
    for name, version in own.items():
        if its.get(name) != version:
            raise InputError(
                f"{who} has {name} {its.get(name)}, this computer {version}. Install the same "
                "everywhere."
            )


def _threads(client: Client) -> int:
    return sum(client.nthreads().values())
