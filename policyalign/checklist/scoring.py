"""The arithmetic of alignment. It can be done again by hand from the report."""

from __future__ import annotations

from collections.abc import Iterable

from policyalign.model.pack import Importance, Pack
from policyalign.model.report import ItemResult, Outcome

_MOST_UNCLEAR = 0.2


def score(items: Iterable[ItemResult], pack: Pack) -> float | None:
    """Give the weighted share of items met, 0 to 100 with one decimal; partly counts in part.

    Items that do not apply or could not be settled are in neither side of the share. ``None``
    where nothing counts, or where the items that could not be settled weigh more than a fifth
    of all that apply: what was read must not pass for the whole.
    """
    value = {Outcome.MET: 1.0, Outcome.PARTLY: pack.partly}
    reached = settled = unclear = 0.0
    for item in items:
        weight = pack.weights[pack.checklist[item.id].importance]
        if item.outcome is Outcome.UNCLEAR:
            unclear += weight
        elif item.outcome.counts:
            settled += weight
            reached += weight * value.get(item.outcome, 0.0)
    if not settled or unclear > _MOST_UNCLEAR * (settled + unclear):
        return None
    return round(100 * reached / settled, 1)


def rating_for(value: float | None, items: Iterable[ItemResult], pack: Pack) -> str | None:
    """Give the word for a score: the highest rating that it reaches.

    A rating that needs the essentials is out of reach while an essential item is not met or
    could not be settled, whatever the score.
    """
    if value is None:
        return None
    lacking = any(
        item.outcome in {Outcome.NOT_MET, Outcome.UNCLEAR}
        and pack.checklist[item.id].importance is Importance.ESSENTIAL
        for item in items
    )
    reached = (
        rating
        for rating in pack.ratings
        if value >= rating.at_least and not (rating.needs_essentials and lacking)
    )
    return max(reached, key=lambda rating: rating.at_least).name
