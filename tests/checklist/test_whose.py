"""Whose practice a document tells of."""

from __future__ import annotations

from dataclasses import replace

import pytest

from policyalign.checklist.whose import whose_practice
from policyalign.matching import Matcher
from policyalign.model.document import Block, Cell, Document, Kind, Place
from policyalign.model.report import Status, Whose
from tests.matching.small_pack import PACK, document

FIRST = replace(
    PACK, another_body=replace(PACK.another_body, leads=("council",), partners=("school",))
)


def test_who_leads_tells_of_itself() -> None:
    policy = document("The council uses danger statements.")
    mention = replace(Matcher(PACK).match(policy).mentions[0], whose=Whose.ANOTHERS)
    for title, whose in (
        ("Oak School policy", "another's"),
        ("Oak Council policy", "own"),
        ("Oak School policy, after the council's model", "another's"),
    ):
        titled = replace(policy, title=title)
        assert whose_practice(titled, "school", (mention,), FIRST)(mention) == whose


def _table(*rows: tuple[str, str]) -> Document:
    cells = [
        (row, column, text) for row, r in enumerate(rows, 1) for column, text in enumerate(r, 1)
    ]
    return replace(
        document(),
        blocks=tuple(
            Block(
                kind=Kind.TABLE_CELL,
                text=text,
                place=Place(block=number),
                cell=Cell(table=1, row=row, column=column),
            )
            for number, (row, column, text) in enumerate(cells)
        ),
    )


@pytest.mark.parametrize(
    ("rows", "whose"),
    [
        (
            (
                ("Tool", "What for"),
                ("Signs of Safety", "Harm"),
                ("GCP", "Neglect"),
                ("DASH", "Abuse"),
            ),
            "some",
        ),
        (
            (
                ("Form", "What for"),
                ("Signs of Safety", "Harm"),
                ("GCP", "Neglect"),
                ("DASH", "Abuse"),
            ),
            "own",
        ),
        ((("Tool", "What for"), ("Signs of Safety", "Harm"), ("GCP", "Neglect")), "own"),
        (
            (
                ("Purpose", "The tools for each stage stand in the appendix to this policy"),
                ("Signs of Safety", "Harm"),
                ("GCP", "Neglect"),
                ("DASH", "Abuse"),
            ),
            "own",
        ),
    ],
    ids=["one-tool-of-several", "no-list-of-tools", "too-few-for-a-choice", "no-heading"],
)
def test_a_tool_among_several_is_a_choice(rows: tuple[tuple[str, str], ...], whose: str) -> None:
    policy = _table(*rows)
    pack = replace(PACK, another_body=replace(PACK.another_body, tools=("tool",)))
    (mention,) = Matcher(PACK).match(policy).mentions
    assert whose_practice(policy, "other", (mention,), pack)(mention) == whose
    said_to_be_own = replace(mention, whose=Whose.OWN)
    assert whose_practice(policy, "other", (mention,), pack)(said_to_be_own) == "own"


def test_what_is_only_named_as_that_of_some_is_done_in_part() -> None:
    policy = document("Signs of Safety is tried here.", "Danger statements are written.")
    named, told = (m for m in Matcher(PACK).match(policy).mentions)
    some = replace(named, whose=Whose.SOME)
    assert whose_practice(policy, "other", (some, told), PACK)(told) == "some"
    assert whose_practice(policy, "other", (some, named, told), PACK)(told) == "own"


def test_who_says_that_the_framework_is_not_used_tells_of_others() -> None:
    policy = document("We do not use Signs of Safety.", "Danger statements are written.")
    denial, told = (m for m in Matcher(PACK).match(policy).mentions)
    for mentions, whose in (((denial, told), "another's"), ((told,), "own")):
        assert whose_practice(policy, "school", mentions, PACK)(told) == whose
    everyday = replace(told, concept="voice")
    assert whose_practice(policy, "school", (denial, told), PACK)(everyday) == "own"
    used = replace(denial, status=Status.AFFIRMED, whose=Whose.OWN)
    assert whose_practice(policy, "school", (denial, told, used), PACK)(told) == "own"
