"""Which files of an agency count, and what becomes of the others."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, timedelta

from policyalign.model.partnership import AgencyFile, Use
from policyalign.model.submissions import Source, Submission

# Rounds of self-assessment come every year or two; what is nearer together belongs to one.
ROUND = timedelta(days=180)


@dataclass(frozen=True, slots=True)
class Chosen:
    """A file of an agency and what becomes of it."""

    submission: Submission
    use: Use

    def as_file(self) -> AgencyFile:
        """Give what is shown of it."""
        held = self.submission.held
        return AgencyFile(
            path=self.submission.path,
            source=self.submission.source,
            made=held.made,
            pack=held.pack,
            pack_version=held.pack_version,
            use=self.use,
        )


def choose(submissions: Sequence[Submission]) -> tuple[Chosen, ...]:
    """Say of each file of one agency whether it counts; the newest stand first.

    Returns of the newest round count, all of them: the later of two is not taken to be right. A
    report counts only where there is no return, and then those of the newest day.
    """
    ranked = sorted(submissions, key=lambda one: (-one.held.made.toordinal(), one.path))
    returns = [one for one in ranked if one.source is Source.RETURN]
    newest = (returns or ranked)[0].held.made
    chosen: list[Chosen] = []
    for one in ranked:
        use = _use(one, newest, has_return=bool(returns))
        if use is Use.COUNTED and any(_say_the_same(one, known) for known in chosen):
            use = Use.SAME
        chosen.append(Chosen(one, use))
    return tuple(chosen)


def _use(one: Submission, newest: date, *, has_return: bool) -> Use:
    if one.source is Source.REPORT:
        if has_return:
            return Use.BESIDE
        return Use.COUNTED if one.held.made == newest else Use.EARLIER
    return Use.COUNTED if newest - one.held.made < ROUND else Use.EARLIER


def _say_the_same(one: Submission, known: Chosen) -> bool:
    """Tell whether a file says of every item just what one that counts says."""
    if known.use is not Use.COUNTED or one.held.pack != known.submission.held.pack:
        return False
    rows, known_rows = ({row.item: row for row in o.held.rows} for o in (one, known.submission))
    return rows == known_rows
