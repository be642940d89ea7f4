"""Wording close to a form that is not credited, ranked so that the first are worth reading."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from itertools import pairwise
from math import log2

from policyalign.matching.compiled import CompiledPack
from policyalign.matching.replaced import ReplacedIndex, Slot, Window
from policyalign.matching.traces import TracedDocument
from policyalign.model.document import Kind
from policyalign.model.pack import Concept, Form, Pack
from policyalign.model.review import Addition, NearMiss, Nearness, Sighting
from policyalign.review.near_forms import CLOSE_BY_SENSE, Near, RelaxedForms, as_form, refused
from policyalign.review.quotes import quoted_words
from policyalign.word_list import english_pairs

# How much of what the words that stay stand for elsewhere must be the concept. Those of everyday
# concepts ("child protection") stand in many other terms.
_LEAST_SHARE = 0.2
_LEAST_SHARE_EVERYDAY = 0.3
_EXCHANGEABLE = 1.25
# "Danger summary" keeps the subject of "danger statement"; "witness statement" does not.
_ANOTHER_SUBJECT = 0.5
_ONCE = 0.4
# What wording is worth where nothing of the framework stands near, or for an everyday concept.
_WITHOUT_COMPANY = 0.5
_EVERYDAY_CONCEPT = 0.7

# What stands there is no evidence, however the pack reads.
_WEAK_KINDS = frozenset({Kind.CONTENTS, Kind.REFERENCE, Kind.HEADER, Kind.FOOTER})

_Key = tuple[str, tuple[str, ...]]


@dataclass(slots=True)
class _Seen:
    """One near wording, wherever it was seen."""

    nearness: Nearness
    form: Form
    addition: Addition
    example: Sighting
    closeness: float
    slot: Slot | None = None
    exchangeable: bool = False
    count: int = 0
    in_company: int = 0
    documents: set[str] = field(default_factory=set)


class NearTally:
    """Gathers near misses document by document."""

    def __init__(self, pack: Pack, compiled: CompiledPack) -> None:
        self._pack = pack
        self._replaced = ReplacedIndex(compiled)
        self._relaxed = RelaxedForms(pack)
        self._seen: dict[_Key, _Seen] = {}
        self._fills: Counter[Slot] = Counter()
        self._credited: Counter[Slot] = Counter()
        self._denied = {concept.id: _denied(concept) for concept in pack.concepts.values()}

    def learn(self, example: TracedDocument) -> None:
        """Learn from an example of the pack what the words of its forms stand for."""
        for _ in self._windows(example):
            pass

    def add(self, traced: TracedDocument) -> None:
        """Gather the near misses of one document."""
        for window in self._windows(traced):
            if window.words:
                self._note(traced, (window.slot.concept, window.words), _as_near(window), window)
        for near in (*refused(traced), *self._relaxed.near(traced)):
            words = traced.readings[near.block].passage.written(near.start, near.end)
            self._note(traced, (near.concept, tuple(as_form(words).split())), near)

    def result(self) -> tuple[NearMiss, ...]:
        """Give the near misses, those most worth reading first."""
        found = (self._miss(*key, seen) for key, seen in self._seen.items())
        worthy = (miss for miss in found if miss.worth > 0)
        ranked = sorted(worthy, key=lambda miss: (-miss.worth, miss.concept, miss.wording))
        return tuple(_once(ranked))

    def _windows(self, traced: TracedDocument) -> Iterator[Window]:
        for window in self._replaced.windows(traced):
            self._fills[window.slot] += 1
            self._credited[window.slot] += window.credited
            yield window

    def _note(
        self, traced: TracedDocument, key: _Key, near: Near, window: Window | None = None
    ) -> None:
        concept, words = key
        if traced.document.blocks[near.block].kind in _WEAK_KINDS:
            return
        if f" {' '.join(words)} " in self._denied[concept]:
            return
        seen = self._seen.get(key)
        if seen is None:
            seen = self._seen[key] = _Seen(
                nearness=near.nearness,
                form=near.form,
                addition=near.addition,
                example=traced.sighting(near.block, near.start, near.end),
                closeness=near.closeness,
                slot=window.slot if window else None,
                exchangeable=window is not None and window.exchangeable,
            )
        elif seen.example.proposed:
            seen.example = traced.sighting(near.block, near.start, near.end)
        seen.count += 1
        seen.in_company += traced.speaks_of_framework_near(near.block)
        seen.documents.add(traced.document.path)

    def _miss(self, concept: str, words: tuple[str, ...], seen: _Seen) -> NearMiss:
        company = _WITHOUT_COMPANY + (1 - _WITHOUT_COMPANY) * seen.in_company / seen.count
        peculiar = 1.0 if self._pack.concepts[concept].anchor else _EVERYDAY_CONCEPT
        # A term is used again; words that stand together once may only happen to.
        often = log2(1 + seen.count) if seen.slot is None else _ONCE + log2(seen.count)
        worth = self._closeness(concept, seen, words) * company * peculiar * often
        return NearMiss(
            concept=concept,
            wording=" ".join(words),
            form=seen.form,
            nearness=seen.nearness,
            count=seen.count,
            documents=len(seen.documents),
            example=seen.example,
            addition=seen.addition,
            worth=round(worth, 4),
        )

    def _closeness(self, concept: str, seen: _Seen, words: tuple[str, ...]) -> float:
        """Of wording with one word replaced, tell by what its other words stand for elsewhere."""
        if seen.slot is None:
            return seen.closeness
        elsewhere = self._fills[seen.slot] - seen.count
        share = self._credited[seen.slot] / (elsewhere + 1)
        anchor = self._pack.concepts[concept].anchor
        least = _LEAST_SHARE if anchor else _LEAST_SHARE_EVERYDAY
        is_ordinary = any(pair in english_pairs() for pair in pairwise(words))
        if share < least or (is_ordinary and not seen.exchangeable):
            return 0.0
        return share * seen.closeness * (_EXCHANGEABLE if seen.exchangeable else 1)


def _as_near(window: Window) -> Near:
    same_subject = window.exchangeable or not window.leads
    return Near(
        concept=window.slot.concept,
        nearness=Nearness.WORD,
        form=window.form,
        addition=Addition(sense=window.form.sense, form=" ".join(window.words)),
        closeness=CLOSE_BY_SENSE[window.form.sense] * (1 if same_subject else _ANOTHER_SUBJECT),
        block=window.block,
        start=window.start,
        end=window.end,
    )


def _denied(concept: Concept) -> str:
    """Give the words of the counterexamples: of wording that stands there its author knows."""
    return " | ".join(f" {' '.join(quoted_words(text))} " for text in concept.counterexamples)


def _once(ranked: Iterable[NearMiss]) -> Iterator[NearMiss]:
    """Leave out the same words for a concept to which they are less near."""
    shown: set[str] = set()
    for miss in ranked:
        if miss.wording not in shown:
            shown.add(miss.wording)
            yield miss
