"""Values as packed bytes and back."""

from __future__ import annotations

import zlib
from typing import TypeVar

import msgspec

T = TypeVar("T")

# A result of twelve pages takes 31 kB and, packed, 6 kB. Nothing small may swell to more than this.
_MOST_BYTES = 256_000_000
# The quickest; higher levels take twice the time for a tenth less room.
_LEVEL = 1


class NotDecodableError(ValueError):
    """Bytes that are not what was encoded."""


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


def checked(decoder: msgspec.msgpack.Decoder[T], data: bytes) -> T:
    """Give what stands in packed bytes, if it has the type that the decoder wants."""
    try:
        return decoder.decode(unpacked(data))
    except (ValueError, RecursionError, msgspec.MsgspecError) as problem:
        raise NotDecodableError("these bytes hold something else") from problem
