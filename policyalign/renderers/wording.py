"""The words in which every report for people speaks: outcomes, places, clauses, figures.

Sentences hold typographic quotes and dashes; a renderer whose output cannot carry them replaces
them itself. Nothing here may claim more than wording and coverage.
"""

from __future__ import annotations

from collections import Counter
from enum import StrEnum
from typing import TYPE_CHECKING

from policyalign.model.document import Kind, State
from policyalign.model.pack import Importance
from policyalign.model.report import How, Outcome, Status

if TYPE_CHECKING:
    from collections.abc import Iterable

    from policyalign.model.document import Notice, Place
    from policyalign.model.pack import Pack
    from policyalign.model.report import DocumentResult, Evidence, Finding, Mention, Totals
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
    Status.CITED: "only a title, a reference, quoted words or what others do",
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
# Body text needs no word; what stands elsewhere on the page does.
KINDS = {
    Kind.TEXT_BOX: "text box",
    Kind.FOOTNOTE: "footnote",
    Kind.HEADER: "page header",
    Kind.FOOTER: "page footer",
    Kind.CONTENTS: "contents",
    Kind.REFERENCE: "reference",
    Kind.FORM_FIELD: "form field",
}
PLANNED = "only planned or hoped for, and not done yet"
PROPOSED = "only in a proposed tracked change"
COMMITS = "“will”, “must”, “we use” or an instruction; “may” or “aims to” is not one"
NO_SCORE = "no score"
NOT_READ = "could not be read"
NOTHING_MISSING = "No item that could be checked is missing."
NONE_CHECKED = "No item could be checked."
TOO_LITTLE_READ = (
    "Too many items could not be told, because part of the file was not read: what was read must "
    "not pass for the whole."
)
_MONTHS = (
    "January February March April May June July August September October November December"
).split()
LEGEND = (
    "Gaps: essential items that are missing or only partly met. "
    "Reword: discouraged wording. Notices: what to know about the file."
)


class Label(StrEnum):
    """The names of the rows and columns of reports that are lists and tables."""

    DOCUMENT = "Document"
    FILE = "File"
    TITLE = "Title"
    TYPE = "Type"
    AGENCY = "Agency"
    CONTROL = "Says of itself"
    ALIGNMENT = "Alignment"
    ESSENTIALS = "Essential items missing or partly met"
    DISCOURAGED = "Discouraged wording"
    NOTICES = "Notices"
    AREA = "Area"
    ITEM = "Item"
    ITEM_TITLE = "Item title"
    IMPORTANCE = "Importance"
    OUTCOME = "Outcome"
    MISSING = "What is missing"
    NEAREST = "Nearest words"
    PLACE = "Place"
    SUGGESTED = "You could write"
    FOUND = "Found"
    WHY = "Why"
    BETTER = "Better"
    UNREAD = "Not read"
    TOTALS = "In all"
    STATUS = "Status"
    OWNER = "Owner"
    DUE = "Due date"
    COMMENT = "Comment"
    GAPS = "Gaps"
    REWORD = "Reword"
    LENGTH = "Length"
    ITEMS = "Items"
    POINTS = "Points"
    RATING = "Rating"
    MEANING = "That means"
    MOST_MISSING = "Most often missing"


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


def day(iso: str) -> str:
    """Give ``2026-11-03`` as ``3 November 2026``, whatever language the machine speaks."""
    year, month, number = iso.split("-")
    return f"{int(number)} {_MONTHS[int(month) - 1]} {year}"


def dated(today: str) -> str:
    """Say by which day review dates were judged; ``today`` is as in ``2026-11-03``."""
    return f"Review dates were compared with {day(today)}."


def sentence(reason: str) -> str:
    """Give a reason a capital letter and a full stop."""
    whole = reason[:1].upper() + reason[1:]
    return whole if whole.endswith((".", "!", "?")) or not whole else f"{whole}."


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


def excused(found: Finding) -> str:
    """Say why discouraged wording may stand where it does; empty where it may not."""
    return f"may stand: {found.excuse}" if found.excused else ""


def faults_line(document: DocumentResult, *, with_excused: bool) -> str:
    """Count the places to reword and, where those are listed too, the places that may stand."""
    said = counted(len(document.faults), "place")
    may_stand = len(document.discouraged) - len(document.faults)
    return f"{said}, and {may_stand} that may stand" if with_excused and may_stand else said


def discouraged(found: Finding) -> str:
    """Say of a place that its wording is discouraged, and what is better or why it may stand."""
    if found.excused:
        return f"discouraged wording, {excused(found)}"
    return f"discouraged wording; better: {found.prefer}"


def mention_note(status: Status, how: How, *, proposed: bool, planned: bool) -> str:
    """Say what is out of the ordinary about words that name a concept; empty for a plain mention.

    Every report says it with these words, so that two of them cannot tell it differently.
    """
    said = PLANNED if planned else STATUSES[status]
    return "; ".join(filter(None, (said, PROPOSED if proposed else "", HOWS[how])))


def evidence_note(
    evidence: Iterable[Evidence], mentions: Iterable[Mention], pack: Pack | None = None
) -> str:
    """Say what is out of the ordinary about evidence from one place; empty for plain mentions.

    With ``pack``, what is true of some of its concepts only is said with their terms.
    """
    notes = []
    for piece in evidence:
        same = [m for m in mentions if m.concept == piece.concept and m.place == piece.place]
        note = mention_note(
            piece.status,
            piece.how,
            proposed={mention.state for mention in same} == {State.PROPOSED},
            planned=any(m.planned for m in same if m.status is piece.status),
        )
        notes.append((quoted(pack.concepts[piece.concept].term) if pack else "", note))
    return by_term(notes)


def by_term(notes: Iterable[tuple[str, str]]) -> str:
    """Join the notes on several terms: one that holds of all once, others with their terms."""
    terms: dict[str, list[str]] = {}
    for term, note in notes:
        terms.setdefault(note, []).append(term)
    if len(terms) == 1:
        return next(iter(terms))
    return "; ".join(
        f"{listed(dict.fromkeys(of))}: {note}" if all(of) else note
        for note, of in terms.items()
        if note
    )


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


def figure(value: int | None) -> str:
    """Give a count for a table, or a dash where nothing could be counted."""
    return "–" if value is None else str(value)


def rating_meaning(document: DocumentResult, pack: Pack) -> str:
    """Say what the pack means by a document's rating, or why the document has no score."""
    if document.score is None:
        counted_items = any(item.outcome.counts for item in document.items)
        return TOO_LITTLE_READ if counted_items else NONE_CHECKED
    return next((r.meaning for r in pack.ratings if r.name == document.rating), "")


def held_back(document: DocumentResult, pack: Pack) -> str:
    """Say why a document has a lower rating than its score alone would give; else empty."""
    if document.score is None:
        return ""
    reached = [rating for rating in pack.ratings if rating.at_least <= document.score]
    best = max(reached, key=lambda rating: rating.at_least, default=None)
    if best is None or best.name == document.rating or not best.needs_essentials:
        return ""
    return f"Not {quoted(best.name)}, whatever the score, while an essential item is missing."


def checked_line(documents: int, pack: Pack) -> str:
    """Say how much was checked against what; every report for people begins so."""
    return f"{counted(documents, 'document')} checked against {pack.name}"


def pack_line(pack: Pack) -> str:
    """Name the pack, so that a run can be repeated."""
    return (
        f"{pack.name} ({pack.nation}): pack {pack.id}, version {pack.version}, "
        f"fingerprint {pack.fingerprint}."
    )


def alignment(document: DocumentResult) -> str:
    """Give the score with its word: ``34.6 Partly aligned``."""
    return " ".join(part for part in (score(document.score), document.rating) if part)


def items_line(importance: Importance, outcomes: Iterable[Outcome]) -> str:
    """Count items of one importance by their outcome: ``Essential items: 2 missing``."""
    counts = Counter(outcomes)
    said = ", ".join(f"{count} {OUTCOMES[outcome]}" for outcome, count in counts.items())
    return f"{IMPORTANCES[importance]} items: {said}"


def found_at(quote: str, where: str, note: str = "") -> str:
    """Give words with their place, and what is out of the ordinary about them."""
    return f"{quoted(quote)} ({where}{f' – {note}' if note else ''})"


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
    if totals.decided:
        which = "alignment" if totals.scored == 1 else "mean alignment"
        after = f"{which} with these {score(totals.decided_mean_score)}"
        parts.append(f"{counted(totals.decided, 'outcome')} decided by people, {after}")
    if totals.excluded:
        parts.append(f"{counted(totals.excluded, 'file')} excluded")
    if totals.unread:
        parts.append(f"{counted(totals.unread, 'file')} could not be read")
    return "; ".join(parts) + "."
