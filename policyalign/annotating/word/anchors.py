"""Put the marks of comments around words of the main text, splitting runs where words end.

The marks of a range may stand wherever a run may: in a hyperlink, a tracked insertion, the result
of a field. The sign that belongs to a comment stands outside of these, in the paragraph itself.
"""

from __future__ import annotations

from dataclasses import dataclass, field
from itertools import takewhile

from policyalign.annotating.word.sources import Spot
from policyalign.errors import ReadError
from policyalign.readers.word.markup import Element, W
from policyalign.rewriting.splicing import Xml

PARAGRAPH = W + "p"
_RUN, _TEXT = W + "r", W + "t"
_PROPERTIES, _RUN_PROPERTIES = W + "pPr", W + "rPr"
_SPACE = "{http://www.w3.org/XML/1998/namespace}space"
_KEEP_BLANKS = b' xml:space="preserve"'
# What holds runs as a paragraph does, and may hold marks among them.
_OPEN = frozenset(
    W + name
    for name in (
        "hyperlink", "smartTag", "sdt", "sdtContent", "customXml", "ins", "moveTo", "fldSimple",
        "dir", "bdo",
    )
)  # fmt: skip
# Controls that hold one value and not text of any kind; marks stand around them.
_ONE_VALUE = frozenset("text date dropDownList comboBox checkbox picture citation equation".split())


@dataclass(slots=True)
class _Marks:
    """What is put in at one place; ``closing`` and ``opening`` stand around it in a split run."""

    closing: bytes = b""
    ends: list[bytes] = field(default_factory=list)
    signs: list[bytes] = field(default_factory=list)
    starts: list[bytes] = field(default_factory=list)
    opening: bytes = b""

    def __bytes__(self) -> bytes:
        return b"".join([self.closing, *self.ends, *self.signs, *self.starts, self.opening])


class Anchors:
    """The marks that go into the main part of one file."""

    def __init__(self, root: Element, xml: Xml, prefix: bytes, declared: bytes) -> None:
        """Take the tree of the main part and its bytes.

        ``prefix`` is that of the names of marks, with its colon, and ``declared`` what has to
        stand in each of them for it to be known. Raises ``ReadError`` if the tree was cut short.
        """
        self._xml = xml
        self._prefix, self._declared = prefix, declared
        self._numbers = {element: number for number, element in enumerate(root.iter("*"))}
        self._marks: dict[int, _Marks] = {}
        self._attributes: dict[int, bytes] = {}
        if len(self._numbers) != len(xml.starts):
            raise ReadError("is too large or too deeply nested for a copy with comments")

    def on_words(self, first: Spot, last: Spot, comment: int) -> None:
        """Mark the words from one character to another, both included."""
        end = self._after(last)
        held = _held(last.element)
        outside = end if held.getparent().tag == PARAGRAPH else self._end(_topmost(held))
        self._put(comment, self._before(first), end, outside)

    def on_element(self, element: Element, comment: int) -> None:
        """Mark what stands in a paragraph of the main text, as a whole."""
        top = _topmost(element)
        self._put(comment, self._start(top), self._end(top), self._end(top))

    def on_paragraph(self, paragraph: Element, comment: int) -> None:
        """Mark a paragraph as a whole. It has to have an end tag."""
        number = self._numbers[paragraph]
        properties = next(paragraph.iterchildren(_PROPERTIES), None)
        start = self._xml.inside(number) if properties is None else self._end(properties)
        end = self._xml.close(number)
        if start == end:
            self._at(end).signs.append(self._sign(comment))
        else:
            self._put(comment, start, end, end)

    def can_hold(self, paragraph: Element) -> bool:
        """Tell whether a paragraph has an end tag, before which something can be put in."""
        return not self._xml.is_empty(self._numbers[paragraph])

    def written(self) -> bytes:
        """Give the main part with the marks put in."""
        marks = {place: bytes(marks) for place, marks in self._marks.items()}
        return self._xml.with_inserted({**marks, **self._attributes})

    def _put(self, comment: int, start: int, end: int, outside: int) -> None:
        self._at(start).starts.append(self._mark(b"commentRangeStart", comment))
        self._at(end).ends.append(self._mark(b"commentRangeEnd", comment))
        self._at(outside).signs.append(self._sign(comment))

    def _sign(self, comment: int) -> bytes:
        run = self._prefix + b"r"
        opened = b"<%b%b>" % (run, self._declared)
        return b"%b%b</%b>" % (opened, self._mark(b"commentReference", comment), run)

    def _mark(self, name: bytes, comment: int) -> bytes:
        prefix = self._prefix
        return b'<%b%b%b %bid="%d"/>' % (prefix, name, self._declared, prefix, comment)

    def _at(self, place: int) -> _Marks:
        return self._marks.setdefault(place, _Marks())

    def _before(self, spot: Spot) -> int:
        element, run = spot.element, _held(spot.element)
        if not _is_of_run(element, run):
            return self._start(run)
        if spot.offset and element.tag == _TEXT:
            return self._split_text(run, element, spot.offset)
        before = element.getprevious()
        if before is None or before.tag == _RUN_PROPERTIES:
            return self._start(run)
        return self._split_after(run, before)

    def _after(self, spot: Spot) -> int:
        element, run = spot.element, _held(spot.element)
        if not _is_of_run(element, run):
            return self._end(run)
        if element.tag == _TEXT and spot.offset + 1 < len(element.text):
            return self._split_text(run, element, spot.offset + 1)
        return self._end(run) if element.getnext() is None else self._split_after(run, element)

    def _split_text(self, run: Element, text: Element, count: int) -> int:
        """Split a run after so many characters of one of its texts, and give the place."""
        number = self._numbers[text]
        name = self._xml.name(number)
        place = self._xml.after_characters(number, count)
        if text.text[count - 1].isspace() and text.get(_SPACE) is None:
            # A blank at the end of a text is else no part of it.
            self._attributes[self._xml.starts[number] + 1 + len(name)] = _KEEP_BLANKS
        marks = self._at(place)
        marks.closing = b"</%b>%b" % (name, self._closing(run))
        marks.opening = b"%b<%b%b>" % (self._opening(run), name, _KEEP_BLANKS)
        return place

    def _split_after(self, run: Element, element: Element) -> int:
        """Split a run after one of its elements, and give the place."""
        place = self._end(element)
        marks = self._at(place)
        marks.closing, marks.opening = self._closing(run), self._opening(run)
        return place

    def _closing(self, run: Element) -> bytes:
        return b"</%b>" % self._xml.name(self._numbers[run])

    def _opening(self, run: Element) -> bytes:
        """Give the beginning of another run that looks the same."""
        properties = next(run.iterchildren(_RUN_PROPERTIES), None)
        look = b"" if properties is None else self._xml.whole(self._numbers[properties])
        return self._xml.tag(self._numbers[run]) + look

    def _start(self, element: Element) -> int:
        return self._xml.starts[self._numbers[element]]

    def _end(self, element: Element) -> int:
        return self._xml.end(self._numbers[element])


def _is_of_run(element: Element, run: Element) -> bool:
    return run.tag == _RUN and element.getparent() is run


def _up_to_paragraph(element: Element) -> list[Element]:
    """Give an element and what holds it in its paragraph, from the inside out."""
    return [element, *takewhile(lambda one: one.tag != PARAGRAPH, element.iterancestors())]


def _topmost(element: Element) -> Element:
    return _up_to_paragraph(element)[-1]


def _held(element: Element) -> Element:
    """Give the outermost thing around an element in which no mark may stand, mostly its run."""
    around = reversed(_up_to_paragraph(element))
    return next((one for one in around if one.tag not in _OPEN or _is_of_one_value(one)), element)


def _is_of_one_value(control: Element) -> bool:
    settings = next(control.iterchildren(W + "sdtPr"), ())
    return any(setting.tag.rpartition("}")[2] in _ONE_VALUE for setting in settings)
