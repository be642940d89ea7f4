"""Why one item has its outcome, for a person at a terminal."""

from __future__ import annotations

from itertools import groupby
from operator import attrgetter
from typing import TYPE_CHECKING

from policyalign.model.clauses import AtLeast, BodyText
from policyalign.model.report import Outcome
from policyalign.renderers import explanation_wording, wording
from policyalign.renderers.terminal_document import OUTCOME_STYLES
from policyalign.renderers.terminal_excerpt import marked
from policyalign.renderers.terminal_page import Page, Style

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from rich.text import Text

    from policyalign.model.explanation import (
        ClauseExplanation,
        Explanation,
        NearMiss,
        Support,
    )
    from policyalign.model.pack import Pack
    from policyalign.model.report import Finding

    Rows = Iterator[tuple[str, Text]]
_PARTLY = "; what the first one asks for is there in part, or only weakly"


def print_explanation(page: Page, found: Explanation, *, full: bool = False) -> None:
    """Print an explanation; with ``full`` every place that speaks for a clause."""
    outcome = found.result.outcome
    page.line(
        (found.item.title, Style.STRONG),
        (f"  {wording.OUTCOMES[outcome]}", OUTCOME_STYLES.get(outcome, Style.QUIET)),
    )
    page.line(found.item.question)
    page.rows(_head(page, found), indent=2)
    applies = outcome is not Outcome.NOT_APPLICABLE
    page.heading(("What it asks" if applies else "What it would ask", Style.STRONG))
    for count, clause in enumerate(found.clauses, start=1):
        _print_clause(page, clause, found.pack, count, full=full)
    _print_near(page, found)
    _print_suggestion(page, found)


def _head(page: Page, found: Explanation) -> Rows:
    item, checked, pack = found.item, found.checked, found.pack
    yield "Item", page.text(f"{item.id}, in “{item.area}”")
    yield "File", page.text(checked.path)
    kind = pack.types[checked.type].name
    yield "Type", page.text(kind, (f" ({checked.type_source})", Style.QUIET))
    if checked.agency:
        yield "Agency", page.text(checked.agency)
    yield "Outcome", page.text(_reason(found))
    if found.result.outcome is Outcome.NOT_APPLICABLE and item.applies_to:
        yield "Asked of", page.text(wording.listed(pack.types[t].name for t in item.applies_to))
        types = wording.listed((f"--type {kind}" for kind in item.applies_to), "or")
        yield "To ask it", page.text(f"Add {types}, if the file is of another type.")
    yield "Weight", page.text(_weight(found))
    for notice in checked.notices:
        if notice.kind.hides_text:
            yield "Could not read", page.text((wording.notice(notice), Style.PARTLY))
    if item.note:
        yield "Note", page.text(item.note)


def _reason(found: Explanation) -> str:
    """Give the outcome in words; the clauses that failed stand below and are only counted."""
    outcome = wording.OUTCOMES[found.result.outcome]
    failed = [clause for clause in found.clauses if not clause.held]
    if found.result.outcome in {Outcome.PARTLY, Outcome.NOT_MET}:
        total = wording.counted(len(found.clauses), "clause")
        do = "does" if len(failed) == 1 else "do"
        why = "" if found.result.outcome is Outcome.NOT_MET else _PARTLY
        return wording.sentence(f"{outcome}: {len(failed)} of {total} {do} not hold{why}")
    if found.result.outcome is Outcome.NOT_APPLICABLE:
        return wording.sentence(found.result.reason)
    return wording.sentence(f"{outcome}: {found.result.reason}")


def _weight(found: Explanation) -> str:
    importance = wording.IMPORTANCES[found.item.importance]
    weight, outcome = found.weight, found.result.outcome
    begin = f"{importance}, weight {wording.number(weight.weight)}"
    if outcome is Outcome.NOT_APPLICABLE:
        return f"{begin}. It is not counted for this document."
    now = found.checked.score
    if weight.points is None or weight.total is None:
        return f"{begin}. It is not counted while it cannot be told."
    brings = f"{begin}. It brings {wording.number(weight.points)} of {wording.number(weight.total)}"
    if now is None:
        return f"{brings} points; the document has no score."
    met = outcome is Outcome.MET
    other = weight.if_missing if met else weight.if_met
    instead = "missing" if met else "met"
    return (
        f"{brings} points. Alignment is {wording.score(now)}; "
        f"with the item {instead} it would be {wording.score(other)}."
    )


def _print_clause(
    page: Page, found: ClauseExplanation, pack: Pack, count: int, *, full: bool
) -> None:
    held = ("held: ", Style.MET) if found.held else ("not held: ", Style.MISSING)
    page.blank()
    asked = explanation_wording.clause(found.clause, pack)
    page.line((f"{count}  ", Style.QUIET), held, asked, indent=2)
    page.rows(_clause_rows(page, found, pack, full=full), indent=4)


def _clause_rows(page: Page, found: ClauseExplanation, pack: Pack, *, full: bool) -> Rows:
    if isinstance(found.clause, AtLeast) and found.clause.count > 1:
        concepts = len({support.mention.concept for support in found.support})
        yield "Counted", page.text(f"{concepts} of the {found.clause.count} that are needed")
    if found.section:
        part = found.section if found.held else f"most of it stands in {found.section}"
        yield "Section", page.text(part)
    if not isinstance(found.clause, BodyText):
        yield from _support_rows(page, found.support, pack, full=full)
    elif found.support:
        yield "Found", page.text(wording.counted(len(found.support), "place"))
    if lacking := explanation_wording.lacking(found, pack):
        yield "Not found", page.text(lacking)
    for finding in found.faults:
        yield "Found", _finding(page, finding)
    for finding in found.excused:
        yield "May stand", _finding(page, finding)


def _support_rows(page: Page, supports: Iterable[Support], pack: Pack, *, full: bool) -> Rows:
    """Give the first place of each concept, or with ``full`` all of them."""
    by_concept: dict[str, list[Support]] = {}
    for support in supports:
        by_concept.setdefault(support.mention.concept, []).append(support)
    for mine in by_concept.values():
        shown = mine if full else mine[:1]
        more = len(mine) - len(shown)
        for one in shown:
            yield "Found", _support(page, one, pack, more)


def _support(page: Page, support: Support, pack: Pack, more: int) -> Text:
    mention = support.mention
    term = wording.quoted(pack.concepts[mention.concept].term)
    notes = (
        explanation_wording.where(mention.place, support.kind),
        f"{term}, {mention.status}, {explanation_wording.how(mention.how, mention.similarity)}",
        f"and in {wording.counted(more, 'more place', 'more places')}" if more else "",
    )
    return (
        page.text(*marked(page, support.excerpt))
        .append("\n")
        .append_text(page.text(("; ".join(filter(None, notes)), Style.QUIET)))
    )


def _finding(page: Page, finding: Finding) -> Text:
    excuse = f"; {finding.excuse}" if finding.excused else f"; better: {finding.prefer}"
    where = f"  {wording.place(finding.place)}"
    return page.text(wording.quoted(finding.quote), (where, Style.QUIET), (excuse, Style.QUIET))


def _print_near(page: Page, found: Explanation) -> None:
    if not found.near:
        page.heading(("Near, and not counted", Style.STRONG), ": nothing")
        page.line(_nothing_near(found), indent=2)
        return
    places = wording.counted(len(found.near), "place")
    page.heading(("Near, and not counted", Style.STRONG), f": {places}")
    for obstacle, group in groupby(found.near, key=attrgetter("obstacle")):
        advice = explanation_wording.ADVICE[obstacle]
        page.blank()
        page.line((f"{advice.why}.", Style.PARTLY), indent=2)
        rows = [("Found", _near(page, near, found.pack)) for near in group]
        rows.append(("In the policy", page.text((advice.policy, Style.ADVICE))))
        if advice.pack:
            rows.append(("Or in the pack", page.text((advice.pack, Style.ADVICE))))
        page.rows(rows, indent=4)


def _nothing_near(found: Explanation) -> str:
    if not any(isinstance(one.clause, AtLeast) for one in found.clauses):
        return "The item asks for no words, only that discouraged wording is absent."
    if all(one.held for one in found.clauses):
        return "All words in this document that the item asks for are counted above."
    return "No other words in this document come near to what the item asks for."


def _near(page: Page, near: NearMiss, pack: Pack) -> Text:
    term = wording.quoted(pack.concepts[near.concept].term)
    notes = f"{explanation_wording.where(near.place, near.kind)}; near to {term}"
    reason = explanation_wording.because(near, pack)
    how = explanation_wording.how(near.how, near.similarity)
    return (
        page.text(*marked(page, near.excerpt))
        .append("\n")
        .append_text(page.text((f"{notes}, {how}", Style.QUIET)))
        .append_text(page.text((f" – {reason}" if reason else "", Style.PARTLY)))
    )


def _print_suggestion(page: Page, found: Explanation) -> None:
    if found.result.outcome is Outcome.MET:
        return
    page.heading(("You could write", Style.STRONG))
    page.line((wording.quoted(found.item.suggested_wording), Style.ADVICE), indent=2)
    page.line(_tried(found.with_suggestion), indent=2)


def _tried(outcome: Outcome | None) -> str:
    match outcome:
        case None:
            return "The item would still not apply to this document."
        case Outcome.MET:
            return "Tried: with this sentence in a paragraph of its own the item is met."
        case Outcome.UNCLEAR:
            return (
                "Tried: with this sentence too it cannot be told while part of the file is unread."
            )
    still = wording.quoted(wording.OUTCOMES[outcome])
    return (
        f"Tried: with this sentence in a paragraph of its own the item is still {still}; "
        "the clauses above say what else is needed."
    )
