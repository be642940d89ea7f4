"""What a document says that an idea is, is told from what it only says about it."""

from __future__ import annotations

from dataclasses import replace

import pytest

from policyalign.assess import assess
from policyalign.model.document import Block, Cell, Document, Kind, Place
from policyalign.model.report import Settings
from policyalign.shared_language import compare
from tests.shared_language.speaking import compared, idea, sos


def defined(text: str, concept: str = "danger-statement") -> list[str]:
    ideas = compared(North=text).ideas
    return [one.text for found in ideas if found.concept == concept for one in found.definitions]


@pytest.mark.parametrize(
    "text",
    [
        "A danger statement is a short account of who is worried and why.",
        "Danger statements are statements of what may happen to the child.",
        "“Danger statement” means a sentence on what may happen to the child.",
        "The term danger statement refers to what we fear for the child.",
        "Each danger statement says who is worried and about what behaviour.",
        "A danger statement (DS) describes what may happen to the child.",
        "A danger statement is defined as the worry in one plain sentence.",
    ],
)
def test_a_sentence_that_says_what_it_is(text: str) -> None:
    assert defined(f"Families are heard. {text} It is kept on file.") == [text]


@pytest.mark.parametrize(
    "text",
    [
        "A danger statement is written with the family within ten days.",
        "Danger statements are read aloud at the core group.",
        "Staff know what a danger statement is and how to write it.",
        "The danger statement must say who is worried and why.",
        "We do not use the term: a danger statement is a thing of the past.",
        "Danger statement: see page 4.",
    ],
)
def test_a_sentence_that_only_speaks_of_it(text: str) -> None:
    assert defined(text) == []


@pytest.mark.parametrize("sign", [":", " –", " -", " (DS):"])
def test_a_line_of_a_glossary(sign: str) -> None:
    text = f"Danger statement{sign} who is worried, about what behaviour, and why."
    assert defined(text) == ["who is worried, about what behaviour, and why."]


def table(*rows: tuple[str, ...]) -> Document:
    cells = [(r, c, text) for r, row in enumerate(rows, 1) for c, text in enumerate(row, 1)]
    blocks = tuple(
        Block(Kind.TABLE_CELL, text, Place(number), cell=Cell(1, row, column))
        for number, (row, column, text) in enumerate(cells)
    )
    return Document(path="glossary.docx", sha256="", title=None, blocks=blocks)


def in_table(*rows: tuple[str, ...]) -> list[str]:
    result = assess(table(*rows), sos(), Settings())
    found = compare([("North", result)], sos())
    return [one.text for one in idea(found, "danger-statement").definitions]


def test_a_row_of_a_glossary() -> None:
    assert in_table(
        ("Word", "Meaning"),
        ("Danger statement (DS)", "Who is worried, about what behaviour, and why"),
    ) == ["Who is worried, about what behaviour, and why"]


def test_a_row_of_labels_or_of_something_else_defines_nothing() -> None:
    assert in_table(("Danger statement", "")) == []
    assert in_table(("Danger statement", "Agency goals, family goals and next steps:")) == []
    assert (
        in_table(("Who writes the danger statement?", "The worker with the parents, at home")) == []
    )
    assert in_table(("1", "Danger statement", "Who is worried, about what, and why")) == []


def test_definitions_in_other_words_are_pointed_out() -> None:
    found = compared(
        North="A danger statement is the worry in one plain sentence.",
        South="A danger statement is what may happen to the child.",
    )
    assert [one.concept for one in found.defined_differently] == ["danger-statement"]
    assert [one.agency for one in found.ideas[0].definitions] == ["North", "South"]


def test_the_same_definition_and_two_of_one_agency_are_not() -> None:
    same = "A danger statement is the worry in one plain sentence."
    assert not compared(North=same, South=same.upper()).defined_differently
    other = "A danger statement is what may happen to the child."
    assert not compared(
        North=(same, other), South="A danger statement is read."
    ).defined_differently


def test_without_the_text_there_are_names_and_no_definitions() -> None:
    result = assess(
        Document(
            path="a.docx",
            sha256="",
            title=None,
            blocks=(Block(Kind.PARAGRAPH, "A danger statement is the worry in a line.", Place(0)),),
        ),
        sos(),
        Settings(),
    )
    found = compare([("North", replace(result, blocks=()))], sos())
    assert found.ideas[0].definitions == ()
    assert found.ideas[0].agencies[0].names == (("Danger statement", 1),)
    assert found.agencies[0].without_text == ("a.docx",)
