"""Forms of words with gaps between them: "plan * by the family"."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from policyalign.matching.hits import Hit, Part, Wording
from policyalign.matching.patterns import compiled
from policyalign.matching.rarity import Letters


@dataclass(frozen=True, eq=False, slots=True)
class GappedForm:
    """A form with gaps.

    One letter of each set of ``needed`` stands wherever it matches; those by which its index finds
    it are not among them.
    """

    wording: Wording
    source: str
    needed: tuple[Letters, ...]

    def hits(self, part: Part) -> Iterable[Hit]:
        """Find the form in one sentence."""
        if not part.has_one_of_each(self.needed):
            return ()
        found = compiled(self.source).finditer(part.text, part.start, part.end)
        return [Hit(self.wording, *match.span()) for match in found]
