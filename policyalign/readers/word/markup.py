"""The names of WordprocessingML and a guarded way to parse it.

Strict files use other namespaces for the same elements; they are renamed before parsing, so that
nothing after this module has to know of them.
"""

from __future__ import annotations

import re
from typing import Any

from lxml import etree

Element = Any  # lxml ships no annotations

W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
R = "{http://schemas.openxmlformats.org/officeDocument/2006/relationships}"
MC = "{http://schemas.openxmlformats.org/markup-compatibility/2006}"
WP = "{http://schemas.openxmlformats.org/drawingml/2006/wordprocessingDrawing}"
WPS = "{http://schemas.microsoft.com/office/word/2010/wordprocessingShape}"
A = "{http://schemas.openxmlformats.org/drawingml/2006/main}"
DGM = "{http://schemas.openxmlformats.org/drawingml/2006/diagram}"
CHART = "{http://schemas.openxmlformats.org/drawingml/2006/chart}"
V = "{urn:schemas-microsoft-com:vml}"
O = "{urn:schemas-microsoft-com:office:office}"  # noqa: E741  the prefix Word uses
M = "{http://schemas.openxmlformats.org/officeDocument/2006/math}"

VAL = W + "val"

_STRICT = re.compile(rb"([\"'])http://purl\.oclc\.org/ooxml/([A-Za-z/]+)([\"'])")
_STRICT_NAMES = {
    b"wordprocessingml/main": b"wordprocessingml/2006/main",
    b"officeDocument/relationships": b"officeDocument/2006/relationships",
    b"officeDocument/math": b"officeDocument/2006/math",
    b"drawingml/main": b"drawingml/2006/main",
    b"drawingml/wordprocessingDrawing": b"drawingml/2006/wordprocessingDrawing",
    b"drawingml/diagram": b"drawingml/2006/diagram",
    b"drawingml/chart": b"drawingml/2006/chart",
    b"drawingml/picture": b"drawingml/2006/picture",
}
_UTF16_MARKS = (b"\xff\xfe", b"\xfe\xff")
_DECLARATION = re.compile(r"^\s*<\?xml[^>]*\?>")
_OFF = frozenset({"0", "false", "off", "none"})


def _parser(*, recover: bool) -> Any:
    return etree.XMLParser(
        resolve_entities=False,
        no_network=True,
        load_dtd=False,
        huge_tree=False,
        remove_comments=True,
        remove_pis=True,
        # Nothing is looked up by an id.
        collect_ids=False,
        recover=recover,
    )


_PARSER, _MENDING = _parser(recover=False), _parser(recover=True)


def parse(data: bytes, *, mend: bool = False) -> Element:
    """Parse one part of a package; entities are not resolved and nothing is fetched.

    With ``mend`` a part that was cut off or nests too deeply gives what stands before the fault,
    or ``None``. Without it such a part raises ``lxml.etree.XMLSyntaxError``.
    """
    return etree.fromstring(_transitional(_utf8(data)), _MENDING if mend else _PARSER)


def is_on(element: Element | None) -> bool:
    """Tell whether a switch such as ``w:vanish`` is there and is not set to off."""
    if element is None:
        return False
    value = element.get(VAL)
    return value is None or value.lower() not in _OFF


def number(value: str | None, otherwise: int = 0) -> int:
    """Read a whole number that an untrusted file wrote; ``otherwise`` if it is none."""
    try:
        return int(value) if value is not None and len(value) < 20 else otherwise
    except ValueError:
        return otherwise


def _utf8(data: bytes) -> bytes:
    if not data.startswith(_UTF16_MARKS):
        return data
    text = data.decode("utf-16", errors="replace")
    return _DECLARATION.sub("", text, count=1).encode("utf-8")


def _transitional(data: bytes) -> bytes:
    if b"http://purl.oclc.org/ooxml/" not in data:
        return data
    return _STRICT.sub(_renamed, data)


def _renamed(found: re.Match[bytes]) -> bytes:
    known = _STRICT_NAMES.get(found.group(2))
    if known is None:
        return found.group()
    return found.group(1) + b"http://schemas.openxmlformats.org/" + known + found.group(3)
