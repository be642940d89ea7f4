"""What is unfinished or odd in a return that came back, all of it at once."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from datetime import date
from itertools import chain
from typing import NamedTuple

from policyalign.model.document import Document
from policyalign.model.pack import Pack
from policyalign.model.report import Outcome
from policyalign.model.returns import Rating, Row
from policyalign.renderers.return_layout import START
from policyalign.renderers.wording import counted, day
from policyalign.returns.answered import Answered, Spot
from policyalign.returns.problems import Problem, Severity
from policyalign.review.quotes import find_quote, quoted_words

_BELOW_MET = (Rating.PARTLY, Rating.NOT_MET)
# A quotation of fewer words may be a title or a term, and stands anywhere.
_LEAST_WORDS = 3
_ORDER = {"": 0, START: 1}
_QUOTED = re.compile(r"“([^“”]+)”|\"([^\"]+)\"|„([^„“”]+)[“”]")
_LEFT_OUT = re.compile(r"…|\.{3,}|\[…\]")


class _Remark(NamedTuple):
    severity: Severity
    key: str
    sentence: str


def check(
    filled: Answered,
    *,
    today: date,
    pack: Pack | None = None,
    documents: Sequence[Document] | None = None,
) -> tuple[Problem, ...]:
    """Give all problems of a return, those met while it was read among them, by sheet and row.

    Due dates are compared with ``today``. With ``pack`` it is told whether the return was made with
    that pack as it is now. With ``documents`` words in quotation marks are looked for in these.
    """
    found = [*filled.problems, *_about_the_whole(filled, pack)]
    rows = [row for row in filled.made.rows if row.item not in filled.record.gone]
    started = any(row.answer.rating for row in rows)
    for row in filter(lambda row: filled.holds(row.item), rows):
        remarks = chain(
            _remarks(row, filled, today, started=started), _not_found(row, documents or ())
        )
        found += [
            _problem(filled.spot(row.item, remark.key), remark.severity, remark.sentence)
            for remark in remarks
        ]
    if not started:
        found += _not_begun(filled, [row for row in rows if _is_asked(row)])
    return tuple(sorted(found, key=lambda one: (_ORDER.get(one.sheet, len(_ORDER)), one.row)))


def _not_begun(filled: Answered, asked: Sequence[Row]) -> Iterator[Problem]:
    """Say once, and not in every row, that nothing is rated."""
    if asked:
        said = f"No question has a rating yet: {counted(len(asked), 'question')} to rate."
        spots = (filled.spot(row.item, "rating") for row in asked if filled.holds(row.item))
        first = min(spots, key=lambda spot: spot.row, default=filled.agency_spot)
        yield _problem(first, Severity.UNFINISHED, said)


def _problem(spot: Spot, severity: Severity, sentence: str) -> Problem:
    return Problem(
        sentence=sentence, severity=severity, sheet=spot.sheet, cell=spot.cell, row=spot.row
    )


def _about_the_whole(filled: Answered, pack: Pack | None) -> Iterator[Problem]:
    made = filled.made
    if not made.agency:
        spot = filled.agency_spot
        yield _problem(spot, Severity.UNFINISHED, "The agency has no name.")
    if pack is None:
        return
    if pack.id != made.pack:
        yield Problem(
            severity=Severity.ODD,
            sentence=f"The return was made with the pack {made.pack}, not with {pack.id}. "
            "Name its pack with --pack.",
        )
    elif pack.fingerprint != filled.record.fingerprint:
        now = "" if pack.version == made.pack_version else f" It is version {pack.version} now."
        yield Problem(
            severity=Severity.ODD,
            sentence=f"The return was made with version {made.pack_version} of the pack "
            f"{made.pack}, which has changed since.{now} Refresh the return.",
        )


def _remarks(row: Row, filled: Answered, today: date, *, started: bool) -> Iterator[_Remark]:
    if row.answer.rating is not None:
        yield from _about_rating(row, row.answer.rating, filled)
    elif started and _is_asked(row) and not filled.typed(row.item, "rating"):
        yield _Remark(Severity.UNFINISHED, "rating", f"No rating for “{row.title}”.")
    yield from _about_action(row, filled, today)


def _is_asked(row: Row) -> bool:
    """Tell whether the question is for documents of these kinds; of others none has to be rated."""
    return row.finding.outcome is not Outcome.NOT_APPLICABLE


def _about_rating(row: Row, rating: Rating, filled: Answered) -> Iterator[_Remark]:
    answer, label = row.answer, filled.made.labels[rating]
    if rating is Rating.MET and row.finding.outcome is Outcome.NOT_MET and not answer.comment:
        yield _Remark(
            Severity.ODD,
            "comment",
            f"“{row.title}” is rated “{label}”, but nothing of it was found in the documents. Say "
            "in the comment what you go by.",
        )
    if rating in _BELOW_MET and not answer.action:
        yield _Remark(
            Severity.UNFINISHED,
            "action",
            f"“{row.title}” is rated “{label}”, but there is no action.",
        )
    if rating is Rating.NOT_APPLICABLE and _is_asked(row) and not answer.reason:
        yield _Remark(
            Severity.UNFINISHED,
            "reason",
            f"“{row.title}” is rated “{label}”. Say why it does not apply.",
        )


def _about_action(row: Row, filled: Answered, today: date) -> Iterator[_Remark]:
    answer = row.answer
    if answer.action and not answer.owner:
        yield _Remark(Severity.UNFINISHED, "owner", f"The action for “{row.title}” has no owner.")
    if answer.action and answer.due is None and not filled.typed(row.item, "due"):
        yield _Remark(Severity.UNFINISHED, "due", f"The action for “{row.title}” has no due date.")
    if answer.due is not None and answer.due < today:
        yield _Remark(
            Severity.ODD, "due", f"The due date {day(answer.due.isoformat())} has passed."
        )


def _not_found(row: Row, documents: Sequence[Document]) -> Iterator[_Remark]:
    """Name the words in quotation marks that stand in none of the documents."""
    if not documents:
        return
    for match in _QUOTED.finditer(row.answer.evidence):
        quote = next(filter(None, match.groups()))
        parts = [part for part in _LEFT_OUT.split(quote) if quoted_words(part)]
        if len(quoted_words(quote)) >= _LEAST_WORDS and not any(
            all(any(find_quote(document, part)) for part in parts) for document in documents
        ):
            yield _Remark(
                Severity.ODD,
                "evidence",
                f"“{' '.join(quote.split())}” was not found in "
                f"{counted(len(documents), 'document')}. Check the words, and which document they "
                "are from.",
            )
