"""The use case: from files, a pack and settings to a report."""

from __future__ import annotations

import hashlib
from collections.abc import Callable, Iterable, Iterator
from concurrent.futures import ProcessPoolExecutor
from dataclasses import dataclass, replace
from datetime import date
from multiprocessing import get_context
from pathlib import Path

from policyalign.control_dates import overdue_notice
from policyalign.errors import InputError
from policyalign.keeping import MANY, Cache, Results, Spool
from policyalign.model.document import Document, Unread
from policyalign.model.pack import Pack
from policyalign.model.report import DocumentResult, Report, Settings
from policyalign.packs import load_pack
from policyalign.readers import read_as
from policyalign.readers.finding import FoundFile, find_files
from policyalign.readers.plain import text_blocks

# Few enough that the workers finish together, enough that messages between them cost little.
_FILES_AT_ONCE = 4
# Windows cannot wait for more processes than this.
_MOST_WORKERS = 61

Progress = Callable[[int, int, str], None]


def check(
    paths: Iterable[str | Path] | str | Path,
    *,
    pack: Pack | str | Path = "sos",
    type: str | None = None,  # noqa: A002  the word that users know it by
    agency: str | None = None,
    today: date | None = None,
    jobs: int = 1,
    progress: Progress | None = None,
    cache: Cache | None = None,
) -> Report:
    """Check files, or all files in folders, against a pack.

    ``type`` overrules the inferred document type and ``agency`` names whose policies these are.
    With ``today`` a review date that has passed gives a notice. ``jobs`` is how many processes
    share the work; the report does not depend on it. ``progress`` is told how many files are
    done, how many there are, and the name of the one just done. With a ``cache`` files that are
    unchanged since an earlier run are not read again; the report does not depend on it either.

    Raises ``InputError`` for paths or types that do not exist and ``PackError`` for a bad pack.
    """
    if not isinstance(pack, Pack):
        pack = cache.pack(pack) if cache else load_pack(pack)
    if jobs < 1:
        raise InputError(f"The number of jobs must be 1 or more, not {jobs}.")
    settings = make_settings(pack, type=type, agency=agency, today=today)
    files = find_files([paths] if isinstance(paths, str | Path) else paths)
    kept = cache.results(pack, settings.type) if cache else None
    job = _Job(pack, Settings(type=settings.type))
    documents: list[DocumentResult] | Spool = Spool() if len(files) > MANY else []
    unread: list[Unread] = []
    results = _results(files, kept, lambda new: _each(new, job, jobs))
    for done, (file, found) in enumerate(zip(files, results, strict=True), start=1):
        if isinstance(found, Unread):
            unread.append(replace(found, path=file.name))
        else:
            documents.append(_as_asked(found, file, settings))
        if progress:
            progress(done, len(files), file.name)
    return Report(
        pack=pack,
        settings=settings,
        documents=documents if isinstance(documents, Spool) else tuple(documents),
        unread=tuple(unread),
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


def _results(
    files: tuple[FoundFile, ...],
    kept: Results | None,
    read: Callable[[tuple[FoundFile, ...]], Iterator[DocumentResult | Unread]],
) -> Iterator[DocumentResult | Unread]:
    """Give the result of each file, in the order of the files; read only those that are not kept.

    Each new result is kept before the next is waited for, so that a run that is killed has not
    read in vain.
    """
    if kept is None:
        yield from read(files)
        return
    new = {file.name for file in files if not kept.holds(file)}
    made = read(tuple(file for file in files if file.name in new))
    for file in files:
        result = None if file.name in new else kept.recall(file)
        if result is None:
            # What is kept may turn out to be damaged when it is wanted.
            result = next(made if file.name in new else read((file,)))
            kept.keep(file, result)
        yield result


def _as_asked(result: DocumentResult, file: FoundFile, settings: Settings) -> DocumentResult:
    """Put in what this run knows and the file does not: its path, the agency and the day."""
    return _dated(replace(result, path=file.name, agency=settings.agency), settings)


def _dated(result: DocumentResult, settings: Settings) -> DocumentResult:
    if not settings.today:
        return result
    notices = overdue_notice(result.control, date.fromisoformat(settings.today))
    return replace(result, notices=result.notices + notices)


@dataclass(frozen=True, slots=True)
class _Job:
    """What is done with each file; it travels to worker processes."""

    pack: Pack
    settings: Settings

    def __call__(self, file: FoundFile) -> DocumentResult | Unread:
        document = read_as(file.path, file.name)
        if isinstance(document, Unread):
            return document
        return assess(document, self.pack, self.settings)


def _each(files: tuple[FoundFile, ...], job: _Job, jobs: int) -> Iterator[DocumentResult | Unread]:
    """Give the result of each file, in the order of the files."""
    if jobs == 1 or len(files) == 1:
        yield from map(job, files)
        return
    workers = min(jobs, len(files), _MOST_WORKERS)
    with ProcessPoolExecutor(workers, get_context("spawn"), _Worker.begin, (job,)) as pool:
        yield from pool.map(_Worker.do, files, chunksize=_FILES_AT_ONCE)


class _Worker:
    """What a worker process keeps, so that the pack is sent to it once and not with each file."""

    job: _Job

    @classmethod
    def begin(cls, job: _Job) -> None:
        cls.job = job

    @classmethod
    def do(cls, file: FoundFile) -> DocumentResult | Unread:
        return cls.job(file)


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
    # Where all results are kept from an earlier run, none of this is needed.
    from policyalign.checklist import check_items, rating_for, score
    from policyalign.matching import matcher_for

    matcher = matcher_for(pack)
    matches = matcher.match(document)
    if settings.type:
        kind, source = settings.type, "given by the user"
    else:
        kind, source = matcher.infer_type(document)
    items = check_items(document, pack, kind, matches.mentions, matches.discouraged)
    # A score without words to rest on would be an invention.
    value = score(items, pack) if document.words else None
    result = DocumentResult(
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
    return _dated(result, settings)
