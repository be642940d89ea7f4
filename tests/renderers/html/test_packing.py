"""What is folded away comes out as it went in."""

from __future__ import annotations

import base64
import zlib

import pytest
from lxml import html

from policyalign.renderers.html.packing import packed
from tests import report_builders as build
from tests.renderers.html.pages import parsed, with_text


@pytest.mark.parametrize("markup", ["", "<p>a</p>", "<p>“ü” \U0001f3e0</p>" * 5000], ids=len)
def test_packed_markup_is_whole_and_its_size_told(markup: str) -> None:
    template = html.fragment_fromstring(packed(markup))
    data = zlib.decompress(base64.b64decode(template.text or ""), wbits=-zlib.MAX_WBITS)
    assert data.decode() == markup
    assert template.get("data-size") == str(len(data))


def test_only_large_reports_are_packed_and_say_the_same() -> None:
    few, many = (
        parsed(build.report(*(with_text(f"{n}.docx") for n in range(count)))) for count in (3, 30)
    )
    assert not few.xpath("//template[@data-size]")
    folded = many.xpath("//details[@id='d2-body']/template[@data-size]")
    (body,) = [html.fragment_fromstring(unpacked(found.text), "div") for found in folded]
    (shown,) = few.xpath("//details[@id='d2-body']")
    shown.find("summary").drop_tree()
    assert body.text_content().split() == shown.text_content().split()


def unpacked(small: str) -> str:
    return zlib.decompress(base64.b64decode(small), wbits=-zlib.MAX_WBITS).decode()
