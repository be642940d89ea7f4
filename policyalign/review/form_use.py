"""How often each form of a pack counted: which do no work, and which may do too much."""

from __future__ import annotations

from collections import Counter
from statistics import median

from policyalign.matching.traces import Fate, TracedDocument
from policyalign.model.pack import Form, Pack, Sense
from policyalign.model.review import FormUse, Sighting, UnusedForms

Key = tuple[str, Form]

# What is found so much more often than most forms, or in so many of so many documents, is unusual.
_TIMES_THE_USUAL = 4
_OFTEN = 5
_MOST_DOCUMENTS = 0.6
_ENOUGH_DOCUMENTS = 4
_REFUSED = frozenset({Fate.UNVOUCHED, Fate.ELSEWHERE})


class FormTally:
    """Counts what every form of the concepts of a pack found, document by document."""

    def __init__(self, pack: Pack) -> None:
        self._pack = pack
        self._counted: Counter[Key] = Counter()
        self._covered: Counter[Key] = Counter()
        self._refused: Counter[Key] = Counter()
        self._documents: Counter[Key] = Counter()
        self._first: dict[Key, Sighting] = {}
        self._in_examples: set[Key] = set()

    def learn(self, traced: TracedDocument) -> None:
        """Note which forms an example of the pack rests on."""
        self._in_examples |= {
            (trace.concept, trace.form) for trace in traced.traces if trace.fate is Fate.COUNTED
        }

    def add(self, traced: TracedDocument) -> None:
        """Count the forms found in one document."""
        here: set[Key] = set()
        for trace in traced.traces:
            key = (trace.concept, trace.form)
            if trace.fate is Fate.COVERED:
                self._covered[key] += 1
            elif trace.fate in _REFUSED:
                self._refused[key] += 1
            else:
                self._counted[key] += 1
                here.add(key)
                if key not in self._first:
                    hit = trace.candidate.hit
                    self._first[key] = traced.sighting(trace.block, hit.start, hit.end)
        self._documents.update(here)

    def silent(self) -> tuple[str, ...]:
        """Give the concepts that were mentioned nowhere, which says nothing of their forms."""
        return tuple(name for name in self._pack.concepts if not self._mentions(name))

    def unused(self) -> tuple[UnusedForms, ...]:
        """Give the forms that counted nowhere, of concepts that were mentioned.

        First come the concepts that were mentioned most, since their other forms had the most
        chances; within a concept, forms that no example of the pack needs, and of those the ones
        that were found and always covered by another.
        """
        groups = [
            UnusedForms(concept=name, mentions=mentions, forms=forms)
            for name in self._pack.concepts
            if (mentions := self._mentions(name)) and (forms := self._unused_forms(name))
        ]
        return tuple(sorted(groups, key=lambda group: (-group.mentions, group.concept)))

    def everywhere(self, documents: int) -> tuple[FormUse, ...]:
        """Give the forms found unusually often, or in unusually many of these documents.

        Ambiguous forms come first, then forms that any framework may share, each by how often.
        """
        found = [self._use(*key) for key in self._counted]
        if not found:
            return ()
        usual = median(use.counted for use in found)
        unusual = [use for use in found if _is_unusual(use, usual, documents)]
        return tuple(sorted(unusual, key=self._ambiguous_first))

    def _mentions(self, concept: str) -> int:
        return sum(self._counted[concept, form] for form in self._pack.concepts[concept].forms)

    def _unused_forms(self, concept: str) -> tuple[FormUse, ...]:
        forms = self._pack.concepts[concept].forms
        uses = [self._use(concept, form) for form in forms if not self._counted[concept, form]]
        return tuple(sorted(uses, key=lambda use: (use.in_examples, -use.covered, use.refused)))

    def _use(self, concept: str, form: Form) -> FormUse:
        key = (concept, form)
        return FormUse(
            concept=concept,
            form=form,
            counted=self._counted[key],
            documents=self._documents[key],
            covered=self._covered[key],
            refused=self._refused[key],
            in_examples=key in self._in_examples,
            first=self._first.get(key),
        )

    def _ambiguous_first(self, use: FormUse) -> tuple[bool, bool, int, str, str]:
        anywhere = use.form.sense is Sense.ANYWHERE
        anchor = self._pack.concepts[use.concept].anchor
        return (anchor and anywhere, anywhere, -use.counted, use.concept, use.form.text)


def _is_unusual(use: FormUse, usual: float, documents: int) -> bool:
    if use.counted < _OFTEN:
        return False
    in_most = documents >= _ENOUGH_DOCUMENTS and use.documents >= _MOST_DOCUMENTS * documents
    return in_most or use.counted >= _TIMES_THE_USUAL * usual
