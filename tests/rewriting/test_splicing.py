"""Text is put into XML at its place, and every other byte stays."""

from __future__ import annotations

import pytest

from policyalign.errors import ReadError
from policyalign.rewriting.splicing import Xml, escaped, prefix_of

PART = (
    b"<?xml version='1.0'?>\r\n<!-- a -->"
    b"<w:a  xmlns:w = 'n' b=\"1 > 0\" ><w:b/><w:c >x</w:c ></w:a>\n"
)


def test_elements_are_found_as_they_are_written() -> None:
    xml = Xml(PART)
    assert [xml.name(n) for n in range(3)] == [b"w:a", b"w:b", b"w:c"]
    assert xml.whole(1) == b"<w:b/>"
    assert xml.whole(2) == b"<w:c >x</w:c >"
    assert xml.data[xml.inside(0) :].startswith(b"<w:b/>")
    assert xml.data[xml.close(0) :] == b"</w:a>\n"


def test_a_new_last_child_leaves_the_rest_as_it_was() -> None:
    assert Xml(PART).with_last_child(b"<new/>") == PART.replace(b"</w:a>", b"<new/></w:a>")


def test_an_empty_root_is_opened() -> None:
    assert Xml(b"<?x y?><a b='1'/>\n").with_last_child(b"<c/>") == b"<?x y?><a b='1'><c/></a>\n"


@pytest.mark.parametrize(
    ("written", "count", "before"),
    [
        ("abc", 2, "ab"),
        ("é’😀z", 3, "é’😀"),
        ("a&amp;b", 2, "a&amp;"),
        ("&#8217;s", 1, "&#8217;"),
        ("<![CDATA[a<b]]>c", 3, "<![CDATA[a<b"),
        ("<!-- no -->ab", 1, "<!-- no -->a"),
        ("a\r\nb", 2, "a\r\n"),
    ],
)
def test_characters_are_counted_as_a_reader_of_the_text_counts(
    written: str, count: int, before: str
) -> None:
    xml = Xml(f"<t>{written}</t>".encode())
    place = xml.after_characters(0, count)
    assert xml.data[:place].decode() == f"<t>{before}"


def test_more_characters_than_there_are_is_damage() -> None:
    with pytest.raises(ReadError, match="damaged"):
        Xml(b"<t>ab</t>").after_characters(0, 3)


@pytest.mark.parametrize("encoding", ["utf-16", "iso-8859-1"])
def test_a_part_in_another_encoding_becomes_utf_8(encoding: str) -> None:
    text = f"<?xml version='1.0' encoding='{encoding}'?><t>caf\xe9</t>"
    xml = Xml(text.encode(encoding))
    assert xml.data == "<t>café</t>".encode()


def test_what_is_no_xml_is_damage() -> None:
    with pytest.raises(ReadError, match="damaged"):
        Xml(b"<a><b></a>")


def test_text_may_stand_in_elements_and_attributes() -> None:
    assert escaped('a<b> & "c"') == b"a&lt;b&gt; &amp; &quot;c&quot;"
    assert (prefix_of(b"w:p"), prefix_of(b"p")) == (b"w:", b"")
