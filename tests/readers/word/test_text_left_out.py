"""What stands in the file and is not shown on the page."""

from __future__ import annotations

import pytest

from tests.readers.docx_builder import (
    HEADINGS,
    deleted,
    docx,
    field,
    p,
    read,
    row,
    run,
    table,
    texts,
)

_HIDING = (
    '<w:style w:type="character" w:styleId="Secret"><w:rPr><w:vanish/></w:rPr></w:style>'
    '<w:style w:type="paragraph" w:styleId="Base"><w:rPr><w:vanish/></w:rPr></w:style>'
    '<w:style w:type="paragraph" w:styleId="Derived"><w:basedOn w:val="Base"/></w:style>'
)

_WITHIN_A_CODE = field("IF", "").replace(
    "</w:instrText></w:r>", f"</w:instrText></w:r>{run('gone')}"
)


@pytest.mark.parametrize(
    ("name", "inside"),
    [
        ("deleted text", deleted("gone")),
        ("moved-from text", f"<w:moveFrom w:id='1'>{run('gone')}</w:moveFrom>"),
        ("hidden text", run("gone", "<w:vanish/>")),
        ("hidden by a character style", run("gone", '<w:rStyle w:val="Secret"/>')),
        ("field code", field("gone", "")),
        ("text within a field code", _WITHIN_A_CODE),
        ("comment mark", "<w:r><w:commentReference w:id='0'/></w:r>"),
        (
            "ruby pronunciation",
            f"<w:r><w:ruby><w:rt>{run('gone')}</w:rt><w:rubyBase/></w:ruby></w:r>",
        ),
    ],
)
def test_text_that_is_not_shown_is_left_out(name: str, inside: str) -> None:
    assert texts(p(run("Seen"), inside), styles=HEADINGS + _HIDING) == ["Seen"]


def test_a_paragraph_style_hides_through_the_style_it_is_based_on() -> None:
    assert texts("Seen", p("gone", style="Derived"), styles=_HIDING) == ["Seen"]


def test_a_run_can_show_itself_in_a_hidden_style() -> None:
    shown = p(run("Shown after all", '<w:vanish w:val="0"/>'), style="Derived")
    assert texts(shown, styles=_HIDING) == ["Shown after all"]


def test_text_hidden_on_the_web_only_is_kept() -> None:
    assert texts(p(run("In print", "<w:webHidden/>"))) == ["In print"]


def test_comments_are_not_read() -> None:
    comment = {"word/comments.xml": f"<w:comment>{p('A remark')}</w:comment>"}
    data = docx("The policy.", parts=comment, links={"rId7": ("comments", "comments.xml")})
    assert [block.text for block in read(data).blocks] == ["The policy."]


@pytest.mark.parametrize("properties", ["<w:hidden/>", '<w:del w:id="1"/>'])
def test_hidden_and_deleted_rows_are_left_out(properties: str) -> None:
    assert texts(table(row("Seen"), row("gone", properties=properties))) == ["Seen"]


def test_a_deleted_paragraph_end_joins_the_paragraphs() -> None:
    first = p("What are we ", properties='<w:rPr><w:del w:id="1"/></w:rPr>')
    assert texts(first, "worried about?") == ["What are we worried about?"]
