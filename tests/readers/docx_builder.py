"""Build Word files from the XML of their parts, so that a test shows exactly what it is about."""

from __future__ import annotations

import io
import zipfile
from collections.abc import Mapping
from xml.sax.saxutils import escape, quoteattr

from policyalign.model.document import Block, Document
from policyalign.readers.word import read_word

MAIN = "word/document.xml"
_NAMESPACES = {
    "w": "http://schemas.openxmlformats.org/wordprocessingml/2006/main",
    "r": "http://schemas.openxmlformats.org/officeDocument/2006/relationships",
    "mc": "http://schemas.openxmlformats.org/markup-compatibility/2006",
    "wp": "http://schemas.openxmlformats.org/drawingml/2006/wordprocessingDrawing",
    "wps": "http://schemas.microsoft.com/office/word/2010/wordprocessingShape",
    "wpg": "http://schemas.microsoft.com/office/word/2010/wordprocessingGroup",
    "a": "http://schemas.openxmlformats.org/drawingml/2006/main",
    "pic": "http://schemas.openxmlformats.org/drawingml/2006/picture",
    "dgm": "http://schemas.openxmlformats.org/drawingml/2006/diagram",
    "c": "http://schemas.openxmlformats.org/drawingml/2006/chart",
    "v": "urn:schemas-microsoft-com:vml",
    "o": "urn:schemas-microsoft-com:office:office",
    "m": "http://schemas.openxmlformats.org/officeDocument/2006/math",
}
DECLARED = " ".join(f'xmlns:{prefix}="{name}"' for prefix, name in _NAMESPACES.items())
_PACKAGE = "http://schemas.openxmlformats.org/package/2006/"
_OFFICE = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
_BESIDE = {
    "word/styles.xml": "styles",
    "word/numbering.xml": "numbering",
    "word/footnotes.xml": "footnotes",
    "word/endnotes.xml": "endnotes",
}


def t(text: str) -> str:
    """Give a ``w:t``."""
    return f'<w:t xml:space="preserve">{escape(text)}</w:t>'


def run(text: str, properties: str = "") -> str:
    """Give a run; ``properties`` is the inside of its ``w:rPr``."""
    return f"<w:r><w:rPr>{properties}</w:rPr>{t(text)}</w:r>"


def p(*inside: str, style: str = "", properties: str = "") -> str:
    """Give a paragraph of runs; an argument that is no XML becomes one."""
    styled = f"<w:pStyle w:val={quoteattr(style)}/>" if style else ""
    runs = "".join(part if part.startswith("<") else run(part) for part in inside)
    return f"<w:p><w:pPr>{styled}{properties}</w:pPr>{runs}</w:p>"


def bold(text: str, size: int = 0, **settings: str) -> str:
    """Give a paragraph all in bold."""
    sized = f'<w:sz w:val="{size}"/>' if size else ""
    return p(run(text, f"<w:b/>{sized}"), **settings)


def numbered(text: str, list_id: int = 1, level: int = 0) -> str:
    """Give a paragraph of a list."""
    listed = f'<w:numPr><w:ilvl w:val="{level}"/><w:numId w:val="{list_id}"/></w:numPr>'
    return p(text, properties=listed)


def cell(*paragraphs: str, properties: str = "") -> str:
    """Give a table cell; an argument that is no XML becomes a paragraph."""
    inside = "".join(part if part.startswith("<") else p(part) for part in paragraphs)
    return f"<w:tc><w:tcPr>{properties}</w:tcPr>{inside or p()}</w:tc>"


def row(*cells: str, properties: str = "") -> str:
    """Give a table row; an argument that is no XML becomes a cell."""
    inside = "".join(part if part.startswith("<w:tc>") else cell(part) for part in cells)
    return f"<w:tr><w:trPr>{properties}</w:trPr>{inside}</w:tr>"


def table(*rows: str) -> str:
    """Give a table of rows."""
    return f"<w:tbl><w:tblPr/>{''.join(rows)}</w:tbl>"


def grid(*rows: tuple[str, ...]) -> str:
    """Give a table from the texts of its cells; an empty text is an empty cell."""
    return table(*(row(*(cell(text) if text else cell() for text in texts)) for texts in rows))


def content_control(inside: str, properties: str = "") -> str:
    """Give a content control around runs, paragraphs or rows."""
    return f"<w:sdt><w:sdtPr>{properties}</w:sdtPr><w:sdtContent>{inside}</w:sdtContent></w:sdt>"


def field(instruction: str, result: str) -> str:
    """Give a complex field; ``result`` is runs."""
    return (
        '<w:r><w:fldChar w:fldCharType="begin"/></w:r>'
        f"<w:r><w:instrText>{escape(instruction)}</w:instrText></w:r>"
        f'<w:r><w:fldChar w:fldCharType="separate"/></w:r>{result}'
        '<w:r><w:fldChar w:fldCharType="end"/></w:r>'
    )


def inserted(inside: str) -> str:
    """Give runs as a tracked insertion."""
    return f'<w:ins w:id="1" w:author="A">{inside}</w:ins>'


def deleted(text: str) -> str:
    """Give a tracked deletion."""
    return f'<w:del w:id="2" w:author="A"><w:r><w:delText>{escape(text)}</w:delText></w:r></w:del>'


def anchored(
    graphic: str, *, left: int = 0, top: int = 0, wide: int = 100, high: int = 100, alt: str = ""
) -> str:
    """Give a drawing placed on the page; all lengths are millimetres."""
    emu = 36_000
    return (
        f"<w:drawing><wp:anchor><wp:positionH relativeFrom='page'><wp:posOffset>{left * emu}"
        "</wp:posOffset></wp:positionH><wp:positionV relativeFrom='page'><wp:posOffset>"
        f"{top * emu}</wp:posOffset></wp:positionV><wp:extent cx='{wide * emu}' cy='{high * emu}'/>"
        f"<wp:docPr id='1' name='x' descr={quoteattr(alt)}/><a:graphic><a:graphicData>{graphic}"
        "</a:graphicData></a:graphic></wp:anchor></w:drawing>"
    )


def text_box(*paragraphs: str, left: int = 0, top: int = 0, wide: int = 60, high: int = 30) -> str:
    """Give a run with a text box as Word writes it: once as a shape and once as VML."""
    inside = "".join(part if part.startswith("<") else p(part) for part in paragraphs)
    content = f"<w:txbxContent>{inside}</w:txbxContent>"
    shape = anchored(
        f"<wps:wsp><wps:txbx>{content}</wps:txbx></wps:wsp>",
        left=left,
        top=top,
        wide=wide,
        high=high,
    )
    fallback = f"<w:pict><v:shape><v:textbox>{content}</v:textbox></v:shape></w:pict>"
    return (
        f"<w:r><mc:AlternateContent><mc:Choice Requires='wps'>{shape}</mc:Choice>"
        f"<mc:Fallback>{fallback}</mc:Fallback></mc:AlternateContent></w:r>"
    )


def picture(alt: str = "", wide: int = 150, high: int = 90) -> str:
    """Give a run with a picture; the size is in millimetres."""
    graphic = "<pic:pic><pic:blipFill><a:blip r:embed='rId90'/></pic:blipFill></pic:pic>"
    return f"<w:r>{anchored(graphic, wide=wide, high=high, alt=alt)}</w:r>"


def heading_style(level: int, style: str = "", based_on: str = "") -> str:
    """Give a paragraph style with an outline level."""
    name = style or f"Heading{level}"
    return (
        f'<w:style w:type="paragraph" w:styleId="{name}"><w:name w:val="{name} name"/>'
        f'<w:basedOn w:val="{based_on}"/>'
        f'<w:pPr><w:outlineLvl w:val="{level - 1}"/></w:pPr></w:style>'
    )


HEADINGS = heading_style(1) + heading_style(2) + heading_style(3)


def docx(
    *body: str,
    styles: str = HEADINGS,
    numbering: str = "",
    parts: Mapping[str, str] | None = None,
    links: Mapping[str, tuple[str, str]] | None = None,
    main: str = MAIN,
    section: str = "",
) -> bytes:
    """Give the bytes of a Word file.

    ``parts`` are further parts by name, each the inside of its root element ``w:root``; ``links``
    are relationships of the main part: id to kind and target.
    """
    inside = "".join(part if part.startswith("<") else p(part) for part in body)
    sections = f"<w:sectPr>{section}</w:sectPr>"
    files = {main: f"<w:document {DECLARED}><w:body>{inside}{sections}</w:body></w:document>"}
    if styles:
        files["word/styles.xml"] = f"<w:styles {DECLARED}>{styles}</w:styles>"
    if numbering:
        files["word/numbering.xml"] = f"<w:numbering {DECLARED}>{numbering}</w:numbering>"
    for name, content in (parts or {}).items():
        files[name] = f"<w:root {DECLARED}>{content}</w:root>"
    named = {
        f"rIdPart{n}": (_BESIDE[name], f"/{name}")
        for n, name in enumerate(files)
        if name in _BESIDE
    }
    files[_rels_of(main)] = _relationships({**named, **(links or {})})
    files["_rels/.rels"] = _relationships(
        {"rId1": ("officeDocument", main), "rId2": ("core-properties", "docProps/core.xml")}
    )
    return package(files)


def package(files: Mapping[str, str | bytes]) -> bytes:
    """Give a zip of parts."""
    stream = io.BytesIO()
    with zipfile.ZipFile(stream, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, content in files.items():
            archive.writestr(name, content)
    return stream.getvalue()


def read(data: bytes) -> Document:
    """Read a file as the dispatcher does."""
    return read_word(data, path="policy.docx", sha256="0" * 64)


def blocks(*body: str, **settings: object) -> tuple[Block, ...]:
    """Build a file from a body and give the blocks it is read as."""
    return read(docx(*body, **settings)).blocks  # type: ignore[arg-type]  # passed through


def texts(*body: str, **settings: object) -> list[str]:
    """Build a file from a body and give the texts of its blocks."""
    return [block.text for block in blocks(*body, **settings)]


def _rels_of(name: str) -> str:
    folder, _, base = name.rpartition("/")
    return f"{folder}/_rels/{base}.rels" if folder else f"_rels/{base}.rels"


def _relationships(links: Mapping[str, tuple[str, str]]) -> str:
    entries = "".join(
        f'<Relationship Id="{name}" Type="{_OFFICE}/{kind}" Target="{target}"/>'
        for name, (kind, target) in links.items()
    )
    return f'<Relationships xmlns="{_PACKAGE}relationships">{entries}</Relationships>'
