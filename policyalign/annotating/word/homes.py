"""Choose where in the main text a remark stands, and say so where that is not at its words.

Word allows no comment in a page header or footer, and none in a text box or a note that every
version shows. A remark on words there stands where the box or the note hangs in the main text; one
on a header or footer stands at the first heading.
"""

from __future__ import annotations

from functools import cache

from policyalign.annotating.remarks import Remark
from policyalign.annotating.word.anchors import PARAGRAPH, Anchors
from policyalign.annotating.word.sources import Spot, spots
from policyalign.errors import ReadError
from policyalign.model.document import Document, Kind
from policyalign.readers.word.drawings import BOX
from policyalign.readers.word.file import WordFile
from policyalign.readers.word.line import Line
from policyalign.readers.word.markup import Element, W
from policyalign.renderers.explanation_wording import KINDS

_NOTES = {W + "footnote": W + "footnoteReference", W + "endnote": W + "endnoteReference"}
_ID = W + "id"
_FURNITURE = (Kind.HEADER, Kind.FOOTER)


class Homes:
    """The places of remarks in one file that was read."""

    def __init__(self, file: WordFile, document: Document, anchors: Anchors) -> None:
        self._file = file
        self._blocks = document.blocks
        self._anchors = anchors
        self._root = file.body.getroottree().getroot()
        self._spots = cache(self._spots_of)

    def settle(self, remark: Remark, comment: int) -> tuple[str, ...]:
        """Put the marks of a comment where the remark belongs, and give the lines it says there."""
        line = self._file.lines[remark.block]
        if self._is_main(line):
            self._at_words(remark, line, comment)
            return remark.lines
        hook = self._hook(line.paragraphs[0]) if line.paragraphs else None
        if hook is not None:
            self._anchors.on_element(hook, comment)
        else:
            self._anchors.on_paragraph(self._nearest(remark.block), comment)
        return self._explained(remark)

    def _at_words(self, remark: Remark, line: Line, comment: int) -> None:
        found = self._spots(remark.block)
        first, last = found[remark.start], found[remark.end - 1]
        if first is not None and last is not None:
            self._anchors.on_words(first, last, comment)
        else:
            self._anchors.on_paragraph(line.paragraphs[0], comment)

    def _spots_of(self, number: int) -> list[Spot | None]:
        paragraphs = self._file.lines[number].paragraphs
        return spots(self._blocks[number], paragraphs, self._file.walker.styles)

    def _is_main(self, line: Line) -> bool:
        return bool(line.paragraphs) and all(map(self._is_in_main_text, line.paragraphs))

    def _is_in_main_text(self, element: Element) -> bool:
        boxed = next(element.iterancestors(BOX), None) is not None
        return not boxed and element.getroottree().getroot() is self._root

    def _hook(self, paragraph: Element) -> Element | None:
        """Give what stands in the main text for the text box or note that holds a paragraph."""
        element = paragraph
        note = next(paragraph.iterancestors(*_NOTES), None)
        if note is not None:
            signs = self._root.iter(_NOTES[note.tag])
            element = next((sign for sign in signs if sign.get(_ID) == note.get(_ID)), None)
        elif paragraph.getroottree().getroot() is not self._root:
            return None
        boxes = list(element.iterancestors(BOX)) if element is not None else []
        return boxes[-1] if boxes else element

    def _nearest(self, number: int) -> Element:
        """Give the paragraph nearest to a block of which nothing stands in the main text."""
        lines = self._file.lines
        before = range(number, -1, -1)
        if self._blocks[number].kind in _FURNITURE:
            before = range(0)
        headings = [n for n, block in enumerate(self._blocks) if block.kind is Kind.HEADING]
        for other in (*before, *headings, *range(len(lines))):
            if self._is_main(lines[other]):
                return lines[other].paragraphs[0]
        paragraphs = filter(self._is_in_main_text, self._root.iter(PARAGRAPH))
        free = next(filter(self._anchors.can_hold, paragraphs), None)
        if free is None:
            raise ReadError("has no paragraph at which a comment can stand")
        return free

    def _explained(self, remark: Remark) -> tuple[str, ...]:
        """Say where the words are that a comment is about and does not stand at."""
        if not remark.at_words:
            return remark.lines
        block = self._blocks[remark.block]
        where = KINDS.get(Kind.TEXT_BOX if block.box else block.kind, "drawing")
        return (remark.lines[0], f"The words stand in the {where}.", *remark.lines[1:])
