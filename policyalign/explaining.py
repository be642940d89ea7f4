"""The use case behind ``explain``: one checklist item, one document, every reason."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from datetime import date
from difflib import SequenceMatcher
from pathlib import Path

from policyalign.assess import assess, make_settings
from policyalign.checklist import score
from policyalign.checklist.clauses import Reasons
from policyalign.checklist.evidence import proofs_in
from policyalign.errors import InputError, ReadError
from policyalign.matching.near import Survey
from policyalign.model.clauses import AtLeast, Commitment, NoDiscouraged
from policyalign.model.document import Block, Document, Kind, Place, Unread
from policyalign.model.explanation import (
    ClauseExplanation,
    Explanation,
    NearMiss,
    Obstacle,
    Weight,
)
from policyalign.model.pack import ChecklistItem, Pack
from policyalign.model.report import DocumentResult, ItemResult, Outcome, Settings
from policyalign.model.settings import SettingsFile
from policyalign.packs import load_pack
from policyalign.readers import read_as
from policyalign.readers.finding import FoundFile, find_files
from policyalign.settings import DEFAULT_PACK, check_names, settings_of
from policyalign.settings.deciding import Decisions

_MOST_NEAREST = 3
_ORDER = {obstacle: rank for rank, obstacle in enumerate(Obstacle)}


def explain(
    item: str,
    path: str | Path,
    *,
    pack: Pack | str | Path | None = None,
    type: str | None = None,  # noqa: A002  the word that users know it by
    agency: str | None = None,
    settings: SettingsFile | str | Path | None = None,
    today: date | None = None,
) -> Explanation:
    """Explain the outcome of one checklist item for one file.

    ``item`` is the id of an item or its title. ``pack``, ``type``, ``agency`` and ``settings`` are
    as in :func:`policyalign.check`; with ``today`` a decision that has run out has no effect.

    Raises ``InputError`` for an item, a type or a path that does not exist, ``ReadError`` for a
    file that cannot be read, ``SettingsError`` for a wrong settings file, and ``PackError`` for a
    bad pack.
    """
    kept = settings_of(settings, pack)
    pack = pack or kept.pack or DEFAULT_PACK
    pack = pack if isinstance(pack, Pack) else load_pack(pack)
    check_names(kept, pack)
    wanted = find_item(item, pack)
    file = _found(Path(path))
    chosen = make_settings(
        pack, type=type or kept.type_of(file.path), agency=agency or kept.agency_of(file.path)
    )
    found = explain_document(wanted, _read(file), pack, chosen)
    checked = Decisions(kept, pack, today).put_beside(found.checked, file.path)
    result = next(one for one in checked.items if one.id == wanted.id)
    return replace(found, checked=checked, result=result)


def explain_document(
    item: ChecklistItem, document: Document, pack: Pack, settings: Settings
) -> Explanation:
    """Explain the outcome of an item for a document that has been read, as it is found."""
    checked = assess(document, pack, settings)
    result = next(one for one in checked.items if one.id == item.id)
    proofs = proofs_in(document, checked, pack)
    reasons = Reasons(item, proofs, pack)
    survey = Survey(pack, document)
    return Explanation(
        pack=pack,
        item=item,
        document=document,
        checked=checked,
        result=result,
        clauses=tuple(_with_commitments(clause, survey) for clause in reasons.clauses()),
        near=tuple(sorted(_held_back(reasons, survey), key=_by_obstacle)),
        weight=_weight(item, result, checked, pack),
        with_suggestion=_with_suggestion(item, document, checked, pack),
    )


def find_item(wanted: str, pack: Pack) -> ChecklistItem:
    """Give the item with this id or title. Raises ``InputError``, which names the nearest ids."""
    name = wanted.strip().casefold()
    for item in pack.checklist.values():
        if name in {item.id.casefold(), item.title.casefold()}:
            return item
    asking = [item.id for item in pack.checklist.values() if name in _concepts(item)]
    if asking:
        raise InputError(
            f"“{wanted}” is a concept and no item of the checklist; "
            f"it is asked for by: {', '.join(asking)}."
        )
    raise InputError(
        f"The checklist of {pack.id} has no item “{wanted}”; the nearest are: "
        f"{', '.join(_nearest(name, pack))}."
    )


def _concepts(item: ChecklistItem) -> set[str]:
    return {c for clause in item.expected if isinstance(clause, AtLeast) for c in clause.concepts}


def _nearest(name: str, pack: Pack) -> list[str]:
    def likeness(item: ChecklistItem) -> float:
        names = (item.id, item.title.casefold())
        return max(SequenceMatcher(None, name, known).ratio() for known in names)

    return [item.id for item in sorted(pack.checklist.values(), key=likeness, reverse=True)][
        :_MOST_NEAREST
    ]


def _found(path: Path) -> FoundFile:
    files = find_files([path])
    if path.is_dir():
        raise InputError(f"{path} is a folder. Give one file in it.")
    return files[0]


def _read(file: FoundFile) -> Document:
    document = read_as(file.path, file.name)
    if isinstance(document, Unread):
        raise ReadError(f"{document.path}: {document.reason}.")
    return document


def _with_commitments(found: ClauseExplanation, survey: Survey) -> ClauseExplanation:
    """Add to the mentions of a clause that asks for a commitment the words that commit."""
    if not isinstance(found.clause, Commitment):
        return found
    return replace(
        found,
        support=tuple(
            replace(one, committing=survey.committing(one.mention)) for one in found.support
        ),
    )


def _held_back(reasons: Reasons, survey: Survey) -> Iterator[NearMiss]:
    """Give the mentions that do not help the item, then the words that are no mention."""
    for mention, obstacle in reasons.held_back():
        support = reasons.support(mention)
        yield NearMiss(
            concept=mention.concept,
            obstacle=obstacle,
            excerpt=support.excerpt,
            start=mention.start,
            end=mention.end,
            place=mention.place,
            kind=support.kind,
            how=mention.how,
            similarity=mention.similarity,
            because=survey.because(mention, obstacle),
            committing=survey.committing(mention) if obstacle is Obstacle.NO_COMMITMENT else None,
        )
    yield from survey.near_misses(reasons.concepts)


def _by_obstacle(near: NearMiss) -> tuple[int, int, int, str]:
    return _ORDER[near.obstacle], near.place.block, near.start, near.concept


def _weight(item: ChecklistItem, result: ItemResult, checked: DocumentResult, pack: Pack) -> Weight:
    weights = {one.id: pack.weights[pack.checklist[one.id].importance] for one in checked.items}
    value = {Outcome.MET: 1.0, Outcome.PARTLY: pack.partly, Outcome.NOT_MET: 0.0}
    counts = result.outcome.counts

    def score_if(outcome: Outcome) -> float | None:
        if result.outcome is Outcome.NOT_APPLICABLE or not checked.words:
            return None
        items = [replace(i, outcome=outcome) if i.id == item.id else i for i in checked.items]
        return score(items, pack)

    return Weight(
        weight=weights[item.id],
        points=weights[item.id] * value[result.outcome] if counts else None,
        total=sum(weights[i.id] for i in checked.items if i.outcome.counts) if counts else None,
        if_met=score_if(Outcome.MET),
        if_missing=score_if(Outcome.NOT_MET),
    )


def _with_suggestion(
    item: ChecklistItem, document: Document, checked: DocumentResult, pack: Pack
) -> Outcome | None:
    """Try the suggested wording: put it into the document and ask the item again."""
    if all(isinstance(clause, NoDiscouraged) for clause in item.expected):
        return None
    end = Place(block=len(document.blocks))
    added = Block(kind=Kind.PARAGRAPH, text=item.suggested_wording, place=end)
    longer = replace(document, blocks=(*document.blocks, added))
    again = assess(longer, pack, Settings(type=checked.type))
    outcome = next(one.outcome for one in again.items if one.id == item.id)
    return None if outcome is Outcome.NOT_APPLICABLE else outcome
