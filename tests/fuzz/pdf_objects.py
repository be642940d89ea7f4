"""A PDF as numbered objects, taken apart and put together again.

It knows what the PDFs know that it is given (one generation, no streams of objects), and no more.
"""

from __future__ import annotations

import base64
import re
import zlib
from dataclasses import dataclass

_OBJECT = re.compile(rb"(\d+) 0 obj\b(.*?)endobj", re.DOTALL)
_TRAILER = re.compile(rb"trailer\s*(<<.*>>)\s*startxref", re.DOTALL)
_STREAM = re.compile(rb"^(.*?)\bstream\r?\n(.*)\bendstream\s*$", re.DOTALL)
_CODED = re.compile(rb"/Filter\s*(\[[^\]]*\]|/\w+)|/Length\s+\d+(?:\s+0\s+R)?")


@dataclass(slots=True)
class Pdf:
    """Objects by their number; ``trailer`` is a dictionary in the writing of PDF."""

    objects: dict[int, bytes]
    trailer: bytes


def taken_apart(data: bytes) -> Pdf:
    """Give the objects of a PDF, their streams as plain as they can be had."""
    objects = {int(number): _plain(body) for number, body in _OBJECT.findall(data)}
    trailer = _TRAILER.search(data)
    return Pdf(objects, trailer[1] if trailer else b"<</Root 1 0 R>>")


def put_together(pdf: Pdf) -> bytes:
    """Give the bytes of a PDF whose table of places is right."""
    made = bytearray(b"%PDF-1.7\n")
    places = {}
    for number, body in pdf.objects.items():
        places[number] = len(made)
        made += b"%d 0 obj\n%b\nendobj\n" % (number, body)
    start = len(made)
    made += b"xref\n0 1\n0000000000 65535 f \n"
    for number, place in places.items():
        made += b"%d 1\n%010d 00000 n \n" % (number, place)
    made += b"trailer\n%b\nstartxref\n%d\n%%%%EOF\n" % (pdf.trailer, start)
    return bytes(made)


def split(body: bytes) -> tuple[bytes, bytes | None]:
    """Give what an object says of itself, and its stream if it has one."""
    found = _STREAM.match(body)
    return (found[1], found[2]) if found else (body, None)


def joined(said: bytes, stream: bytes | None) -> bytes:
    """Undo ``split``."""
    return said if stream is None else said + b"stream\n" + stream + b"\nendstream"


def _plain(body: bytes) -> bytes:
    said, stream = split(body)
    if stream is None or b"DCTDecode" in said:
        return body
    try:
        if b"ASCII85Decode" in said:
            stream = base64.a85decode(stream.strip().removesuffix(b"~>"))
        if b"FlateDecode" in said:
            stream = zlib.decompress(stream)
    except (ValueError, zlib.error):
        return body
    closed = _CODED.sub(b"", said).rstrip().removesuffix(b">>")
    return joined(b"%b/Length %d>>\n" % (closed, len(stream)), stream)
