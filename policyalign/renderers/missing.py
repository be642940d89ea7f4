"""What an item asks for and a document does not say, in plain words."""

from __future__ import annotations

from typing import TYPE_CHECKING

from policyalign.model.clauses import (
    AtLeast,
    BodyText,
    ByWhen,
    Clause,
    Commitment,
    InSentence,
    NoDiscouraged,
    OwnPractice,
    SameSection,
)
from policyalign.model.document import State
from policyalign.model.report import Status
from policyalign.renderers.wording import COMMITS, listed, quoted

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable

    from policyalign.model.pack import ChecklistItem, Pack
    from policyalign.model.report import ClauseResult, DocumentResult

_SAME_SECTION = "What it asks for has to stand in one section; here it is spread over several."
_ONLY_PROPOSED = "What was found stands only in proposed changes, which are not in force."
_COMMITMENT = f"It has to be a commitment: {COMMITS}, and weakens one in the same sentence."
_WEAK = "only in headings, contents, references or proposed changes"


def failed_clauses(
    item: ChecklistItem,
    clauses: Iterable[ClauseResult],
    document: DocumentResult,
    pack: Pack,
    *,
    pointer: str = "; see below",
) -> tuple[str, ...]:
    """Say in plain words which clauses of an item did not hold.

    ``pointer`` says where the report lists discouraged wording, and is empty where it does not.
    """
    if _is_only_proposed(item, document):
        return (_ONLY_PROPOSED,)
    by_text = {str(clause): clause for clause in item.expected}
    failed = [result.text for result in clauses if not result.held]
    beside_the_point = _beside_the_point([by_text.get(text) for text in failed], item, document)
    return tuple(
        _failed(by_text[text], document, pack, pointer) if text in by_text else text
        for text in failed
        if not isinstance(by_text.get(text), beside_the_point)
        and not _is_wider(by_text.get(text), [by_text.get(other) for other in failed])
    )


def _is_wider(clause: Clause | None, failed: Iterable[Clause | None]) -> bool:
    """Tell whether another clause that failed asks for less of the same: that says enough."""
    return isinstance(clause, AtLeast) and any(
        isinstance(other, AtLeast) and set(other.concepts) < set(clause.concepts)
        for other in failed
    )


def _is_only_proposed(item: ChecklistItem, document: DocumentResult) -> bool:
    """Tell whether a document says all that is asked for, but only in tracked insertions."""
    asked = [clause for clause in item.expected if isinstance(clause, AtLeast)]
    concepts = {concept for clause in asked for concept in clause.concepts}
    states = {
        mention.state
        for mention in document.mentions
        if mention.concept in concepts and mention.status is Status.AFFIRMED
    }
    said = all(len(document.concepts & set(c.concepts)) >= c.count for c in asked)
    return said and states == {State.PROPOSED}


def _beside_the_point(
    failed: Iterable[Clause | None], item: ChecklistItem, document: DocumentResult
) -> tuple[type, ...]:
    """Choose the clauses that cannot hold anyway while the words themselves are missing."""
    if not any(isinstance(clause, AtLeast) for clause in failed):
        return ()
    asked = {name for c in item.expected if isinstance(c, AtLeast) for name in c.concepts}
    nothing = asked.isdisjoint(document.concepts)
    beside = (SameSection, BodyText, OwnPractice)
    return (*beside, InSentence, Commitment, ByWhen) if nothing else beside


def _failed(  # noqa: PLR0911  one for each sort of clause
    clause: Clause, document: DocumentResult, pack: Pack, pointer: str
) -> str:
    match clause:
        case AtLeast():
            return _too_few(clause, document, pack)
        case SameSection():
            return _SAME_SECTION
        case Commitment():
            return _COMMITMENT
        case BodyText():
            return f"It has to stand in the body text, not {_WEAK}."
        case InSentence():
            return "It is only listed; a sentence has to say what it is here."
        case ByWhen():
            return "It has to say by when, in the same sentence."
        case OwnPractice():
            return "It only tells of what another body, or a part of the agency, does."
        case NoDiscouraged():
            kinds = listed(clause.kinds, "or")
            return f"It uses discouraged wording ({kinds}){pointer}."


def _too_few(clause: AtLeast, document: DocumentResult, pack: Pack) -> str:
    """Name what is asked for, and of that what the document does not say anywhere."""
    names = [quoted(pack.concepts[concept].term) for concept in clause.concepts]
    absent = [
        quoted(pack.concepts[concept].term)
        for concept in clause.concepts
        if concept not in document.concepts
    ]
    if absent and all(map(_is_planned(document), clause.concepts)):
        return f"{listed(names, 'or')}: only planned or hoped for."
    if len(names) == 1:
        return f"{names[0]} was not found." if absent else f"{names[0]} stands {_WEAK}."
    if clause.count == 1:
        choice = listed(names, "or")
        if len(absent) == len(names):
            return f"None of these was found: {choice}."
        found = [name for name in names if name not in absent]
        return f"{listed(found)}: found, but {_WEAK}."
    asked = "All" if clause.count == len(names) else f"At least {clause.count}"
    if len(absent) == len(names):
        return f"None of these was found; {asked.lower()} are needed: {listed(names)}."
    lacking = f"Not found: {listed(absent)}." if absent else f"Some stand {_WEAK}."
    return f"{asked} of these are needed: {listed(names)}. {lacking}"


def _is_planned(document: DocumentResult) -> Callable[[str], bool]:
    planned = {mention.concept for mention in document.mentions if mention.planned}
    return planned.__contains__
