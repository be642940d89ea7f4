"""What the styles of a document say of a paragraph or a run, through the chain of styles."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from policyalign.readers.word.markup import VAL, Element, W, is_on, number
from policyalign.readers.word.stylesheet import StyleSheet

_BODY_LEVEL = 9
_LONGEST_CHAIN = 20
_HEADING_NAME = re.compile(r"(?:heading|überschrift|titre|pennawd) ?([1-9])", re.IGNORECASE)
_CONTENTS_NAME = re.compile(r"toc ?[1-9]", re.IGNORECASE)
_TITLE_NAMES = frozenset({"title"})
_DEFAULT_SIZE = 20
_NAME, _BASED_ON = W + "name", W + "basedOn"
_PROPERTIES = frozenset({W + "pPr", W + "rPr"})
_LEVEL, _NUMBERING = W + "outlineLvl", W + "numPr"
_HIDDEN, _BOLD, _SIZE = W + "vanish", W + "b", W + "sz"


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


@dataclass(slots=True, kw_only=True)
class _Style:
    """One style as it is written: what it says itself, and the style it is based on."""

    look: Look
    parent: str | None = None


class Styles:
    """What styles say, looked up when it is asked for.

    ``normal`` is how a paragraph without a style looks, and ``size`` that of its letters.
    """

    def __init__(self, sheet: StyleSheet | None) -> None:
        self._sheet = sheet
        self._read: dict[str, _Style] = {}
        self._looks: dict[str | None, Look] = {}
        self.size = _size(sheet.defaults) if sheet is not None else _DEFAULT_SIZE
        self.normal = self.look(None)

    def look(self, style: str | None) -> Look:
        """Give what a paragraph or run style says; ``None`` is the default paragraph style."""
        found = self._looks.get(style)
        if found is None:
            found = self._looks[style] = self._resolve(style)
        return found

    def chain(self, style: str) -> list[str]:
        """Give the style and those it is based on, nearest first."""
        names: list[str] = []
        current: str | None = style
        while current is not None and current not in names and len(names) < _LONGEST_CHAIN:
            names.append(current)
            current = self._style(current).parent
        return names

    def _style(self, name: str) -> _Style:
        found = self._read.get(name)
        if found is None:
            element = self._sheet.style(name) if self._sheet is not None else None
            found = self._read[name] = _style(name, element if element is not None else ())
        return found

    def _resolve(self, style: str | None) -> Look:
        if not style and self._sheet is not None:
            style = self._sheet.default
        look = PLAIN
        for name in reversed(self.chain(style) if style else ()):
            look = _over(self._style(name).look, look)
        return look


def outline_level(element: Element | None) -> int | None:
    """Read ``w:outlineLvl``: 1 to 9 for headings, 0 for body text, ``None`` if there is none."""
    if element is None:
        return None
    level = number(element.get(VAL), _BODY_LEVEL)
    return level + 1 if 0 <= level < _BODY_LEVEL else 0


def _size(defaults: Element | None) -> int:
    size = defaults.find(f"{W}rPrDefault/{W}rPr/{W}sz") if defaults is not None else None
    return number(size.get(VAL), _DEFAULT_SIZE) if size is not None else _DEFAULT_SIZE


def _style(name: str, element: Iterable[Element]) -> _Style:
    parent: str | None = None
    settings: dict[str, Element] = {}
    for child in element:
        tag = child.tag
        if tag == _NAME:
            name = child.get(VAL, name)
        elif tag == _BASED_ON:
            parent = child.get(VAL)
        elif tag in _PROPERTIES:
            for setting in child:
                settings.setdefault(setting.tag, setting)
    return _Style(look=_look(name.strip(), settings), parent=parent)


def _look(name: str, settings: Mapping[str, Element]) -> Look:
    """Read the settings of a style; by its name it may be a heading without a level."""
    heading = _HEADING_NAME.fullmatch(name)
    level = outline_level(settings.get(_LEVEL))
    size = settings.get(_SIZE)
    numbering = settings.get(_NUMBERING)
    listed = numbering.find(W + "numId") if numbering is not None else None
    depth = numbering.find(W + "ilvl") if numbering is not None else None
    return Look(
        level=int(heading.group(1)) if heading and level is None else level,
        hidden=is_on(settings[_HIDDEN]) if _HIDDEN in settings else None,
        bold=is_on(settings[_BOLD]) if _BOLD in settings else None,
        size=number(size.get(VAL)) or None if size is not None else None,
        list_id=listed.get(VAL) if listed is not None else None,
        list_level=number(depth.get(VAL)) if depth is not None else None,
        title=name.casefold() in _TITLE_NAMES,
        contents=_CONTENTS_NAME.fullmatch(name) is not None,
    )


def _over(own: Look, base: Look) -> Look:
    """Put a style's own settings over those of the style it is based on."""
    return Look(
        level=base.level if own.level is None else own.level,
        hidden=base.hidden if own.hidden is None else own.hidden,
        bold=base.bold if own.bold is None else own.bold,
        size=base.size if own.size is None else own.size,
        list_id=base.list_id if own.list_id is None else own.list_id,
        list_level=base.list_level if own.list_level is None else own.list_level,
        title=base.title or own.title,
        contents=base.contents or own.contents,
    )
