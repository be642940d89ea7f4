"""Lay a text out in text boxes, stored in the file in another order than on the page."""

from __future__ import annotations

from copy import deepcopy
from typing import TYPE_CHECKING, Any

from docx.oxml.parser import parse_xml
from docx.shared import Pt, RGBColor

from tools.samples.source import Form, Part, Source

if TYPE_CHECKING:
    from docx.document import Document

    from tools.samples.word_marks import Marks

_EMU_PER_MM = 36_000
_POINTS_PER_MM = 72 / 25.4
_NAMESPACES = " ".join(
    f'xmlns:{prefix}="{uri}"'
    for prefix, uri in {
        "w": "http://schemas.openxmlformats.org/wordprocessingml/2006/main",
        "mc": "http://schemas.openxmlformats.org/markup-compatibility/2006",
        "wp": "http://schemas.openxmlformats.org/drawingml/2006/wordprocessingDrawing",
        "a": "http://schemas.openxmlformats.org/drawingml/2006/main",
        "wps": "http://schemas.microsoft.com/office/word/2010/wordprocessingShape",
        "v": "urn:schemas-microsoft-com:vml",
    }.items()
)
_RUN = """<w:r {namespaces}><mc:AlternateContent><mc:Choice Requires="wps"><w:drawing>
<wp:anchor distT="0" distB="0" distL="0" distR="0" simplePos="0" relativeHeight="{number}"
 behindDoc="0" locked="0" layoutInCell="1" allowOverlap="1"><wp:simplePos x="0" y="0"/>
<wp:positionH relativeFrom="page"><wp:posOffset>{left}</wp:posOffset></wp:positionH>
<wp:positionV relativeFrom="page"><wp:posOffset>{top}</wp:posOffset></wp:positionV>
<wp:extent cx="{width}" cy="{height}"/><wp:effectExtent l="0" t="0" r="0" b="0"/><wp:wrapNone/>
<wp:docPr id="{number}" name="Text Box {number}"/><wp:cNvGraphicFramePr/><a:graphic>
<a:graphicData uri="http://schemas.microsoft.com/office/word/2010/wordprocessingShape"><wps:wsp>
<wps:cNvSpPr txBox="1"/><wps:spPr><a:xfrm><a:off x="0" y="0"/><a:ext cx="{width}" cy="{height}"/>
</a:xfrm><a:prstGeom prst="rect"><a:avLst/></a:prstGeom>
<a:solidFill><a:srgbClr val="{colour}"/></a:solidFill>
<a:ln w="12700"><a:solidFill><a:srgbClr val="1F3A5F"/></a:solidFill></a:ln></wps:spPr>
<wps:txbx><w:txbxContent/></wps:txbx><wps:bodyPr lIns="90000" tIns="54000" rIns="90000"
 bIns="36000"/></wps:wsp></a:graphicData></a:graphic></wp:anchor></w:drawing></mc:Choice>
<mc:Fallback><w:pict><v:shape type="#_x0000_t202" fillcolor="#{colour}" style="position:absolute;
margin-left:{left_pt}pt;margin-top:{top_pt}pt;width:{width_pt}pt;height:{height_pt}pt;
mso-position-horizontal-relative:page;mso-position-vertical-relative:page"><v:textbox>
<w:txbxContent/></v:textbox></v:shape></w:pict></mc:Fallback></mc:AlternateContent></w:r>"""
_CONTENT = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}txbxContent"


def add_boxes(document: Document, source: Source, marks: Marks) -> None:
    """Draw the boxes in the order of the facts, whatever their place on the page.

    A section of the text goes into the box that has its heading as ``heading``. All boxes hang
    from one empty paragraph, as they do where people draw them by hand.
    """
    sections = _sections(source)
    anchor = document.add_paragraph()
    for number, box in enumerate(source.facts["box"], 1):
        run: Any = parse_xml(_RUN.format(namespaces=_NAMESPACES, number=number, **_measures(box)))
        paragraphs = [_paragraph(document, marks, part, box) for part in sections[box["heading"]]]
        for content in run.iter(_CONTENT):
            content.extend(deepcopy(paragraph) for paragraph in paragraphs)
        anchor._p.append(run)


def _sections(source: Source) -> dict[str, list[Part]]:
    """Give the parts under each heading, the heading among them."""
    sections: dict[str, list[Part]] = {}
    for part in source.parts:
        if part.form is Form.HEADING:
            sections[part.text] = [part]
        else:
            sections[list(sections)[-1]].append(part)
    return sections


def _paragraph(document: Document, marks: Marks, part: Part, box: dict[str, Any]) -> Any:
    """Write a paragraph at the end of the document and take it out again."""
    bullet = part.form is Form.BULLET
    paragraph = document.add_paragraph(style="List Bullet" if bullet else None)
    paragraph.paragraph_format.space_after = Pt(4)
    marks.fill(paragraph, part.text)
    for run in paragraph.runs:
        run.font.size = Pt(box.get("size", 10.5))
        if part.form is Form.HEADING:
            run.bold, run.font.size = True, Pt(box.get("heading_size", 12))
        if box.get("light"):
            run.font.color.rgb = RGBColor(0xFF, 0xFF, 0xFF)
    element: Any = paragraph._p
    element.getparent().remove(element)
    return element


def _measures(box: dict[str, Any]) -> dict[str, Any]:
    """Turn the millimetres of the facts into the units of both ways to store a box."""
    sides = {side: box[side] for side in ("left", "top", "width", "height")}
    return {
        "colour": box.get("colour", "FFFFFF"),
        **{side: int(value * _EMU_PER_MM) for side, value in sides.items()},
        **{f"{side}_pt": round(value * _POINTS_PER_MM, 1) for side, value in sides.items()},
    }
