"""Make small PDFs for the tests, line by line, so that each shows one thing."""

from __future__ import annotations

import io
from collections.abc import Callable, Sequence

from PIL import Image
from reportlab.lib.utils import ImageReader
from reportlab.pdfgen.canvas import Canvas

from policyalign.model.document import Block, Document, Kind
from policyalign.readers.pdf import read_pdf

WIDTH, HEIGHT = 595.0, 842.0
LEADING = 14.0
SIZE = 11.0

Draw = Callable[[Canvas], None]


def make(*pages: Draw, encrypt: object = None, title: str = "", rotate: int = 0) -> bytes:
    """Give a PDF with one page for each drawing function."""
    target = io.BytesIO()
    canvas = Canvas(target, pagesize=(WIDTH, HEIGHT), invariant=1, encrypt=encrypt)
    if title:
        canvas.setTitle(title)
    for draw in pages:
        if rotate:
            canvas.setPageRotation(rotate)
        draw(canvas)
        canvas.showPage()
    canvas.save()
    return target.getvalue()


def text(
    *lines: str,
    x: float = 60,
    y: float = 760,
    size: float = SIZE,
    bold: bool = False,
    leading: float = LEADING,
) -> Draw:
    """Draw lines under each other from a place on the page."""

    def draw(canvas: Canvas) -> None:
        for number, line in enumerate(lines):
            canvas.setFont("Helvetica-Bold" if bold else "Helvetica", size)
            canvas.drawString(x, y - number * leading, line)

    return draw


def both(*draws: Draw) -> Draw:
    """Draw several things on one page, in this order."""

    def draw(canvas: Canvas) -> None:
        for each in draws:
            each(canvas)

    return draw


def by_turns(left: Sequence[str], right: Sequence[str], *, shift: float = 0) -> Draw:
    """Draw two columns line by line across the page, as some programs do."""

    def draw(canvas: Canvas) -> None:
        for number, (one, other) in enumerate(zip(left, right, strict=True)):
            y = 760 - number * LEADING
            text(one, x=60, y=y)(canvas)
            text(other, x=320, y=y - shift)(canvas)

    return draw


def grid(
    rows: Sequence[Sequence[str]],
    *,
    x: float = 60,
    y: float = 700,
    width: float = 150,
    height: float = 40,
) -> Draw:
    """Draw a ruled table; a line feed in a cell begins a new line."""

    def draw(canvas: Canvas) -> None:
        across, down = len(rows[0]) * width, len(rows) * height
        for number in range(len(rows) + 1):
            canvas.line(x, y - number * height, x + across, y - number * height)
        for number in range(len(rows[0]) + 1):
            canvas.line(x + number * width, y, x + number * width, y - down)
        for row, cells in enumerate(rows):
            for column, words in enumerate(cells):
                left, top = x + column * width + 4, y - row * height - 13
                text(*words.split("\n"), x=left, y=top, size=10, leading=12)(canvas)

    return draw


def picture(x: float, y: float, width: float, height: float) -> Draw:
    """Draw a grey picture."""

    def draw(canvas: Canvas) -> None:
        image = Image.new("L", (20, 20), 128)
        canvas.drawImage(ImageReader(image), x, y, width, height)

    return draw


def self_drawing() -> bytes:
    """Give a PDF of one page, on which a form object draws itself twice.

    PDFium follows it down, and at every level again; no program reads it to its end.
    """
    names = b"<</XObject<</F 5 0 R>>>>"
    twice = b"/F Do /F Do"
    objects = (
        b"<</Type/Catalog/Pages 2 0 R>>",
        b"<</Type/Pages/Kids[3 0 R]/Count 1>>",
        b"<</Type/Page/Parent 2 0 R/MediaBox[0 0 595 842]/Contents 4 0 R/Resources %b>>" % names,
        b"<</Length %d>>stream\n%b\nendstream" % (len(twice), twice),
        b"<</Type/XObject/Subtype/Form/BBox[0 0 595 842]/Resources %b/Length %d>>stream\n%b\n"
        b"endstream" % (names, len(twice), twice),
    )
    made = b"%PDF-1.7\n"
    places = []
    for number, content in enumerate(objects, 1):
        places.append(len(made))
        made += b"%d 0 obj\n%b\nendobj\n" % (number, content)
    entries = b"".join(b"%010d 00000 n \n" % place for place in places)
    return made + (
        b"xref\n0 6\n0000000000 65535 f \n%btrailer<</Size 6/Root 1 0 R>>\nstartxref\n%d\n%%%%EOF\n"
        % (entries, len(made))
    )


BODY = (
    "Workers will talk with the family about what has happened and",
    "about what is going well. The plan is written in plain English",
    "and each person in the family has a copy of it. It is looked at",
    "again when something changes, and at least every three months.",
)


def read(data: bytes) -> Document:
    """Read a PDF under a made-up name."""
    return read_pdf(data, path="policy.pdf", sha256="0" * 64)


def texts(document: Document, *kinds: Kind) -> list[str]:
    """Give the texts of the blocks of these kinds, or of all."""
    return [block.text for block in blocks(document, *kinds)]


def blocks(document: Document, *kinds: Kind) -> list[Block]:
    """Give the blocks of these kinds, or all."""
    return [block for block in document.blocks if not kinds or block.kind in kinds]
