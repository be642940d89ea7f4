"""What the triggers of the pack that ships make of plain sentences."""

from __future__ import annotations

import pytest

import policyalign
from tests.sos_pack import sos

STATUSES = {
    "affirmed": (
        "Danger statements are used instead of lists of risk.",
        "Danger statements, formerly called risk statements, are written at each meeting.",
        "Staff are used to writing danger statements.",
        "Never close a case without a danger statement.",
        "There is no danger statement without a safety goal.",
        "Since 2019 we have used danger statements.",
        "Rather than listing risks, we write danger statements.",
        "Instead of risk lists, staff must write a danger statement.",
        "We have moved away from risk lists to danger statements.",
        "Danger statements are not optional.",
        "Danger statements must not be run together with the history.",
        "Danger statements will not be used to frighten parents.",
        "If parents agree, the danger statement is shared with the school.",
    ),
    "negated": (
        "We do not write danger statements.",
        "We write lists of risks instead of danger statements.",
        "We record strengths rather than danger statements.",
        "The council is considering danger statements for next year.",
        "No danger statement is written at present.",
        "If the board agrees, danger statements will be written from June.",
        "We have not yet adopted danger statements.",
        "Danger statements will not be used in this service.",
        "Subject to funding, we will train all staff to write a danger statement.",
        "We hope in time to write danger statements.",
    ),
    "historical": (
        "We no longer use danger statements.",
        "This procedure replaces danger statements with a risk matrix.",
        "Staff used to write danger statements.",
        "Danger statements were used here until 2019.",
        "The danger statement was previously used by the trust but is not now.",
        "Danger statements are being phased out.",
        "We have moved away from danger statements.",
    ),
    "cited": (
        "The neighbouring council uses danger statements.",
        "Ofsted said that danger statements were not always clear.",
        "Please see the danger statement guidance on the partnership website.",
    ),
}
PLANNED = ("Subject to funding", "We hope in time")
COMMITMENTS = {
    "All staff must use danger statements.": True,
    "Practitioners need to write a danger statement.": True,
    "It is the policy of this school to write danger statements.": True,
    "Danger statements are written for every child.": True,
    "Staff may use danger statements.": False,
    "We believe danger statements are important.": False,
    "A danger statement will be helpful to parents.": False,
    "The review of danger statements will be published in May.": False,
    "Mr Oak left a will and a danger statement.": False,
    "We aim to use danger statements.": False,
    "The government will require danger statements.": False,
}


def _mention(text: str) -> policyalign.Mention:
    mentions = policyalign.check_text(text, pack=sos()).mentions
    return next(mention for mention in mentions if mention.concept == "danger-statement")


@pytest.mark.parametrize(
    ("text", "status"), [(text, status) for status, texts in STATUSES.items() for text in texts]
)
def test_a_plain_sentence_has_the_status_that_a_reader_gives_it(text: str, status: str) -> None:
    mention = _mention(text)
    assert mention.status == status
    assert mention.planned is text.startswith(PLANNED)


@pytest.mark.parametrize(("text", "commits"), COMMITMENTS.items())
def test_will_alone_is_no_commitment(text: str, commits: bool) -> None:
    assert _mention(text).commits is commits
