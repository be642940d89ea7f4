"""Discouraged wording, and what excuses it."""

from __future__ import annotations

import pytest

from policyalign.model.document import Block, Cell, Document, Kind, Place
from tests.matching.small_pack import MATCHER, document, match


def test_discouraged_wording_is_found_with_what_to_prefer() -> None:
    (finding,) = match("The mother failed to engage.").discouraged
    assert (finding.id, finding.quote, finding.prefer) == (
        "engage",
        "failed to engage",
        "say what happened",
    )
    assert not finding.excused


@pytest.mark.parametrize(
    ("text", "excuse"),
    [
        ("Labels such as “hard to reach” hurt.", "quoted"),
        ("Do not write that a family is hard to reach.", "the sentence advises against it"),
        ("The valve is hard to reach.", "another sense: valve"),
        ("See the Hard to Reach Families Procedure 2014.", "title of a document"),
    ],
)
def test_an_excuse_is_kept_with_the_finding(text: str, excuse: str) -> None:
    (finding,) = match(text).discouraged
    assert (finding.excused, finding.excuse) == (True, excuse)


def test_an_acronym_is_exact_but_for_its_plural() -> None:
    quotes = [finding.quote for finding in match("LAC and LACs, not lac nor LACK").discouraged]
    assert quotes == ["LAC", "LACs"]


def test_a_column_of_words_to_avoid_excuses_its_cells() -> None:
    def cell(row: int, column: int, text: str) -> Block:
        return Block(
            kind=Kind.TABLE_CELL,
            text=text,
            place=Place(block=2 * row + column - 3),
            cell=Cell(table=1, row=row, column=column),
        )

    blocks = [cell(1, 1, "Do not write"), cell(1, 2, "Write")]
    blocks += [cell(2, 1, "Failed to engage"), cell(2, 2, "The family failed to engage")]
    table = Document(path="t", sha256="", title=None, blocks=tuple(blocks))
    assert [f.excused for f in MATCHER.match(table).discouraged] == [True, False]


@pytest.mark.parametrize(
    ("texts", "heading", "title"),
    [
        (("In Scotland there is a plan. The child register is kept.",), None, None),
        (("The child register is kept.",), "Scottish families", None),
        (("The child register is kept.",), None, "Child protection in Scotland"),
    ],
)
def test_wording_may_be_current_in_a_place_that_is_named(
    texts: tuple[str, ...], heading: str | None, title: str | None
) -> None:
    (finding,) = MATCHER.match(document(*texts, heading=heading, title=title)).discouraged
    assert finding.excuse.startswith("current in")


def test_a_place_named_again_and_again_is_what_the_document_is_about() -> None:
    texts = ["Scotland has a law."] * 4
    (finding,) = match(*texts, "The child register is kept.").discouraged
    assert finding.excuse == "current in Scotland"
    (finding,) = match(*texts, *["A line."] * 90, "The child register is kept.").discouraged
    assert not finding.excused


def test_a_place_named_in_another_paragraph_excuses_nothing() -> None:
    (finding,) = match("Scotland has a law.", "The child register is kept.").discouraged
    assert not finding.excused


def test_a_publication_excuses_its_title_unless_the_title_is_at_fault() -> None:
    texts = (
        "Penmoor Council (2016). Hard to reach families.",
        "Penmoor Council (2016). Old Guide.",
    )
    titled, at_fault = match(*texts).discouraged
    assert (titled.id, titled.excuse) == ("hard", "title or reference")
    assert (at_fault.id, at_fault.excused) == ("guide", False)
