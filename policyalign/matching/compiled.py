"""A pack made ready for matching: its alphabet, its index of terms and its cues."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from policyalign.forms import parse_phrase
from policyalign.matching.english import AND
from policyalign.matching.hits import Wording
from policyalign.matching.lexicon import CLAUSE_END, SENTENCE_END, Lexicon
from policyalign.matching.patterns import Cue, neighbours, phrase_words
from policyalign.matching.phrases import PhraseIndex, Spellings, Words
from policyalign.matching.practice import PracticeCues, practice_cues
from policyalign.matching.rarity import Rarity
from policyalign.matching.runs import Runs
from policyalign.matching.scattered import ScatteredIndex
from policyalign.model.clauses import OwnPractice
from policyalign.model.pack import Form, Pack, Reach, Trigger
from policyalign.text import fold, words


@dataclass(frozen=True, slots=True, eq=False)
class CompiledTrigger:
    """A trigger of the pack with its phrases, stops and exceptions ready to search with."""

    trigger: Trigger
    phrases: Cue
    stops: Cue
    unless: Cue


@dataclass(frozen=True, slots=True)
class CompiledPack:
    """What a :class:`policyalign.matching.Matcher` searches with.

    ``terms`` finds concepts, false friends and discouraged wording. All else is looked for only
    where a term was found.
    """

    pack: Pack
    lexicon: Lexicon
    runs: Runs
    terms: PhraseIndex
    triggers: ScatteredIndex[CompiledTrigger]
    row_triggers: tuple[CompiledTrigger, ...]
    clause_begins: Cue
    clause_verbs: Cue
    excuses: tuple[CompiledTrigger, ...]
    other_senses: dict[str, Cue]
    current_in: dict[str, Cue]
    binding: Cue
    soft: Cue
    others: Cue
    casework: Cue
    elsewhere: Cue
    practice: PracticeCues
    asked_as_own: frozenset[str]
    type_titles: dict[str, tuple[Cue, ...]]
    type_content: dict[str, Cue]

    def row_trigger(self, lettered: str) -> Trigger | None:
        """Give the trigger that says of the rest of a row all that a cell says: "No"."""
        whole = 0, len(lettered.rstrip(SENTENCE_END + CLAUSE_END))
        for compiled in self.row_triggers:
            if any(match.span() == whole for match in compiled.phrases.finditer(lettered)):
                return compiled.trigger
        return None


def compile_pack(pack: Pack) -> CompiledPack:
    """Build everything that a pack is searched with."""
    groups = [tuple(tuple(words(fold(s).text.lower())) for s in group) for group in pack.spellings]
    terms = list(_terms(pack))
    lexicon = _lexicon(pack, terms, groups)
    return CompiledPack(
        pack=pack,
        lexicon=lexicon,
        runs=Runs(lexicon),
        terms=PhraseIndex(lexicon, terms, _spellings(groups)),
        triggers=_triggers(pack, lexicon),
        row_triggers=tuple(_trigger(t, lexicon) for t in pack.triggers if t.reach is Reach.ROW),
        clause_begins=Cue(pack.new_clause.begins, lexicon, overlapping=True),
        clause_verbs=Cue(pack.new_clause.verbs, lexicon),
        excuses=tuple(_trigger(excuse, lexicon) for excuse in pack.excuses),
        other_senses={d.id: Cue(d.unless, lexicon) for d in pack.discouraged.values()},
        current_in={d.id: Cue(d.current_in, lexicon) for d in pack.discouraged.values()},
        binding=Cue(pack.commit.binding, lexicon),
        soft=Cue(pack.commit.soft, lexicon),
        others=Cue(pack.commit.others, lexicon),
        casework=Cue(pack.context.casework, lexicon),
        elsewhere=Cue(pack.context.elsewhere, lexicon),
        practice=practice_cues(pack.another_body, lexicon),
        asked_as_own=frozenset(_asked_as_own(pack)),
        type_titles={
            t.id: tuple(Cue([title], lexicon) for title in t.titles) for t in pack.types.values()
        },
        type_content={t.id: Cue(t.content, lexicon) for t in pack.types.values()},
    )


def _asked_as_own(pack: Pack) -> Iterator[str]:
    """Give the concepts of which an item asks whether they are the agency's own practice."""
    for item in pack.checklist.values():
        if OwnPractice() in item.expected:
            yield from item.asked_first


def _lexicon(pack: Pack, terms: list[Wording], groups: list[tuple[Words, ...]]) -> Lexicon:
    vocabulary = {word for wording in terms for word in wording.words} | AND
    for cue in _cues(pack):
        vocabulary.update(phrase_words(parse_phrase(cue)))
    vocabulary.update(word for group in groups for one in group for word in one)
    fuzzy = {word for wording in terms if not wording.verbatim for word in wording.words}
    single = [[word for one in group if len(one) == 1 for word in one] for group in groups]
    lexicon = Lexicon(vocabulary, fuzzy, [group for group in single if len(group) > 1])
    lexicon.add_compounds(_neighbours(terms))
    return lexicon


def _terms(pack: Pack) -> Iterator[Wording]:
    for concept in pack.concepts.values():
        yield from _forms("concept", concept.id, concept.forms)
        for friend in concept.false_friends:
            yield Wording("false friend", concept.id, friend)
    for discouraged in pack.discouraged.values():
        yield from _forms("discouraged", discouraged.id, discouraged.forms)


def _forms(role: str, owner: str, forms: Iterable[Form]) -> Iterator[Wording]:
    for form in forms:
        yield Wording(role, owner, form.text, form.threshold, form.sense)


def _cues(pack: Pack) -> Iterator[str]:
    for discouraged in pack.discouraged.values():
        yield from discouraged.unless + discouraged.current_in
    for trigger in pack.triggers + pack.excuses:
        yield from trigger.phrases + trigger.stops + trigger.unless
    yield from pack.new_clause.begins + pack.new_clause.verbs
    yield from pack.commit.binding + pack.commit.soft + pack.commit.others
    yield from pack.context.casework + pack.context.elsewhere
    yield from pack.another_body.cues
    for kind in pack.types.values():
        yield from kind.titles + kind.content


def _trigger(trigger: Trigger, lexicon: Lexicon) -> CompiledTrigger:
    return CompiledTrigger(
        trigger,
        Cue(trigger.phrases, lexicon),
        Cue(trigger.stops, lexicon),
        Cue(trigger.unless, lexicon),
    )


def _triggers(pack: Pack, lexicon: Lexicon) -> ScatteredIndex[CompiledTrigger]:
    """Keep each trigger under the words of each of its phrases: most texts hold none of them."""
    rarity = Rarity(lexicon, ())
    found: ScatteredIndex[CompiledTrigger] = ScatteredIndex()
    for trigger in pack.triggers:
        if trigger.reach is Reach.ROW:
            continue  # asked for where a table has other cells in the row
        made = _trigger(trigger, lexicon)
        for phrase in trigger.phrases:
            found.add(made, rarity.needed(parse_phrase(phrase)))
    return found


def _spellings(groups: list[tuple[Words, ...]]) -> Spellings:
    found: dict[Words, list[Words]] = defaultdict(list)
    for group in groups:
        for one in group:
            found[one].extend(
                other for other in group if len(one) + len(other) > 2 and other != one
            )
    return dict(found)


def _neighbours(terms: list[Wording]) -> set[tuple[str, str]]:
    """Words that follow each other in a form, and so may be written as one word."""
    pairs = {
        pair
        for wording in terms
        if not (wording.verbatim or wording.gapped)
        for pair in neighbours(wording.phrase)
    }
    return {(first, second) for first, second in pairs if min(len(first), len(second)) > 3}
