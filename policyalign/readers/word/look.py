"""What one style says of the text in it."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass

from policyalign.readers.word.markup import VAL, Element, W, is_on, number

_BODY_LEVEL = 9
_HEADING_NAME = re.compile(r"(?:heading|überschrift|titre|pennawd) ?([1-9])", re.IGNORECASE)
_CONTENTS_NAME = re.compile(r"toc ?[1-9]", re.IGNORECASE)
_TITLE_NAMES = frozenset({"title"})
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


@dataclass(frozen=True, slots=True, kw_only=True)
class Style:
    """A style as it is written: what it says itself, and the id of the style it is based on."""

    look: Look
    parent: str | None = None


def style_of(element: Element) -> Style:
    """Read a ``w:style`` element."""
    name = element.get(W + "styleId", "")
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
    return Style(look=_look(name.strip(), settings), parent=parent)


def undefined_style(name: str) -> Style:
    """Give what the id of a style says where the document does not define it."""
    return Style(look=_look(name.strip(), {}))


def outline_level(element: Element | None) -> int | None:
    """Read ``w:outlineLvl``: 1 to 9 for headings, 0 for body text, ``None`` if there is none."""
    if element is None:
        return None
    level = number(element.get(VAL), _BODY_LEVEL)
    return level + 1 if 0 <= level < _BODY_LEVEL else 0


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
