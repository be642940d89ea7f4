"""The use case: from files, a pack and settings to a report."""

from __future__ import annotations

import hashlib
import traceback
from collections.abc import Callable, Generator, Iterable
from concurrent.futures import Executor
from contextlib import closing
from dataclasses import dataclass, replace
from datetime import date
from functools import cache
from pathlib import Path

from policyalign.checklist import check_items, rating_for, score
from policyalign.control_dates import overdue_notice
from policyalign.errors import InputError
from policyalign.matching import matcher_for
from policyalign.model.document import Document, Unread
from policyalign.model.pack import Pack
from policyalign.model.report import DocumentResult, Report, Settings
from policyalign.packs import load_pack
from policyalign.readers import READERS, read_as
from policyalign.readers.plain import text_blocks
from policyalign.readers.sources import Source, find_sources
from policyalign.working.borrowed import lend_out
from policyalign.working.cluster import spread_over
from policyalign.working.pool import Terms, spread
from policyalign.working.sharing import terms_for, terms_of_one

Progress = Callable[[int, int, str], None]


def check(
    paths: Iterable[str | Path] | str | Path,
    *,
    pack: Pack | str | Path = "sos",
    type: str | None = None,  # noqa: A002  the word that users know it by
    agency: str | None = None,
    today: date | None = None,
    jobs: int | None = None,
    timeout: float | None = None,
    memory: int | None = None,
    executor: Executor | None = None,
    dask: str | None = None,
    progress: Progress | None = None,
) -> Report:
    """Check files, or all files in folders, against a pack.

    A path may also be an address such as ``s3://bucket/policies`` that fsspec knows.

    ``type`` overrules the inferred document type and ``agency`` names whose policies these are.
    With ``today`` a review date that has passed gives a notice. ``progress`` is told how many files
    are done, how many there are, and the name of the one just done.

    ``jobs`` is how many worker processes share the work: by default as many as there are cores, as
    far as there is work for them. ``timeout`` is how many seconds one file may take, and ``memory``
    how many megabytes a worker may use (Linux only). A file that takes more, or on which a worker
    crashes, is unread, with the reason. Where neither is given, one job, or few and small files by
    default, are done in this process, which nothing then protects from a file that hangs or
    crashes it. An ``executor`` from ``concurrent.futures``, or one with its interface, does the
    work instead, within limits of its own; or the cluster of a Dask scheduler does, whose address
    is ``dask``, such as ``tcp://scheduler:8786``, with the same limits on a file. The report is the
    same in every case.

    Raises ``InputError`` for paths or types that do not exist and ``PackError`` for a bad pack.
    """
    if executor is not None and (jobs, timeout, memory) != (None, None, None):
        raise InputError("An executor has its own jobs, timeout and memory; leave these out.")
    if dask is not None and (executor is not None or jobs is not None):
        raise InputError("A Dask cluster takes no number of jobs and no executor; leave these out.")
    files = find_sources([paths] if isinstance(paths, str | Path) else paths)
    if dask is None:
        terms = terms_for([file.path for file in files], jobs, timeout, memory)
    else:
        terms = terms_of_one(timeout, memory)

    @cache  # workers start while the pack is loaded
    def job() -> _Job:
        loaded = pack if isinstance(pack, Pack) else load_pack(pack)
        return _Job(loaded, make_settings(loaded, type=type, agency=agency, today=today))

    results: list[DocumentResult | Unread] = []
    with closing(each_result(files, job, terms, executor, dask)) as stream:
        for result in stream:
            results.append(result)
            if progress:
                progress(len(results), len(files), result.path)
    return Report(
        pack=job().pack,
        settings=job().settings,
        documents=tuple(r for r in results if isinstance(r, DocumentResult)),
        unread=tuple(r for r in results if isinstance(r, Unread)),
    )


def make_settings(
    pack: Pack,
    *,
    type: str | None,  # noqa: A002  the word that users know it by
    agency: str | None,
    today: date | None = None,
) -> Settings:
    """Give the settings of a run. Raises ``InputError`` for a type that the pack does not know."""
    if type is not None and type not in pack.types:
        raise InputError(f"There is no document type {type!r}. Known: {', '.join(pack.types)}.")
    return Settings(type=type, agency=agency, today=today.isoformat() if today else None)


@dataclass(frozen=True, slots=True)
class _Job:
    """What is done with each file; it travels to worker processes."""

    pack: Pack
    settings: Settings

    def prepare(self) -> None:
        """Compile the pack."""
        matcher_for(self.pack)

    def __call__(self, file: Source) -> DocumentResult | Unread:
        try:
            document = read_as(file.path, file.name)
            if isinstance(document, Unread):
                return document
            return assess(document, self.pack, self.settings)
        except MemoryError:
            raise
        except Exception as fault:  # a night's work must not be lost to one file
            return Unread(path=file.name, reason=_sentence_on(fault))


def _sentence_on(fault: Exception) -> str:
    """Say of a fault in the program what whoever mends it must know."""
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
    if executor is not None:
        yield from lend_out(make_job(), files, executor)
    elif terms is None:
        yield from map(make_job(), files)
    else:
        terms = replace(terms, modules=(__name__, *READERS))
        if dask is None:
            yield from spread(make_job, files, terms, _lost)
        else:
            yield from spread_over(dask, make_job, files, terms, _lost)


def _lost(file: Source, reason: str) -> Unread:
    return Unread(path=file.name, reason=reason)


def check_text(
    text: str, *, pack: Pack | str | Path = "sos", heading: str | None = None
) -> DocumentResult:
    """Check a text that stands in no file. ``heading`` is context and is never itself matched."""
    pack = pack if isinstance(pack, Pack) else load_pack(pack)
    document = Document(
        path="text",
        sha256=hashlib.sha256(text.encode("utf-8", "surrogatepass")).hexdigest(),
        title=None,
        blocks=text_blocks(text, heading),
    )
    return assess(document, pack, Settings())


def assess(document: Document, pack: Pack, settings: Settings) -> DocumentResult:
    """Check one document that has been read."""
    if settings.today:
        notices = overdue_notice(document.control, date.fromisoformat(settings.today))
        document = replace(document, notices=document.notices + notices)
    matcher = matcher_for(pack)
    matches = matcher.match(document)
    if settings.type:
        kind, source = settings.type, "given by the user"
    else:
        kind, source = matcher.infer_type(document)
    items = check_items(document, pack, kind, matches.mentions, matches.discouraged)
    # A score without words to rest on would be an invention.
    value = score(items, pack) if document.words else None
    return DocumentResult(
        path=document.path,
        sha256=document.sha256,
        title=document.title,
        type=kind,
        type_source=source,
        agency=settings.agency,
        control=document.control,
        score=value,
        rating=rating_for(value, items, pack),
        pages=document.pages,
        words=document.words,
        items=items,
        mentions=matches.mentions,
        discouraged=matches.discouraged,
        notices=document.notices,
        blocks=document.blocks,
    )
