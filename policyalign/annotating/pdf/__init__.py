"""Annotate PDF files: the policy itself with highlights and notes at its words.

::

    letters      the letters of a page and where they stand
    places       the words of a block on its page or pages
    writing      the file with annotations added after its end
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from contextlib import closing
from datetime import date

from policyalign.annotating.pdf.letters import Found
from policyalign.annotating.pdf.places import Places
from policyalign.annotating.pdf.writing import Copy, Note
from policyalign.annotating.remarks import Remark
from policyalign.errors import ReadError
from policyalign.model.document import Block, Document
from policyalign.readers.pdf.opening import opened

_SIGNED = (
    "carries a digital signature, which holds for the policy as it was signed; programs will say "
    "that the copy was added to after that"
)
_STEP = 22.0
_BEGINNING = 200


def annotated_pdf(
    data: bytes, document: Document, remarks: Sequence[Remark], today: date | None
) -> tuple[bytes, tuple[str, ...]]:
    """Give a copy of a PDF with each remark as an annotation, and what to know about the copy.

    ``document`` is what the reader made of ``data``. Raises ``ReadError`` if nothing can be added
    to the file.
    """
    copy = Copy(data)
    with opened(data) as pdf, closing(Places(pdf, document.blocks)) as places:
        if copy.pages != len(pdf):
            raise ReadError("has pages that not every program finds. Save it again as a PDF first")
        margin = _Margin(places)
        notes = [
            note
            for remark in remarks
            for note in _notes(remark, document.blocks[remark.block], places, margin)
        ]
    signed = (_SIGNED,) if copy.is_signed else ()
    return copy.with_notes(notes, today), signed


class _Margin:
    """Where notes stand beside the text, none upon another."""

    def __init__(self, places: Places) -> None:
        self._places = places
        self._taken: set[tuple[int, int, int]] = set()

    def beside(self, page: int, left: float, top: float) -> tuple[float, float]:
        """Give a free place at or below a height, to the left of the text if there is room."""
        sheet = self._places.sheet(page)
        column, row = 0, int((sheet.top - top) // _STEP)
        rows = max(int(sheet.height // _STEP), 1)
        row = min(max(row, 0), rows - 1)
        while (page, column, row) in self._taken:
            column, row = (column, row + 1) if row + 1 < rows else (column + 1, 0)
        self._taken.add((page, column, row))
        x = max(sheet.left + 2, left - _STEP) + column * _STEP
        return min(x, sheet.right - _STEP), sheet.top - row * _STEP


def _notes(remark: Remark, block: Block, places: Places, margin: _Margin) -> Iterator[Note]:
    """Give the annotations of one remark: several where its words stand on several pages."""
    # Of what a note stands beside the beginning is enough.
    end = remark.end if remark.at_words else min(remark.end, remark.start + _BEGINNING)
    found = places.of(remark.block, remark.start, end)
    if remark.at_words and found:
        pages: dict[int, list[Found]] = {}
        for one in found:
            pages.setdefault(one.page, []).append(one)
        for page, parts in pages.items():
            areas = tuple(area for part in parts for area in part.areas)
            yield Note(page=page, text="\n".join(remark.lines), areas=areas)
        return
    lines = remark.lines if not remark.at_words else _explained(remark)
    page = found[0].page if found else block.place.page or 1
    sheet = places.sheet(page)
    left, top = (
        (found[0].areas[0].left, found[0].areas[0].top) if found else (sheet.left, sheet.top)
    )
    left, top = margin.beside(page, left, top)
    yield Note(page=page, text="\n".join(lines), left=left, top=top)


def _explained(remark: Remark) -> tuple[str, ...]:
    """Say of words whose place is not known what is known of it."""
    return (remark.lines[0], "The words stand on this page.", *remark.lines[1:])
