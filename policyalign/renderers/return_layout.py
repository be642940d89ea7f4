"""The return as a workbook: its sheets and columns, for those who write it and who read it back."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum
from typing import TYPE_CHECKING

from policyalign.renderers import return_wording
from policyalign.renderers.plain import plain

if TYPE_CHECKING:
    from collections.abc import Mapping
    from datetime import date

    from policyalign.model.returns import Answer, Rating, ReturnedDocument, Row

SCHEMA = "policyalign-return/1"
START = "Start here"
ITEMS = "Self-assessment"
DOCUMENTS = "Documents"
# What is needed to read a return back, hidden from those who fill it in.
DATA = "Return data"

AGENCY = "Agency"
COMPARED = "Compared with"
LAST_READ = "Documents last read on"
READ = "Documents"
RATED = "Questions rated"
# Rules reach this much further than the questions of today: a later pack may have more.
SPARE_ROWS = 300


class Whose(StrEnum):
    """Who fills in a column; the words stand above it."""

    PROGRAM = "From the documents"
    AGENCY = "You fill in"
    PARTNERSHIP = "For the partnership"


@dataclass(frozen=True, slots=True)
class Column:
    """A column; the ``key`` of one to fill in is the field of the answer. Width is in letters."""

    key: str
    heading: str
    width: int
    whose: Whose = Whose.PROGRAM


COLUMNS = (
    Column("item", "Reference", 14),
    Column("title", "Item", 19),
    Column("area", "Area", 16),
    Column("question", "Question", 32),
    Column("outcome", "Finding", 13),
    Column("documents", "In how many documents", 13),
    Column("change", "Changed", 10),
    Column("exhibit", "Best evidence found", 42),
    Column("rating", "Your rating", 13, Whose.AGENCY),
    Column("evidence", "Your evidence", 26, Whose.AGENCY),
    Column("comment", "Comment", 23, Whose.AGENCY),
    Column("action", "Action", 24, Whose.AGENCY),
    Column("owner", "Owner", 13, Whose.AGENCY),
    Column("due", "Due date", 11, Whose.AGENCY),
    Column("reason", "Why it does not apply", 17, Whose.AGENCY),
    Column("moderated", "Moderated rating", 13, Whose.PARTNERSHIP),
    Column("moderation", "Moderation comment", 20, Whose.PARTNERSHIP),
)
RATING_KEYS = frozenset({"rating", "moderated"})
HEADING_OF = {column.key: column.heading for column in COLUMNS}
DOCUMENT_COLUMNS = (
    Column("path", "Document", 48),
    Column("title", "Title", 48),
    Column("type", "Type", 34),
    Column("score", "Alignment (0 to 100)", 15),
    Column("state", "Read or not", 60),
)


def item_cells(row: Row, change: str = "") -> dict[str, str]:
    """Give what the program puts into the row of an item, by column."""
    parts = {
        "item": (row.item,),
        "area": (row.area,),
        "title": (row.title,),
        "question": (row.question,),
        "outcome": (return_wording.outcome(row.finding),),
        "documents": (return_wording.in_documents(row.finding),),
        "change": (change,),
        "exhibit": return_wording.exhibit(row.finding),
    }
    return {key: _lines(*said) for key, said in parts.items()}


def answer_cells(answer: Answer, labels: Mapping[Rating, str]) -> dict[str, str | date]:
    """Give what people said of an item, by column; what they did not say is left out."""
    said: dict[str, str | date | None] = {
        "rating": answer.rating and labels[answer.rating],
        "evidence": answer.evidence,
        "comment": answer.comment,
        "action": answer.action,
        "owner": answer.owner,
        "due": answer.due,
        "reason": answer.reason,
        "moderated": answer.moderated and labels[answer.moderated],
        "moderation": answer.moderation,
    }
    return {
        key: "\n".join(map(plain, value.splitlines())) if isinstance(value, str) else value
        for key, value in said.items()
        if value
    }


def document_cells(document: ReturnedDocument, type_name: str) -> dict[str, str]:
    """Give what stands in the row of a document that was read, by column."""
    score = "" if document.score is None else f"{document.score:.1f}"
    return {
        "path": plain(document.path),
        "title": plain(document.title)[: return_wording.MOST_DOCUMENTS_TITLE],
        "type": plain(type_name),
        "score": score or "no score",
        "state": return_wording.READ,
    }


def unread_cells(unread: str) -> dict[str, str]:
    """Give what stands in the row of a file that could not be read: its name and the reason."""
    path, _, reason = unread.partition(": ")
    return {"path": plain(path), "title": "", "type": "", "score": "", "state": _not_read(reason)}


def _not_read(reason: str) -> str:
    return f"Not read: {plain(reason)}"


def _lines(*parts: str) -> str:
    return "\n".join(filter(None, map(plain, parts)))
