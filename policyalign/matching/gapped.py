"""Forms of words with gaps between them: "plan * by the family"."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from policyalign.matching.hits import Hit, Part, Wording
from policyalign.matching.patterns import compiled
from policyalign.matching.rarity import Letters


@dataclass(frozen=True, eq=False, slots=True)
class GappedForm:
    """A form with gaps. One letter of each set of ``needed`` stands wherever it matches."""

    wording: Wording
    source: str
    needed: tuple[Letters, ...]

    def hits(self, part: Part) -> Iterator[Hit]:
        """Find the form in one sentence."""
        if part.has_one_of_each(self.needed):
            for match in compiled(self.source).finditer(part.text, part.start, part.end):
                yield Hit(self.wording, *match.span())
