"""How a pack turns outcomes into a score and a rating, from ``pack.toml``."""

from __future__ import annotations

import math
from itertools import pairwise

from policyalign.model.pack import Importance, Rating
from policyalign.packs.table import Table


def read_weights(file: Table) -> dict[Importance, float]:
    """Read the weight of each importance."""
    table = file.table("weights")
    weights = {importance: table.number(importance, 0, math.inf) for importance in Importance}
    table.close()
    return weights


def read_ratings(file: Table) -> tuple[Rating, ...]:
    """Read the ratings, highest first, and note any score that would have no rating."""
    tables = file.tables("rating", called="name")
    ratings = tuple(_rating(table) for table in tables)
    for table, (above, rating) in zip(tables[1:], pairwise(ratings), strict=False):
        _note_order(table, above, rating)
    _note_repeated_names(tables, ratings)
    if ratings:
        _note_lowest(tables[-1], ratings[-1])
    return ratings


def _rating(table: Table) -> Rating:
    rating = Rating(
        name=table.text("name"),
        at_least=table.number("at_least", 0, 100),
        needs_essentials=table.flag("needs_essentials"),
        meaning=table.text("meaning", default=""),
    )
    table.close()
    return rating


def _note_order(table: Table, above: Rating, rating: Rating) -> None:
    if rating.at_least >= above.at_least:
        table.wrong(
            f"at_least {rating.at_least:g} must be lower than {above.at_least:g}, that of "
            f"'{above.name}' above it: ratings are listed highest first"
        )
    if rating.needs_essentials and not above.needs_essentials:
        table.wrong(f"needs_essentials must also be true for the higher rating '{above.name}'")


def _note_repeated_names(tables: tuple[Table, ...], ratings: tuple[Rating, ...]) -> None:
    names = [rating.name.casefold() for rating in ratings]
    for number, (table, name) in enumerate(zip(tables, names, strict=True)):
        if name and name in names[:number]:
            table.wrong(f"the name '{ratings[number].name}' is already used by another rating")


def _note_lowest(table: Table, lowest: Rating) -> None:
    if lowest.at_least != 0:
        table.wrong(
            f"at_least is {lowest.at_least:g}, but the lowest rating must start at 0; scores "
            "below it would have no rating"
        )
    if lowest.needs_essentials:
        table.wrong(
            "needs_essentials must be false for the lowest rating; a document without the "
            "essential items would have no rating"
        )
