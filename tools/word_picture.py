"""Draw the picture of the Word report in ``docs``: ``python -m tools.word_picture``.

It shows the first pages of the report that the samples give, as LibreOffice lays them out. On a
machine without Calibri they look right only if Carlito is there, a free font with the same widths.
"""

from __future__ import annotations

import subprocess
import tempfile
from pathlib import Path

import pypdfium2
from PIL import Image, ImageOps

import policyalign
from tools.samples.making import PROJECT
from tools.samples.report import sample_report

PICTURE = PROJECT / "docs" / "word-report.png"

_PAGES = 3
_DOTS_PER_POINT = 0.95
_GAP = 12
_AROUND = "#8A929C"
# Few colours make a small file: the report has dark blue, light blue, black and white.
_COLOURS = 64


def draw(word_file: bytes) -> Image.Image:
    """Give the first pages of a Word file side by side."""
    with (
        tempfile.TemporaryDirectory() as folder,
        pypdfium2.PdfDocument(as_pdf(word_file, Path(folder), "report.docx")) as made,
    ):
        pages = [made[at].render(scale=_DOTS_PER_POINT).to_pil() for at in range(_PAGES)]
    framed = [ImageOps.expand(page, _GAP // 2, _AROUND) for page in pages]
    width, height = framed[0].size
    whole = Image.new("RGB", (width * len(framed), height))
    for at, page in enumerate(framed):
        whole.paste(page, (at * width, 0))
    return ImageOps.expand(whole, _GAP // 2, _AROUND).quantize(_COLOURS)


def as_pdf(office_file: bytes, folder: Path, name: str) -> Path:
    """Give what LibreOffice prints of a file."""
    source = folder / name
    source.write_bytes(office_file)
    # A profile of its own: another LibreOffice may be running.
    profile = f"-env:UserInstallation={(folder / 'profile').as_uri()}"
    command = ["soffice", profile, "--headless", "--convert-to", "pdf", "--outdir", str(folder)]
    subprocess.run([*command, str(source)], check=True, capture_output=True, timeout=180)
    return source.with_suffix(".pdf")


def main() -> None:
    """Draw the picture from the samples as they lie in the project."""
    draw(policyalign.render(sample_report(), "docx")).save(PICTURE, optimize=True)


if __name__ == "__main__":
    main()
