"""Open a PDF, or say in plain words why it cannot be opened."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager

import pypdfium2 as pdfium
from pypdfium2 import raw

from policyalign.errors import ReadError

_REASONS = {
    raw.FPDF_ERR_PASSWORD: "is protected with a password. Ask for an unprotected copy",
    raw.FPDF_ERR_SECURITY: (
        "is protected in a way that cannot be opened here. Ask for an unprotected copy"
    ),
    raw.FPDF_ERR_FORMAT: (
        "is not a PDF, or is damaged. Open it in a PDF viewer to check, or ask for the file again"
    ),
}


@contextmanager
def opened(data: bytes) -> Iterator[pdfium.PdfDocument]:
    """Open a PDF for as long as the block lasts; an empty user password is tried.

    Raises:
        ReadError: The file needs a password, is damaged, is empty or is no PDF.

    """
    if not data:
        raise ReadError("is empty (0 bytes). Ask for the file again")
    try:
        document = pdfium.PdfDocument(data)
    except pdfium.PdfiumError as problem:
        reason = _REASONS.get(problem.err_code, _REASONS[raw.FPDF_ERR_FORMAT])
        raise ReadError(reason) from problem
    try:
        yield document
    finally:
        document.close()
