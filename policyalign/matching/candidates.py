"""From raw hits to the mentions of one passage: which wording is close enough, and which wins."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from typing import NamedTuple

from policyalign.matching.hits import Commas, FalseFriends, Hit
from policyalign.matching.passage import Passage
from policyalign.model.pack import Pack
from policyalign.model.report import How
from policyalign.text import words


class Candidate(NamedTuple):
    """Wording close enough to count, if its context allows it. ``fuzzy``: a word is misspelt."""

    hit: Hit
    similarity: float
    fuzzy: bool

    def how(self, passage: Passage) -> How:
        """Tell how the words compare with the form."""
        if self.fuzzy:
            return How.FUZZY
        if self.hit.cost:
            return How.REORDERED
        written = passage.written(self.hit.start, self.hit.end)
        return How.EXACT if _is_exact(self.hit, written) else How.INFLECTED


def weigh(hits: Iterable[Hit], passage: Passage) -> list[Candidate]:
    """Give the hits of a passage that are close enough and that no false friend cancels."""
    hits = list(hits)
    wanted = [hit for hit in hits if hit.wording.role != "false friend"]
    if len(wanted) < len(hits):
        wanted = _without_friends(wanted, hits, passage)
    heads = {hit.start for hit in wanted if not hit.cost}
    return [
        weighed
        for hit in wanted
        if (hit.commas is not Commas.NEEDED or hit.start in heads)
        and (weighed := _weigh(hit, passage))
    ]


def _without_friends(wanted: list[Hit], hits: list[Hit], passage: Passage) -> list[Hit]:
    """Give those of the hits that are wanted and that no false friend cancels.

    "Direct works" is a false friend of "direct work": where the words are the same but for their
    number, only the friend as it is written cancels.
    """
    owners = {hit.wording.owner for hit in wanted}
    spans = {(hit.wording.owner, hit.start, hit.end) for hit in wanted}
    cancelling = FalseFriends(
        hit
        for hit in hits
        if hit.wording.role == "false friend"
        and hit.wording.owner in owners
        and (
            (hit.wording.owner, hit.start, hit.end) not in spans
            or _is_exact(hit, passage.written(hit.start, hit.end))
        )
    )
    return [hit for hit in wanted if not cancelling.cancel(hit)]


def settle(allowed: list[Candidate], pack: Pack) -> list[Candidate]:
    """Settle which of the candidates that overlap stay, in the order of the text."""
    if len(allowed) < 2:
        return allowed
    best = _best_of_each_owner(allowed)
    names: dict[int, int] = {}
    for hit in (candidate.hit for candidate in best):
        is_name = not (hit.wording.tells or hit.wording.gapped or hit.cost)
        if hit.wording.role == "concept" and is_name:
            for position in range(hit.start, hit.end):
                # How long a name covers this word, the longest where several do.
                names[position] = max(names.get(position, 0), hit.end - hit.start)
    return [c for c in best if not _is_part_of_another_name(c, names, pack)]


def _weigh(hit: Hit, passage: Passage) -> Candidate | None:
    wording = hit.wording
    if not _commas_are_right(hit, passage):
        return None
    if not (passage.misspelt or wording.case_exact):
        return Candidate(hit, 100 - hit.cost, fuzzy=False)
    written = passage.written(hit.start, hit.end)
    if not _has_right_capitals(hit, written):
        return None
    certainty = passage.certainty(written)
    fuzzy = certainty < 100
    similarity = round(certainty - hit.cost, 1)
    if (hit.cost and similarity < wording.threshold) or (fuzzy and wording.verbatim):
        return None
    return Candidate(hit, similarity, fuzzy)


def _has_right_capitals(hit: Hit, written: list[str]) -> bool:
    """Compare an acronym letter for letter, but for a plural, and a name by its capitals."""
    form = hit.wording.form[1:]
    if hit.wording.acronym and form.islower():
        # "=domestics" is a word whose number counts, and not the plural of an abbreviation.
        return "".join(written) == form
    if hit.wording.acronym:
        return "".join(written).removesuffix("'s").removesuffix("s") in {
            form.replace(".", "").replace("&", "").removesuffix("s"),
            form.removesuffix("s"),
        }
    if not hit.wording.name or "".join(written).isupper():
        return True
    capitals = [word[0].isupper() for word in words(form)]
    return capitals == [token[0].isupper() for token in written]


def _commas_are_right(hit: Hit, passage: Passage) -> bool:
    """Tell whether commas stand between the words of a form only where they may, or must."""
    if hit.wording.gapped or hit.commas is Commas.ALLOWED:
        return True
    if not hit.cost and "," in hit.wording.form:
        return True
    return passage.has_comma(hit.start, hit.end) is (hit.commas is Commas.NEEDED)


def _is_exact(hit: Hit, written: list[str]) -> bool:
    """Tell whether the words are those of the form, and not another inflection of them."""
    return hit.wording.words.issuperset(token.lower() for token in written)


def _best_of_each_owner(weighed: list[Candidate]) -> list[Candidate]:
    """Overlapping wording of one owner is one mention: the plainest and longest stays."""
    taken: set[tuple[str, str, int]] = set()
    kept: list[Candidate] = []
    for candidate in sorted(weighed, key=_plainest_and_longest):
        hit = candidate.hit
        places = {
            (hit.wording.role, hit.wording.owner, position)
            for position in range(hit.start, hit.end)
        }
        if taken.isdisjoint(places):
            taken |= places
            kept.append(candidate)
    return sorted(kept, key=lambda c: (c.hit.start, c.hit.end, c.hit.wording.owner))


def _plainest_and_longest(candidate: Candidate) -> tuple[bool, int, float, int, str]:
    hit = candidate.hit
    return (
        hit.cost > 0,
        hit.start - hit.end,
        -candidate.similarity,
        hit.start,
        hit.wording.form,
    )


def _is_part_of_another_name(candidate: Candidate, names: Mapping[int, int], pack: Pack) -> bool:
    """``safety plan`` within ``immediate safety plan`` is not a safety plan in its own right."""
    hit = candidate.hit
    if hit.wording.role != "concept" or pack.concepts[hit.wording.owner].stands_inside:
        return False
    covered = min(names.get(position, 0) for position in range(hit.start, hit.end))
    return covered > hit.end - hit.start
