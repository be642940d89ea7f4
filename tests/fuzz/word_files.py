"""Spoil a Word file: its parts, and the zip that holds them."""

from __future__ import annotations

import io
import re
import struct
import warnings
import zipfile
from collections.abc import Callable
from random import Random

from tests.fuzz.xml_parts import spoil_part

Parts = list[tuple[str, bytes]]

_CENTRAL, _LOCAL, _END = b"PK\x01\x02", b"PK\x03\x04", b"PK\x05\x06"
# Where in each record a number stands that a reader may believe, and how long it is.
_LOCAL_FIELDS = ((6, "<H"), (8, "<H"), (14, "<I"), (18, "<I"), (22, "<I"), (26, "<H"), (28, "<H"))
_CENTRAL_FIELDS = (
    (8, "<H"), (10, "<H"), (16, "<I"), (20, "<I"), (24, "<I"), (28, "<H"), (30, "<H"), (42, "<I"),
)  # fmt: skip
_END_FIELDS = ((8, "<H"), (10, "<H"), (12, "<I"), (16, "<I"), (20, "<H"))
_RECORDS = ((_LOCAL, _LOCAL_FIELDS), (_CENTRAL, _CENTRAL_FIELDS), (_END, _END_FIELDS))
_METHODS = (zipfile.ZIP_STORED, zipfile.ZIP_DEFLATED, zipfile.ZIP_BZIP2, zipfile.ZIP_LZMA)


def spoil_word(data: bytes, random: Random) -> bytes:
    """Give the file with up to three things wrong with it."""
    with zipfile.ZipFile(io.BytesIO(data)) as archive:
        parts = [(name, archive.read(name)) for name in archive.namelist()]
    for _ in range(random.choice((0, 1, 1, 1, 2, 3))):
        random.choice(_ON_PARTS)(parts, random)
    zipped = _zipped(parts, random.choice((zipfile.ZIP_DEFLATED,) * 9 + _METHODS))
    if not random.randrange(4):
        zipped = random.choice(_ON_ZIP)(zipped, random)
    return zipped


def _zipped(parts: Parts, method: int) -> bytes:
    stream = io.BytesIO()
    with warnings.catch_warnings():
        warnings.simplefilter("ignore", UserWarning)  # two parts of one name are meant
        with zipfile.ZipFile(stream, "w", method) as archive:
            for name, content in parts:
                # Without a date, so that the same seed gives the same bytes.
                archive.writestr(zipfile.ZipInfo(name), content, method)
    return stream.getvalue()


def _spoil_some_part(parts: Parts, random: Random) -> None:
    xml = [n for n, (name, data) in enumerate(parts) if name.endswith((".xml", ".rels")) and data]
    if xml:
        number = random.choice(xml)
        parts[number] = (parts[number][0], spoil_part(parts[number][1], random))


def _spoil_main_part(parts: Parts, random: Random) -> None:
    """Choose the part that is read most: it would seldom be chosen among many."""
    for number, (name, data) in enumerate(parts):
        if name == "word/document.xml" and data:
            parts[number] = (name, spoil_part(data, random))
            break


def _spoil_links(parts: Parts, random: Random) -> None:
    for number, (name, data) in enumerate(parts):
        if name.endswith(".rels") and data and random.randrange(2):
            parts[number] = (name, spoil_part(data, random))


def _lose_a_part(parts: Parts, random: Random) -> None:
    del parts[random.randrange(len(parts))]
    if not parts:
        parts.append(("word/document.xml", b""))


def _swap_contents(parts: Parts, random: Random) -> None:
    one, other = random.randrange(len(parts)), random.randrange(len(parts))
    (name, data), (other_name, other_data) = parts[one], parts[other]
    parts[one], parts[other] = (name, other_data), (other_name, data)


def _twice(parts: Parts, random: Random) -> None:
    """Write a part a second time, with what another one holds."""
    parts.append((random.choice(parts)[0], random.choice(parts)[1]))


def _rename(parts: Parts, random: Random) -> None:
    number = random.randrange(len(parts))
    name, data = parts[number]
    changed = (
        name.upper(),
        name.replace("/", "\\"),
        f"/{name}",
        f"../{name}",
        "",
        "é" * 90,
        "a\0b",
    )
    parts[number] = (random.choice(changed), data)


_ON_PARTS: tuple[Callable[[Parts, Random], None], ...] = (
    _spoil_main_part, _spoil_main_part, _spoil_main_part, _spoil_some_part, _spoil_some_part,
    _spoil_some_part, _spoil_links, _lose_a_part, _swap_contents, _twice, _rename,
)  # fmt: skip


def _lie(zipped: bytes, random: Random) -> bytes:
    """Change a length, a place, a method or a checksum in a record of the zip."""
    mark, fields = random.choice(_RECORDS)
    found = [match.start() for match in re.finditer(re.escape(mark), zipped)]
    offset, form = random.choice(fields)
    place = random.choice(found) + offset
    most = 256 ** struct.calcsize(form) - 1
    value = random.choice((0, 1, most, most // 2, random.randrange(most)))
    changed = bytearray(zipped)
    if place + struct.calcsize(form) <= len(changed):
        struct.pack_into(form, changed, place, value)
    return bytes(changed)


def _cut(zipped: bytes, random: Random) -> bytes:
    return zipped[: random.randrange(len(zipped))]


def _flip(zipped: bytes, random: Random) -> bytes:
    changed = bytearray(zipped)
    for _ in range(random.choice((1, 4, 40))):
        changed[random.randrange(len(changed))] = random.randrange(256)
    return bytes(changed)


def _shifted(zipped: bytes, random: Random) -> bytes:
    return b"#!" * random.choice((1, 2_000)) + zipped + b"\0" * random.choice((0, 70_000))


_ON_ZIP: tuple[Callable[[bytes, Random], bytes], ...] = (_lie, _lie, _lie, _cut, _flip, _shifted)
