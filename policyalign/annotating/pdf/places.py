"""Find where the words of a remark stand in a PDF."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Sequence
from contextlib import closing
from typing import NamedTuple

import pypdfium2 as pdfium

from policyalign.annotating.pdf.letters import Found, PageLetters, Wanted, letters_of, parts_of
from policyalign.model.document import Block
from policyalign.readers.pdf.drawing import Rectangle

# A paragraph may run over the end of its page, and a long one over a whole page after it.
_MOST_PAGES = 3
_MOST_OPEN = 8
# A short word is to be found all over a page; letters beside it have to be the same too.
_FEWEST_ALIKE = 5


class _Place(NamedTuple):
    page: int
    start: int
    length: int


class Places:
    """The places of the words of one document, which is open in PDFium. Close it before that."""

    def __init__(self, document: pdfium.PdfDocument, blocks: Sequence[Block]) -> None:
        self._document = document
        self._blocks = blocks
        self._open: dict[int, tuple[pdfium.PdfPage, PageLetters]] = {}
        self._twins = _twins(blocks)

    def close(self) -> None:
        """Close the pages that were opened."""
        while self._open:
            self._close_first()

    def of(self, block: int, start: int, end: int) -> tuple[Found, ...]:
        """Give where some characters of a block stand; nothing where that cannot be told.

        Words that a column or page parts are found part by part.
        """
        text = self._blocks[block].text
        before, after = letters_of(text[:start]), letters_of(text[end:])
        words = text[start:end].split()
        found: list[Found] = []
        while words:
            for count, letters in parts_of(words):
                rest = letters_of("".join(words[count:]))
                place = self._best(block, Wanted(before, letters, rest + after))
                if place is not None:
                    found.append(self._found(place))
                    break
            else:
                count = 1
            before += letters_of("".join(words[:count]))
            words = words[count:]
        return tuple(one for one in found if one.areas)

    def sheet(self, number: int) -> Rectangle:
        """Give the area of a page that is shown."""
        with closing(self._document[number - 1]) as page:
            return Rectangle(*page.get_bbox())

    def _found(self, place: _Place) -> Found:
        letters = self._page(place.page)
        return Found(place.page, letters.areas(place.start, place.length) if letters else ())

    def _best(self, block: int, wanted: Wanted) -> _Place | None:
        """Give the place whose surroundings are most like those in the block.

        Of several blocks with the same text on a page, each has its own.
        """
        if not wanted.letters:
            return None
        found = list(self._candidates(block, wanted))
        if not found:
            return None
        most = max(alike for alike, _ in found)
        if most + len(wanted.letters) < min(
            _FEWEST_ALIKE, len(letters_of(self._blocks[block].text))
        ):
            return None
        best = [place for alike, place in found if alike == most]
        return best[min(self._twins[block], len(best) - 1)]

    def _candidates(self, block: int, wanted: Wanted) -> Iterator[tuple[int, _Place]]:
        first = self._blocks[block].place.page or 1
        for page in range(first, min(first + _MOST_PAGES, len(self._document) + 1)):
            letters = self._page(page)
            for alike, start in letters.places(wanted) if letters else ():
                yield alike, _Place(page, start, len(wanted.letters))

    def _page(self, number: int) -> PageLetters | None:
        """Give a page, of which a few are kept open; ``None`` for one that is damaged.

        The reader has named such a page.
        """
        if number not in self._open:
            if len(self._open) == _MOST_OPEN:
                self._close_first()
            try:
                page = self._document[number - 1]
            except pdfium.PdfiumError:
                return None
            self._open[number] = page, PageLetters(page)
        return self._open[number][1]

    def _close_first(self) -> None:
        page, letters = self._open.pop(next(iter(self._open)))
        letters.close()
        page.close()


def _twins(blocks: Sequence[Block]) -> list[int]:
    """Give for each block how many blocks before it on its page have the same text."""
    seen: Counter[tuple[int | None, str]] = Counter()
    twins = []
    for block in blocks:
        key = block.place.page, block.text
        twins.append(seen[key])
        seen[key] += 1
    return twins
