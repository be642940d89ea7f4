"""Made-up returns of made-up agencies: some good, some late, some contradicting themselves."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from datetime import date, timedelta
from random import Random
from typing import TypeVar

from policyalign.model.pack import Pack
from policyalign.model.report import Outcome
from policyalign.model.returns import (
    Answer,
    Exhibit,
    Finding,
    Rating,
    Return,
    ReturnedDocument,
    Row,
)
from policyalign.model.submissions import Source, Submission

_T = TypeVar("_T")
TODAY = date(2026, 11, 23)
_PLACES = (
    "Ashbourne Bellfield Coldwick Dunstrake Ellowmere Fenwick Garford Harrowby Ilkcombe Jarrow "
    "Kestrel Lowmarsh Millbeck Northwold Ostley Pellworth Quarrington Reedhill Sandrick Tillbrook"
).split()
_KINDS = ("Council", "Primary School", "Health Trust", "Housing", "Youth Club", "Nursery")
_OWNERS = ("Head of safeguarding", "Named nurse", "Policy lead", "Head teacher", "")
_ACTIONS = (
    "Rewrite the supervision policy",
    "Add the four questions to the referral form",
    "Brief governors on the new wording",
    "Agree a danger statement template",
    "Ask families what they would call it",
)


def name_of(number: int) -> str:
    """Give the name of an agency; no two numbers below 120 have the same."""
    return f"{_PLACES[number % len(_PLACES)]} {_KINDS[(number + number // 20) % len(_KINDS)]}"


def made_up(pack: Pack, agencies: int = 40, documents: int = 10) -> Iterator[Submission]:
    """Give returns of agencies: every fifth with two earlier ones, one unfinished, one twice."""
    for number in range(agencies):
        chance = Random(number)
        held = _return(pack, number, chance, documents)
        file = name_of(number).lower().replace(" ", "-")
        if number == 3:
            held = replace(held, rows=tuple(_unfinished(held.rows)))
        if number == 5:
            yield Submission(path=f"{file}-again.xlsx", source=Source.RETURN, held=_changed(held))
        yield Submission(path=f"{file}.xlsx", source=Source.RETURN, held=held)
        for year in range(1, 3) if number % 5 == 0 else ():
            earlier = _return(pack, number, chance, documents, year)
            yield Submission(path=f"{2026 - year}/{file}.xlsx", source=Source.RETURN, held=earlier)


def _return(pack: Pack, number: int, chance: Random, documents: int, ago: int = 0) -> Return:
    skill = 0.2 + 0.6 * (number % 7) / 6 - 0.12 * ago
    return Return(
        agency=name_of(number),
        pack=pack.id,
        pack_version=pack.version,
        made=TODAY - timedelta(days=10 + number + 365 * ago),
        documents=tuple(
            ReturnedDocument(
                path=f"policy-{count}.docx",
                title=f"Policy {count}",
                sha256=f"{number:032x}{count:032x}",
                type="policy",
                score=round(100 * min(max(chance.gauss(skill, 0.1), 0), 1), 1),
            )
            for count in range(1, documents + 1)
        ),
        unread=("scan.pdf: has no text: its pages are pictures",) if number % 9 == 0 else (),
        rows=tuple(_rows(pack, chance, skill)),
    )


def _rows(pack: Pack, chance: Random, skill: float) -> Iterator[Row]:
    for place, item in enumerate(pack.checklist.values()):
        hardness = (place * 7 % 11) / 22
        found = chance.gauss(skill - hardness + 0.25, 0.25)
        outcome = _step(found, (Outcome.NOT_MET, Outcome.PARTLY, Outcome.MET))
        hope = 0.6 if chance.random() < 0.08 else 0.2
        rating = _step(found + hope, (Rating.NOT_MET, Rating.PARTLY, Rating.MET))
        quote = f"Staff will follow this for {item.title.lower()}."
        exhibit = Exhibit(document="policy-1.docx", quote=quote, heading="2 Practice", page=4)
        yield Row(
            item=item.id,
            area=item.area,
            title=item.title,
            question=item.question,
            finding=Finding(
                outcome=outcome, exhibit=None if outcome is Outcome.NOT_MET else exhibit
            ),
            answer=_answer(rating, chance),
        )


def _step(value: float, steps: tuple[_T, _T, _T]) -> _T:
    return steps[(value > 0.3) + (value > 0.55)]


def _answer(rating: Rating, chance: Random) -> Answer:
    if rating is Rating.MET or chance.random() < 0.5:
        return Answer(rating=rating, evidence="See the policy")
    return Answer(
        rating=rating,
        action=chance.choice(_ACTIONS),
        owner=chance.choice(_OWNERS),
        due=TODAY + timedelta(days=chance.randrange(-60, 300)) if chance.random() < 0.9 else None,
    )


def _unfinished(rows: tuple[Row, ...]) -> Iterator[Row]:
    for place, row in enumerate(rows):
        yield replace(row, answer=Answer()) if place % 3 == 0 else row


def _changed(held: Return) -> Return:
    """Give a second return of the same round that says other things of two items."""
    rows = list(held.rows)
    for place in (2, 7):
        other = Rating.MET if rows[place].answer.rating is Rating.NOT_MET else Rating.NOT_MET
        rows[place] = replace(rows[place], answer=replace(rows[place].answer, rating=other))
    return replace(held, rows=tuple(rows), made=held.made - timedelta(days=12))
