"""Why one item has its outcome, for a person at a terminal."""

from __future__ import annotations

from typing import TYPE_CHECKING

from policyalign.model.clauses import (
    AtLeast,
    BodyText,
    NoDiscouraged,
    SameSection,
)
from policyalign.model.report import Outcome
from policyalign.renderers import explanation_reasons, explanation_wording, wording
from policyalign.renderers.decision_wording import AFTER, DECIDED, after, line
from policyalign.renderers.terminal.document import OUTCOME_STYLES
from policyalign.renderers.terminal.excerpt import Found, by_sentence, in_sentence
from policyalign.renderers.terminal.near import print_near
from policyalign.renderers.terminal.page import PLAIN_WIDTH, Page, Style, plain_text

if TYPE_CHECKING:
    from collections.abc import Iterator

    from rich.text import Text

    from policyalign.model.explanation import (
        ClauseExplanation,
        Explanation,
        Support,
    )
    from policyalign.model.pack import Pack
    from policyalign.model.report import Finding

    Rows = Iterator[tuple[str, Text]]


def print_explanation(page: Page, found: Explanation, *, full: bool = False) -> None:
    """Print an explanation; with ``full`` every place, and what the pack could change."""
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
        _print_clause(page, clause, found, count, full=full)
    print_near(page, found, full=full)
    _print_suggestion(page, found)


def render(found: Explanation, *, full: bool = False) -> bytes:
    """Give an explanation as plain text in UTF-8, as wide as a plain report."""
    return plain_text(
        lambda console: print_explanation(Page.on(console), found, full=full), width=PLAIN_WIDTH
    )


def _head(page: Page, found: Explanation) -> Rows:
    item, checked, pack = found.item, found.checked, found.pack
    yield "Item", page.text(f"{item.id}, in “{item.area}”")
    yield "File", page.text(checked.path)
    kind = pack.types[checked.type].name
    yield "Type", page.text(kind, (f" ({checked.type_source})", Style.QUIET))
    if checked.agency:
        yield "Agency", page.text(checked.agency)
    yield "Outcome", page.text(_reason(found))
    if found.result.decision:
        yield DECIDED, page.text((line(found.result), Style.STRONG))
        yield AFTER, page.text(after(found.checked))
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
        share = f"{len(failed)} of {total} {do} not hold"
        if found.result.outcome is Outcome.NOT_MET:
            return wording.sentence(f"{outcome}: {share}")
        return wording.sentence(f"{outcome}: {explanation_reasons.partly(found)}. {share}")
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
    page: Page, one: ClauseExplanation, found: Explanation, count: int, *, full: bool
) -> None:
    held = ("held: ", Style.MET) if one.held else ("not held: ", Style.MISSING)
    page.blank()
    asked = explanation_wording.clause(one.clause, found.pack)
    page.line((f"{count}  ", Style.QUIET), held, asked, indent=2)
    page.rows(_clause_rows(page, one, found.pack, full=full), indent=4)
    short = explanation_reasons.shortfalls(one, found)
    page.rows(((label, page.text(text)) for label, text in short), indent=4)


def _clause_rows(page: Page, found: ClauseExplanation, pack: Pack, *, full: bool) -> Rows:
    if isinstance(found.clause, AtLeast) and found.clause.count > 1:
        concepts = len({support.mention.concept for support in found.support})
        yield "Counted", page.text(f"{concepts} of the {found.clause.count} that are needed")
    if isinstance(found.clause, SameSection) and found.support:
        yield "Section", page.text(_section(found, pack))
    elif isinstance(found.clause, BodyText) and found.support:
        yield "Found", page.text(wording.counted(len(found.support), "place"))
    else:
        yield from _support_rows(page, found, pack, full=full)
    for finding in found.faults:
        yield "Found", _finding(page, finding)
    for finding in found.excused:
        yield "May stand", _finding(page, finding)


def _section(found: ClauseExplanation, pack: Pack) -> str:
    """Name the section, and what stands there; its passages are shown with the other clauses."""
    terms = dict.fromkeys(_term(one, pack) for one in found.support)
    return f"{found.section}: {wording.listed(terms)}"


def _support_rows(page: Page, found: ClauseExplanation, pack: Pack, *, full: bool) -> Rows:
    """Give every place, or else the first of each concept, or of all where one is enough."""
    groups: dict[str, list[Support]] = {}
    for one in sorted(found.support, key=_commits_in_the_next):
        each_concept = isinstance(found.clause, AtLeast)
        groups.setdefault(one.mention.concept if each_concept else "", []).append(one)
    shown = [
        _found(one, pack, more=0 if full else len(mine) - 1)
        for mine in groups.values()
        for one in (mine if full else mine[:1])
    ]
    for same in by_sentence(shown):
        yield "Found", in_sentence(page, same)


def _commits_in_the_next(support: Support) -> bool:
    return support.committing is not None and bool(support.committing.following)


def _found(support: Support, pack: Pack, more: int) -> Found:
    mention = support.mention
    others = f" (and in {wording.counted(more, 'more place', 'more places')})" if more else ""
    how = wording.HOWS[mention.how] and explanation_wording.how(mention.how, mention.similarity)
    commits = explanation_wording.commits(support.committing) if support.committing else ""
    return Found(
        support.excerpt,
        explanation_wording.where(mention.place, support.kind),
        f"{_term(support, pack)}{others}",
        "; ".join(filter(None, (how, commits))),
    )


def _term(support: Support, pack: Pack) -> str:
    return wording.quoted(pack.concepts[support.mention.concept].term)


def _finding(page: Page, finding: Finding) -> Text:
    excuse = f"; {finding.excuse}" if finding.excused else f"; better: {finding.prefer}"
    where = f"  {wording.place(finding.place)}"
    return page.text(wording.quoted(finding.quote), (where, Style.QUIET), (excuse, Style.QUIET))


def _print_suggestion(page: Page, found: Explanation) -> None:
    if found.result.outcome is Outcome.MET:
        return
    against = [one for one in found.clauses if isinstance(one.clause, NoDiscouraged)]
    if len(against) == len(found.clauses):
        page.heading(("What would help", Style.STRONG))
    elif found.with_suggestion is None:
        return  # the item would still not apply
    else:
        page.heading(("You could write", Style.STRONG))
        page.line((wording.quoted(found.item.suggested_wording), Style.ADVICE), indent=2)
        page.line(_tried(found.with_suggestion, found.result.outcome), indent=2)
    for one in against:
        page.line(_to_reword(one, found.document.words), indent=2)


def _to_reword(against: ClauseExplanation, words: int) -> str:
    """Say how many places have to be reworded; no sentence that is added can help there."""
    allowed = against.clause.allowed(words) if isinstance(against.clause, NoDiscouraged) else 0
    surplus = max(len(against.faults) - allowed, 0)
    enough = f"{allowed + 1:,} are" if allowed else "one is"
    enough = f"{enough} enough to miss the item"
    if not surplus:
        return f"No place has to be reworded in what was read; {enough}."
    have = "has" if surplus == 1 else "have"
    places = wording.counted(surplus, "place")
    return f"{places} {have} to be reworded, and no added sentence can help: {enough}."


def _tried(outcome: Outcome, now: Outcome) -> str:
    match outcome:
        case Outcome.MET:
            return "Tried: with this sentence in a paragraph of its own the item is met."
        case Outcome.UNCLEAR:
            return (
                "Tried: with this sentence too it cannot be told while part of the file is unread."
            )
    still = "still " if outcome is now else ""
    return (
        "Tried: with this sentence in a paragraph of its own the item is "
        f"{still}{wording.quoted(wording.OUTCOMES[outcome])}; "
        "the clauses above say what else is needed."
    )
