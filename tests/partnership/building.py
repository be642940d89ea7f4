"""Small returns, made by hand, for the tests of what a partnership sees."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date

from policyalign.model.partnership import Partnership
from policyalign.model.report import Outcome
from policyalign.model.returns import (
    LABELS,
    Answer,
    Exhibit,
    Finding,
    Rating,
    Return,
    ReturnedDocument,
    Row,
)
from policyalign.model.submissions import Gathered, Ruling, Source, Submission
from policyalign.partnership import roll_up

TODAY = date(2026, 11, 23)
DAY = date(2026, 11, 3)
MET, PARTLY, NOT_MET = Rating.MET, Rating.PARTLY, Rating.NOT_MET
EXHIBIT = Exhibit(document="policy.docx", quote="We will do it.", heading="2 Practice", page=4)
SCALING = ("sos", "scaling")
NETWORK = ("sos", "network")


def row(
    item: str,
    rating: Rating | None = None,
    found: Outcome = Outcome.MET,
    *,
    area: str = "Analysis",
    question: str = "",
    exhibit: Exhibit | None = None,
    **answer: object,
) -> Row:
    return Row(
        item=item,
        area=area,
        title=item.capitalize(),
        question=question or f"Does it have {item}?",
        finding=Finding(outcome=found, exhibit=exhibit),
        answer=Answer(rating=rating, **answer),  # type: ignore[arg-type]
    )


def held(
    agency: str,
    *rows: Row,
    made: date = DAY,
    version: str = "1",
    pack: str = "sos",
    scores: tuple[float | None, ...] = (60.0,),
    labels: Mapping[Rating, str] = LABELS,
    unread: tuple[str, ...] = (),
) -> Return:
    documents = tuple(
        ReturnedDocument(path=f"{n}.docx", title=f"Policy {n}", sha256="", type="policy", score=s)
        for n, s in enumerate(scores)
    )
    return Return(
        agency=agency,
        pack=pack,
        pack_version=version,
        made=made,
        documents=documents,
        unread=unread,
        rows=rows,
        labels=labels,
    )


def sent(made: Return, path: str = "", source: Source = Source.RETURN) -> Submission:
    """A file that holds a return; by default it is named after the agency."""
    return Submission(path=path or f"{made.agency.lower()}.xlsx", source=source, held=made)


def reported(made: Return, path: str = "") -> Submission:
    return sent(made, path or f"{made.agency.lower()}.json", Source.REPORT)


def ruled(
    agency: str, rating: Rating | None, comment: str = "", path: str = "moderated.xlsx"
) -> Ruling:
    return Ruling(path=path, agency=agency, key=SCALING, rating=rating, comment=comment)


def view(*submissions: Submission, rulings: tuple[Ruling, ...] = (), **more: object) -> Partnership:
    gathered = Gathered(submissions=submissions, rulings=rulings)
    return roll_up(gathered, today=TODAY, **more)  # type: ignore[arg-type]
