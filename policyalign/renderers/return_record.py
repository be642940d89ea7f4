"""What a return workbook keeps of itself, out of sight, so that it can be read back.

Each record is a kind and texts that hold it as JSON, short enough for a cell. All of it is ASCII,
which every program that saves the workbook keeps as it is.
"""

from __future__ import annotations

import json
from dataclasses import dataclass, replace
from datetime import date
from typing import TYPE_CHECKING, Any

import msgspec

from policyalign.errors import InputError
from policyalign.model.returns import Answer, Rating, Return, ReturnedDocument, Row
from policyalign.renderers.return_layout import SCHEMA

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

_ROOM = 30_000
_KNOWN = "policyalign-return/"
_DAMAGED = (
    ValueError,
    KeyError,
    IndexError,
    TypeError,
    RecursionError,
    msgspec.ValidationError,
)


@dataclass(frozen=True, slots=True, kw_only=True)
class Head:
    """What a return says of itself. ``fingerprint`` is a hash of the pack's files."""

    schema: str
    agency: str
    pack: str
    version: str
    fingerprint: str
    made: date
    labels: dict[Rating, str]


@dataclass(frozen=True, slots=True, kw_only=True)
class Record:
    """A return as the program knows it, without what people filled in.

    ``gone`` are items that the pack no longer has.
    """

    made: Return
    fingerprint: str
    gone: frozenset[str] = frozenset()


def cells(record: Record) -> Iterator[tuple[str, ...]]:
    """Give the rows of the record: a kind, and the texts that hold it. The head stands first."""
    made = record.made
    head = Head(
        schema=SCHEMA,
        agency=made.agency,
        pack=made.pack,
        version=made.pack_version,
        fingerprint=record.fingerprint,
        made=made.made,
        labels=dict(made.labels),
    )
    yield "return", *_texts(head)
    for document in made.documents:
        yield "document", *_texts(document)
    for unread in made.unread:
        yield "unread", *_texts(unread)
    for row in made.rows:
        kind = "gone" if row.item in record.gone else "item"
        yield kind, *_texts(replace(row, answer=Answer()))


def read(rows: Iterable[tuple[str, ...]]) -> Record:
    """Read a record back. Raises ``InputError`` if it is damaged or of another version."""
    found: dict[str, list[Any]] = {}
    try:
        for kind, *texts in rows:
            if kind:
                found.setdefault(kind, []).append(json.loads("".join(texts)))
        _check_schema(found["return"][0]["schema"])
        head = msgspec.convert(found["return"][0], Head)
        rows_read = [*found.get("item", ()), *found.get("gone", ())]
        made = Return(
            agency=head.agency,
            pack=head.pack,
            pack_version=head.version,
            made=head.made,
            documents=msgspec.convert(found.get("document", []), tuple[ReturnedDocument, ...]),
            unread=msgspec.convert(found.get("unread", []), tuple[str, ...]),
            rows=msgspec.convert(rows_read, tuple[Row, ...]),
            labels=head.labels,
        )
    except _DAMAGED as problem:
        raise InputError(
            "what the program noted about itself in this file is damaged or was changed"
        ) from problem
    if set(head.labels) != set(Rating):
        raise InputError("this file does not say which words stand for which rating")
    gone = frozenset(row.item for row in made.rows[len(found.get("item", ())) :])
    return Record(made=made, fingerprint=head.fingerprint, gone=gone)


def _check_schema(schema: object) -> None:
    if schema != SCHEMA:
        known = str(schema).startswith(_KNOWN)
        reason = "was made by another version of policyalign" if known else "is no return"
        raise InputError(f"this file {reason}")


def _texts(value: object) -> Iterator[str]:
    text = json.dumps(msgspec.to_builtins(value), ensure_ascii=True)
    for start in range(0, len(text), _ROOM):
        yield text[start : start + _ROOM]
