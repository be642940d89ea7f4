"""The words in which an outcome is explained: clauses, places, and what decided in a place."""

from __future__ import annotations

from typing import TYPE_CHECKING

from policyalign.model.clauses import (
    AtLeast,
    BodyText,
    ByWhen,
    Commitment,
    InSentence,
    NoDiscouraged,
    OwnPractice,
    SameSection,
)
from policyalign.model.document import Kind
from policyalign.model.explanation import Obstacle
from policyalign.model.report import How
from policyalign.renderers.wording import (
    COMMITS,
    HOWS,
    counted,
    listed,
    number,
    place,
    quoted,
)

if TYPE_CHECKING:
    from policyalign.model.clauses import Clause
    from policyalign.model.document import Place
    from policyalign.model.explanation import Committing, NearMiss
    from policyalign.model.pack import Pack

_LONGEST_FORM = 48
KINDS = {
    Kind.HEADING: "heading",
    Kind.TABLE_CELL: "table",
    Kind.TEXT_BOX: "text box",
    Kind.FOOTNOTE: "footnote",
    Kind.HEADER: "page header",
    Kind.FOOTER: "page footer",
    Kind.CONTENTS: "contents line",
    Kind.REFERENCE: "reference",
    Kind.FORM_FIELD: "form field",
}
_ALIKE = {How.EXACT: "exact", How.INFLECTED: "inflected"}
# Marks of a form that mean nothing to most people.
_FORM_MARKS = frozenset("()|*~<>#")


def clause(asked: Clause, pack: Pack) -> str:  # noqa: PLR0911  one for each sort of clause
    """Say what a clause asks for."""
    match asked:
        case AtLeast():
            return _at_least(asked, pack)
        case SameSection():
            return "What the clauses above ask for stands in the same section."
        case Commitment():
            return f"One of the mentions is a commitment: {COMMITS}."
        case BodyText():
            return "One of the mentions stands in the text, not only in contents or references."
        case InSentence():
            return "One of the mentions says more than a name in a table or a list."
        case ByWhen():
            return "One of the mentions stands in a sentence that says by when."
        case OwnPractice():
            return "It is the agency's own practice, and not only that of others or of some."
        case NoDiscouraged():
            beyond = f" beyond 1 in {asked.once_in:,} words" if asked.once_in else ""
            return f"There is no discouraged wording ({listed(asked.kinds, 'or')}){beyond}."


def _at_least(asked: AtLeast, pack: Pack) -> str:
    names = [quoted(pack.concepts[concept].term) for concept in asked.concepts]
    if len(names) == 1:
        return f"{names[0]} is mentioned."
    if asked.count == len(names):
        return f"All of these are mentioned: {listed(names)}."
    few = "One of these is" if asked.count == 1 else f"At least {asked.count} of these are"
    return f"{few} mentioned: {listed(names, 'or')}."


def where(found: Place, kind: Kind) -> str:
    """Say where words stand: ``page 4, Roles › Training (table)``."""
    return f"{place(found)} ({KINDS[kind]})" if kind in KINDS else place(found)


def how(found: How, similarity: float) -> str:
    """Say how words were found: ``exact``, or ``spelling differs, likeness 92.3 of 100``."""
    plain = HOWS[found] or _ALIKE[found]
    return plain if similarity >= 100 else f"{plain}, likeness {number(similarity)} of 100"


def commits(found: Committing) -> str:
    """Say by which words a sentence commits, or which words keep it from that."""
    if found.binding:
        by = listed(map(quoted, found.binding))
        if found.following:
            return f"the next sentence commits by {by}: {quoted(found.following)}"
        return f"commits by {by}"
    kept = []
    if found.withheld:
        kept.append(f"{listed(map(quoted, found.withheld))} would commit")
    if found.soft:
        back = "that back" if found.withheld else "a commitment back"
        kept.append(f"{listed(map(quoted, found.soft))} takes {back}")
    if found.others:
        kept.append(f"{listed(map(quoted, found.others))} does not commit you")
    return ", but ".join(kept)


def because(near: NearMiss, pack: Pack, *, full: bool = False) -> str:
    """Say what decided in this place, or nothing where the reason alone says it all."""
    words = quoted(" ".join(near.because.split())) if near.because else ""
    match near.obstacle:
        case Obstacle.NO_COMMITMENT:
            return commits(near.committing) if near.committing else ""
        case Obstacle.NO_FRAMEWORK:
            return f"the nearest: {words}, {_apart(near)}" if words else "none in this document"
        case Obstacle.LONGER_NAME:
            term = quoted(pack.concepts[near.other].term) if near.other else "another concept"
            return f"part of {words}, which is {term}" if words else f"part of {term}"
        case Obstacle.FALSE_FRIEND:
            return f"part of {words}" if words else ""
        case Obstacle.TOO_UNLIKE | Obstacle.TOO_FAR_APART | Obstacle.MISSPELT | Obstacle.CAPITALS:
            return _compared(near, full=full)
    return f"shown by {words}" if words else ""


def _compared(near: NearMiss, *, full: bool) -> str:
    """Say what the pack has instead; a form with marks only to those who want to see all."""
    form = near.form.removeprefix("=")
    short = form if len(form) <= _LONGEST_FORM else f"{form[:_LONGEST_FORM].rstrip()} …"
    known = "" if _FORM_MARKS & set(form) and not full else f"the pack has {quoted(short)}"
    if near.obstacle is not Obstacle.TOO_UNLIKE or near.threshold is None:
        return known
    return "; ".join(filter(None, (known, f"a likeness of {number(near.threshold)} is needed")))


def _apart(near: NearMiss) -> str:
    distance = near.apart or 0
    side = "further on" if distance > 0 else "before"
    return f"{counted(abs(distance), 'paragraph')} {side}"
