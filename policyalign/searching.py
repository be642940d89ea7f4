"""The use case behind ``find``: where a concept, or any phrase, occurs in files."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from pathlib import Path

from policyalign.checking import Progress
from policyalign.errors import InputError
from policyalign.excerpts import excerpt
from policyalign.matching import Matcher, matcher_for
from policyalign.matching.near import Survey, compiled_pack
from policyalign.matching.phrase import (
    PHRASE,
    named_concepts,
    nearest_concepts,
    phrase_pack,
    respelt,
)
from policyalign.model.document import Document, Unread
from policyalign.model.finds import FileFinds, Find, Finds
from policyalign.model.pack import Pack
from policyalign.model.report import Mention, Status
from policyalign.packs import load_pack
from policyalign.readers import read_as
from policyalign.readers.finding import find_files


def find(
    wanted: str,
    paths: Iterable[str | Path] | str | Path,
    *,
    pack: Pack | str | Path = "sos",
    exact: bool = False,
    statuses: Iterable[Status | str] = (),
    progress: Progress | None = None,
) -> Finds:
    """Find where a concept or a phrase occurs in files, or in all files in folders.

    ``wanted`` is the id or the term of a concept, one of its forms, or any other phrase. What
    names a concept is looked for in all wording of the concept; with ``exact`` it is a phrase
    like any other, and no word of it may be misspelt or stand in another order. A phrase may hold
    the marks of forms, such as ``plan * by the family``. ``statuses`` keeps only finds with one of
    these; ``progress`` is as in :func:`policyalign.check`.

    Raises ``InputError`` for a phrase without words, for a status or a path that does not exist,
    and ``PackError`` for a bad pack.
    """
    pack = pack if isinstance(pack, Pack) else load_pack(pack)
    kept = tuple(dict.fromkeys(map(_status, statuses)))
    files = find_files([paths] if isinstance(paths, str | Path) else paths)
    search = _search(wanted, pack, exact=exact)
    results: list[FileFinds | Unread] = []
    for file in files:
        document = read_as(file.path, file.name)
        results.append(
            document if isinstance(document, Unread) else search.of(document, kept or tuple(Status))
        )
        if progress:
            progress(len(results), len(files), file.name)
    found_files = tuple(r for r in results if isinstance(r, FileFinds))
    guess = search.phrase and not exact and not any(file.finds for file in found_files)
    return Finds(
        wanted=wanted,
        concepts=search.concepts,
        named=search.named,
        phrase=search.phrase,
        statuses=kept,
        files=found_files,
        unread=tuple(r for r in results if isinstance(r, Unread)),
        nearest=nearest_concepts(pack, wanted) if guess else (),
    )


@dataclass(frozen=True, slots=True, kw_only=True)
class _Search:
    """What is looked for: concepts of a pack, or else the phrase that a pack was made of."""

    pack: Pack
    matcher: Matcher
    concepts: tuple[str, ...] = ()
    named: bool = False
    phrase: str = ""

    def of(self, document: Document, statuses: tuple[Status, ...]) -> FileFinds:
        """Search a document."""
        wanted = self.concepts or (PHRASE,)
        mentions = (m for m in self.matcher.match(document).mentions if m.concept in wanted)
        survey = Survey(self.pack, document) if self.concepts else None
        return FileFinds(
            path=document.path,
            finds=tuple(
                _find(mention, document, named=bool(self.concepts))
                for mention in mentions
                if mention.status in statuses
            ),
            passed_over=len(survey.near_misses(wanted, unlike=False)) if survey else 0,
            notices=tuple(notice for notice in document.notices if notice.kind.hides_text),
        )


def _search(wanted: str, pack: Pack, *, exact: bool) -> _Search:
    named = () if exact else _with_name(wanted, pack)
    concepts = named if named or exact else named_concepts(compiled_pack(pack), wanted)
    if concepts:
        return _Search(pack=pack, matcher=matcher_for(pack), concepts=concepts, named=bool(named))
    phrase = wanted if exact else respelt(wanted, compiled_pack(pack).lexicon.knows)
    made = phrase_pack(pack, phrase, exact=exact)
    return _Search(pack=made, matcher=Matcher(made), phrase=phrase)


def _with_name(wanted: str, pack: Pack) -> tuple[str, ...]:
    name = wanted.strip().casefold()
    return tuple(
        concept.id
        for concept in pack.concepts.values()
        if name in {concept.id.casefold(), concept.term.casefold()}
    )


def _find(mention: Mention, document: Document, *, named: bool) -> Find:
    block = document.blocks[mention.block]
    return Find(
        concept=mention.concept if named else "",
        excerpt=excerpt(block.text, (mention.start, mention.end), mention.sentence),
        start=mention.start,
        end=mention.end,
        place=mention.place,
        kind=block.kind,
        state=mention.state,
        status=mention.status,
        how=mention.how,
        similarity=mention.similarity,
    )


def _status(name: Status | str) -> Status:
    try:
        return Status(name)
    except ValueError as problem:
        known = ", ".join(Status)
        raise InputError(f"There is no status “{name}”. Known: {known}.") from problem
