"""Find single styles in the styles part without parsing all of it.

Templates bring hundreds of styles, most of them of tables, and a document uses a handful; to parse
them all takes longer than to read the document. Word writes the part in one way, so that a style
can be cut out of its text, and nothing need be read beyond the last style in use. A part written
in another way is parsed whole, and so is one in which anything looks odd.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable
from functools import lru_cache

from lxml import etree

from policyalign.readers.word.look import Style, style_of
from policyalign.readers.word.markup import VAL, Element, W, number, parse

DEFAULT_SIZE = 20
_SIZE = f"{W}docDefaults/{W}rPrDefault/{W}rPr/{W}sz"
_ROOT = re.compile(rb"<w:styles[^>]*>")
_ROOT_END, _STYLE_START, _STYLE_END = b"</w:styles>", b"<w:style ", b"</w:style>"
_DEFAULTS_START, _DEFAULTS_END = b"<w:docDefaults>", b"</w:docDefaults>"
_DEFAULT_STYLE = re.compile(rb'<w:style [^>]*w:default="(?:1|true)"[^>]*>')
_PARAGRAPH, _ID_WRITTEN = b'w:type="paragraph"', re.compile(rb'w:styleId="([\w .-]+)"')
# Other ids may be written in more than one way.
_PLAIN_ID = re.compile(r"[\w .-]+", re.ASCII)
# Beyond these, one pass over the whole part costs less than many searches.
_LARGEST_PART, _LONGEST_STYLE, _MOST_SEARCHES = 4_000_000, 20_000, 100


class StyleSheet:
    """The styles of a document by their id; where an id stands twice, the first counts.

    ``default`` is the id of the default paragraph style, ``None`` if there is none, and ``size``
    that of letters in half points where no style says otherwise.
    """

    def __init__(self, pieces: Iterable[bytes], parse_all: Callable[[bytes], Element | None]):
        """Take the part as pieces; ``parse_all`` parses all of it, or gives ``None``."""
        self._pieces = iter(pieces)
        self._data = next(self._pieces, b"")
        self._parse_all = parse_all
        self._searches = 0
        self._elements: dict[str, Element] | None = None
        self.default: str | None = None
        self.size = DEFAULT_SIZE
        root = _ROOT.search(self._data, 0, _LONGEST_STYLE)
        self._root = root.group() if root is not None else b""
        if not self._root or not self._read_defaults():
            self._index()

    def style(self, name: str) -> Style | None:
        """Give what the style with this id says, or ``None`` if there is none."""
        if self._elements is None:
            self._searches += 1
            if self._searches <= _MOST_SEARCHES and _PLAIN_ID.fullmatch(name):
                at = self._find(f'w:styleId="{name}"'.encode())
                # What was cut off has no end.
                if at < 0 and self._data.rstrip().endswith(_ROOT_END):
                    return None
                start = self._data.rfind(_STYLE_START, 0, max(at, 0))
                in_its_tag = start >= 0 and self._data.find(b">", start, at) < 0
                found = _read_style(self._cut(start, _STYLE_END)) if in_its_tag else None
                if found is not None:
                    return found
            self._index()
        element = (self._elements or {}).get(name)
        return style_of(element) if element is not None else None

    def _read_defaults(self) -> bool:
        """Read the defaults; false if they are not written in Word's way."""
        tags = (found.group() for found in _DEFAULT_STYLE.finditer(self._data))
        default = next((tag for tag in tags if _PARAGRAPH in tag), b"")
        name = _ID_WRITTEN.search(default)
        if name is None:
            return False
        self.default = name.group(1).decode()
        start = self._data.find(_DEFAULTS_START, 0, _LONGEST_STYLE)
        size = _read_size(self._cut(start, _DEFAULTS_END)) if start >= 0 else DEFAULT_SIZE
        self.size = size or DEFAULT_SIZE
        return size is not None

    def _find(self, sought: bytes, start: int = 0) -> int:
        """Find bytes in the part, reading on until they come; -1 if they do not."""
        at = self._data.find(sought, start)
        while at < 0 and len(self._data) < _LARGEST_PART:
            piece = next(self._pieces, b"")
            if not piece:
                break
            seen = max(start, len(self._data) - len(sought))
            self._data += piece
            at = self._data.find(sought, seen)
        return at

    def _cut(self, start: int, last: bytes) -> bytes:
        """Give the element that begins at ``start`` as a part of its own, ``b""`` if it is odd."""
        end = self._find(last, start)
        if not 0 <= end - start <= _LONGEST_STYLE:
            return b""
        return b"".join((self._root, self._data[start:end], last, _ROOT_END))

    def _index(self) -> None:
        """Parse the whole part."""
        self._elements = {}
        root = self._parse_all(b"".join((self._data, *self._pieces)))
        if root is None:
            return
        self.default = None
        self.size = _size(root)
        for style in root.iterchildren(W + "style"):
            name = style.get(W + "styleId")
            if name is None:
                continue
            self._elements.setdefault(name, style)
            paragraph = style.get(W + "type") == "paragraph"
            if self.default is None and paragraph and style.get(W + "default") in {"1", "true"}:
                self.default = name


# Policies of one agency come from one template: the same style is written in all of them.
@lru_cache(maxsize=256)
def _read_style(part: bytes) -> Style | None:
    """Read a part with one style in it; ``None`` if it is not that."""
    root = _parsed(part)
    element = root.find(W + "style") if root is not None else None
    return style_of(element) if element is not None else None


@lru_cache(maxsize=16)
def _read_size(part: bytes) -> int | None:
    root = _parsed(part)
    return _size(root) if root is not None else None


def _parsed(part: bytes) -> Element | None:
    try:
        return parse(part)
    except etree.XMLSyntaxError:
        return None


def _size(root: Element) -> int:
    size = root.find(_SIZE)
    return number(size.get(VAL), DEFAULT_SIZE) if size is not None else DEFAULT_SIZE
