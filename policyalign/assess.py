"""One document checked: from its words, a pack and settings to a result."""

from __future__ import annotations

import hashlib
from dataclasses import replace
from datetime import date
from pathlib import Path

from policyalign.control_dates import overdue_notice
from policyalign.errors import InputError
from policyalign.model.document import Document
from policyalign.model.pack import Pack
from policyalign.model.report import DocumentResult, Settings
from policyalign.packs import load_pack
from policyalign.readers.plain import text_blocks


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


def dated(result: DocumentResult, settings: Settings) -> DocumentResult:
    """Put in the notice of a review date that has passed on the day of the run, if it has."""
    if not settings.today:
        return result
    notices = overdue_notice(result.control, date.fromisoformat(settings.today))
    return replace(result, notices=result.notices + notices)


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
        kind, source = matcher.infer_type(document, matches)
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
    return dated(result, settings)
