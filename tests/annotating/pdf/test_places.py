"""Words are looked for on the pages that a block may stand on, one or another of them damaged."""

from __future__ import annotations

from contextlib import closing

import pypdfium2 as pdfium

from policyalign.annotating.pdf.letters import letters_of
from policyalign.annotating.pdf.places import Places
from tests.readers.pdf.builder import BODY, make, read, text


class _Damaged:
    """A document of which one page cannot be opened."""

    def __init__(self, document: pdfium.PdfDocument, number: int) -> None:
        self._document, self._number = document, number

    def __len__(self) -> int:
        return len(self._document)

    def __getitem__(self, index: int) -> pdfium.PdfPage:
        if index + 1 == self._number:
            raise pdfium.PdfiumError("Failed to load page.")
        return self._document[index]


def test_a_damaged_page_is_passed_over() -> None:
    data = make(text(*BODY), text("Another page."))
    blocks = read(data).blocks
    start = blocks[0].text.index("plain English")
    with closing(pdfium.PdfDocument(data)) as document:
        places = Places(_Damaged(document, 2), blocks)
        assert [found.page for found in places.of(0, start, start + 13)] == [1]
        places.close()
        places = Places(_Damaged(document, 1), blocks)
        assert places.of(0, start, start + 13) == ()
        places.close()


def test_few_pages_are_open_at_once() -> None:
    names = [chr(ord("a") + number) * 9 for number in range(20)]
    data = make(*(text(f"The family of {name} lives here.", y=400) for name in names))
    blocks = read(data).blocks
    with closing(pdfium.PdfDocument(data)) as document:
        places = Places(document, blocks)
        pages = [found.page for b in blocks for found in places.of(b.place.block, 0, len(b.text))]
        assert pages == list(range(1, 21))
        assert len(places._open) <= 8
        places.close()
        assert not places._open


def test_letters_are_compared_without_blanks_and_hyphens() -> None:
    assert (
        letters_of("well-being\u00ad of a\ttwo\u2011year old\ufffe\x02") == "wellbeingofatwoyearold"
    )
