"""From raw hits to the mentions of one passage: which wording is close enough, and which wins."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from policyalign.matching.hits import Hit
from policyalign.matching.passage import Passage
from policyalign.model.pack import Pack
from policyalign.model.report import How


@dataclass(frozen=True, slots=True)
class Candidate:
    """Wording close enough to count, if its context allows it."""

    hit: Hit
    how: How
    similarity: float


def candidates(hits: Iterable[Hit], passage: Passage, pack: Pack) -> list[Candidate]:
    """Weigh the hits of a passage and settle which of those that overlap stay."""
    hits = list(hits)
    friends = [hit for hit in hits if hit.wording.role == "false friend"]
    weighed = []
    for hit in hits:
        if hit.wording.role == "false friend" or _is_cancelled(hit, friends):
            continue
        candidate = _weigh(hit, passage)
        if candidate:
            weighed.append(candidate)
    best = _best_of_each_owner(weighed)
    return [c for c in best if not _is_part_of_another_name(c, best, pack)]


def _is_cancelled(hit: Hit, friends: Iterable[Hit]) -> bool:
    """Tell whether a false friend of the same concept covers or cuts into the wording."""
    return any(
        friend.wording.owner == hit.wording.owner
        and friend.start < hit.end
        and hit.start < friend.end
        and friend.end - friend.start >= hit.end - hit.start
        for friend in friends
    )


def _weigh(hit: Hit, passage: Passage) -> Candidate | None:
    written = passage.written(hit.start, hit.end)
    if hit.wording.case_exact and not _same_letters(hit.wording.form[1:], written):
        return None
    if hit.cost and passage.has_comma(hit.start, hit.end):
        return None
    certainty = passage.certainty(written) if passage.misspelt else 100.0
    fuzzy = certainty < 100
    similarity = round(certainty - hit.cost, 1)
    if (hit.cost and similarity < hit.wording.threshold) or (fuzzy and hit.wording.verbatim):
        return None
    if fuzzy:
        how = How.FUZZY
    elif hit.cost:
        how = How.REORDERED
    else:
        how = How.EXACT if _is_exact(hit, written) else How.INFLECTED
    return Candidate(hit, how, similarity)


def _same_letters(form: str, written: list[str]) -> bool:
    """Compare letter for letter; a plural ``s`` after an acronym is still the same acronym."""
    text = " ".join(written)
    wanted = " ".join(form.replace("-", " ").replace("/", " ").split())
    return text in {wanted, f"{wanted}s", f"{wanted}'s"} or text.replace(" ", "") == wanted.replace(
        ".", ""
    ).replace(" ", "")


def _is_exact(hit: Hit, written: list[str]) -> bool:
    return tuple(token.lower() for token in written) == hit.written


def _best_of_each_owner(weighed: list[Candidate]) -> list[Candidate]:
    """Overlapping wording of one owner is one mention: the plainest and longest stays."""
    kept: list[Candidate] = []
    ranked = sorted(
        weighed,
        key=_plainest_and_longest,
    )
    for candidate in ranked:
        hit = candidate.hit
        if not any(
            other.hit.wording.owner == hit.wording.owner
            and other.hit.wording.role == hit.wording.role
            and other.hit.start < hit.end
            and hit.start < other.hit.end
            for other in kept
        ):
            kept.append(candidate)
    return sorted(kept, key=lambda c: (c.hit.start, c.hit.end, c.hit.wording.owner))


def _plainest_and_longest(candidate: Candidate) -> tuple[bool, int, float, int, str, str]:
    hit = candidate.hit
    return (
        hit.cost > 0,
        hit.start - hit.end,
        -candidate.similarity,
        hit.start,
        hit.wording.sense,
        hit.wording.form,
    )


def _is_part_of_another_name(candidate: Candidate, others: Iterable[Candidate], pack: Pack) -> bool:
    """``safety plan`` within ``immediate safety plan`` is not a safety plan in its own right."""
    hit = candidate.hit
    if hit.wording.role != "concept" or pack.concepts[hit.wording.owner].stands_inside:
        return False
    return any(
        other.hit.written
        and other.hit.wording.role == "concept"
        and other.hit.start <= hit.start
        and hit.end <= other.hit.end
        and other.hit.end - other.hit.start > hit.end - hit.start
        for other in others
    )
