"""What kind of block the text of a PDF becomes, and where it is said to stand."""

from __future__ import annotations

from reportlab.pdfgen.canvas import Canvas

from policyalign.model.document import Control, Kind
from tests.readers.pdf.builder import BODY, blocks, both, make, read, text, texts


def test_lines_become_one_paragraph_with_its_page() -> None:
    document = read(make(text(*BODY)))
    (block,) = document.blocks
    assert block.kind is Kind.PARAGRAPH
    assert block.text == " ".join(BODY)
    assert (block.place.page, block.place.block) == (1, 0)


def test_lines_of_document_control_are_no_paragraph() -> None:
    lines = ["Version: 1.2", "Policy owner: Head of Practice and of all that goes with it"]
    lines += ["Approved on: 9 June 2026", "Next review: June 2028"]
    document = read(make(text(*lines)))
    assert texts(document) == lines
    assert document.control == Control(
        version="1.2",
        owner="Head of Practice and of all that goes with it",
        approved="9 June 2026",
        review="June 2028",
    )


def test_blank_space_parts_paragraphs() -> None:
    document = read(make(both(text(*BODY), text(*BODY, y=680))))
    assert texts(document) == [" ".join(BODY)] * 2


def test_a_sentence_broken_on_purpose_stays_whole() -> None:
    lines = (BODY[0], "we follow the Signs of", "Safety approach in all of our work.")
    assert "the Signs of Safety approach" in texts(read(make(text(*lines))))[0]


def test_labels_under_each_other_stay_apart() -> None:
    labels = text("Name of child", "Head Teacher", "Date", y=500)
    document = read(make(both(text(*BODY), labels)))
    assert texts(document)[1:] == ["Name of child", "Head Teacher", "Date"]


def test_a_heading_is_larger_or_bolder_than_the_body() -> None:
    document = read(
        make(
            both(
                text("Safeguarding policy", size=20),
                text("1. Purpose", y=720, bold=True),
                text(*BODY, y=690),
                text("1.1 Scope", y=620, bold=True),
                text(*BODY, y=590),
            )
        )
    )
    headings = blocks(document, Kind.HEADING)
    assert [(b.text, b.level) for b in headings] == [
        ("Safeguarding policy", 1),
        ("1. Purpose", 2),
        ("1.1 Scope", 3),
    ]
    last = document.blocks[-1]
    assert last.place.heading == ("Safeguarding policy", "1. Purpose", "1.1 Scope")
    assert document.title == "Safeguarding policy"


def test_a_heading_over_two_lines_is_one() -> None:
    draw = both(text("Working with families", "and their networks", size=16, leading=19),
                text(*BODY, y=700))  # fmt: skip
    assert texts(read(make(draw)), Kind.HEADING) == ["Working with families and their networks"]


def test_capitals_alone_make_a_heading() -> None:
    document = read(make(both(text("OUR PROMISE"), text(*BODY, y=730))))
    assert texts(document, Kind.HEADING) == ["OUR PROMISE"]


def test_bold_words_that_begin_a_paragraph_are_no_heading() -> None:
    draw = both(
        text("So-called honour-based abuse and other harm that is", bold=True),
        text("done in its name. Staff tell the police on the same day.", y=746),
        text(*BODY, y=700),
    )
    document = read(make(draw))
    assert not blocks(document, Kind.HEADING)
    assert "harm that is done in its name" in texts(document)[0]


def test_list_items_give_up_their_bullet_or_number() -> None:
    draw = both(
        text("• Bring one family’s situation", x=70, y=740),
        text("to the practice session.", x=80, y=726),
        text("• Talk to your lead.", x=70, y=712),
        text("1.2 The chair opens the meeting.", y=680),
        text("(a) Listen first.", y=650),
        text(*BODY, y=600),
    )
    items = blocks(read(make(draw)), Kind.LIST_ITEM)
    assert [(b.label, b.text) for b in items] == [
        ("•", "Bring one family’s situation to the practice session."),
        ("•", "Talk to your lead."),
        ("1.2", "The chair opens the meeting."),
        ("(a)", "Listen first."),
    ]


def test_contents_lines_are_marked_with_and_without_leaders() -> None:
    draw = both(
        text("Contents", size=16, bold=True),
        text("1. Purpose ................... 2", "2. Safety planning .......... 3", y=720),
        text("3. Danger statements 4", y=692),
        text(*BODY, y=500),
    )
    document = read(make(draw))
    assert len(blocks(document, Kind.CONTENTS)) == 3
    assert texts(document, Kind.PARAGRAPH) == [" ".join(BODY)]


def test_a_reference_list_ends_at_the_next_heading() -> None:
    draw = both(
        text("4. References", size=14, bold=True),
        text("Working Together to Safeguard Children, 2023.", y=730),
        text("5. Review", size=14, bold=True, y=700),
        text(*BODY, y=670),
    )
    document = read(make(draw))
    assert texts(document, Kind.REFERENCE) == ["Working Together to Safeguard Children, 2023."]
    assert texts(document, Kind.PARAGRAPH) == [" ".join(BODY)]


def test_a_footnote_does_not_cut_the_text_that_runs_on() -> None:
    first = both(
        text(*BODY),
        text("The network is asked, and its answers become part of the family’s own", y=120),
        text("1 The network is everyone who cares for the child.", y=70, size=8),
    )
    second = text("safety plan within ten working days of the meeting.", *BODY)
    document = read(make(first, second))
    (note,) = blocks(document, Kind.FOOTNOTE)
    assert (note.label, note.text) == ("1", "The network is everyone who cares for the child.")
    assert any("family’s own safety plan within" in t for t in texts(document, Kind.PARAGRAPH))


def test_a_footnote_in_large_type_is_known_by_the_rule_above_it() -> None:
    def rule(canvas: Canvas) -> None:
        canvas.line(60, 110, 200, 110)

    note = text("1 The network is everyone who cares for the child.", y=95)
    document = read(make(both(text(*BODY), rule, note)))
    assert texts(document, Kind.FOOTNOTE) == ["The network is everyone who cares for the child."]


def test_text_in_a_box_is_marked_and_its_heading_heads_only_the_box() -> None:
    def frame(canvas: Canvas) -> None:
        canvas.rect(55, 560, 350, 80)

    draw = both(
        text("Our approach", size=14, bold=True),
        text(*BODY, y=730),
        frame,
        text("What parents said", y=620, bold=True),
        text("“Nobody asked my mum about it.”", y=590),
        text(*BODY, y=500),
    )
    document = read(make(draw))
    (quote,) = blocks(document, Kind.TEXT_BOX)
    assert (quote.text, quote.box) == ("“Nobody asked my mum about it.”", 1)
    assert quote.place.heading == ("Our approach", "What parents said")
    assert document.blocks[-1].place.heading == ("Our approach",)


def test_a_band_of_colour_behind_a_heading_is_no_box() -> None:
    def band(canvas: Canvas) -> None:
        canvas.setFillGray(0.8)
        canvas.rect(50, 750, 400, 30, fill=1, stroke=0)
        canvas.setFillGray(0)

    document = read(make(both(band, text("Networks", size=16, bold=True), text(*BODY, y=700))))
    assert document.blocks[0].kind is Kind.HEADING
    assert document.blocks[0].box is None
    assert document.blocks[1].place.heading == ("Networks",)


def test_odd_apostrophes_stay_as_they_are_written() -> None:
    target = read(make(text("The child‘s words and the family’s plan are kept.")))
    assert texts(target) == ["The child‘s words and the family’s plan are kept."]


def test_white_text_is_kept() -> None:
    def white(canvas: Canvas) -> None:
        canvas.setFillGray(1)
        text("White words on a dark band.", y=600)(canvas)

    assert "White words on a dark band." in texts(read(make(both(text(*BODY), white))))


def test_words_drawn_twice_to_look_bold_are_read_once() -> None:
    shifted = both(text("The danger statement"), text("The danger statement", x=60.4))
    assert texts(read(make(shifted))) == ["The danger statement"]


def test_a_contents_heading_is_no_title() -> None:
    draw = both(text("Contents", size=16, bold=True), text("Purpose .......... 2", y=720),
                text(*BODY, y=600))  # fmt: skip
    assert read(make(draw)).title is None
