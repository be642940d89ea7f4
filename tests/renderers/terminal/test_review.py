"""The page for authors of a pack."""

from __future__ import annotations

import datetime
import io
import tomllib
from dataclasses import replace

import pytest
from rich.console import Console

from policyalign.model.document import Place, Unread
from policyalign.model.pack import Form, Sense
from policyalign.model.review import (
    Addition,
    FormUse,
    Mark,
    MarkOutcome,
    MarkResult,
    NearMiss,
    Nearness,
    Review,
    Sighting,
    UnusedForms,
)
from policyalign.renderers.terminal.page import Page
from policyalign.renderers.terminal.review import print_review
from tests.report_builders import pack

FORM = Form(text="safety goal", threshold=85)
LONG = "They say what they all “hope” for, \\ and “why”, " + "again and " * 30 + "again."
SEEN = Sighting(
    path="a.docx", quote="hope", sentence=LONG, place=Place(block=1, heading=("Goals", "Hopes"))
)
MISS = NearMiss(
    concept="safety-goal",
    wording="safety aim",
    form=FORM,
    nearness=Nearness.WORD,
    count=3,
    documents=2,
    example=SEEN,
    addition=Addition(sense=Sense.CASEWORK, form="safety aim"),
    worth=1.0,
)
MARK = Mark(
    concept="safety-goal",
    file="a.docx",
    quote="hope",
    by="A. Reader",
    date=datetime.date(2026, 5, 1),
    note="said at a meeting",
)
OPEN = MarkResult(
    mark=MARK,
    outcome=MarkOutcome.OPEN,
    sighting=SEEN,
    addition=Addition(sense=Sense.ANYWHERE, form="hope"),
    holds=True,
)
REVIEW = Review(
    pack=pack(),
    documents=4,
    words=2000,
    unread=(Unread(path="scan.pdf", reason="has no text"),),
    unused=(
        UnusedForms(
            concept="safety-goal",
            mentions=7,
            forms=(
                FormUse(concept="safety-goal", form=FORM, covered=2),
                FormUse(concept="safety-goal", form=FORM, refused=1, in_examples=True),
            ),
        ),
    ),
    silent=("harm", "danger-statement"),
    everywhere=(
        FormUse(concept="safety-goal", form=FORM, counted=10, documents=3, refused=2, first=SEEN),
    ),
    near_misses=(MISS,),
    marks=(OPEN,),
)


def shown(review: Review = REVIEW, *, width: int = 80, most: int = 10) -> str:
    stream = io.StringIO()
    print_review(Page.on(Console(file=stream, width=width)), review, most)
    return stream.getvalue()


def plain(review: Review = REVIEW, *, most: int = 10) -> str:
    return " ".join(shown(review, most=most).split())


def marked(outcome: MarkOutcome, reason: str = "") -> Review:
    return replace(
        REVIEW, marks=(MarkResult(mark=MARK, outcome=outcome, sighting=None, reason=reason),)
    )


def test_the_head_says_how_much_was_read_and_what_was_not() -> None:
    head = plain()
    assert head.startswith("Signs of Safety in use: small 1, 4 documents read, 2,000 words So few")
    assert "Not read: scan.pdf: has no text" in head


def test_where_nothing_was_read_there_are_no_parts() -> None:
    page = plain(replace(REVIEW, documents=0, words=0, marks=()))
    assert page.startswith("Signs of Safety in use: small 1, 0 documents read, 0 words")
    assert page.endswith("Not read: scan.pdf: has no text")


def test_a_large_folder_is_not_called_small() -> None:
    assert "So few words" not in plain(replace(REVIEW, words=300_000))


def test_forms_that_never_counted_say_what_is_known_of_them() -> None:
    page = plain()
    assert "safety-goal mentioned 7 times by other forms" in page
    assert "safety goal (found 2×, other wording was chosen)" in page
    assert "(found 1×, refused by what surrounds it; an example of the pack counts by it)" in page
    assert "Not mentioned at all: 2 concepts. harm, danger-statement." in page


def test_forms_that_count_often_have_their_rate_and_an_example() -> None:
    page = plain()
    assert "10 times, 5.0 per 1,000 words, in 3 of 4 documents; refused 2×" in page
    assert "a.docx: Goals › Hopes" in page


def test_a_near_miss_has_count_form_example_and_line() -> None:
    page = plain()
    assert "1 “safety aim” near safety-goal" in page
    assert "3 times in 2 documents; one word differs from the form" in page
    assert 'To add to casework_forms of safety-goal: "safety aim",' in page


def test_a_form_that_takes_the_place_of_another_says_so() -> None:
    addition = Addition(sense=Sense.FRAMEWORK, form="a ** b", instead="a * b")
    miss = replace(MISS, addition=addition, nearness=Nearness.GAP)
    page = plain(replace(REVIEW, near_misses=(miss,)))
    assert 'To add to framework_forms of safety-goal, in place of that form: "a ** b",' in page


@pytest.mark.parametrize("width", [40, 80, 200])
def test_lines_to_paste_are_whole_and_valid_however_narrow_the_page(width: int) -> None:
    pasted = [line for line in shown(width=width).splitlines() if line.endswith('",')]
    texts = [tomllib.loads(f"a = [{line}]")["a"][0] for line in pasted]
    assert texts == ["safety aim", "hope", LONG]


@pytest.mark.parametrize("width", [60, 80, 120])
def test_all_else_keeps_to_the_width(width: int) -> None:
    lines = [line for line in shown(width=width).splitlines() if not line.endswith('",')]
    assert max(map(len, lines)) <= width


def test_a_long_sentence_is_cut_around_its_words() -> None:
    page = plain()
    assert "“They say what they all “hope” for" in page
    assert "again …”" in page


def test_a_mark_is_shown_with_who_made_it() -> None:
    page = plain()
    assert "Marked as said in other words: 1 not credited yet" in page
    assert "Marked by A. Reader, 2026-05-01 Note said at a meeting" in page
    assert 'To add to forms of safety-goal: "hope", and to its examples: "They say' in page
    assert "not credited even so" not in page


def test_an_example_that_would_not_count_and_a_long_form_are_warned_of() -> None:
    addition = Addition(sense=Sense.ANYWHERE, form="one two three four five six")
    page = plain(replace(REVIEW, marks=(replace(OPEN, holds=False, addition=addition),)))
    assert "The form is long." in page
    assert "Write another example." in page


@pytest.mark.parametrize(
    ("outcome", "sentence"),
    [
        (MarkOutcome.CREDITED, "credited now: the mark is no longer needed"),
        (MarkOutcome.KNOWN, "known words, kept from credit"),
        (MarkOutcome.GONE, "the quote is no longer in the file"),
        (MarkOutcome.NO_FILE, "no document of this name was read"),
    ],
)
def test_every_outcome_of_a_mark_has_its_words(outcome: MarkOutcome, sentence: str) -> None:
    assert sentence in plain(marked(outcome))


def test_the_reason_is_a_sentence() -> None:
    assert "Why By “x”." in plain(marked(MarkOutcome.CREDITED, "by “x”"))


def test_without_marks_there_is_no_such_part() -> None:
    assert "Marked" not in plain(replace(REVIEW, marks=()))


def test_no_more_than_asked_for_is_shown() -> None:
    many = replace(
        REVIEW,
        unused=REVIEW.unused * 5,
        silent=("a", "b", "c"),
        everywhere=REVIEW.everywhere * 5,
        near_misses=REVIEW.near_misses * 5,
        unread=REVIEW.unread * 5,
    )
    page = plain(many, most=2)
    for rest in ("and 4 more concepts", "a, b, and 1 more.", "and 3 more forms",
                 "and 3 more near misses", "and 3 more files that were not read"):  # fmt: skip
        assert rest in page
    assert page.count("near safety-goal") == 2


def test_text_of_a_policy_does_nothing_to_the_screen() -> None:
    seen = replace(SEEN, sentence="A \x1b[31m[red]hope[/red]\x1b]0;x\x07", path="[bold]a.docx")
    miss = replace(MISS, example=seen, wording="\x1b[2J")
    page = shown(replace(REVIEW, near_misses=(miss,), marks=(replace(OPEN, sighting=seen),)))
    assert "\x1b" not in page
    assert "\x07" not in page
    assert "[red]hope[/red]" in page
    assert "[bold]a.docx" in page


def test_quotation_marks_that_the_screen_lacks_do_not_break_a_line_to_paste() -> None:
    raw = io.BytesIO()
    stream = io.TextIOWrapper(raw, encoding="cp437")
    print_review(Page.on(Console(file=stream, width=80)), REVIEW, 10)
    stream.flush()
    pasted = [line for line in raw.getvalue().decode("cp437").splitlines() if line.endswith('",')]
    assert tomllib.loads(f"a = [{pasted[-1]}]")["a"][0].startswith('They say what they all "hope"')


def test_what_is_worth_doing_first_comes_first() -> None:
    page = plain(REVIEW)
    parts = ("Near misses", "Marked as", "Forms that count very often", "Forms that never counted")
    assert [page.index(part) for part in parts] == sorted(page.index(part) for part in parts)


def test_words_in_a_tracked_change_are_said_to_stand_there() -> None:
    assert "tracked change" not in plain(REVIEW)
    miss = replace(MISS, example=replace(SEEN, proposed=True))
    assert "only in a proposed tracked change, not in force" in plain(
        replace(REVIEW, near_misses=(miss,))
    )
