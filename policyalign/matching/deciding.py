"""Which words around a mention decided what it means; :mod:`~policyalign.matching.cues` decides.

The words are given as they stand in the document.
"""

from __future__ import annotations

from collections.abc import Iterable

from policyalign.matching.compiled import CompiledPack
from policyalign.matching.cues import Cues
from policyalign.matching.hits import Hit
from policyalign.matching.passage import Passage, passage_of
from policyalign.matching.patterns import Cue
from policyalign.matching.reading import Reading
from policyalign.model.explanation import Committing
from policyalign.model.report import Status

_Span = tuple[int, int]


def status_words(compiled: CompiledPack, reading: Reading, hit: Hit) -> str:
    """Give the words of the trigger that decides the status of a mention.

    There are none where the mention is affirmed, or cited because of where it stands.
    """
    trigger = reading.cues.trigger(hit)
    status, _ = reading.status(hit)
    if trigger is None and reading.row_says and Status(reading.row_says[0].status) is status:
        return reading.row_says[1]
    span = reading.cues.trigger_span(hit)
    if trigger is None or span is None or Status(trigger.status) is not status:
        return ""
    return _Around(compiled, reading).words(span)


def practice_words(compiled: CompiledPack, reading: Reading, hit: Hit) -> str:
    """Give the words by which the sentence of a mention tells of what others do, or only some."""
    around = _Around(compiled, reading)
    sentence = around.sentences(hit)[0]
    cues = compiled.practice
    order = (cues.some, cues.taking_part, cues.wording, cues.things, cues.continues)
    return next(filter(None, (around.first(cue, sentence) for cue in order)), "")


def committing(compiled: CompiledPack, reading: Reading, hit: Hit) -> Committing:
    """Give the words that decide whether a mention is a commitment."""
    around = _Around(compiled, reading)
    here, following = around.sentences(hit)
    clauses = around.clauses(here)
    own = next(clause for clause in clauses if around.moved(hit).start < clause[1])
    if around.cues_in(own)[1]:
        # The clause is softened; another clause of the sentence cannot commit to what it says.
        clauses = []
    for clause in (*clauses, *around.clauses(following)):
        binding, soft, _ = around.cues_in(clause)
        if binding and not soft:
            text = "" if clause in clauses else around.text(following)
            return Committing(binding=around.each(binding), following=text)
    # A word that takes it back would do so still if the sentence came to commit.
    for sentence in (here, following):
        binding, soft, others = around.cues_in(sentence)
        if binding or others or (soft and sentence == here):
            return Committing(
                withheld=around.each(binding), soft=around.each(soft), others=around.each(others)
            )
    return Committing()


def words_of(cue: Cue, passage: Passage, outside: Hit | None = None) -> str:
    """Give the first words of a passage that a cue finds and that are not those of a hit."""
    for start, end in _spans(cue, passage):
        if outside is None or end <= outside.start or outside.end <= start:
            return " ".join(passage.written(start, end))
    return ""


def elsewhere_words(compiled: CompiledPack, reading: Reading, hit: Hit) -> str:
    """Give the words by which a passage, or what leads into it, is about another subject."""
    around = _Around(compiled, reading)
    return words_of(compiled.elsewhere, around.passage, around.moved(hit))


class _Around:
    """A block with what leads into its list, in which cues are looked for."""

    def __init__(self, compiled: CompiledPack, reading: Reading) -> None:
        self._compiled = compiled
        self._text = f"{reading.lead} {reading.block.text}" if reading.lead else reading.block.text
        self.passage = passage_of(self._text, compiled.lexicon)
        self._lead = len(self.passage.lettered) - len(reading.passage.lettered)

    def moved(self, hit: Hit) -> Hit:
        """Give a hit of the block where it stands here."""
        return hit._replace(start=hit.start + self._lead, end=hit.end + self._lead)

    def sentences(self, hit: Hit) -> tuple[_Span, _Span]:
        """Give the sentence of a hit and the next one, by their positions."""
        here = self.passage.sentence(hit.start + self._lead)
        return here, self.passage.sentence(here[1] + 1)

    def clauses(self, sentence: _Span) -> list[_Span]:
        """Divide a sentence as the matcher does."""
        return Cues(self._compiled, self.passage).clauses(sentence)

    def cues_in(self, sentence: _Span) -> tuple[list[_Span], list[_Span], list[_Span]]:
        """Give what commits in a sentence, what takes that back, and what is said of others."""
        compiled = self._compiled
        others = self._within(compiled.others, sentence)
        binding, soft = (
            [s for s in self._within(cue, sentence) if not any(_meet(s, o) for o in others)]
            for cue in (compiled.binding, compiled.soft)
        )
        return binding, soft, others

    def _within(self, cue: Cue, sentence: _Span) -> list[_Span]:
        found = _spans(cue, self.passage)
        return [s for s in found if sentence[0] <= s[0] and s[1] <= sentence[1]]

    def first(self, cue: Cue, sentence: _Span) -> str:
        """Give the first words that a cue finds in a sentence; empty where there are none."""
        return next(map(self.words, self._within(cue, sentence)), "")

    def each(self, spans: Iterable[_Span]) -> tuple[str, ...]:
        """Give the words of each span, once."""
        return tuple(dict.fromkeys(map(self.words, spans)))

    def words(self, span: _Span) -> str:
        """Give the words at some positions, with the marks between them, on one line."""
        start, end = self.passage.offsets(*span)
        return " ".join(self._text[start:end].split())

    def text(self, sentence: _Span) -> str:
        """Give a whole sentence; empty where there is none."""
        return self.words(sentence) if sentence[0] < sentence[1] else ""


def _spans(cue: Cue, passage: Passage) -> list[_Span]:
    return [match.span() for match in cue.finditer(passage.lettered)]


def _meet(one: _Span, other: _Span) -> bool:
    return one[0] < other[1] and other[0] < one[1]
