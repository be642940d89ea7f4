"""Write annotations into a PDF: the file as it was, and after its end what is added to it.

So every byte of the policy stays: its form fields, outline, annotations and signatures.
"""

from __future__ import annotations

import io
import logging
import struct
import zlib
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date
from typing import BinaryIO

from pypdf import PdfReader, PdfWriter
from pypdf.errors import PyPdfError
from pypdf.generic import (
    ArrayObject,
    DecodedStreamObject,
    DictionaryObject,
    FloatObject,
    NameObject,
    NumberObject,
    PdfObject,
    TextStringObject,
)

from policyalign.errors import ReadError
from policyalign.readers.pdf.drawing import Rectangle

AUTHOR = "policyalign"
_YELLOW = (1.0, 0.88, 0.35)
_BLUE = (0.45, 0.7, 1.0)
_PRINTED = 4
_ICON = 20.0
_MARK = b"%policyalign annotated copy\n"
_FAULTY = (
    "has faults of its own, and a copy with remarks might not open. Save it again as a PDF in "
    "another program, and annotate that"
)
_ENCRYPTED = (
    "is protected against changes, remarks included. Ask its owner for a copy without protection"
)
# What the library raises for a file whose parts are not what they should be.
_WRONG_PARTS = (
    *(PyPdfError, ValueError, LookupError, TypeError, AttributeError, AssertionError),
    *(ArithmeticError, NotImplementedError, RecursionError, zlib.error, struct.error),
)
# No object has this for its hash.
_CHANGED = -1

# It says on standard error what it mends, which is of no use to whoever wants a copy.
logging.getLogger("pypdf").addHandler(logging.NullHandler())


@dataclass(frozen=True, slots=True, kw_only=True)
class Note:
    """A remark on one page, from 1: on areas that are to be highlighted, else beside a point."""

    page: int
    text: str
    areas: tuple[Rectangle, ...] = ()
    left: float = 0.0
    top: float = 0.0


class Copy:
    """A PDF to which notes are added. ``is_signed`` tells whether somebody signed it."""

    def __init__(self, data: bytes) -> None:
        """Open it. Raises ``ReadError`` if nothing can be added to it safely."""
        self._data = data
        try:
            if PdfReader(io.BytesIO(data)).is_encrypted:
                raise ReadError(_ENCRYPTED)
            self._writer = PdfWriter(io.BytesIO(data), incremental=True)
            self.pages = len(self._writer.pages)
            self.is_signed = self._is_signed()
        except _WRONG_PARTS as problem:
            raise ReadError(_FAULTY) from problem

    def _is_signed(self) -> bool:
        form = self._writer.root_object.get("/AcroForm")
        flags = form.get_object().get("/SigFlags", 0) if form is not None else 0
        return bool(int(flags) & 1)

    def with_notes(self, notes: Sequence[Note], today: date | None) -> bytes:
        """Give the file with the notes in it."""
        try:
            for number, note in enumerate(notes, start=1):
                self._add(note, number, today)
            self._keep_properties()
            written = io.BytesIO()
            self._writer.write(written)
        except _WRONG_PARTS as problem:
            raise ReadError(_FAULTY) from problem
        whole = written.getvalue()
        if not whole.startswith(self._data):
            raise ReadError(_FAULTY)
        return whole + (b"" if whole.endswith(b"\n") else b"\n") + _MARK

    def _keep_properties(self) -> None:
        """Have the new trailer name the title, author and so on, as programs read the last alone.

        The library names them there only where they are among what is written.
        """
        properties = self._writer._info
        if properties is not None and properties.indirect_reference is not None:
            self._writer._original_hash[properties.indirect_reference.idnum - 1] = _CHANGED

    def _add(self, note: Note, number: int, today: date | None) -> None:
        annotation = _highlight(note) if note.areas else _sticky(note)
        annotation[NameObject("/Type")] = NameObject("/Annot")
        annotation[NameObject("/T")] = TextStringObject(AUTHOR)
        annotation[NameObject("/NM")] = TextStringObject(f"{AUTHOR}-{number}")
        annotation[NameObject("/Contents")] = TextStringObject(note.text)
        annotation[NameObject("/F")] = NumberObject(_PRINTED)
        if today:
            annotation[NameObject("/M")] = TextStringObject(f"D:{today:%Y%m%d}")
        if note.areas:
            look = self._writer._add_object(_appearance(note.areas))
            annotation[NameObject("/AP")] = DictionaryObject({NameObject("/N"): look})
        page = self._writer.pages[note.page - 1]
        there = page.get("/Annots")
        known = there.get_object() if there is not None else None
        if not isinstance(known, ArrayObject):
            known = page[NameObject("/Annots")] = ArrayObject()
        known.append(self._writer._add_object(annotation))


def is_marked(file: BinaryIO) -> bool:
    """Tell whether a PDF is a copy that was written here and not saved by anybody since."""
    file.seek(0, io.SEEK_END)
    file.seek(max(0, file.tell() - len(_MARK)))
    return file.read() == _MARK


def _highlight(note: Note) -> DictionaryObject:
    corners = (n for area in note.areas for n in _corners(area))
    return DictionaryObject(
        {
            NameObject("/Subtype"): NameObject("/Highlight"),
            NameObject("/Rect"): _numbers(*_around(note.areas)),
            NameObject("/QuadPoints"): _numbers(*corners),
            NameObject("/C"): _numbers(*_YELLOW),
        }
    )


def _sticky(note: Note) -> DictionaryObject:
    area = (note.left, note.top - _ICON, note.left + _ICON, note.top)
    return DictionaryObject(
        {
            NameObject("/Subtype"): NameObject("/Text"),
            NameObject("/Rect"): _numbers(*area),
            NameObject("/Name"): NameObject("/Comment"),
            NameObject("/C"): _numbers(*_BLUE),
        }
    )


def _appearance(areas: Sequence[Rectangle]) -> DecodedStreamObject:
    """Draw the highlight, which not every program does of itself, so that words show through."""
    mixing = DictionaryObject(
        {NameObject("/Type"): NameObject("/ExtGState"), NameObject("/BM"): NameObject("/Multiply")}
    )
    states = DictionaryObject({NameObject("/Mix"): mixing})
    drawn = DecodedStreamObject()
    drawn.update(
        {
            NameObject("/Type"): NameObject("/XObject"),
            NameObject("/Subtype"): NameObject("/Form"),
            NameObject("/BBox"): _numbers(*_around(areas)),
            NameObject("/Resources"): DictionaryObject({NameObject("/ExtGState"): states}),
            NameObject("/Group"): DictionaryObject(
                {
                    NameObject("/S"): NameObject("/Transparency"),
                    NameObject("/Type"): NameObject("/Group"),
                }
            ),
        }
    )
    colour = " ".join(map(_figure, _YELLOW))
    boxes = [" ".join(map(_figure, (a.left, a.bottom, a.width, a.height))) for a in areas]
    drawn.set_data("\n".join(["/Mix gs", f"{colour} rg", *(f"{b} re f" for b in boxes)]).encode())
    return drawn


def _corners(area: Rectangle) -> Iterator[float]:
    """Give the corners in the order in which programs expect them: upper ones first."""
    yield from (area.left, area.top, area.right, area.top)
    yield from (area.left, area.bottom, area.right, area.bottom)


def _around(areas: Sequence[Rectangle]) -> Rectangle:
    return Rectangle(
        min(area.left for area in areas),
        min(area.bottom for area in areas),
        max(area.right for area in areas),
        max(area.top for area in areas),
    )


def _figure(value: float) -> str:
    return f"{value:.2f}"


def _numbers(*values: float) -> ArrayObject:
    found: list[PdfObject] = [FloatObject(_figure(value)) for value in values]
    return ArrayObject(found)
