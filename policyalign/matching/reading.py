"""One block as the matcher sees it: the wording found in it, weighed but not yet judged."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Sequence
from functools import cached_property

from policyalign.matching.candidates import weigh
from policyalign.matching.compiled import CompiledPack
from policyalign.matching.cues import Cues
from policyalign.matching.hits import Hit
from policyalign.matching.passage import Passage, passage_of
from policyalign.matching.quotation import others_words, quoted_spans
from policyalign.matching.spans import Cover
from policyalign.model.document import Block, Kind
from policyalign.model.pack import Sense, Trigger
from policyalign.model.report import Status

# What stands in these kinds of block names things and says nothing of them.
CITED = frozenset({Kind.CONTENTS, Kind.REFERENCE})
# How many other concepts of the framework must stand around ambiguous wording to vouch for it.
_COMPANY = 2


class Reading:
    """One block as the matcher sees it. Its cues are looked for when they are asked for.

    ``lead`` are the words that lead into the list of an item, ``beside`` gives the short texts
    in the other cells of a cell's row, each with its letters.
    """

    def __init__(
        self,
        compiled: CompiledPack,
        block: Block,
        passage: Passage,
        hits: list[Hit],
        *,
        lead: str = "",
        beside: Callable[[], Sequence[tuple[str, str]]] = tuple,
    ) -> None:
        self.block = block
        self.passage = passage
        self.hits = hits
        self._compiled = compiled
        self.lead = lead
        self._beside = beside
        self.candidates = weigh(hits, passage) if hits else []

    @cached_property
    def cues(self) -> Cues:
        """The cues of the block, those of the words that lead into its list included."""
        if not self.lead:
            return Cues(self._compiled, self.passage)
        passage = passage_of(f"{self.lead} {self.block.text}", self._compiled.lexicon)
        return Cues(self._compiled, passage, len(passage.lettered) - len(self.passage.lettered))

    @cached_property
    def anchors(self) -> list[Hit]:
        """Give the hits of concepts that are peculiar to the framework."""
        return [candidate.hit for candidate in self.candidates if self._is_anchor(candidate.hit)]

    def _is_anchor(self, hit: Hit) -> bool:
        if hit.wording.role != "concept":
            return False
        if not self._compiled.pack.concepts[hit.wording.owner].anchor:
            return False
        if hit.wording.sense == Sense.CASEWORK:
            return self.cues.in_casework(hit) or self._stands_with_another(hit)
        return hit.wording.sense == Sense.ANYWHERE

    def is_in_company(self, hit: Hit) -> bool:
        """Tell whether wording of several concepts peculiar to the framework stands around a hit.

        Each may be ambiguous alone ("what is going well?"); together they are not.
        """
        return len(self._peculiar.keys() - {hit.wording.owner}) >= _COMPANY

    @cached_property
    def _peculiar(self) -> dict[str, list[Hit]]:
        """The hits of the concepts peculiar to the framework, by concept, however ambiguous."""
        concepts = self._compiled.pack.concepts
        found: dict[str, list[Hit]] = defaultdict(list)
        for hit in (candidate.hit for candidate in self.candidates):
            if hit.wording.role == "concept" and concepts[hit.wording.owner].anchor:
                found[hit.wording.owner].append(hit)
        return dict(found)

    @cached_property
    def quoted(self) -> Cover:
        """What stands in quotation marks in the block's text."""
        return Cover(quoted_spans(self.block.text))

    @cached_property
    def others_words(self) -> Cover:
        """What is a title, a reference or somebody's speech in the block's text."""
        return Cover(others_words(self.block.text, self.block.italics))

    def status(self, hit: Hit) -> tuple[Status, bool]:
        """Give what the document says of a mention, and whether it is at least planned."""
        span = self.passage.offsets(hit.start, hit.end)
        if self.block.kind in CITED or self.others_words.holds(span):
            return Status.CITED, False
        trigger = self.cues.trigger(hit)
        if trigger is None and self.row_says:
            trigger = self.row_says[0]
        return (Status(trigger.status), trigger.planned) if trigger else (Status.AFFIRMED, False)

    @cached_property
    def row_says(self) -> tuple[Trigger, str] | None:
        """What another cell of the row says of all that stands in it, and its words: "Not yet"."""
        for text, lettered in self._beside():
            trigger = self._compiled.row_trigger(lettered)
            if trigger:
                return trigger, text
        return None

    def _stands_with_another(self, hit: Hit) -> bool:
        """Two concepts peculiar to the framework in one passage vouch for each other."""
        return any(
            other.end <= hit.start or hit.end <= other.start
            for owner, others in self._vouching.items()
            if owner != hit.wording.owner
            for other in others
        )

    @cached_property
    def _vouching(self) -> dict[str, list[Hit]]:
        """Those of the peculiar hits that need no word of the framework beside them."""
        return {
            owner: [hit for hit in hits if hit.wording.sense != Sense.FRAMEWORK]
            for owner, hits in self._peculiar.items()
        }
