"""Whose practice a document tells of: its own agency's, or that of another body."""

from __future__ import annotations

from collections.abc import Callable, Iterable

from policyalign.model.document import Document, State
from policyalign.model.pack import AnotherBody, Pack
from policyalign.model.report import Mention, Status, Whose

# What only some teams do is a part in every document; of the rest, what these say is another's.
_AS_SAID = {whose: whose for whose in Whose}
_IN_PART = _AS_SAID | {Whose.ANOTHERS: Whose.SHARED}
_OWN = dict.fromkeys(Whose, Whose.OWN) | {Whose.SOME: Whose.SOME}
_DENIED = frozenset({Status.NEGATED, Status.HISTORICAL})


def whose_practice(
    document: Document, document_type: str, mentions: Iterable[Mention], pack: Pack
) -> Callable[[Mention], Whose]:
    """Give what tells whose practice a mention of a document tells of.

    A partner who tells of what the council does has not taken it up by that. Where anybody else
    says that the framework is not used, or no more, and nowhere that it is, what is done at
    conferences, or was learnt on a course, is done in part.
    """
    another = pack.another_body
    said = [m for m in mentions if m.concept in another.framework and m.state is State.LIVE]
    if document_type in another.types and not _leads(document, another):
        read = _AS_SAID
    else:
        denied = any(m.status in _DENIED for m in said) and not any(map(_is_used, said))
        read = _IN_PART if denied else _OWN
    return lambda mention: read[mention.whose]


def _leads(document: Document, another: AnotherBody) -> bool:
    title = (document.title or "").lower()
    partner = any(body in title for body in another.partners)
    return not partner and any(body in title for body in another.leads)


def _is_used(mention: Mention) -> bool:
    used = mention.whose in {Whose.OWN, Whose.ANOTHERS}
    return mention.status is Status.AFFIRMED and mention.commits and used
