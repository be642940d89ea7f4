"""Contents pages and reference lists repeat words and are marked."""

from __future__ import annotations

import pytest

from policyalign.model.document import Kind
from tests.readers.docx_builder import (
    HEADINGS,
    blocks,
    bold,
    content_control,
    field,
    p,
    run,
)


def _kinds(*body: str, **settings: object) -> list[tuple[str, Kind]]:
    return [(b.text, b.kind) for b in blocks(*body, **settings)]


def test_a_contents_field_over_several_paragraphs() -> None:
    start = field("TOC \\o", run("Purpose"))
    begin, end = start.rsplit("<w:r>", 1)
    body = [p(begin), p("Roles\t3"), p(f"<w:r>{end}"), p("Purpose", style="Heading1"), "Text."]
    assert _kinds(*body) == [
        ("Purpose", Kind.CONTENTS),
        ("Roles\t3".replace("\t", " "), Kind.CONTENTS),
        ("Purpose", Kind.HEADING),
        ("Text.", Kind.PARAGRAPH),
    ]


def test_a_contents_field_without_an_end_stops_at_the_first_heading() -> None:
    begin = field("TOC", run("Purpose")).rsplit("<w:r>", 1)[0]
    body = [p(begin), p("Purpose", style="Heading1"), "Text."]
    assert [kind for _, kind in _kinds(*body)] == [Kind.CONTENTS, Kind.HEADING, Kind.PARAGRAPH]


def test_contents_styles_and_the_contents_control() -> None:
    style = '<w:style w:type="paragraph" w:styleId="Verz1"><w:name w:val="toc 1"/></w:style>'
    gallery = '<w:docPartObj><w:docPartGallery w:val="Table of Contents"/></w:docPartObj>'
    body = [p("By style 2", style="Verz1"), content_control(p("By control 3"), gallery), "Text."]
    assert [kind for _, kind in _kinds(*body, styles=style)] == [
        Kind.CONTENTS,
        Kind.CONTENTS,
        Kind.PARAGRAPH,
    ]


def test_typed_contents_lines_under_their_heading() -> None:
    body = [
        bold("CONTENTS"),
        "1. Purpose ............ 2",
        p(f"{run('2. Roles')}<w:r><w:tab/></w:r>{run('3')}"),
        bold("1. Purpose"),
        "Text.",
    ]
    assert [kind for _, kind in _kinds(*body, styles="")] == [
        Kind.CONTENTS,
        Kind.CONTENTS,
        Kind.CONTENTS,
        Kind.HEADING,
        Kind.PARAGRAPH,
    ]


def test_a_list_of_the_headings_without_pages_is_contents() -> None:
    body = [bold("Contents"), "Purpose", "Roles", p("Purpose", style="Heading1"),
            p("Roles", style="Heading1")]  # fmt: skip
    assert [kind for _, kind in _kinds(*body)] == [
        Kind.CONTENTS, Kind.CONTENTS, Kind.CONTENTS, Kind.HEADING, Kind.HEADING,
    ]  # fmt: skip


@pytest.mark.parametrize(
    "name", ["11 References", "Bibliography", "Further reading", "Sources", "Related documents"]
)
def test_what_stands_under_a_heading_of_references(name: str) -> None:
    body = [
        p(name, style="Heading1"),
        "Turnell, A. (1999) Signs of Safety.",
        p("Web pages", style="Heading2"),
        "An address.",
        p("Appendix", style="Heading1"),
        "Text.",
    ]
    assert [kind for _, kind in _kinds(*body)] == [
        Kind.HEADING, Kind.REFERENCE, Kind.HEADING, Kind.REFERENCE, Kind.HEADING, Kind.PARAGRAPH,
    ]  # fmt: skip


def test_references_may_be_led_by_a_plain_line() -> None:
    body = [p("Aims", style="Heading1"), p("Roles", style="Heading1"), "References:", "A book."]
    assert _kinds(*body, styles=HEADINGS)[-1] == ("A book.", Kind.REFERENCE)
