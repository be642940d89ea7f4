"""Sentences on a whole partnership: the answers to a meeting's questions, and what is odd."""

from __future__ import annotations

from typing import TYPE_CHECKING

from policyalign.model.partnership import MOST_POINTS
from policyalign.renderers.partnership_wording import (
    DIFFERENCE,
    MODERATE,
    NOT_MERGED,
    ONLY_WORDS,
    OVERDUE,
    SCALE,
    SOURCES,
    mean,
)
from policyalign.renderers.wording import counted, day, listed, quoted

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from policyalign.model.partnership import Count, Item, Partnership


def made_line(view: Partnership) -> str:
    """Say when the view was made, and from what."""
    files = [file for agency in view.agencies for file in agency.files]
    counts = ((sum(file.source is s for file in files), word) for s, word in SOURCES.items())
    sources = listed(counted(count, word) for count, word in counts if count)
    return (
        f"Rolled up on {day(view.today.isoformat())} from {sources} of "
        f"{counted(len(view.agencies), 'agency', 'agencies')}."
    )


def returned_line(view: Partnership) -> str:
    """Say how many have returned: ``9 of 12 expected agencies have returned; 2 unfinished.``."""
    if view.expected:
        there = len(view.expected) - len(view.missing)
        verb = "has" if there == 1 else "have"
        whole = counted(len(view.expected), "expected agency", "expected agencies")
        line = f"{there} of {whole} {verb} returned"
        others = len(view.returned) - there
        line += (
            f"; {others} more that {'was' if others == 1 else 'were'} not expected"
            if others
            else ""
        )
    else:
        count = len(view.returned)
        line = f"{counted(count, 'agency', 'agencies')} {'has' if count == 1 else 'have'} returned"
    unfinished = len(view.unfinished)
    return f"{line}{f'; {unfinished} unfinished' if unfinished else ''}."


def weak_line(view: Partnership) -> str:
    """Say how many items are weak everywhere, and which area is weakest."""
    if not view.weakest:
        return "No item counts yet."
    nowhere = sum(found.is_weak_everywhere for found in view.weakest)
    area, count = weakest_area(view)
    items = counted(len(view.weakest), "item")
    verb, them = ("is", "it") if nowhere == 1 else ("are", "them")
    first = "No item is weak everywhere."
    if nowhere:
        first = f"{nowhere} of {items} {verb} weak everywhere: no agency has {them} met."
    return f"{first} Weakest area: {area}, {mean(count)} points."


def weakest_area(view: Partnership) -> tuple[str, Count]:
    """Give the area with the lowest mean; there must be one that counts."""
    found = [(area, count) for area, count in view.areas.items() if count.mean is not None]
    return min(found, key=lambda pair: pair[1].mean or 0)


def above_line(view: Partnership) -> str:
    """Say how often agencies rate themselves above what their documents show."""
    compared = sum(len(agency.differences) for agency in view.agencies)
    if not compared:
        return "No self-rating can be compared with a finding yet."
    far = sum(found.points == MOST_POINTS for found in view.above)
    ratings = counted(compared, "self-rating")
    verb = "is" if len(view.above) == 1 else "are"
    return f"{len(view.above)} of {ratings} {verb} above the documents, {far} by two steps."


def overdue_line(view: Partnership) -> str:
    """Say how many actions are overdue."""
    if not view.actions:
        return "No action is named in any return."
    undated = sum(action.due is None for action in view.actions)
    late = len(view.overdue)
    first = (
        f"{late} of {counted(len(view.actions), 'action')} {'is' if late == 1 else 'are'} overdue"
    )
    return f"{first}{f', {undated} without a date' if undated else ''}."


def near_line(pair: tuple[str, str]) -> str:
    """Point out two names that may be one agency."""
    return f"{quoted(pair[0])} and {quoted(pair[1])} may be one agency; they are kept apart."


def versions_line(pack: str, versions: Iterable[str]) -> str:
    """Name a pack and the versions of it that occur."""
    known = tuple(versions)
    return f"Pack {pack}, {'versions' if len(known) > 1 else 'version'} {listed(known)}."


def partial_line(item: Item) -> str:
    """Say which versions have an item that not all of them have."""
    return f"{item.title}: in version {listed(item.versions)} only"


def oddities(view: Partnership) -> Iterator[tuple[str, str]]:
    """Give what is to be known of files, names and versions: what it is about, and a sentence."""
    for file in view.unread:
        yield file.path, f"Not used: {file.reason}"
    yield from view.remarks
    for pair in view.near_names:
        yield pair[0], near_line(pair)
    for agency in view.agencies:
        for line in agency.unread:
            yield agency.name, f"A document that its findings do not rest on: {line}"
    for pack, versions in view.versions:
        yield f"Pack {pack}", versions_line(pack, versions)
    for item in view.partial:
        yield f"Pack {item.key[0]}", partial_line(item)
    titles = {item.key: item.title for item in view.items}
    for found in view.reworded:
        asked = "; ".join(f"{listed(having)}: {quoted(said)}" for said, having in found.questions)
        yield f"Pack {found.key[0]}", f"{titles[found.key]} does not ask the same: {asked}"


def about(view: Partnership) -> tuple[tuple[str, str], ...]:
    """Give labels and sentences on how the view came about, and what it can show."""
    return (
        ("Made", made_line(view)),
        ("Returned", returned_line(view)),
        ("Weak", weak_line(view)),
        ("Rated above documents", above_line(view)),
        ("Overdue", overdue_line(view)),
        ("Points", SCALE),
        ("Differences", DIFFERENCE),
        ("Contradictions", NOT_MERGED),
        ("Actions", OVERDUE),
        ("To moderate", MODERATE),
        ("What it can show", ONLY_WORDS),
    )


def rest_line(count: int) -> str:
    """Say how many cases are left out here, and where they stand."""
    return f"And {count:,} more, which the workbook and the web page have."
