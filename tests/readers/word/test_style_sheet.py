"""Styles are cut out of the styles part as Word writes it; any other part is parsed whole."""

from __future__ import annotations

import pytest

from policyalign.readers.word.markup import Element, W, parse
from policyalign.readers.word.stylesheet import StyleSheet

_START = f'<w:styles xmlns:w="{W[1:-1]}">'
_DEFAULTS = (
    '<w:docDefaults><w:rPrDefault><w:rPr><w:sz w:val="22"/></w:rPr></w:rPrDefault></w:docDefaults>'
)
_NORMAL = '<w:style w:type="paragraph" w:default="1" w:styleId="Normal"><w:name/></w:style>'
_OWN = (
    '<w:style w:type="paragraph" w:styleId="Own"><w:name w:val="heading 2"/>'
    '<w:basedOn w:val="Normal"/></w:style>'
)
_USUAL = _START + _DEFAULTS + _NORMAL + _OWN + "</w:styles>"


def _sheet(*pieces: str) -> tuple[StyleSheet, list[bytes]]:
    """Give the sheet and what it was parsed from when it was parsed whole."""
    parsed: list[bytes] = []

    def parse_all(data: bytes) -> Element:
        parsed.append(data)
        return parse(data)

    return StyleSheet((piece.encode() for piece in pieces), parse_all), parsed


def test_a_style_is_read_without_parsing_the_whole_part() -> None:
    sheet, parsed = _sheet(_USUAL)
    own = sheet.style("Own")
    assert own is not None
    assert (own.look.level, own.parent, sheet.default, sheet.size) == (2, "Normal", "Normal", 22)
    assert sheet.style("Missing") is None
    assert not parsed


def test_a_style_is_found_wherever_the_pieces_of_the_part_are_divided() -> None:
    begin = len(_START + _DEFAULTS + _NORMAL)
    for place in range(begin, len(_USUAL)):
        sheet, parsed = _sheet(_USUAL[:place], _USUAL[place:])
        own = sheet.style("Own")
        assert own is not None
        assert own.look.level == 2
        assert not parsed


@pytest.mark.parametrize(
    "written",
    [
        pytest.param(_USUAL.replace('"', "'"), id="other quotes"),
        pytest.param(_USUAL.replace("w:", "x:").replace(":w=", ":x="), id="another prefix"),
        pytest.param(_USUAL.replace("<w:style ", "<w:style\n"), id="lines broken"),
    ],
)
def test_a_part_written_in_another_way_says_the_same(written: str) -> None:
    sheet, _ = _sheet(written)
    own = sheet.style("Own")
    assert own is not None
    assert (own.look.level, sheet.default, sheet.size) == (2, "Normal", 22)


def test_of_two_styles_with_one_id_the_first_counts() -> None:
    again = _OWN.replace("heading 2", "heading 3")
    for part in (_USUAL, _USUAL.replace('"', "'")):
        sheet, _ = _sheet(part.replace("</w:styles>", f"{again}</w:styles>"))
        own = sheet.style("Own")
        assert own is not None
        assert own.look.level == 2
