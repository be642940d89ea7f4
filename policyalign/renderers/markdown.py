"""The report as Markdown, to paste into a ticket or a wiki."""

from __future__ import annotations

from typing import TYPE_CHECKING

from policyalign.model.pack import Importance
from policyalign.model.report import Outcome
from policyalign.renderers import wording
from policyalign.renderers.arithmetic import essentials_open
from policyalign.renderers.comparison_wording import Row
from policyalign.renderers.decision_wording import (
    AFTER,
    DECIDED,
    DECISIONS,
    REMARKS,
    after,
    line,
    of_report,
    settings_line,
)
from policyalign.renderers.gaps import (
    OPEN,
    Gap,
    by_wording,
    gaps,
    nothing_missing,
    shown_title,
    type_name,
)
from policyalign.renderers.markdown_text import entries, escaped, heading, quotation, table
from policyalign.renderers.since import mark, summary, told
from policyalign.renderers.wording import Label

if TYPE_CHECKING:
    from collections.abc import Iterator

    from policyalign.model.pack import Pack
    from policyalign.model.report import DocumentResult, Report

_QUOTES = 2
_COLUMNS = (
    Label.DOCUMENT,
    Label.TYPE,
    Label.ALIGNMENT,
    Label.ESSENTIALS,
    Label.DISCOURAGED,
    Label.NOTICES,
)


def render(report: Report) -> bytes:
    """Give the report in UTF-8; nothing in it that comes from a document is markup."""
    return b"".join(render_pieces(report))


def render_pieces(report: Report) -> Iterator[bytes]:
    """Give the same bytes, a part at a time."""
    between = ""
    for part in _parts(report):
        yield f"{between}{part}".encode()
        between = "\n\n"
    yield b"\n"


def _parts(report: Report) -> Iterator[str]:
    """Give headings, lists, tables and paragraphs, between which an empty line stands."""
    pack = report.pack
    yield heading(1, wording.checked_line(len(report.documents), pack))
    if report.documents:
        yield table(_COLUMNS, (_row(document, pack) for document in report.documents))
    if report.baseline:
        yield heading(2, Row.SINCE)
        yield "\n\n".join(map(escaped, summary(report.baseline)))
        if done := list(told(report.baseline)):
            yield "\n".join(f"- {escaped(name)}: {escaped(said)}" for name, said in done)
    for count, document in enumerate(report.documents, start=1):
        yield f"## {count}. {escaped(shown_title(document))}"
        yield from _document(document, pack)
    if report.unread:
        files = wording.counted(len(report.unread), "file")
        yield heading(2, f"{Label.UNREAD}: {files}")
        yield "\n".join(
            f"- {escaped(file.path)}: {escaped(wording.sentence(file.reason))}"
            for file in report.unread
        )
    if said := list(of_report(report)):
        yield heading(2, REMARKS)
        yield entries(said)
    yield heading(2, Label.TOTALS)
    yield escaped(wording.totals_line(report.totals))
    if report.settings.today:
        yield escaped(wording.dated(report.settings.today))
    yield escaped(wording.pack_line(pack))
    if settings := settings_line(report.settings):
        yield escaped(settings)
    yield escaped(pack.notice)


def _row(document: DocumentResult, pack: Pack) -> tuple[str, ...]:
    return (
        document.path,
        type_name(document, pack),
        _alignment(document),
        wording.figure(essentials_open(document, pack)),
        str(len(document.faults)),
        str(len(document.notices)),
    )


def _alignment(document: DocumentResult) -> str:
    decided = after(document)
    return (
        f"{wording.alignment(document)}; {AFTER.lower()} {decided}"
        if decided
        else (wording.alignment(document))
    )


def _document(document: DocumentResult, pack: Pack) -> Iterator[str]:
    yield entries(_head(document, pack))
    found = list(gaps(document, pack, *OPEN, pointer="; see below"))
    for importance in Importance:
        of_this = [gap for gap in found if gap.item.importance is importance]
        if of_this:
            yield heading(3, wording.items_line(importance, (gap.outcome for gap in of_this)))
        for gap in of_this:
            yield from _gap(gap)
    if nothing_missing(document):
        yield escaped(wording.NOTHING_MISSING)
    if document.decisions:
        count = wording.counted(len(document.decisions), "item")
        yield heading(3, f"{DECISIONS}: {count}")
        yield entries(
            (escaped(pack.checklist[item.id].title), line(item)) for item in document.decisions
        )
    yield from _unclear(document, pack)
    yield from _discouraged(document, pack)


def _head(document: DocumentResult, pack: Pack) -> Iterator[tuple[str, str]]:
    yield Label.FILE, document.path
    yield Label.TYPE, f"{type_name(document, pack)} ({document.type_source})"
    if document.agency:
        yield Label.AGENCY, document.agency
    if control := wording.control_line(document):
        yield Label.CONTROL, control
    yield Label.ALIGNMENT, wording.alignment(document)
    if meaning := wording.rating_meaning(document, pack):
        yield Label.MEANING, meaning
    if after_decisions := after(document):
        yield AFTER, after_decisions
    for notice in document.notices:
        yield Label.NOTICES, wording.notice(notice)


def _gap(gap: Gap) -> Iterator[str]:
    yield heading(4, f"{gap.item.title}: {wording.OUTCOMES[gap.outcome]}{mark(gap.since, ', ')}")
    yield escaped(gap.item.question)
    said: list[tuple[str, str]] = [(DECIDED, gap.decided)] if gap.decided else []
    said += [(Label.MISSING, sentence) for sentence in gap.missing]
    said += [(Label.NEAREST, str(words)) for words in gap.nearest[:_QUOTES]]
    if said:
        yield entries(said)
    yield f"{Label.SUGGESTED}:"
    yield quotation(gap.item.suggested_wording)


def _unclear(document: DocumentResult, pack: Pack) -> Iterator[str]:
    unclear = list(gaps(document, pack, Outcome.UNCLEAR))
    if unclear:
        count = wording.counted(len(unclear), "item")
        yield heading(3, f"{wording.ASIDES[Outcome.UNCLEAR]}: {count}")
        yield "\n".join(
            f"- {escaped(gap.item.title)}: {escaped(' '.join(gap.missing))}" for gap in unclear
        )


def _discouraged(document: DocumentResult, pack: Pack) -> Iterator[str]:
    groups = by_wording(document.faults)
    if groups:
        count = wording.faults_line(document, with_excused=False)
        yield heading(3, f"{Label.DISCOURAGED}: {count}")
    for wording_id, findings in groups.items():
        known = pack.discouraged[wording_id]
        yield heading(4, f"{known.phrase} ({known.kind})")
        places = [
            (Label.FOUND, wording.found_at(one.quote, wording.place(one.place), mark(one.since)))
            for one in findings
        ]
        yield entries([*places, (Label.WHY, known.why), (Label.BETTER, findings[0].prefer)])
