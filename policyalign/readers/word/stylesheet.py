"""Find single styles in the styles part without parsing all of it.

Templates bring hundreds of styles, most of them of tables, and a document uses a handful; to parse
them all takes longer than to read the document. Word writes the part in one way, so that a style
can be cut out of its text. A part written in another way is parsed whole, and so is one in which
anything looks odd.
"""

from __future__ import annotations

import re
from collections.abc import Callable

from lxml import etree

from policyalign.readers.word.markup import Element, W, parse

_STYLE, _ID, _DEFAULTS = W + "style", W + "styleId", W + "docDefaults"
_ROOT = re.compile(rb"<w:styles[^>]*>")
_ROOT_END, _STYLE_START, _STYLE_END = b"</w:styles>", b"<w:style ", b"</w:style>"
_DEFAULTS_START, _DEFAULTS_END = b"<w:docDefaults>", b"</w:docDefaults>"
_DEFAULT_STYLE = re.compile(rb'<w:style [^>]*w:default="(?:1|true)"[^>]*>')
_PARAGRAPH, _ID_WRITTEN = b'w:type="paragraph"', re.compile(rb'w:styleId="([\w .-]+)"')
# Other ids may be written in more than one way.
_PLAIN_ID = re.compile(r"[\w .-]+", re.ASCII)
# Beyond these, one pass over the whole part costs less than many searches.
_LARGEST_PART, _LONGEST_STYLE, _MOST_SEARCHES = 4_000_000, 50_000, 100


class StyleSheet:
    """The styles of a document by their id; where an id stands twice, the first counts.

    ``default`` is the id of the default paragraph style and ``defaults`` the ``w:docDefaults``
    element, each ``None`` if there is none.
    """

    def __init__(self, data: bytes, whole: Callable[[], Element | None]) -> None:
        """Take the bytes of the part; ``whole`` parses all of it, or gives ``None``."""
        self._data = data
        self._whole = whole
        self._searches = 0
        self._elements: dict[str, Element] | None = None
        self.default: str | None = None
        self.defaults: Element | None = None
        root = _ROOT.search(data, 0, _LONGEST_STYLE)
        # What was cut off has no end.
        usual = len(data) <= _LARGEST_PART and data.rstrip().endswith(_ROOT_END)
        self._root = data[: root.end()] if root is not None and usual else b""
        if not self._root or not self._read_defaults():
            self._index()

    def style(self, name: str) -> Element | None:
        """Give the ``w:style`` element with this id, or ``None`` if there is none."""
        if self._elements is None:
            self._searches += 1
            if self._searches <= _MOST_SEARCHES and _PLAIN_ID.fullmatch(name):
                at = self._data.find(f'w:styleId="{name}"'.encode())
                if at < 0:
                    return None
                found = self._cut(self._data.rfind(_STYLE_START, 0, at), _STYLE_END)
                if found is not None and found.tag == _STYLE and found.get(_ID) == name:
                    return found
            self._index()
        return (self._elements or {}).get(name)

    def _read_defaults(self) -> bool:
        """Read the defaults; false if they are not written in Word's way."""
        default = next(
            (
                found.group()
                for found in _DEFAULT_STYLE.finditer(self._data)
                if _PARAGRAPH in found.group()
            ),
            None,
        )
        name = _ID_WRITTEN.search(default) if default is not None else None
        if name is None:
            return False
        self.default = name.group(1).decode()
        start = self._data.find(_DEFAULTS_START, 0, _LONGEST_STYLE)
        self.defaults = self._cut(start, _DEFAULTS_END) if start >= 0 else None
        return start < 0 or self.defaults is not None

    def _cut(self, start: int, last: bytes) -> Element | None:
        """Parse the element that begins at ``start`` on its own, ``None`` if that fails."""
        end = self._data.find(last, start, start + _LONGEST_STYLE) if start >= 0 else -1
        if end < 0:
            return None
        try:
            root = parse(b"".join((self._root, self._data[start:end], last, _ROOT_END)))
        except etree.XMLSyntaxError:
            return None
        return next(iter(root), None)

    def _index(self) -> None:
        """Parse the whole part."""
        root = self._whole()
        self._elements = {}
        if root is None:
            return
        self.default = None
        self.defaults = root.find(_DEFAULTS)
        for style in root.iterchildren(_STYLE):
            name = style.get(_ID)
            if name is None:
                continue
            self._elements.setdefault(name, style)
            paragraph = style.get(W + "type") == "paragraph"
            if self.default is None and paragraph and style.get(W + "default") in {"1", "true"}:
                self.default = name
