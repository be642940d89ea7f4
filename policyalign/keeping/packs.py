"""A pack as bytes and back, so that its files need not be parsed and checked again."""

from __future__ import annotations

import hashlib
import os
from dataclasses import Field, fields, make_dataclass
from pathlib import Path
from typing import Any, NamedTuple, get_args, get_type_hints

import msgspec

from policyalign.keeping.packing import NotDecodableError, checked, packed
from policyalign.model.clauses import Clause
from policyalign.model.pack import ChecklistItem, Pack

_CLAUSES: dict[str, type[Clause]] = {type_.__name__: type_ for type_ in get_args(Clause)}


class _NamedClause(NamedTuple):
    """A clause with the name of its kind, by which it can be told from the others."""

    kind: str
    values: dict[str, Any]


def _like(model: type[Any], **changed: Any) -> type[Any]:
    """Give a dataclass with the fields of another, some of them of other types."""
    types = get_type_hints(model) | changed
    kept: list[tuple[str, Any, Field[Any]]] = [(f.name, types[f.name], f) for f in fields(model)]
    return make_dataclass(model.__name__, kept, kw_only=True)


_KeptItem: Any = _like(ChecklistItem, expected=tuple[_NamedClause, ...])
_KeptPack: Any = _like(Pack, checklist=dict[str, _KeptItem])
_DECODER = msgspec.msgpack.Decoder(_KeptPack)


def files_digest(folder: Path) -> bytes:
    """Give a hash of the names and contents of all files a pack may read. Raises ``OSError``."""
    digest = hashlib.sha256()
    for path in sorted(folder.rglob("*.toml")):
        name, content = os.fsencode(path.relative_to(folder)), path.read_bytes()
        digest.update(b"%d %b %d %b" % (len(name), name, len(content), content))
    return digest.digest()


def encode_pack(pack: Pack) -> bytes:
    """Give a pack as bytes."""
    return packed(_plain_bytes(pack))


def pack_digest(pack: Pack) -> bytes:
    """Give a hash of all that a pack holds, which tells more than its fingerprint.

    A fingerprint is of files; a program may have changed the pack since they were loaded.
    """
    return hashlib.sha256(_plain_bytes(pack)).digest()


def decode_pack(data: bytes) -> Pack:
    """Give the pack that was encoded. Raises ``NotDecodableError`` for other bytes."""
    kept = checked(_DECODER, data)
    checklist = {
        id_: _changed(ChecklistItem, item, expected=tuple(map(_clause, item.expected)))
        for id_, item in kept.checklist.items()
    }
    pack: Pack = _changed(Pack, kept, checklist=checklist)
    return pack


def _plain_bytes(pack: Pack) -> bytes:
    checklist = {
        id_: _changed(_KeptItem, item, expected=tuple(map(_named, item.expected)))
        for id_, item in pack.checklist.items()
    }
    return msgspec.msgpack.encode(_changed(_KeptPack, pack, checklist=checklist))


def _named(clause: Clause) -> _NamedClause:
    return _NamedClause(type(clause).__name__, msgspec.to_builtins(clause))


def _clause(named: _NamedClause) -> Clause:
    if named.kind not in _CLAUSES:
        raise NotDecodableError("there is no such clause")
    try:
        return msgspec.convert(named.values, _CLAUSES[named.kind])
    except msgspec.MsgspecError as problem:
        raise NotDecodableError("these bytes hold another clause") from problem


def _changed(type_: type[Any], model: Any, **changes: Any) -> Any:
    """Give the fields of one dataclass as another, some of them changed."""
    return type_(**{f.name: getattr(model, f.name) for f in fields(type_)} | changes)
