"""Whose practice a document tells of: its own agency's, or that of another body."""

from __future__ import annotations

from collections.abc import Iterable

from policyalign.model.document import State
from policyalign.model.pack import Pack
from policyalign.model.report import Mention, Status


def tells_of_others(document_type: str, mentions: Iterable[Mention], pack: Pack) -> bool:
    """Tell whether what a document says of another body is no practice of its own.

    So it is where a partner writes, and where the framework itself is said not to be used, or not
    yet, and nowhere said to be.
    """
    another = pack.another_body
    if document_type in another.types:
        return True
    said = [m for m in mentions if m.concept in another.unless_used and m.state is State.LIVE]
    denied = any(m.status is Status.NEGATED for m in said)
    return denied and not any(_is_used(mention) for mention in said)


def _is_used(mention: Mention) -> bool:
    return mention.status is Status.AFFIRMED and mention.commits and not mention.anothers
