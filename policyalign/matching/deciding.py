"""Which words around a mention decided what it means; :mod:`~policyalign.matching.cues` decides."""

from __future__ import annotations

from collections.abc import Iterable

from policyalign.matching.compiled import CompiledPack, CompiledTrigger
from policyalign.matching.hits import Hit
from policyalign.matching.passage import Passage, passage_of
from policyalign.matching.patterns import Pattern
from policyalign.matching.reading import Reading
from policyalign.model.pack import Reach

_Span = tuple[int, int]


def status_words(compiled: CompiledPack, reading: Reading, hit: Hit) -> str:
    """Give the words of the trigger that decides the status of a mention.

    There are none where the mention is affirmed, or cited because of where it stands.
    """
    trigger = reading.cues.trigger(hit)
    status, _ = reading.status(hit)
    for known in compiled.triggers:
        if known.trigger is trigger and known.trigger.status == status:
            return _nearest(known, *_with_lead(compiled, reading, hit))
    return ""


def softening_words(compiled: CompiledPack, reading: Reading, hit: Hit) -> str:
    """Give the words that keep "will" or "must" near a mention from committing the agency.

    They take the commitment back, or show that somebody else makes it. There are none where
    neither the sentence of the mention nor the next one holds words that commit.
    """
    passage, hit = _with_lead(compiled, reading, hit)
    here = passage.sentence(hit.start)
    for sentence in (here, passage.sentence(here[1] + 1)):
        binding, soft, others = (
            _within(_spans(cue, passage), sentence)
            for cue in (compiled.binding, compiled.soft, compiled.others)
        )
        if binding and (soft or others):
            return " ".join(passage.written(*(soft or others)[0]))
    return ""


def words_of(cue: Pattern, passage: Passage, outside: Hit | None = None) -> str:
    """Give the first words of a passage that a cue finds and that are not those of a hit."""
    for start, end in _spans(cue, passage):
        if outside is None or end <= outside.start or outside.end <= start:
            return " ".join(passage.written(start, end))
    return ""


def elsewhere_words(compiled: CompiledPack, reading: Reading, hit: Hit) -> str:
    """Give the words by which a passage, or what leads into it, is about another subject."""
    return words_of(compiled.elsewhere, *_with_lead(compiled, reading, hit))


def _with_lead(compiled: CompiledPack, reading: Reading, hit: Hit) -> tuple[Passage, Hit]:
    """Give the passage in which cues are looked for, and the hit where it stands there.

    What leads into a list is read with each of its items.
    """
    if not reading.lead:
        return reading.passage, hit
    passage = passage_of(f"{reading.lead} {reading.block.text}", compiled.lexicon)
    lead = len(passage.lettered) - len(reading.passage.lettered)
    return passage, hit._replace(start=hit.start + lead, end=hit.end + lead)


def _nearest(trigger: CompiledTrigger, passage: Passage, hit: Hit) -> str:
    """Give the words of a trigger that stand nearest to a mention, within its reach."""
    spans = _spans(trigger.phrases, passage)
    if trigger.trigger.reach is not Reach.BLOCK:
        spans = [span for span in _within(spans, passage.sentence(hit.start)) if not _in(span, hit)]
    nearest = min(spans, key=lambda span: max(hit.start - span[1], span[0] - hit.end))
    return " ".join(passage.written(*nearest))


def _spans(cue: Pattern, passage: Passage) -> list[_Span]:
    return [match.span() for match in cue.finditer(passage.lettered)]


def _within(spans: Iterable[_Span], sentence: _Span) -> list[_Span]:
    return [s for s in spans if sentence[0] <= s[0] and s[1] <= sentence[1]]


def _in(span: _Span, hit: Hit) -> bool:
    return hit.start <= span[0] < hit.end
