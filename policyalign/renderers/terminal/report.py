"""The report for a person at a terminal, or as plain text."""

from __future__ import annotations

from typing import TYPE_CHECKING

from policyalign.renderers import wording
from policyalign.renderers.decision_wording import of_report, settings_line
from policyalign.renderers.terminal.baseline import print_baseline
from policyalign.renderers.terminal.document import print_document
from policyalign.renderers.terminal.page import PLAIN_WIDTH, Page, Style, Verbosity, plain_pieces
from policyalign.renderers.terminal.table import print_table

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from rich.console import Console

    from policyalign.model.document import Unread
    from policyalign.model.report import DocumentResult, Report

_MOST_MISSING = 3


def print_report(report: Report, console: Console, verbosity: Verbosity = Verbosity.NORMAL) -> None:
    """Print the report on a console, in its width, its colours and its encoding."""
    for _ in _printing(report, console, verbosity):
        pass


def render(
    report: Report, *, width: int = PLAIN_WIDTH, verbosity: Verbosity = Verbosity.NORMAL
) -> bytes:
    """Give the report as plain text in UTF-8, without colour, in lines of ``width``."""
    return b"".join(render_pieces(report, width=width, verbosity=verbosity))


def render_pieces(
    report: Report, *, width: int = PLAIN_WIDTH, verbosity: Verbosity = Verbosity.NORMAL
) -> Iterator[bytes]:
    """Give the same bytes, a document at a time."""
    return plain_pieces(lambda console: _printing(report, console, verbosity), width=width)


def _printing(report: Report, console: Console, verbosity: Verbosity) -> Iterator[None]:
    """Print the report, and stop after the table, after each document, and at the end."""
    page = Page.on(console)
    print_table(page, report)
    print_baseline(page, report.baseline)
    yield
    if verbosity is not Verbosity.QUIET:
        for count, document in enumerate(report.documents, start=1):
            print_document(page, document, report.pack, count, full=verbosity is Verbosity.VERBOSE)
            yield
    if report.documents:
        page.blank()
        page.rule()
    _print_unread(page, report, with_notices=verbosity is Verbosity.QUIET)
    _print_settings(page, report)
    _print_totals(page, report)
    _print_pack(page, report)
    yield


def _print_unread(page: Page, report: Report, *, with_notices: bool) -> None:
    if report.unread:
        files = wording.counted(len(report.unread), "file")
        page.heading((f"Not read: {files}", Style.STRONG), (", not counted above", Style.QUIET))
        _print_reasons(page, report.unread)
    if not with_notices:
        return
    in_part = [(d.path, sentence) for d in report.documents for sentence in _hidden(d)]
    if in_part:
        page.heading(("Read only in part", Style.STRONG))
    for path, sentence in in_part:
        page.line((f"{path}: ", Style.PARTLY), sentence, indent=2)


def _print_settings(page: Page, report: Report) -> None:
    """Say which files the settings file left out, and which of its entries did nothing."""
    rows = [(label, page.text(said)) for label, said in of_report(report)]
    if rows:
        page.blank()
        page.rows(rows)


def _print_reasons(page: Page, unread: Iterable[Unread]) -> None:
    """Name every file, and a reason that several share only once."""
    paths: dict[str, list[str]] = {}
    for file in unread:
        paths.setdefault(file.reason, []).append(file.path)
    for reason, files in paths.items():
        if len(files) == 1:
            page.line((f"{files[0]}: ", Style.MISSING), reason, indent=2)
            continue
        page.line(f"{wording.counted(len(files), 'file')}: {reason}", indent=2)
        for path in files:
            page.line((path, Style.MISSING), indent=4)


def _hidden(document: DocumentResult) -> tuple[str, ...]:
    return tuple(wording.notice(n) for n in document.notices if n.kind.hides_text)


def _print_totals(page: Page, report: Report) -> None:
    totals, pack = report.totals, report.pack
    page.heading((wording.Label.TOTALS, Style.STRONG))
    page.line(wording.totals_line(totals), indent=2)
    ratings = [f"{name} {count}" for name, count in totals.ratings if count]
    if totals.documents > 1 and ratings:
        page.line(f"{'; '.join(ratings)}.", indent=2)
    if report.settings.today:
        page.line((wording.dated(report.settings.today), Style.QUIET), indent=2)
    if totals.documents > 1 and totals.missing:
        page.heading((wording.Label.MOST_MISSING, Style.STRONG))
        for item, count in totals.missing[:_MOST_MISSING]:
            known = pack.checklist[item]
            importance = wording.IMPORTANCES[known.importance].lower()
            where = wording.counted(count, "document")
            page.line(known.title, (f" ({importance}): missing in {where}", Style.QUIET), indent=2)


def _print_pack(page: Page, report: Report) -> None:
    pack = report.pack
    page.blank()
    page.line(wording.pack_line(pack))
    if settings := settings_line(report.settings):
        page.line(settings)
    page.line((pack.notice, Style.QUIET))
