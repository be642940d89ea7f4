"""Try out what marked passages would add to a pack, before it is suggested."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable
from dataclasses import replace

from policyalign.matching.traces import Fate, Tracer
from policyalign.model.document import Document
from policyalign.model.pack import Form, Pack, Sense
from policyalign.model.report import Status
from policyalign.model.review import Addition, MarkOutcome, MarkResult
from policyalign.readers.plain import text_blocks
from policyalign.review.quotes import quoted_words

# The narrower list first: everyday words should count only where families are spoken of.
_SENSES = (Sense.CASEWORK, Sense.ANYWHERE)


def with_additions(pack: Pack, results: Iterable[MarkResult]) -> tuple[MarkResult, ...]:
    """Give open marks the form they would add, in the narrowest list in which it counts.

    ``holds`` is false where the sentence would not be credited in either list, because something
    in it keeps the words from credit.
    """
    results = list(results)
    for sense in _SENSES:
        pending = [r for r in results if r.outcome is MarkOutcome.OPEN and not r.holds]
        if not pending:
            break
        tried = iter(_tried(pack, pending, sense))
        results = [next(tried) if result in pending else result for result in results]
    return tuple(results)


def _tried(pack: Pack, pending: list[MarkResult], sense: Sense) -> list[MarkResult]:
    added = [Addition(sense=sense, form=" ".join(quoted_words(r.mark.quote))) for r in pending]
    tracer = Tracer(_extended(pack, pending, added))
    return [
        replace(result, addition=addition, holds=_counts(tracer, result))
        for result, addition in zip(pending, added, strict=True)
    ]


def _extended(pack: Pack, pending: list[MarkResult], added: list[Addition]) -> Pack:
    forms: dict[str, list[Form]] = defaultdict(list)
    for result, addition in zip(pending, added, strict=True):
        concept = pack.concepts[result.mark.concept]
        threshold = max(form.threshold for form in concept.forms)
        forms[concept.id].append(
            Form(text=addition.form, sense=addition.sense, threshold=threshold)
        )
    concepts = {
        name: replace(concept, forms=concept.forms + tuple(forms[name]))
        for name, concept in pack.concepts.items()
    }
    return replace(pack, concepts=concepts, fingerprint=f"{pack.fingerprint} extended")


def _counts(tracer: Tracer, result: MarkResult) -> bool:
    assert result.sighting, "an open mark was seen"
    traced = tracer.trace(sentence_document(result.sighting.sentence))
    return any(
        trace.concept == result.mark.concept
        and trace.fate is Fate.COUNTED
        and traced.status(trace) is Status.AFFIRMED
        for trace in traced.traces
    )


def sentence_document(sentence: str) -> Document:
    """Give a document that holds one sentence and nothing else, as an example of a pack does."""
    return Document(path="", sha256="", title=None, blocks=text_blocks(sentence))
