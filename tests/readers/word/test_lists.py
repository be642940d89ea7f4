"""The numbers that Word computes stand in the label and never in the text."""

from __future__ import annotations

import pytest

from policyalign.model.document import Kind
from tests.readers.docx_builder import blocks, deleted, numbered, p


def _level(depth: int, form: str, pattern: str, start: int = 1, more: str = "") -> str:
    return (
        f'<w:lvl w:ilvl="{depth}"><w:start w:val="{start}"/><w:numFmt w:val="{form}"/>'
        f'<w:lvlText w:val="{pattern}"/>{more}</w:lvl>'
    )


def _numbering(*levels: str, overrides: str = "") -> str:
    return (
        f'<w:abstractNum w:abstractNumId="0">{"".join(levels)}</w:abstractNum>'
        '<w:num w:numId="1"><w:abstractNumId w:val="0"/></w:num>'
        f'<w:num w:numId="2"><w:abstractNumId w:val="0"/>{overrides}</w:num>'
    )


def _labels(*body: str, numbering: str, styles: str = "") -> list[str]:
    return [b.label for b in blocks(*body, numbering=numbering, styles=styles)]


def test_levels_count_on_and_start_again_below_a_new_number() -> None:
    numbering = _numbering(_level(0, "decimal", "%1."), _level(1, "decimal", "%1.%2"))
    body = [numbered("a"), numbered("b", level=1), numbered("c", level=1), numbered("d"),
            numbered("e", level=1)]  # fmt: skip
    assert _labels(*body, numbering=numbering) == ["1.", "1.1", "1.2", "2.", "2.1"]


@pytest.mark.parametrize(
    ("form", "start", "label"),
    [
        ("decimal", 4, "4)"),
        ("decimalZero", 4, "04)"),
        ("lowerLetter", 3, "c)"),
        ("upperLetter", 28, "BB)"),
        ("lowerRoman", 14, "xiv)"),
        ("upperRoman", 9, "IX)"),
        ("none", 1, ""),
    ],
)
def test_formats_and_starts(form: str, start: int, label: str) -> None:
    assert _labels(numbered("a"), numbering=_numbering(_level(0, form, "%1)", start))) == [label]


@pytest.mark.parametrize(("sign", "label"), [("\uf0b7", "•"), ("o", "•"), ("–", "–"), ("", "•")])
def test_bullets(sign: str, label: str) -> None:
    assert _labels(numbered("a"), numbering=_numbering(_level(0, "bullet", sign))) == [label]


def test_a_list_may_restart() -> None:
    restart = '<w:lvlOverride w:ilvl="0"><w:startOverride w:val="1"/></w:lvlOverride>'
    numbering = _numbering(_level(0, "decimal", "%1."), overrides=restart)
    body = [numbered("a"), numbered("b"), numbered("c", list_id=2), numbered("d", list_id=2)]
    assert _labels(*body, numbering=numbering) == ["1.", "2.", "1.", "2."]


def test_two_lists_of_one_kind_count_on() -> None:
    numbering = _numbering(_level(0, "decimal", "%1."))
    assert _labels(numbered("a"), numbered("b", list_id=2), numbering=numbering) == ["1.", "2."]


def test_legal_numbering_writes_all_parts_as_figures() -> None:
    legal = _level(1, "decimal", "%1.%2", more="<w:isLgl/>")
    numbering = _numbering(_level(0, "upperRoman", "%1"), legal)
    assert _labels(numbered("a"), numbered("b", level=1), numbering=numbering) == ["I", "1.1"]


def test_a_style_may_carry_the_list_and_its_level() -> None:
    styles = (
        '<w:style w:type="paragraph" w:styleId="Clause"><w:pPr><w:numPr><w:numId w:val="1"/>'
        "</w:numPr></w:pPr></w:style>"
    )
    tied = _level(1, "decimal", "%1.%2", more='<w:pStyle w:val="Clause"/>')
    numbering = _numbering(_level(0, "decimal", "%1"), tied)
    body = [numbered("a"), p("b", style="Clause")]
    assert _labels(*body, numbering=numbering, styles=styles) == ["1", "1.1"]


def test_deleted_paragraphs_are_not_counted_and_empty_ones_are() -> None:
    listed = '<w:numPr><w:ilvl w:val="0"/><w:numId w:val="1"/></w:numPr>'
    gone = p(deleted("gone"), properties=listed)
    empty = p(properties=listed)
    numbering = _numbering(_level(0, "decimal", "%1."))
    body = [numbered("a"), gone, numbered("b"), empty, numbered("c")]
    assert _labels(*body, numbering=numbering) == [
        "1.", "2.", "4.",
    ]  # fmt: skip


def test_list_paragraphs_and_typed_bullets_are_list_items() -> None:
    found = blocks(
        numbered("Automatic"), "• Typed", "Plain",
        numbering=_numbering(_level(0, "decimal", "%1.")),
    )  # fmt: skip
    assert [b.kind for b in found] == [Kind.LIST_ITEM, Kind.LIST_ITEM, Kind.PARAGRAPH]
    assert [b.text for b in found] == ["Automatic", "• Typed", "Plain"]


def test_a_reference_to_no_list_gives_no_label() -> None:
    assert _labels(numbered("a", list_id=99), numbering="") == [""]


def test_the_number_of_a_heading_stands_in_the_trail() -> None:
    listed = '<w:numPr><w:ilvl w:val="0"/><w:numId w:val="1"/></w:numPr>'
    found = blocks(
        p("Purpose", style="Heading1", properties=listed), "Text.",
        numbering=_numbering(_level(0, "decimal", "%1.")),
    )  # fmt: skip
    assert found[0].text == "Purpose"
    assert found[1].place.heading == ("1. Purpose",)
