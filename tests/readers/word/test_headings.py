"""Headings by outline level, and by bold type where there are no styles."""

from __future__ import annotations

import pytest

from policyalign.model.document import Kind
from tests.readers.docx_builder import (
    HEADINGS,
    blocks,
    bold,
    cell,
    heading_style,
    p,
    row,
    run,
    table,
)


def _headings(*body: str, **settings: object) -> list[tuple[str, int | None]]:
    return [(b.text, b.level) for b in blocks(*body, **settings) if b.kind is Kind.HEADING]


def test_the_outline_level_of_a_style_makes_a_heading_whatever_its_name() -> None:
    styles = heading_style(2, "Rhagair") + heading_style(1, "Teitl")
    found = _headings(p("One", style="Teitl"), p("Two", style="Rhagair"), "Text.", styles=styles)
    assert found == [("One", 1), ("Two", 2)]


def test_the_level_comes_through_the_style_a_style_is_based_on() -> None:
    own = '<w:style w:type="paragraph" w:styleId="Own"><w:basedOn w:val="Heading2"/></w:style>'
    assert _headings(p("Sub", style="Own"), styles=HEADINGS + own) == [("Sub", 2)]


def test_styles_based_on_each_other_end() -> None:
    ring = heading_style(1, "A", "B") + heading_style(2, "B", "A")
    assert _headings(p("Ring", style="A"), styles=ring) == [("Ring", 1)]


def test_a_paragraph_may_set_its_own_level_or_none() -> None:
    own = p("Own level", properties='<w:outlineLvl w:val="2"/>')
    none = p("Body text", style="Heading1", properties='<w:outlineLvl w:val="9"/>')
    assert _headings(own, none) == [("Own level", 3)]


def test_a_heading_is_known_by_the_name_of_its_style_where_styles_are_missing() -> None:
    assert _headings(p("Lost styles", style="Heading1"), styles="") == [("Lost styles", 1)]


def test_the_trail_holds_the_headings_above_and_not_itself() -> None:
    found = blocks(
        p("One", style="Heading1"),
        p("One A", style="Heading2"),
        "Text.",
        p("Two", style="Heading1"),
        "More.",
    )
    assert [b.place.heading for b in found] == [
        (), ("One",), ("One", "One A"), (), ("Two",),
    ]  # fmt: skip


def test_short_bold_paragraphs_are_headings_where_no_styles_are_used() -> None:
    body = [bold("5. What to do if you have a concern"), "Tell somebody.", bold("6. Training")]
    assert _headings(*body, styles="") == [
        ("5. What to do if you have a concern", 1),
        ("6. Training", 1),
    ]


def test_bold_paragraphs_are_no_headings_where_styles_are_used() -> None:
    body = [p("One", style="Heading1"), bold("Note"), p("Two", style="Heading1")]
    assert _headings(*body) == [("One", 1), ("Two", 1)]


@pytest.mark.parametrize(
    "paragraph",
    [
        bold("A whole sentence in bold that ends in a full stop."),
        p(run("Only the start", "<w:b/>"), run(" is bold")),
        table(row(cell(bold("Bold cell")))),
        bold("• a bold bullet"),
        bold("word " * 20),
    ],
)
def test_other_bold_text_is_no_heading(paragraph: str) -> None:
    assert _headings(paragraph, "Text.", styles="") == []


def test_typed_numbers_give_the_level_of_bold_headings() -> None:
    body = [bold("1. Aims"), bold("1.1 Scope"), bold("1.1.1 Detail"), bold("2 Roles")]
    assert [level for _, level in _headings(*body, styles="")] == [1, 2, 3, 1]


def test_the_size_of_letters_gives_the_level_of_unnumbered_bold_headings() -> None:
    body = [bold("Big", 32), bold("Small", 24), bold("Large", 32), bold("Little", 24)]
    assert [level for _, level in _headings(*body, styles="")] == [1, 2, 1, 2]


def test_a_sentence_in_a_heading_style_is_a_paragraph() -> None:
    clause = "Every member of staff must read this policy before they start to work with children."
    found = blocks(p("Aims", style="Heading1"), p(clause, style="Heading2"))
    assert [b.kind for b in found] == [Kind.HEADING, Kind.PARAGRAPH]


def test_a_title_is_a_heading_of_level_one() -> None:
    title = '<w:style w:type="paragraph" w:styleId="Titel"><w:name w:val="Title"/></w:style>'
    assert _headings(p("Safeguarding Policy", style="Titel"), "Text.", styles=title) == [
        ("Safeguarding Policy", 1)
    ]


@pytest.mark.parametrize(
    "last", ["", '<w:style w:type="table" w:styleId="Grid"><w:rPr/></w:style>']
)
def test_table_styles_and_latent_styles_make_no_difference(last: str) -> None:
    table_style = '<w:style w:type="table" w:styleId="T"><w:name w:val="heading 1"/></w:style>'
    latent = '<w:latentStyles><w:lsdException w:name="heading 1"/></w:latentStyles>'
    styles = latent + table_style + heading_style(2, "Own") + table_style + last
    assert _headings(p("Sub", style="Own"), styles=styles) == [("Sub", 2)]
