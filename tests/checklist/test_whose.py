"""Whose practice a document tells of."""

from __future__ import annotations

from dataclasses import replace

from policyalign.checklist.whose import whose_practice
from policyalign.matching import Matcher
from policyalign.model.report import Whose
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
