"""Results as bytes and back, exactly: every field, also those that no report shows.

What comes back from a disk may be damaged or made by somebody else, so it is never pickled:
MessagePack holds plain values only, and each is checked against the type of its field.
"""

from __future__ import annotations

import json
import zlib
from typing import TypeVar

import msgspec

from policyalign.model.document import Unread
from policyalign.model.report import DocumentResult

Result = DocumentResult | Unread
T = TypeVar("T")

# The first byte says what follows.
_KINDS: dict[bytes, type[Result]] = {b"d": DocumentResult, b"u": Unread}
_WRITTEN_OUT: dict[bytes, type[Result]] = {b"D": DocumentResult, b"U": Unread}
_DECODERS = {type_: msgspec.msgpack.Decoder(type_) for type_ in _KINDS.values()}

# A result of twelve pages takes 31 kB and, packed, 6 kB. Nothing small may swell to more than this.
_MOST_BYTES = 256_000_000
# The quickest; higher levels take twice the time for a tenth less room.
_LEVEL = 1


class NotDecodableError(ValueError):
    """Bytes that are not what was encoded."""


def encode(result: Result) -> bytes:
    """Give a result as bytes."""
    try:
        return _mark(result, _KINDS) + packed(msgspec.msgpack.encode(result))
    except UnicodeEncodeError:
        # A lone half of a surrogate pair, as in a file name that is no Unicode, is no UTF-8. JSON
        # can write it out; it is slower, and such results are few.
        text = json.dumps(msgspec.to_builtins(result))
        return _mark(result, _WRITTEN_OUT) + packed(text.encode("ascii"))


def decode(data: bytes) -> Result:
    """Give the result that ``encode`` was given. Raises ``NotDecodableError`` for other bytes."""
    mark, body = data[:1], data[1:]
    if mark in _KINDS:
        return checked(_DECODERS[_KINDS[mark]], body)
    if mark in _WRITTEN_OUT:
        try:
            return msgspec.convert(json.loads(unpacked(body)), _WRITTEN_OUT[mark])
        except (ValueError, RecursionError, msgspec.MsgspecError) as problem:
            raise NotDecodableError("these bytes hold no result") from problem
    raise NotDecodableError("these bytes do not begin as a result does")


def checked(decoder: msgspec.msgpack.Decoder[T], data: bytes) -> T:
    """Give what stands in packed bytes, if it has the type that the decoder wants."""
    try:
        return decoder.decode(unpacked(data))
    except (ValueError, RecursionError, msgspec.MsgspecError) as problem:
        raise NotDecodableError("these bytes hold something else") from problem


def packed(data: bytes) -> bytes:
    """Give the same bytes in less room."""
    return zlib.compress(data, _LEVEL)


def unpacked(data: bytes) -> bytes:
    """Give what ``packed`` was given. Raises ``NotDecodableError`` for bytes it did not make."""
    unpacking = zlib.decompressobj()
    try:
        whole = unpacking.decompress(data, _MOST_BYTES)
    except zlib.error as problem:
        raise NotDecodableError("these bytes were not packed here") from problem
    if not unpacking.eof or unpacking.unused_data:
        raise NotDecodableError("these bytes are cut off, or more follows")
    return whole


def _mark(result: Result, marks: dict[bytes, type[Result]]) -> bytes:
    return next(mark for mark, type_ in marks.items() if isinstance(result, type_))
