"""Draw the picture of an annotated policy in the docs: ``python -m tools.annotated_picture``.

It shows the top of an annotated PDF sample as PDFium draws it, and beside it the beginning of some
remarks, as a program that shows PDFs lists them.
"""

from __future__ import annotations

import io
import textwrap
from contextlib import closing
from datetime import date
from typing import TYPE_CHECKING

import pypdfium2 as pdfium
from PIL import Image, ImageDraw, ImageFont

from policyalign.annotating import Annotated, annotate
from policyalign.model.report import Settings
from policyalign.packs import load_pack
from tools.samples.making import PROJECT

if TYPE_CHECKING:
    from policyalign.annotating.remarks import Remark

PICTURE = PROJECT / "docs" / "annotated.png"
_SAMPLE = "sandrick-youth-club-safeguarding-policy.pdf"
_DAY = date(2026, 5, 4)
_SCALE = 1.35
_TOP, _FOOT = 0.065, 0.6
_PANE, _MARGIN, _LINE, _LETTERS = 470, 18, 17, 62
_PAPER, _DESK, _INK, _QUIET = "white", "#e9ecf1", "#1b2330", "#5a6472"
_COLOURS = 48


def draw() -> bytes:
    """Give the picture as a PNG."""
    copy = annotate(PROJECT / "samples" / _SAMPLE, _SAMPLE, load_pack("sos"), _settings())
    if not isinstance(copy, Annotated):
        raise TypeError(copy.reason)
    page = _page(copy.data)
    picture = Image.new("RGB", (page.width + _PANE, page.height), _DESK)
    picture.paste(page, (0, 0))
    _write(ImageDraw.Draw(picture), page.width + _MARGIN, _chosen(copy.remarks))
    file = io.BytesIO()
    picture.quantize(_COLOURS).save(file, "PNG", optimize=True)
    return file.getvalue()


def _settings() -> Settings:
    return Settings(today=_DAY.isoformat())


def _page(data: bytes) -> Image.Image:
    with closing(pdfium.PdfDocument(data)) as document, closing(document[0]) as page:
        drawn: Image.Image = page.render(scale=_SCALE).to_pil().convert("RGB")
    return drawn.crop((0, int(_TOP * drawn.height), drawn.width, int(_FOOT * drawn.height)))


def _chosen(remarks: tuple[Remark, ...]) -> list[Remark]:
    """Choose the first remark of some sorts; all three stand on the first page."""
    sorts = ("Checked", "Partly met", "Not enough")
    found = (next((r for r in remarks if r.lines[0].startswith(sort)), None) for sort in sorts)
    return sorted((one for one in found if one), key=lambda one: (one.block, one.start))


def _write(pen: ImageDraw.ImageDraw, left: int, remarks: list[Remark]) -> None:
    title, plain = ImageFont.load_default(14), ImageFont.load_default(13)
    y = _MARGIN
    for remark in remarks:
        top, y = y, y + 8
        lines = [
            (line, plain if number else title, _QUIET if number else _INK)
            for number, paragraph in enumerate(remark.lines[:5])
            for line in textwrap.wrap(_straight(paragraph), _LETTERS)
        ]
        bottom = y + len(lines) * _LINE + 8
        pen.rounded_rectangle((left, top, left + _PANE - 2 * _MARGIN, bottom), 6, fill=_PAPER)
        for words, font, ink in lines:
            pen.text((left + 10, y), words, font=font, fill=ink)
            y += _LINE
        y = bottom + 10


def _straight(text: str) -> str:
    """Replace the quotation marks that the font of the picture may lack."""
    return text.translate(str.maketrans("“”‘’–", "\"\"''-"))


def main() -> None:
    """Draw the picture from the sample as it lies in the project."""
    PICTURE.write_bytes(draw())


if __name__ == "__main__":
    main()
