"""Read an ordinary paragraph, nothing but runs of text, at one go.

Most paragraphs of a policy are of this sort, and going flat through their elements is several
times faster than :mod:`policyalign.readers.word.words`, which knows everything else. Both give
the same for what both can read.
"""

from __future__ import annotations

from typing import NamedTuple

from policyalign.readers.word.markup import MC, VAL, Element, M, W, is_on, number
from policyalign.readers.word.styles import Look, Styles, outline_level

_TEXT, _RUN, _BOLD, _SIZE, _RUN_STYLE, _SIGN, _STYLE, _LIST, _DEPTH, _LEVEL, _INVOLVED = range(11)
_SIGNS = {
    W + "tab": "\t",
    W + "ptab": "\t",
    W + "br": "\n",
    W + "cr": "\n",
    W + "noBreakHyphen": "\u2011",
    W + "softHyphen": "\u00ad",
}
_ROLES = {
    W + "t": _TEXT,
    W + "r": _RUN,
    W + "b": _BOLD,
    W + "sz": _SIZE,
    W + "rStyle": _RUN_STYLE,
    W + "pStyle": _STYLE,
    W + "numId": _LIST,
    W + "ilvl": _DEPTH,
    W + "outlineLvl": _LEVEL,
    MC + "AlternateContent": _INVOLVED,
    M + "t": _INVOLVED,
}
_ROLES.update(dict.fromkeys(_SIGNS, _SIGN))
_ROLES.update(
    dict.fromkeys(
        (
            W + name
            for name in (
                "ins", "del", "moveFrom", "moveTo", "fldChar", "fldSimple", "instrText", "drawing",
                "pict", "object", "sdt", "footnoteReference", "endnoteReference", "vanish",
                "ruby", "p", "tbl", "pPrChange", "rPrChange", "framePr", "sectPr",
                "pageBreakBefore", "lastRenderedPageBreak", "altChunk",
            )
        ),
        _INVOLVED,
    )
)  # fmt: skip
_ROLE = _ROLES.get
_BREAK_KIND = W + "type"


class Quick(NamedTuple):
    """What an ordinary paragraph says; the names are those of ``Words`` and its properties."""

    look: Look
    text: str
    plain: bool
    size: int
    style: str | None
    level: int | None
    list_id: str | None
    list_level: int | None


def read_quickly(paragraph: Element, styles: Styles) -> Quick | None:  # noqa: C901, PLR0912
    """Read a paragraph, or give ``None`` if it holds anything but runs of visible text.

    One loop with one branch for each sort of element: that is what makes it quick.
    """
    look = styles.normal
    texts: list[str] = []
    plain, size_shown = False, 0
    style = level = list_id = list_level = bold = size = None
    running = False
    for element in paragraph.iterdescendants():
        role = _ROLE(element.tag)
        if role is None:
            continue
        if role == _RUN:
            running, bold, size = True, look.bold, look.size
        elif role == _TEXT:
            text = element.text
            if text:
                texts.append(text)
                if not plain and not bold and not text.isspace():
                    plain = True
                size_shown = size_shown or size or styles.size
        elif role == _STYLE:
            style = element.get(VAL)
            look = styles.look(style)
            if look.hidden:
                return None
        elif role == _BOLD:
            bold = is_on(element)
        elif role == _SIZE:
            size = number(element.get(VAL)) or None
        elif role == _LIST:
            list_id = element.get(VAL)
        elif role == _DEPTH:
            list_level = number(element.get(VAL))
        elif role == _LEVEL:
            level = outline_level(element)
        elif role == _INVOLVED or element.get(_BREAK_KIND) == "page":
            return None
        elif role == _RUN_STYLE:
            worn = styles.look(element.get(VAL))
            if worn.hidden:
                return None
            bold = bold if worn.bold is None else worn.bold
            size = size or worn.size
        elif running:
            # Before the first run the same names are tab stops.
            texts.append(_SIGNS[element.tag])
    return Quick(look, "".join(texts), plain, size_shown, style, level, list_id, list_level)
