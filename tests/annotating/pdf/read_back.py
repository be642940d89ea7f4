"""Read the annotations of a PDF, and the letters under them, with PDFium alone."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import closing
from dataclasses import dataclass
from typing import Any

import pypdfium2 as pdfium
from pypdfium2 import raw

_Area = tuple[float, float, float, float]


@dataclass
class Annotation:
    """An annotation as a reader of the file sees it; ``areas`` are left, bottom, right, top."""

    page: int
    kind: int
    author: str
    contents: str
    rect: _Area
    areas: list[_Area]
    words: str

    @property
    def is_highlight(self) -> bool:
        return bool(self.kind == raw.FPDF_ANNOT_HIGHLIGHT)


def annotations_of(data: bytes) -> list[Annotation]:
    """Give all annotations of a file in its order."""
    with closing(pdfium.PdfDocument(data)) as document:
        return [found for number in range(len(document)) for found in _of(document, number)]


def _of(document: pdfium.PdfDocument, number: int) -> Iterator[Annotation]:
    with closing(document[number]) as page, closing(page.get_textpage()) as text:
        for index in range(raw.FPDFPage_GetAnnotCount(page.raw)):
            annotation = raw.FPDFPage_GetAnnot(page.raw, index)
            areas = list(_areas(annotation))
            yield Annotation(
                page=number + 1,
                kind=raw.FPDFAnnot_GetSubtype(annotation),
                author=_text(annotation, b"T"),
                contents=_text(annotation, b"Contents"),
                rect=_rect(annotation),
                areas=areas,
                words="".join(_words(text, area) for area in areas),
            )
            raw.FPDFPage_CloseAnnot(annotation)


def _areas(annotation: Any) -> Iterator[_Area]:
    for index in range(raw.FPDFAnnot_CountAttachmentPoints(annotation)):
        quad = raw.FS_QUADPOINTSF()
        raw.FPDFAnnot_GetAttachmentPoints(annotation, index, quad)
        yield quad.x3, quad.y3, quad.x2, quad.y2


def _words(text: Any, area: _Area) -> str:
    """Give the characters whose middle lies in an area."""
    left, bottom, right, top = area
    found = []
    for index in range(raw.FPDFText_CountChars(text.raw)):
        box = raw.FS_RECTF()
        if raw.FPDFText_GetLooseCharBox(text.raw, index, box):
            x, y = (box.left + box.right) / 2, (box.bottom + box.top) / 2
            if left <= x <= right and bottom <= y <= top:
                found.append(chr(raw.FPDFText_GetUnicode(text.raw, index)))
    return "".join(found)


def _rect(annotation: Any) -> _Area:
    area = raw.FS_RECTF()
    raw.FPDFAnnot_GetRect(annotation, area)
    return area.left, area.bottom, area.right, area.top


def _text(annotation: Any, key: bytes) -> str:
    import ctypes

    size = raw.FPDFAnnot_GetStringValue(annotation, key, None, 0)
    buffer = (ctypes.c_ushort * (size // 2 + 1))()
    raw.FPDFAnnot_GetStringValue(annotation, key, buffer, size)
    return bytes(buffer)[: size - 2].decode("utf-16-le")
