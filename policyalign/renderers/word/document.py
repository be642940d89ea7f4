"""The part of the Word report that is about one document."""

from __future__ import annotations

from typing import TYPE_CHECKING

from policyalign.model.report import Outcome
from policyalign.renderers import office_wording, wording
from policyalign.renderers.arithmetic import shares
from policyalign.renderers.decision_wording import (
    AFTER,
    BESIDE,
    DECIDED,
    DECISIONS,
    after,
    line,
    outcome,
)
from policyalign.renderers.gaps import (
    OPEN,
    Gap,
    by_wording,
    evidence_of,
    gaps,
    shown_title,
    type_name,
)
from policyalign.renderers.headings import Column as Name
from policyalign.renderers.headings import Heading
from policyalign.renderers.word.table import Column, Grid, Said
from policyalign.renderers.wording import Label

if TYPE_CHECKING:
    from policyalign.model.pack import Pack
    from policyalign.model.report import DocumentResult, Finding, ItemResult
    from policyalign.renderers.word.page import Page
    from policyalign.renderers.word.table import Words

    Row = tuple[list[Words], ...]

_FIGURES = Grid(
    columns=(
        Column(Label.IMPORTANCE, 5),
        *(Column(wording.OUTCOMES[o].capitalize(), 3) for o in (Outcome.MET, *reversed(OPEN))),
        Column(Label.TOTALS, 3),
    ),
    name="Items in figures",
    description=office_wording.FIGURES_TABLE,
)
_ACTIONS = Grid(
    columns=(
        Column(Label.ITEM, 4.2),
        Column(Label.MISSING, 3.9),
        Column(Label.SUGGESTED, 4.9),
        Column(Label.OWNER, 2),
        Column(Label.DUE, 2),
    ),
    name="Actions",
    description=office_wording.ACTIONS_TABLE,
)
_EVIDENCE = Grid(
    columns=(Column(Label.ITEM, 4.2), Column(Name.WORDS_AND_PLACE, 12.8)),
    name="Evidence",
    description=office_wording.EVIDENCE_TABLE,
)
_FINDINGS = Grid(
    columns=(
        Column(Label.FOUND, 3.6),
        Column(Label.PLACE, 4),
        Column(Label.WHY, 4.6),
        Column(Label.BETTER, 4.8),
    ),
    name=Label.DISCOURAGED,
    description=office_wording.FINDINGS_TABLE,
)
_QUOTES = 2
_PLACES = 4


def write_document(page: Page, document: DocumentResult, pack: Pack) -> None:
    """Write all that the owner of a document must know and do, on pages of its own."""
    page.heading(shown_title(document), new_page=True)
    _write_head(page, document, pack)
    _write_figures(page, document, pack)
    _write_actions(page, document, pack)
    _write_decisions(page, document, pack)
    _write_evidence(page, document, pack)
    _write_findings(page, document, pack)
    _write_unread(page, document, pack)


def _write_head(page: Page, document: DocumentResult, pack: Pack) -> None:
    length = wording.counted(document.words, "word")
    if document.pages:
        length = f"{wording.counted(document.pages, 'page')}, {length}"
    lines = (
        (Label.FILE, document.path),
        (Label.TYPE, f"{type_name(document, pack)} ({document.type_source})"),
        (Label.AGENCY, document.agency or ""),
        (Label.CONTROL, wording.control_line(document)),
        (Label.LENGTH, length),
        *(("Notice", wording.notice(n)) for n in document.notices if not n.kind.hides_text),
    )
    for label, said in lines:
        if said:
            page.line((Said(f"{label}: ", strong=True), Said(said)))


def _write_figures(page: Page, document: DocumentResult, pack: Pack) -> None:
    page.heading(Heading.FIGURES, 2)
    meaning = wording.rating_meaning(document, pack)
    score = wording.score(document.score)
    rated = f"{score}, {document.rating}." if document.rating else f"{score}."
    page.line((Said(f"{Label.ALIGNMENT}: ", strong=True), Said(f"{rated} {meaning}".strip())))
    parts = shares(document, pack)
    if parts:
        rows = (
            (part.importance, (part.met, part.partly, part.missing, part.applicable))
            for part in parts
        )
        page.table(
            _FIGURES,
            ([[wording.IMPORTANCES[name]], *([str(n)] for n in counts)] for name, counts in rows),
        )
    aside = [
        f"{wording.ASIDES[outcome]}: {wording.counted(len(found), 'item')}, not counted."
        for outcome in wording.ASIDES
        if (found := document.undecided(outcome))
    ]
    page.line(" ".join(aside), wording.held_back(document, pack))
    if document.score is not None and parts:
        points = wording.points_line(parts, pack, document.score)
        page.line((Said(f"{Label.POINTS}: ", strong=True), Said(points)))
    if decided := after(document):
        page.line((Said(f"{AFTER}: ", strong=True), Said(f"{decided}.")))


def _write_actions(page: Page, document: DocumentResult, pack: Pack) -> None:
    page.heading(Heading.ACTIONS, 2)
    pointer = f"; see {wording.quoted(Label.DISCOURAGED)}"
    found = list(gaps(document, pack, *OPEN, pointer=pointer))
    if found:
        page.table(_ACTIONS, map(_action_row, found))
    else:
        page.line(office_wording.no_gaps([document]))


def _action_row(gap: Gap) -> Row:
    kind = f"{wording.IMPORTANCES[gap.item.importance]}, {wording.OUTCOMES[gap.outcome]}"
    item: list[Words] = [(Said(gap.item.title, strong=True),), gap.item.question, kind]
    if gap.decided:
        item.append(f"{DECIDED}: {gap.decided}")
    return item, list(gap.missing), [gap.item.suggested_wording], [], []


def _write_decisions(page: Page, document: DocumentResult, pack: Pack) -> None:
    if not document.decisions:
        return
    page.heading(DECISIONS, 2)
    page.line(BESIDE)
    page.bullets(
        (Said(f"{pack.checklist[item.id].title}: ", strong=True), Said(line(item)))
        for item in document.decisions
    )


def _write_evidence(page: Page, document: DocumentResult, pack: Pack) -> None:
    found = [item for item in document.items if item.evidence]
    if not found:
        return
    page.heading(Heading.EVIDENCE, 2)
    page.table(_EVIDENCE, (_evidence_row(item, document, pack) for item in found))


def _evidence_row(item: ItemResult, document: DocumentResult, pack: Pack) -> Row:
    title = Said(pack.checklist[item.id].title, strong=True)
    found = evidence_of(item, document, pack)
    words: list[Words] = []
    for passage in found[:_QUOTES]:
        terms = wording.listed(wording.quoted(pack.concepts[c].term) for c in passage.ids)
        note = f" – {passage.note}" if passage.note else ""
        words.append(wording.quoted(passage.quote))
        words.append(f"{wording.place(passage.place)}, for {terms}{note}")
    if len(found) > _QUOTES:
        words.append(f"and {len(found) - _QUOTES} more")
    near = f"; {Label.NEAREST.lower()}" if item.outcome in OPEN else ""
    return [(title,), f"{outcome(item)}{near}"], words


def _write_findings(page: Page, document: DocumentResult, pack: Pack) -> None:
    if not document.faults:
        return
    page.heading(Label.DISCOURAGED, 2)
    groups = by_wording(document.faults).values()
    page.table(_FINDINGS, (_finding_row(found, pack) for found in groups))


def _finding_row(found: list[Finding], pack: Pack) -> Row:
    quotes: list[Words] = list(dict.fromkeys(wording.quoted(f.quote) for f in found))
    places = list(dict.fromkeys(wording.place(f.place) for f in found))
    shown: list[Words] = [*places[:_PLACES]]
    if len(places) > _PLACES:
        shown.append(f"and in {len(places) - _PLACES} more places")
    return quotes, shown, [pack.discouraged[found[0].id].why], [found[0].prefer]


def _write_unread(page: Page, document: DocumentResult, pack: Pack) -> None:
    page.heading(Heading.UNREAD_PARTS, 2)
    hidden = [wording.notice(notice) for notice in document.notices if notice.kind.hides_text]
    if hidden:
        page.bullets(hidden)
    else:
        page.line(office_wording.ALL_READ)
    unclear = document.undecided(Outcome.UNCLEAR)
    if unclear:
        titles = "; ".join(pack.checklist[item.id].title for item in unclear)
        page.line((Said(f"{wording.ASIDES[Outcome.UNCLEAR]}: ", strong=True), Said(f"{titles}.")))
