"""What the words around a mention say of it: its status, its excuse, whether it commits.

The model is ConText: a trigger spreads its status over its reach within the sentence, up to a
stop. All triggers stand in the pack.
"""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterable
from functools import cached_property

from policyalign.matching.compiled import CompiledPack, CompiledTrigger
from policyalign.matching.hits import Hit
from policyalign.matching.passage import Passage
from policyalign.matching.patterns import Pattern
from policyalign.model.pack import Reach, Trigger

_SPEAKS_FOR_ITSELF = 5
_Span = tuple[int, int]


class Cues:
    """The cues of one passage, looked for when they are asked for and then remembered.

    A list item has the cues of the words that lead into its list as well: ``lead`` is how many
    positions of the passage these take before the item's own, from which hits are counted.
    """

    def __init__(self, compiled: CompiledPack, passage: Passage, lead: int = 0) -> None:
        self._compiled = compiled
        self._passage = passage
        self._lead = lead
        self._found: dict[int, list[_Span]] = {}
        self._binding: dict[_Span, bool] = {}

    def trigger(self, hit: Hit) -> Trigger | None:
        """Give the first trigger to reach the mention, which decides its status, if any does."""
        found = self._deciding(hit)
        return found[0] if found else None

    def trigger_span(self, hit: Hit) -> _Span | None:
        """Give where in the passage the words of that trigger stand."""
        found = self._deciding(hit)
        return found[1] if found else None

    def _deciding(self, hit: Hit) -> tuple[Trigger, _Span] | None:
        if not self._has_trigger:
            return None
        return self._triggered(self._compiled.triggers, self._here(hit))

    @cached_property
    def _has_trigger(self) -> bool:
        return self._compiled.any_trigger.search(self._passage.lettered) is not None

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
        found = self._in_sentence(cue, self._here(hit)) if hit else self._spans(cue)
        return " ".join(self._passage.written(*found[0])) if found else None

    def commits(self, hit: Hit) -> bool:
        """Tell whether the sentence of the mention, or the next one, binds the agency.

        The next one counts because policies say what a thing is and then that it must be used.
        """
        here = self._passage.sentence(self._here(hit).start)
        return any(map(self._binds, (here, self._passage.sentence(here[1] + 1))))

    def _binds(self, sentence: _Span) -> bool:
        if sentence not in self._binding:
            # "The review will be published" binds nobody, and "what they would like to change"
            # softens nothing; what else is said there still counts.
            others = self._within(self._compiled.others, sentence)
            self._binding[sentence] = self._stand_apart(
                self._compiled.binding, sentence, others
            ) and not self._stand_apart(self._compiled.soft, sentence, others)
        return self._binding[sentence]

    def _stand_apart(self, cue: Pattern, sentence: _Span, others: list[_Span]) -> bool:
        """Tell whether a cue stands in a sentence where it is not said of others."""
        return any(
            not any(_meet(span, other) for other in others) for span in self._within(cue, sentence)
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
        return hit._replace(start=hit.start + self._lead, end=hit.end + self._lead)

    def _stands(self, cue: Pattern, outside: Hit | None) -> bool:
        outside = self._here(outside) if outside else None
        return any(outside is None or not _overlap(span, outside) for span in self._spans(cue))

    def _triggered(
        self, triggers: Iterable[CompiledTrigger], hit: Hit
    ) -> tuple[Trigger, _Span] | None:
        for compiled in triggers:
            if self._spans(compiled.phrases):
                span = self._reaching(compiled, hit)
                if span:
                    return compiled.trigger, span
        return None

    def _reaching(self, compiled: CompiledTrigger, hit: Hit) -> _Span | None:
        """Give the first words of a trigger that reach the mention."""
        trigger = compiled.trigger
        if trigger.reach is Reach.BLOCK:
            return self._spans(compiled.phrases)[0]
        near = self._near(compiled.phrases, hit, trigger.within)
        found = [span for span in near if not _begins_in(span, hit)]
        if not found or self._stands_in_sentence(compiled.unless, hit):
            return None
        for start, end in found:
            before = start < hit.start
            wanted = trigger.reach is Reach.SENTENCE or before is (trigger.reach is Reach.AFTER)
            low, high = (end, hit.start) if before else (hit.end, start)
            close = wanted and high - low <= trigger.within
            if close and not self._within(compiled.stops, (low, high)):
                return start, end
        return None

    def _spans(self, cue: Pattern) -> list[_Span]:
        found = self._found.get(id(cue))
        if found is None:
            found = [match.span() for match in cue.finditer(self._passage.lettered)]
            self._found[id(cue)] = found
        return found

    def _in_sentence(self, cue: Pattern, hit: Hit) -> list[_Span]:
        return self._within(cue, self._passage.sentence(hit.start)) if self._spans(cue) else []

    def _stands_in_sentence(self, cue: Pattern, hit: Hit) -> bool:
        start, end = self._passage.sentence(hit.start)
        spans = self._spans(cue)
        first = bisect_left(spans, (start,))
        return first < len(spans) and spans[first][1] <= end

    def _near(self, cue: Pattern, hit: Hit, distance: int) -> list[_Span]:
        """Give the words of a cue in the hit's sentence, no further from it than so many positions.

        A sentence can be a whole file, when a file has no full stops.
        """
        start, end = self._passage.sentence(hit.start)
        spans = self._spans(cue)
        # Spans do not overlap, so that their ends are in order, too.
        first = bisect_left(spans, hit.start - distance, key=_end)
        after = bisect_left(spans, (hit.end + distance + 1,))
        return [span for span in spans[first:after] if start <= span[0] and span[1] <= end]

    def _within(self, cue: Pattern, sentence: _Span) -> list[_Span]:
        spans = self._spans(cue)
        first, after = (bisect_left(spans, (edge,)) for edge in sentence)
        return [span for span in spans[first:after] if span[1] <= sentence[1]]


def _begins_in(span: _Span, hit: Hit) -> bool:
    """Tell whether words belong to the hit: "what happens if the plan is not followed"."""
    return hit.start <= span[0] < hit.end


def _end(span: _Span) -> int:
    return span[1]


def _overlap(span: _Span, hit: Hit) -> bool:
    return _meet(span, (hit.start, hit.end))


def _meet(one: _Span, other: _Span) -> bool:
    return one[0] < other[1] and other[0] < one[1]
