"""Columns, tables, turned pages, headers and footers, and words cut by line ends."""

from __future__ import annotations

import pytest
from reportlab.pdfgen.canvas import Canvas

from policyalign.model.document import Cell, Kind
from tests.readers.pdf.builder import (
    BODY,
    WIDTH,
    Draw,
    blocks,
    both,
    by_turns,
    grid,
    make,
    read,
    text,
    texts,
)

LEFT = (
    "Signs of Safety is our practice",
    "framework. We will ask families what",
    "they are worried about, what is",
    "working well and what needs to",
    "happen. Everyone uses one scale",
    "from nought to ten in each review",
    "and the network is always asked.",
)
RIGHT = (
    "Each family has a safety plan that",
    "their own network has made. Social",
    "workers write the danger statement",
    "with the parents and read it out",
    "again at the end of the meeting.",
    "Children draw their Three Houses",
    "before the plan is agreed by all.",
)
COLUMNS = [" ".join(LEFT), " ".join(RIGHT)]


@pytest.mark.parametrize(
    "draw",
    [
        pytest.param(both(text(*LEFT), text(*RIGHT, x=320)), id="column-by-column"),
        pytest.param(by_turns(LEFT, RIGHT), id="line-by-line-on-one-baseline"),
        pytest.param(by_turns(LEFT, RIGHT, shift=5), id="line-by-line-on-two-baselines"),
    ],
)
def test_columns_are_read_one_after_the_other(draw: Draw) -> None:
    assert texts(read(make(draw))) == COLUMNS


def test_a_line_across_both_columns_parts_what_is_above_and_below() -> None:
    wide = text("Step up and step down: the same words are used at every level", y=640, size=14)
    lower = both(*(_row(LEFT[n], RIGHT[n], 600 - n * 14) for n in range(7)))
    document = read(make(both(by_turns(LEFT, RIGHT), wide, lower)))
    assert texts(document, Kind.PARAGRAPH) == COLUMNS * 2
    assert document.blocks[2].kind is Kind.HEADING


def _row(left: str, right: str, y: float) -> Draw:
    return both(text(left, y=y), text(right, x=320, y=y))


def test_rows_without_rules_are_not_taken_for_columns() -> None:
    rows = both(*(_row(label, value, 700 - n * 30) for n, (label, value) in enumerate(
        [("Title", "Safeguarding policy"), ("Version", "3.1"), ("Owner", "Head of Service"),
         ("Review", "May 2027"), ("Audience", "All staff")])))  # fmt: skip
    document = read(make(both(rows, text(*BODY, y=400))))
    assert texts(document)[:2] == ["Title Safeguarding policy", "Version 3.1"]


def test_text_drawn_in_no_order_is_read_from_the_top() -> None:
    lines = [f"Sentence number {n} stands alone on its line." for n in range(20)]
    draws = [text(line, y=760 - n * 30) for n, line in enumerate(lines)]
    shuffled = [draws[(n * 7) % 20] for n in range(20)]
    assert texts(read(make(both(*shuffled)))) == lines


def test_table_cells_carry_row_and_column_and_are_not_repeated() -> None:
    rows = [["Priority", "Action"], ["One form", "Follow the\nthree questions"]]
    document = read(make(both(text(*BODY), grid(rows), text(*BODY, y=560))))
    cells = blocks(document, Kind.TABLE_CELL)
    assert [(b.text, b.cell) for b in cells] == [
        ("Priority", Cell(table=1, row=1, column=1)),
        ("Action", Cell(table=1, row=1, column=2)),
        ("One form", Cell(table=1, row=2, column=1)),
        ("Follow the three questions", Cell(table=1, row=2, column=2)),
    ]
    assert [b.kind for b in document.blocks].count(Kind.PARAGRAPH) == 2
    assert document.blocks[0].kind is document.blocks[-1].kind is Kind.PARAGRAPH


def test_a_table_drawn_as_boxes_is_a_table() -> None:
    def frames(canvas: Canvas) -> None:
        for x in (60, 210):
            for y in (620, 660):
                canvas.rect(x, y, 150, 40)

    words = both(*(text(w, x=x, y=y) for w, x, y in
                   [("a", 64, 680), ("b", 214, 680), ("c", 64, 640), ("d", 214, 640)]))  # fmt: skip
    document = read(make(both(text(*BODY), frames, words)))
    assert texts(document, Kind.TABLE_CELL) == ["a", "b", "c", "d"]


def test_a_table_runs_on_over_the_page_without_its_repeated_header() -> None:
    first = both(text(*BODY), grid([["Who", "What"], ["Nurse", "visits the\nfamily and"]], y=140))
    second = both(
        grid([["Who", "What"], ["", "writes it down"], ["School", "calls home"]], y=780),
        text(*BODY, y=600),
    )
    cells = blocks(read(make(first, second)), Kind.TABLE_CELL)
    assert [(b.text, b.cell and b.cell.row, b.place.page) for b in cells] == [
        ("Who", 1, 1),
        ("What", 1, 1),
        ("Nurse", 2, 1),
        ("visits the family and writes it down", 2, 1),
        ("School", 3, 2),
        ("calls home", 3, 2),
    ]
    assert {b.cell and b.cell.table for b in cells} == {1}


def test_another_table_on_the_next_page_is_another_table() -> None:
    second = both(grid([["a", "b", "c"], ["d", "e", "f"]], y=780), text(*BODY, y=600))
    document = read(make(both(text(*BODY), grid([["g", "h"], ["i", "j"]], y=140)), second))
    assert {b.cell and b.cell.table for b in blocks(document, Kind.TABLE_CELL)} == {1, 2}


@pytest.mark.parametrize("marked", [True, False], ids=["page-marked-turned", "text-turned-only"])
def test_a_page_turned_on_its_side_is_read_level(marked: bool) -> None:
    def turned(canvas: Canvas) -> None:
        canvas.saveState()
        canvas.rotate(90)
        canvas.translate(0, -WIDTH)
        both(text(*BODY, y=500), grid([["one", "two"], ["three", "four"]], y=400))(canvas)
        canvas.restoreState()

    document = read(make(turned, rotate=90 if marked else 0))
    assert texts(document, Kind.PARAGRAPH) == [" ".join(BODY)]
    assert texts(document, Kind.TABLE_CELL) == ["one", "two", "three", "four"]


def test_a_page_marked_upside_down_is_read() -> None:
    assert texts(read(make(text(*BODY), rotate=180))) == [" ".join(BODY)]


def test_a_watermark_is_read_once_and_apart() -> None:
    def stamp(canvas: Canvas) -> None:
        canvas.saveState()
        canvas.translate(200, 300)
        canvas.rotate(45)
        canvas.setFont("Helvetica", 60)
        canvas.drawString(0, 0, "DRAFT")
        canvas.restoreState()

    document = read(make(*[both(text(*BODY), stamp)] * 3))
    assert texts(document).count("DRAFT") == 1
    assert texts(document, Kind.PARAGRAPH) == [" ".join(BODY)] * 3


def _numbered(page: int, *draws: Draw) -> Draw:
    return both(
        text("Borough of Example", y=810, size=8),
        text("Safeguarding policy", x=400, y=810, size=8),
        *draws,
        text("Version 4.2", y=30, size=8),
        text(f"Page {page} of 3", x=500, y=30, size=8),
    )


def test_headers_and_footers_stand_once_and_in_parts() -> None:
    document = read(make(*(_numbered(page, text(*BODY)) for page in (1, 2, 3))))
    assert texts(document, Kind.HEADER) == ["Borough of Example", "Safeguarding policy"]
    assert texts(document, Kind.FOOTER) == ["Version 4.2", "Page 1 of 3"]
    assert texts(document, Kind.PARAGRAPH) == [" ".join(BODY)] * 3
    assert document.control.version == "4.2"


def test_a_phrase_cut_by_a_page_with_header_and_footer_is_whole() -> None:
    first = _numbered(
        1, text(*BODY), text("Every family in the borough has a written safety", y=80)
    )
    second = _numbered(2, text("plan that its own network has made.", y=760), text(*BODY, y=700))
    document = read(make(first, second))
    (whole,) = [b for b in document.blocks if "safety plan that its own" in b.text]
    assert whole.place.page == 1


def test_pages_that_begin_alike_do_not_lose_their_text() -> None:
    document = read(make(text(*BODY), text(*BODY)))
    assert texts(document, Kind.PARAGRAPH) == [" ".join(BODY)] * 2


def test_headers_that_change_between_left_and_right_pages_are_found() -> None:
    pages = [both(text("Left" if n % 2 else "Right", y=815, size=8), text(*BODY)) for n in range(6)]
    assert set(texts(read(make(*pages)), Kind.HEADER)) == {"Left", "Right"}


@pytest.mark.parametrize(
    ("end", "begin", "whole"),
    [
        ("the danger state-", "ment is read out", "statement"),
        ("ask about self-", "harm at each visit", "self-harm"),
        ("a strengths-", "based way", "strengths-based"),
        ("with multi-", "agency partners", "multi-agency"),
        ("a child in part-", "nership with us", "partnership"),
        ("care and well-", "being of all", "wellbeing"),
        ("meet face-to-", "face each week", "face-to-face"),
        ("in SAFE-", "GUARDING work", "SAFEGUARDING"),
        ("the mid-", "Year review", "mid-Year"),
        ("the years 2024-", "2025 were hard", "2024-2025"),
    ],
)
def test_hyphens_at_line_ends(end: str, begin: str, whole: str) -> None:
    assert whole in texts(read(make(text(end, begin))))[0]


def test_the_document_itself_settles_a_hyphen() -> None:
    lines = ("Early help is for pre-birth work with families.", "It is pre-", "birth help.")
    assert "It is pre-birth help." in texts(read(make(text(*lines))))[0]


def test_boxes_drawn_in_no_order_are_read_in_rows() -> None:
    def panel(number: int, x: float, y: float) -> Draw:
        def frame(canvas: Canvas) -> None:
            canvas.rect(x - 5, y - 40, 220, 60)

        return both(
            frame, text(f"Panel {number} says one thing", "and then it says more.", x=x, y=y)
        )

    places = [(60, 700), (320, 700), (60, 600), (320, 600)]
    panels = [panel(number, *place) for number, place in enumerate(places, 1)]
    document = read(make(both(*(panels[n] for n in (3, 0, 2, 1)))))
    assert [block.text[:7] for block in document.blocks] == [f"Panel {n}" for n in (1, 2, 3, 4)]
