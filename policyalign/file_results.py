"""The result of each file: made in this process, by workers, an executor or a cluster."""

from __future__ import annotations

import traceback
from collections.abc import Callable, Generator, Mapping
from concurrent.futures import Executor
from contextlib import closing
from dataclasses import dataclass, replace
from functools import partial
from pathlib import Path

from policyalign.assess import assess
from policyalign.errors import InputError
from policyalign.keeping.codec import decode, encode
from policyalign.model.document import Unread
from policyalign.model.pack import Pack
from policyalign.model.report import DocumentResult, Settings
from policyalign.readers import READERS, read_as
from policyalign.readers.sources import Source
from policyalign.working.borrowed import lend_out
from policyalign.working.cluster import spread_over
from policyalign.working.pool import Terms, spread
from policyalign.working.sharing import terms_for, terms_of_one

# Where all results are kept from an earlier run, these are not needed, and take long to import.
_MATCHERS = ("policyalign.matching", "policyalign.checklist")


@dataclass(frozen=True, slots=True, kw_only=True)
class Means:
    """By what the work is done: this computer's processes, somebody's executor, or a cluster.

    Raises ``InputError`` for two of them at once.
    """

    jobs: int | None = None
    timeout: float | None = None
    memory: int | None = None
    executor: Executor | None = None
    dask: str | None = None

    def __post_init__(self) -> None:
        limits = (self.jobs, self.timeout, self.memory)
        if self.executor is not None and limits != (None, None, None):
            raise InputError("An executor has its own jobs, timeout and memory; leave these out.")
        if self.dask is not None and (self.executor, self.jobs) != (None, None):
            raise InputError(
                "A Dask cluster takes no number of jobs and no executor; leave these out."
            )

    @property
    def are_here(self) -> bool:
        """Whether the work is done on this computer; where an executor works, nobody knows."""
        return self.executor is None and self.dask is None

    def terms(self, files: tuple[Source, ...]) -> Terms | None:
        """Give the terms for workers or a cluster, or ``None`` where files are done without."""
        if self.dask is None:
            return terms_for([file.path for file in files], self.jobs, self.timeout, self.memory)
        return terms_of_one(self.timeout, self.memory)


@dataclass(frozen=True, slots=True)
class Job:
    """What is done with each file. ``types`` are those that were given, by the names of files.

    The cache of the folder ``kept_in``, if there is one, may hold the pack compiled.
    """

    pack: Pack
    types: Mapping[str, str]
    kept_in: Path | None = None

    def prepare(self) -> None:
        """Compile the pack, or get it compiled."""
        from policyalign.matching import matcher_for

        if self.kept_in is None:
            matcher_for(self.pack)
            return
        from policyalign.keeping.compiled import compiled_pack

        matcher_for(self.pack, partial(compiled_pack, folder=self.kept_in))

    def __call__(self, file: Source) -> DocumentResult | Unread:
        """Read and assess a file; a fault of the program is the reason why it is unread."""
        try:
            document = read_as(file.path, file.name)
            if isinstance(document, Unread):
                return document
            return assess(document, self.pack, Settings(type=self.types.get(file.name)))
        except MemoryError:
            raise
        except Exception as fault:  # a night's work must not be lost to one file
            return Unread(path=file.name, reason=met_fault(fault))


@dataclass(frozen=True, slots=True)
class _SentJob:
    """The job as it travels to other processes.

    Its results come back packed as they are kept, which takes half the time of objects.
    """

    job: Job

    def prepare(self) -> None:
        """Compile the pack."""
        self.job.prepare()

    def __call__(self, file: Source) -> bytes:
        return encode(self.job(file))


def met_fault(fault: Exception) -> str:
    """Say of a fault in the program, met in one file, what whoever mends it must know."""
    place = traceback.extract_tb(fault.__traceback__)[-1]
    return (
        f"met a fault in policyalign: {fault.__class__.__name__} in {Path(place.filename).name}, "
        f"line {place.lineno}. Please report it"
    )


def each_result(
    files: tuple[Source, ...], make_job: Callable[[], Job], means: Means
) -> Generator[DocumentResult | Unread]:
    """Give the result of each file, in the order of the files, as soon as its turn has come.

    Few results wait for their turn, so that whoever writes each away needs little memory, however
    many files there are. The job is made while workers start.

    Raises ``InputError`` at once for a number of jobs, seconds or megabytes that is none.
    """
    return _each(files, make_job, means, means.terms(files))


def _each(
    files: tuple[Source, ...], make_job: Callable[[], Job], means: Means, terms: Terms | None
) -> Generator[DocumentResult | Unread]:
    if means.executor is None and terms is None:
        if files:
            job = make_job()
            job.prepare()
            yield from map(job, files)
    else:
        with closing(_sent(files, make_job, means, terms)) as sent:
            yield from map(decode, sent)


def _sent(
    files: tuple[Source, ...], make_job: Callable[[], Job], means: Means, terms: Terms | None
) -> Generator[bytes]:
    """Give the results of other processes, packed."""

    def sent() -> _SentJob:
        return _SentJob(make_job())

    if means.executor is not None:
        yield from lend_out(sent(), files, means.executor)
    elif terms is not None:
        terms = replace(terms, modules=(__name__, *_MATCHERS, *READERS))
        if means.dask is None:
            yield from spread(sent, files, terms, _lost)
        else:
            yield from spread_over(means.dask, sent, files, terms, _lost)


def _lost(file: Source, reason: str) -> bytes:
    return encode(Unread(path=file.name, reason=reason))
