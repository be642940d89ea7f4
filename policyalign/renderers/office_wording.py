"""What office reports say beside what all reports say: how to use them, what their tables show."""

from __future__ import annotations

from typing import TYPE_CHECKING

from policyalign.model.report import Outcome
from policyalign.renderers.decision_wording import (
    BESIDE,
    DECISIONS,
    SETTINGS,
    of_report,
    settings_line,
)
from policyalign.renderers.wording import (
    NONE_CHECKED,
    NOTHING_MISSING,
    Label,
    counted,
    day,
    listed,
    pack_line,
    totals_line,
)

if TYPE_CHECKING:
    from collections.abc import Iterable

    from policyalign.model.report import DocumentResult, Report

MEANINGS = {
    Outcome.MET: "All that the item asks for stands in the text.",
    Outcome.PARTLY: (
        "Some of it is there; or it stands only in a proposed change, a heading or a reference; "
        "or it says “may” where “will” is needed."
    ),
    Outcome.NOT_MET: "It was not found. The nearest words and a sentence to use are given.",
    Outcome.UNCLEAR: (
        "It was not found, but part of the file could not be read. It does not count."
    ),
    Outcome.NOT_APPLICABLE: "The item is not for this kind of document. It does not count.",
}
PROGRESS = ("Not started", "In progress", "Done", "Not needed")
WANTS_PROGRESS = f"Choose one of: {', '.join(PROGRESS)}."
WANTS_DATE = "Give a date, such as 31/03/2027."
ACTION_LOG = "Action log"
GAP_REPORT = "Gap report"
HOW_TO_USE = (
    "Each document has a list of actions, essential items first. A suggested sentence is there to "
    "be copied, and to be changed until it says what you do or will do. Put in who sees to each "
    "action, and by when."
)
OUTCOMES_TABLE = "What each of the five outcomes means."
SUMMARY_TABLE = "For each document its type, its alignment, and how much there is to look at."
FIGURES_TABLE = "For each importance, how many items are met, partly met and missing."
ACTIONS_TABLE = (
    "For each item that is missing or partly met: what is missing, a sentence that could be used, "
    "and empty cells for an owner and a date."
)
EVIDENCE_TABLE = "For each item the words found for it in the document, with their place."
FINDINGS_TABLE = "Discouraged wording with its places, the reason, and what to prefer."
NONE_UNREAD = "There are none."
ALL_READ = "Nothing is known to have been left unread."
ONLY_WORDS = (
    "A match points at words. It is not a judgement of practice, and says nothing of how safe any "
    "child is. Read the quotation before you rely on an outcome, and overrule it where you know "
    "better."
)
_MOST_AGENCIES = 4
CUT = " … (cut: a cell holds no more)"


def left_out(count: int) -> str:
    """Say that a sheet is full."""
    rows = counted(count, "more row")
    return f"A sheet holds no more: {rows} left out. The JSON report has them."


def no_gaps(documents: Iterable[DocumentResult]) -> str:
    """Say of documents without a gap whether that means anything; empty for no documents."""
    results = [[item.outcome.counts for item in document.items] for document in documents]
    if not results:
        return ""
    return NOTHING_MISSING if any(map(any, results)) else NONE_CHECKED


def whose(report: Report) -> str:
    """Name the agencies whose documents a report is about, or count them; empty for none."""
    agencies = dict.fromkeys(d.agency for d in report.documents if d.agency)
    if len(agencies) > _MOST_AGENCIES:
        return counted(len(agencies), "agency", "agencies")
    return listed(agencies) if agencies else ""


def about(report: Report) -> tuple[tuple[str, str], ...]:
    """Give labels and sentences: what was compared with what, when, and what that can show."""
    today = report.settings.today
    lines = (
        ("Compared with", pack_line(report.pack)),
        ("Date", day(today) if today else ""),
        (SETTINGS, settings_line(report.settings)),
        (Label.TOTALS.value, totals_line(report.totals)),
        *of_report(report),
        (DECISIONS, BESIDE if report.totals.decided else ""),
        ("What it can show", ONLY_WORDS),
        ("Please note", report.pack.notice),
    )
    return tuple((label, said) for label, said in lines if said)
