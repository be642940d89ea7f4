"""Why an item is only partly met, and what a clause that does not hold falls short of."""

from __future__ import annotations

from typing import TYPE_CHECKING

from policyalign.model.clauses import (
    AtLeast,
    BodyText,
    ByWhen,
    Commitment,
    InSentence,
    NoDiscouraged,
    OwnPractice,
    SameSection,
)
from policyalign.model.explanation import Obstacle
from policyalign.renderers.explanation_wording import KINDS
from policyalign.renderers.wording import counted, listed, quoted

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from policyalign.model.explanation import ClauseExplanation, Explanation, NearMiss
    from policyalign.model.pack import Pack

# How words that are a mention stand there. What is no mention at all was not found.
_WAYS = {
    Obstacle.NEGATED: "where it says that it is not done",
    Obstacle.PLANNED: "as something planned or hoped for",
    Obstacle.HISTORICAL: "as something of the past",
    Obstacle.CITED: "as a title, a reference, quoted words or what others do",
    Obstacle.PROPOSED: "in a proposed tracked change",
    Obstacle.PAST_VERSION: "in the table of versions",
    Obstacle.BLANK_FORM: "in a blank form",
    Obstacle.ONLY_LISTED: "listed in a table or a list",
    Obstacle.NO_COMMITMENT: "in sentences that commit to nothing",
    Obstacle.ORDINARY: "in sentences about what any agency does",
    Obstacle.NO_DATE: "in sentences that do not say by when",
    Obstacle.ANOTHERS: "in sentences about what others do, or only some",
}
# Enough for an item to be partly met; the other ways are worth nothing.
_WORTH_A_PART = frozenset(
    {
        Obstacle.PLANNED,
        Obstacle.PROPOSED,
        Obstacle.WEAK_PLACE,
        Obstacle.PAST_VERSION,
        Obstacle.BLANK_FORM,
    }
)
_BUT = {
    AtLeast: "something else that it asks for is not found",
    SameSection: "not all of it stands in one section",
    Commitment: "none of the mentions is a commitment",
    ByWhen: "no sentence says by when",
    OwnPractice: "it only tells of what others do, or only some",
    BodyText: "none of it stands in the text itself",
    InSentence: "it is only listed",
    NoDiscouraged: "there is discouraged wording as well",
}


def partly(found: Explanation) -> str:
    """Say why an item is partly met, from the first thing that it asks for."""
    first = next(one for one in found.clauses if isinstance(one.clause, AtLeast))
    failed = [one for one in found.clauses if not one.held]
    if first.held:
        but = listed(dict.fromkeys(_BUT[type(one.clause)] for one in failed))
        return f"what it asks for first is there, but {but}"
    nears = [near for near in found.near if near.concept in first.lacking]
    elsewhere = _ways(near for near in nears if near.obstacle in _WORTH_A_PART)
    if not first.support:
        return f"what it asks for is found, but only {elsewhere}"
    there = len({one.mention.concept for one in first.support})
    needed = counted(_count(first), "concept")
    more = f"; more is found, but only {elsewhere}" if elsewhere else ""
    return f"only {there} of the {needed} that it needs {'is' if there == 1 else 'are'} there{more}"


def _count(found: ClauseExplanation) -> int:
    return found.clause.count if isinstance(found.clause, AtLeast) else 0


def shortfalls(clause: ClauseExplanation, found: Explanation) -> Iterator[tuple[str, str]]:
    """Give what a clause that does not hold lacks, each with its label."""
    if clause.held or isinstance(clause.clause, NoDiscouraged):
        return
    if isinstance(clause.clause, AtLeast):
        yield from _of_concepts(clause, found)
    elif clause.support:
        there = " there" if isinstance(clause.clause, SameSection) else ""
        yield "Not found", f"no words that count{there} for {_terms(clause.lacking, found.pack)}"
    else:
        asked = {c for one in found.item.expected if isinstance(one, AtLeast) for c in one.concepts}
        ways = _ways(near for near in found.near if near.concept in asked)
        said = f"found, but only {ways}" if ways else "no such mention"
        yield "Not counted" if ways else "Not found", said


def _of_concepts(clause: ClauseExplanation, found: Explanation) -> Iterator[tuple[str, str]]:
    by_ways: dict[str, list[str]] = {}
    for concept in clause.lacking:
        ways = _ways(near for near in found.near if near.concept == concept)
        by_ways.setdefault(ways, []).append(concept)
    absent = by_ways.pop("", [])
    for ways, concepts in by_ways.items():
        yield "Not counted", f"{_terms(concepts, found.pack, 'and')}: found, but only {ways}"
    if absent:
        others = clause.support or by_ways
        named = f" for {_terms(absent, found.pack)}" if others else ""
        yield "Not found", f"no words that count{named}"


def _terms(concepts: Iterable[str], pack: Pack, joint: str = "or") -> str:
    return listed((quoted(pack.concepts[concept].term) for concept in concepts), joint)


def _ways(nears: Iterable[NearMiss]) -> str:
    """Say how mentions that do not count stand in the document; empty where there are none."""
    ways = dict.fromkeys(way for near in nears if (way := _way(near)))
    return listed(ways) if ways else ""


def _way(near: NearMiss) -> str:
    if near.obstacle is Obstacle.WEAK_PLACE:
        return f"in a {KINDS[near.kind]}"
    return _WAYS.get(near.obstacle, "")
