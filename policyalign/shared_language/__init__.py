"""Compare the names that agencies use for the ideas of a framework."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import TYPE_CHECKING

from policyalign.model.language import (
    Agency,
    AgencyUse,
    Idea,
    SharedLanguage,
    Untied,
    ranked_names,
)
from policyalign.shared_language.agreement import agreement_on, overall
from policyalign.shared_language.collecting import Collection
from policyalign.shared_language.definitions import same_wording

if TYPE_CHECKING:
    from policyalign.model.document import Unread
    from policyalign.model.pack import NamedIdea, Pack
    from policyalign.model.report import DocumentResult


def compare(
    documents: Iterable[tuple[str, DocumentResult]],
    pack: Pack,
    *,
    unread: Iterable[Unread] = (),
    remarks: Iterable[str] = (),
) -> SharedLanguage:
    """Compare the documents of agencies, each given with the name of its agency.

    Only affirmed mentions in text that is in force count. Documents without their text, as they
    come from a saved report, have names and places and no definitions. ``unread`` are files that
    could not be read; ``remarks`` go into the result as they are.
    """
    found = Collection(pack)
    for agency, document in documents:
        found.add(agency, document)
    ideas = tuple(_idea(named, found, pack) for named in found.ideas)
    mentioned = tuple(idea for idea in ideas if any(one.uses for one in idea.agencies))
    return SharedLanguage(
        framework=pack.name,
        pack=pack.id,
        pack_version=pack.version,
        fingerprint=pack.fingerprint,
        notice=pack.notice,
        agencies=tuple(
            Agency(name=name, documents=tuple(paths), without_text=tuple(found.without_text[name]))
            for name, paths in sorted(
                found.documents.items(), key=lambda one: _alphabetical(one[0])
            )
        ),
        ideas=mentioned,
        silent=tuple(idea.preferred for idea in ideas if idea not in mentioned),
        agreement=overall(mentioned),
        untied=tuple(_untied(mentioned, found)),
        unread=tuple(unread),
        remarks=tuple(remarks),
    )


def _idea(named: NamedIdea, found: Collection, pack: Pack) -> Idea:
    concept = named.concepts[0]
    agencies = tuple(
        AgencyUse(
            agency=agency,
            preferred=named.preferred,
            uses=tuple(found.uses.get((agency, concept), ())),
        )
        for agency in sorted(found.documents, key=_alphabetical)
    )
    definitions = tuple(
        sorted(found.definitions[concept], key=lambda one: _alphabetical(one.agency))
    )
    several = len({one.agency for one in definitions}) > 1
    return Idea(
        concept=concept,
        preferred=named.preferred,
        meaning=pack.concepts[concept].definition,
        note=named.note,
        agencies=agencies,
        agreement=agreement_on([dict(one.names) for one in agencies]),
        definitions=definitions,
        defined_differently=several and not same_wording(definitions),
    )


def _alphabetical(name: str) -> tuple[str, str]:
    return name.casefold(), name


def _untied(ideas: Iterable[Idea], found: Collection) -> Iterator[Untied]:
    """Give other names in documents without the name wanted; first those tied nowhere at all."""
    untied = [
        one
        for idea in ideas
        for agency in idea.naming
        if (one := _loose_names(idea, agency, found)) is not None
    ]
    yield from sorted(untied, key=lambda one: one.elsewhere)


def _loose_names(idea: Idea, agency: AgencyUse, found: Collection) -> Untied | None:
    def is_tied(document: str) -> bool:
        return found.is_tied(agency.agency, document, idea.concept)

    loose = [use for use in agency.uses if use.name and not is_tied(use.document)]
    if not loose:
        return None
    return Untied(
        agency=agency.agency,
        concept=idea.concept,
        preferred=idea.preferred,
        names=ranked_names(loose),
        documents=tuple(dict.fromkeys(use.document for use in loose)),
        elsewhere=any(map(is_tied, found.documents[agency.agency])),
    )
