"""What is to be said to the owner of a policy, and at which of its words; no format is known here.

Three things are remarked on: words that came near to what an item asks for and do not count,
discouraged wording, and every item that is missing or partly met. A first remark says what was
checked, so that a copy that is sent on explains itself.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from policyalign.annotating.fitting import Fitting
from policyalign.checklist.clauses import Reasons
from policyalign.checklist.evidence import proofs_in
from policyalign.matching.near import Survey
from policyalign.model.clauses import AtLeast
from policyalign.model.document import Document
from policyalign.model.explanation import NearMiss, Obstacle, Support
from policyalign.model.pack import ChecklistItem, Pack
from policyalign.model.report import DocumentResult, Finding, Mention, Outcome
from policyalign.renderers import wording
from policyalign.renderers.decision_wording import AFTER, DECIDED, after, line
from policyalign.renderers.explanation_advice import advice
from policyalign.renderers.explanation_wording import because
from policyalign.renderers.gaps import OPEN, Gap, gaps, type_name
from policyalign.renderers.plain import plain
from policyalign.renderers.wording import Label

# What keeps words from counting, the least hindrance first. That words which count stand in
# another section is said with the item, and not at each of them.
_NEAREST = (
    Obstacle.PROPOSED,
    Obstacle.NO_COMMITMENT,
    Obstacle.ORDINARY,
    Obstacle.NO_DATE,
    Obstacle.ANOTHERS,
    Obstacle.PLANNED,
    Obstacle.ONLY_LISTED,
    Obstacle.BLANK_FORM,
    Obstacle.WEAK_PLACE,
    Obstacle.CITED,
    Obstacle.HISTORICAL,
    Obstacle.NEGATED,
    Obstacle.PAST_VERSION,
)
# Words with these count, and a clause about all that counts does not hold for them.
_COUNTED = frozenset(
    {
        Obstacle.NO_COMMITMENT,
        Obstacle.ORDINARY,
        Obstacle.NO_DATE,
        Obstacle.ANOTHERS,
        Obstacle.ONLY_LISTED,
    }
)
_CAUTION = (
    "A remark points at words. It is no judgement of practice; overrule it where you know better."
)
_Words = tuple[int, int, int]


@dataclass(frozen=True, slots=True, kw_only=True)
class Remark:
    """Something to say at words of a document.

    ``block`` is the running number of the block, ``start`` and ``end`` are characters of its text.
    ``lines`` are paragraphs of plain text, the first of them a title, which quotes the words that
    the remark is about. ``at_words`` is false where it is about what the document lacks, and stands
    at these words for want of a place.
    """

    block: int
    start: int
    end: int
    lines: tuple[str, ...]
    at_words: bool


def remarks(document: Document, checked: DocumentResult, pack: Pack) -> tuple[Remark, ...]:
    """Give all there is to say of a checked document, in the order of its text.

    A document without a word has no remarks.
    """
    if not document.blocks:
        return ()
    fitting = Fitting(document, checked, pack)
    found = [
        _at_block(document, fitting.title, _summary(checked, pack)),
        *_missing(document, checked, pack, fitting),
        *_weak(document, checked, pack),
        *(_discouraged(finding, pack) for finding in checked.faults),
    ]
    # The order in which remarks are made is kept among those that begin at the same word.
    return tuple(sorted(found, key=lambda remark: (remark.block, remark.start)))


def _at_block(document: Document, number: int, lines: Iterator[str]) -> Remark:
    end = len(document.blocks[number].text)
    return Remark(block=number, start=0, end=end, lines=_plain(lines), at_words=False)


def _plain(lines: Iterator[str]) -> tuple[str, ...]:
    return tuple(plain(line) for line in lines)


def _summary(checked: DocumentResult, pack: Pack) -> Iterator[str]:
    yield f"Checked against {pack.name}"
    yield f"{Label.ALIGNMENT}: {wording.alignment(checked)}"
    if decided := after(checked):
        yield f"{AFTER}: {decided}"
    yield f"{Label.TYPE}: {type_name(checked, pack)} ({checked.type_source})"
    if checked.agency:
        yield f"{Label.AGENCY}: {checked.agency}"
    counts = {wording.OUTCOMES[o]: len(checked.with_outcome(o)) for o in Outcome}
    yield f"Items: {', '.join(f'{n} {name}' for name, n in counts.items() if n)}"
    yield f"{Label.DISCOURAGED}: {len(checked.faults)}"
    for result in checked.decisions:
        yield f"{DECIDED}: {wording.quoted(pack.checklist[result.id].title)}: {line(result)}"
    for result in checked.undecided(Outcome.UNCLEAR):
        title = wording.quoted(pack.checklist[result.id].title)
        yield f"{wording.ASIDES[Outcome.UNCLEAR]}: {title}: {wording.sentence(result.reason)}"
    for notice in checked.notices:
        yield f"Notice: {wording.notice(notice)}"
    yield _CAUTION
    yield wording.pack_line(pack)


def _missing(
    document: Document, checked: DocumentResult, pack: Pack, fitting: Fitting
) -> Iterator[Remark]:
    for gap in gaps(checked, pack, *OPEN, pointer="; see the remarks on it"):
        yield _at_block(document, fitting.heading_for(gap), _gap_lines(gap))


def _gap_lines(gap: Gap) -> Iterator[str]:
    outcome = wording.OUTCOMES[gap.outcome].capitalize()
    importance = wording.IMPORTANCES[gap.item.importance].lower()
    yield f"{outcome} ({importance}): {gap.item.title}"
    yield from gap.lines()


def _discouraged(finding: Finding, pack: Pack) -> Remark:
    lines = (
        f"{Label.DISCOURAGED}: {wording.quoted(finding.quote)}",
        f"{Label.BETTER}: {finding.prefer}",
        f"{Label.WHY}: {pack.discouraged[finding.id].why}",
    )
    return Remark(
        block=finding.block,
        start=finding.start,
        end=finding.end,
        lines=_plain(iter(lines)),
        at_words=True,
    )


def _weak(document: Document, checked: DocumentResult, pack: Pack) -> Iterator[Remark]:
    """Remark on the words that came nearest to each concept that an open item lacks.

    Words that would serve several items are remarked on once.
    """
    proofs = proofs_in(document, checked, pack)
    survey = Survey(pack, document)
    found: dict[tuple[_Words, Obstacle], tuple[NearMiss, list[ChecklistItem]]] = {}
    for result in checked.standing_at(*OPEN):
        item = pack.checklist[result.id]
        reasons = Reasons(item, proofs, pack)
        for mention, obstacle in _nearest(reasons):
            words = mention.block, mention.start, mention.end
            if (words, obstacle) not in found:
                near = _near_miss(reasons.support(mention), obstacle, survey)
                found[words, obstacle] = near, []
            found[words, obstacle][1].append(item)
    for near, items in found.values():
        yield _not_enough(near, items, document, pack)


def _nearest(reasons: Reasons) -> Iterator[tuple[Mention, Obstacle]]:
    """Give the mentions that least keep from counting, as many as the item still needs.

    A clause that asks for any of several concepts is helped by one of them. Words that count and
    only do not commit, or are only listed, are enough as soon as one of them does.
    """
    order = {concept: number for number, concept in enumerate(reasons.concepts)}
    held_back = sorted((p for p in reasons.held_back() if p[1] in _NEAREST), key=_rank)
    best: dict[str, tuple[Mention, Obstacle]] = {}
    counted: list[tuple[Mention, Obstacle]] = []
    for mention, obstacle in held_back:
        if obstacle in _COUNTED:
            counted.append((mention, obstacle))
        else:
            best.setdefault(mention.concept, (mention, obstacle))
    chosen: dict[str, tuple[Mention, Obstacle]] = {}
    for found in reasons.clauses():
        if isinstance(found.clause, AtLeast) and not found.held:
            there = len(set(found.clause.concepts)) - len(found.lacking)
            near = sorted((best[c] for c in found.lacking if c in best), key=_rank)
            needed = near[: found.clause.count - there]
            chosen.update({pair[0].concept: pair for pair in needed})
    yield from chosen.values()
    yield from sorted(counted, key=lambda pair: order[pair[0].concept])[:1]


def _rank(pair: tuple[Mention, Obstacle]) -> tuple[int, int, int]:
    mention, obstacle = pair
    return _NEAREST.index(obstacle), mention.block, mention.start


def _near_miss(support: Support, obstacle: Obstacle, survey: Survey) -> NearMiss:
    """Add to a mention what keeps it from counting, and the words that show this."""
    mention = support.mention
    return NearMiss(
        concept=mention.concept,
        obstacle=obstacle,
        excerpt=support.excerpt,
        start=mention.start,
        end=mention.end,
        place=mention.place,
        kind=support.kind,
        how=mention.how,
        similarity=mention.similarity,
        because=survey.because(mention, obstacle),
        committing=survey.committing(mention) if obstacle is Obstacle.NO_COMMITMENT else None,
    )


def _not_enough(
    near: NearMiss, items: list[ChecklistItem], document: Document, pack: Pack
) -> Remark:
    titles = wording.listed(wording.quoted(item.title) for item in items)
    words = document.blocks[near.place.block].text[near.start : near.end]
    known, shown_by = advice(near), because(near, pack)
    why = f"{known.why} ({shown_by})" if shown_by else known.why
    lines = (
        f"Not enough for {titles}: {wording.quoted(words)}",
        f"{Label.WHY}: {wording.sentence(why)}",
        f"{Label.BETTER}: {known.policy}",
    )
    return Remark(
        block=near.place.block,
        start=near.start,
        end=near.end,
        lines=_plain(iter(lines)),
        at_words=True,
    )
