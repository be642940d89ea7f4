"""The Markdown report: what it says, and that no text of a document is markup in it."""

from __future__ import annotations

import re
from dataclasses import replace
from typing import TYPE_CHECKING

import pytest
from hypothesis import given
from hypothesis import strategies as st
from markdown_it import MarkdownIt

from policyalign.model.report import Outcome, Settings
from policyalign.renderers import render, wording
from policyalign.renderers.markdown_text import entries, escaped, heading, quotation, table
from policyalign.renderers.plain import plain
from tests.renderers.hostile import TEXTS, hostile_report
from tests.report_builders import document, full_report, report, result

if TYPE_CHECKING:
    from markdown_it.token import Token

    from tests.conftest import Golden

PARSER = MarkdownIt("commonmark").enable(["table", "strikethrough"])
# All that the report itself is made of.
LIST = {"bullet_list", "list_item", "paragraph", "inline", "text"}
TABLE = {"table", "thead", "tbody", "tr", "th", "td"}
OURS = {"heading", "blockquote", *LIST, *TABLE}


def tokens(markdown: str) -> list[Token]:
    found: list[Token] = []
    for token in PARSER.parse(markdown):
        found += [token, *(token.children or ())]
    return found


def kinds(markdown: str) -> set[str]:
    return {token.type.removesuffix("_open").removesuffix("_close") for token in tokens(markdown)}


def words(markdown: str) -> str:
    """What a reader sees, without the invisible joiner."""
    shown = "".join(token.content for token in tokens(markdown) if token.type == "text")
    return shown.replace("\u2060", "")


def test_the_day_of_the_report_is_said() -> None:
    made = replace(full_report(), settings=Settings(today="2026-11-03"))
    assert "compared with 3 November 2026." in render(made, "markdown").decode()


def test_nothing_is_said_to_be_in_order_where_nothing_could_be_checked() -> None:
    made = render(report(document("a", result("commits", Outcome.UNCLEAR))), "markdown").decode()
    assert wording.NONE_CHECKED in made
    assert wording.NOTHING_MISSING not in made


def test_report_as_it_is_pasted(golden: Golden) -> None:
    golden("report.md", render(full_report(), "markdown").decode())


def test_report_without_documents_has_no_table() -> None:
    shown = render(report(), "markdown").decode()
    assert shown.startswith("# 0 documents checked against Signs of Safety\n")
    assert "|" not in shown


def test_missing_items_come_by_importance_with_what_to_write() -> None:
    shown = render(full_report(), "markdown").decode()
    assert shown.index("### Essential items") < shown.index("### Expected items")
    assert "> We use Signs of Safety as our framework" in shown
    assert "policies/old.doc: Save it as .docx and run again." in shown


@pytest.mark.parametrize("text", TEXTS, ids=ascii)
def test_no_text_of_a_document_is_markup(text: str) -> None:
    shown = render(hostile_report(text), "markdown").decode()
    assert kinds(shown) <= OURS
    assert len([t for t in tokens(shown) if t.type == "td_open"]) == 6
    assert len(re.findall("^#+ ", shown, re.MULTILINE)) == 10
    assert not set(shown) & set("\x1b\x9b\r\t\0\u202e")


@pytest.mark.parametrize("text", TEXTS, ids=ascii)
def test_text_is_seen_as_it_stands_in_the_document(text: str) -> None:
    assert words(escaped(text)) == plain(text)


@pytest.mark.parametrize("text", TEXTS, ids=ascii)
def test_nothing_is_left_that_a_wiki_makes_into_a_link_or_fills_in(text: str) -> None:
    shown = escaped(text)
    assert not re.search(r"(?<!\\)://|www\.|@\w|(?<!\w)#\w|\{\{|\$\{|\{%|%\}", shown)


@given(st.text(alphabet=st.sampled_from("ab 1.)-+=*_~`<>[]()!|&#\\:/@;\n\x1b{}$'\""), max_size=30))
def test_any_text_is_one_paragraph_wherever_it_stands(text: str) -> None:
    if not plain(text):
        return
    assert words(escaped(text)) == plain(text)
    assert kinds(escaped(text)) <= {"paragraph", "inline", "text"}
    assert kinds(heading(2, text)) <= {"heading", "inline", "text"}
    assert kinds(quotation(text)) <= {"blockquote", "paragraph", "inline", "text"}
    assert kinds(entries([("Found", text), ("Why", text)])) <= LIST
    cells = [t for t in tokens(table(["A", "B"], [[text, "x"]])) if t.type == "td_open"]
    assert len(cells) == 2


def test_numbers_are_not_escaped_for_nothing() -> None:
    assert escaped("100.0 Aligned") == "100.0 Aligned"
    assert escaped("3.2 Training") == "3.2 Training"
    assert escaped("3. Training") == r"3\. Training"
