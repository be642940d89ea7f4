"""Words of a document with what stands around them."""

from __future__ import annotations

from typing import NamedTuple


class Excerpt(NamedTuple):
    """What was found, and the rest of its sentence on both sides, all on one line.

    ``before`` ends and ``after`` begins with the blank that parts it from ``words``, if one does.
    """

    before: str
    words: str
    after: str
