"""The words in which comparisons and marked reports speak of what was gained, lost and cleared."""

from __future__ import annotations

from enum import StrEnum
from typing import TYPE_CHECKING

from policyalign.model.comparison import KnownBy, Turn
from policyalign.model.report import Since
from policyalign.renderers.wording import OUTCOMES, counted, day, pack_line, quoted, score

if TYPE_CHECKING:
    from collections.abc import Iterator

    from policyalign.model.comparison import Comparison, DocumentChange, ItemChange, Side
    from policyalign.model.pack import Pack

SINCE = {
    Since.NEW: "new since the baseline",
    Since.KNOWN: "known from the baseline",
    Since.NOT_THE_POLICY: "new, but not through a change of the policy",
}
FIELDS = {
    "title": "Title",
    "type": "Type",
    "version": "Version",
    "owner": "Owner",
    "approved": "Approved",
    "review": "Review date",
}
NOT_SAID = "not said"
SAME_FILE = (
    "The file is the same byte for byte. What is different comes from the pack, the settings, the "
    "day or the program, and not from the policy."
)
SAME_WORDS = "These words are not new: what stands around them changed, or how they are counted."
IN_FORCE = "These words were only a proposed change before, and are in force now."
FREED = "The discouraged wording that stood against it was cleared."
NOTHING = "Nothing that is looked at has changed."
ONLY_AFTER = "Asked only now"
ONLY_BEFORE = "Asked only then"
SET_APART = "Items that only one of the two packs has. They stand in no figure above."


class Part(StrEnum):
    """The parts of what is said of a document."""

    LOST = "Items lost"
    GAINED = "Items gained"
    OTHER = "Items counted otherwise"
    CREPT_IN = "Discouraged wording that crept in"
    CLEARED = "Discouraged wording cleared"
    NEW_NOTICES = "New notices"
    SETTLED_NOTICES = "Notices settled"
    ADDED = "Documents added"
    REMOVED = "Documents removed"
    UNREAD = "Not read any more, or new and not read"


class Row(StrEnum):
    """The names of rows and columns that no other report has."""

    THEN = "Then"
    NOW = "Now"
    CHANGE = "Change"
    GAINED = "Gained"
    LOST = "Lost"
    CLEARED = "Cleared"
    CREPT_IN = "Crept in"
    APPEARED = "Appeared"
    GONE = "Gone"
    WAS = "Was"
    KNOWN_BY = "Known by"
    NOTE = "Note"
    SINCE = "Since the baseline"


TURNS = {Turn.LOST: Part.LOST, Turn.GAINED: Part.GAINED, Turn.OTHER: Part.OTHER}


def compared_line(comparison: Comparison) -> str:
    """Say how much was compared; every comparison for people begins so."""
    return f"{counted(len(comparison.documents), 'document')} compared with an earlier version"


def side(of: Side) -> str:
    """Name a side, with its day, its pack and its program, so that a run can be repeated."""
    today = f"made on {day(of.settings.today)}, " if of.settings.today else ""
    unread = f", {counted(of.unread, 'file')} not read" if of.unread else ""
    return (
        f"{of.name}: {today}pack {of.pack_id} {of.pack_version} ({of.fingerprint}), "
        f"policyalign {of.tool}; {counted(of.documents, 'document')}{unread}"
    )


def causes(comparison: Comparison) -> Iterator[str]:
    """Say first what else than a policy can have made a difference."""
    before, after = comparison.before, comparison.after
    if not comparison.same_pack:
        then, now = (f"{s.pack_id} {s.pack_version} ({s.fingerprint})" for s in (before, after))
        yield (
            f"The two were made with different packs: {then} then, {now} now. "
            "A change may come from the pack and not from the policy."
        )
    if not comparison.same_program:
        yield (
            f"They were made by different versions of policyalign: {before.tool} then, "
            f"{after.tool} now. A change may come from the program."
        )
    if before.settings.type != after.settings.type:
        then, now = (s.settings.type or "inferred" for s in (before, after))
        yield f"The type of document was set differently: {then} then, {now} now."
    if before.settings.fingerprint != after.settings.fingerprint:
        yield "The settings files differ. A change may come from them."
    if before.settings.today != after.settings.today and "" not in _days(comparison):
        then, now = _days(comparison)
        yield f"Review dates were compared with {then} then and with {now} now."


def _days(comparison: Comparison) -> tuple[str, str]:
    then, now = comparison.before.settings.today, comparison.after.settings.today
    return (day(then) if then else "", day(now) if now else "")


def totals_line(comparison: Comparison) -> str:
    """Give the counts over all documents as one sentence."""
    said = [
        f"{counted(comparison.gained, 'item')} gained, {comparison.lost} lost",
        f"{counted(comparison.cleared, 'discouraged wording')} cleared, "
        f"{comparison.crept_in} crept in",
    ]
    for count, what in (
        (len(comparison.added), "added"),
        (len(comparison.removed), "removed"),
    ):
        if count:
            said.append(f"{counted(count, 'document')} {what}")
    if comparison.newly_unread:
        said.append(f"{counted(len(comparison.newly_unread), 'file')} newly not read")
    if means := comparison.means:
        then, now, count = means
        over = "" if count == 1 else f" over {count} scored on both sides"
        mean = "alignment" if count == 1 else "mean alignment"
        said.append(f"{mean} {score(then)} then, {score(now)} now{over}")
    return "; ".join(said) + "."


def alignment(change: DocumentChange) -> str:
    """Give the score and its word then and now, and the difference."""
    then, now = (
        " ".join(filter(None, (score(document.score), document.rating)))
        for document in (change.before, change.after)
    )
    if change.before.score == change.after.score and then == now:
        return f"{now}, as before"
    return f"{then} → {now}{f' ({difference(change)})' if change.score_change else ''}"


def difference(change: DocumentChange) -> str:
    """Give how much the alignment changed, with its sign: ``+2.5``, ``−2.5``, ``0``."""
    value = change.score_change
    if value is None:
        return "–"
    if not value:
        return "0"
    return f"+{value:.1f}" if value > 0 else f"−{-value:.1f}"


def names_line(comparison: Comparison) -> str:
    """Name the pack that gives items and wording their names, which may be that of neither side."""
    pack = comparison.pack
    if pack.fingerprint in {comparison.before.fingerprint, comparison.after.fingerprint}:
        return pack_line(pack)
    return f"The names of items and wording are those of another pack: {pack_line(pack)}"


def figure(value: float | None) -> str:
    """Give a score for a table, or a dash where there is none."""
    return "–" if value is None else score(value)


def known_by(change: DocumentChange) -> str:
    """Say by what a document was known again, and how sure that is; empty where it is plain."""
    alike = f"{change.likeness:g} % of their passages are the same"
    match change.known_by:
        case KnownBy.PATH:
            return ""
        case KnownBy.GIVEN:
            return f"the two files that were named; {alike}"
        case KnownBy.CONTENT:
            return "the same file byte for byte, under another name"
        case KnownBy.TITLE:
            return f"the same title; {alike}"
        case KnownBy.LIKENESS:
            return f"likeness alone: {alike}. Look whether it is the same document"


def outcomes(change: ItemChange) -> str:
    """Give ``met → missing``."""
    return f"{OUTCOMES[change.before.outcome]} → {OUTCOMES[change.after.outcome]}"


def then_now(before: str | None, after: str | None) -> str:
    """Give what was said then and what is said now."""
    return f"{_said(before)} → {_said(after)}"


def _said(value: str | None) -> str:
    return value or NOT_SAID


def worse_line(comparison: Comparison) -> str:
    """Say in one sentence what got worse; empty where nothing did."""
    parts = (
        (comparison.lost, counted(comparison.lost, "item") + " lost"),
        (comparison.crept_in, counted(comparison.crept_in, "discouraged wording") + " crept in"),
        (
            len(comparison.newly_unread),
            counted(len(comparison.newly_unread), "file") + " newly not read",
        ),
    )
    return ", ".join(said for count, said in parts if count)


def title(item: str, pack: Pack) -> str:
    """Give the title of an item, or its id where the pack at hand does not have it."""
    known = pack.checklist.get(item)
    return known.title if known else item


def phrase(wording: str, pack: Pack) -> str:
    """Give discouraged wording as the pack has it, or its id where the pack does not."""
    known = pack.discouraged.get(wording)
    return known.phrase if known else wording


def named(items: tuple[str, ...], pack: Pack) -> str:
    """Give the titles of items."""
    return "; ".join(quoted(title(item, pack)) for item in items)
