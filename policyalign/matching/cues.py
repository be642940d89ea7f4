"""What the words around a mention say of it: its status, its excuse, whether it commits.

The model is ConText: a trigger spreads its status over its reach within the sentence, up to a
stop or the beginning of another clause. All of these stand in the pack.
"""

from __future__ import annotations

from collections.abc import Iterable
from functools import cached_property
from itertools import pairwise

from policyalign.matching.compiled import CompiledPack, CompiledTrigger
from policyalign.matching.hits import Hit
from policyalign.matching.lexicon import CLAUSE_END
from policyalign.matching.passage import Passage
from policyalign.matching.patterns import Cue
from policyalign.matching.practice import Practice
from policyalign.matching.spans import Span, Spans
from policyalign.model.pack import Reach, Trigger
from policyalign.model.report import Whose

_SPEAKS_FOR_ITSELF = 5
# After these the subject of the clause before may be meant still.
_GOES_ON_WITH = frozenset(
    """after and as at before but by for from if in it now of on or since so that then these they
    this to when where which while who with""".split()
)


class Cues:
    """The cues of one passage, looked for when they are asked for and then remembered.

    A list item has the cues of the words that lead into its list as well: ``lead`` is how many
    positions of the passage these take before the item's own, from which hits are counted.
    """

    def __init__(self, compiled: CompiledPack, passage: Passage, lead: int = 0) -> None:
        self._compiled = compiled
        self.passage = passage
        self._lead = lead
        self._found: dict[int, Spans] = {}
        self._binding: dict[Span, bool] = {}

    def trigger(self, hit: Hit) -> Trigger | None:
        """Give the first trigger to reach the mention, which decides its status, if any does."""
        found = self._deciding(hit)
        return found[0] if found else None

    def trigger_span(self, hit: Hit) -> Span | None:
        """Give where in the passage the words of that trigger stand."""
        found = self._deciding(hit)
        return found[1] if found else None

    def _deciding(self, hit: Hit) -> tuple[Trigger, Span] | None:
        return self._triggered(self._triggers, self._here(hit))

    @cached_property
    def _triggers(self) -> tuple[CompiledTrigger, ...]:
        """The triggers of which words stand in the passage, in the pack's order."""
        return tuple(dict.fromkeys(self._compiled.triggers.within(set(self.passage.lettered))))

    def excuse(self, hit: Hit) -> str | None:
        """Give the name of the pack's first excuse that reaches the wording, if any does."""
        kind = self._compiled.pack.discouraged[hit.wording.owner].kind
        excuses = (e for e in self._compiled.excuses if kind in (e.trigger.kinds or (kind,)))
        excuse = self._triggered(excuses, self._here(hit))
        return excuse[0].status if excuse else None

    def other_sense(self, owner: str, hit: Hit | None = None) -> str | None:
        """Give the words that show that discouraged wording is meant in another sense.

        They are looked for in the sentence of the hit, or without one in the whole passage.
        """
        cue = self._compiled.other_senses[owner]
        sentence = self.passage.sentence(self._here(hit).start) if hit else self.passage.whole
        found = self._spans(cue).first_within(*sentence)
        return " ".join(self.passage.written(*found)) if found else None

    def place(self, owner: str) -> str | None:
        """Give the name of a place where discouraged wording is still the current wording."""
        found = next(iter(self._spans(self._compiled.current_in[owner])), None)
        return " ".join(self.passage.written(*found)) if found else None

    def commits(self, hit: Hit) -> bool:
        """Tell whether the sentence of the mention, or the next one, binds the agency.

        The next one counts because policies say what a thing is and then that it must be used.
        """
        at = self._here(hit).start
        here = self.passage.sentence(at)
        return self._binds_in(here, at) or self._binds(self.passage.sentence(here[1] + 1))

    def whose(self, hit: Hit, headings: Iterable[Cues]) -> Whose:
        """Tell whose practice the sentence of the mention tells of, or a heading above it.

        ``headings`` are the nearest first; the first that says so counts.

        That costs time, so it is asked only of concepts of which the checklist wants to know.
        """
        if hit.wording.owner not in self._compiled.asked_as_own:
            return Whose.UNSAID
        said = (heading.announced for heading in headings)
        announced = next((one for one in said if one is not Whose.UNSAID), Whose.UNSAID)
        return self._practice.whose(self._here(hit).start, announced)

    @cached_property
    def announced(self) -> Whose:
        """Whose practice the passage, a heading, tells of."""
        return self._practice.of_all()

    @cached_property
    def _practice(self) -> Practice:
        return Practice(self._compiled.practice, self.passage, self._spans)

    def clauses(self, sentence: Span) -> list[Span]:
        """Divide a sentence where a clause with a subject of its own begins."""
        low, high = sentence
        begins = [start for start, _ in self._clauses.within(low, high) if start > low]
        return list(pairwise((low, *begins, high)))

    def _binds_in(self, sentence: Span, at: int) -> bool:
        """Tell whether a sentence binds the agency to what it says at a place.

        "We use it, and volunteers are encouraged to learn it" commits to the use, not to learning.
        """
        if not self._binds(sentence):
            return False
        own = next(clause for clause in self.clauses(sentence) if at < clause[1])
        return not self._stands_apart(self._compiled.soft, own)

    def _binds(self, sentence: Span) -> bool:
        if sentence not in self._binding:
            self._binding[sentence] = bool(
                self._spans(self._compiled.binding).first_within(*sentence)
            ) and any(map(self._clause_binds, self.clauses(sentence)))
        return self._binding[sentence]

    def _clause_binds(self, clause: Span) -> bool:
        # "The review will be published" binds nobody, and "what they would like to change"
        # softens nothing; what else is said there still counts.
        binds = self._stands_apart(self._compiled.binding, clause)
        return binds and not self._stands_apart(self._compiled.soft, clause)

    def _stands_apart(self, cue: Cue, sentence: Span) -> bool:
        """Tell whether a cue stands in a sentence where it is not said of others."""
        others = self._spans(self._compiled.others)
        return any(
            not others.touching(start + 1, end - 1)
            for start, end in self._spans(cue).within(*sentence)
        )

    def heads_excuse(self) -> str | None:
        """Give the excuse that a column heading such as "Do not write" gives to its cells."""
        for compiled in self._compiled.excuses:
            if self._spans(compiled.phrases):
                return compiled.trigger.status
        return None

    def in_casework(self, outside: Hit | None = None) -> bool:
        """Tell whether the passage speaks of work with families.

        The hit's own words do not count, unless they are so many that they speak for themselves.
        """
        if outside and outside.end - outside.start >= _SPEAKS_FOR_ITSELF:
            outside = None
        return self._stands(self._compiled.casework, outside)

    def is_elsewhere(self, outside: Hit | None = None) -> bool:
        """Tell whether the passage is about another subject altogether."""
        return self._stands(self._compiled.elsewhere, outside)

    def _here(self, hit: Hit) -> Hit:
        if not self._lead:
            return hit
        return hit._replace(start=hit.start + self._lead, end=hit.end + self._lead)

    def _stands(self, cue: Cue, outside: Hit | None) -> bool:
        outside = self._here(outside) if outside else None
        return any(outside is None or not _overlap(span, outside) for span in self._spans(cue))

    def _triggered(
        self, triggers: Iterable[CompiledTrigger], hit: Hit
    ) -> tuple[Trigger, Span] | None:
        for compiled in triggers:
            if self._spans(compiled.phrases):
                span = self._reaching(compiled, hit)
                if span:
                    return compiled.trigger, span
        return None

    def _reaching(self, compiled: CompiledTrigger, hit: Hit) -> Span | None:
        """Give the first words of a trigger that reach the mention."""
        reach = compiled.trigger.reach
        if reach is Reach.BLOCK:
            return next(iter(self._spans(compiled.phrases)))
        if reach is Reach.SENTENCE_BEFORE:
            return self._taking_back(compiled, hit)
        return self._reaching_in_sentence(compiled, hit)

    def _reaching_in_sentence(self, compiled: CompiledTrigger, hit: Hit) -> Span | None:
        low, high = self.passage.sentence(hit.start)
        if self._spans(compiled.unless).first_within(low, high):
            return None
        if compiled.trigger.question and not self.passage.asks(hit.start):
            return None
        within = compiled.trigger.within
        near = self._spans(compiled.phrases).touching(hit.start - within, hit.end + within)
        for span in near:
            if low <= span[0] and span[1] <= high and self._spreads(compiled, span, hit):
                return span
        return None

    def _taking_back(self, compiled: CompiledTrigger, hit: Hit) -> Span | None:
        """Give the words by which the sentence after a mention takes it back: "That has ended"."""
        end = self.passage.sentence(hit.start)[1]
        after = self.passage.sentence(end + 1)
        if after[0] <= end or self._spans(compiled.unless).first_within(*after):
            return None
        return self._spans(compiled.phrases).first_within(*after)

    def _spreads(self, compiled: CompiledTrigger, span: Span, hit: Hit) -> bool:
        """Tell whether a trigger that stands at ``span`` spreads as far as the hit."""
        trigger, before = compiled.trigger, span[0] < hit.start
        if trigger.reach is not Reach.SENTENCE and before is (trigger.reach is Reach.BEFORE):
            return False
        # "What happens if the plan is not followed": words of the hit itself say nothing of it.
        if hit.start <= span[0] < hit.end:
            return False
        low, high = (span[1], hit.start) if before else (hit.end, span[0])
        if high - low > trigger.within or self._spans(compiled.stops).first_within(low, high):
            return False
        return trigger.across_clauses or not self._is_in_another_clause(low, high, before=before)

    def _is_in_another_clause(self, low: int, high: int, *, before: bool) -> bool:
        """Tell whether a clause with a subject of its own begins between a trigger and a hit.

        "It is not shared with the school, and the family is told" has two clauses; "goals, and
        plans are not shared" has one, because the goals have no verb before the comma.
        """
        if self._passes_semicolon(low, high):
            return True
        begins = self._clauses.within(low, high)
        if before:
            return bool(begins)
        return any(self._has_verb(low, start) for start, _ in begins) or (
            self._has_own_subject(low, high)
        )

    def _has_verb(self, position: int, end: int) -> bool:
        """Tell whether a verb stands in the sentence around a position, up to ``end``."""
        start = self.passage.sentence(position)[0]
        return bool(self._spans(self._compiled.clause_verbs).first_within(start, end))

    def _has_own_subject(self, low: int, high: int) -> bool:
        """Tell whether the words right before ``high`` are a subject, and not the mention's.

        "Goals are agreed, initials are not used" says nothing of goals: a verb has closed their
        clause, and words of another stand between the comma and what is said.
        """
        marks = [at for at in range(low + 1, high) if self.passage.follows_mark(at)]
        if self.passage.follows_mark(high):
            return False  # words between commas are put in: "but, in practice, are not used"
        if not marks or not self._has_verb(low, marks[-1]):
            return False
        between = self.passage.written(marks[-1], high)
        return bool(between) and between[0].lower() not in _GOES_ON_WITH

    def _passes_semicolon(self, low: int, high: int) -> bool:
        """Tell whether a semicolon parts two clauses here, and not what a colon leads into."""
        lettered = self.passage.lettered
        first = lettered.find(CLAUSE_END, low, high)
        return first >= 0 and first in self.passage.parting_semicolons

    @cached_property
    def _clauses(self) -> Spans:
        """Where the words stand that begin a clause after a comma or a semicolon."""
        begins = self._spans(self._compiled.clause_begins)
        return Spans([span for span in begins if self.passage.follows_mark(span[0])])

    def _spans(self, cue: Cue) -> Spans:
        found = self._found.get(id(cue))
        if found is None:
            found = Spans([match.span() for match in cue.finditer(self.passage.lettered)])
            self._found[id(cue)] = found
        return found


def _overlap(span: Span, hit: Hit) -> bool:
    return span[0] < hit.end and hit.start < span[1]
