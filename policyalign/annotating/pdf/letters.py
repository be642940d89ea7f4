"""Find words of a block on the page, letter by letter.

A block is put together from lines: blanks and hyphens at line ends, columns and page ends are no
longer as they were. What stays is the order of its letters, so that words are looked for without
blanks and hyphens, and what is found is by its letters what was looked for.
"""

from __future__ import annotations

import ctypes
import math
import unicodedata
from collections.abc import Iterator, Sequence
from typing import NamedTuple

import pypdfium2 as pdfium
from pypdfium2 import raw

from policyalign.limits import MOST_PAGE_CHARACTERS
from policyalign.readers.pdf.drawing import Rectangle
from policyalign.readers.pdf.hyphens import HYPHENS

_CONTEXT = 60
_LINE = 4
_LEFT_OUT = frozenset({"Cc", "Cf", "Cs", "Cn", "Zs", "Zl", "Zp"})
_UPRIGHT = 0.3


class Found(NamedTuple):
    """Where words stand: a page, from 1, and one area for each line or part of one."""

    page: int
    areas: tuple[Rectangle, ...]


class Wanted(NamedTuple):
    """Letters to look for, and those that come before and after them in their block."""

    before: str
    letters: str
    after: str


class PageLetters:
    """The letters of one page, open in PDFium. Close it before the page."""

    def __init__(self, page: pdfium.PdfPage) -> None:
        self._textpage = page.get_textpage()
        self._handle = self._textpage.raw
        text = self._text()
        self._positions = [at for at, letter in enumerate(text) if _is_kept(letter)]
        self.letters = "".join(text[at] for at in self._positions)
        self._breaks = frozenset(_breaks(text, self._positions))

    def close(self) -> None:
        """Give the memory of the page's text back."""
        self._textpage.close()

    def places(self, wanted: Wanted) -> Iterator[tuple[int, int]]:
        """Give how like their surroundings are, and where the letters begin, for each place."""
        at = self.letters.find(wanted.letters)
        while at >= 0:
            end = at + len(wanted.letters)
            before = _alike(wanted.before[::-1], self.letters[max(0, at - _CONTEXT) : at][::-1])
            after = _alike(wanted.after, self.letters[end : end + _CONTEXT])
            # A block begins where a line begins, and ends where one ends.
            begins = before == len(wanted.before) and at - before in self._breaks
            ends = after == len(wanted.after) and end + after in self._breaks
            yield before + after + _LINE * (begins + ends), at
            at = self.letters.find(wanted.letters, at + 1)

    def areas(self, start: int, count: int) -> tuple[Rectangle, ...]:
        """Give the areas of letters, one for each line that they stand on."""
        areas: list[Rectangle] = []
        for position in self._positions[start : start + count]:
            index = raw.FPDFText_GetCharIndexFromTextIndex(self._handle, position)
            box = self._box(index)
            if box is None:
                continue
            upright = self._is_upright(index)
            if areas and _on_one_line(areas[-1], box, upright=upright):
                areas[-1] = _around(areas[-1], box)
            else:
                areas.append(box)
        return tuple(areas)

    def _text(self) -> str:
        """Give the text of the page, one character for each of PDFium's."""
        count = min(raw.FPDFText_CountChars(self._handle), MOST_PAGE_CHARACTERS)
        if count <= 0:
            return ""
        buffer = (ctypes.c_ushort * (count + 1))()
        written = raw.FPDFText_GetText(self._handle, 0, count, buffer)
        return "".join(map(chr, buffer[: max(written - 1, 0)]))

    def _box(self, index: int) -> Rectangle | None:
        area = raw.FS_RECTF()
        if raw.FPDFText_GetLooseCharBox(self._handle, index, area):
            box = Rectangle(area.left, area.bottom, area.right, area.top)
            return box if box.width > 0 and box.height > 0 else None
        return None

    def _is_upright(self, index: int) -> bool:
        angle = raw.FPDFText_GetCharAngle(self._handle, index)
        return abs(math.cos(angle)) < _UPRIGHT


def _breaks(text: str, positions: Sequence[int]) -> Iterator[int]:
    """Give the letters that stand first on a line, and the end of all."""
    before = 0
    for number, position in enumerate(positions):
        if not number or any(mark in "\r\n" for mark in text[before + 1 : position]):
            yield number
        before = position
    yield len(positions)


def letters_of(text: str) -> str:
    """Give a text without blanks, hyphens and what cannot be seen."""
    return "".join(filter(_is_kept, text))


def parts_of(words: Sequence[str]) -> Iterator[tuple[int, str]]:
    """Give the beginnings of a text, longest first, each with how many words it takes."""
    for count in range(len(words), 0, -1):
        yield count, letters_of("".join(words[:count]))


def _is_kept(letter: str) -> bool:
    if letter in HYPHENS or ord(letter) >= 0xFFFE:
        return False
    return unicodedata.category(letter) not in _LEFT_OUT


def _alike(wanted: str, found: str) -> int:
    count = 0
    for one, other in zip(wanted, found, strict=False):
        if one != other:
            break
        count += 1
    return count


def _on_one_line(line: Rectangle, box: Rectangle, *, upright: bool) -> bool:
    """Tell whether a letter stands on the same line as those before it, and close to them."""
    if upright:
        middle, size = (box.left + box.right) / 2, box.width
        gap = max(box.bottom - line.top, line.bottom - box.top)
        return line.left <= middle <= line.right and gap < 2 * size
    middle, size = (box.bottom + box.top) / 2, box.height
    gap = max(box.left - line.right, line.left - box.right)
    return line.bottom <= middle <= line.top and gap < 2 * size


def _around(one: Rectangle, other: Rectangle) -> Rectangle:
    return Rectangle(
        min(one.left, other.left),
        min(one.bottom, other.bottom),
        max(one.right, other.right),
        max(one.top, other.top),
    )
