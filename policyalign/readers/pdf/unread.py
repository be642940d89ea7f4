"""Name what could not be read: scanned pages, pictures that may hold words, limits."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from policyalign.errors import ReadError
from policyalign.limits import MOST_PAGE_CHARACTERS
from policyalign.model.document import Notice, NoticeKind
from policyalign.readers.pdf.lines import Line
from policyalign.readers.pdf.pages import Page

_FEW_CHARACTERS = 40
_MOST_OF_PAGE = 0.5
_LARGE = 0.2
_WHOLE = 0.85
_MANY_CHARACTERS = 400
_OCR = "Ask for the Word file, or for a copy that has been through text recognition (OCR)"


def refuse_wordless(pages: Sequence[Page]) -> None:
    """Raise an error if no page has any text.

    Raises:
        ReadError: Says whether the pages are pictures, drawings or blank.

    """
    if any(page.lines for page in pages):
        return
    if any(page.pictured for page in pages):
        raise ReadError(f"has no text: its pages are pictures, so it looks like a scan. {_OCR}")
    if any(page.drawn for page in pages):
        raise ReadError(f"has no text: its words, if any, are drawn as shapes. {_OCR}")
    raise ReadError("has no text: its pages are blank. Ask for the file again")


def notices_of(pages: Sequence[Page], body: Sequence[Sequence[Line]]) -> Iterator[Notice]:
    """Give a notice for each page of which something was not read.

    ``body`` holds the lines of each page that are not its header or footer.
    """
    for page, lines in zip(pages, body, strict=True):
        characters = sum(len(line.text) for line in lines)
        if characters < _FEW_CHARACTERS and page.pictured >= _MOST_OF_PAGE:
            kind, what = NoticeKind.SCANNED_PAGE, "is a picture with no text: looks like a scan"
        elif not page.lines and page.pictured:
            kind, what = NoticeKind.SCANNED_PAGE, "has a picture and no text"
        elif not page.lines and page.drawn:
            kind, what = NoticeKind.SCANNED_PAGE, "has drawn shapes and no text"
        elif _may_hide_words(page, characters):
            kind = NoticeKind.PICTURE
            share = round(100 * page.pictured)
            what = f"has pictures over {share} % of it, which may hold words"
        else:
            kind, what = None, ""
        if kind:
            reason = f"page {page.number} {what}; not read"
            yield Notice(kind=kind, page=page.number, reason=reason)
        if not page.complete:
            reason = (
                f"page {page.number} has more than {MOST_PAGE_CHARACTERS:,} characters; the rest"
                " was not read"
            )
            yield Notice(kind=NoticeKind.LIMIT, page=page.number, reason=reason)


def _may_hide_words(page: Page, characters: int) -> bool:
    """Tell whether pictures are large, and not a background or a scan whose text was read."""
    if page.pictured >= _WHOLE and characters >= _MANY_CHARACTERS:
        return False
    return page.pictured >= _LARGE
