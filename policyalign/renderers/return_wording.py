"""What a self-assessment return says to those who fill it in, beside what all reports say."""

from __future__ import annotations

from pathlib import PurePosixPath
from typing import TYPE_CHECKING

from policyalign.model.report import Outcome
from policyalign.model.returns import Rating
from policyalign.renderers.office_wording import ONLY_WORDS
from policyalign.renderers.wording import OUTCOMES, counted, listed, pack_line, quoted

if TYPE_CHECKING:
    from collections.abc import Mapping

    from policyalign.model.pack import Pack
    from policyalign.model.returns import Finding, Return

TITLE = "Self-assessment return"
HINT = "Cells with a dashed green frame are for you to fill in. Start with the steps on this page."
STEPS_HEADING = "How to fill it in"
RATINGS_HEADING = "What the ratings mean"
FINDINGS_HEADING = "What the findings mean"
CLAIMS_HEADING = "What this return does and does not say"
RATINGS = {
    Rating.MET: "You do all of what the question asks, and can show it.",
    Rating.PARTLY: "You do some of it, or not everywhere, or cannot yet show it. Say what is next.",
    Rating.NOT_MET: "You do not do it yet. Say what you will do, who will, and by when.",
    Rating.NOT_APPLICABLE: "The question is not for an agency like yours. Say why.",
}
FINDINGS = {
    Outcome.MET: "All that the question asks for stands in at least one of your documents.",
    Outcome.PARTLY: (
        "Some of it stands there; or only in a proposed change, a heading or a reference; or the "
        "document says “may” where “will” is needed."
    ),
    Outcome.NOT_MET: "It was found in none of the documents that were read.",
    Outcome.UNCLEAR: "It was not found, but a document or part of one could not be read.",
    Outcome.NOT_APPLICABLE: "The question is not for documents of these kinds.",
}
CLAIMS = (
    "The findings were made by a program that reads the wording of documents. It has seen no "
    "practice and judges none. Your rating counts, not the finding: where you know better, give "
    "your own rating and say in the comment why.",
    ONLY_WORDS,
    "Nothing is sent anywhere. You decide who gets this file; it quotes your documents.",
)
NO_EXHIBIT = {
    Outcome.MET: "Nothing was found that speaks against it.",
    Outcome.PARTLY: "No words can be quoted for it.",
    Outcome.NOT_MET: "No words were found that show it.",
    Outcome.UNCLEAR: "No words were found in what could be read.",
    Outcome.NOT_APPLICABLE: "Not looked for in documents of these kinds.",
}
NO_DOCUMENT = "No document could be read."
NEW_ITEM = "New question"
GONE_ITEM = "No longer asked; kept because it was in your return"
GONE_DOCUMENT = "No longer among the documents"
READ = "Read"
WANTS_DATE = "Give a date, such as 31/03/2027."
MOST_DOCUMENTS_TITLE = 200


def title(pack: Pack) -> str:
    """Name the return."""
    return f"{TITLE}: {pack.name}"


def steps(labels: Mapping[Rating, str], items: str, documents: str) -> tuple[str, ...]:
    """Tell how a return is filled in; ``items`` and ``documents`` are the names of sheets."""
    words = listed([quoted(label) for label in labels.values()], "or")
    below = listed([quoted(labels[one]) for one in (Rating.PARTLY, Rating.NOT_MET)], "or")
    return (
        "Put in the framed cells above whose return this is.",
        f"Look at the sheet {quoted(documents)}. If a document is missing there or could not be "
        "read, ask whoever sent you this file to make it again with that document.",
        f"Go to the sheet {quoted(items)}. Each row is one question. Columns marked “From the "
        "documents” are made by the program and locked.",
        "Read the question, the finding and the words quoted. Look them up in your document "
        "before you rely on them.",
        f"Choose your rating from the list in its cell: {words}. Put the evidence you would show "
        "a visitor beside it: document and page, audit, training record.",
        f"For {below} write an action, who sees to it, and a due date. Where your rating is "
        "better than the finding, say in the comment why.",
        f"For {quoted(labels[Rating.NOT_APPLICABLE])} say why the question is not for you. A row "
        f"whose finding is {quoted(outcome_word(Outcome.NOT_APPLICABLE))} may stay empty.",
        "Leave the last two columns empty: they are for the partnership.",
        "You may filter, hide and widen columns, and add sheets and notes. Keep the column "
        "“Reference”: it tells which question a row is. To sort, first choose Review, Unprotect "
        "Sheet (there is no password), and sort all columns together.",
        "Save the file as an Excel workbook (.xlsx) and send it back.",
    )


def compared_with(pack: Pack) -> str:
    """Name the pack of questions and words, so that the return can be made again."""
    return pack_line(pack)


def documents_read(made: Return) -> str:
    """Count the documents that were read and those that were not."""
    read = counted(len(made.documents), "document")
    if not made.unread:
        return f"{read} read"
    return f"{read} read; {counted(len(made.unread), 'file')} could not be read"


def outcome(finding: Finding) -> str:
    """Give the word for a finding."""
    return outcome_word(finding.outcome)


def outcome_word(found: Outcome) -> str:
    """Give the word for an outcome as it stands in a cell."""
    return OUTCOMES[found].capitalize()


def in_documents(finding: Finding) -> str:
    """Say in how many documents an item has which outcome: ``met in 1, missing in 3``."""
    if not finding.documents:
        return NO_DOCUMENT
    return ", ".join(f"{OUTCOMES[one]} in {count}" for one, count in finding.documents.items())


def exhibit(finding: Finding) -> tuple[str, ...]:
    """Give the best evidence: the words, and the document with page and heading; or why none."""
    found = finding.exhibit
    if found is None:
        return (NO_EXHIBIT[finding.outcome],)
    page = "" if found.page is None else f"page {found.page}"
    name = PurePosixPath(found.document).name
    return quoted(found.quote), ", ".join(filter(None, (name, page, found.heading)))


def was(before: Outcome) -> str:
    """Say what a finding was before the documents were read again."""
    return f"Was: {OUTCOMES[before]}"


def wants_rating(labels: Mapping[Rating, str]) -> str:
    """Tell what may stand in the cell of a rating."""
    return f"Choose one of: {', '.join(labels.values())}."[:255]
