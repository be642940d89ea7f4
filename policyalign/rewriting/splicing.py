"""Change text in an XML part and leave every other byte of it as it was.

A tree that is written out again declares its namespaces, quotes its attributes and ends its lines
in its own way, and a part may depend on what it loses. Here only what is named is changed.
"""

from __future__ import annotations

import codecs
import re
from collections.abc import Mapping
from xml.parsers import expat

from policyalign.errors import ReadError

_TAG = re.compile(rb"<([^\s/>]+)(?:\"[^\"]*\"|'[^']*'|[^>\"'])*>")
_DECLARED = re.compile(rb"^\s*<\?xml[^>]*?encoding\s*=\s*[\"']([\w.-]+)[\"'][^>]*\?>")
_UTF16 = (codecs.BOM_UTF16_LE, codecs.BOM_UTF16_BE)
# What counts as one character of the text of an element, in the bytes of the file.
_CHARACTER = re.compile(
    rb"(?:<!--.*?-->|<\?.*?\?>|<!\[CDATA\[|\]\]>)*"
    rb"(&[^;]*;|\r\n|[\x00-\x7f]|[\xc0-\xff][\x80-\xbf]*)",
    re.DOTALL,
)
_DAMAGED = "has a damaged part, and a copy of it would be damaged too. Save it again in Word first"


class Xml:
    """The bytes of one part in UTF-8, with the place of every element, in document order.

    ``starts`` and ``ends`` are of whole elements; ``closes`` is where the end tag begins, and for
    an element without one it is the same as its end.
    """

    def __init__(self, data: bytes) -> None:
        """Find the elements. Raises ``ReadError`` if the part is not well-formed."""
        self.data = _utf8(data)
        self.starts: list[int] = []
        self.closes: list[int] = []
        self._open: list[int] = []
        parser = expat.ParserCreate("utf-8")
        parser.StartElementHandler = lambda *_: self._begin(parser.CurrentByteIndex)
        parser.EndElementHandler = lambda *_: self._finish(parser.CurrentByteIndex)
        try:
            parser.Parse(self.data, True)
        except expat.ExpatError as problem:
            raise ReadError(_DAMAGED) from problem

    def _begin(self, start: int) -> None:
        self._open.append(len(self.starts))
        self.starts.append(start)
        self.closes.append(start)

    def _finish(self, close: int) -> None:
        self.closes[self._open.pop()] = close

    def tag(self, element: int) -> bytes:
        """Give the start tag of the element with this number, as it is written."""
        return self._tag(self.starts[element]).group()

    def name(self, element: int) -> bytes:
        """Give the name of an element with its prefix, as it is written."""
        return self._tag(self.starts[element]).group(1)

    def is_empty(self, element: int) -> bool:
        """Tell whether an element has no end tag."""
        return self.tag(element).endswith(b"/>")

    def inside(self, element: int) -> int:
        """Give the place after the start tag."""
        return self._tag(self.starts[element]).end()

    def close(self, element: int) -> int:
        """Give the place before the end tag."""
        return self.inside(element) if self.is_empty(element) else self.closes[element]

    def end(self, element: int) -> int:
        """Give the place after the element."""
        if self.is_empty(element):
            return self.inside(element)
        return self.data.index(b">", self.closes[element]) + 1

    def whole(self, element: int) -> bytes:
        """Give an element as it is written."""
        return self.data[self.starts[element] : self.end(element)]

    def after_characters(self, element: int, count: int) -> int:
        """Give the place after so many characters of the text of an element."""
        at = self.inside(element)
        for _ in range(count):
            found = _CHARACTER.match(self.data, at)
            if found is None or found.end() > self.closes[element]:
                raise ReadError(_DAMAGED)
            at = found.end()
        return at

    def with_inserted(self, pieces: Mapping[int, bytes]) -> bytes:
        """Give the part with pieces put in at their places."""
        return self.with_replaced({(place, place): piece for place, piece in pieces.items()})

    def with_replaced(self, pieces: Mapping[tuple[int, int], bytes]) -> bytes:
        """Give the part with other bytes from one place to another; the spans do not overlap."""
        parts: list[bytes] = []
        done = 0
        for start, end in sorted(pieces):
            parts += [self.data[done:start], pieces[start, end]]
            done = end
        return b"".join([*parts, self.data[done:]])

    def with_last_child(self, child: bytes) -> bytes:
        """Give the part with one more element at the end of its root."""
        if self.is_empty(0):
            tag = self.tag(0)
            opened = tag.removesuffix(b"/>") + b">" + child + b"</" + self.name(0) + b">"
            end = self.starts[0] + len(tag)
            return self.data[: self.starts[0]] + opened + self.data[end:]
        return self.with_inserted({self.closes[0]: child})

    @property
    def prefix(self) -> bytes:
        """The prefix of the root, with its colon; empty where it has none."""
        return prefix_of(self.name(0))

    def _tag(self, start: int) -> re.Match[bytes]:
        found = _TAG.match(self.data, start)
        if found is None:
            raise ReadError(_DAMAGED)
        return found


def prefix_of(name: bytes) -> bytes:
    """Give ``w:`` for ``w:p``, and nothing for ``p``."""
    prefix, colon, _ = name.rpartition(b":")
    return prefix + colon


def escaped(text: str) -> bytes:
    """Give text as it may stand in an element or, in double quotes, in an attribute."""
    text = text.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;")
    return text.replace('"', "&quot;").encode("utf-8")


def _utf8(data: bytes) -> bytes:
    """Give a part in UTF-8; what says that it is in another encoding is left out."""
    declared = _DECLARED.match(data)
    encoding = "utf-16" if data.startswith(_UTF16) else "utf-8"
    if declared and encoding == "utf-8":
        encoding = declared[1].decode("ascii")
    if encoding.lower() in {"utf-8", "us-ascii", "ascii"}:
        return data
    try:
        utf8 = data.decode(encoding).encode("utf-8")
    except (LookupError, UnicodeError) as problem:
        raise ReadError(_DAMAGED) from problem
    declared = _DECLARED.match(utf8)
    return utf8[declared.end() :] if declared else utf8
