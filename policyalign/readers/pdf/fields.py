"""What people typed into a PDF: the values of form fields and text laid over a page."""

from __future__ import annotations

import ctypes
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any

import pypdfium2 as pdfium
from pypdfium2 import raw

_MOST_ANNOTATIONS = 5_000
_LONGEST_VALUE = 100_000
_WRITTEN = frozenset(
    {raw.FPDF_FORMFIELD_TEXTFIELD, raw.FPDF_FORMFIELD_COMBOBOX, raw.FPDF_FORMFIELD_LISTBOX}
)


@dataclass(frozen=True, slots=True, kw_only=True)
class Field:
    """A value, the page it stands on (from 1) and the height of its middle on that page."""

    text: str
    page: int
    y: float


def read_fields(document: pdfium.PdfDocument, page: pdfium.PdfPage, number: int) -> Iterator[Field]:
    """Give the filled fields of an open page in the order of the file.

    A tick box has no words of its own and is left out. Comments are left out: they are said about
    the policy, not by it.
    """
    for index in range(min(raw.FPDFPage_GetAnnotCount(page.raw), _MOST_ANNOTATIONS)):
        annotation = raw.FPDFPage_GetAnnot(page.raw, index)
        if annotation:
            try:
                text = _value(document, annotation)
                if text.strip():
                    yield Field(text=text.strip(), page=number, y=_middle(annotation))
            finally:
                raw.FPDFPage_CloseAnnot(annotation)


def _value(document: pdfium.PdfDocument, annotation: Any) -> str:
    kind = raw.FPDFAnnot_GetSubtype(annotation)
    if kind == raw.FPDF_ANNOT_FREETEXT:
        return _text(raw.FPDFAnnot_GetStringValue, annotation, b"Contents")
    form = document.formenv
    if kind != raw.FPDF_ANNOT_WIDGET or form is None:
        return ""
    if raw.FPDFAnnot_GetFormFieldType(form.raw, annotation) not in _WRITTEN:
        return ""
    return _text(raw.FPDFAnnot_GetFormFieldValue, form.raw, annotation)


def _text(call: Any, *arguments: Any) -> str:
    """Call a PDFium function that fills a buffer with text, after asking how long it is."""
    size = min(call(*arguments, None, 0), _LONGEST_VALUE)
    if size <= 2:
        return ""
    buffer = (ctypes.c_ushort * (size // 2 + 1))()
    written = call(*arguments, buffer, size)
    if written > size:
        return ""
    return bytes(buffer)[: written - 2].decode("utf-16-le", errors="replace")


def _middle(annotation: Any) -> float:
    area = raw.FS_RECTF()
    raw.FPDFAnnot_GetRect(annotation, area)
    return float(area.top + area.bottom) / 2
