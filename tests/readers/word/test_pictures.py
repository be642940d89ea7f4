"""What may hold words and cannot be read is named in a notice."""

from __future__ import annotations

import pytest

from policyalign.model.document import Kind, NoticeKind
from tests.readers.docx_builder import anchored, docx, p, picture, read, text_box

_CHART = f"<w:r>{anchored('<c:chart/>')}</w:r>"
_OBJECT = "<w:r><w:object><v:shape/><o:OLEObject ProgID='Excel.Sheet.12'/></w:object></w:r>"


def _diagram(name: str) -> str:
    graphic = f'<dgm:relIds r:dm="{name}"/>'
    return f"<w:r>{anchored(graphic)}</w:r>"


def test_a_large_picture_is_named_with_its_description_and_heading() -> None:
    data = docx(p("Three columns", style="Heading1"), p(picture("The map")), "Text.")
    notices = read(data).notices
    assert [n.kind for n in notices] == [NoticeKind.PICTURE]
    assert "“The map”" in notices[0].reason
    assert "“Three columns”" in notices[0].reason


def test_a_picture_in_a_text_box_counts_and_a_logo_does_not() -> None:
    assert len(read(docx(p(text_box(p(picture()), "In a box")))).notices) == 1
    assert read(docx(p(picture(wide=50, high=40)), "Text.")).notices == ()


def test_a_picture_in_a_header_is_not_reported() -> None:
    data = docx(
        "Text.",
        parts={"word/header1.xml": p(picture())},
        links={"rId11": ("header", "header1.xml")},
        section='<w:headerReference w:type="default" r:id="rId11"/>',
    )
    assert read(data).notices == ()


def test_an_old_picture_is_measured_by_its_style() -> None:
    shape = "<v:shape style='width:{}pt;height:300pt'><v:imagedata r:id='x'/></v:shape>"
    large = p(f"<w:r><w:pict>{shape.format(400)}</w:pict></w:r>")
    small = p(f"<w:r><w:pict>{shape.format(40)}</w:pict></w:r>")
    assert [n.kind for n in read(docx(large, "Text.")).notices] == [NoticeKind.PICTURE]
    assert read(docx(small, "Text.")).notices == ()


@pytest.mark.parametrize(
    ("body", "named"),
    [
        (p(_CHART), "A chart"),
        (p(_OBJECT), "Excel.Sheet.12"),
        ('<w:altChunk r:id="rId9"/>', "another file"),
        (p(_diagram("rIdGone")), "A diagram"),
    ],
)
def test_other_things_that_may_hold_words_are_named(body: str, named: str) -> None:
    notices = read(docx(body, "Text.")).notices
    assert [n.kind for n in notices] == [NoticeKind.UNREAD_PART]
    assert named in notices[0].reason


def test_the_words_of_a_diagram_are_read_as_a_text_box() -> None:
    words = "<a:p><a:r><a:t>Worried </a:t></a:r><a:r><a:t>about</a:t></a:r></a:p><a:p/>"
    data = docx(
        p(_diagram("rId5")), "Text.",
        parts={"word/diagrams/data1.xml": words},
        links={"rId5": ("diagramData", "diagrams/data1.xml")},
    )  # fmt: skip
    document = read(data)
    assert (document.blocks[0].text, document.blocks[0].kind) == ("Worried about", Kind.TEXT_BOX)
    assert document.notices == ()


def test_word_art_is_read() -> None:
    art = "<w:r><w:pict><v:shape><v:textpath string='Our Policy'/></v:shape></w:pict></w:r>"
    assert [b.text for b in read(docx(p(art), "Text.")).blocks] == ["Our Policy", "Text."]
