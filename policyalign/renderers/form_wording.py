"""What the Word form of a return says beside what the workbook says too."""

from __future__ import annotations

from typing import TYPE_CHECKING

from policyalign.model.returns import Rating
from policyalign.renderers import return_wording
from policyalign.renderers.wording import listed, quoted, score, sentence

if TYPE_CHECKING:
    from collections.abc import Mapping

    from policyalign.model.returns import Finding, ReturnedDocument

AGENCY = "Agency"
COMPARED = "Compared with"
READ_ON = "Documents last read on"
ABOUT_TABLE = "Whose return this is, what it was made with, and when the documents were read."
DOCUMENTS = "Documents"
STATE, DOCUMENT = "Read or not", "Document"
READ, UNREAD = "Read", "Not read"
DOCUMENTS_TABLE = "The documents on which the findings rest, and the files that could not be read."
RATINGS_TABLE = "The ratings to choose from, and what each of them means."
RATING, MEANING = "Rating", "What it means"
QUESTION = "Question"
FINDING = "From the documents"
EXHIBIT = "Best evidence found"
NO_ITEMS = "All items were taken out of the form, and could not be put back. Make a new return."
END = "This is the end of the form. Save it as a Word document (.docx) and send it back."

# The words that Word itself puts into an empty control, so that it can put them back.
WRITE = "Click or tap here to enter text."
CHOOSE = "Choose an item."
PICK_DAY = "Click or tap to enter a date."


def steps(labels: Mapping[Rating, str]) -> tuple[str, ...]:
    """Tell how the form is filled in."""
    below = listed([quoted(labels[one]) for one in (Rating.PARTLY, Rating.NOT_MET)], "or")
    return (
        "Look at the documents listed below. If one is missing or could not be read, ask whoever "
        "sent you this form to make it again with that document.",
        "For each item read the question, what was found in the documents, and the words quoted. "
        "Look them up in your document before you rely on them.",
        "Choose your rating, and put in the evidence you would show a visitor: document and page, "
        "audit, training record. Where your rating is better than the finding, say in the comment "
        "why.",
        f"For {below} put in an action, who sees to it, and a due date such as 31/03/2027.",
        f"For {quoted(labels[Rating.NOT_APPLICABLE])} say why. An item for which the finding is "
        "“does not apply” needs no rating.",
        "Leave the last two rows of each item, which are shaded, to the partnership.",
        "Only the fields can be changed. In Word the Tab key goes from one to the next.",
    )


def item_table(title: str) -> str:
    """Say what the table of an item shows, for those who cannot see it."""
    return f"{title}: the question, what the documents show, and fields for the answers."


def finding(found: Finding, note: str = "") -> str:
    """Say what the documents show: the best outcome, and in how many documents which.

    ``note`` is what is new about it, if anything.
    """
    said = f"{return_wording.outcome(found)}. {sentence(return_wording.in_documents(found))}"
    return f"{said} {sentence(note)}".strip()


def document(read: ReturnedDocument) -> str:
    """Give a document's title, its file where that is another, and its alignment."""
    file = "" if read.title == read.path else f" ({read.path})"
    aligned = score(read.score)
    return f"{read.title}{file}: {aligned if read.score is None else f'alignment {aligned}'}"


def left(where: str, label: str) -> str:
    """Say that words of the program were not made new, because somebody changed them."""
    return f"{quoted(label)} of {quoted(where)} was changed by hand and was left as it is."


def put_back(title: str) -> str:
    """Say that an item that somebody had taken out stands in the form again."""
    return f"{quoted(title)} had been taken out of the return. It was put back, with nothing in it."
