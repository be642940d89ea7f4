"""What the Word form of a return says to those who fill it in, and what it calls its fields."""

from __future__ import annotations

from typing import TYPE_CHECKING

from policyalign.model.report import Outcome
from policyalign.renderers.wording import OUTCOMES, counted, listed, quoted, score

if TYPE_CHECKING:
    from policyalign.model.returns import Exhibit, Finding, ReturnedDocument

TITLE = "Self-assessment return"
AGENCY = "Agency"
NO_AGENCY = "agency not named"
CHECKLIST = "Checklist"
READ_ON = "Documents read on"
ABOUT_TABLE = "Whose return this is, what it was made with, and when the documents were read."
DOCUMENTS = "Documents read"
STATE, DOCUMENT = "Read or not", "Document"
READ, UNREAD = "Read", "Not read"
DOCUMENTS_TABLE = "The documents on which the automatic findings rest, and what was not read."
NONE_READ = "No document was read."
HOW = "How to fill it in"
STEPS = (
    "Look at each item: the question, what the documents were found to show, and the words on "
    "which that rests best.",
    "Choose a self-rating. You may overrule the finding; where you rate higher, say why in the "
    "comment.",
    "Say what your evidence is: the document and its page, or where else it can be seen.",
    "Where the rating is below the best, put in an action, its owner and a due date such as "
    "31/03/2027.",
    "Where an item does not apply to your agency, choose the rating that says so, and give the "
    "reason.",
    "Leave the last two rows of each item to the partnership. Only the fields can be changed; the "
    "Tab key or a click goes to the next one. Save the file as a Word document (.docx).",
)
RATINGS = "Ratings to choose from"
CLAIMS = "What it can show"
QUESTION = "Question"
FINDING = "What the documents show"
EXHIBIT = "Best evidence found"
NO_WORDS = {
    Outcome.MET: "Nothing can be quoted.",
    Outcome.PARTLY: "Nothing can be quoted.",
    Outcome.NOT_MET: "No words for it were found.",
    Outcome.UNCLEAR: "No words for it were found in what could be read.",
    Outcome.NOT_APPLICABLE: "It was not looked for.",
}
GONE = "This item is no longer in the checklist. What was filled in is kept."

# The words that Word itself puts into an empty control, so that it can put them back.
WRITE = "Click or tap here to enter text."
CHOOSE = "Choose an item."
PICK_DAY = "Click or tap to enter a date."


def item_table(title: str) -> str:
    """Say what the table of an item shows, for those who cannot see it."""
    return f"{title}: the question, what the documents show, and fields for the answers."


def finding(found: Finding) -> str:
    """Say what the documents show: the best outcome, and in how many documents which."""
    said = f"{OUTCOMES[found.outcome].capitalize()}."
    total = sum(found.documents.values())
    if not total:
        return f"{said} {NONE_READ}"
    each = listed(f"{count} {OUTCOMES[outcome]}" for outcome, count in found.documents.items())
    return f"{said} Of {counted(total, 'document')}: {each}."


def exhibit(shown: Exhibit | None, outcome: Outcome) -> str:
    """Quote the best evidence with its place, or say that there is none."""
    if shown is None:
        return NO_WORDS[outcome]
    page = "" if shown.page is None else f"page {shown.page}"
    place = ", ".join(filter(None, (shown.document, page, shown.heading)))
    return f"{quoted(shown.quote)} – {place}"


def checklist(pack: str, version: str) -> str:
    """Name the pack whose checklist it is."""
    return f"{pack}, version {version}"


def document(read: ReturnedDocument) -> str:
    """Give a document's title, its file where that is another, and its alignment."""
    file = "" if read.title == read.path else f" ({read.path})"
    aligned = score(read.score)
    return f"{read.title}{file}: {aligned if read.score is None else f'alignment {aligned}'}"
