"""Draw the picture of a return as a Word form in ``docs``: ``python -m tools.return_form_picture``.

It shows the front page, and the first items as a school has begun to fill them in, as LibreOffice
prints them. Without Calibri it looks right only if Carlito is there.
"""

from __future__ import annotations

import tempfile
from pathlib import Path

import pypdfium2
from PIL import Image, ImageOps

from policyalign.returns import render
from tools.return_picture import sample
from tools.samples.making import PROJECT
from tools.word_picture import as_pdf

PICTURE = PROJECT / "docs" / "return-form.png"

_DOTS_PER_POINT = 1.1
_GAP = 12
_AROUND = "#8A929C"
_COLOURS = 64


def draw(form: bytes) -> Image.Image:
    """Give the front page of a form and its first page of items, side by side."""
    with (
        tempfile.TemporaryDirectory() as folder,
        pypdfium2.PdfDocument(as_pdf(form, Path(folder), "return.docx")) as made,
    ):
        texts = [page.get_textpage().get_text_bounded() for page in made]
        items = next(at for at, text in enumerate(texts) if "Why it does not apply" in text)
        pages = [made[at].render(scale=_DOTS_PER_POINT).to_pil() for at in (0, items)]
    framed = [ImageOps.expand(page, _GAP // 2, _AROUND) for page in pages]
    width, height = framed[0].size
    whole = Image.new("RGB", (width * len(framed), height))
    for at, page in enumerate(framed):
        whole.paste(page, (at * width, 0))
    return whole.quantize(_COLOURS)


def main() -> None:
    """Draw the picture from the samples as they lie in the project."""
    draw(render(*sample(), ".docx")).save(PICTURE, optimize=True)


if __name__ == "__main__":
    main()
