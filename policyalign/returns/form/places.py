"""Change the text of some elements in the main part of a form, in its bytes."""

from __future__ import annotations

from typing import Any

from lxml import etree

from policyalign.errors import ReadError
from policyalign.readers.word.markup import Element, W
from policyalign.renderers.plain import plain_span
from policyalign.rewriting.splicing import Xml, escaped, prefix_of

_PARAGRAPH, _PROPERTIES = W + "p", W + "pPr"
_RUN, _RUN_PROPERTIES = W + "r", W + "rPr"
_CELL_PROPERTIES = W + "tcPr"
_UNLIKE = "is of an unusual make. Open it in Word, save it again, and take that"


class Places:
    """The elements of a part with their places in its bytes, and what is to stand there."""

    def __init__(self, root: Element, data: bytes) -> None:
        """Take the tree of a part and its bytes. Raises ``ReadError`` if they do not agree."""
        self._xml = Xml(data)
        self._numbers = {element: number for number, element in enumerate(root.iter("*"))}
        self._pieces: dict[tuple[int, int], bytes] = {}
        if len(self._numbers) != len(self._xml.starts):
            raise ReadError(_UNLIKE)

    def set_text(self, element: Element, said: str) -> None:
        """Have a cell or a paragraph say something else, in the manner of its first paragraph."""
        number = self._numbers[element]
        span = self._xml.starts[number], self._xml.end(number)
        if element.tag != _PARAGRAPH:
            properties = element.find(_CELL_PROPERTIES)
            start = self._xml.inside(number) if properties is None else self._end(properties)
            span = start, self._xml.close(number)
        self._pieces[span] = self._paragraph(element, said)

    def replace(self, element: Element, *made: Any) -> None:
        """Put other elements in the place of one."""
        number = self._numbers[element]
        span = self._xml.starts[number], self._xml.end(number)
        self._pieces[span] = b"".join(map(etree.tostring, made))

    def add_after(self, element: Element, *made: Any) -> None:
        """Put elements after one; what is put there later comes after them."""
        end = self._end(element)
        self._pieces[end, end] = self._pieces.get((end, end), b"") + b"".join(
            map(etree.tostring, made)
        )

    def written(self) -> bytes:
        """Give the part as it is to be."""
        return self._xml.with_replaced(self._pieces)

    def _end(self, element: Element) -> int:
        return self._xml.end(self._numbers[element])

    def _paragraph(self, element: Element, said: str) -> bytes:
        """Give a paragraph with other words and the looks of the first one in an element."""
        prefix = prefix_of(self._xml.name(self._numbers[element]))
        paragraph = next(element.iter(_PARAGRAPH), element)
        run = next(paragraph.iter(_RUN), paragraph)
        line = b'</%st><%sbr/><%st xml:space="preserve">' % (prefix, prefix, prefix)
        words = line.join(escaped(plain_span(part)) for part in said.split("\n"))
        return b'<%sp>%s<%sr>%s<%st xml:space="preserve">%s</%st></%sr></%sp>' % (
            prefix, self._whole(paragraph.find(_PROPERTIES)),
            prefix, self._whole(run.find(_RUN_PROPERTIES)),
            prefix, words, prefix, prefix, prefix,
        )  # fmt: skip

    def _whole(self, element: Element | None) -> bytes:
        return b"" if element is None else self._xml.whole(self._numbers[element])
