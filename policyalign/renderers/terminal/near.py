"""Words that count and do not suffice, and words that come near: for a person at a terminal."""

from __future__ import annotations

from itertools import groupby
from typing import TYPE_CHECKING

from policyalign.model.clauses import AtLeast
from policyalign.model.explanation import Obstacle
from policyalign.model.report import Outcome
from policyalign.renderers import explanation_wording, wording
from policyalign.renderers.explanation_advice import advice
from policyalign.renderers.terminal.excerpt import Found, in_sentence
from policyalign.renderers.terminal.page import Page, Style

if TYPE_CHECKING:
    from collections.abc import Hashable, Sequence

    from rich.text import Text

    from policyalign.model.explanation import ClauseExplanation, Explanation, NearMiss
    from policyalign.model.pack import Pack

_MOST = 4
_COUNTED = {
    Obstacle.NO_COMMITMENT: "Counted, but no commitment",
    Obstacle.ORDINARY: "Counted, but what any agency does",
    Obstacle.NO_DATE: "Counted, but without a date",
    Obstacle.ANOTHERS: "Counted, but of others or of some",
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
_EASE = {obstacle: rank for rank, obstacle in enumerate((*_COUNTED, *_EASIEST_FIRST))}


def print_near(page: Page, found: Explanation, *, full: bool) -> None:
    """Print what counts and does not suffice, then the best of what comes near, or all of it."""
    if not any(isinstance(one.clause, AtLeast) for one in found.clauses):
        return  # no words are asked for, so that none can come near
    if found.result.outcome is Outcome.MET and not full:
        _print_not_needed(page, found)
        return
    for obstacle, title in _COUNTED.items():
        counts = [near for near in found.near if near.obstacle is obstacle]
        if counts:
            _print_part(page, title, counts, found, full=full)
    nears = [near for near in found.near if near.obstacle not in _COUNTED]
    if nears and (full or any(_helps(near, found) for near in nears)):
        _print_part(page, "Near, and not counted", nears, found, full=full)
        return
    page.heading(("Near, and not counted", Style.STRONG), ": nothing that would help")
    page.line(_nothing_near(found), indent=2)
    if nears:
        places = wording.counted(len(_by_passage(nears)), "place")
        others = f"{places} for what is there already: see -v."
        page.line((others, Style.QUIET), indent=2)


def _print_not_needed(page: Page, found: Explanation) -> None:
    """Of an item that is met, say only how many places there are besides."""
    if count := len(_by_passage(found.near)):
        places = wording.counted(count, "more place comes near", "more places come near")
        is_needed = "is not needed: -v shows it" if count == 1 else "are not needed: -v shows them"
        page.blank()
        page.line((f"{places} and {is_needed}.", Style.QUIET))


def _print_part(
    page: Page, title: str, nears: Sequence[NearMiss], found: Explanation, *, full: bool
) -> None:
    passages = _by_passage(nears)
    page.heading((title, Style.STRONG), f": {wording.counted(len(passages), 'place')}")
    shown = passages if full else _best(passages, found)
    for known, group in groupby(sorted(shown, key=_by_advice), key=lambda same: advice(same[0])):
        page.blank()
        page.line((wording.sentence(known.why), Style.PARTLY), indent=2)
        rows = [("Found", _near(page, same, found.pack, full=full)) for same in group]
        rows.append(("In the policy", page.text((known.policy, Style.ADVICE))))
        if known.pack and full:
            rows.append(("Or in the pack", page.text((known.pack, Style.ADVICE))))
        page.rows(rows, indent=4)
    if more := len(passages) - len(shown):
        rest = wording.counted(more, "more place")
        page.blank()
        page.line((f"{rest}: -v shows {'it' if more == 1 else 'them'}.", Style.QUIET), indent=2)


def _by_passage(nears: Sequence[NearMiss]) -> list[list[NearMiss]]:
    """Put together what stands in one sentence and asks for the same change."""
    passages: dict[Hashable, list[NearMiss]] = {}
    for near in nears:
        same = near.place, "".join(near.excerpt), near.obstacle, advice(near)
        passages.setdefault(same, []).append(near)
    return list(passages.values())


def _best(passages: Sequence[list[NearMiss]], found: Explanation) -> list[list[NearMiss]]:
    """Choose those that would help the item with the least change."""
    ranked = [
        (_clause_helped(same, found), _EASE[same[0].obstacle], -_likeness(same), number)
        for number, same in enumerate(passages)
        if any(_helps(near, found) for near in same)
    ]
    return [passages[number] for *_, number in sorted(ranked)[:_MOST]]


def _helps(near: NearMiss, found: Explanation) -> bool:
    """Tell whether the item gains if these words count.

    Where no clause lacks words, any that are asked for may stand where the others do, or commit.
    """
    if near.obstacle in _COUNTED or near.concept in found.item.applies_where:
        return True
    lacking = [one.lacking for one in found.clauses if _lacks_words(one)]
    return not lacking or any(near.concept in concepts for concepts in lacking)


def _clause_helped(same: Sequence[NearMiss], found: Explanation) -> int:
    """Give the place of the first clause that these words would help, in the order of the item."""
    concepts = {near.concept for near in same}
    clauses = enumerate(found.clauses)
    helped = (n for n, one in clauses if _lacks_words(one) and concepts & set(one.lacking))
    return next(helped, len(found.clauses))


def _lacks_words(one: ClauseExplanation) -> bool:
    return isinstance(one.clause, AtLeast) and not one.held


def _likeness(same: Sequence[NearMiss]) -> float:
    return max(near.similarity for near in same)


def _by_advice(same: list[NearMiss]) -> tuple[int, str, int, int]:
    first = same[0]
    return _EASE[first.obstacle], advice(first).policy, first.place.block, first.start


def _nothing_near(found: Explanation) -> str:
    if all(one.held for one in found.clauses):
        said = "All that this vocabulary recognises of what the item asks for is counted above."
    else:
        said = "No other wording that this vocabulary knows comes near to what is missing."
    return f"{said} Words that it does not know are not found."


def _near(page: Page, same: Sequence[NearMiss], pack: Pack, *, full: bool) -> Text:
    found = [
        Found(
            near.excerpt,
            explanation_wording.where(near.place, near.kind),
            wording.quoted(pack.concepts[near.concept].term),
            _note(near, pack, full=full),
        )
        for near in same
    ]
    # A mention carries no form; what does only looks like one.
    return in_sentence(page, found, "near to " if same[0].form else "")


def _note(near: NearMiss, pack: Pack, *, full: bool) -> str:
    """Say what is out of the ordinary about words, and what decided in this place."""
    how = wording.HOWS[near.how] and explanation_wording.how(near.how, near.similarity)
    reason = explanation_wording.because(near, pack, full=full)
    return "; ".join(filter(None, (how, reason)))
