"""A document's type is inferred from its title, its file name and its text."""

from __future__ import annotations

from dataclasses import replace

from policyalign.model.document import Document
from tests.matching.small_pack import MATCHER, document


def inferred(policy: Document) -> tuple[str, str]:
    return MATCHER.infer_type(policy, MATCHER.match(policy))


def test_the_title_decides_and_is_named_as_the_reason() -> None:
    titled = replace(document("Text"), title="Oak School Safeguarding Policy")
    assert inferred(titled) == (
        "school",
        "inferred from “School Safeguarding Policy” in the title",
    )


def test_text_decides_where_titles_are_silent() -> None:
    kind, why = inferred(document("Every pupil is heard."))
    assert (kind, why) == ("school", "inferred from “pupil” in the text")


def test_a_type_is_assumed_where_nothing_shows_one() -> None:
    kind, why = inferred(replace(document("Nothing."), path="x.docx"))
    assert (kind, why) == ("other", "assumed, because nothing in it shows another type")
