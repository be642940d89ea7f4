"""The words of one paragraph: its runs, fields, insertions and what is drawn in it."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, field

from policyalign.readers.word.alternate import taken_branch
from policyalign.readers.word.line import Changes
from policyalign.readers.word.look import Look
from policyalign.readers.word.markup import MC, VAL, Element, M, W, is_on
from policyalign.readers.word.markup import number as whole
from policyalign.readers.word.styles import Styles

_T = W + "t"
_RUN_PROPERTIES = W + "rPr"
_VANISH, _RUN_STYLE = W + "vanish", W + "rStyle"
_LONGEST_INSTRUCTION = 200
_MOST_OPEN_FIELDS = 50
_SIGNS = {W + "tab": "\t", W + "ptab": "\t", W + "cr": "\n", W + "noBreakHyphen": "\u2011",
          W + "softHyphen": "\u00ad"}  # fmt: skip
_SKIPPED = tuple(
    W + name
    for name in (
        "pPr", "rPr", "delText", "delInstrText", "proofErr", "bookmarkStart", "bookmarkEnd",
        "commentRangeStart", "commentRangeEnd", "commentReference", "annotationRef",
        "smartTagPr", "customXmlPr", "sdtPr", "sdtEndPr", "rt", "rubyPr",
    )
)  # fmt: skip


@dataclass(slots=True)
class _Field:
    """A complex field: its instruction is read first, then its result, which is what is seen."""

    instruction: str = ""
    in_result: bool = False
    contents: bool = False


@dataclass(slots=True)
class Words:
    """What has been gathered of one paragraph so far."""

    look: Look
    live: list[str] = field(default_factory=list)
    insertions: list[list[str]] = field(default_factory=list)
    inserting: bool = False
    notes: list[str] = field(default_factory=list)
    drawings: list[tuple[Element, bool]] = field(default_factory=list)
    strays: list[Element] = field(default_factory=list)
    contents: bool = False
    breaks_page: bool = False
    own_text: bool = False
    placeholder: bool = False
    deleted: bool = False


class WordGatherer:
    """Walks the inside of paragraphs. Fields may span paragraphs, so they are kept between them."""

    def __init__(self, styles: Styles, changes: Changes) -> None:
        self.styles = styles
        self.changes = changes
        self.fields: list[_Field] = []
        self.inserted = 0
        self._coded = 0
        self._placeholder = 0
        self._words = Words(look=styles.look(None))
        self._hidden = False

    def gather(self, paragraph: Element, look: Look) -> Words:
        """Give the words of one paragraph whose style looks like ``look``."""
        outer = self._words
        self._words = words = Words(look=look)
        words.contents = bool(self.fields) and self.in_contents
        self._inline(paragraph)
        for open_field in self.fields:
            # An instruction never spans paragraphs in practice; one left open must not hide text.
            open_field.in_result = True
        self._coded = 0
        self._words = outer
        return words

    @property
    def undisturbed(self) -> bool:
        """Tell whether text that comes now is plainly live: in no field, control or insertion."""
        return not (self.fields or self.inserted or self._placeholder)

    @property
    def in_contents(self) -> bool:
        """True inside the result of a contents field."""
        return any(field.contents for field in self.fields)

    def leave_contents(self) -> None:
        """Forget contents fields that were never closed."""
        if self.fields:
            self.fields = [field for field in self.fields if not field.contents]

    def _inline(self, element: Element) -> None:
        for child in element:
            handler = _HANDLERS.get(child.tag)
            if handler is not None:
                handler(self, child)
            elif len(child):
                self._inline(child)

    def _run(self, run: Element) -> None:
        self._hidden = bool(self._words.look.hidden)
        for child in run:
            tag = child.tag
            if tag == _T:
                self._text(child)
            elif tag == _RUN_PROPERTIES:
                self._properties(child)
            else:
                handler = _HANDLERS.get(tag)
                if handler is not None:
                    handler(self, child)
                elif len(child):
                    self._inline(child)

    def _properties(self, properties: Element) -> None:
        hidden: bool | None = None
        for child in properties:
            tag = child.tag
            if tag == _VANISH:
                hidden = is_on(child)
            elif tag == _RUN_STYLE:
                look = self.styles.look(child.get(VAL))
                self._hidden = self._hidden if look.hidden is None else look.hidden
        self._hidden = self._hidden if hidden is None else hidden

    def _text(self, element: Element) -> None:
        self._say(element.text, element)

    def _sign(self, element: Element) -> None:
        self._say(_SIGNS[element.tag], element)

    def _say(self, text: str | None, _: Element) -> None:
        """Take words down; the element that shows them is for those who trace where words stand."""
        if not text or self._hidden or self._coded:
            return
        words = self._words
        if self.inserted:
            if not words.inserting:
                words.insertions.append([])
                words.inserting = True
            words.insertions[-1].append(text)
        else:
            words.live.append(text)
            words.inserting = False
        if self._placeholder:
            words.placeholder = True
        elif not words.own_text and not text.isspace():
            words.own_text = True

    def _break(self, element: Element) -> None:
        if element.get(W + "type") == "page":
            self._words.breaks_page = True
        self._say("\n", element)

    def _page(self, _: Element) -> None:
        self._words.breaks_page = True

    def _insertion(self, element: Element) -> None:
        self.changes.insertions += 1
        self.inserted += 1
        self._inline(element)
        self.inserted -= 1

    def _moved_to(self, element: Element) -> None:
        self.changes.moves += 1
        self._inline(element)

    def _deletion(self, element: Element) -> None:
        if element.tag == W + "del":
            self.changes.deletions += 1
        self._words.deleted = True

    def _field_mark(self, mark: Element) -> None:
        kind = mark.get(W + "fldCharType")
        if kind == "begin":
            if len(self.fields) >= _MOST_OPEN_FIELDS:
                # Fields that are never closed must not add up.
                del self.fields[0]
            self.fields.append(_Field())
            self._coded += 1
            self._say_choice(mark)
        elif kind == "separate" and self.fields and not self.fields[-1].in_result:
            self._begin_result(self.fields[-1])
        elif kind == "end" and self.fields and not self.fields.pop().in_result:
            self._coded = max(0, self._coded - 1)

    def _begin_result(self, opened: _Field) -> None:
        opened.in_result = True
        self._coded = max(0, self._coded - 1)
        opened.contents = opened.instruction.split(maxsplit=1)[:1] == ["TOC"]
        self._words.contents |= opened.contents

    def _say_choice(self, mark: Element) -> None:
        """Say what is chosen in a drop-down form field: it stands in no run."""
        choices = mark.find(f"{W}ffData/{W}ddList")
        if choices is None:
            return
        entries = [entry.get(VAL, "") for entry in choices.iterchildren(W + "listEntry")]
        chosen = choices.find(W + "result")
        position = whole(chosen.get(VAL)) if chosen is not None else 0
        if 0 <= position < len(entries):
            coded, self._coded = self._coded, 0
            self._say(entries[position], mark)
            self._coded = coded

    def _instruction(self, element: Element) -> None:
        if self.fields and len(self.fields[-1].instruction) < _LONGEST_INSTRUCTION:
            self.fields[-1].instruction += element.text or ""

    def _simple_field(self, element: Element) -> None:
        if element.get(W + "instr", "").split(maxsplit=1)[:1] == ["TOC"]:
            self._words.contents = True
        self._inline(element)

    def _control(self, control: Element) -> None:
        placeholder = control.find(f"{W}sdtPr/{W}showingPlcHdr")
        shown = is_on(placeholder)
        self._placeholder += shown
        self._inline(control)
        self._placeholder -= shown

    def _note(self, reference: Element) -> None:
        if not self._hidden and not self._coded:
            kind = "footnote" if reference.tag == W + "footnoteReference" else "endnote"
            self._words.notes.append(f"{kind} {reference.get(W + 'id')}")

    def _drawing(self, element: Element) -> None:
        if not self._hidden and not self._coded:
            self._words.drawings.append((element, self.inserted > 0))

    def _alternate(self, element: Element) -> None:
        branch = taken_branch(element)
        if branch is not None:
            self._inline(branch)

    def _stray(self, element: Element) -> None:
        self._words.strays.append(element)

    def _skip(self, _: Element) -> None:
        """Leave out an element that shows no words."""


# What each element means. The functions are of the class, so that a reader holds no cycle of
# references: trees are large and should go as soon as they are read.
_HANDLERS: dict[str, Callable[[WordGatherer, Element], None]] = {
    W + "r": WordGatherer._run,
    _T: WordGatherer._text,
    M + "t": WordGatherer._text,
    M + "r": WordGatherer._inline,
    W + "br": WordGatherer._break,
    W + "lastRenderedPageBreak": WordGatherer._page,
    W + "ins": WordGatherer._insertion,
    W + "moveTo": WordGatherer._moved_to,
    W + "del": WordGatherer._deletion,
    W + "moveFrom": WordGatherer._deletion,
    W + "fldChar": WordGatherer._field_mark,
    W + "instrText": WordGatherer._instruction,
    W + "fldSimple": WordGatherer._simple_field,
    W + "sdt": WordGatherer._control,
    W + "footnoteReference": WordGatherer._note,
    W + "endnoteReference": WordGatherer._note,
    W + "drawing": WordGatherer._drawing,
    W + "pict": WordGatherer._drawing,
    W + "object": WordGatherer._drawing,
    MC + "AlternateContent": WordGatherer._alternate,
    W + "p": WordGatherer._stray,
    W + "tbl": WordGatherer._stray,
    **dict.fromkeys(_SIGNS, WordGatherer._sign),
    **dict.fromkeys(_SKIPPED, WordGatherer._skip),
}
