"""Text boxes: once, in the order of the page."""

from __future__ import annotations

from policyalign.model.document import Kind
from tests.readers.docx_builder import blocks, bold, p, run, text_box, texts


def test_a_text_box_stored_twice_is_read_once() -> None:
    found = blocks(p(run("Anchor"), text_box("In the box")))
    assert [(b.text, b.kind, b.box) for b in found] == [
        ("Anchor", Kind.PARAGRAPH, None),
        ("In the box", Kind.TEXT_BOX, 1),
    ]


def test_a_box_that_stands_only_in_vml_is_read() -> None:
    shape = (
        "<w:r><w:pict><v:shape style='position:absolute;margin-left:0;margin-top:9pt'><v:textbox>"
        f"<w:txbxContent>{p('Old box')}</w:txbxContent></v:textbox></v:shape></w:pict></w:r>"
    )
    assert [(b.text, b.box) for b in blocks(p(shape))] == [("Old box", 1)]


def test_a_fallback_with_words_is_read_where_the_choice_has_none() -> None:
    fallback = f"<w:pict><v:textbox><w:txbxContent>{p('Kept')}</w:txbxContent></v:textbox></w:pict>"
    both = (
        "<w:r><mc:AlternateContent><mc:Choice Requires='x'><w:drawing/></mc:Choice>"
        f"<mc:Fallback>{fallback}</mc:Fallback></mc:AlternateContent></w:r>"
    )
    assert texts(p(both)) == ["Kept"]


def test_boxes_are_read_row_by_row_whatever_their_order_in_the_file() -> None:
    page = [
        p(text_box("Foot of the page", left=10, top=180, wide=270, high=15)),
        p(text_box("Right", left=200, top=30)),
        p(),
        p(text_box("Below left", left=10, top=80)),
        p(text_box("Left", left=10, top=30)),
        p(text_box("Below right", left=200, top=80)),
        p(text_box("Title", left=10, top=5, wide=270, high=15)),
    ]
    assert texts(*page) == [
        "Title", "Left", "Right", "Below left", "Below right", "Foot of the page",
    ]  # fmt: skip
    assert [b.box for b in blocks(*page)] == [1, 2, 3, 4, 5, 6]


def test_columns_of_boxes_that_do_not_line_up_are_read_down() -> None:
    page = [
        p(text_box("Right two", left=110, top=72, high=50)),
        p(text_box("Left one", left=10, top=10, high=30)),
        p(text_box("Right one", left=110, top=10, high=60)),
        p(text_box("Left two", left=10, top=42, high=80)),
    ]
    assert texts(*page) == ["Left one", "Left two", "Right one", "Right two"]


def test_text_between_keeps_boxes_apart() -> None:
    page = [
        p(text_box("Low on page one", top=200)),
        p("Text between."),
        p(text_box("High on page two", top=10)),
    ]
    assert texts(*page) == ["Low on page one", "Text between.", "High on page two"]


def test_a_page_break_keeps_the_boxes_of_two_pages_apart() -> None:
    page = [
        p(text_box("Low on page one", top=200)),
        p("<w:r><w:br w:type='page'/></w:r>"),
        p(text_box("High on page two", top=10)),
    ]
    assert texts(*page) == ["Low on page one", "High on page two"]


def test_a_question_broken_to_fit_its_box_is_joined() -> None:
    box = text_box("What are we worried", p(), "about?", "What is working well?")
    assert texts(p(box)) == ["What are we worried about?", "What is working well?"]


def test_lines_outside_boxes_and_finished_sentences_are_not_joined() -> None:
    assert texts("Not joined", "in the body") == ["Not joined", "in the body"]
    assert texts(p(text_box("Finished.", "and more"))) == ["Finished.", "and more"]


def test_a_box_keeps_its_headings_to_itself() -> None:
    body = [
        bold("1. Purpose"),
        p(run("Text."), text_box(bold("Key message"), "In the box.")),
        p("Back in the body."),
    ]
    trails = {b.text: b.place.heading for b in blocks(*body, styles="")}
    assert trails["In the box."] == ("1. Purpose", "Key message")
    assert trails["Back in the body."] == ("1. Purpose",)
