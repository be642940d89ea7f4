"""Blocks of a plain text."""

from __future__ import annotations

from policyalign.readers.plain import text_blocks


def parts(text: str, heading: str | None = None) -> list[tuple[str, str]]:
    return [(block.kind, block.text) for block in text_blocks(text, heading)]


def test_a_sentence_that_runs_on_over_blank_lines_stays_whole() -> None:
    assert parts("What are we worried\n\n\tabout?") == [
        ("paragraph", "What are we worried\n\n\tabout?")
    ]


def test_a_sentence_runs_on_over_the_running_line_of_a_page() -> None:
    (block,) = text_blocks("the family's safety\n\nPolicy v4.2   Page 7 of 31\n\nnetwork is told.")
    assert block.text == "the family's safety\n\nnetwork is told."


def test_prose_that_ends_in_the_number_of_a_page_stays() -> None:
    assert parts("Goals are agreed as on page 3 of 12\nwhich is sent.") == [
        ("paragraph", "Goals are agreed as on page 3 of 12\nwhich is sent.")
    ]


def test_a_text_may_begin_with_the_number_of_its_page() -> None:
    assert parts("Page 1 of 2") == [("paragraph", "Page 1 of 2")]


def test_a_blank_line_after_a_sentence_begins_a_new_block() -> None:
    assert parts("One.\n\nTwo.") == [("paragraph", "One."), ("paragraph", "Two.")]


def test_list_items_and_what_follows_them_are_blocks_of_their_own() -> None:
    assert parts("• Past harm\n• Next steps\nEach is a box.") == [
        ("list-item", "• Past harm"),
        ("list-item", "• Next steps"),
        ("paragraph", "Each is a box."),
    ]


def test_contents_lines_and_references_are_known() -> None:
    assert parts("4. Safety goals ........ 13") == [("contents", "4. Safety goals ........ 13")]
    assert parts("A. Author (1999) A book.", "References")[0][0] == "reference"


def test_the_heading_is_the_place_and_not_a_block() -> None:
    (block,) = text_blocks("Text", "Heading")
    assert (block.text, block.place.heading) == ("Text", ("Heading",))
