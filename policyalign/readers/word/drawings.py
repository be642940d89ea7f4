"""What stands in a drawing: text boxes, pictures, diagrams, charts and embedded objects."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from policyalign.model.document import NoticeKind
from policyalign.readers.word.boxes import (
    EMU_PER_POINT,
    Area,
    drawing_area,
    shape_area,
    within_group,
)
from policyalign.readers.word.line import Lost
from policyalign.readers.word.markup import (
    CHART,
    DGM,
    MC,
    WP,
    WPS,
    A,
    Element,
    O,
    R,
    V,
    W,
    number,
)

BOX = W + "txbxContent"
_FALLBACK = MC + "Fallback"
_BLIP, _VML_PICTURE = A + "blip", V + "imagedata"
_DIAGRAM, _CHART = DGM + "relIds", CHART + "chart"
_OLE, _WORD_ART = O + "OLEObject", V + "textpath"
_WANTED = (BOX, _BLIP, _VML_PICTURE, _DIAGRAM, _CHART, _OLE, _WORD_ART)
_CM = 360_000
# A smaller picture is a logo, an icon or a signature; it has no room for a paragraph.
_LEAST_WIDTH, _LEAST_HEIGHT = 6 * _CM, 4 * _CM


@dataclass(frozen=True, slots=True, kw_only=True)
class Found:
    """One thing in a drawing. Exactly one of ``box``, ``lost``, ``diagram``, ``text`` is set.

    ``box`` holds paragraphs, ``diagram`` is the id of the part with its words, and ``text`` is
    the words of WordArt.
    """

    area: Area | None = None
    box: Element | None = None
    lost: Lost | None = None
    diagram: str | None = None
    text: str = ""


def look_into(drawing: Element, line: int) -> Iterator[Found]:
    """Give what stands in a ``w:drawing``, ``w:pict`` or ``w:object``, boxes not opened.

    ``line`` says how many lines below the last text the drawing is anchored. A picture that is
    drawn several times over, as in a group, is named once.
    """
    pictured = False
    for element in drawing.iter(*_WANTED):
        if not _outermost(element, drawing):
            continue
        if element.tag in {_BLIP, _VML_PICTURE, _OLE}:
            if not pictured:
                yield from _picture(element, drawing)
            pictured = True
            continue
        yield _content(element, drawing, line)


def _content(element: Element, drawing: Element, line: int) -> Found:
    area = _area(element, drawing, line)
    if element.tag == BOX:
        return Found(area=area, box=element)
    if element.tag == _DIAGRAM:
        return Found(area=area, diagram=element.get(R + "dm", ""))
    if element.tag == _WORD_ART:
        return Found(area=area, text=element.get("string", ""))
    what = f"A chart{_described(drawing)}"
    return Found(lost=Lost(kind=NoticeKind.UNREAD_PART, what=what))


def _outermost(element: Element, drawing: Element) -> bool:
    """Leave out what is inside another box, read when that is opened, and second copies."""
    for ancestor in element.iterancestors():
        if ancestor is drawing:
            return True
        if ancestor.tag in {BOX, _FALLBACK}:
            return False
    return True


def _area(element: Element, drawing: Element, line: int) -> Area | None:
    frame = next(drawing.iterchildren(WP + "anchor", WP + "inline"), None)
    if frame is not None:
        area = drawing_area(frame, line)
        shape = next(element.iterancestors(WPS + "wsp"), None)
        grouped = area is not None and next(frame.iter(WPS + "wsp"), None) is not shape
        several = area is not None and sum(1 for _ in frame.iter(WPS + "wsp")) > 1
        if area is not None and shape is not None and (grouped or several):
            return within_group(shape, area)
        return area
    styles = [ancestor.get("style") for ancestor in element.iterancestors()]
    placed = [shape_area(style, line) for style in styles if style]
    return next((area for area in placed if area is not None), None)


def _picture(element: Element, drawing: Element) -> Iterator[Found]:
    if drawing.tag == W + "object" or element.tag == _OLE:
        yield Found(lost=Lost(kind=NoticeKind.UNREAD_PART, what=_object(drawing)))
        return
    width, height = _extent(element, drawing)
    if width >= _LEAST_WIDTH and height >= _LEAST_HEIGHT:
        what = f"A picture{_described(drawing)}"
        yield Found(lost=Lost(kind=NoticeKind.PICTURE, what=what))


def _object(drawing: Element) -> str:
    ole = next(drawing.iter(_OLE), None)
    program = ole.get("ProgID", "") if ole is not None else ""
    return f"An embedded object ({program})" if program else "An embedded object"


def _extent(element: Element, drawing: Element) -> tuple[int, int]:
    extent = next(drawing.iter(WP + "extent"), None)
    if extent is not None:
        return number(extent.get("cx")), number(extent.get("cy"))
    for ancestor in element.iterancestors():
        area = shape_area("position:absolute;" + ancestor.get("style", ""), 0)
        if area is not None and area.width > EMU_PER_POINT:
            return area.width, area.height
    return 0, 0


def _described(drawing: Element) -> str:
    """Give the description for screen readers, which often repeats the words of a picture."""
    properties = next(drawing.iter(WP + "docPr"), None)
    text = ""
    if properties is not None:
        text = properties.get("descr") or properties.get("title") or ""
    else:
        shape = next((shape for shape in drawing.iter() if shape.get("alt")), None)
        text = shape.get("alt", "") if shape is not None else ""
    text = " ".join(text.split())
    return f" described as “{text[:200]}”" if text else ""
