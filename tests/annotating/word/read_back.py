"""Read the comments of a Word file, and the words that they stand at, without the code tested."""

from __future__ import annotations

import io
import posixpath
import zipfile
from dataclasses import dataclass
from typing import Any

from lxml import etree

_MAIN = (
    "http://schemas.openxmlformats.org/wordprocessingml/2006/main",
    "http://purl.oclc.org/ooxml/wordprocessingml/main",
)
_SIGNS = {"tab": "\t", "ptab": "\t", "br": "\n", "cr": "\n", "noBreakHyphen": "\u2011",
          "softHyphen": "\u00ad"}  # fmt: skip
_LEFT_OUT = {"del", "moveFrom", "Fallback", "rt", "txbxContent", "pPr", "rPr", "instrText"}


@dataclass
class Comment:
    """A comment as a reader of the file sees it.

    ``words`` are those between its marks, and ``live`` those of them in no tracked insertion.
    """

    number: int
    author: str
    date: str | None
    lines: list[str]
    words: str = ""
    live: str = ""
    signs: int = 0


class Parts:
    """The parts of a package by their names."""

    def __init__(self, data: bytes) -> None:
        self._archive = zipfile.ZipFile(io.BytesIO(data))

    def tree(self, name: str) -> Any:
        return etree.fromstring(self._archive.read(name))

    def linked(self, name: str, kind: str) -> list[str]:
        """Give the parts that a part is linked to as this kind; ``""`` is the package."""
        folder, _, base = name.rpartition("/")
        links = f"{folder}/_rels/{base}.rels" if folder else f"_rels/{base}.rels"
        if links not in self._archive.namelist():
            return []
        targets = (
            link.get("Target", "")
            for link in self.tree(links)
            if link.get("Type", "").rpartition("/")[2] == kind
        )
        return [posixpath.normpath(posixpath.join("/", folder, t)).lstrip("/") for t in targets]


def comments_of(data: bytes) -> dict[int, Comment]:
    """Give all comments of a file by their number, with their words from the main part."""
    parts = Parts(data)
    (main,) = parts.linked("", "officeDocument")
    found: dict[int, Comment] = {}
    for name in parts.linked(main, "comments"):
        for element in parts.tree(name):
            if _name(element) == "comment":
                comment = _comment(element)
                assert comment.number not in found, "two comments with one number"
                found[comment.number] = comment
    _find_words(parts.tree(main), found)
    return found


def texts(element: Any) -> list[str]:
    """Give the text of each paragraph of an element."""
    paragraphs = (one for one in element.iter() if _name(one) == "p")
    return ["".join(t.text or "" for t in one.iter() if _name(t) == "t") for one in paragraphs]


def _comment(element: Any) -> Comment:
    said = {etree.QName(name).localname: value for name, value in element.attrib.items()}
    number = int(said["id"])
    return Comment(number, said.get("author", ""), said.get("date"), texts(element))


def _find_words(root: Any, found: dict[int, Comment]) -> None:
    open_now: set[int] = set()
    for event, element in etree.iterwalk(root, events=("start",)):
        assert event == "start"
        name = _name(element)
        number = int(_value(element, "id") or -1)
        if name == "commentRangeStart":
            open_now.add(number)
        elif name == "commentRangeEnd":
            open_now.discard(number)
        elif name == "commentReference" and number in found:
            found[number].signs += 1
        elif name == "t" or (name in _SIGNS and _name(element.getparent()) == "r"):
            around = {_name(one) for one in element.iterancestors()}
            said = element.text or "" if name == "t" else _SIGNS[name]
            for comment in open_now & found.keys() if not around & _LEFT_OUT else ():
                found[comment].words += said
                found[comment].live += "" if "ins" in around else said
    assert not open_now, "a range that never ends"


def _name(element: Any) -> str:
    return str(etree.QName(element).localname) if isinstance(element.tag, str) else ""


def _value(element: Any, name: str) -> str | None:
    return next((found for ns in _MAIN if (found := element.get(f"{{{ns}}}{name}"))), None)
