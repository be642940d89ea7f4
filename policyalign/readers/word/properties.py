"""What the properties of one paragraph say, over its style."""

from __future__ import annotations

from dataclasses import dataclass

from policyalign.readers.word.look import Look, outline_level
from policyalign.readers.word.markup import VAL, Element, W, is_on, number
from policyalign.readers.word.styles import Styles

_STYLE, _NUMBERING, _LEVEL, _MARK = W + "pStyle", W + "numPr", W + "outlineLvl", W + "rPr"


@dataclass(slots=True)
class Properties:
    """What the properties of one paragraph say, over its style."""

    look: Look
    style: str | None = None
    level: int | None = None
    list_id: str | None = None
    list_level: int | None = None
    hidden_mark: bool = False
    deleted_mark: bool = False
    starts_page: bool = False
    section: Element | None = None
    drop_cap: bool = False


def properties_of(paragraph: Element, styles: Styles) -> Properties:
    """Read ``w:pPr``."""
    props = Properties(look=styles.look(None))
    element = next(paragraph.iterchildren(W + "pPr"), None)
    for child in element if element is not None else ():
        tag = child.tag
        if tag == _STYLE:
            props.style = child.get(VAL)
            props.look = styles.look(props.style)
        elif tag == _NUMBERING:
            _list_of(child, props)
        elif tag == _LEVEL:
            props.level = outline_level(child)
        elif tag == _MARK:
            props.hidden_mark = is_on(child.find(W + "vanish"))
            props.deleted_mark = child.find(W + "del") is not None
        elif tag == W + "framePr":
            props.drop_cap = child.get(W + "dropCap", "none") != "none"
        elif tag == W + "pageBreakBefore":
            props.starts_page = is_on(child)
        elif tag == W + "sectPr":
            props.section = child
    return props


def _list_of(element: Element, props: Properties) -> None:
    for child in element:
        if child.tag == W + "numId":
            props.list_id = child.get(VAL)
        elif child.tag == W + "ilvl":
            props.list_level = number(child.get(VAL))
