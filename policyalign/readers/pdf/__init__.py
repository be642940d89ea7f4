"""Read a PDF as blocks of text with their places. PDFium serves one thread at a time."""

from __future__ import annotations

from contextlib import closing

import pypdfium2 as pdfium

from policyalign.errors import ReadError
from policyalign.limits import MOST_CHARACTERS, MOST_PAGES
from policyalign.model.document import Document, Notice, NoticeKind
from policyalign.readers.pdf.blocks import make_blocks
from policyalign.readers.pdf.fields import Field, read_fields
from policyalign.readers.pdf.front import describe
from policyalign.readers.pdf.opening import opened
from policyalign.readers.pdf.pages import Page, read_page
from policyalign.readers.pdf.running import split_running
from policyalign.readers.pdf.unread import notices_of, refuse_wordless


def read_pdf(data: bytes, *, path: str, sha256: str) -> Document:
    """Read the bytes of a PDF. ``path`` and ``sha256`` are put in the document as they are.

    Raises:
        ReadError: Nothing can be read: a password, damage, or no text on any page.

    """
    with opened(data) as document:
        total = len(document)
        pages, fields, notices = _read(document, total)
        metadata = document.get_metadata_value("Title")
    if not fields:
        refuse_wordless(pages)
    running = split_running(pages)
    blocks = make_blocks(pages, running, fields)
    rows = [row for page in pages for row in page.rows]
    title, control = describe(blocks, rows, metadata)
    return Document(
        path=path,
        sha256=sha256,
        title=title,
        blocks=blocks,
        control=control,
        pages=total,
        notices=(*notices_of(pages, running.body), *notices),
    )


def _read(document: pdfium.PdfDocument, total: int) -> tuple[list[Page], list[Field], list[Notice]]:
    """Read page after page, up to the limits on pages and characters."""
    pages: list[Page] = []
    fields: list[Field] = []
    notices: list[Notice] = []
    if total and document.get_formtype():
        document.init_forms()
    tables = boxes = characters = 0
    for number in range(1, total + 1):
        if number > MOST_PAGES or characters > MOST_CHARACTERS:
            reason = f"only the first {number - 1:,} of {total:,} pages were read"
            notices.append(Notice(kind=NoticeKind.LIMIT, page=number, reason=reason))
            break
        try:
            with closing(document[number - 1]) as page:
                read = read_page(page, number, tables, boxes)
                typed = list(read_fields(document, page, number))
        except pdfium.PdfiumError:
            reason = f"page {number} is damaged; not read"
            notices.append(Notice(kind=NoticeKind.UNREAD_PART, page=number, reason=reason))
            continue
        fields.extend(typed)
        pages.append(read)
        tables += len(read.tables)
        boxes += read.boxes
        characters += sum(len(line.text) for line in read.lines)
    if not pages:
        raise ReadError("has no page that can be read. Ask for the file again")
    return pages, fields, notices
