"""Where one agency stands on each item, from all of its files that count."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, field

from policyalign.model.partnership import Claim, Dispute, Field, Standing
from policyalign.model.report import Outcome
from policyalign.model.returns import Exhibit, Rating, Row
from policyalign.model.submissions import ItemKey, Ruling, Submission

_Claims = dict[Field, list[Claim]]


def standings(
    agency: str, counted: Iterable[Submission], rulings: Iterable[Ruling]
) -> tuple[dict[ItemKey, Standing], tuple[Dispute, ...]]:
    """Give where an agency stands on each item, and what its files disagree on.

    A field that is left empty contradicts nothing. What one file alone says is taken from it.
    """
    said: dict[ItemKey, _Said] = defaultdict(_Said)
    for submission in counted:
        for row in submission.held.rows:
            said[submission.held.pack, row.item].add(row, submission.path)
    for ruling in rulings:
        if ruling.key in said:
            said[ruling.key].rule(ruling)
    return (
        {key: one.standing() for key, one in said.items()},
        tuple(d for key, one in said.items() for d in one.disputes(agency, key)),
    )


@dataclass(slots=True)
class _Said:
    """All that is said of one item of one agency."""

    claims: _Claims = field(default_factory=lambda: defaultdict(list))
    exhibits: list[tuple[Outcome, Exhibit]] = field(default_factory=list)

    def add(self, row: Row, path: str) -> None:
        answer = row.answer
        self._claim(Field.FINDING, row.finding.outcome, path)
        self._claim(Field.RATING, answer.rating, path)
        self._claim(Field.MODERATED, answer.moderated, path)
        self._claim(Field.MODERATION, answer.moderation, path)
        if row.finding.exhibit:
            self.exhibits.append((row.finding.outcome, row.finding.exhibit))

    def rule(self, ruling: Ruling) -> None:
        self._claim(Field.MODERATED, ruling.rating, ruling.path)
        self._claim(Field.MODERATION, ruling.comment, ruling.path)

    def standing(self) -> Standing:
        values = {name: _agreed(claims) for name, claims in self.claims.items()}
        rating, moderated = values.get(Field.RATING), values.get(Field.MODERATED)
        finding = values.get(Field.FINDING)
        return Standing(
            rating=Rating(rating) if rating else None,
            finding=Outcome(finding) if finding else None,
            exhibit=next((e for outcome, e in self.exhibits if outcome == finding), None),
            moderated=Rating(moderated) if moderated else None,
            moderation=values.get(Field.MODERATION, ""),
            disputed=frozenset(name for name, value in values.items() if not value),
        )

    def disputes(self, agency: str, key: ItemKey) -> Iterator[Dispute]:
        for name in Field:
            claims = self.claims.get(name, ())
            if claims and not _agreed(claims):
                yield Dispute(agency=agency, key=key, field=name, claims=tuple(claims))

    def _claim(self, name: Field, value: str | None, path: str) -> None:
        if value:
            self.claims[name].append(Claim(value=str(value), path=path))


def _agreed(claims: Sequence[Claim]) -> str:
    """Give what all claims say; empty where they differ."""
    values = {" ".join(claim.value.split()) for claim in claims}
    return claims[0].value if len(values) == 1 else ""
