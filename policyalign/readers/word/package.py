"""Open a Word file as what it is, a zip of XML parts, with limits on what it may cost.

python-docx is not used to open it: it refuses macro-enabled files, templates, strict files and
packages with one missing picture, and it parses every part, where only a few hold text.
"""

from __future__ import annotations

import io
import lzma
import posixpath
import re
import zipfile
import zlib
from collections.abc import Iterator
from dataclasses import dataclass, field
from typing import NamedTuple
from urllib.parse import unquote

from lxml import etree

from policyalign.errors import ReadError
from policyalign.limits import LARGEST_PART, LARGEST_TOTAL, MOST_MARKS
from policyalign.model.document import Notice, NoticeKind
from policyalign.readers.word.inflate import beginning, inflated
from policyalign.readers.word.markup import Element, parse

_PIECE = 65_536
# What nearly all references to parts look like; these need no working out.
_PLAIN_TARGET = re.compile(r"[\w-]+(?:/[\w-]+)*\.\w+", re.ASCII)

_DAMAGED = (
    "The file is damaged and cannot be opened as a Word document. Open it in Word, let Word repair "
    "it, save a copy and check the copy."
)
_OLE = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"
_BAD_ZIP = (
    zipfile.BadZipFile,
    zlib.error,
    lzma.LZMAError,
    EOFError,
    OSError,
    NotImplementedError,
    ValueError,
    OverflowError,
)
# What other kinds of file begin with, and what they are called.
_OTHER_KINDS = (
    (b"%PDF", "a PDF"),
    (b"{\\rtf", "a rich text file (RTF)"),
    (b"<html", "a web page"),
    (b"<!DOCTYPE html", "a web page"),
    (b"<?xml", "an XML file"),
)


class Relationship(NamedTuple):
    """A link from one part of the package to another, or to something outside it."""

    kind: str
    target: str
    outside: bool


@dataclass(slots=True, kw_only=True)
class Package:
    """The parts of one Word file. ``notices`` grows when a limit cuts something off."""

    file: bytes
    archive: zipfile.ZipFile
    names: dict[str, zipfile.ZipInfo]
    main: str
    notices: list[Notice] = field(default_factory=list)
    read_so_far: int = 0
    cut_off: set[str] = field(default_factory=set)
    links_read: dict[str, dict[str, Relationship]] = field(default_factory=dict)

    def data(self, name: str) -> bytes | None:
        """Give the bytes of a part, cut at the limits, or ``None`` if there is no such part.

        Raises ``ReadError`` if the part is damaged or encrypted.
        """
        info = self.names.get(name.lower())
        if info is None:
            return None
        whole = inflated(self.file, info) if info.file_size <= self._allowed() else None
        if whole is None:
            return b"".join(self.pieces(name))
        self.read_so_far += len(whole)
        return whole

    def pieces(self, name: str) -> Iterator[bytes]:
        """Give the bytes of a part piece by piece, for a caller that may not need all of them.

        It does otherwise what ``data`` does; a part that does not exist has no pieces.
        """
        info = self.names.get(name.lower())
        if info is None:
            return
        if info.flag_bits & 1:
            raise ReadError(_protected("a password"))
        allowed = self._allowed()
        if allowed <= 0:
            self._nothing_of(name)
            return
        # Often the beginning is enough, and it comes faster without opening the part as a file.
        first = (beginning(self.file, info, _PIECE) or b"") if allowed > _PIECE else b""
        taken = len(first)
        self.read_so_far += taken
        if first:
            yield first
        try:
            with self.archive.open(info) as stream:
                stream.read(taken)
                while taken < allowed and (piece := stream.read(_PIECE)):
                    taken += len(piece)
                    self.read_so_far += len(piece)
                    yield piece[: len(piece) - max(0, taken - allowed)]
        except _BAD_ZIP as problem:
            raise ReadError(_DAMAGED) from problem
        if taken > allowed:
            self._cut(name, allowed)

    def _allowed(self) -> int:
        return min(LARGEST_PART, LARGEST_TOTAL - self.read_so_far)

    def tree(self, name: str) -> Element | None:
        """Give the root element of a part, or ``None`` if the package has no such part.

        A part that passes a limit is read up to it, with a notice. Raises ``ReadError`` if the
        part is not well-formed.
        """
        data = self.data(name)
        return self.parsed(name, data) if data is not None else None

    def parsed(self, name: str, data: bytes) -> Element | None:
        """Do what ``tree`` does for a part whose bytes have been read."""
        # Each mark takes a byte and more, so that most parts need not be counted.
        if len(data) > MOST_MARKS and _marks(data, len(data)) > MOST_MARKS:
            data = _first_marks(data)
            self._cut(name, len(data))
        if name in self.cut_off:
            return parse(data, mend=True) if data else None
        try:
            return parse(data)
        except etree.XMLSyntaxError as problem:
            if "depth" not in str(problem).lower():
                raise ReadError(_DAMAGED) from problem
        return self._shallow(name, data)

    def links(self, name: str) -> dict[str, Relationship]:
        """Give the relationships of a part by their id; ``""`` is the package itself."""
        if name not in self.links_read:
            self.links_read[name] = self._links(name)
        return self.links_read[name]

    def _links(self, name: str) -> dict[str, Relationship]:
        folder, base = posixpath.split(name)
        root = self.tree(posixpath.join(folder, "_rels", f"{base}.rels"))
        found: dict[str, Relationship] = {}
        for link in root if root is not None else ():
            found[link.get("Id", "")] = Relationship(
                kind=link.get("Type", "").rpartition("/")[2],
                target=_resolved(folder, link.get("Target", "")),
                outside=link.get("TargetMode") == "External",
            )
        return found

    def _cut(self, name: str, size: int) -> None:
        """Say that only so many bytes of a part were read."""
        self.cut_off.add(name)
        self.notices.append(
            Notice(
                kind=NoticeKind.LIMIT,
                reason=f"The part {name} is very large; only its first {size:,} bytes were read.",
            )
        )

    def _nothing_of(self, name: str) -> None:
        """Say once that no more is read: there may be very many parts."""
        self.cut_off.add(name)
        notice = Notice(
            kind=NoticeKind.LIMIT,
            reason=f"The parts of the file are larger than {LARGEST_TOTAL:,} bytes together; the "
            "rest of them were not read.",
        )
        if notice not in self.notices:
            self.notices.append(notice)

    def _shallow(self, name: str, data: bytes) -> Element | None:
        self.notices.append(
            Notice(
                kind=NoticeKind.LIMIT,
                reason=f"The part {name} nests more than 256 levels deep; it was read up to there.",
            )
        )
        return parse(data, mend=True)


def open_package(data: bytes) -> Package:
    """Open the bytes of a ``.docx``, ``.docm``, ``.dotx`` or ``.dotm`` file.

    Raises ``ReadError``, with what to do, for anything that is not a readable Word package.
    """
    if not data:
        raise ReadError("The file is empty. Ask for it to be sent again.")
    if data.startswith(_OLE):
        raise ReadError(_compound_file(data))
    try:
        archive = zipfile.ZipFile(io.BytesIO(data))
    except _BAD_ZIP as problem:
        raise ReadError(_not_a_zip(data)) from problem
    names = {
        info.filename.replace("\\", "/").lstrip("/").lower(): info for info in archive.filelist
    }
    package = Package(file=data, archive=archive, names=names, main="")
    package.main = _main_part(package)
    return package


def _resolved(folder: str, target: str) -> str:
    """Give the name of a part from how a part in ``folder`` refers to it."""
    if _PLAIN_TARGET.fullmatch(target):
        return f"{folder}/{target}" if folder else target
    return posixpath.normpath(posixpath.join("/", folder, unquote(target))).lstrip("/")


def _main_part(package: Package) -> str:
    for link in package.links("").values():
        if link.kind == "officeDocument" and link.target.lower() in package.names:
            return link.target
    if "word/document.xml" in package.names:
        return "word/document.xml"
    raise ReadError(
        "The file is a zip archive but holds no Word document. If it is a folder of documents, "
        "unpack it and check the documents."
    )


def _compound_file(data: bytes) -> str:
    """Say why a file in the container of old Office cannot be read."""
    if "EncryptedPackage".encode("utf-16-le") in data:
        return _protected("a password")
    if "WordDocument".encode("utf-16-le") in data:
        return (
            "This is an old Word document (.doc) with a new name. Open it in Word, save it as "
            ".docx and check that."
        )
    return (
        "This is not a Word document but another Office file in the old format. Save it as .docx "
        "and check that."
    )


def _protected(how: str) -> str:
    return (
        f"The document is protected with {how} and cannot be opened. Ask its owner for a copy "
        "without protection."
    )


def _not_a_zip(data: bytes) -> str:
    start = data[:200].lstrip(b"\xef\xbb\xbf \t\r\n").lower()
    for mark, kind in _OTHER_KINDS:
        if start.startswith(mark.lower()):
            return f"This is {kind} named as a Word document. Save it as .docx and check that."
    return _DAMAGED


def _marks(data: bytes, end: int) -> int:
    """Count tags and attributes, roughly: each of them costs memory when it is parsed."""
    return data.count(b"<", 0, end) + data.count(b"=", 0, end)


def _first_marks(data: bytes) -> bytes:
    """Cut the data where it has had as many tags and attributes as are allowed."""
    low, high = 0, len(data)
    while low < high:
        middle = (low + high + 1) // 2
        fits = _marks(data, middle) <= MOST_MARKS
        low, high = (middle, high) if fits else (low, middle - 1)
    return data[:low]
