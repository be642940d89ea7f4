"""What the styles of a document say of a paragraph or a run, through the chain of styles."""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import TypeVar

from policyalign.readers.word.markup import VAL, Element, W, is_on, number

_BODY_LEVEL = 9
_LONGEST_CHAIN = 20
_HEADING_NAME = re.compile(r"(?:heading|überschrift|titre|pennawd) ?([1-9])", re.IGNORECASE)
_CONTENTS_NAME = re.compile(r"toc ?[1-9]", re.IGNORECASE)
_TITLE_NAMES = frozenset({"title"})
_DEFAULT_SIZE = 20
_STYLE_START, _STYLE_END, _TABLE = b"<w:style ", b"</w:style>", b'w:type="table"'
_LATENT_END = b"</w:latentStyles>"
_T = TypeVar("_T")


@dataclass(frozen=True, slots=True, kw_only=True)
class Look:
    """What a style gives to the text in it; ``None`` where it leaves it as it is.

    ``level`` is 1 to 9 for headings, 0 for body text. ``size`` is in half points. ``list_id`` and
    ``list_level`` are the numbering that the style carries.
    """

    level: int | None = None
    hidden: bool | None = None
    bold: bool | None = None
    size: int | None = None
    list_id: str | None = None
    list_level: int | None = None
    title: bool = False
    contents: bool = False


PLAIN = Look()


class Styles:
    """The styles part, read lazily: documents carry hundreds of styles and use a handful.

    ``normal`` is how a paragraph without a style looks, and ``size`` that of its letters.
    """

    def __init__(self, root: Element | None) -> None:
        self._elements: dict[str, Element] = {}
        self._looks: dict[str | None, Look] = {}
        self._default: str | None = None
        self.size = _DEFAULT_SIZE
        if root is not None:
            self._index(root)
        self.normal = self.look(None)

    def look(self, style: str | None) -> Look:
        """Give what a paragraph or run style says; ``None`` is the default paragraph style."""
        found = self._looks.get(style)
        if found is None:
            found = self._looks[style] = self._resolve(style or self._default)
        return found

    def chain(self, style: str) -> list[str]:
        """Give the style and those it is based on, nearest first."""
        names: list[str] = []
        current: str | None = style
        while current is not None and current not in names and len(names) < _LONGEST_CHAIN:
            names.append(current)
            element = self._elements.get(current)
            parent = element.find(W + "basedOn") if element is not None else None
            current = parent.get(VAL) if parent is not None else None
        return names

    def _index(self, root: Element) -> None:
        for style in root.iterchildren(W + "style"):
            name = style.get(W + "styleId")
            if name is None:
                continue
            self._elements[name] = style
            if style.get(W + "type") == "paragraph" and style.get(W + "default") in {"1", "true"}:
                self._default = name
        size = root.find(f"{W}docDefaults/{W}rPrDefault/{W}rPr/{W}sz")
        if size is not None:
            self.size = number(size.get(VAL), _DEFAULT_SIZE)

    def _resolve(self, style: str | None) -> Look:
        if style is None:
            return PLAIN
        look = PLAIN
        for name in reversed(self.chain(style)):
            element = self._elements.get(name)
            own = _own(element) if element is not None else PLAIN
            look = _over(own, look, _called(name, element))
        return look


def without_table_styles(data: bytes) -> bytes:
    """Leave out of a styles part what fills most of it and says nothing of headings or text.

    That is table styles and the list of styles not in use. A part written in another way than
    Word's stays as it is.
    """
    first, *styles = data.split(_STYLE_START)
    start, end = first.find(b"<w:latentStyles"), first.find(_LATENT_END)
    if 0 <= start < end:
        first = first[:start] + first[end + len(_LATENT_END) :]
    kept = [style for style in styles if not style.startswith(_TABLE)]
    if styles and styles[-1].startswith(_TABLE):
        # The end of the part stands behind the last style.
        return _STYLE_START.join((first, *kept)) + styles[-1].rpartition(_STYLE_END)[2]
    return _STYLE_START.join((first, *kept))


def _called(style: str, element: Element | None) -> str:
    name = element.find(W + "name") if element is not None else None
    return str(name.get(VAL, style)) if name is not None else style


def _own(style: Element) -> Look:
    level = style.find(f"{W}pPr/{W}outlineLvl")
    hidden = style.find(f"{W}rPr/{W}vanish")
    bold = style.find(f"{W}rPr/{W}b")
    size = style.find(f"{W}rPr/{W}sz")
    listed = style.find(f"{W}pPr/{W}numPr/{W}numId")
    depth = style.find(f"{W}pPr/{W}numPr/{W}ilvl")
    return Look(
        level=outline_level(level),
        hidden=is_on(hidden) if hidden is not None else None,
        bold=is_on(bold) if bold is not None else None,
        size=number(size.get(VAL)) or None if size is not None else None,
        list_id=listed.get(VAL) if listed is not None else None,
        list_level=number(depth.get(VAL)) if depth is not None else None,
    )


def outline_level(element: Element | None) -> int | None:
    """Read ``w:outlineLvl``: 1 to 9 for headings, 0 for body text, ``None`` if there is none."""
    if element is None:
        return None
    level = number(element.get(VAL), _BODY_LEVEL)
    return level + 1 if 0 <= level < _BODY_LEVEL else 0


def _over(own: Look, base: Look, name: str) -> Look:
    """Put a style's own settings over those of the style it is based on."""
    heading = _HEADING_NAME.fullmatch(name.strip())
    named_level = int(heading.group(1)) if heading else None
    return Look(
        level=_first(own.level, named_level, base.level),
        hidden=_first(own.hidden, base.hidden),
        bold=_first(own.bold, base.bold),
        size=_first(own.size, base.size),
        list_id=_first(own.list_id, base.list_id),
        list_level=_first(own.list_level, base.list_level),
        title=base.title or name.strip().casefold() in _TITLE_NAMES,
        contents=base.contents or _CONTENTS_NAME.fullmatch(name.strip()) is not None,
    )


def _first(*values: _T | None) -> _T | None:
    return next((value for value in values if value is not None), None)
