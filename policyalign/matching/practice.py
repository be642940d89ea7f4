"""Whose practice a sentence tells of: the agency's own, that of some of it, or another body's."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

from policyalign.matching.lexicon import Lexicon
from policyalign.matching.passage import Passage
from policyalign.matching.patterns import Cue
from policyalign.matching.spans import Span, Spans
from policyalign.model.pack import AnotherBody
from policyalign.model.report import Whose

# Of a text that says the same without end, no more than this is looked at for one mention.
_MOST_BEFORE, _MOST_LOOKED_AT = 6, 20


@dataclass(frozen=True, slots=True)
class PracticeCues:
    """The wording of :class:`policyalign.model.pack.AnotherBody`, ready to be looked for."""

    wording: Cue
    things: Cue
    continues: Cue
    taking_part: Cue
    some: Cue
    own: Cue
    takes_up: Cue


def practice_cues(another: AnotherBody, lexicon: Lexicon) -> PracticeCues:
    """Make the wording ready."""
    return PracticeCues(
        wording=Cue(another.wording, lexicon),
        things=Cue(another.things, lexicon),
        continues=Cue(another.continues, lexicon),
        taking_part=Cue(another.taking_part, lexicon),
        some=Cue(another.some, lexicon),
        own=Cue(another.own, lexicon),
        takes_up=Cue(another.takes_up, lexicon),
    )


class Practice:
    """A passage in which ``spans`` finds wording."""

    def __init__(self, cues: PracticeCues, passage: Passage, spans: Callable[[Cue], Spans]) -> None:
        self._cues = cues
        self._passage = passage
        self._spans = spans

    def whose(self, at: int, heading: Whose) -> Whose:
        """Tell whose practice the sentence tells of at a position.

        ``heading`` is whose practice the heading above announces, if it does.
        """
        sentence = self._passage.sentence(at)
        whose = self._said(sentence, at) or self._goes_on_from(sentence) or heading
        # "The council uses it. It has three questions. Our own reports follow this approach."
        further = sentence[1], self._passage.whole[1]
        return Whose.OWN if whose is Whose.ANOTHERS and self._is_taken_up(further) else whose

    def of_all(self) -> Whose:
        """Tell whose practice the whole passage, a heading, is about."""
        cues, whole = self._cues, self._passage.whole
        if self._stands_in(cues.some, whole):
            return Whose.SOME
        if self._is_own(*whole):
            return Whose.OWN
        others = self._stands_in(cues.wording, whole) or self._stands_in(cues.things, whole)
        return Whose.ANOTHERS if others else Whose.UNSAID

    def _said(self, sentence: Span, at: int) -> Whose | None:
        """Tell whose practice a sentence tells of, if it has words for it."""
        cues = self._cues
        if self._is_taken_up(sentence):
            return Whose.OWN  # "Since the pilot all teams use it" has words of some as well
        if self._stands_in(cues.some, sentence):
            return Whose.SOME
        if self._is_own(sentence[0], at):
            return Whose.OWN
        if self._stands_in(cues.taking_part, sentence):
            return Whose.SHARED
        others = self._stands_in(cues.wording, sentence) or self._stands_in(cues.things, sentence)
        return Whose.ANOTHERS if others else None

    def _goes_on_from(self, sentence: Span) -> Whose | None:
        """Tell whose practice a sentence tells of that has no words for it, from those before."""
        for _ in range(_MOST_BEFORE):
            start = sentence[0]
            if not start or not self._stands_in(self._cues.continues, sentence):
                break
            sentence = self._passage.sentence(start - 2)
            if said := self._said(sentence, sentence[1]):
                return said
        return None

    def _is_own(self, start: int, at: int) -> bool:
        """Tell whether the last words before a position that say who does it name the agency.

        "We work with the council, which uses it" has two, and the council is the last.
        """
        owns = self._spans(self._cues.own).within(start, at)[-_MOST_LOOKED_AT:]
        own = next(filter(self._holds, reversed(owns)), None)
        others = self._spans(self._cues.wording).within(start, at)
        return own is not None and not (others and others[-1][1] >= own[1])

    def _is_taken_up(self, within: Span) -> bool:
        """Tell whether it is said between two places that the agency does so too."""
        said = self._spans(self._cues.takes_up).within(*within)[:_MOST_LOOKED_AT]
        return any(map(self._holds, said))

    def _holds(self, span: Span) -> bool:
        return _DENIALS.isdisjoint(word.lower() for word in self._passage.written(*span))

    def _stands_in(self, cue: Cue, sentence: Span) -> bool:
        return self._spans(cue).first_within(*sentence) is not None


_DENIALS = frozenset({"not", "never", "don't", "doesn't", "no"})
