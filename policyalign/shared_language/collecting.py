"""What each agency's documents say of each idea, gathered document by document."""

from __future__ import annotations

from collections import defaultdict
from typing import TYPE_CHECKING

from policyalign.excerpts import excerpt
from policyalign.model.document import State
from policyalign.model.language import Definition, Use
from policyalign.model.report import Status
from policyalign.shared_language.definitions import definition, table_rows
from policyalign.shared_language.naming import Namer, named_ideas

if TYPE_CHECKING:
    from policyalign.model.excerpt import Excerpt
    from policyalign.model.pack import NamedIdea, Pack
    from policyalign.model.report import DocumentResult, Mention

# Words that others use tie an agency's own name to the framework's as well as its own do:
# “family goal”, which is called a “safety goal” elsewhere.
_TIES = frozenset({Status.AFFIRMED, Status.CITED})


class Collection:
    """Uses, definitions and ties by agency and idea, in the order in which documents are added."""

    def __init__(self, pack: Pack) -> None:
        self.ideas = named_ideas(pack)
        self.uses: dict[tuple[str, str], list[Use]] = defaultdict(list)
        self.definitions: dict[str, list[Definition]] = defaultdict(list)
        self.documents: dict[str, list[str]] = defaultdict(list)
        self.without_text: dict[str, list[str]] = defaultdict(list)
        self._tied: set[tuple[str, str, str]] = set()
        self._idea_of = {concept: idea for idea in self.ideas for concept in idea.concepts}
        self._namers = {
            idea.concepts[0]: Namer(idea, pack.concepts[idea.concepts[0]].term)
            for idea in self.ideas
        }

    def add(self, agency: str, document: DocumentResult) -> None:
        """Add what one document of an agency says."""
        self.documents[agency].append(document.path)
        if not document.blocks and document.mentions:
            self.without_text[agency].append(document.path)
        rows = table_rows(document.blocks)
        for mention in document.mentions:
            idea = self._idea_of.get(mention.concept)
            if idea is None or mention.state is not State.LIVE:
                continue
            name = self._namers[idea.concepts[0]].name(mention.quote, mention.how)
            if name == idea.preferred and mention.status in _TIES:
                self._tied.add((agency, document.path, idea.concepts[0]))
            if mention.status is Status.AFFIRMED:
                self._use(agency, document, mention, idea, name)
            if name and document.blocks and mention.status in _TIES:
                said = definition(agency, document, mention, name, rows)
                self.definitions[idea.concepts[0]] += [said] if said else []

    def is_tied(self, agency: str, document: str, concept: str) -> bool:
        """Tell whether a document says the name wanted for an idea, if only in quoted words.

        Reports of two agencies may each have a document of the same path.
        """
        return (agency, document, concept) in self._tied

    def _use(
        self, agency: str, document: DocumentResult, mention: Mention, idea: NamedIdea, name: str
    ) -> None:
        use = Use(
            agency=agency,
            document=document.path,
            name=name,
            quote=" ".join(mention.quote.split()),
            place=mention.place,
            excerpt=_excerpt(document, mention),
        )
        self.uses[agency, idea.concepts[0]].append(use)


def _excerpt(document: DocumentResult, mention: Mention) -> Excerpt | None:
    if not document.blocks:
        return None
    text = document.blocks[mention.block].text
    return excerpt(text, (mention.start, mention.end), mention.sentence)
