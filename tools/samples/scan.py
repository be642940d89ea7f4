"""Draw pages as pictures: a policy as a scanner sees it, and a flowchart."""

from __future__ import annotations

import io
import random
import textwrap
import time
from collections.abc import Iterator
from datetime import datetime
from typing import Any

from PIL import Image, ImageDraw, ImageFont

from tools.samples.source import Form, Part, Source

_DPI = 150
_PAGE = (1240, 1754)
_LEFT, _TOP, _LINE = 120, 120, 40
_HEADING_SIZE, _TEXT_SIZE = 36, 28
_WIDTH = 74
_TILT = 0.6
_SPECKS = 260


def make(source: Source) -> bytes:
    """Give a PDF whose pages are black-and-white pictures of the text."""
    pages = [_scanned(page, seed) for seed, page in enumerate(_drawn(source.parts))]
    saved = time.struct_time(datetime.fromisoformat(source.facts["saved"]).timetuple())
    target = io.BytesIO()
    pages[0].save(
        target,
        "PDF",
        save_all=True,
        append_images=pages[1:],
        resolution=_DPI,
        title=source.facts["scanner_title"],
        creationDate=saved,
        modDate=saved,
    )
    return target.getvalue()


def flowchart(facts: dict[str, Any]) -> bytes:
    """Give a PNG of a page with a title, boxes below each other, and three columns at its foot."""
    page = Image.new("1", _PAGE, 1)
    pen = ImageDraw.Draw(page)
    pen.text((_LEFT, 90), facts["title"], font=_font(38), fill=0)
    top = 190
    for step in facts["steps"]:
        _framed(pen, (270, top, 970, top + 150), step, 48)
        pen.line((620, top + 150, 620, top + 200), fill=0, width=4)
        pen.polygon([(608, top + 180), (632, top + 180), (620, top + 200)], fill=0)
        top += 200
    for number, column in enumerate(facts["columns"]):
        left = 100 + number * 350
        _framed(pen, (left, top, left + 335, top + 480), column, 23)
    target = io.BytesIO()
    page.save(target, "PNG", optimize=True)
    return target.getvalue()


def _font(size: int) -> ImageFont.FreeTypeFont | ImageFont.ImageFont:
    """Give the font that comes with Pillow: others differ from one machine to the next."""
    return ImageFont.load_default(size)


def _framed(
    pen: ImageDraw.ImageDraw, corners: tuple[int, int, int, int], text: str, width: int
) -> None:
    pen.rectangle(corners, outline=0, width=4)
    lines = (line for part in text.split("\n") for line in textwrap.wrap(part, width) or [""])
    for number, line in enumerate(lines):
        place = (corners[0] + 18, corners[1] + 16 + number * 36)
        pen.text(place, line, font=_font(26), fill=0)


def _drawn(parts: tuple[Part, ...]) -> Iterator[Image.Image]:
    """Draw the text; ``{page}`` starts a new page."""
    page = Image.new("L", _PAGE, 255)
    down = _TOP
    for part in parts:
        if part.form is Form.MARK:
            yield page
            page, down = Image.new("L", _PAGE, 255), _TOP
            continue
        down = _draw(ImageDraw.Draw(page), part, down)
    yield page


def _draw(pen: ImageDraw.ImageDraw, part: Part, down: int) -> int:
    """Draw one part and give how far down the next one starts."""
    font = _font(_HEADING_SIZE if part.form is Form.HEADING else _TEXT_SIZE)
    mark = "-  " if part.form is Form.BULLET else ""
    for row in part.rows or ((mark + part.text,),):
        columns = [textwrap.wrap(cell, _WIDTH // len(row)) for cell in row]
        for number, lines in enumerate(columns):
            place = (_LEFT + number * (_PAGE[0] - 2 * _LEFT) // len(row), down)
            pen.multiline_text(place, "\n".join(lines), font=font, fill=0, spacing=10)
        down += max(map(len, columns)) * _LINE
    return down + (6 if mark else 22)


def _scanned(page: Image.Image, seed: int) -> Image.Image:
    """Tilt a page and add specks, as on a well-used copier."""
    tilted = page.rotate(_TILT - 0.9 * seed, resample=Image.Resampling.BICUBIC, fillcolor=255)
    chance = random.Random(seed)
    pen = ImageDraw.Draw(tilted)
    for _ in range(_SPECKS):
        pen.point((chance.randrange(_PAGE[0]), chance.randrange(_PAGE[1])), fill=0)
    return tilted.point(lambda shade: 255 if shade > 140 else 0).convert("1")
