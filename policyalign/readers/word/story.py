"""Walk one story of a document (its body, a note, a header) once, in document order."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, field

from policyalign.model.document import Cell, NoticeKind
from policyalign.readers.word.alternate import taken_branch
from policyalign.readers.word.boxes import Area, in_reading_order
from policyalign.readers.word.drawings import look_into
from policyalign.readers.word.line import Changes, Line, Lost, Story, TableShape
from policyalign.readers.word.markup import MC, VAL, Element, W
from policyalign.readers.word.numbering import Numbering
from policyalign.readers.word.properties import Properties, properties_of
from policyalign.readers.word.quick import Quick, Survey, italics, survey
from policyalign.readers.word.styles import Styles
from policyalign.readers.word.tables import cell_properties, row_properties, within
from policyalign.readers.word.words import WordGatherer, Words

_UNNUMBERED_BOX = 0
_TBL, _TR, _TC, _SDT = W + "tbl", W + "tr", W + "tc", W + "sdt"
_SECTION, _ALTERNATE = W + "sectPr", MC + "AlternateContent"
_FROM_ELSEWHERE = frozenset({W + "altChunk", W + "subDoc"})
_SKIPPED_BLOCKS = frozenset(
    W + name
    for name in (
        "sdtPr", "sdtEndPr", "tblPr", "tblGrid", "tcPr", "trPr", "del", "moveFrom", "pPr"
    )
)  # fmt: skip


@dataclass(slots=True, kw_only=True)
class Walker:
    """Turns stories into lines. One walker reads a whole document: tables and lists count on.

    ``diagram`` gives the words of a SmartArt part by its relationship id. ``sections`` collects
    the section properties met on the way, which name the headers and footers.
    """

    styles: Styles
    numbering: Numbering
    changes: Changes
    diagram: Callable[[str], list[str]]
    tables: dict[int, TableShape] = field(default_factory=dict)
    sections: list[Element] = field(default_factory=list)
    lines: list[Line] = field(default_factory=list)
    _story: Story = Story.BODY
    _words: WordGatherer = field(init=False)
    _normal_is_plain: bool = field(init=False)
    _cell: Cell | None = None
    _box: int | None = None
    _boxes: int = 0
    _contents: int = 0
    _blanks: int = 0
    _carried: str = ""
    _carried_from: tuple[Element, ...] = ()
    _survey: Survey = field(default_factory=Survey)
    _pending: list[tuple[Area | None, list[Line]]] = field(default_factory=list)

    def __post_init__(self) -> None:
        self._words = WordGatherer(self.styles, self.changes)
        look = self.styles.normal
        settled = look.level or look.title or look.contents or look.list_id
        self._normal_is_plain = not settled

    def read(self, container: Element, story: Story) -> list[Line]:
        """Give the lines of one story, from the element that holds its paragraphs."""
        self._story = story
        self.lines = []
        self._words.fields.clear()
        self._survey = survey(container, self.styles)
        self._blocks(container)
        self._flush()
        return self.lines

    def _blocks(self, container: Element) -> None:
        known = self._survey.numbers
        for child in container:
            number = known.get(child)
            if number is not None:
                self._paragraph(child, number)
            elif (tag := child.tag) not in _SKIPPED_BLOCKS:
                self._other_block(child, tag)

    def _other_block(self, element: Element, tag: str) -> None:
        if tag == _TBL:
            self._table(element)
        elif tag == _SDT:
            self._control(element)
        elif tag == _ALTERNATE:
            branch = taken_branch(element)
            if branch is not None:
                self._blocks(branch)
        elif tag == _SECTION:
            self.sections.append(element)
        elif tag in _FROM_ELSEWHERE:
            self._lose("Text inserted from another file")
        elif len(element):
            self._blocks(element)

    def _control(self, control: Element) -> None:
        gallery = control.find(f"{W}sdtPr/{W}docPartObj/{W}docPartGallery")
        contents = gallery is not None and gallery.get(VAL) == "Table of Contents"
        self._contents += contents
        for content in control.iterchildren(W + "sdtContent"):
            self._blocks(content)
        self._contents -= contents

    def _paragraph(self, paragraph: Element, number: int) -> None:
        quick = self._survey.said.get(paragraph)
        involved = quick is not None and quick.involved
        if not (involved or self._carried) and self._words.undisturbed:
            self._plain(paragraph, self._survey.text(number), quick)
            return
        props = properties_of(paragraph, self.styles)
        words = self._words.gather(paragraph, props.look)
        line = self._line(paragraph, props, words)
        if not line.empty or words.breaks_page or props.starts_page:
            self._flush()
        self._blanks = self._blanks + 1 if line.empty else 0
        # A drop cap, or a paragraph whose end was deleted, goes on in the next paragraph.
        if (props.drop_cap or props.deleted_mark) and line.text:
            self._carried, self._carried_from = line.text, line.paragraphs
            line.text = ""
        if not line.empty or line.lost or line.notes:
            self.lines.append(line)
        self._drawings(words)
        for stray in words.strays:
            self._blocks([stray])
        if props.section is not None:
            self.sections.append(props.section)
            self._flush()

    def _plain(self, paragraph: Element, text: str, quick: Quick | None) -> None:
        """Put down an ordinary paragraph."""
        if quick is None and (self._contents or not self._normal_is_plain):
            quick = Quick(self.styles.normal)
        blank = not text or text.isspace()
        if blank:
            self._blanks += 1
            if quick is None:
                return
        look = self.styles.normal if quick is None else quick.look
        line = Line(text, self._story, self._cell, self._box, (paragraph, look, self.styles))
        if quick is not None:
            # A blank paragraph counts in its list as any other.
            self._describe(line, quick, numbered=True)
            if blank:
                return
            if quick.italic:
                line.italics = italics(paragraph)
        if self._pending:
            self._flush()
        self._blanks = 0
        self.lines.append(line)

    def _line(self, paragraph: Element, props: Properties, words: Words) -> Line:
        text = self._carried + "".join(words.live)
        dress = (paragraph, props.look, self.styles)
        line = Line(text, self._story, self._cell, self._box, dress)
        line.carried_from = self._carried_from
        line.inserted = tuple("".join(group) for group in words.insertions)
        line.contents = words.contents
        line.placeholder = words.placeholder and not words.own_text
        line.notes = tuple(words.notes)
        self._carried, self._carried_from = "", ()
        gone = line.empty and (words.deleted or props.hidden_mark)
        self._describe(line, props, numbered=not gone)
        return line

    def _describe(self, line: Line, props: Properties | Quick, *, numbered: bool) -> None:
        """Say of a line what its style and its list say; ``numbered`` if its list counts it."""
        look = props.look
        level = look.level if props.level is None else props.level
        line.title = look.title
        line.contents = line.contents or look.contents or self._contents > 0
        if level:
            line.level = level
            if not look.contents:
                # A heading is never within a contents field: the field was not closed.
                line.contents = self._contents > 0
                self._words.leave_contents()
        list_id = look.list_id if props.list_id is None else props.list_id
        if list_id is not None and list_id != "0":
            line.listed = True
            depth = look.list_level if props.list_level is None else props.list_level
            if numbered:
                line.label = self.numbering.label(list_id, depth, props.style)

    def _drawings(self, words: Words) -> None:
        for drawing, inserted in words.drawings:
            for found in look_into(drawing, self._blanks):
                if found.lost is not None:
                    self._lose(found.lost.what, found.lost.kind)
                elif found.box is not None:
                    lines = self._boxed(found.box, inserted=inserted)
                    self._pending.append((found.area, lines))
                else:
                    texts = [found.text] if found.text else self.diagram(found.diagram or "")
                    if texts and self._story is Story.BODY:
                        self._pending.append((found.area, [self._shown(t) for t in texts]))
                    elif found.diagram:
                        self._lose("A diagram")

    def _shown(self, text: str) -> Line:
        return Line(text, self._story, self._cell, _UNNUMBERED_BOX)

    def _lose(self, what: str, kind: NoticeKind = NoticeKind.UNREAD_PART) -> None:
        if self._story is Story.BODY:
            line = Line("", self._story, self._cell, self._box)
            line.lost = (Lost(kind=kind, what=what),)
            self.lines.append(line)

    def _boxed(self, box: Element, *, inserted: bool) -> list[Line]:
        """Read the paragraphs of a text box on their own, whatever field or list is open."""
        words = self._words
        outer = (self.lines, self._pending, self._box, self._contents, self._blanks)
        fields, words.fields = words.fields, []
        self.lines, self._pending, self._box = [], [], _UNNUMBERED_BOX
        self._contents = self._blanks = 0
        words.inserted += inserted
        self._blocks(box)
        self._flush()
        words.inserted -= inserted
        lines, words.fields = self.lines, fields
        self.lines, self._pending, self._box, self._contents, self._blanks = outer
        return lines

    def _flush(self) -> None:
        """Put down the text boxes gathered since the last text, in the order of the page."""
        self._blanks = 0
        if self._carried:
            line = Line(self._carried, self._story, self._cell, None)
            line.carried_from = self._carried_from
            self.lines.append(line)
            self._carried, self._carried_from = "", ()
        if not self._pending:
            return
        pending, self._pending = self._pending, []
        for lines in in_reading_order(pending):
            self._boxes += 1
            for line in lines:
                if line.box == _UNNUMBERED_BOX:
                    line.box = self._boxes
                self.lines.append(line)

    def _table(self, table: Element) -> None:
        self._flush()
        outer = self._cell
        name = len(self.tables) + 1
        shape = self.tables[name] = TableShape()
        merged: set[int] = set()
        for row_number, row in enumerate(within(table, _TR), start=1):
            before, gone, inserted = row_properties(row)
            if gone:
                continue
            self._words.inserted += inserted
            shape.rows.append(self._row(row, name, row_number, before, merged))
            self._words.inserted -= inserted
        self._cell = outer

    def _row(
        self, row: Element, table: int, number: int, column: int, merged: set[int]
    ) -> tuple[int, int]:
        """Read the cells of a row that are not the lower part of a merged cell."""
        cells = blank = 0
        spanning = self._survey.merged
        for cell in within(row, _TC):
            span, covered = 1, False
            if spanning and cell in spanning:
                span, covered = cell_properties(cell, column, merged)
            else:
                merged.discard(column)
            if not covered:
                self._cell = Cell(table, number, column)
                before = len(self.lines)
                self._blocks(cell)
                if self._pending or self._carried:
                    self._flush()
                self._blanks = 0
                cells += 1
                blank += len(self.lines) == before
            column += span
        return cells, blank
