"""Copy a zip file member by member, in the compressed form in which each member lies there.

To unpack and pack again would change bytes that have nothing to do with what is added, and would
lose what a zip file says beside its contents.
"""

from __future__ import annotations

import io
import itertools
import struct
import zipfile
import zlib
from collections.abc import Iterator, Mapping
from typing import BinaryIO, NamedTuple

from policyalign.errors import ReadError

_LOCAL = struct.Struct("<4s5H3L2H")
_CENTRAL = struct.Struct("<4s6H3L5H2L")
_END = struct.Struct("<4s4H2LH")
_OFFSET = struct.Struct("<L")
_OFFSET_AT = 42
_LARGEST = 0xFFFFFFFF
_MOST_MEMBERS = 0xFFFF
_VERSION, _UTF8_NAME = 20, 0x800
# The first day that a zip file can name: no clock belongs in a copy.
_DATE, _TIME = 0x21, 0
# Stands in the directory beside each part that was written here. Programs pass such fields over,
# and none keeps them when it saves the file, so that they tell an untouched copy from a used one.
_MARK = b"policyalign annotated copy"
_MARK_FIELD = struct.pack("<HH", 0x4150, len(_MARK)) + _MARK
_UNUSUAL = (
    "is a zip file of an unusual make, which cannot be copied part by part. Open it in Word, save "
    "it again, and take that"
)


class _Member(NamedTuple):
    name: str
    offset: int
    entry: bytes


def copied(file: bytes, changed: Mapping[str, bytes], *, marked: bool = True) -> bytes:
    """Give a copy of a zip file in which some members have other contents, or are new.

    ``changed`` is by the name of the member as it stands in the file. Without ``marked``
    nothing tells the copy from a file of somebody's own. Raises ``ReadError`` for a file that
    cannot be copied so.
    """
    mark = _MARK_FIELD if marked else b""
    archive = zipfile.ZipFile(io.BytesIO(file))
    members = list(_members(file, archive))
    bounds = sorted({*(member.offset for member in members), archive.start_dir})
    if len(bounds) != len(members) + 1 or bounds[-1] != archive.start_dir:
        raise ReadError(_UNUSUAL)
    following = dict(itertools.pairwise(bounds))
    written: list[bytes] = []
    directory: list[bytes] = []
    at = 0
    for member in members:
        if member.name in changed:
            local, entry = _packed(member.name, changed[member.name], mark)
        else:
            local, entry = file[member.offset : following[member.offset]], member.entry
        written.append(local)
        directory.append(_at(entry, at))
        at += len(local)
    known = {member.name for member in members}
    for name in (name for name in changed if name not in known):
        local, entry = _packed(name, changed[name], mark)
        written.append(local)
        directory.append(_at(entry, at))
        at += len(local)
    return _put_together(written, directory, at)


def is_marked(file: BinaryIO) -> bool:
    """Tell whether a file is a copy that was written here and not saved by anybody since."""
    try:
        with zipfile.ZipFile(file) as archive:
            return any(_MARK_FIELD in info.extra for info in archive.filelist)
    except (zipfile.BadZipFile, NotImplementedError, ValueError, OverflowError):
        return False


def _members(file: bytes, archive: zipfile.ZipFile) -> Iterator[_Member]:
    """Give the members in the order of the directory, each with its entry there."""
    at = archive.start_dir
    for info in archive.filelist:
        _, *_, name, extra, comment, _, _, _, _ = _CENTRAL.unpack_from(file, at)
        end = at + _CENTRAL.size + name + extra + comment
        if _LARGEST in {info.header_offset, info.compress_size, info.file_size} or end > len(file):
            raise ReadError(_UNUSUAL)
        yield _Member(info.filename, info.header_offset, file[at:end])
        at = end


def _at(entry: bytes, offset: int) -> bytes:
    if offset >= _LARGEST:
        raise ReadError(_UNUSUAL)
    return entry[:_OFFSET_AT] + _OFFSET.pack(offset) + entry[_OFFSET_AT + _OFFSET.size :]


def _packed(name: str, data: bytes, mark: bytes) -> tuple[bytes, bytes]:
    """Give the local record and the directory entry of a member."""
    packer = zlib.compressobj(wbits=-zlib.MAX_WBITS)
    packed = packer.compress(data) + packer.flush()
    encoded = name.encode("utf-8")
    flags = 0 if name.isascii() else _UTF8_NAME
    said = (
        *(_VERSION, flags, zipfile.ZIP_DEFLATED, _TIME, _DATE),
        *(zlib.crc32(data), len(packed), len(data), len(encoded)),
    )
    local = _LOCAL.pack(b"PK\x03\x04", *said, 0) + encoded + packed
    rest = (len(mark), 0, 0, 0, 0, 0)
    entry = _CENTRAL.pack(b"PK\x01\x02", _VERSION, *said, *rest)
    return local, entry + encoded + mark


def _put_together(written: list[bytes], directory: list[bytes], at: int) -> bytes:
    listed = b"".join(directory)
    if len(directory) > _MOST_MEMBERS or at + len(listed) >= _LARGEST:
        raise ReadError(_UNUSUAL)
    count = len(directory)
    end = _END.pack(b"PK\x05\x06", 0, 0, count, count, len(listed), at, 0)
    return b"".join([*written, listed, end])
