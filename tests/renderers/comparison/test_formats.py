"""A comparison in each format: what it says, at any width, whatever documents hold."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING

import pytest
from jsonschema import Draft202012Validator
from lxml import html
from markdown_it import MarkdownIt
from rich.cells import cell_len

from policyalign.renderers.comparison import RENDERERS, SUFFIXES, render
from policyalign.renderers.comparison.json_comparison import schema
from policyalign.renderers.terminal import comparison as terminal
from tests.renderers.comparison.made import full, nothing
from tests.renderers.hostile import TEXTS

if TYPE_CHECKING:
    from tests.conftest import Golden

HUMAN = ("terminal", "markdown", "html")


def said(name: str, text: str | None = None) -> str:
    made = full() if text is None else full(text)
    return render(made, name).decode()


@pytest.mark.parametrize("width", [80, 200])
def test_the_terminal_shows_every_kind_of_change(golden: Golden, width: int) -> None:
    text = terminal.render(full(), width=width).decode()
    assert max(map(cell_len, text.splitlines())) <= width
    golden(f"comparison-{width}.txt", text)


@pytest.mark.parametrize(("name", "ending"), [("markdown", "md"), ("json", "json")])
def test_other_formats_are_as_they_were(golden: Golden, name: str, ending: str) -> None:
    golden(f"comparison.{ending}", said(name))


@pytest.mark.parametrize("name", RENDERERS)
def test_the_same_comparison_gives_the_same_bytes(name: str) -> None:
    assert render(full(), name) == render(full(), name)


@pytest.mark.parametrize("name", HUMAN)
def test_another_pack_is_stated_before_any_change(name: str) -> None:
    text = " ".join(said(name).split())
    stated = text.index("made with different packs")
    assert stated < text.index("Items lost")


@pytest.mark.parametrize("name", HUMAN)
def test_items_of_one_pack_are_set_apart(name: str) -> None:
    text = " ".join(said(name).split()).partition("only one of the two packs has")[2]
    assert "Common language" in text
    assert "Group supervision" in text


@pytest.mark.parametrize("name", HUMAN)
def test_how_sure_it_is_that_a_document_is_the_same_is_said(name: str) -> None:
    text = " ".join(said(name).split())
    assert "Likeness alone" in text
    assert "% of their passages are the same" in text


@pytest.mark.parametrize("name", RENDERERS)
def test_where_nothing_changed_nothing_is_said_to_have(name: str) -> None:
    text = render(nothing(), name).decode()
    assert "Items lost" not in text
    assert "1 document compared" in text or name == "json"


@pytest.mark.parametrize("text", TEXTS, ids=ascii)
def test_words_of_a_policy_are_only_words_in_the_terminal(text: str) -> None:
    shown = terminal.render(full(text), width=80).decode()
    assert "\x1b" not in shown
    assert "\x9b" not in shown
    assert "\u202e" not in shown


@pytest.mark.parametrize("text", TEXTS, ids=ascii)
def test_words_of_a_policy_are_only_words_in_markdown(text: str) -> None:
    made = MarkdownIt("gfm-like", {"linkify": False}).render(said("markdown", text))
    tree = html.fromstring(made)
    tags = {element.tag for element in tree.iter()}
    allowed = {"div", "h1", "h2", "h3", "h4", "ul", "li", "p"}
    assert tags <= allowed | {"table", "thead", "tbody", "tr", "th", "td"}


@pytest.mark.parametrize("text", TEXTS, ids=ascii)
def test_words_of_a_policy_are_only_words_on_the_page(text: str) -> None:
    tree = html.document_fromstring(said("html", text))
    assert not tree.xpath("//script | //img | //*[@onerror]")
    assert len(tree.xpath("//style")) == 1


@pytest.mark.parametrize("text", ["plain", *TEXTS], ids=ascii)
def test_json_keeps_to_its_schema(text: str) -> None:
    Draft202012Validator(schema()).validate(json.loads(said("json", text)))


def test_the_schema_is_valid_closed_and_in_the_order_of_the_keys() -> None:
    Draft202012Validator.check_schema(schema())
    made = json.loads(said("json"))
    assert schema()["required"] == list(made)
    assert schema()["$defs"]["document"]["required"] == list(made["documents"][0])
    assert schema()["additionalProperties"] is False


def test_every_format_has_an_ending() -> None:
    assert sorted(SUFFIXES.values()) == sorted(RENDERERS)
