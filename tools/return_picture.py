"""Draw the picture of a return in ``docs``: ``python -m tools.return_picture``.

It shows the first questions of a return that a school has begun to fill in, as LibreOffice prints
them. Without Calibri it looks right only if Carlito is there, a free font with the same widths.
"""

from __future__ import annotations

import datetime
import tempfile
from dataclasses import replace
from pathlib import Path

import pypdfium2
from PIL import Image, ImageOps

import policyalign
from policyalign.model.pack import Pack
from policyalign.model.returns import Answer, Rating, Return
from policyalign.renderers.excel.return_book import render_return
from policyalign.returns import make_return
from tools.samples.making import PROJECT
from tools.word_picture import as_pdf

PICTURE = PROJECT / "docs" / "return-workbook.png"
SCHOOL = PROJECT / "samples" / "pipits-lane-primary-safeguarding-policy.docx"

# The findings of the first questions, and beside them what is filled in.
_PAGES = (2, 3)
_DOTS_PER_POINT = 1.25
_GAP = 12
_AROUND = "#8A929C"
_COLOURS = 64
_ANSWERS = (
    Answer(rating=Rating.MET, evidence="Policy section 1; induction slides 2026."),
    Answer(
        rating=Rating.PARTLY,
        evidence="“We use Signs of Safety” in section 1; not yet in the staff code.",
        action="Say in the staff code that it is used in every meeting with a family.",
        owner="A. Wren",
        due=datetime.date(2027, 3, 31),
    ),
    Answer(
        rating=Rating.NOT_MET,
        action="Add the paragraph that the gap report suggests.",
        owner="A. Wren",
        due=datetime.date(2027, 1, 29),
    ),
)


def sample() -> tuple[Return, Pack]:
    """Give the return of the samples' school with its first rows filled in, and its pack."""
    report = policyalign.check(SCHOOL, agency="Pipits Lane Primary School")
    fresh = make_return(report, made=datetime.date(2026, 11, 3))
    answers = [*_ANSWERS, *(Answer() for _ in fresh.rows[len(_ANSWERS) :])]
    rows = (replace(row, answer=answer) for row, answer in zip(fresh.rows, answers, strict=True))
    return replace(fresh, rows=tuple(rows)), report.pack


def draw(workbook: bytes) -> Image.Image:
    """Give two pages of a return, one above the other."""
    with (
        tempfile.TemporaryDirectory() as folder,
        pypdfium2.PdfDocument(as_pdf(workbook, Path(folder), "return.xlsx")) as made,
    ):
        pages = [made[at].render(scale=_DOTS_PER_POINT).to_pil() for at in _PAGES]
    framed = [ImageOps.expand(page, _GAP // 2, _AROUND) for page in pages]
    width, height = framed[0].size
    whole = Image.new("RGB", (width, height * len(framed)))
    for at, page in enumerate(framed):
        whole.paste(page, (0, at * height))
    return whole.quantize(_COLOURS)


def main() -> None:
    """Draw the picture from the samples as they lie in the project."""
    draw(render_return(*sample())).save(PICTURE, optimize=True)


if __name__ == "__main__":
    main()
