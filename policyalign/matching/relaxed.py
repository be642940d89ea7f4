"""A pack that finds more: each form with a lower threshold and with wider gaps.

What it finds and the pack itself does not is wording close to a form.
"""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import replace

from policyalign.forms import concepts_in, parse_phrase
from policyalign.model.pack import Concept, Form, Pack

# How far below its threshold wording may be and still be near a form.
LEEWAY = 15.0
_VERBATIM = 100.0
_SHORT_GAP = re.compile(r"(?<!\*)\*(?!\*)")


def relaxed(pack: Pack) -> Pack:
    """Give the pack with every concept form relaxed; it is no longer fit for a report."""
    concepts = {name: _relaxed_concept(concept) for name, concept in pack.concepts.items()}
    return replace(pack, concepts=concepts, fingerprint=f"{pack.fingerprint} relaxed")


def relaxed_alone(pack: Pack, wanted: Iterable[str]) -> Pack:
    """Give a pack of some concepts and those in their forms, relaxed.

    It is made ready in a fraction of the time that the whole pack takes.
    """
    names = sorted(_with_those_in_forms(pack, wanted))
    concepts = {name: pack.concepts[name] for name in names}
    fingerprint = f"{pack.fingerprint} {' '.join(names)}"
    return relaxed(replace(pack, concepts=concepts, discouraged={}, fingerprint=fingerprint))


def relaxed_form(form: Form) -> Form:
    """Give a form with short gaps made long and a threshold that forgives more.

    A form of threshold 100 asks for exactly its words, and keeps asking.
    """
    exact = form.threshold >= _VERBATIM
    threshold = form.threshold if exact else max(form.threshold - LEEWAY, 0.0)
    return replace(form, text=_SHORT_GAP.sub("**", form.text), threshold=threshold)


def _relaxed_concept(concept: Concept) -> Concept:
    return replace(concept, forms=tuple(map(relaxed_form, concept.forms)))


def _with_those_in_forms(pack: Pack, wanted: Iterable[str]) -> set[str]:
    found: set[str] = set()
    left = list(wanted)
    while left:
        name = left.pop()
        if name not in found:
            found.add(name)
            for form in pack.concepts[name].forms:
                left += concepts_in(parse_phrase(form.text))
    return found
