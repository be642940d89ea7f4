"""Near misses of whole forms: refused by their context, not alike enough, or too far apart."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator
from typing import NamedTuple

from policyalign.forms import count_sequences, is_case_exact, is_plain, parse_phrase
from policyalign.matching.relaxed import LEEWAY, relaxed, relaxed_form
from policyalign.matching.traces import Fate, Trace, TracedDocument, Tracer
from policyalign.model.pack import Form, Pack, Sense
from policyalign.model.review import Addition, Nearness
from policyalign.review.quotes import is_word

# A form of the framework's sense is everyday language, and so less likely to be an oversight.
CLOSE_BY_SENSE = {Sense.ANYWHERE: 1.0, Sense.CASEWORK: 0.7, Sense.FRAMEWORK: 0.35}
_CLOSE_IN_GAPS = 0.8
_CLOSE_IN_LIKENESS = 0.9
_LONGEST_IN_GAPS = 14
_ONE_WORD = 0.4


class Near(NamedTuple):
    """One near miss between two positions of a block; ``closeness`` is 0 to 1."""

    concept: str
    nearness: Nearness
    form: Form
    addition: Addition
    closeness: float
    block: int
    start: int
    end: int


def refused(traced: TracedDocument) -> Iterator[Near]:
    """Give wording that would count if the text around it showed its sense."""
    found = (trace for trace in traced.traces if trace.fate is Fate.UNVOUCHED)
    for trace in _longest(_unmentioned(traced, found)):
        hit = trace.candidate.hit
        one_word = hit.end - hit.start == 1
        yield Near(
            trace.concept,
            Nearness.CONTEXT,
            trace.form,
            _wider(traced, trace),
            CLOSE_BY_SENSE[trace.form.sense] * (_ONE_WORD if one_word else 1),
            trace.block,
            hit.start,
            hit.end,
        )


class RelaxedForms:
    """Finds wording that would count with lower thresholds or wider gaps."""

    def __init__(self, pack: Pack) -> None:
        self._tracer = Tracer(relaxed(pack))
        self._originals = {
            (concept.id, relaxed_form(form)): form
            for concept in pack.concepts.values()
            for form in concept.forms
        }

    def near(self, traced: TracedDocument) -> Iterator[Near]:
        """Give the near misses of a document, of which ``traced`` is what the pack itself finds."""
        loosened = self._tracer.trace(traced.document)
        found = (trace for trace in loosened.traces if trace.fate is Fate.COUNTED)
        for trace in _longest(_unmentioned(traced, found)):
            form = self._originals[trace.concept, trace.form]
            hit = trace.candidate.hit
            shortfall = form.threshold - trace.candidate.similarity
            if hit.cost and shortfall > 0 and not _cuts_into_mention(traced, trace):
                nearness, closeness = Nearness.LIKENESS, 1 - shortfall / LEEWAY
                addition = Addition(sense=form.sense, form=_written(loosened, trace))
                closeness *= _CLOSE_IN_LIKENESS
            elif not hit.cost and trace.form.text != form.text:
                nearness, closeness = Nearness.GAP, 1 - (hit.end - hit.start) / _LONGEST_IN_GAPS
                addition = Addition(sense=form.sense, form=trace.form.text, instead=form.text)
                closeness *= _CLOSE_IN_GAPS
            else:  # a mention on which it rests is itself a near miss, and is shown as one
                continue
            if closeness > 0:
                yield Near(
                    trace.concept, nearness, form, addition, closeness,
                    trace.block, hit.start, hit.end,
                )  # fmt: skip


def _unmentioned(traced: TracedDocument, found: Iterable[Trace]) -> Iterator[Trace]:
    """Leave out what the same paragraph is credited with anyway."""
    mentioned = {(t.block, t.concept) for t in traced.traces if t.fate is Fate.COUNTED}
    return (trace for trace in found if (trace.block, trace.concept) not in mentioned)


def _cuts_into_mention(traced: TracedDocument, trace: Trace) -> bool:
    hit = trace.candidate.hit
    return any(
        other.start < hit.end and hit.start < other.end
        for mention in traced.traces
        if mention.block == trace.block and mention.fate is Fate.COUNTED
        for other in [mention.candidate.hit]
    )


def _longest(found: Iterable[Trace]) -> Iterator[Trace]:
    """Of overlapping wording of one concept give the longest."""
    taken: dict[tuple[int, str], set[int]] = defaultdict(set)
    for trace in sorted(found, key=lambda t: t.candidate.hit.start - t.candidate.hit.end):
        hit = trace.candidate.hit
        places = set(range(hit.start, hit.end))
        if taken[trace.block, trace.concept].isdisjoint(places):
            taken[trace.block, trace.concept] |= places
            yield trace


def _wider(traced: TracedDocument, trace: Trace) -> Addition:
    """Give the form for the list of the next wider sense, in which it would count."""
    hit, form = trace.candidate.hit, trace.form
    heading = traced.heading_cues(trace.block)
    casework = traced.readings[trace.block].cues.in_casework(hit) or (
        heading is not None and heading.in_casework()
    )
    narrow = form.sense is Sense.FRAMEWORK and casework
    sense = Sense.CASEWORK if narrow else Sense.ANYWHERE
    if is_case_exact(form.text) or _is_one_wording(form):
        return Addition(sense=sense, form=form.text, instead=form.text)
    return Addition(sense=sense, form=_written(traced, trace))


def _is_one_wording(form: Form) -> bool:
    phrase = parse_phrase(form.text)
    return is_plain(phrase) and count_sequences(phrase) == 1


def _written(traced: TracedDocument, trace: Trace) -> str:
    hit = trace.candidate.hit
    written = traced.readings[trace.block].passage.written(hit.start, hit.end)
    return as_form(written)


def as_form(written: Iterable[str]) -> str:
    """Write the words of a document, without its marks, as a form of a pack."""
    return " ".join("and" if word == "&" else word.lower() for word in written if is_word(word))
