"""What became of the passages that a person marked, one entry for each."""

from __future__ import annotations

from collections import Counter
from typing import TYPE_CHECKING

from policyalign.model.review import MarkOutcome
from policyalign.renderers import wording
from policyalign.renderers.terminal.page import Page, Style
from policyalign.renderers.terminal.suggestion import print_addition, print_example

if TYPE_CHECKING:
    from collections.abc import Iterator

    from rich.text import Text

    from policyalign.model.review import Mark, MarkResult

_OUTCOMES = {
    MarkOutcome.OPEN: "not credited yet",
    MarkOutcome.KNOWN: "known words, kept from credit",
    MarkOutcome.CREDITED: "credited now: the mark is no longer needed",
    MarkOutcome.GONE: "the quote is no longer in the file",
    MarkOutcome.NO_FILE: "no document of this name was read",
}
_IN_SHORT = {
    MarkOutcome.OPEN: "not credited yet",
    MarkOutcome.KNOWN: "kept from credit",
    MarkOutcome.CREDITED: "no longer needed",
    MarkOutcome.GONE: "gone from the file",
    MarkOutcome.NO_FILE: "without a document",
}
_STYLES = {MarkOutcome.OPEN: Style.PARTLY, MarkOutcome.CREDITED: Style.MET}
_LONG = 5
_SHORTEN = "The form is long. Keep only the words that other policies would use too."
_DOES_NOT_HOLD = (
    "The sentence is not credited even so, because of what else stands in it. "
    "Write another example."
)


def print_marks(page: Page, marks: tuple[MarkResult, ...]) -> None:
    """Print every mark; nothing where there are none."""
    if not marks:
        return
    counts = Counter(result.outcome for result in marks)
    said = [f"{counts[o]} {_IN_SHORT[o]}" for o in MarkOutcome if counts[o]]
    page.heading(("Marked as said in other words", Style.STRONG), f": {', '.join(said)}")
    for result in marks:
        _print_mark(page, result)


def _print_mark(page: Page, result: MarkResult) -> None:
    outcome = (_OUTCOMES[result.outcome], _STYLES.get(result.outcome, Style.MISSING))
    page.blank()
    page.line((result.mark.concept, Style.STRONG), "  ", outcome, indent=2)
    page.rows(_rows(page, result), indent=4)
    if result.sighting:
        print_example(page, result.sighting)
    if not (result.addition and result.sighting):
        return
    print_addition(page, result.mark.concept, result.addition, result.sighting.sentence)
    if len(result.addition.form.split()) > _LONG:
        page.line((_SHORTEN, Style.QUIET), indent=4)
    if not result.holds:
        page.line((_DOES_NOT_HOLD, Style.PARTLY), indent=4)


def _rows(page: Page, result: MarkResult) -> Iterator[tuple[str, Text]]:
    mark = result.mark
    yield "Quote", page.text(wording.quoted(mark.quote))
    if not result.sighting:
        yield "File", page.text(mark.file)
    if signed := _signature(mark):
        yield "Marked by", page.text(signed)
    if mark.note:
        yield "Note", page.text(mark.note)
    if result.reason:
        yield "Why", page.text(wording.sentence(result.reason))


def _signature(mark: Mark) -> str:
    day = mark.date.isoformat() if mark.date else ""
    return ", ".join(filter(None, (mark.by, day)))
