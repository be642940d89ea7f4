"""The words of the partnership's view: who has returned, where it is weak, what is overdue."""

from __future__ import annotations

from typing import TYPE_CHECKING

from policyalign.model.partnership import MOST_POINTS, Field, Use
from policyalign.model.submissions import Source
from policyalign.renderers.wording import OUTCOMES, counted, day, listed, quoted

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping

    from policyalign.model.partnership import (
        Action,
        Agency,
        AgencyFile,
        Claim,
        Count,
        Dispute,
        Partnership,
        Standing,
    )
    from policyalign.model.returns import Exhibit, Rating

TITLE = "The partnership’s view"
SCALE = (
    "Each standing has 2 points for met, 1 for partly met and 0 for not met. A moderated rating "
    "decides; without one it is the lower of what the agency says and what its documents show. "
    "What does not apply, could not be told or is contradicted has no points and is in no figure."
)
DIFFERENCE = (
    "A difference is the self-rating less the automatic finding, on the scale 2, 1, 0: 2 above "
    "means “met” where the documents show nothing. The finding is of wording only; an agency may "
    "be right and its documents behind."
)
NOT_MERGED = (
    "The files of one agency say different things here. None of them is counted until one is left "
    "out or corrected, or a moderated rating settles it: the later file is not taken to be right."
)
OVERDUE = "A return does not say when an action is done, so each counts as open."
MODERATE = (
    "On the sheet Moderation the partnership chooses a moderated rating and writes a comment. Name "
    "the saved file among those of the next roll-up: what was filled in is read back from it."
)
ONLY_WORDS = (
    "Findings measure wording and coverage of documents; ratings are what agencies say of "
    "themselves. Neither is a judgement of practice, or says how safe any child is."
)
WANTS_RATING = "Choose one of the words for a rating from the list, or leave the cell empty."
NOBODY = "no owner named"
NO_DATE = "no date"
FIELDS = {
    Field.RATING: "Self-rating",
    Field.FINDING: "What the documents show",
    Field.MODERATED: "Moderated rating",
    Field.MODERATION: "Moderation comment",
}
USES = {
    Use.COUNTED: "counted",
    Use.SAME: "says the same as a file that counts, so it is counted once",
    Use.EARLIER: "of an earlier round, so in the development only",
    Use.BESIDE: "a report beside a return, so in the development only",
}
SOURCES = {Source.RETURN: "return", Source.REPORT: "report"}
_STEPS = {1: "one step", 2: "two steps"}


def rating(value: Rating | None, labels: Mapping[Rating, str]) -> str:
    """Give the partnership's word for a rating; empty for none."""
    return "" if value is None else labels[value]


def said(standing: Standing, field: Field, labels: Mapping[Rating, str]) -> str:
    """Give what is settled of a standing in words, ``files disagree``, or nothing."""
    if field in standing.disputed:
        return "files disagree"
    if field is Field.RATING:
        return rating(standing.rating, labels)
    if field is Field.MODERATED:
        return rating(standing.moderated, labels)
    if field is Field.FINDING:
        return "" if standing.finding is None else OUTCOMES[standing.finding]
    return standing.moderation


def claimed(dispute: Dispute, claim: Claim, labels: Mapping[Rating, str]) -> str:
    """Give what one file claims in words."""
    if dispute.field is Field.FINDING:
        return {str(outcome): word for outcome, word in OUTCOMES.items()}[claim.value]
    if dispute.field is Field.MODERATION:
        return claim.value
    return {str(known): word for known, word in labels.items()}[claim.value]


def conflict_line(dispute: Dispute, labels: Mapping[Rating, str]) -> str:
    """Say what each file claims: ``Self-rating: Met in a.xlsx, Not met in b.xlsx``."""
    claims = (f"{claimed(dispute, claim, labels)} in {claim.path}" for claim in dispute.claims)
    return f"{FIELDS[dispute.field]}: {', '.join(claims)}"


def dispute_line(dispute: Dispute, view: Partnership) -> str:
    """Say the same with the agency and the item before it."""
    title = next(item.title for item in view.items if item.key == dispute.key)
    return f"{dispute.agency}: {title}. {conflict_line(dispute, view.labels)}"


def difference(points: int | None) -> str:
    """Give ``two steps above``; empty where there is nothing to compare or no difference."""
    if not points:
        return ""
    return f"{_STEPS[abs(points)]} {'above' if points > 0 else 'below'}"


def mean(count: Count) -> str:
    """Give mean points with their scale: ``0.6 of 2``."""
    return "–" if count.mean is None else f"{count.mean:.1f} of {MOST_POINTS}"


def met(count: Count) -> str:
    """Give ``met by 1 of 9 agencies, partly by 3``, of one item."""
    partly = f", partly by {count.partly}" if count.partly else ""
    return f"met by {count.met} of {counted(count.counted, 'agency', 'agencies')}{partly}"


def state(agency: Agency) -> str:
    """Say whether an agency has returned, and how far its return is filled in."""
    if not agency.has_returned:
        return "Not returned; only a report on its documents"
    if agency.unrated:
        return f"Unfinished: {agency.unrated} of {counted(agency.asked, 'item')} not rated"
    return "Returned"


def in_short(agency: Agency) -> str:
    """Say the state of an agency in a few words."""
    if not agency.has_returned:
        return "report only"
    return several(agency) or ("unfinished" if agency.unrated else "returned")


def several(agency: Agency) -> str:
    """Say that more than one file of an agency counts; empty where there is one."""
    files = sum(file.use is Use.COUNTED for file in agency.files)
    return f"{files} files, not the same" if files > 1 else ""


def exhibit(found: Exhibit | None) -> str:
    """Give the words that a finding rests on, with their place; empty where there are none."""
    if found is None:
        return ""
    page = "" if found.page is None else f"page {found.page}"
    place = ", ".join(filter(None, (found.document, page, found.heading)))
    return f"{quoted(found.quote)} ({place})"


def file_line(file: AgencyFile) -> str:
    """Name a file with its day, and say what became of it if it is not counted."""
    use = "" if file.use is Use.COUNTED else f": {USES[file.use]}"
    return f"{file.path}, {day(file.made.isoformat())}{use}"


def late(action: Action) -> str:
    """Say what is overdue, on which item, who is to do it, and since when."""
    return f"{action.agency}: {action.text} – {action.item.title} ({owned(action)})"


def owned(action: Action) -> str:
    """Say who is to do something, and by when."""
    return f"{action.owner or NOBODY}, {due(action)}"


def due(action: Action) -> str:
    """Give the day an action is due."""
    return NO_DATE if action.due is None else day(action.due.isoformat())


def names(agencies: Iterable[Agency]) -> str:
    """List agencies by name; empty for none."""
    found = [agency.name for agency in agencies]
    return listed(found) if found else ""


def percent(share: float | None) -> str:
    """Give a share of 100, or a dash where there is none."""
    return "–" if share is None else f"{share:.0f} %"
