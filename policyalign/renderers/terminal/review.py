"""The page for authors: what a folder of policies says of a pack."""

from __future__ import annotations

from typing import TYPE_CHECKING

from policyalign.model.review import Nearness
from policyalign.renderers import wording
from policyalign.renderers.terminal.marks import print_marks
from policyalign.renderers.terminal.page import Page, Style
from policyalign.renderers.terminal.suggestion import print_addition, print_example

if TYPE_CHECKING:
    from collections.abc import Sequence

    from policyalign.model.review import FormUse, NearMiss, Review, UnusedForms

# A folder of fewer words than this says little of a vocabulary.
_ENOUGH_WORDS = 200_000
# Forms that never counted ask for nothing to be done soon: fewer are shown than of other parts.
_ONE_UNUSED_IN = 3

_NEARNESS = {
    Nearness.WORD: "one word differs from the form",
    Nearness.LIKENESS: "too much stands between or round the words of the form",
    Nearness.GAP: "the words stand further apart than the form allows",
    Nearness.CONTEXT: "it is the form, in text that does not show what it is about",
}


def print_review(page: Page, review: Review, most: int) -> None:
    """Print at most ``most`` entries of each part, fewer of unused forms, and all marks."""
    _print_head(page, review, most)
    if review.documents:
        _print_near_misses(page, review, most)
    print_marks(page, review.marks)
    if review.documents:
        _print_everywhere(page, review, most)
        _print_unused(page, review, most)


def _print_head(page: Page, review: Review, most: int) -> None:
    pack = review.pack
    read = wording.counted(review.documents, "document")
    page.line(
        (f"{pack.name} in use", Style.STRONG), f": {pack.id} {pack.version}, {read} read, "
        f"{wording.counted(review.words, 'word')}"
    )  # fmt: skip
    if review.words < _ENOUGH_WORDS:
        page.line(
            f"So few words prove little: below {_ENOUGH_WORDS:,}, a form that never counted may "
            "only have had no chance.",
            indent=2,
        )
    for unread in review.unread[:most]:
        page.line((f"Not read: {unread.path}: {unread.reason}", Style.PARTLY), indent=2)
    _print_rest(
        page, len(review.unread) - most, "file that was not read", "files that were not read"
    )


def _print_unused(page: Page, review: Review, most: int) -> None:
    total = sum(len(group.forms) for group in review.unused)
    page.heading(("Forms that never counted", Style.STRONG), f": {total:,}")
    page.line(
        (
            "Of concepts that were mentioned. First the concepts mentioned most; of each, first "
            "the forms that no example of the pack needs.",
            Style.QUIET,
        )
    )
    few = max(most // _ONE_UNUSED_IN, 1)
    for group in review.unused[:few]:
        _print_group(page, group, few)
    _print_rest(page, len(review.unused) - few, "concept")
    if review.silent:
        silent = wording.counted(len(review.silent), "concept")
        page.blank()
        page.line(f"Not mentioned at all: {silent}. {_names(review.silent, most)}", indent=2)


def _names(names: Sequence[str], most: int) -> str:
    rest = f", and {len(names) - most} more" if len(names) > most else ""
    return f"{', '.join(names[:most])}{rest}."


def _print_group(page: Page, group: UnusedForms, most: int) -> None:
    page.blank()
    times = wording.counted(group.mentions, "time")
    page.line((group.concept, Style.STRONG), f"  mentioned {times} by other forms", indent=2)
    for use in group.forms[:most]:
        page.line(use.form.text, (_remark(use), Style.QUIET), indent=4)
    _print_rest(page, len(group.forms) - most, "form", indent=4)


def _remark(use: FormUse) -> str:
    remarks = []
    if use.covered:
        remarks.append(f"found {use.covered}×, other wording was chosen")
    if use.refused:
        remarks.append(f"found {use.refused}×, refused by what surrounds it")
    if use.in_examples:
        remarks.append("an example of the pack counts by it")
    return f"  ({'; '.join(remarks)})" if remarks else ""


def _print_everywhere(page: Page, review: Review, most: int) -> None:
    uses = review.everywhere
    page.heading(("Forms that count very often", Style.STRONG), f": {len(uses)}")
    page.line(
        ("Far more often than most, or in most documents. Ambiguous ones first.", Style.QUIET)
    )
    for use in uses[:most]:
        page.blank()
        page.line((use.form.text, Style.STRONG), f"  {use.concept}", indent=2)
        page.rows([("Found", page.text(_frequency(use, review)))], indent=4)
        if use.first:
            print_example(page, use.first)
    _print_rest(page, len(uses) - most, "form")


def _frequency(use: FormUse, review: Review) -> str:
    rate = 1000 * use.counted / review.words if review.words else 0
    times = wording.counted(use.counted, "time")
    spread = f"in {use.documents} of {review.documents} documents"
    refused = f"; refused {use.refused}× by what surrounds it" if use.refused else ""
    return f"{times}, {rate:.1f} per 1,000 words, {spread}{refused}"


def _print_near_misses(page: Page, review: Review, most: int) -> None:
    misses = review.near_misses
    page.heading(("Near misses", Style.STRONG), f": {len(misses)}")
    page.line(
        (
            "Not credited, and close to a form. Add a line only if the words mean the concept "
            "wherever they stand.",
            Style.QUIET,
        )
    )
    for number, miss in enumerate(misses[:most], start=1):
        _print_near_miss(page, number, miss)
    _print_rest(page, len(misses) - most, "near miss", "near misses")


def _print_near_miss(page: Page, number: int, miss: NearMiss) -> None:
    page.blank()
    page.line(
        (f"{number}  ", Style.QUIET), (wording.quoted(miss.wording), Style.STRONG),
        f"  near {miss.concept}", indent=2,
    )  # fmt: skip
    times = wording.counted(miss.count, "time")
    documents = wording.counted(miss.documents, "document")
    page.rows(
        [
            ("Found", page.text(f"{times} in {documents}; {_NEARNESS[miss.nearness]}")),
            ("Form", page.text(miss.form.text)),
        ],
        indent=4,
    )
    print_example(page, miss.example)
    print_addition(page, miss.concept, miss.addition)


def _print_rest(page: Page, number: int, noun: str, plural: str = "", *, indent: int = 2) -> None:
    if number > 0:
        rest = wording.counted(number, f"more {noun}", (plural and f"more {plural}") or None)
        page.line((f"and {rest}", Style.QUIET), indent=indent)
