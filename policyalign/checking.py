"""The use case: from files, a pack and settings to a report."""

from __future__ import annotations

import traceback
from collections.abc import Callable, Generator, Iterable, Mapping
from concurrent.futures import Executor
from contextlib import closing
from dataclasses import dataclass, replace
from datetime import date
from functools import cache as once
from functools import partial
from pathlib import Path

from policyalign.assess import assess, dated, make_settings
from policyalign.errors import InputError
from policyalign.keeping import MANY, Cache, Results, Spool
from policyalign.keeping.codec import decode, encode
from policyalign.model.document import Unread
from policyalign.model.pack import Pack
from policyalign.model.report import DocumentResult, Report, Settings
from policyalign.model.settings import SettingsFile
from policyalign.packs import load_pack
from policyalign.readers import READERS, read_as
from policyalign.readers.sources import Source, find_sources
from policyalign.settings import DEFAULT_PACK, check_names, settings_of
from policyalign.settings.applying import Asked, chosen
from policyalign.settings.deciding import Decisions
from policyalign.working.borrowed import lend_out
from policyalign.working.cluster import spread_over
from policyalign.working.pool import Terms, spread
from policyalign.working.sharing import terms_for, terms_of_one

Progress = Callable[[int, int, str], None]
# Where all results are kept from an earlier run, these are not needed, and take long to import.
_MATCHERS = ("policyalign.matching", "policyalign.checklist")


def check(
    paths: Iterable[str | Path] | str | Path,
    *,
    pack: Pack | str | Path | None = None,
    type: str | None = None,  # noqa: A002  the word that users know it by
    agency: str | None = None,
    settings: SettingsFile | str | Path | None = None,
    today: date | None = None,
    jobs: int | None = None,
    timeout: float | None = None,
    memory: int | None = None,
    executor: Executor | None = None,
    dask: str | None = None,
    progress: Progress | None = None,
    cache: Cache | None = None,
) -> Report:
    """Check files, or all files in folders, against a pack.

    A path may also be an address such as ``s3://bucket/policies`` that fsspec knows.

    ``pack`` is ``sos`` where nothing else is said. ``type`` overrules the inferred document type,
    and ``agency`` names whose policies these are. ``settings``, or the file of this path, says all
    of this where it is not said here, file by file; which files are excluded; and what people
    decided about outcomes. With ``today`` a review date that has passed gives a notice, and a
    decision that has run out has no effect. ``progress`` is told how many files are done, how many
    there are, and the name of the one just done.

    ``jobs`` is how many worker processes share the work: by default as many as there are cores, as
    far as there is work for them. ``timeout`` is how many seconds one file may take, and ``memory``
    how many megabytes a worker may use (Linux only). A file that takes more, or on which a worker
    crashes, is unread, with the reason. Where neither is given, one job, or few and small files by
    default, are done in this process, which nothing then protects from a file that hangs or
    crashes it. An ``executor`` from ``concurrent.futures``, or one with its interface, does the
    work instead, within limits of its own; or the cluster of a Dask scheduler does, whose address
    is ``dask``, such as ``tcp://scheduler:8786``, with the same limits on a file. With a ``cache``
    files on this computer that are unchanged since an earlier run are not read again. The report is
    the same in every case.

    Raises ``InputError`` for paths or types that do not exist, ``SettingsError`` for a settings
    file with mistakes, and ``PackError`` for a bad pack.
    """
    if executor is not None and (jobs, timeout, memory) != (None, None, None):
        raise InputError("An executor has its own jobs, timeout and memory; leave these out.")
    if dask is not None and (executor is not None or jobs is not None):
        raise InputError("A Dask cluster takes no number of jobs and no executor; leave these out.")
    paths = [paths] if isinstance(paths, str | Path) else list(paths)
    asked = Asked(file=settings_of(settings, pack), type=type, agency=agency)
    found_files = find_sources(paths)
    files, excluded = chosen(found_files, paths, asked.file)
    types = asked.types_of(files)

    @once  # workers start while the pack is loaded
    def settled() -> tuple[Pack, Settings, Decisions]:
        loaded = _loaded(pack or asked.file.pack or DEFAULT_PACK, cache)
        check_names(asked.file, loaded)
        made = make_settings(
            loaded, type=type or asked.file.type, agency=agency or asked.file.agency, today=today
        )
        return loaded, asked.in_report(made), Decisions(asked.file, loaded, today)

    def job() -> _Job:
        # Only on this computer; where somebody else's executor works, nobody knows.
        is_ours = executor is None and dask is None
        return _Job(settled()[0], types, cache.folder if cache and is_ours else None)

    def read(new: tuple[Source, ...]) -> Generator[DocumentResult | Unread]:
        if dask is None:
            terms = terms_for([file.path for file in new], jobs, timeout, memory)
        else:
            terms = terms_of_one(timeout, memory)
        return each_result(new, job, terms, executor, dask)

    kept = cache.results(settled()[0], types) if cache else None
    documents: list[DocumentResult] | Spool = Spool() if len(files) > MANY else []
    unread: list[Unread] = []
    with closing(_results(files, kept, read)) as results:
        for done, (file, found) in enumerate(zip(files, results, strict=True), start=1):
            if isinstance(found, Unread):
                unread.append(replace(found, path=file.name))
            else:
                documents.append(_as_asked(found, file, asked, settled()))
            if progress:
                progress(done, len(files), file.name)
    checked_with, made, decisions = settled()
    return Report(
        pack=checked_with,
        settings=made,
        documents=documents if isinstance(documents, Spool) else tuple(documents),
        unread=tuple(unread),
        excluded=excluded,
        remarks=tuple(asked.remarks(decisions, found_files, paths)),
    )


def _loaded(pack: Pack | str | Path, cache: Cache | None) -> Pack:
    if isinstance(pack, Pack):
        return pack
    return cache.pack(pack) if cache else load_pack(pack)


def _results(
    files: tuple[Source, ...],
    kept: Results | None,
    read: Callable[[tuple[Source, ...]], Generator[DocumentResult | Unread]],
) -> Generator[DocumentResult | Unread]:
    """Give the result of each file, in the order of the files; read only those that are not kept.

    Each new result is kept before the next is waited for, so that a run that is killed has not
    read in vain.
    """
    if kept is None:
        yield from read(files)
        return
    new = {file.name for file in files if not kept.holds(file)}
    with closing(read(tuple(file for file in files if file.name in new))) as made:
        for file in files:
            result = None if file.name in new else kept.recall(file)
            if result is None:
                # What is kept may turn out to be damaged when it is wanted.
                result = next(made if file.name in new else read((file,)))
                kept.keep(file, result)
            yield result


def _as_asked(
    result: DocumentResult, file: Source, asked: Asked, settled: tuple[Pack, Settings, Decisions]
) -> DocumentResult:
    """Put in what this run knows and the file does not: path, agency, day and decisions."""
    _, settings, decisions = settled
    named = replace(result, path=file.name, agency=asked.agency_of(file))
    where = file.path if isinstance(file.path, Path) else Path(file.name)
    return decisions.put_beside(dated(named, settings), where)


@dataclass(frozen=True, slots=True)
class _Job:
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

    job: _Job

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
    files: tuple[Source, ...],
    make_job: Callable[[], _Job],
    terms: Terms | None,
    executor: Executor | None,
    dask: str | None = None,
) -> Generator[DocumentResult | Unread]:
    """Give the result of each file, in the order of the files, as soon as its turn has come.

    Few results wait for their turn, so that whoever writes each away needs little memory, however
    many files there are.
    """
    if executor is None and terms is None:
        if files:
            job = make_job()
            job.prepare()
            yield from map(job, files)
    else:
        with closing(_sent(files, make_job, terms, executor, dask)) as sent:
            yield from map(decode, sent)


def _sent(
    files: tuple[Source, ...],
    make_job: Callable[[], _Job],
    terms: Terms | None,
    executor: Executor | None,
    dask: str | None,
) -> Generator[bytes]:
    """Give the results of other processes, packed."""

    def sent() -> _SentJob:
        return _SentJob(make_job())

    if executor is not None:
        yield from lend_out(sent(), files, executor)
    elif terms is not None:
        terms = replace(terms, modules=(__name__, *_MATCHERS, *READERS))
        if dask is None:
            yield from spread(sent, files, terms, _lost)
        else:
            yield from spread_over(dask, sent, files, terms, _lost)


def _lost(file: Source, reason: str) -> bytes:
    return encode(Unread(path=file.name, reason=reason))
