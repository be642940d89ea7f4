"""The use case: from files, a pack and settings to a report."""

from __future__ import annotations

from collections.abc import Callable, Generator, Iterable
from concurrent.futures import Executor
from contextlib import closing
from dataclasses import dataclass, replace
from datetime import date
from functools import cache as once
from pathlib import Path

from policyalign.assess import dated, make_settings
from policyalign.file_results import Job, Means, each_result
from policyalign.keeping import MANY, Cache, Results, Spool
from policyalign.model.document import Unread
from policyalign.model.pack import Pack
from policyalign.model.report import DocumentResult, Report, Settings
from policyalign.model.settings import SettingsFile
from policyalign.packs import load_pack
from policyalign.readers.sources import Source, find_sources
from policyalign.settings import DEFAULT_PACK, check_names, settings_of
from policyalign.settings.applying import Asked, chosen
from policyalign.settings.deciding import Decisions

Progress = Callable[[int, int, str], None]


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
    means = Means(jobs=jobs, timeout=timeout, memory=memory, executor=executor, dask=dask)
    paths = [paths] if isinstance(paths, str | Path) else list(paths)
    asked = Asked(file=settings_of(settings, pack), type=type, agency=agency)
    found = find_sources(paths)
    files, excluded = chosen(found, paths, asked.file)
    types = asked.types_of(files)

    @once  # workers start while the pack is loaded
    def basis() -> _Basis:
        return _settled(asked, _loaded(pack or asked.file.pack or DEFAULT_PACK, cache), today)

    def job() -> Job:
        return Job(basis().pack, types, cache.folder if cache and means.are_here else None)

    def read(new: tuple[Source, ...]) -> Generator[DocumentResult | Unread]:
        return each_result(new, job, means)

    kept = cache.results(basis().pack, types) if cache else None
    documents: list[DocumentResult] | Spool = Spool() if len(files) > MANY else []
    unread: list[Unread] = []
    with closing(_results(files, kept, read)) as results:
        for done, (file, result) in enumerate(zip(files, results, strict=True), start=1):
            if isinstance(result, Unread):
                unread.append(replace(result, path=file.name))
            else:
                documents.append(basis().put_into(result, file))
            if progress:
                progress(done, len(files), file.name)
    return Report(
        pack=basis().pack,
        settings=basis().settings,
        documents=documents if isinstance(documents, Spool) else tuple(documents),
        unread=tuple(unread),
        excluded=excluded,
        remarks=tuple(asked.remarks(basis().decisions, found, paths)),
    )


@dataclass(frozen=True, slots=True)
class _Basis:
    """What this run knows and the files do not say."""

    asked: Asked
    pack: Pack
    settings: Settings
    decisions: Decisions

    def put_into(self, result: DocumentResult, file: Source) -> DocumentResult:
        """Put the path, the agency, the day and decisions into the result for a file."""
        named = replace(result, path=file.name, agency=self.asked.agency_of(file))
        where = file.path if isinstance(file.path, Path) else Path(file.name)
        return self.decisions.put_beside(dated(named, self.settings), where)


def _settled(asked: Asked, pack: Pack, today: date | None) -> _Basis:
    check_names(asked.file, pack)
    made = make_settings(
        pack,
        type=asked.type or asked.file.type,
        agency=asked.agency or asked.file.agency,
        today=today,
    )
    return _Basis(asked, pack, asked.in_report(made), Decisions(asked.file, pack, today))


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
