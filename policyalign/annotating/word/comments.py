"""The part of a Word file that holds its comments, and what makes the file know of it."""

from __future__ import annotations

import posixpath
from collections.abc import Container, Sequence
from datetime import date
from itertools import count, filterfalse

from policyalign.errors import ReadError
from policyalign.readers.word.file import WordFile
from policyalign.readers.word.markup import Element, W, number
from policyalign.rewriting.splicing import Xml, escaped

AUTHOR, _INITIALS = "policyalign", "pa"
# Small enough for the narrow margin in which most programs show a comment.
_HALF_POINTS = 18
_TYPE = b"application/vnd.openxmlformats-officedocument.wordprocessingml.comments+xml"
_CONTENT_TYPES = "[Content_Types].xml"
_HEAD = b'<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n'
_LINKS = b'<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships"/>'


class Dialect:
    """The namespaces of a file: those of most files, or of a strict one."""

    def __init__(self, main: bytes) -> None:
        strict = b"http://purl.oclc.org/ooxml/wordprocessingml/main" in main
        base = b"http://purl.oclc.org/ooxml/" if strict else b"http://schemas.openxmlformats.org/"
        year = b"" if strict else b"2006/"
        self.names = base + b"wordprocessingml/" + year + b"main"
        self.link = base + b"officeDocument/" + year + b"relationships/comments"

    def prefix(self, xml: Xml) -> tuple[bytes, bytes]:
        """Give the prefix of a part's names, and what declares it where its root has none."""
        if xml.prefix:
            return xml.prefix, b""
        return b"w:", b' xmlns:w="%b"' % self.names


class Comments:
    """The comments to be added to one file. ``free`` gives numbers that no comment has."""

    def __init__(self, file: WordFile, dialect: Dialect, today: date | None) -> None:
        self._package = file.package
        self._dialect = dialect
        self._today = today
        links = file.links.values()
        link = next((one for one in links if one.kind == "comments" and not one.outside), None)
        self._linked = link is not None
        self._part = link.target if link else self._free_name({one.target for one in links})
        self._texts: list[tuple[int, Sequence[str]]] = []
        taken = frozenset(self._numbers(file.body))
        self.free = filterfalse(taken.__contains__, count())

    def add(self, comment: int, lines: Sequence[str]) -> None:
        """Add a comment under a number of its own; the first line is its title."""
        self._texts.append((comment, lines))

    def changed(self) -> dict[str, bytes]:
        """Give the parts of the package that change, by their names in the file."""
        there = self._package.data(self._part)
        xml = Xml(there if there is not None else self._empty())
        changed = {self._name(self._part): xml.with_last_child(self._written(xml))}
        if there is None and not self._is_declared():
            changed[self._name(_CONTENT_TYPES)] = self._types()
        if not self._linked:
            changed[self._name(self._links_part())] = self._links()
        return changed

    def _numbers(self, body: Element) -> list[int]:
        """Give the numbers of the comments that are there, kept or only referred to."""
        there = self._package.tree(self._part)
        if there is not None and there.tag != W + "comments":
            raise ReadError("names another part as its comments. Save it again in Word first")
        names = (W + "commentReference", W + "commentRangeStart", W + "commentRangeEnd")
        found = [*(there.iter(W + "comment") if there is not None else ()), *body.iter(*names)]
        return [number(element.get(W + "id")) for element in found]

    def _free_name(self, linked: Container[str]) -> str:
        """Give a name that no part has, and that nothing else is taken for."""
        folder = posixpath.dirname(self._package.main)
        names = (posixpath.join(folder, f"comments{n or ''}.xml") for n in range(1_000_000))
        return next(n for n in names if n.lower() not in self._package.names and n not in linked)

    def _name(self, part: str) -> str:
        """Give the name of a part as the file writes it."""
        info = self._package.names.get(part.lower())
        return info.filename if info else part

    def _empty(self) -> bytes:
        return _HEAD + b'<w:comments xmlns:w="%b"/>' % self._dialect.names

    def _written(self, xml: Xml) -> bytes:
        prefix, declared = self._dialect.prefix(xml)
        return b"".join(self._comment(*text, prefix, declared) for text in self._texts)

    def _comment(self, comment: int, lines: Sequence[str], prefix: bytes, declared: bytes) -> bytes:
        said = (
            b'%bid="%d"' % (prefix, comment),
            b'%bauthor="%b"' % (prefix, AUTHOR.encode()),
            *([b'%bdate="%bT00:00:00Z"' % (prefix, self._today.isoformat().encode())]
              if self._today else ()),
            b'%binitials="%b"' % (prefix, _INITIALS.encode()),
        )  # fmt: skip
        paragraphs = (_paragraph(line, prefix, bold=not n) for n, line in enumerate(lines))
        opened = b"<%bcomment%b %b>" % (prefix, declared, b" ".join(said))
        return b"%b%b</%bcomment>" % (opened, b"".join(paragraphs), prefix)

    def _is_declared(self) -> bool:
        """Tell whether the file says what the part is, as it may of one that is gone.

        A part that is declared twice makes Word take the whole file for damaged.
        """
        types = self._package.tree(_CONTENT_TYPES)
        names = [one.get("PartName", "") for one in types] if types is not None else []
        return f"/{self._part}".lower() in map(str.lower, names)

    def _types(self) -> bytes:
        data = self._package.data(_CONTENT_TYPES)
        if data is None:
            raise ReadError("does not say what its parts are. Open it in Word and save it again")
        xml = Xml(data)
        part = escaped("/" + self._part)
        said = b'PartName="%b" ContentType="%b"' % (part, _TYPE)
        return xml.with_last_child(b"<%bOverride %b/>" % (xml.prefix, said))

    def _links_part(self) -> str:
        folder, base = posixpath.split(self._package.main)
        return posixpath.join(folder, "_rels", f"{base}.rels")

    def _links(self) -> bytes:
        xml = Xml(self._package.data(self._links_part()) or _HEAD + _LINKS)
        known = self._package.links(self._package.main)
        # Not a number: the text may refer to one that no link has, and must not get this one.
        names = (f"rIdComments{k or ''}" for k in range(len(known) + 1))
        name = next(one for one in names if one not in known)
        target = escaped(posixpath.basename(self._part))
        said = b'Id="%b" Type="%b" Target="%b"' % (name.encode(), self._dialect.link, target)
        return xml.with_last_child(b"<%bRelationship %b/>" % (xml.prefix, said))


def _paragraph(line: str, prefix: bytes, *, bold: bool) -> bytes:
    size = b'<%bsz %bval="%d"/>' % (prefix, prefix, _HALF_POINTS)
    look = b"<%brPr>%b%b</%brPr>" % (prefix, b"<%bb/>" % prefix if bold else b"", size, prefix)
    text = b'<%bt xml:space="preserve">%b</%bt>' % (prefix, escaped(line), prefix)
    return b"<%bp><%br>%b%b</%br></%bp>" % (prefix, prefix, look, text, prefix, prefix)
