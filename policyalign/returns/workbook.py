"""Open a return as what it is, a zip of XML parts, with limits on what it may cost.

It is read and written part by part: openpyxl, which reads a whole workbook and saves it again,
drops what it does not know, such as threaded comments, and the results of formulas.
"""

from __future__ import annotations

import io
import posixpath
import re
import zipfile
from collections.abc import Iterator, Mapping
from functools import cached_property
from pathlib import Path
from typing import Any

from lxml import etree

from policyalign.errors import InputError
from policyalign.limits import LARGEST_PART, LARGEST_TOTAL, MOST_MARKS, MOST_RETURN_BYTES
from policyalign.report_mark import BAD_ZIP

Element = Any  # lxml ships no annotations

_OLE = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"
_WORKBOOK = "xl/workbook.xml"
_WORKBOOK_LINKS = "xl/_rels/workbook.xml.rels"
_CONTENT_TYPES = "[Content_Types].xml"
DAMAGED = (
    "is damaged or only a part of a file, and cannot be opened as a workbook. Open it in Excel, "
    "let Excel repair it, and save it; or ask for it to be sent again"
)
_TOO_LARGE = "unpacks to more than any return holds. Ask for the return itself"
_NO_WORKBOOK = "is no Excel workbook (.xlsx). Open it in Excel or LibreOffice and save it as .xlsx"
_ESCAPED = re.compile(r"_x([0-9A-Fa-f]{4})_")


class Workbook:
    """The parts of one workbook."""

    def __init__(self, data: bytes) -> None:
        """Look into the file. Raises ``InputError`` with a reason that goes on from its name."""
        self._archive = _opened(data)
        self._names = {info.filename.lower(): info.filename for info in self._archive.filelist}
        if len(self._names) < len(self._archive.filelist):
            raise InputError(DAMAGED)  # of two parts of one name programs read different ones
        if sum(info.file_size for info in self._archive.filelist) > LARGEST_TOTAL:
            raise InputError(_TOO_LARGE)
        if not self.holds(_WORKBOOK):
            raise InputError(_NO_WORKBOOK)

    def holds(self, name: str) -> bool:
        """Tell whether there is a part of this name."""
        return bool(name) and name.lower() in self._names

    def tree(self, name: str) -> Element:
        """Give the root of a part. Raises ``InputError`` if it is damaged or too large."""
        data = self._data(name)
        if data.count(b"<") + data.count(b"=") > MOST_MARKS:
            raise InputError(_TOO_LARGE)
        parser = etree.XMLParser(resolve_entities=False, no_network=True, huge_tree=False)
        try:
            root = etree.fromstring(data, parser)
        except etree.XMLSyntaxError as problem:
            raise InputError(DAMAGED) from problem
        if root.getroottree().docinfo.doctype:
            raise InputError("holds declarations that no workbook needs, and was not opened")
        return root

    def links(self, name: str) -> Iterator[tuple[str, str, str]]:
        """Give the id, the kind and the target of each link of a part."""
        folder, base = posixpath.split(name)
        rels = posixpath.join(folder, "_rels", f"{base}.rels")
        for link in self.tree(rels) if self.holds(rels) else ():
            if not isinstance(link.tag, str) or link.get("TargetMode") == "External":
                continue
            target = posixpath.normpath(posixpath.join("/", folder, link.get("Target", "")))
            yield link.get("Id", ""), link.get("Type", "").rpartition("/")[2], target.lstrip("/")

    @cached_property
    def root(self) -> Element:
        """The part that names the sheets."""
        return self.tree(_WORKBOOK)

    @cached_property
    def sheets(self) -> dict[str, str]:
        """The name of each sheet with that of its part, in their order.

        A part stands for one sheet: else a small file could have a large one read ever again.
        """
        targets = {name: target for name, _, target in self.links(_WORKBOOK)}
        found: dict[str, str] = {}
        taken: set[str] = set()
        for sheet in named(self.root, "sheet"):
            link = next((v for k, v in sheet.attrib.items() if k.endswith("}id")), "")
            part = targets.get(link, "")
            if self.holds(part) and part.lower() not in taken:
                taken.add(part.lower())
                found[sheet.get("name", "")] = part
        return found

    @cached_property
    def strings(self) -> tuple[str, ...]:
        """The texts that cells refer to by number."""
        part = next((to for _, kind, to in self.links(_WORKBOOK) if kind == "sharedStrings"), "")
        if not self.holds(part):
            return ()
        return tuple(text_of(entry) for entry in self.tree(part) if isinstance(entry.tag, str))

    @property
    def counts_from_1904(self) -> bool:
        """True if days are counted from 1904, as old programs on a Mac did."""
        return any(p.get("date1904") in {"1", "true"} for p in named(self.root, "workbookPr"))

    def with_parts(self, changed: Mapping[str, bytes | None]) -> bytes:
        """Give the file with some parts changed, or left out where they are ``None``.

        All other parts stay as they are, byte for byte.
        """
        result = io.BytesIO()
        lower = {name.lower(): data for name, data in changed.items()}
        with zipfile.ZipFile(result, "w") as new:
            for info in self._archive.filelist:
                name = info.filename.lower()
                data = lower[name] if name in lower else self._data(info.filename)
                if data is not None:
                    entry = zipfile.ZipInfo(info.filename, info.date_time)
                    entry.compress_type = zipfile.ZIP_DEFLATED
                    new.writestr(entry, data)
        return result.getvalue()

    def without_chain(self) -> dict[str, bytes | None]:
        """Give the parts that change when the order in which formulas are worked out is left out.

        That order must name no cell without a formula, and programs make it anew.
        """
        kinds = ((kind, target) for _, kind, target in self.links(_WORKBOOK))
        chain = next((target for kind, target in kinds if kind == "calcChain"), "")
        if not self.holds(chain):
            return {}
        changed: dict[str, bytes | None] = {chain: None}
        for part in (_CONTENT_TYPES, _WORKBOOK_LINKS):
            root = self.tree(part)
            for entry in [*named(root, "Override"), *named(root, "Relationship")]:
                if (entry.get("PartName") or entry.get("Target", "")).endswith("calcChain.xml"):
                    entry.getparent().remove(entry)
            changed[part] = bytes_of(root)
        return changed

    def _data(self, name: str) -> bytes:
        info = self._archive.getinfo(self._names[name.lower()])
        if info.flag_bits & 1:
            raise InputError(_PROTECTED)
        try:
            with self._archive.open(info) as part:
                data = part.read(LARGEST_PART + 1)
        except BAD_ZIP as problem:
            raise InputError(DAMAGED) from problem
        if len(data) > LARGEST_PART:
            raise InputError(_TOO_LARGE)
        return data


_PROTECTED = (
    "is protected with a password and cannot be opened. Open it in Excel, choose File, Info, "
    "Protect Workbook, take the password away, and save it"
)


def named(root: Element, name: str) -> Iterator[Element]:
    """Give the elements of this name, in whichever form of the format the file is."""
    return root.iter(f"{{*}}{name}")  # type: ignore[no-any-return]


def bytes_of(root: Element) -> bytes:
    """Give a part as it is written."""
    written: bytes = etree.tostring(
        root.getroottree(), xml_declaration=True, encoding="UTF-8", standalone=True
    )
    return written


def text_of(entry: Element) -> str:
    """Give the text of a string, without the readings that East Asian text may carry."""
    parts = (
        piece.text or ""
        for piece in named(entry, "t")
        if not any(above.tag.endswith("}rPh") for above in piece.iterancestors())
    )
    return _ESCAPED.sub(lambda code: chr(int(code[1], 16)), "".join(parts))


def open_workbook(path: Path) -> Workbook:
    """Open a workbook that came back. Raises ``InputError`` as ``Workbook`` does."""
    try:
        with path.open("rb") as file:
            data = file.read(MOST_RETURN_BYTES + 1)
    except (OSError, ValueError) as problem:
        reason = getattr(problem, "strerror", None) or problem
        raise InputError(f"cannot be opened: {reason}") from problem
    if len(data) > MOST_RETURN_BYTES:
        limit = MOST_RETURN_BYTES // 1_000_000
        raise InputError(f"is larger than {limit} MB; no return is. Check what it is")
    return Workbook(data)


def _opened(data: bytes) -> zipfile.ZipFile:
    if data.startswith(_OLE):
        locked = "EncryptedPackage".encode("utf-16-le") in data
        raise InputError(_PROTECTED if locked else _NO_WORKBOOK)
    if not data.startswith(b"PK"):
        raise InputError(_NO_WORKBOOK if data else "is empty. Ask for it to be sent again")
    try:
        return zipfile.ZipFile(io.BytesIO(data))
    except BAD_ZIP as problem:
        raise InputError(DAMAGED) from problem
