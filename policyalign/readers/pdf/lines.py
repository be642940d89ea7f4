"""Take the lines of a page from PDFium, with just enough geometry to rebuild paragraphs.

A call into PDFium costs up to a microsecond, so size, weight and colour are asked for once or
twice a line and never for every character.
"""

from __future__ import annotations

import ctypes
import math
import re
from collections import Counter
from functools import lru_cache
from typing import NamedTuple

import pypdfium2 as pdfium
from pypdfium2 import raw

from policyalign.limits import MOST_PAGE_CHARACTERS
from policyalign.model.document import Cell
from policyalign.readers.pdf.calls import (
    by_reference,
    char_fill,
    char_font,
    char_matrix,
    char_origin,
    char_size,
    count_rects,
    text_rect,
)
from policyalign.readers.pdf.drawing import Rectangle

HYPHEN = "\ufffe"
"""What PDFium puts in place of a hyphen that ends a line."""

_LINE = re.compile(f"([^\r\n{HYPHEN}]*[^\\s{HYPHEN}\\x00-\\x1f][^\r\n{HYPHEN}]*)({HYPHEN}?)")
_UNPRINTABLE = dict.fromkeys((*range(9), *range(14, 32), 127, 65534, 65535))
_BOLD = re.compile(rb"bold|black|heavy|[-,](?:semi|demi)", re.IGNORECASE)
_NAME_BYTES = ctypes.c_ulong(128)
_FONTS = 1_000
_LETTER = re.compile(r"[^\W\d_]")


def _finite(number: float) -> float:
    """Give a number, or 0 for none: a file may set its type so large that it stands nowhere."""
    return number if math.isfinite(number) else 0.0


def _before_letter(text: str) -> int:
    found = _LETTER.search(text)
    return found.start() if found else 0


@lru_cache(_FONTS)
def _names_bold(font: bytes) -> bool:
    return _BOLD.search(font) is not None


class Line(NamedTuple):
    """A line, or the part of one that stands in its own column or table cell.

    A named tuple, because a frozen dataclass takes four times as long to make and a document has
    thousands. Lengths are in points; ``y`` is the height of the baseline above the foot of the
    page as it is read, whatever way the page was turned. ``start`` is the position of the first
    character in PDFium's page text. ``gaps`` are wide blanks inside the line, from x to x.
    """

    text: str
    hyphen: bool
    left: float
    right: float
    y: float
    size: float
    bold: bool
    colour: int
    start: int
    gaps: tuple[tuple[float, float], ...] = ()
    turned: int = 0
    page: int = 0
    cell: Cell | None = None
    box: int | None = None


class PageText:
    """The text of one page, open in PDFium. Close it before the page."""

    def __init__(self, page: pdfium.PdfPage) -> None:
        self._textpage = page.get_textpage()
        self._handle = self._textpage.raw
        self._page = by_reference(self._handle)
        # PDFium writes its answers here; made once, since making them takes as long as a call.
        self._font = ctypes.create_string_buffer(_NAME_BYTES.value)
        self._matrix = raw.FS_MATRIX()
        self._numbers = [ctypes.c_double() for _ in range(4)]
        self._colour = [ctypes.c_uint() for _ in range(4)]
        self._to_font = ctypes.byref(self._font)
        self._to_flags = ctypes.byref(ctypes.c_int())
        self._to_matrix = ctypes.byref(self._matrix)
        self._to_numbers = [ctypes.byref(number) for number in self._numbers]
        self._to_colour = [ctypes.byref(number) for number in self._colour]
        self.quarter = 0
        self.characters: int = raw.FPDFText_CountChars(self._handle)

    @property
    def cut_short(self) -> bool:
        """True where the page has more characters than are read."""
        return self.characters > MOST_PAGE_CHARACTERS

    def close(self) -> None:
        """Give the memory of the page's text back."""
        self._textpage.close()

    def lines(self, number: int) -> list[Line]:
        """Give the lines of the page in the order of the file.

        Most lines of a turned page run along its side; coordinates are turned back so that
        those lines are level. Lines at any other angle are marked as ``turned``.
        """
        text = self._text()
        drifts = len(text) != min(self.characters, MOST_PAGE_CHARACTERS)
        measured = [self._line(match, number, drifts) for match in _LINE.finditer(text)]
        angles: Counter[int] = Counter()
        for line in measured:
            angles[line.turned] += len(line.text)
        if not angles or set(angles) == {0}:
            return measured
        self.quarter = max((a for a in angles if a % 90 == 0), key=angles.__getitem__, default=0)
        return [self._levelled(line) for line in measured]

    def _text(self) -> str:
        count = min(self.characters, MOST_PAGE_CHARACTERS)
        if count <= 0:
            return ""
        buffer = (ctypes.c_ushort * (count + 1))()
        written = raw.FPDFText_GetText(self._handle, 0, count, buffer)
        return bytes(buffer)[: 2 * (written - 1)].decode("utf-16-le", errors="replace")

    def _line(self, match: re.Match[str], number: int, drifts: bool) -> Line:
        whole = match[1]
        text = whole.strip()
        start = match.start()
        if text is not whole:
            start += len(whole) - len(whole.lstrip())
        last = start + len(text) - 1
        if drifts:
            start = raw.FPDFText_GetCharIndexFromTextIndex(self._handle, start)
            last = raw.FPDFText_GetCharIndexFromTextIndex(self._handle, last)
        # A bullet or the number of a note may be in another type than the words after it.
        worded = start if text[0].isalpha() else start + _before_letter(text)
        size, angle = self._size(worded)
        right, gaps = self._extent(start, last - start + 1, size)
        x, y = self._origin(start)
        return Line(
            text if text.isprintable() else text.translate(_UNPRINTABLE),
            bool(match[2]),
            x,
            right if right is not None else x,
            y,
            size,
            self._is_bold(worded) and self._is_bold(last),
            self._ink(worded),
            start,
            gaps,
            angle,
            number,
        )

    def _size(self, index: int) -> tuple[float, int]:
        """Give the size in points as drawn and the angle in degrees, to the nearest."""
        matrix = self._matrix
        char_matrix(self._page, index, self._to_matrix)
        size = char_size(self._page, index)
        a, b, c, d = matrix.a, matrix.b, matrix.c, matrix.d
        if b == 0 and c == 0 and a > 0:
            return round(_finite(size * abs(d)), 1), 0
        angle = round(math.degrees(math.atan2(_finite(b), _finite(a)))) % 360
        # Slanted type has c without b; it is level all the same.
        return round(_finite(size * math.hypot(c, d)), 1), angle

    def _origin(self, index: int) -> tuple[float, float]:
        x, y, _, _ = self._numbers
        to_x, to_y, _, _ = self._to_numbers
        char_origin(self._page, index, to_x, to_y)
        return _finite(x.value), _finite(y.value)

    def _extent(
        self, start: int, count: int, size: float
    ) -> tuple[float | None, tuple[tuple[float, float], ...]]:
        """Give the right end of a line and the wide blanks in it."""
        rects = count_rects(self._page, start, count)
        if rects <= 0:
            return None, ()
        x0, _, x1, _ = self._numbers
        text_rect(self._page, 0, *self._to_numbers)
        right = _finite(x1.value)
        gaps: list[tuple[float, float]] = []
        for index in range(1, rects):
            text_rect(self._page, index, *self._to_numbers)
            begin = _finite(x0.value)
            if begin - right > size:
                gaps.append((right, begin))
            right = max(right, _finite(x1.value))
        return right, tuple(gaps)

    def _is_bold(self, index: int) -> bool:
        char_font(self._page, index, self._to_font, _NAME_BYTES, self._to_flags)
        return _names_bold(self._font.value)

    def _ink(self, index: int) -> int:
        char_fill(self._page, index, *self._to_colour)
        red, green, blue, _ = self._colour
        return (red.value << 16) | (green.value << 8) | blue.value

    def _levelled(self, line: Line) -> Line:
        angle = (line.turned - self.quarter) % 360
        if angle == 0:
            return self._turned_back(line)._replace(turned=0)
        return line._replace(turned=angle)

    def _turned_back(self, line: Line) -> Line:
        if self.quarter == 0:
            return line
        x, y = self._origin(line.start)
        end = self._origin(line.start + len(line.text) - 1)
        # The origin of the last character is half its width or so short of the line's end.
        left, level = self._level(x, y)
        right = self._level(*end)[0] + line.size / 2
        return line._replace(left=left, right=right, y=level, gaps=())

    def _level(self, x: float, y: float) -> tuple[float, float]:
        """Turn a point of the page so that its main text is level."""
        if self.quarter == 90:
            return y, -x
        return (-y, x) if self.quarter == 270 else (-x, -y)

    def levelled(self, area: Rectangle) -> Rectangle:
        """Turn a rectangle of the page so that the page's main text is level."""
        (x0, y0), (x1, y1) = self._level(area.left, area.bottom), self._level(area.right, area.top)
        return Rectangle(min(x0, x1), min(y0, y1), max(x0, x1), max(y0, y1))

    def words(self, line: Line) -> list[tuple[float, str]]:
        """Give each word of a line with the x where it begins, for cutting the line up."""
        found = []
        for match in re.finditer(r"\S+", line.text):
            x, y = self._origin(line.start + match.start())
            found.append((x if self.quarter == 0 else self._level(x, y)[0], match[0]))
        return found
