"""What the words around a mention say of it."""

from __future__ import annotations

import pytest

from policyalign.model.document import Kind
from tests.matching.small_pack import match, statuses


@pytest.mark.parametrize(
    ("text", "status"),
    [
        ("We use Signs of Safety.", "affirmed"),
        ("We do not use Signs of Safety.", "negated"),
        ("Signs of Safety is not used here.", "negated"),
        ("We do not use letters but Signs of Safety.", "affirmed"),
        ("We do not use a room without Signs of Safety.", "affirmed"),
        ("We do not use that. Signs of Safety is our way.", "affirmed"),
        ("Until May 2019 the council held Signs of Safety days.", "historical"),
        ("Signs of Safety used to be taught.", "historical"),
    ],
)
def test_a_trigger_gives_its_status_within_its_reach(text: str, status: str) -> None:
    assert statuses(text)["framework"] == status


@pytest.mark.parametrize("kind", [Kind.CONTENTS, Kind.REFERENCE])
def test_contents_and_references_only_cite(kind: Kind) -> None:
    mentions = match("Signs of Safety", kind=kind).mentions
    assert [mention.status for mention in mentions] == ["cited"]


@pytest.mark.parametrize(
    ("text", "commits"),
    [
        ("Staff will use Signs of Safety.", True),
        ("Write it as Signs of Safety asks.", True),
        ("Signs of Safety is our way. Staff must use it.", True),
        ("Staff will use Signs of Safety where possible.", False),
        ("Ofsted will look at Signs of Safety.", False),
        ("Signs of Safety is interesting.", False),
    ],
)
def test_a_sentence_commits_by_its_binding_words(text: str, commits: bool) -> None:
    (mention,) = match(text).mentions
    assert mention.commits is commits
