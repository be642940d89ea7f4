"""The part of the terminal report that is about one document."""

from __future__ import annotations

from collections import Counter
from typing import TYPE_CHECKING

from policyalign.model.pack import Importance
from policyalign.model.report import Outcome, Status
from policyalign.renderers import wording
from policyalign.renderers.arithmetic import shares
from policyalign.renderers.decision_wording import AFTER, DECIDED, DECISIONS
from policyalign.renderers.decision_wording import after as after_decisions
from policyalign.renderers.decision_wording import line as decision_line
from policyalign.renderers.gaps import (
    by_quote,
    by_wording,
    nothing_missing,
    shown_title,
    type_name,
)
from policyalign.renderers.missing import failed_clauses
from policyalign.renderers.since import mark
from policyalign.renderers.terminal.page import Page, Style
from policyalign.renderers.terminal.table import alignment
from policyalign.renderers.wording import Label

if TYPE_CHECKING:
    from collections.abc import Iterator

    from rich.text import Text

    from policyalign.model.pack import Pack
    from policyalign.model.report import DocumentResult, Evidence, Finding, ItemResult

_BAR = 20
_QUOTES = 2
_PLACES = 4
OUTCOME_STYLES = {
    Outcome.MET: Style.MET,
    Outcome.PARTLY: Style.PARTLY,
    Outcome.NOT_MET: Style.MISSING,
}


def print_document(
    page: Page, document: DocumentResult, pack: Pack, count: int, *, full: bool
) -> None:
    """Print everything a person must act on; with ``full`` also what is in order."""
    page.blank()
    page.rule()
    page.line((f"{count}  ", Style.QUIET), (shown_title(document), Style.STRONG))
    page.rows(_head(page, document, pack), indent=3)
    wanted = (Outcome.NOT_MET, Outcome.PARTLY) + ((Outcome.MET,) if full else ())
    for importance in Importance:
        _print_importance(page, document, pack, importance, wanted, full=full)
    if nothing_missing(document):
        page.heading((wording.NOTHING_MISSING, Style.MET))
    _print_decisions(page, document, pack)
    _print_aside(page, document, pack, Outcome.UNCLEAR, full=True)
    _print_aside(page, document, pack, Outcome.NOT_APPLICABLE, full=full)
    _print_findings(page, document, pack, full=full)
    if full:
        _print_mentions(page, document, pack)


def _head(page: Page, document: DocumentResult, pack: Pack) -> Iterator[tuple[str, Text]]:
    yield Label.FILE, page.text(document.path)
    kind = type_name(document, pack)
    yield Label.TYPE, page.text(kind, (f" ({document.type_source})", Style.QUIET))
    if document.agency:
        yield Label.AGENCY, page.text(document.agency)
    if control := wording.control_line(document):
        yield Label.CONTROL, page.text(control)
    pages = f"{wording.counted(document.pages, 'page')}, " if document.pages else ""
    yield Label.LENGTH, page.text(f"{pages}{wording.counted(document.words, 'word')}")
    yield Label.ALIGNMENT, alignment(page, document, pack, _BAR)
    if meaning := wording.rating_meaning(document, pack):
        yield Label.MEANING, page.text(meaning)
    parts = shares(document, pack)
    if document.score is not None and parts:
        unclear = len(document.with_outcome(Outcome.UNCLEAR))
        yield Label.ITEMS, page.text(wording.share_line(parts, unclear))
        yield Label.POINTS, page.text(wording.points_line(parts, pack, document.score))
    if after := after_decisions(document):
        yield AFTER, page.text((after, Style.STRONG))
        parts = shares(document, pack, decided=True)
        if document.decided and document.decided.score is not None:
            yield AFTER, page.text(wording.points_line(parts, pack, document.decided.score))
    if reason := wording.held_back(document, pack):
        yield Label.RATING, page.text((reason, Style.PARTLY))
    for notice in document.notices:
        yield Label.NOTICES, page.text((wording.notice(notice), Style.PARTLY))


def _print_importance(
    page: Page,
    document: DocumentResult,
    pack: Pack,
    importance: Importance,
    wanted: tuple[Outcome, ...],
    *,
    full: bool,
) -> None:
    items = [
        item
        for outcome in wanted
        for item in document.standing_at(outcome)
        if pack.checklist[item.id].importance is importance
    ]
    if not items:
        return
    counts = Counter(item.standing for item in items)
    summary = ", ".join(f"{counts[o]} {wording.OUTCOMES[o]}" for o in wanted if counts[o])
    page.heading((f"{wording.IMPORTANCES[importance]} items", Style.STRONG), f": {summary}")
    for item in items:
        _print_item(page, document, pack, item, full=full)


def _print_item(
    page: Page, document: DocumentResult, pack: Pack, item: ItemResult, *, full: bool
) -> None:
    known = pack.checklist[item.id]
    outcome = wording.OUTCOMES[item.standing]
    page.blank()
    page.line(
        (known.title, Style.STRONG),
        (f"  {outcome}", OUTCOME_STYLES[item.standing]),
        (mark(item.since, "  "), Style.QUIET),
        indent=2,
    )
    page.line(known.question, indent=2)
    page.rows(_item_rows(page, document, pack, item, full=full), indent=4)


def _item_rows(
    page: Page, document: DocumentResult, pack: Pack, item: ItemResult, *, full: bool
) -> Iterator[tuple[str, Text]]:
    known = pack.checklist[item.id]
    if item.decision:
        yield DECIDED, page.text(decision_line(item))
    for sentence in failed_clauses(known, item.clauses, document, pack):
        yield Label.MISSING, page.text(sentence)
    found = Label.FOUND if item.standing is Outcome.MET else Label.NEAREST
    quotes = by_quote(item)
    shown = quotes if full else quotes[:_QUOTES]
    for pieces in shown:
        yield found, _evidence(page, document, pack, pieces, named=len(item.evidence) > 1)
    if len(quotes) > len(shown):
        yield found, page.text((f"and {len(quotes) - len(shown)} more", Style.QUIET))
    if item.standing is not Outcome.MET:
        yield Label.SUGGESTED, page.text((wording.quoted(known.suggested_wording), Style.ADVICE))


def _evidence(
    page: Page, document: DocumentResult, pack: Pack, pieces: list[Evidence], *, named: bool
) -> Text:
    where = wording.place(pieces[0].place)
    terms = wording.listed(wording.quoted(pack.concepts[p.concept].term) for p in pieces)
    note = wording.evidence_note(pieces, document.mentions, pack)
    return (
        page.text(wording.quoted(pieces[0].quote))
        .append("\n")
        .append_text(page.text((f"{where}, for {terms}" if named else where, Style.QUIET)))
        .append_text(page.text((f" – {note}" if note else "", Style.PARTLY)))
    )


def _print_decisions(page: Page, document: DocumentResult, pack: Pack) -> None:
    """Name every item about which people decided, with what was found of it."""
    if not document.decisions:
        return
    count = wording.counted(len(document.decisions), "item")
    page.heading((DECISIONS, Style.STRONG), f": {count}")
    for item in document.decisions:
        title = pack.checklist[item.id].title
        page.line((f"{title}: ", Style.STRONG), decision_line(item), indent=2)


def _print_aside(
    page: Page, document: DocumentResult, pack: Pack, outcome: Outcome, *, full: bool
) -> None:
    """Count the items that are in no figure by their reason, and with ``full`` name them."""
    by_reason: dict[str, list[str]] = {}
    for item in document.undecided(outcome):
        by_reason.setdefault(item.reason, []).append(pack.checklist[item.id].title)
    if not by_reason:
        return
    count = sum(map(len, by_reason.values()))
    page.heading(
        (wording.ASIDES[outcome], Style.STRONG),
        f": {wording.counted(count, 'item')}",
        (", not counted", Style.QUIET),
    )
    for reason, titles in by_reason.items():
        page.line(wording.sentence(reason), indent=2)
        if full:
            page.line(("; ".join(titles), Style.QUIET), indent=4)


def _print_findings(page: Page, document: DocumentResult, pack: Pack, *, full: bool) -> None:
    groups = by_wording(document.discouraged if full else document.faults)
    if not groups:
        return
    count = wording.faults_line(document, with_excused=full)
    page.heading((Label.DISCOURAGED, Style.STRONG), f": {count}")
    for finding_id, findings in groups.items():
        page.blank()
        known = pack.discouraged[finding_id]
        page.line((known.phrase, Style.STRONG), f"  {known.kind}", indent=2)
        page.rows(_finding_rows(page, findings, why=known.why, full=full), indent=4)


def _finding_rows(
    page: Page, findings: list[Finding], *, why: str, full: bool
) -> Iterator[tuple[str, Text]]:
    shown = findings if full else findings[:_PLACES]
    for finding in shown:
        where = (f"  {wording.place(finding.place)}", Style.QUIET)
        excuse = f" – {wording.excused(finding)}" if finding.excused else ""
        since = (mark(finding.since, " – "), Style.QUIET)
        yield (
            Label.FOUND,
            page.text(wording.quoted(finding.quote), where, (excuse, Style.MET), since),
        )
    if len(findings) > len(shown):
        more = f"and in {len(findings) - len(shown)} more places"
        yield Label.FOUND, page.text((more, Style.QUIET))
    yield Label.WHY, page.text(why)
    yield Label.BETTER, page.text((findings[0].prefer, Style.ADVICE))


def _print_mentions(page: Page, document: DocumentResult, pack: Pack) -> None:
    affirmed = Counter(m.concept for m in document.mentions if m.status is Status.AFFIRMED)
    others = Counter(m.concept for m in document.mentions if m.status is not Status.AFFIRMED)
    if not affirmed and not others:
        return
    page.heading(
        ("Mentions", Style.STRONG), f": {wording.counted(len(document.mentions), 'place')}"
    )
    ranked = sorted((affirmed + others).items(), key=lambda pair: (-pair[1], pair[0]))
    words = []
    for concept, _ in ranked:
        aside = f" (and {others[concept]} that do not count)" if others[concept] else ""
        words.append(f"{pack.concepts[concept].term} {affirmed[concept]}{aside}")
    page.line("; ".join(words), indent=2)
