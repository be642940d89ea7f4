"""Inflate the small parts of a zip file, each in one call."""

from __future__ import annotations

import struct
import zipfile
import zlib

_LARGEST_AT_ONCE = 4_000_000
# What stands before each part: a mark, and the lengths of its name and of what else is said.
_LOCAL_HEADER, _LOCAL_MARK = struct.Struct("<4s22xHH"), b"PK\x03\x04"
# Flags of parts that are encrypted or patched.
_UNUSUAL = 0x61


def inflated(file: bytes, info: zipfile.ZipInfo) -> bytes | None:
    """Give a small part in one call, or ``None`` where it is for ``zipfile`` to judge.

    To open such a part with ``zipfile`` takes longer than to inflate it. What is not exactly as
    the directory of the file says is left to it.
    """
    size = info.file_size
    deflated = _deflated(file, info)
    if deflated is None or size > _LARGEST_AT_ONCE:
        return None
    try:
        whole = zlib.decompressobj(-zlib.MAX_WBITS).decompress(deflated, size + 1)
    except zlib.error:
        return None
    return whole if len(whole) == size and zlib.crc32(whole) == info.CRC else None


def beginning(file: bytes, info: zipfile.ZipInfo, length: int) -> bytes | None:
    """Give the first bytes of a part that is longer than that, else ``None`` as ``inflated``.

    Whether the part is whole is not known before all of it is read.
    """
    deflated = _deflated(file, info)
    if deflated is None or info.file_size <= length:
        return None
    try:
        return zlib.decompressobj(-zlib.MAX_WBITS).decompress(deflated, length)
    except zlib.error:
        return None


def _deflated(file: bytes, info: zipfile.ZipInfo) -> bytes | None:
    """Give the bytes of a part as they stand in the file, if all is as its directory says."""
    start = info.header_offset + _LOCAL_HEADER.size
    plain = info.compress_type == zipfile.ZIP_DEFLATED and not info.flag_bits & _UNUSUAL
    if not plain or not _LOCAL_HEADER.size <= start <= len(file):
        return None
    mark, name_length, more = _LOCAL_HEADER.unpack_from(file, info.header_offset)
    named = file[start : start + name_length] == info.orig_filename.encode("utf-8")
    if mark != _LOCAL_MARK or not named:
        return None
    start += name_length + more
    return file[start : start + info.compress_size]
