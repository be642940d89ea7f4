"""Put the parts of one Word file together into a document."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from functools import partial

from policyalign.errors import ReadError
from policyalign.model.document import Control, Document, Kind, Notice, NoticeKind
from policyalign.readers.control import described_by_lines, described_by_rows, merged
from policyalign.readers.word.compose import (
    Composer,
    control_rows,
    once_each,
    rejoined,
    tracked,
)
from policyalign.readers.word.headings import heading_levels
from policyalign.readers.word.kinds import kinds
from policyalign.readers.word.line import Changes, Line, Story
from policyalign.readers.word.markup import A, Element, R, W, is_on
from policyalign.readers.word.numbering import Numbering
from policyalign.readers.word.package import Package, Relationship, open_package
from policyalign.readers.word.story import Walker
from policyalign.readers.word.styles import Styles
from policyalign.readers.word.stylesheet import StyleSheet
from policyalign.readers.word.title import find_title

_TITLE = "{http://purl.org/dc/elements/1.1/}title"
_NO_NOTE = frozenset({"separator", "continuationSeparator", "continuationNotice"})
_MOST_CONTROL_ROWS = 80
_FRONT_LINES, _LAST_LINES = 40, 25
_LONGEST_CONTROL_LINE = 120


class WordFile:
    """One Word file while it is read.

    Once it is read, ``body`` is the element that holds its text, and ``lines`` are the lines that
    its blocks were made of, block by block.
    """

    body: Element
    lines: Sequence[Line] = ()

    def __init__(self, data: bytes) -> None:
        """Open the package. Raises ``ReadError`` if it is no Word document."""
        self.package = open_package(data)
        self.links = self.package.links(self.package.main)
        self.changes = Changes()
        styles = Styles(self._style_sheet())
        self.walker = Walker(
            styles=styles,
            numbering=Numbering(self._part("numbering"), styles),
            changes=self.changes,
            diagram=partial(_diagram, self.package, self.links),
        )

    def document(self, *, path: str, sha256: str) -> Document:
        """Read everything. Raises ``ReadError`` if the main part cannot be read."""
        self.body = self._body()
        body = rejoined(self.walker.read(self.body, Story.BODY))
        notes = self._notes(body)
        around = [*self._furniture("header"), *self._furniture("footer")]
        levels = heading_levels(body)
        sorts = kinds(body, levels, self.walker.tables)
        found, in_table = _control(body, around)
        title, place = find_title(
            [*body, *around],
            [*sorts, *(Kind.HEADER for _ in around)],
            in_table,
            self._property_title,
        )
        if place is not None and not levels[place]:
            levels[place], sorts[place] = 1, Kind.HEADING
        composer, heading = Composer(), Kind.HEADING
        for line, kind, level in zip(body, sorts, levels, strict=True):
            composer.add(line, kind, level if kind is heading else 0)
        for name, lines in notes.items():
            for line in lines:
                composer.add_aside(line, Kind.FOOTNOTE, composer.note_trails.get(name, ()))
        for line in around:
            kind = Kind.HEADER if line.story is Story.HEADER else Kind.FOOTER
            composer.add_aside(line, kind)
        self.lines = composer.lines
        return Document(
            path=path,
            sha256=sha256,
            title=title,
            blocks=tuple(composer.blocks),
            control=found,
            notices=(*composer.notices, *self.package.notices, *tracked(self.changes)),
        )

    def _body(self) -> Element:
        root = self.package.tree(self.package.main)
        body = root.find(W + "body") if root is not None else None
        if body is None:
            raise ReadError(
                "The file holds no Word text. It may be a workbook or a presentation with another "
                "name; save it as .docx and check that."
            )
        return body

    def _link(self, kind: str) -> Relationship | None:
        return next((link for link in self.links.values() if link.kind == kind), None)

    def _part(self, kind: str) -> Element | None:
        """Give the root of the part that the main part links to as ``kind``, if it can be read."""
        return _readable(self.package, self._link(kind))

    def _style_sheet(self) -> StyleSheet | None:
        link = self._link("styles")
        if link is None or link.outside or link.target.lower() not in self.package.names:
            return None
        parse = partial(_parsed, self.package, link.target)
        return StyleSheet(_pieces(self.package, link.target), parse)

    def _notes(self, body: Sequence[Line]) -> dict[str, list[Line]]:
        """Give the lines of each note that the text refers to, in the order of the references."""
        wanted = list(dict.fromkeys(name for line in body for name in line.notes))
        if not wanted:
            return {}
        elements: dict[str, Element] = {}
        for kind in ("footnote", "endnote"):
            root = self._part(f"{kind}s")
            for note in root.iterchildren(W + kind) if root is not None else ():
                if note.get(W + "type") not in _NO_NOTE:
                    elements[f"{kind} {note.get(W + 'id')}"] = note
        return {
            name: self.walker.read(elements[name], Story.NOTE)
            for name in wanted
            if name in elements
        }

    def _furniture(self, kind: str) -> list[Line]:
        """Give the lines of the headers or footers that are shown, each distinct text once."""
        story = Story.HEADER if kind == "header" else Story.FOOTER
        lines: list[Line] = []
        for name in self._shown(kind):
            link = self.links.get(name)
            root = _readable(self.package, link)
            if root is not None:
                lines.extend(self.walker.read(root, story))
        return list(once_each(lines))

    def _shown(self, kind: str) -> Iterable[str]:
        """Give the ids of headers or footers; those of first pages only where these differ."""
        sections = list(self.walker.sections)
        first_differs = any(is_on(section.find(W + "titlePg")) for section in sections)
        names = {
            reference.get(R + "id"): None
            for section in sections
            for reference in section.iterchildren(f"{W}{kind}Reference")
            if first_differs or reference.get(W + "type") != "first"
        }
        return [name for name in names if name]

    def _property_title(self) -> str:
        links = self.package.links("").values()
        link = next((link for link in links if link.kind == "core-properties"), None)
        root = _readable(self.package, link)
        return (root.findtext(_TITLE) or "") if root is not None else ""


def _readable(package: Package, link: Relationship | None) -> Element | None:
    """Give the root of a part beside the main one; if it is damaged, a notice takes its place."""
    if link is None or link.outside:
        return None
    try:
        return package.tree(link.target)
    except ReadError:
        _report_damage(package, link.target)
        return None


def _pieces(package: Package, name: str) -> Iterator[bytes]:
    try:
        yield from package.pieces(name)
    except ReadError:
        _report_damage(package, name)


def _parsed(package: Package, name: str, data: bytes) -> Element | None:
    try:
        return package.parsed(name, data) if data else None
    except ReadError:
        _report_damage(package, name)
        return None


def _report_damage(package: Package, name: str) -> None:
    reason = f"The part {name} is damaged and was not read."
    notice = Notice(kind=NoticeKind.UNREAD_PART, reason=reason)
    if notice not in package.notices:
        package.notices.append(notice)


def _diagram(package: Package, links: Mapping[str, Relationship], name: str) -> list[str]:
    """Give the words of a SmartArt diagram, one item a box."""
    root = _readable(package, links.get(name))
    if root is None:
        return []
    paragraphs = ("".join(t.text or "" for t in p.iter(A + "t")) for p in root.iter(A + "p"))
    return [text for text in paragraphs if text.strip()]


def _control(body: Sequence[Line], around: Sequence[Line]) -> tuple[Control, str | None]:
    """Read control data from tables, else from the lines where policies write it."""
    tables = [rows for rows in control_rows(body).values() if len(rows) <= _MOST_CONTROL_ROWS]
    plain = [line.text for line in body if line.cell is None and line.text.strip()]
    front = plain[:_FRONT_LINES]
    last = [text for text in plain[_FRONT_LINES:][-_LAST_LINES:] if ":" in text]
    lines = [text for text in (*front, *last) if len(text) <= _LONGEST_CONTROL_LINE]
    lines.extend(line.text for line in around)
    found = [*map(described_by_rows, tables), described_by_lines(lines)]
    title = next((title for _, title in found if title), None)
    return merged(control for control, _ in found), title
