"""The title of a document, and its control data, from where policies write them."""

from __future__ import annotations

import pytest

from policyalign.model.document import Control, Kind
from tests.readers.docx_builder import (
    bold,
    cell,
    docx,
    grid,
    heading_style,
    p,
    read,
    row,
    run,
    table,
    text_box,
)

_TITLED = '<w:style w:type="paragraph" w:styleId="T"><w:name w:val="Title"/></w:style>'
_STYLES = heading_style(1) + _TITLED


def _core(title: str) -> dict[str, str]:
    inside = f'<dc:title xmlns:dc="http://purl.org/dc/elements/1.1/">{title}</dc:title>'
    return {"docProps/core.xml": inside}


def _large(text: str, size: int = 56) -> str:
    return p(run(text, f'<w:sz w:val="{size}"/>'))


def test_the_control_table_goes_before_all_else() -> None:
    table = grid(("Title", "From the table"), ("Version", "2"), ("Review date", "May 2027"))
    document = read(docx(p("Styled", style="T"), table, styles=_STYLES, parts=_core("Styled")))
    assert document.title == "From the table"
    assert document.control == Control(version="2", review="May 2027")


def test_then_the_title_style_and_of_several_the_one_that_names_a_policy() -> None:
    body = [p("Marlbeck Council", style="T"), p("Safeguarding Policy", style="T"), "Text."]
    assert read(docx(*body, styles=_STYLES)).title == "Safeguarding Policy"


def test_then_the_properties_if_the_document_says_the_same() -> None:
    body = [p("Safeguarding at Oak School"), p("Aims", style="Heading1"), "Text."]
    confirmed = read(docx(*body, parts=_core("Safeguarding at Oak School")))
    left_over = read(docx(*body, parts=_core("Lettings Policy 2009")))
    assert (confirmed.title, left_over.title) == ("Safeguarding at Oak School", "Aims")


def test_then_the_largest_line_of_the_cover() -> None:
    body = [_large("Oak School", 60), _large("Safeguarding Policy"), "A motto",
            p("Aims", style="Heading1"), "Text. " * 30]  # fmt: skip
    document = read(docx(*body))
    assert document.title == "Safeguarding Policy"
    assert document.blocks[1].kind is Kind.HEADING


def test_then_the_largest_line_of_a_table_at_the_top() -> None:
    banner = table(row(cell(p("Oak Council") + _large("Request for Support", 44))))
    form = table(row(cell(p("Your name")), cell(p("Your number and where you work"))))
    notes = [p("Notes", style="Heading1"), "Text. " * 30]
    assert read(docx(banner, form, *notes)).title == "Request for Support"
    assert read(docx(form, *notes)).title == "Notes"
    headed = table(row(cell(p("1. About you", style="Heading1"))))
    assert read(docx(headed, "Text. " * 30)).title == "1. About you"


def test_then_the_first_heading_and_past_the_name_of_a_series() -> None:
    assert read(docx(p("Aims", style="Heading1"), "Text.")).title == "Aims"
    box = text_box(bold("7 MINUTE BRIEFING"), "Safety planning for all | October 2026")
    assert read(docx(p(box), styles="")).title == "Safety planning for all"


@pytest.mark.parametrize("left_over", ["Microsoft Word - x.doc", "Document1", "untitled", ""])
def test_a_title_made_by_a_program_is_none(left_over: str) -> None:
    assert read(docx("Text.", parts=_core(left_over))).title is None


def test_lines_of_the_cover_and_the_footer_give_control_data() -> None:
    data = docx(
        "Owner: Head of Service",
        p("Aims", style="Heading1"),
        parts={"word/footer1.xml": p("Version 3.1 | Approved 9 June 2026")},
        links={"rId9": ("footer", "footer1.xml")},
        section='<w:footerReference w:type="default" r:id="rId9"/>',
    )
    assert read(data).control == Control(
        version="3.1", owner="Head of Service", approved="9 June 2026"
    )
