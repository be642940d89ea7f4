"""Results as bytes and back, exactly: every field, also those that no report shows.

What comes back from a disk may be damaged or made by somebody else, so it is never pickled:
MessagePack holds plain values only, and each is checked against the type of its field.
"""

from __future__ import annotations

import json
import struct
import zlib
from dataclasses import replace

import msgspec

from policyalign.keeping.kept_text import KeptText
from policyalign.keeping.packing import NotDecodableError, checked, packed, unpacked
from policyalign.model.document import Unread
from policyalign.model.report import DocumentResult

Result = DocumentResult | Unread

# The first byte says what follows.
_DOCUMENT, _UNREAD = b"d", b"u"
_WRITTEN_OUT: dict[bytes, type[Result]] = {b"D": DocumentResult, b"U": Unread}
_DOCUMENT_DECODER = msgspec.msgpack.Decoder(DocumentResult)
_UNREAD_DECODER = msgspec.msgpack.Decoder(Unread)
# How long the findings are, which come before the text, and the checksum of the text.
_LENGTHS = struct.Struct("<II")


def encode(result: Result) -> bytes:
    """Give a result as bytes."""
    try:
        if isinstance(result, Unread):
            return _UNREAD + packed(msgspec.msgpack.encode(result))
        return _DOCUMENT + _in_two(result)
    except UnicodeEncodeError:
        # A lone half of a surrogate pair, as in a file name that is no Unicode, is no UTF-8. JSON
        # can write it out; it is slower, and such results are few.
        mark = next(mark for mark, type_ in _WRITTEN_OUT.items() if isinstance(result, type_))
        return mark + packed(json.dumps(msgspec.to_builtins(_plain(result))).encode("ascii"))


def decode(data: bytes) -> Result:
    """Give the result that ``encode`` was given. Raises ``NotDecodableError`` for other bytes."""
    mark, body = data[:1], data[1:]
    if mark == _DOCUMENT:
        return _from_two(body)
    if mark == _UNREAD:
        return checked(_UNREAD_DECODER, body)
    if mark in _WRITTEN_OUT:
        try:
            return _plain(msgspec.convert(json.loads(unpacked(body)), _WRITTEN_OUT[mark]))
        except (ValueError, RecursionError, msgspec.MsgspecError) as problem:
            raise NotDecodableError("these bytes hold no result") from problem
    raise NotDecodableError("these bytes do not begin as a result does")


def _in_two(document: DocumentResult) -> bytes:
    """Give the findings and the text apart, for reports that do not show the text."""
    text = KeptText.of(document.blocks).content
    findings = packed(msgspec.msgpack.encode(replace(document, blocks=())))
    return _LENGTHS.pack(len(findings), zlib.crc32(text)) + findings + text


def _from_two(body: bytes) -> DocumentResult:
    try:
        length, checksum = _LENGTHS.unpack_from(body)
    except struct.error as problem:
        raise NotDecodableError("these bytes are cut off") from problem
    start = _LENGTHS.size
    findings, text = body[start : start + length], body[start + length :]
    if zlib.crc32(text) != checksum:
        raise NotDecodableError("the text is not as it was kept")
    return replace(checked(_DOCUMENT_DECODER, findings), blocks=KeptText(text))


def _plain(result: Result) -> Result:
    """Give a result whose text is a tuple, which it is not when it was kept or read as JSON."""
    if isinstance(result, DocumentResult):
        return replace(result, blocks=tuple(result.blocks))
    return result
