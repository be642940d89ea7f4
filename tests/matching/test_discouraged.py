"""Discouraged wording, and what excuses it."""

from __future__ import annotations

import pytest

from policyalign.model.document import Block, Cell, Document, Kind, Place
from tests.matching.small_pack import MATCHER, match


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
    document = Document(path="t", sha256="", title=None, blocks=tuple(blocks))
    assert [f.excused for f in MATCHER.match(document).discouraged] == [True, False]
