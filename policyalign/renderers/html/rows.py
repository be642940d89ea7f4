"""A document as it stands in the tables over all documents: little enough to keep of thousands."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from policyalign.renderers.arithmetic import essentials_open
from policyalign.renderers.decision_wording import after
from policyalign.renderers.gaps import shown_title, type_name

if TYPE_CHECKING:
    from policyalign.model.pack import Pack
    from policyalign.model.report import DocumentResult


@dataclass(frozen=True, slots=True, kw_only=True)
class DocumentRow:
    """What the tables say of one document, whose section on the page has the address ``id``.

    ``decided`` is its alignment after what people decided, in words, if they did. ``essentials``,
    ``faults`` and ``notices`` are how many it has.
    """

    id: str
    number: int
    name: str
    path: str
    type: str
    kind: str
    agency: str | None
    score: float | None
    rating: str | None
    decided: str
    essentials: int | None
    faults: int
    notices: int

    @classmethod
    def of(cls, document: DocumentResult, pack: Pack, number: int) -> DocumentRow:
        """Take from a document what the tables say."""
        return cls(
            id=address(number),
            number=number,
            name=shown_title(document),
            path=document.path,
            type=document.type,
            kind=type_name(document, pack),
            agency=document.agency,
            score=document.score,
            rating=document.rating,
            decided=after(document) if document.decided else "",
            essentials=essentials_open(document, pack),
            faults=len(document.faults),
            notices=len(document.notices),
        )


def address(number: int) -> str:
    """Give the address of a document's section, with which all addresses in it begin."""
    return f"d{number}"
