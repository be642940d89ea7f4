"""Words that count and do not suffice, and words that come near: for a person at a terminal."""

from __future__ import annotations

from itertools import groupby
from typing import TYPE_CHECKING

from policyalign.model.clauses import AtLeast
from policyalign.model.explanation import Obstacle
from policyalign.renderers import explanation_wording, wording
from policyalign.renderers.terminal_excerpt import marked
from policyalign.renderers.terminal_page import Page, Style

if TYPE_CHECKING:
    from collections.abc import Sequence

    from rich.text import Text

    from policyalign.model.explanation import Explanation, NearMiss
    from policyalign.model.pack import Pack

_MOST = 4
_COUNTED = {
    Obstacle.NO_COMMITMENT: "Counted, but no commitment",
    Obstacle.OTHER_SECTION: "Counted, but in another section",
    Obstacle.ONLY_LISTED: "Counted, but only listed",
}
# First what one change makes count, then what asks for a sentence, then what is about other things.
_EASIEST_FIRST = (
    Obstacle.PROPOSED,
    Obstacle.MISSPELT,
    Obstacle.CAPITALS,
    Obstacle.COMMA,
    Obstacle.TOO_FAR_APART,
    Obstacle.TOO_UNLIKE,
    Obstacle.PLANNED,
    Obstacle.NEGATED,
    Obstacle.HISTORICAL,
    Obstacle.WEAK_PLACE,
    Obstacle.BLANK_FORM,
    Obstacle.PAST_VERSION,
    Obstacle.NO_FRAMEWORK,
    Obstacle.NO_CASEWORK,
    Obstacle.CITED,
    Obstacle.LONGER_NAME,
    Obstacle.OTHER_SUBJECT,
    Obstacle.FALSE_FRIEND,
)
EASE = {obstacle: rank for rank, obstacle in enumerate((*_COUNTED, *_EASIEST_FIRST))}


def print_near(page: Page, found: Explanation, *, full: bool) -> None:
    """Print what counts and does not suffice, then the best of what comes near, or all of it."""
    for obstacle, title in _COUNTED.items():
        counts = [near for near in found.near if near.obstacle is obstacle]
        if counts:
            _print_part(page, title, counts, found, full=full)
    nears = [near for near in found.near if near.obstacle not in _COUNTED]
    if nears:
        _print_part(page, "Near, and not counted", nears, found, full=full)
    else:
        page.heading(("Near, and not counted", Style.STRONG), ": nothing that was recognised")
        page.line(_nothing_near(found), indent=2)


def _print_part(
    page: Page, title: str, nears: Sequence[NearMiss], found: Explanation, *, full: bool
) -> None:
    places = wording.counted(len(nears), "place")
    page.heading((title, Style.STRONG), f": {places}")
    best = nears if full else _best(nears, found)
    for advice, group in groupby(sorted(best, key=_by_advice), key=explanation_wording.advice):
        page.blank()
        page.line((f"{advice.why}.", Style.PARTLY), indent=2)
        rows = [("Found", _near(page, near, found.pack)) for near in group]
        rows.append(("In the policy", page.text((advice.policy, Style.ADVICE))))
        if advice.pack and full:
            rows.append(("Or in the pack", page.text((advice.pack, Style.ADVICE))))
        page.rows(rows, indent=4)
    if more := len(nears) - len(best):
        page.blank()
        rest = wording.counted(more, "more place", "more places")
        page.line((f"{rest}: -v shows {'it' if more == 1 else 'them'}.", Style.QUIET), indent=2)


def _best(nears: Sequence[NearMiss], found: Explanation) -> list[NearMiss]:
    """Choose those that would help the item with the least change."""
    failed = [one for one in found.clauses if isinstance(one.clause, AtLeast) and not one.held]
    lacking = {concept for one in failed for concept in one.lacking}

    def helps_least(near: NearMiss) -> tuple[bool, int, float]:
        return near.concept not in lacking, EASE[near.obstacle], -near.similarity

    return sorted(nears, key=helps_least)[:_MOST]


def _by_advice(near: NearMiss) -> tuple[int, str, int, int, str]:
    policy = explanation_wording.advice(near).policy
    return EASE[near.obstacle], policy, near.place.block, near.start, near.concept


def _nothing_near(found: Explanation) -> str:
    if not any(isinstance(one.clause, AtLeast) for one in found.clauses):
        return "The item asks for no words, only that discouraged wording is absent."
    if all(one.held for one in found.clauses):
        said = "All that this vocabulary recognises of what the item asks for is counted above."
    else:
        said = "No other wording that this vocabulary knows comes near to what the item asks for."
    return f"{said} Words that it does not know are not found."


def _near(page: Page, near: NearMiss, pack: Pack) -> Text:
    term = wording.quoted(pack.concepts[near.concept].term)
    to = "" if near.obstacle in _COUNTED else "near to "
    notes = f"{explanation_wording.where(near.place, near.kind)}; {to}{term}"
    reason = explanation_wording.because(near, pack)
    how = explanation_wording.how(near.how, near.similarity)
    return (
        page.text(*marked(page, near.excerpt))
        .append("\n")
        .append_text(page.text((f"{notes}, {how}", Style.QUIET)))
        .append_text(page.text((f" – {reason}" if reason else "", Style.PARTLY)))
    )
