"""Blank forms: what asks for words but holds none."""

from __future__ import annotations

from policyalign.model.document import Kind
from tests.readers.docx_builder import blocks, content_control, grid, p, run


def _kinds(*body: str) -> list[Kind]:
    return [b.kind for b in blocks(*body)]


def test_prompts_with_cells_to_answer_in_are_a_form() -> None:
    form = grid(("Danger statement:", ""), ("Safety goal:", ""), ("Who is worried?", ""))
    assert _kinds(form) == [Kind.FORM_FIELD] * 3


def test_headings_above_empty_rows_are_a_form() -> None:
    form = grid(("What are we worried about?", "What is working well"), ("", ""), ("", ""))
    assert _kinds(form) == [Kind.FORM_FIELD] * 2


def test_a_table_with_answers_is_no_form() -> None:
    filled = grid(("Category", "Test"), ("Harm", "Has it happened?"), ("Goal", ""))
    assert set(_kinds(filled)) == {Kind.TABLE_CELL}


def test_lines_to_write_on_are_form_fields() -> None:
    assert _kinds("Name: ____________", "Scale 0 ……………… 10") == [Kind.FORM_FIELD] * 2


def test_a_placeholder_alone_is_a_form_field_and_within_text_is_text() -> None:
    shown = "<w:showingPlcHdr/>"
    alone = p(content_control(run("Click to enter text."), shown))
    within = p(run("Written by "), content_control(run("[name]"), shown))
    answered = p(content_control(run("An answer.")))
    assert _kinds(alone, within, answered) == [Kind.FORM_FIELD, Kind.PARAGRAPH, Kind.PARAGRAPH]
