"""Find the elements in which the characters of a block stand.

The walk that made the text is taken again, over the few paragraphs that are wanted, with a note of
where each piece of it came from. What it gives is compared with the block, so that no comment can
end up at other words.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import NamedTuple

from policyalign.model.document import Block, State
from policyalign.readers.word.line import Changes
from policyalign.readers.word.markup import Element
from policyalign.readers.word.properties import properties_of
from policyalign.readers.word.styles import Styles
from policyalign.readers.word.words import WordGatherer


class Spot(NamedTuple):
    """One character: the element that shows it, and how many characters of that come before it."""

    element: Element
    offset: int


class _Piece(NamedTuple):
    element: Element
    text: str
    inserted: bool


class _Tracer(WordGatherer):
    """Walks a paragraph as the reader does, and keeps which element said what."""

    def __init__(self, styles: Styles) -> None:
        super().__init__(styles, Changes())
        self.pieces: list[_Piece] = []

    def _say(self, text: str | None, source: Element) -> None:
        if text and not self._hidden and not self._coded:
            self.pieces.append(_Piece(source, text, self.inserted > 0))


def spots(block: Block, paragraphs: Sequence[Element], styles: Styles) -> list[Spot | None]:
    """Give for each character of a block where it stands, ``None`` where that is not known.

    ``paragraphs`` are those that the block was made of.
    """
    found: list[Spot | None] = [None] * len(block.text)
    at = 0
    for paragraph in paragraphs:
        tracer = _Tracer(styles)
        tracer.gather(paragraph, properties_of(paragraph, styles).look)
        for passage in _passages(tracer.pieces, block.state):
            whole = "".join(piece.text for piece in passage).replace("\t", " ")
            text = whole.strip()
            start = block.text.find(text, at) if text else -1
            if start < 0:
                continue
            characters = [Spot(p.element, n) for p in passage for n in range(len(p.text))]
            lead = len(whole) - len(whole.lstrip())
            found[start : start + len(text)] = characters[lead : lead + len(text)]
            at = start + len(text)
    return found


def _passages(pieces: Sequence[_Piece], state: State) -> Iterator[list[_Piece]]:
    """Give the pieces that a block of this state shows: live, or each insertion for itself."""
    inserted = any(piece.inserted for piece in pieces)
    if state is State.LIVE or not inserted:
        # Where a whole row or box is inserted, its paragraphs do not say so.
        yield [piece for piece in pieces if not piece.inserted]
        return
    passage: list[_Piece] = []
    for piece in pieces:
        if piece.inserted:
            passage.append(piece)
        elif passage:
            yield passage
            passage = []
    if passage:
        yield passage
