"""The words in which every report for people speaks: outcomes, places, clauses, figures.

Sentences hold typographic quotes and dashes; a renderer whose output cannot carry them replaces
them itself. Nothing here may claim more than wording and coverage.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from policyalign.model.document import State
from policyalign.model.pack import Importance
from policyalign.model.report import How, Outcome, Status

if TYPE_CHECKING:
    from collections.abc import Iterable

    from policyalign.model.document import Notice, Place
    from policyalign.model.pack import Pack
    from policyalign.model.report import DocumentResult, Evidence, Mention, Report, Totals
    from policyalign.renderers.arithmetic import Share

OUTCOMES = {
    Outcome.MET: "met",
    Outcome.PARTLY: "partly met",
    Outcome.NOT_MET: "missing",
    Outcome.UNCLEAR: "could not tell",
    Outcome.NOT_APPLICABLE: "does not apply",
}
IMPORTANCES = {
    Importance.ESSENTIAL: "Essential",
    Importance.EXPECTED: "Expected",
    Importance.ENHANCING: "Enhancing",
}
STATUSES = {
    Status.AFFIRMED: "",
    Status.NEGATED: "says that it is not done here, or not yet",
    Status.HISTORICAL: "speaks of the past",
    Status.CITED: "only a title, a reference or quoted words",
}
HOWS = {
    How.EXACT: "",
    How.INFLECTED: "",
    How.FUZZY: "spelling differs",
    How.REORDERED: "the words stand in another order",
}
ASIDES = {
    Outcome.UNCLEAR: "Could not tell",
    Outcome.NOT_APPLICABLE: "Does not apply",
}
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
NONE_CHECKED = "No item could be checked."
NO_GAPS = "No item that could be checked is missing."
ONLY_WORDS = (
    "A match points at words. It is not a judgement of practice, and says nothing of how safe any "
    "child is. Read the quotation before you rely on an outcome, and overrule it where you know "
    "better."
)
CUT = " … (cut: a cell holds no more)"
PROPOSED = "only in a proposed tracked change"
NO_SCORE = "no score"
_MONTHS = (
    "January February March April May June July August September October November December"
).split()


def counted(number: int, noun: str, plural: str | None = None) -> str:
    """Give ``1 document`` or ``2 documents``; ``plural`` is for nouns that take no plain s."""
    return f"{number:,} {noun if number == 1 else plural or noun + 's'}"


def listed(words: Iterable[str], joint: str = "and") -> str:
    """Give ``a, b and c``."""
    *first, last = words
    return f"{', '.join(first)} {joint} {last}" if first else last


def quoted(text: str) -> str:
    """Put typographic quotation marks around words."""
    return f"“{text}”"


def sentence(reason: str) -> str:
    """Give a reason a capital letter and a full stop."""
    whole = reason[:1].upper() + reason[1:]
    return whole if whole.endswith((".", "!", "?")) or not whole else f"{whole}."


def day(iso: str) -> str:
    """Give ``2026-11-03`` as ``3 November 2026``, whatever language the machine speaks."""
    year, month, number_ = iso.split("-")
    return f"{int(number_)} {_MONTHS[int(month) - 1]} {year}"


def left_out(count: int) -> str:
    """Say that a sheet is full."""
    rows = counted(count, "more row")
    return f"A sheet holds no more: {rows} left out. The JSON report has them."


def score(value: float | None) -> str:
    """Give a score with one decimal, so that rounding can never hide that a mark was missed."""
    return NO_SCORE if value is None else f"{value:.1f}"


def number(value: float) -> str:
    """Give a figure without needless decimals: ``27``, ``4.5``."""
    return f"{value:g}"


def place(where: Place) -> str:
    """Say where a passage stands: ``page 4, Roles › Training``, or what is known of that."""
    trail = " › ".join(where.heading)
    if where.page is not None:
        return f"page {where.page}, {trail}" if trail else f"page {where.page}"
    # Word shows no number of a paragraph, so one is given only where there is nothing better.
    return trail or f"paragraph {where.block + 1}"


def notice(found: Notice) -> str:
    """Give a notice as a sentence, with its page."""
    where = "" if found.page is None else f"page {found.page}"
    if not where or found.reason.lower().startswith(where):
        return sentence(found.reason)
    return sentence(f"{where}: {found.reason}")


def evidence_note(evidence: Iterable[Evidence], mentions: Iterable[Mention]) -> str:
    """Say what is out of the ordinary about evidence from one place; empty for plain mentions."""
    notes: list[str] = []
    for piece in evidence:
        states = {
            mention.state
            for mention in mentions
            if mention.concept == piece.concept and mention.place == piece.place
        }
        proposed = PROPOSED if states == {State.PROPOSED} else ""
        notes += [STATUSES[piece.status], proposed, HOWS[piece.how]]
    return "; ".join(dict.fromkeys(note for note in notes if note))


def share_line(parts: Iterable[Share], unclear: int) -> str:
    """Give ``essential 8 of 12 met, 2 partly; expected 5 of 9 met``, and what is in neither."""
    said = [
        f"{IMPORTANCES[part.importance].lower()} {part.met} of {part.applicable} met"
        + (f", {part.partly} partly" if part.partly else "")
        for part in parts
    ]
    if unclear:
        said.append(f"{counted(unclear, 'item')} not counted (could not tell)")
    return "; ".join(said)


def points_line(parts: tuple[Share, ...], pack: Pack, value: float) -> str:
    """Show the sum behind a score, with the weights, so that it can be worked out by hand."""
    terms = [(p, number(pack.weights[p.importance])) for p in parts]
    gained = " + ".join(f"{number(p.met + pack.partly * p.partly)}×{w}" for p, w in terms)
    whole = " + ".join(f"{p.applicable}×{w}" for p, w in terms)
    points, out_of = number(sum(p.points for p in parts)), number(sum(p.out_of for p in parts))
    partly = f"; partly met counts {number(pack.partly)}" if any(p.partly for p in parts) else ""
    return (
        f"{gained} = {points} of {whole} = {out_of}{partly}; "
        f"100 × {points} ÷ {out_of} = {score(value)}"
    )


def held_back(document: DocumentResult, pack: Pack) -> str:
    """Say why a document has a lower rating than its score alone would give; else empty."""
    if document.score is None:
        return ""
    reached = [rating for rating in pack.ratings if rating.at_least <= document.score]
    best = max(reached, key=lambda rating: rating.at_least, default=None)
    if best is None or best.name == document.rating or not best.needs_essentials:
        return ""
    return f"Not {quoted(best.name)}, whatever the score, while an essential item is missing."


def document_name(document: DocumentResult) -> str:
    """Give the title of a document, or the name of its file where it has none."""
    return document.title or document.path.rsplit("/", 1)[-1]


def no_gaps(documents: Iterable[DocumentResult]) -> str:
    """Say of documents without a gap whether that means anything; empty for no documents."""
    results = [[item.outcome.counts for item in document.items] for document in documents]
    if not results:
        return ""
    return NO_GAPS if any(map(any, results)) else NONE_CHECKED


def type_name(document: DocumentResult, pack: Pack) -> str:
    """Give the name of a document's type, or its id where the pack does not know it."""
    known = pack.types.get(document.type)
    return known.name if known else document.type


def control_line(document: DocumentResult) -> str:
    """Give what the document says of itself: version, owner, approval and review."""
    control = document.control
    parts = (
        ("version", control.version),
        ("owner", control.owner),
        ("approved", control.approved),
        ("review", control.review),
    )
    return ", ".join(f"{name} {value}" for name, value in parts if value)


def totals_line(totals: Totals) -> str:
    """Give the counts over a whole run as one sentence."""
    parts = [f"{counted(totals.documents, 'document')} read"]
    if totals.mean_score is not None:
        mean = score(totals.mean_score)
        one = totals.scored == 1
        parts.append(
            f"alignment {mean}" if one else f"mean alignment {mean} over {totals.scored} scored"
        )
    if totals.documents > totals.scored:
        parts.append(f"{totals.documents - totals.scored} without a score")
    parts.append(counted(totals.discouraged, "discouraged wording"))
    if totals.unread:
        parts.append(f"{counted(totals.unread, 'file')} could not be read")
    return "; ".join(parts) + "."


def pack_line(pack: Pack) -> str:
    """Name the pack, its version and its fingerprint."""
    return (
        f"{pack.name} ({pack.nation}): pack {pack.id}, version {pack.version}, "
        f"fingerprint {pack.fingerprint}"
    )


def about(report: Report) -> tuple[tuple[str, str], ...]:
    """Give labels and sentences: what was compared with what, when, and what that can show."""
    today = report.settings.today
    lines = (
        ("Compared with", f"{pack_line(report.pack)}."),
        ("Date", day(today) if today else ""),
        ("In all", totals_line(report.totals)),
        ("What it can show", ONLY_WORDS),
        ("Please note", report.pack.notice),
    )
    return tuple((label, said) for label, said in lines if said)
