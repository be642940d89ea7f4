"""Read the ordinary paragraphs of a story, nothing but runs of text, in one flat pass.

Most paragraphs of a policy are of this sort, and the flat pass is several times faster than
:mod:`policyalign.readers.word.words`, which knows everything else. Both give the same for what
both can read.
"""

from __future__ import annotations

from dataclasses import dataclass, field

from policyalign.readers.word.look import Look, outline_level
from policyalign.readers.word.markup import MC, VAL, Element, M, W, is_on, number
from policyalign.readers.word.styles import Styles
from policyalign.readers.word.tables import MERGES

_PARAGRAPH, _TEXT, _SIGN, _STYLE, _LIST, _DEPTH, _LEVEL = range(7)
_RUN_STYLE, _INVOLVED, _MERGE, _ITALIC = range(7, 11)
_RUN, _RUN_PROPERTIES, _BREAK_KIND = W + "r", W + "rPr", W + "type"
_OUTER, _WORDS, _ITALICS = W + "p", W + "t", W + "i"
_SIGNS = {
    W + "tab": "\t",
    W + "ptab": "\t",
    W + "br": "\n",
    W + "cr": "\n",
    W + "noBreakHyphen": "\u2011",
    W + "softHyphen": "\u00ad",
}
_ROLES = {
    W + "p": _PARAGRAPH,
    W + "t": _TEXT,
    W + "pStyle": _STYLE,
    W + "numId": _LIST,
    W + "ilvl": _DEPTH,
    W + "outlineLvl": _LEVEL,
    W + "rStyle": _RUN_STYLE,
    W + "i": _ITALIC,
    **dict.fromkeys(_SIGNS, _SIGN),
    **dict.fromkeys(MERGES, _MERGE),
    MC + "AlternateContent": _INVOLVED,
    M + "t": _INVOLVED,
}
_ROLES.update(
    dict.fromkeys(
        (
            W + name
            for name in (
                "ins", "del", "moveFrom", "moveTo", "fldChar", "fldSimple", "instrText", "drawing",
                "pict", "object", "sdt", "footnoteReference", "endnoteReference", "vanish",
                "ruby", "txbxContent", "pPrChange", "rPrChange", "framePr", "sectPr",
                "pageBreakBefore", "lastRenderedPageBreak", "altChunk",
            )
        ),
        _INVOLVED,
    )
)  # fmt: skip


class Quick:
    """What an ordinary paragraph says beside its text; the names are those of its properties.

    ``involved`` is set where the paragraph turns out to hold more than runs of visible text, and
    ``italic`` where some of it may be. What is seldom said stands here and is not set on each.
    """

    style: str | None = None
    level: int | None = None
    list_id: str | None = None
    list_level: int | None = None
    involved: bool = False
    italic: bool = False

    def __init__(self, look: Look) -> None:
        """Begin with what a paragraph says whose style looks like ``look``."""
        self.look = look


@dataclass(slots=True)
class Survey:
    """What the flat pass found: the paragraphs, and what some of them say beside their words.

    ``texts`` holds the words of all paragraphs one after the other: to keep one long list, and
    not one for each paragraph, leaves the garbage collector much less to do. ``numbers`` counts
    the paragraphs and ``starts`` tells where in ``texts`` each begins, the end coming last.
    ``merged`` are the cells that span others.
    """

    texts: list[str] = field(default_factory=list)
    numbers: dict[Element, int] = field(default_factory=dict)
    starts: list[int] = field(default_factory=list)
    said: dict[Element, Quick] = field(default_factory=dict)
    merged: set[Element] = field(default_factory=set)

    def text(self, number: int) -> str:
        """Give the words of the paragraph with this number, if it is no involved one."""
        return "".join(self.texts[self.starts[number] : self.starts[number + 1]])


def survey(story: Element, styles: Styles) -> Survey:
    """Give what the paragraphs of a story say, those that are involved marked as such.

    Elements come in document order, so that each belongs to the paragraph last begun. Where
    paragraphs stand within paragraphs, as in text boxes, the outer one is involved.
    """
    found = Survey()
    texts, starts, paragraph = found.texts, found.starts, story
    for element in story.iter(*_ROLES):
        role = _ROLES[element.tag]
        if role == _TEXT:
            if text := element.text:
                texts.append(text)
        elif role == _PARAGRAPH:
            paragraph = element
            found.numbers[element] = len(starts)
            starts.append(len(texts))
        elif role == _MERGE:
            found.merged.add(element.getparent().getparent())
        elif role == _SIGN and element.get(_BREAK_KIND) != "page":
            if element.getparent().tag == _RUN:
                # Elsewhere the same names are tab stops.
                texts.append(_SIGNS[element.tag])
        else:
            quick = found.said.get(paragraph)
            if quick is None:
                quick = found.said[paragraph] = Quick(styles.normal)
            _note(quick, role, element, styles)
    starts.append(len(texts))
    return found


def appearance(paragraph: Element, look: Look, styles: Styles) -> tuple[bool, int]:
    """Tell of a paragraph whether all of it is bold, and its size in half points.

    What is drawn in it, such as a text box, does not count.
    """
    first_size = 0
    for run in paragraph.iter(_RUN):
        shown = (text.text for text in run.iterchildren(_WORDS))
        if not any(text and not text.isspace() for text in shown):
            continue
        if next(run.iterancestors(_OUTER), None) is not paragraph:
            continue
        bold, size = _dress(run, look, styles)
        first_size = first_size or size or styles.size
        if not bold:
            return False, first_size
    return first_size > 0, first_size


def italics(paragraph: Element) -> tuple[tuple[int, int], ...]:
    """Give the spans of an ordinary paragraph's text that stand out in italics."""
    spans: list[tuple[int, int]] = []
    at = 0
    for run in paragraph.iter(_RUN):
        length = sum(_length(child) for child in run)
        if length and is_on(run.find(f"{_RUN_PROPERTIES}/{_ITALICS}")):
            start = spans.pop()[0] if spans and spans[-1][1] == at else at
            spans.append((start, at + length))
        at += length
    return () if spans == [(0, at)] else tuple(spans)


def _length(child: Element) -> int:
    if child.tag == _WORDS:
        return len(child.text or "")
    return 1 if child.tag in _SIGNS else 0


def _note(quick: Quick, role: int, element: Element, styles: Styles) -> None:
    if role == _STYLE:
        quick.style = element.get(VAL)
        quick.look = styles.look(quick.style)
        quick.involved |= bool(quick.look.hidden)
    elif role == _LIST:
        quick.list_id = element.get(VAL)
    elif role == _DEPTH:
        quick.list_level = number(element.get(VAL))
    elif role == _LEVEL:
        quick.level = outline_level(element)
    elif role == _RUN_STYLE:
        quick.involved |= bool(styles.look(element.get(VAL)).hidden)
    elif role == _ITALIC:
        quick.italic = True
    else:
        quick.involved = True


def _dress(run: Element, look: Look, styles: Styles) -> tuple[bool | None, int | None]:
    bold, size = look.bold, look.size
    for child in next(run.iterchildren(_RUN_PROPERTIES), ()):
        if child.tag == W + "rStyle":
            worn = styles.look(child.get(VAL))
            bold = bold if worn.bold is None else worn.bold
            size = size or worn.size
        elif child.tag == W + "b":
            bold = is_on(child)
        elif child.tag == W + "sz":
            size = number(child.get(VAL)) or None
    return bold, size
