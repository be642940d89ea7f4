"""Footnotes, endnotes, headers and footers."""

from __future__ import annotations

import pytest

from policyalign.model.document import Kind, State
from tests.readers.docx_builder import docx, field, inserted, p, read, run

_HEADER = '<w:headerReference w:type="{}" r:id="{}"/>'
_FOOTER = '<w:footerReference w:type="{}" r:id="{}"/>'


def _note(kind: str, name: int, text: str, special: str = "") -> str:
    return f'<w:{kind} w:id="{name}" {special}>{p(text)}</w:{kind}>'


def _reference(kind: str, name: int) -> str:
    return f'<w:r><w:{kind}Reference w:id="{name}"/></w:r>'


@pytest.mark.parametrize("kind", ["footnote", "endnote"])
def test_notes_follow_the_body_under_the_heading_that_refers_to_them(kind: str) -> None:
    notes = _note(kind, 0, "—", 'w:type="separator"') + _note(kind, 2, "A note.")
    data = docx(
        p("Aims", style="Heading1"), p(run("Text."), _reference(kind, 2)), "Last.",
        parts={f"word/{kind}s.xml": notes},
    )  # fmt: skip
    found = read(data).blocks
    assert [b.text for b in found] == ["Aims", "Text.", "Last.", "A note."]
    assert (found[-1].kind, found[-1].place.heading) == (Kind.FOOTNOTE, ("Aims",))


def test_a_note_that_is_referred_to_only_in_deleted_text_is_left_out() -> None:
    gone = f'<w:del w:id="1">{_reference("footnote", 2)}</w:del>'
    data = docx(p(run("Text."), gone), parts={"word/footnotes.xml": _note("footnote", 2, "x")})
    assert [b.text for b in read(data).blocks] == ["Text."]


def test_a_document_of_nothing_but_a_note_is_read() -> None:
    data = docx(
        p(_reference("footnote", 2)), parts={"word/footnotes.xml": _note("footnote", 2, "Alone.")}
    )
    assert [b.text for b in read(data).blocks] == ["Alone."]


def test_a_note_holds_insertions_of_its_own() -> None:
    note = f'<w:footnote w:id="2">{p(inserted(run("New.")))}</w:footnote>'
    data = docx(p(run("Text."), _reference("footnote", 2)), parts={"word/footnotes.xml": note})
    assert read(data).blocks[-1].state is State.PROPOSED


def test_headers_and_footers_stand_once_each_at_the_end() -> None:
    page = field("PAGE", run("7"))
    data = docx(
        "Text.",
        parts={
            "word/header1.xml": p("Policy 2026"),
            "word/header2.xml": p("Policy 2026"),
            "word/footer1.xml": p(run("Page "), page),
            "word/footer2.xml": p(run("Page "), page.replace("7", "8")),
        },
        links={
            "rId11": ("header", "header1.xml"),
            "rId12": ("header", "header2.xml"),
            "rId13": ("footer", "footer1.xml"),
            "rId14": ("footer", "footer2.xml"),
        },
        section=_HEADER.format("default", "rId11") + _HEADER.format("even", "rId12")
        + _FOOTER.format("default", "rId13") + _FOOTER.format("even", "rId14"),
    )  # fmt: skip
    found = read(data).blocks
    assert [(b.text, b.kind) for b in found] == [
        ("Text.", Kind.PARAGRAPH),
        ("Policy 2026", Kind.HEADER),
        ("Page 7", Kind.FOOTER),
    ]
    assert found[1].place.heading == ()


@pytest.mark.parametrize(("setting", "shown"), [("<w:titlePg/>", True), ("", False)])
def test_a_first_page_header_counts_only_where_the_first_page_differs(
    setting: str, shown: bool
) -> None:
    data = docx(
        "Text.",
        parts={"word/header1.xml": p("First page")},
        links={"rId11": ("header", "header1.xml")},
        section=_HEADER.format("first", "rId11") + setting,
    )
    assert ("First page" in [b.text for b in read(data).blocks]) is shown
