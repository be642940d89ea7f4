"""What ``explain`` and ``find`` print: it fits, and nothing in it can drive the terminal."""

from __future__ import annotations

import io
from dataclasses import replace
from typing import TYPE_CHECKING

import pytest
from rich.cells import cell_len
from rich.console import Console
from rich.text import Text

from policyalign.explaining import explain_document
from policyalign.model.clauses import (
    AtLeast,
    BodyText,
    Commitment,
    InSentence,
    NoDiscouraged,
    SameSection,
)
from policyalign.model.document import Document, Kind, Notice, NoticeKind, Unread
from policyalign.model.explanation import Obstacle
from policyalign.model.finds import FileFinds, Find, Finds
from policyalign.model.report import How, Outcome, Settings
from policyalign.renderers.explanation_advice import ADVICE
from policyalign.renderers.terminal.explanation import print_explanation, render
from policyalign.renderers.terminal.finds import not_searched, print_finds
from policyalign.renderers.terminal.page import Page
from policyalign.renderers.wording import HOWS, PLANNED, evidence_note
from policyalign.report_mark import is_explanation, is_report
from tests.checklist.test_items import item, pack_with
from tests.matching.small_pack import document

if TYPE_CHECKING:
    from collections.abc import Callable

    from tests.conftest import Golden

HOSTILE = "\x1b[31mred\x1b]8;;http://x\x07 [bold]loud[/bold] \x9b2J \u202egnp \u200bz\r\nnew \udc80"
ASKED = item(
    AtLeast(1, ("danger",)),
    AtLeast(2, ("goal", "plan", "network")),
    SameSection(),
    Commitment(),
    BodyText(),
    InSentence(),
    NoDiscouraged(("blaming",)),
    name="asked",
)
PACK = replace(
    pack_with(replace(ASKED, title="All that can be asked", question="Is it all there?")),
    fingerprint="small-printed-pack",
)
ITEMS = replace(
    pack_with(
        item(AtLeast(1, ("danger",)), Commitment(), name="bound"),
        item(AtLeast(2, ("danger", "goal")), name="both"),
        item(NoDiscouraged(("blaming",)), name="kind"),
    ),
    fingerprint="small-worded-pack",
)
TEXTS = (
    "We do not use danger statements in the boiler room.",
    "A danger statement is useful to the child.",
    "Each ward has a fire safety plan, and the family network meeting is held monthly.",
    "The family is hard to reach. Do not write hard to reach.",
    "Safety goals",
)


def policy(*texts: str) -> Document:
    made = document(*texts)
    last = made.blocks[-1]._replace(kind=Kind.HEADING)
    notice = Notice(kind=NoticeKind.LIMIT, reason="too long")
    return replace(made, blocks=(*made.blocks[:-1], last), notices=(notice,))


def printed(
    show: Callable[[Page], None], *, width: int = 100, encoding: str = "utf-8", colour: bool = False
) -> str:
    stream = io.TextIOWrapper(io.BytesIO(), encoding=encoding, newline="\n")
    console = Console(
        file=stream,
        width=width,
        force_terminal=colour,
        legacy_windows=False,
        _environ={"TERM": "xterm-256color"},
    )
    show(Page.on(console))
    stream.seek(0)
    return stream.read()


def explanation(page: Page) -> None:
    found = explain_document(PACK.checklist["asked"], policy(*TEXTS), PACK, Settings())
    print_explanation(page, found)


def finds(page: Page) -> None:
    print_finds(page, _finds(policy(*TEXTS)), PACK)


def _finds(made: Document) -> Finds:
    found = explain_document(PACK.checklist["asked"], made, PACK, Settings())
    supports = found.clauses[0].support
    assert supports
    return Finds(
        wanted="danger",
        concepts=("danger",),
        named=True,
        phrase="",
        statuses=(),
        files=(
            FileFinds(
                path=made.path,
                passed_over=2,
                notices=made.notices,
                finds=tuple(
                    Find(
                        concept="danger",
                        excerpt=support.excerpt,
                        start=support.mention.start,
                        end=support.mention.end,
                        place=support.mention.place,
                        kind=support.kind,
                        state=support.mention.state,
                        status=support.mention.status,
                        how=support.mention.how,
                        similarity=support.mention.similarity,
                    )
                    for support in supports
                ),
            ),
        ),
        unread=(Unread(path=made.path, reason="is empty"),),
    )


@pytest.mark.parametrize("width", [80, 120])
def test_an_explanation_at_the_widths_people_have(width: int, golden: Golden) -> None:
    golden(f"explanation-{width}.txt", printed(explanation, width=width))


@pytest.mark.parametrize("show", [explanation, finds])
@pytest.mark.parametrize("width", [40, 80, 200])
def test_no_line_is_wider_than_the_window_or_ends_in_blanks(
    show: Callable[[Page], None], width: int
) -> None:
    lines = printed(show, width=width).splitlines()
    assert len(lines) > 5
    for line in lines:
        assert cell_len(line) <= width
        assert line == line.rstrip()


@pytest.mark.parametrize("show", [explanation, finds])
def test_what_was_found_is_marked_with_and_without_colour(show: Callable[[Page], None]) -> None:
    coloured = printed(show, colour=True)
    assert "\x1b[" in coloured
    assert Text.from_ansi(coloured).plain.splitlines() == printed(show).splitlines()
    assert "A «danger statement» is useful" in printed(show)
    assert "A «danger statement» is useful" in printed(show, encoding="cp437")
    assert "A [danger statement] is useful" in printed(show, encoding="ascii")


@pytest.mark.parametrize("show", [explanation, finds])
@pytest.mark.parametrize("encoding", ["cp1252", "cp437", "ascii"])
def test_every_code_page_can_carry_it(show: Callable[[Page], None], encoding: str) -> None:
    assert "danger statement" in printed(show, encoding=encoding)


def test_nothing_in_a_document_can_drive_the_terminal() -> None:
    texts = [f"{HOSTILE} {text} {HOSTILE}" for text in TEXTS]
    made = replace(policy(*texts), path=HOSTILE, title=HOSTILE)
    found = explain_document(PACK.checklist["asked"], made, PACK, Settings(agency=HOSTILE))
    for show in (
        lambda page: print_explanation(page, found, full=True),
        lambda page: print_finds(page, replace(_finds(made), wanted=HOSTILE), PACK),
    ):
        shown = printed(show)
        assert "[bold]loud" in shown
        assert not {char for char in shown if not (char.isprintable() or char == "\n")}


def test_every_obstacle_says_why_and_what_to_change() -> None:
    assert set(ADVICE) == set(Obstacle)
    assert all(one.why and one.policy for one in ADVICE.values())


def test_what_was_not_searched_is_named_file_by_file() -> None:
    assert list(not_searched(_finds(policy(*TEXTS)))) == [
        "Read only in part: test: Too long.",
        "Not read: test: Is empty.",
    ]


def one_line(name: str, *texts: str, full: bool = False) -> str:
    """Give the printed explanation of an item, without its line breaks."""
    found = explain_document(ITEMS.checklist[name], document(*texts), ITEMS, Settings())
    return " ".join(printed(lambda page: print_explanation(page, found, full=full)).split())


def test_the_words_that_commit_are_shown_and_so_is_the_next_sentence() -> None:
    assert "“danger” – commits by “must”" in one_line("bound", "A danger statement must be kept.")
    shown = one_line("bound", "A danger statement is useful. Staff will write one.")
    assert "– the next sentence commits by “will”: “Staff will write one”" in shown


def test_what_keeps_a_sentence_from_committing_is_shown() -> None:
    shown = one_line("bound", "A danger statement must be kept where possible.")
    assert "“danger” – “must” would commit, but “where possible” takes that back" in shown
    shown = one_line("bound", "A danger statement is kept. Ofsted will read it.")
    assert "“danger” – “Ofsted will” does not commit you" in shown
    shown = one_line("bound", "A danger statement is kept.")
    assert "No word of the sentence, or of the next one, commits. Found A «danger" in shown


def test_a_sentence_stands_there_once_with_all_that_was_found_in_it() -> None:
    shown = one_line("bound", "We hope to use a danger statement and a danger statement.")
    assert "use a «danger statement» and a «danger statement». paragraph 1; “danger” –" in shown
    assert "Near, and not counted: 1 place" in shown


def test_only_a_few_places_are_shown_unless_all_are_asked_for() -> None:
    texts = [f"Room {number} does not use danger statements." for number in range(6)]
    shown = one_line("bound", *texts)
    assert (shown.count("«danger"), "2 more places: -v shows them." in shown) == (4, True)
    assert "Or in the pack" not in shown
    shown = one_line("bound", *texts, full=True)
    assert (shown.count("«danger"), "more places" in shown) == (6, False)
    assert "Or in the pack" in shown


def test_where_nothing_comes_near_it_is_not_said_that_nothing_stands_there() -> None:
    shown = one_line("bound", "Lunch is at noon.")
    assert "No other wording that this vocabulary knows comes near to what is missing." in shown
    assert "Words that it does not know are not found." in shown


def test_no_sentence_is_suggested_where_wording_has_to_go() -> None:
    shown = one_line("kind", "The family is hard to reach.")
    assert "You could write" not in shown
    assert "Near" not in shown
    assert "1 place has to be reworded, and no added sentence can help" in shown


def test_check_and_explain_say_the_same_of_a_passage_of_several_concepts() -> None:
    made = document("We hope to use a danger statement. Goals of safety will help.")
    both = ITEMS.checklist["both"]
    found = explain_document(both, made, ITEMS, Settings())
    checked = next(one for one in found.checked.items if one.id == "both")
    notes = {
        piece.concept: evidence_note([piece], found.checked.mentions) for piece in checked.evidence
    }
    assert notes == {"danger": PLANNED, "goal": HOWS[How.REORDERED]}
    shown = one_line("both", made.blocks[0].text)
    for note in notes.values():
        assert note in shown.replace("Only planned", "only planned")


def test_words_for_what_is_there_already_are_only_counted() -> None:
    texts = ("A danger statement.", "Room 5 does not use danger statements.")
    shown = one_line("both", *texts)
    assert "Near, and not counted: nothing that would help" in shown
    assert "1 place for what is there already: see -v." in shown
    assert "Room 5 does not use «danger statements»." in one_line("both", *texts, full=True)


def test_of_an_item_that_is_met_what_comes_near_is_only_counted() -> None:
    texts = ("A danger statement must be kept.", "Room 5 does not use danger statements.")
    shown = one_line("bound", *texts)
    assert shown.endswith("1 more place comes near and is not needed: -v shows it.")
    assert "You could write" not in shown
    assert "Room 5" in one_line("bound", *texts, full=True)


def test_an_explanation_that_lies_among_the_policies_is_known_for_what_it_is() -> None:
    found = explain_document(PACK.checklist["asked"], policy(*TEXTS), PACK, Settings())
    for outcome in Outcome:
        other = replace(found, result=replace(found.result, outcome=outcome))
        kept = render(other)
        assert is_explanation(io.BytesIO(kept))
        assert is_report(io.BytesIO(kept))
    assert not is_explanation(io.BytesIO(b"Danger statements  met\nare what we write.\n"))
