"""Ambiguous wording counts only where its surroundings show what is meant."""

from __future__ import annotations

from dataclasses import replace

from policyalign.matching import Matcher
from policyalign.model.document import Kind
from tests.matching.small_pack import MATCHER, PACK, concept, document, found


def concepts(*texts: str, heading: str | None = None, kind: Kind = Kind.PARAGRAPH) -> set[str]:
    return {concept for concept, _ in found(*texts, heading=heading, kind=kind)}


def test_framework_wording_needs_a_stronger_concept_near() -> None:
    assert concepts("A safety plan is written.") == set()
    assert "plan" in concepts("A safety plan answers the danger statement.")


def test_a_heading_gives_context_and_no_mention() -> None:
    text = "A safety plan is written."
    assert found(text, heading="Signs of Safety") == [("plan", "safety plan")]


def test_a_box_headed_with_the_words_counts() -> None:
    assert concepts("Safety plan", kind=Kind.TABLE_CELL) == {"plan"}


def test_a_stronger_concept_in_a_neighbouring_block_counts() -> None:
    assert "plan" in concepts("A danger statement is read.", "Then a safety plan is made.")


def test_casework_wording_needs_text_about_families() -> None:
    assert concepts("Professional curiosity is praised.") == set()
    assert concepts("Professional curiosity keeps a child in mind.") == {"curiosity"}


def test_casework_wording_counts_where_a_paragraph_goes_on_about_the_framework() -> None:
    texts = ("We use Signs of Safety.", "Professional curiosity is praised.")
    assert "curiosity" in concepts(*texts, heading="Our way")
    assert "curiosity" not in concepts(texts[0], "A paragraph.", texts[1], heading="Our way")


def test_the_words_that_lead_into_a_list_are_context() -> None:
    blocks = document("If a child speaks:", "professional curiosity helps").blocks
    item = blocks[1]._replace(kind=Kind.LIST_ITEM)
    led = replace(document(), blocks=(blocks[0], item))
    assert [m.concept for m in MATCHER.match(led).mentions] == ["curiosity"]


def test_a_title_about_the_framework_vouches_for_its_document() -> None:
    about = document("A safety plan is written.", title="Signs of Safety in brief")
    other = document("A safety plan is written.", title="Lone working")
    assert [m.concept for m in MATCHER.match(about).mentions] == ["plan"]
    assert MATCHER.match(other).mentions == ()


def test_text_about_something_else_does_not_count() -> None:
    assert concepts("Professional curiosity about a family boiler") == set()


def test_a_false_friend_cancels_what_it_covers() -> None:
    text = "Signs of Safety and the fire safety plan"
    assert concepts(text) == {"framework"}


def test_a_false_friend_cancels_words_taken_apart_that_begin_with_it() -> None:
    pack = replace(
        PACK,
        fingerprint="friend",
        concepts={"path": concept("path", "path to safety", false_friends=("path to the shop",))},
    )
    assert Matcher(pack).match(document("A path to the shop with safety glass")).mentions == ()
