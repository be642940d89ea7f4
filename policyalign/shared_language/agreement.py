"""How far agencies use the same names: one figure.

Greenberg (1956, "The measurement of linguistic diversity", Language 32(1), 109-115,
doi:10.2307/410659) asks how likely it is that two speakers have the same language. Here a speaker
is a mention and a language its name, and each of the two comes from another population, as in
Nei's identity between populations before it is normalised (1972, "Genetic distance between
populations", The American Naturalist 106(949), 283-292, doi:10.1086/282771): the sum over names of
the share of a name in one agency times its share in the other.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from itertools import combinations
from statistics import fmean

from policyalign.model.language import Agreement, Idea

Counts = Mapping[str, int]


def agreement_on(agencies: Sequence[Counts]) -> float | None:
    """Give the probability (0 to 1) that two agencies use the same name for one idea.

    Each entry counts the names that an agency uses; one without a name is left out, since it has
    none to agree on. The mean is over all pairs of agencies, so that an agency with many mentions
    weighs no more than one with few. ``None`` where fewer than two agencies have a name.
    """
    shares = [_shares(counts) for counts in agencies if sum(counts.values())]
    if len(shares) < 2:
        return None
    return fmean(_same_name(one, other) for one, other in combinations(shares, 2))


def overall(ideas: Iterable[Idea]) -> Agreement:
    """Give the mean over the ideas that at least two agencies name, each weighing the same."""
    named = [idea for idea in ideas if idea.naming]
    values = [idea.agreement for idea in named if idea.agreement is not None]
    return Agreement(
        value=fmean(values) if values else None,
        compared=len(values),
        left_out=tuple(idea.preferred for idea in named if idea.agreement is None),
    )


def _shares(counts: Counts) -> dict[str, float]:
    total = sum(counts.values())
    return {name: count / total for name, count in counts.items() if count}


def _same_name(one: Mapping[str, float], other: Mapping[str, float]) -> float:
    # Rounding may lead a sum of shares past 1 by the smallest of fractions.
    return min(1.0, sum(share * other.get(name, 0.0) for name, share in sorted(one.items())))
