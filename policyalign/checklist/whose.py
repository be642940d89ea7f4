"""Whose practice a document tells of: its own agency's, or that of another body."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from operator import attrgetter

from policyalign.model.document import State
from policyalign.model.pack import Pack
from policyalign.model.report import Mention, Status, Whose


def whose_practice(
    document_type: str, mentions: Iterable[Mention], pack: Pack
) -> Callable[[Mention], Whose]:
    """Give what tells whose practice a mention of a document tells of.

    A partner who tells of what the council does has not taken it up by that. Where anybody else
    says that the framework is not used, or no more, and nowhere that it is, what is done at
    conferences, or was learnt on a course, is done in part. What only some teams do is so in every
    document; all else is the agency's own.
    """
    another = pack.another_body
    if document_type in another.types:
        return attrgetter("whose")
    said = [m for m in mentions if m.concept in another.framework and m.state is State.LIVE]
    denied = any(m.status in _DENIED for m in said) and not any(map(_is_used, said))
    return _own_or_shared if denied else _own_or_some


_DENIED = frozenset({Status.NEGATED, Status.HISTORICAL})


def _is_used(mention: Mention) -> bool:
    return mention.status is Status.AFFIRMED and mention.commits and mention.whose is Whose.OWN


def _own_or_some(mention: Mention) -> Whose:
    return mention.whose if mention.whose is Whose.SOME else Whose.OWN


def _own_or_shared(mention: Mention) -> Whose:
    return Whose.SHARED if mention.whose is Whose.ANOTHERS else mention.whose
