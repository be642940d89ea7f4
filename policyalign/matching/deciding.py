"""Which words around a mention decided what it means; :mod:`~policyalign.matching.cues` decides."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import replace

from policyalign.matching.compiled import CompiledPack, CompiledTrigger
from policyalign.matching.cues import Cues
from policyalign.matching.hits import Hit
from policyalign.matching.passage import Passage
from policyalign.matching.patterns import Pattern
from policyalign.matching.reading import Reading
from policyalign.model.pack import Reach

_Span = tuple[int, int]


def status_words(compiled: CompiledPack, reading: Reading, hit: Hit) -> str:
    """Give the words of the first trigger that reaches a mention, or nothing if none does."""
    for trigger in compiled.triggers:
        alone = replace(compiled, triggers=(trigger,))
        if Cues(alone, reading.passage).status(hit):
            return _nearest(trigger, reading.passage, hit)
    return ""


def _nearest(trigger: CompiledTrigger, passage: Passage, hit: Hit) -> str:
    """Give the words of a trigger that stand nearest to a mention, within its reach."""
    spans = _spans(trigger.phrases, passage)
    if trigger.trigger.reach is not Reach.BLOCK:
        spans = [span for span in _within(spans, passage.sentence(hit.start)) if not _in(span, hit)]
    nearest = min(spans, key=lambda span: max(hit.start - span[1], span[0] - hit.end))
    return " ".join(passage.written(*nearest))


def softening_words(compiled: CompiledPack, reading: Reading, hit: Hit) -> str:
    """Give the words that take back what commits in the sentence of a mention or the next one.

    There are none where nothing in either commits.
    """
    passage = reading.passage
    here = passage.sentence(hit.start)
    for sentence in (here, passage.sentence(here[1] + 1)):
        soft = _within(_spans(compiled.soft, passage), sentence)
        if soft and _within(_spans(compiled.binding, passage), sentence):
            return " ".join(passage.written(*soft[0]))
    return ""


def words_of(cue: Pattern, passage: Passage, outside: Hit | None = None) -> str:
    """Give the first words of a passage that a cue finds and that are not those of a hit."""
    for start, end in _spans(cue, passage):
        if outside is None or end <= outside.start or outside.end <= start:
            return " ".join(passage.written(start, end))
    return ""


def _spans(cue: Pattern, passage: Passage) -> list[_Span]:
    return [match.span() for match in cue.finditer(passage.lettered)]


def _within(spans: Iterable[_Span], sentence: _Span) -> list[_Span]:
    return [s for s in spans if sentence[0] <= s[0] and s[1] <= sentence[1]]


def _in(span: _Span, hit: Hit) -> bool:
    return hit.start <= span[0] < hit.end
