"""Runs, fields, footnotes, comments and tracked changes of a Word file."""

from __future__ import annotations

from datetime import UTC, datetime
from typing import TYPE_CHECKING, Any
from xml.sax.saxutils import escape

from docx.opc.constants import RELATIONSHIP_TYPE
from docx.opc.packuri import PackURI
from docx.opc.part import Part as PackagePart
from docx.oxml.ns import nsdecls, qn
from docx.oxml.parser import OxmlElement, parse_xml

from tools.samples.source import spans

if TYPE_CHECKING:
    from docx.document import Document
    from docx.text.paragraph import Paragraph

_FOOTNOTES_TYPE = "application/vnd.openxmlformats-officedocument.wordprocessingml.footnotes+xml"
_SEPARATOR = '<w:footnote w:type="{0}" w:id="{1}"><w:p><w:r><w:{0}/></w:r></w:p></w:footnote>'
_FOOTNOTE = (
    '<w:footnote w:id="{0}"><w:p><w:r><w:rPr><w:vertAlign w:val="superscript"/></w:rPr>'
    '<w:footnoteRef/></w:r><w:r><w:t xml:space="preserve"> {1}</w:t></w:r></w:p></w:footnote>'
)
_MOMENT = "%Y-%m-%dT%H:%M:%SZ"
_LEVEL = (
    '<w:lvl w:ilvl="{0}"><w:start w:val="1"/><w:numFmt w:val="decimal"/><w:lvlText w:val="{1}"/>'
    '<w:lvlJc w:val="left"/><w:pPr><w:ind w:left="720" w:hanging="720"/></w:pPr></w:lvl>'
)


class Marks:
    """Fills paragraphs with marked text and keeps what goes into other parts of the file."""

    def __init__(self, document: Document, facts: dict[str, Any]) -> None:
        self._document = document
        self._facts = facts
        self._footnotes: list[str] = []
        self._changes = 0

    def fill(self, paragraph: Paragraph, text: str) -> None:
        """Add a line to a paragraph, with its bold words, footnotes, changes and comments."""
        for span in spans(text):
            match span.mark:
                case "newline":
                    paragraph.add_run().add_break()
                case "footnote":
                    self._footnote(paragraph, span.text)
                case "inserted" | "deleted":
                    self._change(paragraph, span.text, span.mark)
                case "comment":
                    self._comment(paragraph, span.text)
                case mark:
                    paragraph.add_run(span.text).bold = True if mark == "bold" else None

    def finish(self) -> None:
        """Add the part that holds the footnotes, if there are any."""
        if not self._footnotes:
            return
        notes = "".join(_FOOTNOTE.format(n, escape(t)) for n, t in enumerate(self._footnotes, 1))
        separators = _SEPARATOR.format("separator", -1) + _SEPARATOR.format(
            "continuationSeparator", 0
        )
        xml = f"<w:footnotes {nsdecls('w')}>{separators}{notes}</w:footnotes>"
        part = PackagePart(
            PackURI("/word/footnotes.xml"),
            _FOOTNOTES_TYPE,
            xml.encode(),
            self._document.part.package,
        )
        self._document.part.relate_to(part, RELATIONSHIP_TYPE.FOOTNOTES)

    def _footnote(self, paragraph: Paragraph, text: str) -> None:
        self._footnotes.append(text)
        run = paragraph.add_run()
        run.font.superscript = True
        run._r.append(new_element("w:footnoteReference", id=str(len(self._footnotes))))

    def _change(self, paragraph: Paragraph, text: str, mark: str) -> None:
        """Move a new run into a tracked insertion or deletion."""
        run = paragraph.add_run(text)._r
        self._changes += 1
        change = new_element(
            "w:ins" if mark == "inserted" else "w:del",
            id=str(900 + self._changes),
            author=self._facts["reviewer"],
            date=self._moment().strftime(_MOMENT),
        )
        run.addprevious(change)
        change.append(run)
        if mark == "deleted":
            for words in run.iter(qn("w:t")):
                words.tag = qn("w:delText")

    def _comment(self, paragraph: Paragraph, text: str) -> None:
        author = self._facts["reviewer"]
        initials = "".join(word[0] for word in author.split())
        comment = self._document.add_comment(paragraph.runs, text, author, initials)
        comment._comment_elm.set(qn("w:date"), self._moment().strftime(_MOMENT))

    def _moment(self) -> datetime:
        return datetime.fromisoformat(self._facts["saved"]).replace(tzinfo=UTC)


def add_field(paragraph: Paragraph, code: str, result: str, *, ended: bool = True) -> None:
    """Add a field with the result that Word shows; ``ended=False`` leaves it open."""
    for kind in ("begin", "", "separate"):
        if kind:
            _field_character(paragraph, kind)
        else:
            instruction = new_element("w:instrText")
            instruction.set(qn("xml:space"), "preserve")
            instruction.text = f" {code} "
            paragraph.add_run()._r.append(instruction)
    paragraph.add_run(result)
    if ended:
        end_field(paragraph)


def numbering(document: Document) -> str:
    """Add a list of numbered headings and clauses (1., 1.1) and give its id."""
    numbers = document.part.numbering_part.element
    levels = _LEVEL.format(0, "%1.") + _LEVEL.format(1, "%1.%2")
    abstract = (
        f'<w:abstractNum {nsdecls("w")} w:abstractNumId="90">'
        f'<w:multiLevelType w:val="multilevel"/>{levels}</w:abstractNum>'
    )
    number = f'<w:num {nsdecls("w")} w:numId="90"><w:abstractNumId w:val="90"/></w:num>'
    numbers.insert(0, parse_xml(abstract))
    numbers.append(parse_xml(number))
    return "90"


def new_element(tag: str, **attributes: str) -> Any:
    """Make an element of a Word file; its attributes get the prefix ``w`` too."""
    element: Any = OxmlElement(tag)
    for name, value in attributes.items():
        element.set(qn(f"w:{name}"), value)
    return element


def end_field(paragraph: Paragraph) -> None:
    """End a field that was left open."""
    _field_character(paragraph, "end")


def _field_character(paragraph: Paragraph, kind: str) -> None:
    paragraph.add_run()._r.append(new_element("w:fldChar", fldCharType=kind))
